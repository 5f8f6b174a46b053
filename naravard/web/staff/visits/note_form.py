"""What is written at a visit: NEWS2, SBAR, how it ended, and the next visit."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid4

from django import forms
from django.forms import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from naravard.mobile.rows import VisitRow
from naravard.mobile.rules.news2 import Consciousness, Measured, Scale
from naravard.mobile.rules.states import Outcome
from naravard.mobile.services import NextVisit, VisitForm
from naravard.web.staff.visits.forms import (
    HIGHEST_VERSION,
    RefusableForm,
    hand_over,
    text_field,
    within_a_year,
)
from naravard.web.staff.words import visits as words

GROUPS: tuple[tuple[Promise, tuple[str, ...]], ...] = (
    (
        gettext_lazy("Mätvärden för NEWS2"),
        (
            "breaths",
            "saturation",
            "oxygen",
            "systolic",
            "pulse",
            "consciousness",
            "temperature",
        ),
    ),
    (
        gettext_lazy("Överlämning enligt SBAR"),
        ("situation", "background", "assessment", "recommendation"),
    ),
    (
        gettext_lazy("Så slutade besöket"),
        ("outcome", "next_visit_on", "next_why", "next_need", "next_minutes"),
    ),
)
SCALE = ("scale", "scale_ordered_by")  # seldom needed, so folded until it is


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldGroup:
    """Fields that belong together, under a heading; those that are short stand two
    beside each other on a phone."""

    title: str | Promise
    fields: tuple[BoundField, ...]
    short: bool
    folded: tuple[BoundField, ...] = ()
    open: bool = False  # what is folded has something to say


def measure(label: object) -> forms.IntegerField:
    """A whole number, typed on a keyboard of digits alone."""
    return forms.IntegerField(
        label=label,  # type: ignore[arg-type]
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )


class NoteForm(RefusableForm):
    """What was measured, found and done; its id makes it one however often sent."""

    says_what_is_optional = True  # once above the fields, not at each of them

    note_id = forms.UUIDField(widget=forms.HiddenInput)
    based_on = forms.IntegerField(
        widget=forms.HiddenInput, min_value=0, max_value=HIGHEST_VERSION
    )
    written_at = forms.DateTimeField(widget=forms.HiddenInput, required=False)
    breaths = measure(gettext_lazy("Andningsfrekvens, per minut"))
    saturation = measure(gettext_lazy("Syremättnad, procent"))
    scale = forms.ChoiceField(
        label=gettext_lazy("Skala för syremättnad"),
        choices=[
            (Scale.ORDINARY.value, gettext_lazy("1: vanlig")),
            (
                Scale.LOW_SATURATION.value,
                gettext_lazy("2: låg mättnad är ordinerad som normal"),
            ),
        ],
        initial=Scale.ORDINARY.value,
    )
    scale_ordered_by = forms.CharField(
        label=gettext_lazy("Läkare som har ordinerat skala 2"),
        max_length=120,
        required=False,
    )
    oxygen = forms.ChoiceField(
        label=gettext_lazy("Syrgas"),
        choices=[
            ("", gettext_lazy("Inte noterat")),
            ("no", gettext_lazy("Nej")),
            ("yes", gettext_lazy("Ja")),
        ],
        required=False,
    )
    systolic = measure(gettext_lazy("Övre blodtryck, mmHg"))
    pulse = measure(gettext_lazy("Puls, per minut"))
    consciousness = forms.ChoiceField(
        label=gettext_lazy("Medvetande"),
        choices=[
            ("", gettext_lazy("Inte noterat")),
            *((each.value, text) for each, text in words.WAKEFULNESS.items()),
        ],
        required=False,
    )
    temperature = forms.DecimalField(
        label=gettext_lazy("Temperatur, °C"),
        max_digits=3,
        decimal_places=1,
        required=False,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )
    situation = text_field(gettext_lazy("Situation"))
    background = text_field(gettext_lazy("Bakgrund"))
    assessment = text_field(gettext_lazy("Aktuellt och det som gjordes"), rows=3)
    recommendation = text_field(gettext_lazy("Rekommendation och nästa kontakt"))
    outcome = forms.ChoiceField(
        label=gettext_lazy("Hur besöket slutade"),
        choices=[(each.value, text) for each, text in words.OUTCOMES.items()],
    )
    next_visit_on = forms.DateField(
        label=gettext_lazy("Nästa besök"),
        help_text=gettext_lazy("Lämna tomt om inget nytt besök behövs."),
        widget=forms.DateInput(attrs={"type": "date"}),
        required=False,
    )
    next_why = forms.CharField(
        label=gettext_lazy("Vad nästa besök gäller"),
        help_text=gettext_lazy("Tomt: samma som i dag."),
        max_length=200,
        required=False,
    )
    next_need = forms.ChoiceField(
        label=gettext_lazy("Vem som behövs då"),
        choices=[("", gettext_lazy("Samma som i dag")), *words.SKILLS.items()],
        required=False,
    )
    next_minutes = forms.IntegerField(
        label=gettext_lazy("Minuter hos personen då"),
        min_value=10,
        max_value=240,
        required=False,
    )

    def clean_next_visit_on(self) -> date | None:
        """The next visit is within a year."""
        day: date | None = self.cleaned_data["next_visit_on"]
        return None if day is None else within_a_year(day)

    @property
    def groups(self) -> Iterator[FieldGroup]:
        """The fields one sees, as one works at a visit."""
        for title, names in GROUPS:
            measures = "breaths" in names
            yield FieldGroup(
                title=title,
                fields=tuple(self[name] for name in names),
                short=measures,
                folded=tuple(self[name] for name in SCALE) if measures else (),
                open=self._scale_is_told(),
            )

    def _scale_is_told(self) -> bool:
        """Somebody has chosen scale 2, or something about it is wrong."""
        return self.is_bound and (
            bool(self.errors.keys() & set(SCALE))
            or self["scale"].value() != Scale.ORDINARY.value
        )

    def visit_form(self, visit_id: UUID, now: datetime) -> VisitForm:
        """What a valid form says, written when the device says, but never in future."""
        given = self.cleaned_data
        warm = given["temperature"]
        return VisitForm(
            note_id=given["note_id"],
            visit_id=visit_id,
            written_at=min(given["written_at"] or now, now),
            based_on=given["based_on"],
            outcome=Outcome(given["outcome"]),
            hand_over=hand_over(given),
            measured=Measured(
                breaths=given["breaths"],
                saturation=given["saturation"],
                oxygen={"yes": True, "no": False}.get(given["oxygen"]),
                systolic=given["systolic"],
                pulse=given["pulse"],
                consciousness=Consciousness(given["consciousness"])
                if given["consciousness"]
                else None,
                temperature=None if warm is None else float(warm),
                scale=Scale(given["scale"]),
            ),
            scale_ordered_by=given["scale_ordered_by"],
            next_visit=self._next_visit(),
        )

    def _next_visit(self) -> NextVisit | None:
        given = self.cleaned_data
        if given["next_visit_on"] is None:
            return None
        return NextVisit(
            on=given["next_visit_on"],
            why=given["next_why"],
            needs=(given["next_need"],) if given["next_need"] else (),
            minutes=given["next_minutes"],
        )


def fresh_note(visit: VisitRow) -> dict[str, object]:
    """What a note about a visit begins with."""
    return {"note_id": uuid4(), "based_on": visit.version}
