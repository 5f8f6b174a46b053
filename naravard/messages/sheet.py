"""The message list and the table of grounds as a document (pure)."""

from collections.abc import Iterable

from naravard.messages.definition import MessageType, specs_of
from naravard.messages.grounds import GROUNDS, Content, Ground, GroundRule
from naravard.messages.payloads import payload_rows, payload_to_dict
from naravard.messages.registry import in_order
from naravard.people.roles import CareUnitKind

UNIT_WORDS = {
    CareUnitKind.INPATIENT: "slutenvård",
    CareUnitKind.OPEN_CARE: "öppenvård",
    CareUnitKind.MUNICIPAL_HEALTH_CARE: "kommunal hälso- och sjukvård",
    CareUnitKind.SOCIAL_SERVICES: "socialtjänst",
    CareUnitKind.MOBILE_TEAM: "mobilt team",
    CareUnitKind.SHORT_STAY: "korttidsboende",
    CareUnitKind.SCHOOL_HEALTH: "skolans medicinska insats",
    CareUnitKind.PUPIL_WELFARE: "övrig elevhälsa",
    CareUnitKind.CHILD_AND_FAMILY: "barn och familj",
    CareUnitKind.OTHER: "annan enhet",
}
CONTENT_WORDS = {
    Content.NOTICE: "inskrivningens fem uppgifter",
    Content.PROCESS: "samordning",
    Content.SUPPORT: "stöd och omsorg",
    Content.CARE: "hälsa och vård",
    Content.FREE_TEXT: "fritext",
}


def message_sheet() -> str:
    """Every message type with its rules and example, and every ground, in Markdown."""
    parts = [
        "# Meddelanden mellan vårdgivare",
        "Varje fält tillhör en klass av uppgifter. Ett fält kan bara skickas på en "
        "rättslig grund som öppnar klassen. Fält märkta med * måste fyllas i.",
        *(_type_part(message_type) for message_type in in_order()),
        _grounds_part(),
    ]
    return "\n\n".join(parts) + "\n"


def _type_part(message_type: MessageType) -> str:
    return "\n".join(
        [
            f"## {message_type.number} {message_type.title}",
            "",
            message_type.says,
            "",
            f"- Kod: `{message_type.code}`",
            f"- Lag: {message_type.law}",
            f"- När: {message_type.deadline}",
            f"- Från: {_units(message_type.senders)}",
            f"- Till: {_recipients(message_type)}",
            f"- Grunder: {_ground_titles(message_type.legal_grounds)}",
            "",
            "| Fält | Namn i JSON | Klass | Exempel |",
            "| --- | --- | --- | --- |",
            *_field_lines(message_type),
        ]
    )


def _field_lines(message_type: MessageType) -> Iterable[str]:
    stored = payload_to_dict(message_type.example)
    shown = {row.label: row.text for row in payload_rows(message_type.payload, stored)}
    for spec in specs_of(message_type.payload).values():
        star = "*" if spec.required else ""
        klass = CONTENT_WORDS[spec.shown.content] if spec.shown.content else ""
        example = shown.get(spec.shown.text, "").replace("\n", "<br>")
        yield f"| {spec.shown.text}{star} | `{spec.name}` | {klass} | {example} |"


def _grounds_part() -> str:
    return "\n".join(
        [
            "## Rättsliga grunder",
            "",
            "| Kod | Grund | Lag | Innebörd | Öppnar |",
            "| --- | --- | --- | --- | --- |",
            *(_ground_line(ground, rule) for ground, rule in GROUNDS.items()),
        ]
    )


def _ground_line(ground: Ground, rule: GroundRule) -> str:
    opens = ", ".join(CONTENT_WORDS[c] for c in Content if c in rule.opens) or "inget"
    return f"| {ground.value} | {rule.title} | {rule.law} | {rule.says} | {opens} |"


def _recipients(message_type: MessageType) -> str:
    return "personen" if message_type.to_person else _units(message_type.recipients)


def _units(kinds: frozenset[CareUnitKind]) -> str:
    if kinds == frozenset(CareUnitKind):
        return "alla enheter"
    return ", ".join(UNIT_WORDS[kind] for kind in CareUnitKind if kind in kinds)


def _ground_titles(grounds: frozenset[Ground]) -> str:
    return "; ".join(GROUNDS[ground].title for ground in Ground if ground in grounds)
