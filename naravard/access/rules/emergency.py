"""How long an emergency lasts: time to choose, and time to read (nödöppning)."""

from datetime import timedelta

from naravard.access.rules.data import GlassStep
from naravard.access.rules.decisions import Decision, Outcome, Rule
from naravard.access.rules.grounds import Ground

# Our own figures: long enough for an acute visit, shorter than a shift. [design]
TIME_TO_CHOOSE = timedelta(minutes=15)
TIME_TO_READ = timedelta(hours=4)

# Rows of the log that tell of an emergency; they are reviewed every one.
EMERGENCY_GROUNDS = frozenset(
    {Ground.READ_EMERGENCY, Ground.READ_LIFTED, Ground.READ_BLOCKER}
)


def first_step(decision: Decision) -> GlassStep | None:
    """What an emergency begins with; None when no emergency opens anything."""
    if decision.outcome is not Outcome.BREAK_GLASS:
        return None
    return decision.step


def next_step(rule: Rule) -> GlassStep:
    """What comes when one has seen who: another provider's block is never opened."""
    return GlassStep.ASK_TO_LIFT if rule is Rule.A14 else GlassStep.OPEN
