"""What the component page shows: invented people on an invented Tuesday."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django import forms

from naravard.core.clock import moment_at
from naravard.web.components.icons import DRAWINGS
from naravard.web.components.navigation import Crumb, Tab
from naravard.web.components.people import Fact, PersonShown, Reading
from naravard.web.components.timeline import (
    Kind,
    State,
    TimelineItem,
    TimelineLane,
    Window,
    window_around,
)

TUESDAY = date(2026, 11, 24)
NOW = moment_at(TUESDAY, time(9, 42))


class MeetingForm(forms.Form):
    """A call to a planning meeting."""

    time = forms.CharField(
        label="Tid för mötet",
        help_text="Till exempel 25 november 14.00",
        error_messages={"required": "Välj en tid för mötet"},
    )
    participants = forms.MultipleChoiceField(
        label="Vilka ska vara med?",
        choices=[
            ("karin", "Karin Holmgren"),
            ("sara", "Sara Blom, vårdcentralen"),
            ("ali", "Ali Rahimi, sjukhuset"),
        ],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Välj minst en deltagare"},
    )
    place = forms.ChoiceField(
        label="Var?",
        choices=[("ward", "På avdelningen"), ("video", "Video")],
        widget=forms.RadioSelect,
        required=False,
    )
    note = forms.CharField(
        label="Meddelande", widget=forms.Textarea(attrs={"rows": 2}), required=False
    )
    interpreter = forms.BooleanField(label="Tolk behövs", required=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDeadline:
    """A deadline of the component page."""

    due_at: datetime
    started_at: datetime | None = None
    note: str = ""


def on(day: int, month: int = 11) -> date:
    """A day of the invented year."""
    return date(2026, month, day)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """A Swedish time of day on a day."""
    return moment_at(day, time(hour, minute))


DEADLINES = (
    ShownDeadline(due_at=at(TUESDAY, 15), started_at=at(TUESDAY, 5)),
    ShownDeadline(due_at=at(TUESDAY, 11, 30), started_at=at(on(23), 22)),
    ShownDeadline(due_at=at(TUESDAY, 9), started_at=at(on(23), 9)),
    ShownDeadline(due_at=at(on(25), 10, 20), note="därefter betalar kommunen"),
    ShownDeadline(due_at=at(on(26), 9), note="inför hemgång fredag"),
)

PERSON = PersonShown(
    name="Karin Holmgren",
    identity="194302149804",
    born_on=date(1943, 2, 14),
    address="Stationsvägen 4, Lillby",
)

FACTS = (
    Fact(term="Just nu", text="Inskriven, US Hjärt", under="Hem onsdag 25 nov 13.00"),
    Fact(term="Fast vårdkontakt", text="Sara Blom", under="Lillby vårdcentral"),
    Fact(term="Närstående", text="Eva Holmgren, dotter", under="Får se planen"),
    Fact(
        term="Samtycke",
        text="Alla i planen får läsa",
        under="Gäller till 24 feb 2027",
        tone="good",
    ),
    Fact(
        term="Viktigt",
        text="Överkänslig: penicillin",
        under="Hör dåligt på vänster öra",
        tone="danger",
    ),
)

TABS = (
    Tab(text="Plan", href="#plan", current=True),
    Tab(text="Läkemedel", href="#lakemedel", count=7),
    Tab(text="Vem har läst", href="#vem-har-last"),
)

READINGS = (
    Reading(
        name="Maja Lindström",
        caregiver="K",
        reason="Samordnare i kommunen. Läste din plan inför mötet.",
        read_at=at(TUESDAY, 8, 40),
    ),
    Reading(
        name="Sara Blom",
        caregiver="V",
        reason="Din fasta vårdkontakt. Läste dina vikter.",
        read_at=at(on(23), 9, 5),
    ),
)

LANES = (
    TimelineLane(
        caregiver="A",
        name="Alla",
        items=(
            TimelineItem(
                title="Planeringsmöte",
                when="i dag 14.00",
                starts_on=TUESDAY,
                kind=Kind.MEETING,
                href="#mote",
            ),
            TimelineItem(
                title="Följa upp planen",
                when="9 dec",
                starts_on=on(9, 12),
                kind=Kind.MEETING,
                href="#uppfoljning",
            ),
        ),
    ),
    TimelineLane(
        caregiver="P",
        name="Karin och Eva",
        items=(
            TimelineItem(
                title="Sökte akut",
                when="18 nov",
                starts_on=on(18),
                state=State.DONE,
                href="#akut",
            ),
            TimelineItem(
                title="Eva bor hos Karin",
                when="25–29 nov",
                starts_on=on(25),
                ends_on=on(29),
                kind=Kind.SPAN,
                href="#eva",
            ),
            TimelineItem(
                title="Väger sig varje morgon",
                when="från 25 nov",
                starts_on=on(25),
                ends_on=on(13, 12),
                kind=Kind.SPAN,
                href="#vikt",
            ),
        ),
    ),
    TimelineLane(
        caregiver="S",
        name="Sjukhuset",
        items=(
            TimelineItem(
                title="Inskriven",
                when="18–25 nov",
                starts_on=on(18),
                ends_on=on(25),
                kind=Kind.SPAN,
                state=State.ONGOING,
                href="#inskriven",
            ),
            TimelineItem(
                title="Utskrivningsklar",
                when="24 nov",
                starts_on=TUESDAY,
                state=State.DONE,
                href="#klar",
            ),
        ),
    ),
    TimelineLane(
        caregiver="V",
        name="Vårdcentralen",
        items=(
            TimelineItem(
                title="Sara ringer", when="26 nov", starts_on=on(26), href="#ringer"
            ),
            TimelineItem(
                title="Sara på hembesök",
                when="27 nov",
                starts_on=on(27),
                href="#hembesok",
            ),
            TimelineItem(
                title="Läkemedelsgenomgång",
                when="1 dec",
                starts_on=on(1, 12),
                href="#genomgang",
            ),
        ),
    ),
    TimelineLane(
        caregiver="K",
        name="Kommunen",
        items=(
            TimelineItem(
                title="Hjälpmedel", when="24 nov", starts_on=TUESDAY, href="#hjalpmedel"
            ),
            TimelineItem(
                title="Hemtjänst",
                when="morgon och kväll från 25 nov",
                starts_on=on(25),
                ends_on=on(13, 12),
                kind=Kind.SPAN,
                href="#hemtjanst",
            ),
            TimelineItem(
                title="Träning hemma",
                when="26 nov–11 dec",
                starts_on=on(26),
                ends_on=on(11, 12),
                kind=Kind.SPAN,
                href="#traning",
            ),
        ),
    ),
)


@dataclass(frozen=True, kw_only=True)
class Examples:
    """Everything on the component page."""

    now: datetime = NOW
    today: date = TUESDAY
    tomorrow: date = TUESDAY + timedelta(days=1)
    deadlines: tuple[ShownDeadline, ...] = DEADLINES
    person: PersonShown = PERSON
    facts: tuple[Fact, ...] = FACTS
    tabs: tuple[Tab, ...] = TABS
    above: tuple[Crumb, ...] = (Crumb(text="Utskrivningar", href="#utskrivningar"),)
    readings: tuple[Reading, ...] = READINGS
    lanes: tuple[TimelineLane, ...] = LANES
    window: Window = field(default_factory=lambda: window_around(TUESDAY, weeks=5))
    half_year: Window = field(default_factory=lambda: window_around(TUESDAY, weeks=26))
    form: MeetingForm = field(default_factory=lambda: MeetingForm({}))
    icons: tuple[str, ...] = tuple(DRAWINGS)
