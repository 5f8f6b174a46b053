"""A plan and the ways to go on from it, as words and whole numbers."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext

from naravard.mobile.routing.prices import Parts
from naravard.mobile.routing.replanning.changes import told, why
from naravard.mobile.routing.replanning.options import Kind, Option
from naravard.mobile.rows import TeamDay
from naravard.web.staff.words import visits as words


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of what a plan costs, before and after."""

    title: str
    before: int
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownOption:
    """One way to go on, in words."""

    kind: Kind
    titles: tuple[str | Promise, ...]
    changes: tuple[tuple[str, str], ...]
    broken: int
    unplanned: int
    parts: tuple[Part, ...]


def option_shown(day: TeamDay, option: Option) -> ShownOption:
    """One way to go on, with every change told."""
    cause = gettext("För att alla besök ska få plats.")
    return ShownOption(
        kind=option.kinds[0],
        titles=tuple(words.OPTION_KINDS[kind] for kind in option.kinds),
        changes=tuple(
            (told(change, day.called), why(change, cause)) for change in option.changes
        ),
        broken=option.broken_promises,
        unplanned=len(option.unplanned),
        parts=parts_shown(option.before, option.parts),
    )


def parts_shown(before: Parts, after: Parts) -> tuple[Part, ...]:
    """The parts of what a plan costs that people ask about."""
    told_parts = (
        (gettext("Minuter i bil"), before.travel, after.travel),
        (gettext("Minuter för sent"), before.late, after.late),
        (gettext("Mest försenad, minuter"), before.worst_late, after.worst_late),
        (gettext("Minuter i väntan"), before.waiting, after.waiting),
        (gettext("Minuter övertid"), before.overtime, after.overtime),
        (
            gettext("Inte den fasta kontakten"),
            before.not_named_contact,
            after.not_named_contact,
        ),
        (gettext("Nya ansikten"), before.new_faces, after.new_faces),
        (gettext("Inte planerade"), before.unplanned, after.unplanned),
    )
    return tuple(
        Part(title=title, before=round(was), after=round(becomes))
        for title, was, becomes in told_parts
    )
