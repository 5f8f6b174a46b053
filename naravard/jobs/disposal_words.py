"""Disposal in words: what is kept, what is proposed, and the protocol of what went."""

from collections.abc import Iterator

from naravard.core.clock import day_of
from naravard.disposal.queries import DecisionRow, KeptRow, ProtocolRow
from naravard.disposal.rules import DecisionState, Ground
from naravard.operation.retention import Kept, RetentionRule, to_be_gone_by

NAMES = {
    Kept.HEALTH_RECORD: "journal (hälso- och sjukvård)",
    Kept.SOCIAL_RECORD: "akt (socialtjänst)",
    Kept.PRIVATE_SOCIAL_RECORD: "akt (enskild verksamhet)",
    Kept.ACCESS_LOG: "åtkomstlogg",
    Kept.CHANGE_LOG: "ändringslogg",
}
STATES = {
    DecisionState.PROPOSED: "föreslagen",
    DecisionState.APPROVED: "beslutad",
    DecisionState.DONE: "verkställd",
}
GROUNDS = {
    Ground.TIME: "bevarad sin tid",
    Ground.DESTRUCTION: "beslut om att journalen ska förstöras",
    Ground.WRONG_PERSON: "uppgift om fel person",
}
# A thing that others were given too goes only from its owner.
SHARED = ":shared"
STAYS = "stays:"
THINGS = {
    "message": "meddelanden",
    "case": "utskrivningsärenden",
    "stay": "vårdtillfällen",
    "plan": "planer",
    "concern": "orosanmälningar",
    "absence": "frånvaroperioder",
    "talk": "samtal",
    "wishes": "önskemål",
    "visit": "besök",
    "visit_request": "besöksförfrågningar",
    "home_order": "beställningar",
    "enrolment": "inskrivningar",
    "record": "akter och journaler",
    "person": "personer utan något kvar",
    "review": "logggranskningar och nödöppningar",
}
REASONS = {
    "ongoing": "pågår",
    "placed": "placerad",
    "child": "barnutredning",
    "preserved": "ska bevaras",
    "entered": "ny anteckning",
    "nothing": "redan gallrad",
}


def kept_line(row: KeptRow) -> str:
    """One owner and kind: how much, since when, and how much has had its time."""
    duty = "ska gallras" if row.rule.must_go else "får gallras efter beslut"
    since = f", äldsta sista anteckning {row.oldest}" if row.oldest else ""
    excepted = f", {row.excepted} undantas" if row.excepted else ""
    by = to_be_gone_by(row.first, row.rule) if row.first else None
    latest = f", senast {by}" if by else ""
    return (
        f"{row.owner}, {NAMES[row.rule.kept]}: {row.count} st{since}; "
        f"{row.past} st har bevarats i {row.rule.years} år och {duty}"
        f"{excepted}{latest}."
    )


def source_line(rule: RetentionRule) -> str:
    """The act and section of a rule, and whether it has been tried."""
    doubt = "" if rule.verified else " (inte prövat)"
    return f"  {NAMES[rule.kept]}: {rule.source}{doubt}"


def decision_line(row: DecisionRow) -> str:
    """One proposal or decision, and how much is left of it."""
    period = f", sista anteckning {row.oldest} till {row.newest}" if row.oldest else ""
    excepted = f", {row.excepted} undantas" if row.excepted else ""
    return (
        f"{row.number}: {row.owner}, {NAMES[row.kept]}, {STATES[row.state]}, före "
        f"{row.before}: {row.left} av {row.proposed} kvar{period}{excepted}. "
        f"{row.source}"
    )


def protocol_lines(row: ProtocolRow) -> Iterator[str]:
    """The protocol of one decision; it names nobody whose record it was."""
    yield f"Gallringsprotokoll {row.number}: {row.owner}, {NAMES[row.kept]}"
    yield f"  Grund: {GROUNDS[row.ground]}. {row.source}"
    if row.oldest:
        yield f"  Sista anteckning: {row.oldest} till {row.newest}"
    yield f"  Beslut: {row.approved_by}, {day_of(row.approved_at)}, {row.reference}"
    yield f"  Skäl: {row.reason}"
    for what, number in row.erased.items():
        yield f"  {_counted(what)}: {number}"
    yield f"  Klart: {day_of(row.finished_at)}"


def _counted(what: str) -> str:
    if what.startswith(STAYS):
        return f"Kvar, {REASONS[what.removeprefix(STAYS)]}"
    if what.endswith(SHARED):
        return f"Släppta, kvar hos andra: {THINGS[what.removesuffix(SHARED)]}"
    return f"Gallrade: {THINGS[what]}"
