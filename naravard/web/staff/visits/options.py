"""A plan and the ways to go on from it, as words and whole numbers."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext

from naravard.mobile.routing.prices import Parts
from naravard.mobile.routing.replanning.changes import told, why
from naravard.mobile.routing.replanning.options import Kind, Option
from naravard.mobile.routing.replanning.words import together
from naravard.mobile.rows import TeamDay
from naravard.web.staff.words import visits as words

MOST_TOLD = 3  # changes that are told at once
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
class Fact:
    """One thing to compare ways to go on by: the same things in the same order."""

    title: str
    text: str
    warns: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownOption:
    """One way to go on, in words."""

    kind: Kind | None  # None: chosen by hand
    titles: tuple[str | Promise, ...]
    changes: tuple[tuple[str, str], ...]
    broken: int
    unplanned: int
    parts: tuple[Part, ...]
    facts: tuple[Fact, ...]

    @property
    def first_changes(self) -> tuple[tuple[str, str], ...]:
        """What is told at once; the rest is folded."""
        return self.changes[:MOST_TOLD]

    @property
    def more_changes(self) -> tuple[tuple[str, str], ...]:
        """What is folded."""
        return self.changes[MOST_TOLD:]


def option_shown(day: TeamDay, option: Option) -> ShownOption:
    """One way to go on, with every change told."""
    return ShownOption(
        kind=option.kinds[0] if option.kinds else None,
        titles=tuple(words.OPTION_KINDS[kind] for kind in option.kinds),
        changes=tuple(
            (told(change, day.called), why(change, "").strip())
            for change in option.changes
        ),
        broken=option.broken_promises,
        unplanned=len(option.unplanned),
        parts=parts_shown(option.before, option.parts),
        facts=_facts(option),
    )


def _facts(option: Option) -> tuple[Fact, ...]:
    before, after = option.before, option.parts
    late = round(after.late) - round(before.late)
    return (
        _promises(option),
        _left_out(len(option.unplanned)),
        Fact(
            title=gettext("Ändrade besök"),
            text=str(sum(change.before is not None for change in option.changes)),
        ),
        Fact(title=gettext("Tid i bil"), text=_minutes(before.travel, after.travel)),
        Fact(
            title=gettext("För sent"),
            text=_minutes(before.late, after.late),
            warns=late > 0,
        ),
        Fact(title=gettext("Övertid"), text=_minutes(before.overtime, after.overtime)),
        Fact(
            title=gettext("Nya ansikten"),
            text=_more_or_less(round(after.new_faces) - round(before.new_faces)),
        ),
    )


def _promises(option: Option) -> Fact:
    broken = option.broken_promises
    text = (
        ngettext("%(count)s person att ringa", "%(count)s personer att ringa", broken)
        % {"count": broken}
        if broken
        else gettext("alla hålls")
    )
    return Fact(title=gettext("Lovade tider"), text=text, warns=bool(broken))


def _left_out(count: int) -> Fact:
    text = (
        ngettext("%(count)s besök", "%(count)s besök", count) % {"count": count}
        if count
        else gettext("alla får plats")
    )
    return Fact(title=gettext("Utan plats"), text=text, warns=bool(count))


def _minutes(before: float, after: float) -> str:
    """`12 min mer`, `5 min mindre`, or that it is as before."""
    change = round(after) - round(before)
    if change == 0:
        return gettext("som förut")
    told = (
        gettext("%(count)s min mer") if change > 0 else gettext("%(count)s min mindre")
    )
    return told % {"count": abs(change)}


def _more_or_less(change: int) -> str:
    """`2 fler`, `1 färre`, or that it is as before."""
    if change == 0:
        return gettext("som förut")
    told = gettext("%(count)s fler") if change > 0 else gettext("%(count)s färre")
    return told % {"count": abs(change)}


def cause_of(day: TeamDay) -> str:
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
