"""What is sent when a day is planned: a choice, or a change by hand."""

from collections.abc import Iterable
from typing import Any, Self
from uuid import UUID

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext, gettext_lazy

from naravard.mobile import services
from naravard.mobile.routing.replanning.options import Kind
from naravard.web.staff.visits.chosen import Chosen
from naravard.web.staff.visits.lanes import Lane

FIRST = "forst"  # first of what is left of a round; empty: where it is best
AWAY, LATE = "borta", "sen"


class ChoiceForm(forms.Form):
    """Which way to go on, as it was seen."""

    kind = forms.ChoiceField(choices=[(each.value, each.value) for each in Kind])
    seen_at = forms.DateTimeField()
    version = forms.IntegerField()


class MoveForm(forms.Form):
    """Which visit goes to whom, and where in the round."""

    says_what_is_optional = True  # each choice has an answer from the start
    visit = forms.UUIDField(widget=forms.HiddenInput)
    shift = forms.UUIDField(label=gettext_lazy("Till vem"), widget=forms.Select)
    place = forms.CharField(
        label=gettext_lazy("Var i rundan"),
        required=False,
        max_length=36,
        widget=forms.Select,
    )

    @classmethod
    def of(cls, chosen: Chosen) -> Self:
        """The form about a chosen visit, with everybody who could make it."""
        row = chosen.visit.row
        form = cls(
            auto_id="flytta_%s", initial={"visit": row.id, "shift": chosen.shift}
        )
        _choose(
            form["shift"],
            [
                (each.row.shift_id, f"{each.letter} {each.row.name}")
                for each in chosen.rounds
            ],
        )
        after = gettext("Efter %(text)s %(name)s")
        _choose(
            form["place"],
            [
                ("", gettext("Där det passar bäst")),
                (FIRST, gettext("Först av det som är kvar")),
                *(
                    (
                        f"{each.letter} {each.row.name}",
                        [
                            (at.row.id, after % {"text": at.text, "name": at.row.name})
                            for at in each.others
                        ],
                    )
                    for each in chosen.rounds
                    if each.others
                ),
            ],
        )
        return form

    def clean_place(self) -> str | UUID:
        """First, after a visit, or where it is best."""
        given: str = self.cleaned_data["place"]
        if given in {"", FIRST}:
            return given
        place: UUID = forms.UUIDField().clean(given)
        return place

    def wanted(self) -> services.Wanted:
        """What a valid form asks for."""
        place = self.cleaned_data["place"]
        return services.Wanted(
            visit_id=self.cleaned_data["visit"],
            to_shift=self.cleaned_data["shift"],
            after=place if isinstance(place, UUID) else None,
            first=place == FIRST,
        )


class SwapForm(forms.Form):
    """Which two visits change places."""

    visit = forms.UUIDField(widget=forms.HiddenInput)
    other = forms.UUIDField(label=gettext_lazy("Med vilket besök"), widget=forms.Select)

    @classmethod
    def of(cls, chosen: Chosen) -> Self:
        """The form about a chosen visit, with those it can change places with."""
        form = cls(auto_id="byt_%s", initial={"visit": chosen.visit.row.id})
        _choose(
            form["other"],
            [(each.row.id, f"{each.text} {each.row.name}") for each in chosen.swaps],
        )
        return form

    def wanted(self) -> services.Wanted:
        """What a valid form asks for."""
        given = self.cleaned_data
        return services.Wanted(visit_id=given["visit"], other=given["other"])


class PinForm(forms.Form):
    """Which visit is to keep who and when, or be loosened."""

    visit = forms.UUIDField()
    pinned = forms.BooleanField(required=False)


class ShiftForm(forms.Form):
    """Whose shift has changed: away for the rest of the day, or so much late."""

    says_what_is_optional = True  # at the one that is
    shift = forms.UUIDField(label=gettext_lazy("Vem"), widget=forms.Select)
    what = forms.ChoiceField(
        label=gettext_lazy("Vad har hänt?"),
        choices=[
            (AWAY, gettext_lazy("Är sjuk eller har gått hem")),
            (LATE, gettext_lazy("Blir sen")),
        ],
        widget=forms.RadioSelect,
        initial=AWAY,
    )
    minutes = forms.IntegerField(
        label=gettext_lazy("Så många minuter sen"),
        help_text=gettext_lazy("Bara om personen blir sen."),
        required=False,
        min_value=5,
        max_value=480,
    )

    @classmethod
    def of(cls, rounds: Iterable[Lane]) -> Self:
        """The form with everybody who is still at work."""
        form = cls(auto_id="lage_%s")
        _choose(
            form["shift"],
            [
                (lane.row.shift_id, f"{lane.letter} {lane.row.name}")
                for lane in rounds
                if lane.row.left_at is None
            ],
        )
        return form

    def clean(self) -> dict[str, object]:
        """Whoever is late is so many minutes late."""
        given: dict[str, object] = super().clean() or {}
        if given.get("what") == LATE and not given.get("minutes"):
            self.add_error(
                "minutes", gettext_lazy("Skriv hur många minuter sen personen blir")
            )
        return given

    def late_minutes(self) -> int | None:
        """What a valid form says; None: away for the rest of the day."""
        given = self.cleaned_data
        minutes: int | None = given["minutes"] if given["what"] == LATE else None
        return minutes


def _choose(field: BoundField, choices: Iterable[tuple[Any, Any]]) -> None:
    widget = field.field.widget
    assert isinstance(widget, forms.Select)
    widget.choices = list(choices)
    widget.attrs.pop("maxlength", None)  # a list has none
