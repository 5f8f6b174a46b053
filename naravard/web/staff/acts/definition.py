"""What an act is: who may do it, when it is possible, what it asks and does."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.functional import Promise

from naravard.access.rules import Action, Actor, PartyKind
from naravard.discharge.queries import history_of, units_of
from naravard.discharge.rows import CaseRow, CaseView, PartyRow
from naravard.discharge.rules.case import Case
from naravard.discharge.rules.folding import fold
from naravard.discharge.rules.history import Event
from naravard.discharge.rules.parties import Unit
from naravard.discharge.services import OpenedCase, When
from naravard.messages.queries import MessageRow
from naravard.people.queries import PersonHeader
from naravard.web.staff.forms.base import ActForm

Text = str | Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """An opened case as the actor meets it; `message` is what the act is about."""

    actor: Actor
    person: PersonHeader
    view: CaseView
    messages: tuple[MessageRow, ...]
    now: datetime
    history: tuple[Event, ...]
    units: dict[str, Unit]
    folded: Case
    message: MessageRow | None = None

    @property
    def case(self) -> CaseRow:
        """Where the case stands."""
        return self.view.case

    @property
    def unit(self) -> str:
        """The actor's unit as the rules know it."""
        return str(self.actor.unit_id)

    @property
    def others(self) -> tuple[PartyRow, ...]:
        """The other units that know of the case and take part."""
        return tuple(
            party
            for party in self.view.parties
            if party.unit_id != self.actor.unit_id
            and party.is_told
            and not party.has_left
        )

    @property
    def part(self) -> PartyKind:
        """The actor's part in the case."""
        return part_of(self.actor, self.view)

    @property
    def consented(self) -> bool:
        """Whether the person has said yes to planning together."""
        return self.case.planning_consent == "given"


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """An act about to be done: where, what was entered, and when it happened."""

    setting: Setting
    form: ActForm
    when: When

    @property
    def entered(self) -> dict[str, Any]:
        """What the valid form holds."""
        return self.form.cleaned_data

    @property
    def case_id(self) -> UUID:
        """Which case."""
        return self.setting.case.case_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is said when it is done: the title, and what happens next and for whom."""

    title: Text
    consequence: Text


def no_event(_setting: Setting) -> Event | None:
    """The act is not an event that the rules of LUS count."""
    return None


def always(_setting: Setting) -> bool:
    """Nothing more is asked."""
    return True


def nothing(_setting: Setting) -> dict[str, object]:
    """The form begins empty."""
    return {}


def only_when(_setting: Setting) -> type[ActForm]:
    """A form that asks for nothing but when it happened."""
    return ActForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One thing that can be done in a case.

    `event` is what the rules are asked about before the act is offered; `fits` is what
    makes the act sensible besides. `help_text` says what happens and for whom.
    """

    slug: str
    verb: Text
    title: Text
    help_text: Text
    action: Action
    perform: Callable[[Doing], None]
    told: Told
    event: Callable[[Setting], Event | None] = no_event
    fits: Callable[[Setting], bool] = always
    form: Callable[[Setting], type[ActForm]] = only_when
    initial: Callable[[Setting], dict[str, object]] = nothing
    shown: Callable[[Setting], tuple["Shown", ...]] = field(default=lambda _: ())
    about_message: bool = False
    offered: bool = True  # False: reached from elsewhere than the list of acts
    grave: bool = False  # ends something for others: stands last, and is never filled


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One fact shown above a form: what will be sent, or to whom."""

    term: str
    text: str


def setting_of(
    opened: OpenedCase, now: datetime, message_id: UUID | None = None
) -> Setting:
    """The setting of an opened case; the history is folded once."""
    units = units_of(opened.view)
    history = history_of(opened.view)
    return Setting(
        actor=opened.record.actor,
        person=opened.person,
        view=opened.view,
        messages=opened.messages,
        now=now,
        history=history,
        units=units,
        folded=fold(list(history), units),
        message=next((row for row in opened.messages if row.id == message_id), None),
    )


def part_of(actor: Actor, view: CaseView) -> PartyKind:
    """What part the actor's unit has in the case."""
    party = next((p for p in view.parties if p.unit_id == actor.unit_id), None)
    if party is None or not party.is_told or party.has_left:
        return PartyKind.NONE
    if party.unit_id == view.case.ward_id:
        return PartyKind.SENDER
    contact = view.case.contact
    if contact is not None and contact.unit == party.unit:
        return PartyKind.NAMED_CONTACT
    return PartyKind.RECIPIENT
