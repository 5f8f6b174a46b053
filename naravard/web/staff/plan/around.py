"""What stands around the plan: team, meetings, tasks, units, what the law asks."""

from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.translation import gettext

from naravard.plan.rows import (
    InviteeRow,
    MeetingRow,
    PartyRow,
    PlanRow,
    TaskRow,
    ViewStanding,
)
from naravard.plan.rules.meetings import InviteeKind, MeetingStatus
from naravard.plan.rules.parts import TeamMember
from naravard.web.caregivers import Caregiver
from naravard.web.staff.plan.acts import answering, holding, parties, tasks
from naravard.web.staff.plan.acts.definition import Setting
from naravard.web.staff.plan.acts.offered import Offer, offers_about
from naravard.web.staff.plan.words import kinds, process
from naravard.web.staff.words.units import letter_of
from naravard.web.words.days import moment_words, sentence_start

ABOUT_MEETING = (*answering.ACTS, *holding.ACTS)
ABOUT_TASK = (tasks.ANSWER_TASK, tasks.TAKE_BACK)
GOING_ON = frozenset({MeetingStatus.PROPOSED, MeetingStatus.CALLED, MeetingStatus.HELD})


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody in the team and how to reach her."""

    name: str
    role: str
    letter: Caregiver
    phone: str
    is_contact: bool
    href: str

    @property
    def number(self) -> str:
        """The phone number as a telephone dials it."""
        digits = "".join(letter for letter in self.phone if letter.isdigit())
        return f"+46{digits[1:]}" if digits.startswith("0") else digits


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """Somebody called, and what they answer."""

    row: InviteeRow
    kind: str
    reply: str
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownMeeting:
    """A meeting in words, and what can be done with it."""

    row: MeetingRow
    state: str
    when: str
    how: str
    called: tuple[Called, ...]
    experience: tuple[tuple[str, int], ...]
    offers: tuple[Offer, ...]
    calendar: str
    going_on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTask:
    """A question between units, and what can be done with it."""

    row: TaskRow
    kind: str
    state: str
    tone: str
    due: str
    offers: tuple[Offer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownParty:
    """A unit in the plan."""

    row: PartyRow
    letter: Caregiver
    offers: tuple[Offer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownStanding:
    """How a legal plan stands: what it lacks and whose signature is awaited."""

    row: ViewStanding
    name: str
    href: str
    awaits: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CallNow:
    """Whom to call at this moment."""

    member: Member | None
    opens: str
    always: tuple[tuple[str, str], ...]


def team_of(plan: PlanRow, edit: str = "") -> tuple[Member, ...]:
    """The team, the person's own contact first; `edit` is where parts are changed."""
    members = [_member(one, plan, edit) for one in plan.content.team]
    return tuple(sorted(members, key=lambda one: not one.is_contact))


def call_now(plan: PlanRow) -> CallNow:
    """Who answers now, and when the person's own contact does."""
    opens_at = plan.call.contact_opens_at
    return CallNow(
        member=_member(plan.call.member, plan, "") if plan.call.member else None,
        opens=sentence_start(moment_words(opens_at, plan.read_at)) if opens_at else "",
        always=tuple((line.name, line.about) for line in plan.call.always),
    )


def meetings_of(setting: Setting) -> tuple[ShownMeeting, ...]:
    """Every meeting, those to come first."""
    rows = setting.opened.meetings if setting.opened else ()
    shown = [_meeting(row, setting) for row in rows]
    return tuple(sorted(shown, key=lambda one: not one.going_on))


def tasks_of(setting: Setting) -> tuple[ShownTask, ...]:
    """Every question between units."""
    rows = setting.opened.tasks if setting.opened else ()
    return tuple(_task(row, setting) for row in rows)


def parties_of(setting: Setting) -> tuple[ShownParty, ...]:
    """The units that take part now."""
    return tuple(
        ShownParty(
            row=row,
            letter=letter_of(row.unit_kind),
            offers=offers_about(replace(setting, about=row.unit_id), parties.LEAVE),
        )
        for row in setting.plan.parties
        if row.left_at is None
    )


def standings_of(setting: Setting) -> tuple[ShownStanding, ...]:
    """Every legal plan this plan is to be."""
    rows = setting.opened.standings if setting.opened else ()
    address = reverse("staff:plan_document", args=[setting.person.id])
    return tuple(
        ShownStanding(
            row=row,
            name=str(kinds.VIEW[row.view]),
            href=f"{address}?plan={row.view}",
            awaits=tuple(setting.plan.unit(one) for one in row.awaits_signature),
        )
        for row in rows
    )


def _member(one: TeamMember, plan: PlanRow, edit: str) -> Member:
    unit = plan.unit(one.unit_id)
    kind = next((p.unit_kind for p in plan.parties if p.unit_id == one.unit_id), "")
    role = ", ".join(
        text for text in (str(kinds.ROLE[one.role]), one.title, unit) if text
    )
    return Member(
        name=one.name,
        role=role,
        letter=Caregiver.PERSON if one.related_id else letter_of(kind),
        phone=one.phone,
        is_contact=plan.contact is not None and plan.contact.id == one.id,
        href=f"{edit}{one.id}/" if edit else "",
    )


def _meeting(row: MeetingRow, setting: Setting) -> ShownMeeting:
    about = replace(setting, about=row.meeting_id)
    place = f", {row.place}" if row.place else ""
    ends_at = f", {row.minutes_long} min"
    return ShownMeeting(
        row=row,
        state=str(process.MEETING[row.status]),
        when=sentence_start(moment_words(row.starts_at, setting.now)) + ends_at
        if row.starts_at
        else gettext("Tiden är inte bestämd"),
        how=f"{kinds.MODE[row.mode]}{place}",
        called=tuple(
            Called(
                row=one,
                kind=str(process.INVITEE[one.kind])
                if one.kind is not InviteeKind.UNIT
                else "",
                reply=str(process.REPLY[one.reply]),
                tone=process.REPLY_TONES[one.reply],
            )
            for one in row.invitees
        ),
        experience=tuple(
            (str(holding.QUESTIONS[question]), value)
            for question, value in row.experience
        ),
        offers=offers_about(about, *ABOUT_MEETING),
        calendar=reverse(
            "staff:plan_calendar", args=[setting.person.id, row.meeting_id]
        )
        if row.starts_at
        else "",
        going_on=row.status in GOING_ON,
    )


def _task(row: TaskRow, setting: Setting) -> ShownTask:
    due = ""
    if row.due_at:
        due = gettext("senast %(when)s") % {
            "when": moment_words(row.due_at, setting.now)
        }
    return ShownTask(
        row=row,
        kind=str(process.TASK_KIND[row.kind]),
        state=str(process.TASK[row.status]),
        tone=process.TASK_TONES[row.status],
        due=due,
        offers=offers_about(replace(setting, about=row.task_id), *ABOUT_TASK),
    )
