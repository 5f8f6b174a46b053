"""Individuell plan enligt LSS (10 §)."""

from datetime import date

from naravard.plan import examples, readings
from naravard.plan.definition import LegalPlan
from naravard.plan.demands import OTHERS_MEASURES, took_part_or_why_not
from naravard.plan.readings import living
from naravard.plan.rules.content import Content
from naravard.plan.rules.kinds import LegalBasis, PassageKind, Principal, ReviewOf, View
from naravard.plan.rules.legal import Block, PersonFacts, Rule
from naravard.plan.rules.parts import Activity, Review

LAW = "LSS 10 §"
ANY_REVIEW = frozenset({ReviewOf.LSS, ReviewOf.PLAN})


def a_year_after(day: date) -> date:
    """The same day next year; after a leap day, the first of March."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return date(day.year + 1, 3, 1)


def _by_lss(activity: Activity) -> bool:
    return activity.basis is LegalBasis.LSS


def _decided(content: Content, _: PersonFacts) -> bool:
    return any(_by_lss(one) and one.decision.strip() for one in living(content))


def _wish(content: Content, _: PersonFacts) -> bool:
    return bool(content.passage(PassageKind.WHAT_MATTERS).strip())


def _reviewed_within_a_year(content: Content, facts: PersonFacts) -> bool:
    """From the last review, or from today when none has been done."""
    done = [
        one.done_on for one in content.reviews if one.of in ANY_REVIEW and one.done_on
    ]
    latest = max(done, default=facts.today)
    coming = [
        one.due_on
        for one in content.reviews
        if one.of in ANY_REVIEW and one.done_on is None
    ]
    return bool(coming) and min(coming) <= a_year_after(latest)


def _blocks(content: Content, facts: PersonFacts) -> tuple[Block, ...]:
    return (
        readings.words("Det här vill jag", content, PassageKind.WHAT_MATTERS),
        readings.activities("Beslutade insatser enligt LSS", content, facts, _by_lss),
        readings.activities(
            "Andra planerade insatser",
            content,
            facts,
            lambda one: not _by_lss(one),
        ),
        readings.others(content, facts),
        readings.team(content),
        readings.follow_up(content),
    )


LEGAL_PLAN = LegalPlan(
    view=View.LSS10,
    title="Individuell plan enligt LSS",
    law=LAW,
    about="Ska erbjudas den som får en insats enligt LSS, och kan begäras när som"
    " helst.",
    rules=(
        Rule(
            code="lss_wish",
            text="Personens egen önskan om planen saknas.",
            source=LAW,
            section="passages",
            holds=_wish,
        ),
        Rule(
            code="lss_decided",
            text="Det står inte vilken insats enligt LSS som är beslutad, och i vilket"
            " beslut.",
            source=LAW,
            section="activities",
            holds=_decided,
        ),
        OTHERS_MEASURES,
        Rule(
            code="lss_together",
            text="Det står inte att planen gjordes tillsammans med personen, eller"
            " varför inte.",
            source=LAW,
            section="header",
            holds=took_part_or_why_not,
        ),
        Rule(
            code="lss_yearly",
            text="Planen ska omprövas minst en gång om året. Ingen sådan dag är"
            " bestämd.",
            source=LAW,
            section="reviews",
            holds=_reviewed_within_a_year,
        ),
    ),
    blocks=_blocks,
    examples=(
        examples.whole(),
        examples.unsaid(
            "Astas egen önskan saknas.", PassageKind.WHAT_MATTERS, "lss_wish"
        ),
        examples.lacking(
            "Ingen insats enligt LSS är beslutad.",
            "lss_decided",
            activities=examples.done_by(Principal.REGION),
        ),
        examples.headed(
            "Ingen har frågat vad andra gör.", "others", others_listed=False
        ),
        examples.headed(
            "Det står inte om Asta var med.", "lss_together", took_part=None
        ),
        examples.lacking(
            "Omprövningen ligger mer än ett år bort.",
            "lss_yearly",
            reviews=(
                Review(
                    id=examples.number(24), of=ReviewOf.LSS, due_on=date(2027, 3, 3)
                ),
            ),
        ),
    ),
)
