"""Whether what somebody follows is a signal, and a signal in words."""

from dataclasses import dataclass

from django.utils.translation import gettext

from naravard.access.rules import Actor
from naravard.indicators import queries
from naravard.indicators.queries import SignalRow, SubscriptionRow
from naravard.indicators.rules import SignalWhen
from naravard.indicators.signals import BEYOND, signal_state
from naravard.indicators.verdicts import Verdict
from naravard.web.decisions.board import Measure, board_of
from naravard.web.decisions.cards import why_words
from naravard.web.decisions.showing import place_words
from naravard.web.decisions.words import unit_words, value_words, verdict_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """A subscription, the measure as it stands there, and what there is to tell."""

    row: SubscriptionRow
    place: str
    measure: Measure
    state: str

    @property
    def period(self) -> str:
        """What the state is about."""
        latest = self.measure.latest
        return latest.period if latest else ""

    @property
    def value(self) -> float | None:
        """The latest value."""
        latest = self.measure.latest
        return latest.value if latest else None


def followed_by(actor: Actor) -> tuple[Followed, ...]:
    """Everything the actor follows, as it stands now."""
    return tuple(_followed(actor, row) for row in queries.subscriptions(actor))


def signal_words(followed: Followed) -> str:
    """What the signal says, with the doubt: one or two sentences."""
    if followed.row.when.has_limit:
        return gettext(
            "%(name)s är %(value)s %(unit)s (%(period)s); din gräns är %(limit)s."
        ) % {
            "name": followed.measure.name,
            "value": value_words(followed.value),
            "unit": unit_words(followed.measure.indicator),
            "period": followed.period,
            "limit": value_words(followed.row.limit),
        }
    return why_words(followed.measure)


def state_words(row: SignalRow) -> str:
    """`Säkert sämre`, or on which side of the limit it is."""
    if row.state == BEYOND:
        return when_words(row.about)
    return verdict_words(Verdict(row.state))


def when_words(row: SubscriptionRow) -> str:
    """What one has asked to hear of: `över 4,0`."""
    limit = {"limit": value_words(row.limit)}
    return {
        SignalWhen.CHANGE: gettext("Säker förändring"),
        SignalWhen.WORSE: gettext("Säkert sämre"),
        SignalWhen.ABOVE: gettext("Över %(limit)s") % limit,
        SignalWhen.BELOW: gettext("Under %(limit)s") % limit,
    }[row.when]


def _followed(actor: Actor, row: SubscriptionRow) -> Followed:
    board = board_of(actor, row.geo, [row.indicator])
    measure = board.measures[0]
    latest = measure.latest
    return Followed(
        row=row,
        place=place_words(board),
        measure=measure,
        state=signal_state(
            row.when,
            row.limit,
            measure.judgement.verdict,
            latest.value if latest else None,
        ),
    )
