"""Who has read: name, role, unit, what and why in full sentences, and when."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy, ngettext

from naravard.access.queries import LogLine
from naravard.access.rules import ActorKind, Ground
from naravard.core.clock import day_of
from naravard.review.rules import Status
from naravard.web.caregivers import Caregiver
from naravard.web.components.people import Reading
from naravard.web.inhabitant.words.doers import letter_of_unit
from naravard.web.inhabitant.words.reasons import WHAT, WHAT_BY_CATEGORY, WHY


@dataclass(frozen=True, slots=True, kw_only=True)
class _Same:
    """What makes two rows the same visit, as far as the person cares."""

    day: str
    name: str
    unit: str
    action: str
    category: str
    ground: str
    reason: str


# How a review went, said to the person; what is looked at is not therefore wrong.
REVIEWS: Mapping[Status, str | Promise] = {
    Status.PICKED: gettext_lazy("Läsningen ska granskas."),
    Status.ASKED: gettext_lazy("Läsningen granskas."),
    Status.EXPLAINED: gettext_lazy("Läsningen granskas."),
    Status.INVESTIGATED: gettext_lazy("Läsningen utreds."),
    Status.IN_ORDER: gettext_lazy("Läsningen är granskad och var i sin ordning."),
    Status.BREACH: gettext_lazy("Läsningen är granskad. Den var inte tillåten."),
    Status.FOLLOWED_UP: gettext_lazy(
        "Läsningen är granskad. Den var inte tillåten, och den är uppföljd."
    ),
}
NO_REVIEWS: Mapping[int, Status] = {}


def readings(
    lines: Iterable[LogLine], reviews: Mapping[int, Status] = NO_REVIEWS
) -> tuple[Reading, ...]:
    """One for each visit; the same thing many times a day is said once."""
    return tuple(_reading(list(rows), reviews) for rows in _visits(lines))


def _visits(lines: Iterable[LogLine]) -> Iterator[list[LogLine]]:
    together: dict[_Same, list[LogLine]] = {}
    for line in lines:
        together.setdefault(_same(line), []).append(line)
    yield from together.values()


def _same(line: LogLine) -> _Same:
    return _Same(
        day=day_of(line.at).isoformat(),
        name=line.name,
        unit=line.unit_name,
        action=line.action,
        category=line.category,
        ground=line.ground,
        reason=line.reason,
    )


def _reading(rows: list[LogLine], reviews: Mapping[int, Status]) -> Reading:
    line = rows[0]
    parts = (
        _who(line),
        _what(line),
        _why(line),
        _stated(line),
        _how_often(len(rows)),
        _reviewed(rows, reviews),
    )
    return Reading(
        name=line.name or line.unit_name or gettext("Ett annat datasystem"),
        caregiver=_letter(line),
        reason=" ".join(part for part in parts if part),
        read_at=line.at,
    )


def _who(line: LogLine) -> str:
    if line.actor_kind is ActorKind.RELATIVE:
        return gettext("Närstående.")
    if line.actor_kind is not ActorKind.STAFF:
        return ""
    unit = line.unit_name if line.name else ""
    said = ", ".join(part for part in (line.title, unit) if part)
    return f"{said}." if said else ""


def _what(line: LogLine) -> str:
    by_category = WHAT_BY_CATEGORY.get((line.action, line.category))
    what = by_category or WHAT.get(line.action)
    return str(what) if what else gettext("Gjorde något i ditt ärende.")


def _why(line: LogLine) -> str:
    """Why it was allowed; what somebody did as part of the work says so itself."""
    if line.ground == Ground.ACT and line.action in WHAT:
        return ""
    return str(WHY.get(line.ground, ""))


def _stated(line: LogLine) -> str:
    stated = line.reason.strip().rstrip(".")
    return gettext("Angivet skäl: %(reason)s.") % {"reason": stated} if stated else ""


def _reviewed(rows: list[LogLine], reviews: Mapping[int, Status]) -> str:
    found = [reviews[row.id] for row in rows if row.id in reviews]
    return str(REVIEWS[found[0]]) if found else ""


def _how_often(times: int) -> str:
    if times == 1:
        return ""
    return ngettext(
        "%(times)s gång den dagen.", "%(times)s gånger den dagen.", times
    ) % {"times": times}


def _letter(line: LogLine) -> Caregiver:
    if line.actor_kind in {ActorKind.RELATIVE, ActorKind.PERSON}:
        return Caregiver.PERSON
    return letter_of_unit(line.unit_kind) if line.unit_kind else Caregiver.EVERYONE
