"""A team as words on a page: its people, its days, and how full they are."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from naravard.mobile.rows import TeamRow
from naravard.mobile.rules.states import TeamState
from naravard.mobile.team_rows import (
    CompetenceRow,
    LedTeam,
    ResourceRow,
    ShiftRow,
    TeamChangeRow,
)
from naravard.people.queries import municipality_names
from naravard.web.staff.visits.resource_forms import ResourceChangeForm
from naravard.web.staff.words import visits as words

TONES = {
    TeamState.PLANNED: "info",
    TeamState.ACTIVE: "good",
    TeamState.CLOSED: "plain",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCompetence:
    """What somebody may do, by whom it is given and until when."""

    row: CompetenceRow
    skill: str | Promise
    is_ahead: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownMember:
    """Somebody in the team."""

    name: str
    title: str
    by_profession: tuple[str | Promise, ...]
    competences: tuple[ShownCompetence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDay:
    """A day to come: who works, and how many of the places are taken."""

    day: date
    shifts: tuple[ShiftRow, ...]
    planned: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownResource:
    """A car, a bag or a machine, and where it may go from here."""

    row: ResourceRow
    kind: str | Promise
    state: str | Promise
    tone: str
    form: ResourceChangeForm


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownChange:
    """One row of the team's history."""

    row: TeamChangeRow
    what: str | Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTeam:
    """The whole page."""

    unit: str
    row: TeamRow | None
    kind: str | Promise
    state: str | Promise
    tone: str
    municipalities: str
    members: tuple[ShownMember, ...]
    days: tuple[ShownDay, ...]
    resources: tuple[ShownResource, ...]
    history: tuple[ShownChange, ...]


def team_shown(found: LedTeam, today: date) -> ShownTeam:
    """The team in words."""
    row = found.team
    codes = row.municipalities if row else ()
    names = municipality_names(codes)
    return ShownTeam(
        unit=found.unit,
        row=row,
        kind=words.TEAM_KINDS[row.kind] if row else "",
        state=words.TEAM_STATES[row.state] if row else "",
        tone=TONES[row.state] if row else "plain",
        municipalities=", ".join(names.get(code, code) for code in codes),
        members=tuple(
            ShownMember(
                name=each.name,
                title=each.title,
                by_profession=tuple(
                    words.SKILLS[skill] for skill in each.by_profession
                ),
                competences=tuple(
                    ShownCompetence(
                        row=held,
                        skill=words.SKILLS.get(held.skill, held.skill),
                        is_ahead=held.valid_from > today,
                    )
                    for held in each.competences
                ),
            )
            for each in found.members
        ),
        days=_days(found),
        resources=tuple(map(_resource, found.resources)),
        history=tuple(
            ShownChange(row=each, what=words.TEAM_ACTS[each.what])
            for each in found.history
        ),
    )


def _resource(row: ResourceRow) -> ShownResource:
    return ShownResource(
        row=row,
        kind=words.RESOURCES[row.kind],
        state=words.RESOURCE_STATES[row.state],
        tone=TONES[row.state],
        form=ResourceChangeForm.of(row),
    )


def _days(found: LedTeam) -> tuple[ShownDay, ...]:
    days = sorted({shift.day for shift in found.shifts} | set(found.planned))
    return tuple(
        ShownDay(
            day=day,
            shifts=tuple(shift for shift in found.shifts if shift.day == day),
            planned=found.planned.get(day, 0),
        )
        for day in days
    )
