"""Reads the values that have been counted; aggregates only, never a person."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from naravard.access.rules import Actor, ActorKind
from naravard.indicators.engine.dividing import UNKNOWN
from naravard.indicators.models import (
    Counting,
    Signal,
    SignalSubscription,
    StoredValue,
)
from naravard.indicators.results import WHOLE
from naravard.indicators.rules import (
    SignalWhen,
    Span,
    assignment_of,
    check_may_see_figures,
)

ALL = "all"
MUNICIPALITY = "municipality"
MOST_SIGNALS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One value as it is kept; `first` is the first day it is about."""

    indicator: str
    version: str
    span: Span
    period: str
    first: date
    geo_level: str
    geo: str
    stratum: str
    num: float | None
    den: float | None
    value: float | None
    ci_lo: float | None
    ci_hi: float | None
    std: str
    suppressed: bool
    remark: str

    @property
    def is_preliminary(self) -> bool:
        """Whether some of the facts had not had time to arrive."""
        return self.remark.startswith("preliminärt")


@dataclass(frozen=True, slots=True, kw_only=True)
class CountingRow:
    """A reading of the lake, and how far it has come."""

    began_at: datetime
    ended_at: datetime | None
    snapshot: str
    source: str
    after: date
    done: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SubscriptionRow:
    """What somebody wants to hear of, since when."""

    id: UUID
    indicator: str
    geo: str
    since: datetime
    when: SignalWhen
    limit: float | None
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalRow:
    """A signal that has been raised, and of which subscription."""

    id: UUID
    about: SubscriptionRow
    state: str
    period: str
    value: float | None
    raised_at: datetime
    seen_at: datetime | None
    mailed_at: datetime | None


def latest_counting(actor: Actor) -> CountingRow | None:
    """The latest reading of the lake, under way or ended; none when never read."""
    check_may_see_figures(actor)
    row = Counting.objects.order_by("-began_at").first()
    if row is None:
        return None
    return CountingRow(
        began_at=row.began_at,
        ended_at=row.ended_at,
        snapshot=row.snapshot,
        source=row.source,
        after=row.after,
        done=row.done,
        total=row.total,
    )


def series(
    actor: Actor, indicators: Iterable[str] = (), *, geo: str = WHOLE
) -> dict[str, tuple[Figure, ...]]:
    """Months (or quarters) of each indicator in a place, in order of time.

    Of each period the version that was counted last.
    """
    rows = _latest(actor, indicators).filter(
        span__in=(Span.MONTH, Span.QUARTER), stratum=WHOLE, geo=geo
    )
    return _by_indicator(rows)


def series_by_municipality(
    actor: Actor, indicator: str
) -> dict[str, tuple[Figure, ...]]:
    """The months of one indicator in each municipality, in order of time."""
    rows = _latest(actor, [indicator]).filter(
        span=Span.MONTH, stratum=WHOLE, geo_level=MUNICIPALITY
    )
    found: dict[str, list[Figure]] = {}
    for figure in _by_indicator(rows).get(indicator, ()):
        found.setdefault(figure.geo, []).append(figure)
    return {place: tuple(figures) for place, figures in found.items()}


def years(
    actor: Actor, indicators: Iterable[str] = (), *, geo: str = WHOLE
) -> dict[str, tuple[Figure, ...]]:
    """The twelve-month values of each indicator in a place, in order of time."""
    rows = _latest(actor, indicators).filter(span=Span.YEAR, stratum=WHOLE, geo=geo)
    return _by_indicator(rows)


def by_municipality(actor: Actor, indicator: str) -> tuple[Figure, ...]:
    """The latest twelve months of each municipality."""
    rows = _latest(actor, [indicator]).filter(
        span=Span.YEAR, stratum=WHOLE, geo_level=MUNICIPALITY
    )
    return _newest(_by_indicator(rows).get(indicator, ()))


def by_group(actor: Actor, indicator: str) -> tuple[Figure, ...]:
    """The latest twelve months of each group of people in the whole county."""
    rows = (
        _latest(actor, [indicator])
        .filter(span=Span.YEAR, geo_level=ALL)
        .exclude(stratum=WHOLE)
    )
    return _newest(_by_indicator(rows).get(indicator, ()))


def published(actor: Actor, indicator: str) -> tuple[Figure, ...]:
    """What the owner has published, of all places and years."""
    rows = _latest(actor, [indicator]).filter(span=Span.PUBLISHED)
    return _by_indicator(rows).get(indicator, ())


def municipalities(actor: Actor) -> tuple[str, ...]:
    """The codes of the municipalities that have values of our own."""
    check_may_see_figures(actor)
    rows = StoredValue.objects.filter(span=Span.YEAR, geo_level=MUNICIPALITY)
    codes = rows.exclude(geo=UNKNOWN).values_list("geo", flat=True)
    return tuple(codes.order_by("geo").distinct())


def everything(actor: Actor, indicators: Iterable[str] = ()) -> tuple[Figure, ...]:
    """Every value that may be shown, for a file."""
    found = _by_indicator(_latest(actor, indicators))
    return tuple(figure for name in sorted(found) for figure in found[name])


def subscriptions(actor: Actor) -> tuple[SubscriptionRow, ...]:
    """What the actor follows, the first followed first."""
    rows = SignalSubscription.objects.filter(
        assignment_id=assignment_of(actor), ended_at=None
    ).order_by("since", "pk")
    return tuple(_subscription(row) for row in rows)


def signals(actor: Actor) -> tuple[SignalRow, ...]:
    """The latest signals that were raised for the actor, the newest first."""
    rows = Signal.objects.filter(subscription__assignment_id=assignment_of(actor))
    return _signals(rows.order_by("-raised_at", "pk")[:MOST_SIGNALS])


def unseen_signals(actor: Actor) -> int:
    """How many signals the actor has not read."""
    if actor.kind is not ActorKind.STAFF or actor.assignment_id is None:
        return 0
    return Signal.objects.filter(
        subscription__assignment_id=actor.assignment_id, seen_at=None
    ).count()


def following() -> tuple[UUID, ...]:
    """The assignments that follow anything, for the night's work."""
    rows = SignalSubscription.objects.filter(ended_at=None)
    ids = rows.values_list("assignment_id", flat=True)
    return tuple(ids.order_by("assignment_id").distinct())


def signals_to_mail(actor: Actor, since: datetime) -> tuple[SignalRow, ...]:
    """The actor's signals since then that are to go by e-mail and have not gone."""
    rows = Signal.objects.filter(
        subscription__assignment_id=assignment_of(actor),
        subscription__ended_at=None,
        mailed_at=None,
        raised_at__gte=since,
    ).exclude(subscription__email="")
    return _signals(rows.order_by("raised_at", "pk"))


def _subscription(row: SignalSubscription) -> SubscriptionRow:
    return SubscriptionRow(
        id=row.pk,
        indicator=row.indicator,
        geo=row.geo,
        since=row.since,
        when=SignalWhen(row.when),
        limit=row.limit,
        email=row.email,
    )


def _signals(rows: QuerySet[Signal]) -> tuple[SignalRow, ...]:
    return tuple(
        SignalRow(
            id=row.pk,
            about=_subscription(row.subscription),
            state=row.state,
            period=row.period,
            value=row.value,
            raised_at=row.raised_at,
            seen_at=row.seen_at,
            mailed_at=row.mailed_at,
        )
        for row in rows.select_related("subscription")
    )


def _latest(actor: Actor, indicators: Iterable[str]) -> QuerySet[StoredValue]:
    """Of values that differ only in version, the one that was counted last."""
    check_may_see_figures(actor)
    wanted = list(indicators)
    rows = StoredValue.objects.filter(indicator__in=wanted) if wanted else None
    found = StoredValue.objects.all() if rows is None else rows
    key = ("indicator", "span", "first", "period", "geo_level", "geo", "stratum")
    return found.order_by(*key, "-counted_at").distinct(*key)


def _by_indicator(rows: QuerySet[StoredValue]) -> dict[str, tuple[Figure, ...]]:
    found: dict[str, list[Figure]] = {}
    for row in rows:
        found.setdefault(row.indicator, []).append(_figure(row))
    return {
        name: tuple(sorted(figures, key=lambda each: (each.first, each.geo)))
        for name, figures in found.items()
    }


def _newest(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    last = max((figure.first for figure in figures), default=None)
    return tuple(figure for figure in figures if figure.first == last)


def _figure(row: StoredValue) -> Figure:
    return Figure(
        indicator=row.indicator,
        version=row.version,
        span=Span(row.span),
        period=row.period,
        first=row.first,
        geo_level=row.geo_level,
        geo=row.geo,
        stratum=row.stratum,
        num=row.num,
        den=row.den,
        value=row.value,
        ci_lo=row.ci_lo,
        ci_hi=row.ci_hi,
        std=row.std,
        suppressed=row.suppressed,
        remark=row.remark,
    )
