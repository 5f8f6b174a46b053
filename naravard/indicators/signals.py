"""When a followed measure is a signal (pure)."""

from naravard.indicators.rules import SignalWhen
from naravard.indicators.verdicts import Verdict

BEYOND = "beyond"


def signal_state(
    when: SignalWhen, limit: float | None, verdict: Verdict, value: float | None
) -> str:
    """What there is to tell, in a word that changes when there is more; else empty.

    A signal that stands is told once: when the word is another than last time.
    """
    if when.has_limit:
        return BEYOND if _is_beyond(when, limit, value) else ""
    wanted = verdict is Verdict.WORSE if when is SignalWhen.WORSE else verdict.is_change
    return verdict.value if wanted else ""


def _is_beyond(when: SignalWhen, limit: float | None, value: float | None) -> bool:
    if limit is None or value is None:
        return False
    return value > limit if when is SignalWhen.ABOVE else value < limit
