"""The pack that follows a person to hospital and home again, read from her plan.

The thought is that of the red bag of English care homes: what those who meet her must
know at once, and what makes her stay good, in one place that goes with her.
"""

from naravard.plan import readings
from naravard.plan.rules.content import Content
from naravard.plan.rules.kinds import PalliativePhase, PassageKind
from naravard.plan.rules.legal import Block, Line, PersonFacts

PHASE_IN_SWEDISH = {
    PalliativePhase.EARLY: "Tidig fas",
    PalliativePhase.LATE: "Sen fas",
    PalliativePhase.END_OF_LIFE: "Livets sista dagar",
}


def pack(content: Content, facts: PersonFacts) -> tuple[Block, ...]:
    """What goes with her, the most urgent first; what is not written is left out."""
    blocks = (
        _limits(content),
        _palliative(content),
        readings.words(
            "Det viktigaste för mig",
            content,
            PassageKind.WHAT_MATTERS,
            PassageKind.STRENGTHS,
        ),
        readings.contingencies(content),
        readings.words(
            "När det är svårt",
            content,
            PassageKind.CRISIS_SIGNS,
            PassageKind.CRISIS_HELPS,
            PassageKind.CRISIS_AVOID,
            PassageKind.CRISIS_CALL,
        ),
        readings.team(content),
        readings.needs(content, facts),
        readings.activities(
            "Det som görs hemma, och som börjar igen vid hemgång",
            content,
            facts,
            lambda _: True,
        ),
        _self_care(content),
        readings.times(content),
    )
    return tuple(block for block in blocks if block.lines)


def _limits(content: Content) -> Block:
    return Block(
        title="Beslut om behandling",
        lines=tuple(
            Line(
                text=one.what,
                note=f"{one.decided_by}, {one.decided_on.isoformat()}",
                part_id=one.id,
            )
            for one in content.limits
        ),
    )


def _palliative(content: Content) -> Block:
    return Block(
        title="Palliativ vård",
        lines=tuple(
            Line(
                label=PHASE_IN_SWEDISH[one.phase],
                text=one.wished_place or "Önskad plats är inte sagd.",
                note=f"Ring {one.call_name} {one.call_phone}".strip(),
                part_id=one.id,
            )
            for one in content.palliative
        ),
    )


def _self_care(content: Content) -> Block:
    return Block(
        title="Det jag sköter själv",
        lines=tuple(
            Line(label=one.act, text=one.instruction, note=one.stop_when)
            for one in content.self_care
        ),
    )
