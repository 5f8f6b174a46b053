"""A plan and the ways to go on from it, as words and whole numbers."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext

from naravard.mobile.routing.prices import Parts
from naravard.mobile.routing.replanning.changes import told, why
from naravard.mobile.routing.replanning.options import Kind, Option
from naravard.mobile.routing.replanning.words import together
from naravard.mobile.rows import TeamDay
from naravard.web.staff.words import visits as words

MOST_NAMED = 3  # of those who wait, in one sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of what a plan costs, before and after."""

    title: str
    before: int
    after: int

    @property
    def change(self) -> str:
        """How much more or less: `+4`, `−12`, or nothing when it is the same."""
        if self.after == self.before:
            return ""
        sign = "+" if self.after > self.before else "−"
        return f"{sign}{abs(self.after - self.before)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownOption:
    """One way to go on, in words."""

    kind: Kind | None  # None: chosen by hand
    titles: tuple[str | Promise, ...]
    changes: tuple[tuple[str, str], ...]
    broken: int
    unplanned: int
    parts: tuple[Part, ...]


def option_shown(day: TeamDay, option: Option) -> ShownOption:
    """One way to go on, with every change told."""
    cause = _cause(day)
    return ShownOption(
        kind=option.kinds[0] if option.kinds else None,
        titles=tuple(words.OPTION_KINDS[kind] for kind in option.kinds),
        changes=tuple(
            (told(change, day.called), why(change, cause)) for change in option.changes
        ),
        broken=option.broken_promises,
        unplanned=len(option.unplanned),
        parts=parts_shown(option.before, option.parts),
    )


def _cause(day: TeamDay) -> str:
    """Why anything has to move: who waits for a visit that nobody has."""
    names = [row.name for row in day.without_anybody]
    if not names:
        return ""
    if len(names) > MOST_NAMED:
        return gettext("För att %(count)s personer som väntar ska få besök.") % {
            "count": len(names)
        }
    return gettext("För att %(names)s ska få besök.") % {"names": together(names)}


def parts_shown(before: Parts, after: Parts) -> tuple[Part, ...]:
    """The parts of what a plan costs that people ask about."""
    told_parts = (
        (gettext("Minuter i bil"), before.travel, after.travel),
        (
            gettext("Minuter för sent, brådskande räknas flera gånger"),
            before.late,
            after.late,
        ),
        (gettext("Mest försenad, minuter"), before.worst_late, after.worst_late),
        (gettext("Minuter i väntan"), before.waiting, after.waiting),
        (gettext("Minuter övertid"), before.overtime, after.overtime),
        (
            gettext("Inte den fasta kontakten"),
            before.not_named_contact,
            after.not_named_contact,
        ),
        (gettext("Nya ansikten"), before.new_faces, after.new_faces),
        (
            gettext("Inte planerade, brådskande räknas flera gånger"),
            before.unplanned,
            after.unplanned,
        ),
    )
    return tuple(
        Part(title=title, before=round(was), after=round(becomes))
        for title, was, becomes in told_parts
    )
