"""The forms in which those who answer for the road write it."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext, gettext_lazy

from naravard.indicators.registry import in_order
from naravard.roadmap.document import ExpectedEffect, Step
from naravard.roadmap.rows import InitiativeRow, MilestoneRow, ObstacleRow, Road
from naravard.roadmap.rules import (
    Character,
    InitiativeState,
    MilestoneState,
    Phase,
    Scope,
)
from naravard.roadmap.services import (
    InitiativeText,
    MilestoneText,
    ObstacleText,
    ProposalText,
)
from naravard.web.decisions.road_words import (
    character_words,
    initiative_state_words,
    milestone_state_words,
    phase_words,
    scope_words,
)

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

LONGEST_TITLE, LONGEST_TEXT = 200, 1_000
FIRST_YEAR, LAST_YEAR = 2000, 2099
Choices = Iterable[tuple[str, str]]


def _title(label: "str | _StrPromise") -> forms.CharField:
    return forms.CharField(label=label, max_length=LONGEST_TITLE)


def _text(label: "str | _StrPromise", rows: int = 3) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def _day(label: "str | _StrPromise", *, required: bool = True) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=required,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d"],
    )


class ObstacleForm(forms.Form):
    """What is in the way, whose it is, and how it is to be removed."""

    title = _title(gettext_lazy("Vad är i vägen?"))
    text = _text(gettext_lazy("Hur märks det?"))
    phase = forms.ChoiceField(label=gettext_lazy("I vilken del av vägen?"))
    owner = _title(gettext_lazy("Vem tar bort det?"))
    removal = _text(gettext_lazy("Hur tas det bort?"))

    def __init__(self, given: Any = None, *, row: ObstacleRow | None = None) -> None:
        """Begin from what is there."""
        names = ("title", "text", "phase", "owner", "removal")
        super().__init__(given, initial=_initial(row, names))
        _choose(self, "phase", [(each.value, phase_words(each)) for each in Phase])

    @property
    def wanted(self) -> ObstacleText:
        """What a valid form says."""
        given = self.cleaned_data
        return ObstacleText(**(given | {"phase": Phase(given["phase"])}))


class MilestoneForm(forms.Form):
    """What is to be reached in a year."""

    year = forms.IntegerField(
        label=gettext_lazy("År"), min_value=FIRST_YEAR, max_value=LAST_YEAR
    )
    title = _title(gettext_lazy("Vad ska vi ha nått?"))
    text = _text(gettext_lazy("Hur märks det?"))
    state = forms.ChoiceField(label=gettext_lazy("Läge"))

    def __init__(self, given: Any = None, *, row: MilestoneRow | None = None) -> None:
        """Begin from what is there."""
        names = ("year", "title", "text", "state")
        super().__init__(given, initial=_initial(row, names))
        states = [(each.value, milestone_state_words(each)) for each in MilestoneState]
        _choose(self, "state", states)

    @property
    def wanted(self) -> MilestoneText:
        """What a valid form says."""
        given = self.cleaned_data
        return MilestoneText(**(given | {"state": MilestoneState(given["state"])}))


class InitiativeForm(forms.Form):
    """What is done, whose it is, what it is to change and where it has begun."""

    title = _title(gettext_lazy("Vad görs?"))
    text = _text(gettext_lazy("På vilket sätt?"))
    area = forms.ChoiceField(label=gettext_lazy("Målområde"))
    scope = forms.ChoiceField(label=gettext_lazy("Vems"))
    character = forms.ChoiceField(label=gettext_lazy("Vem märker det mest?"))
    phase = forms.ChoiceField(label=gettext_lazy("Fas"))
    state = forms.ChoiceField(label=gettext_lazy("Läge"))
    responsible = _title(gettext_lazy("Ansvarig"))
    started_on = _day(gettext_lazy("Började"), required=False)
    indicator = forms.ChoiceField(
        label=gettext_lazy("Ska ändra måttet"), required=False
    )
    expected = forms.FloatField(
        label=gettext_lazy("Så mycket, i måttets enhet"),
        help_text=gettext_lazy("Minus betyder att måttet ska sjunka."),
        required=False,
        localize=True,
    )
    says = forms.CharField(
        label=gettext_lazy("Väntad verkan med ord"),
        max_length=LONGEST_TITLE,
        required=False,
    )
    municipality = forms.ChoiceField(
        label=gettext_lazy("Införs steg för steg: kommun"), required=False
    )
    stepped_on = _day(gettext_lazy("Började i kommunen"), required=False)

    def __init__(
        self,
        given: Any = None,
        *,
        road: Road,
        places: Mapping[str, str],
        row: InitiativeRow | None = None,
    ) -> None:
        """Begin from what is there."""
        names = (
            *("title", "text", "scope", "character", "phase", "state"),
            *("responsible", "started_on"),
        )
        initial = _initial(row, names) | ({"area": str(row.area_id)} if row else {})
        super().__init__(given, initial=initial)
        _choose(self, "area", [(str(each.id), each.title) for each in road.areas])
        _choose(self, "scope", [(each.value, scope_words(each)) for each in Scope])
        _choose(
            self,
            "character",
            [(each.value, character_words(each)[1]) for each in Character],
        )
        _choose(self, "phase", [(each.value, phase_words(each)) for each in Phase])
        states = [
            (each.value, initiative_state_words(each)[0]) for each in InitiativeState
        ]
        _choose(self, "state", states)
        nothing = ("", gettext("Inget"))
        measures = [(each.id, f"{each.id} {each.title}") for each in in_order()]
        _choose(self, "indicator", [nothing, *measures])
        _choose(self, "municipality", [nothing, *places.items()])

    def clean(self) -> dict[str, Any]:
        """An effect has a size and words, and a step has a day."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("indicator") and given.get("expected") is None:
            self.add_error("expected", gettext("Skriv hur mycket måttet ska ändras"))
        if given.get("indicator") and not given.get("says"):
            self.add_error("says", gettext("Skriv verkan med ord"))
        if given.get("municipality") and not given.get("stepped_on"):
            self.add_error("stepped_on", gettext("Skriv dagen den började där"))
        return given

    @property
    def wanted(self) -> InitiativeText:
        """What a valid form says."""
        given = self.cleaned_data
        return InitiativeText(
            area_id=UUID(given["area"]),
            title=given["title"],
            text=given["text"],
            scope=Scope(given["scope"]),
            character=Character(given["character"]),
            phase=Phase(given["phase"]),
            state=InitiativeState(given["state"]),
            responsible=given["responsible"],
            started_on=given["started_on"],
            effect=self._effect(),
            step=self._step(),
        )

    def _effect(self) -> ExpectedEffect | None:
        given = self.cleaned_data
        if not given["indicator"]:
            return None
        return ExpectedEffect(
            indicator=given["indicator"],
            expected=given["expected"],
            says=given["says"],
        )

    def _step(self) -> Step | None:
        given = self.cleaned_data
        if not given["municipality"]:
            return None
        return Step(municipality=given["municipality"], started_on=given["stepped_on"])


class ProposalForm(forms.Form):
    """What is to be decided, by whom, on which day, and whom it binds."""

    title = _title(gettext_lazy("Vad ska beslutas?"))
    text = _text(gettext_lazy("Vad innebär det?"))
    body = _title(gettext_lazy("Vem beslutar?"))
    day = _day(gettext_lazy("Vilken dag?"))
    binds = forms.MultipleChoiceField(
        label=gettext_lazy("Vilka ska ställa sig bakom?"),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, given: Any = None, *, organisations: Mapping[UUID, str]) -> None:
        """Name those who may be bound."""
        super().__init__(given)
        _choose(
            self, "binds", [(str(key), name) for key, name in organisations.items()]
        )

    @property
    def wanted(self) -> ProposalText:
        """What a valid form says."""
        given = self.cleaned_data
        return ProposalText(**(given | {"binds": tuple(map(UUID, given["binds"]))}))


def _initial(row: object | None, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names} if row else {}


def _choose(form: forms.Form, name: str, choices: Choices) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = list(choices)
