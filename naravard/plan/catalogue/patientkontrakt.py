"""Patientkontrakt: agreement, contact, times and one plan (SKR; not statutory)."""

from naravard.plan import examples, readings
from naravard.plan.definition import LegalPlan
from naravard.plan.demands import NAMED_CONTACT
from naravard.plan.readings import living
from naravard.plan.rules.content import Content
from naravard.plan.rules.kinds import PassageKind, TeamRole, TimeStatus, View
from naravard.plan.rules.legal import Block, PersonFacts, Rule

SKR = "SKR: patientkontraktets fyra delar; inte bindande i lag"
AGREED = frozenset({TimeStatus.AGREED, TimeStatus.CHANGED, TimeStatus.KEPT})


def _agreed(content: Content, _: PersonFacts) -> bool:
    return bool(content.passage(PassageKind.AGREEMENT).strip())


def _has_time(content: Content, _: PersonFacts) -> bool:
    return any(one.status in AGREED for one in content.times)


def _blocks(content: Content, facts: PersonFacts) -> tuple[Block, ...]:
    return (
        readings.words("Det här är viktigt för mig", content, PassageKind.WHAT_MATTERS),
        readings.words("Det här är vi överens om", content, PassageKind.AGREEMENT),
        readings.team(content, (TeamRole.NAMED_CONTACT, TeamRole.NAMED_PHYSICIAN)),
        readings.times(content),
        readings.goals(content),
        *readings.by_principal(content, facts),
        readings.contingencies(content),
    )


LEGAL_PLAN = LegalPlan(
    view=View.PATIENTKONTRAKT,
    title="Patientkontrakt",
    law=SKR,
    about="Personens egen bild av allt: vad vi är överens om, vem som är kontakt,"
    " vilka tider som gäller och en plan för alla planerade insatser.",
    rules=(
        Rule(
            code="agreement",
            text="Överenskommelsen är inte skriven: vad personen gör och vad vården"
            " gör.",
            source=SKR,
            section="passages",
            holds=_agreed,
        ),
        NAMED_CONTACT,
        Rule(
            code="time",
            text="Det finns ingen överenskommen tid.",
            source=SKR,
            section="times",
            holds=_has_time,
        ),
        Rule(
            code="whole_plan",
            text="Det finns inga planerade insatser i planen.",
            source=SKR,
            section="activities",
            holds=lambda content, _: bool(living(content)),
        ),
    ),
    blocks=_blocks,
    examples=(
        examples.whole(),
        examples.unsaid(
            "Ingen överenskommelse är skriven.", PassageKind.AGREEMENT, "agreement"
        ),
        examples.lacking("Asta har ingen kontakt.", "named_contact", team=()),
        examples.lacking("Ingen tid är avtalad.", "time", times=()),
        examples.lacking("Inget är planerat.", "whole_plan", activities=()),
    ),
)
