"""Components render without a database, and a misspelling is an error."""

from datetime import UTC, datetime

import pytest
from django import forms
from django.template import Context, Template, TemplateSyntaxError
from django.test import RequestFactory
from django.utils import translation
from pytest_django.asserts import assertHTMLEqual, assertInHTML

from naravard.web.components import marks, navigation
from naravard.web.components.forms import form_errors, form_field
from naravard.web.components.gallery import gallery
from naravard.web.components.icons import icon

NOW = datetime(2026, 11, 24, 8, 42, tzinfo=UTC)


class CallForm(forms.Form):
    time = forms.CharField(label="Tid", help_text="Till exempel 14.00")
    note = forms.CharField(label="Meddelande", required=False)
    who = forms.MultipleChoiceField(
        label="Vilka?",
        choices=[("a", "Ali"), ("s", "Sara")],
        widget=forms.CheckboxSelectMultiple,
    )


def rendered(source: str, **context: object) -> str:
    return Template(source).render(Context(context))


def test_component_page_shows_every_component_without_a_database() -> None:
    response = gallery(RequestFactory().get("/komponenter/"))

    assert response.status_code == 200
    assert "42 min försenat" in response.text


def test_component_page_exists_in_english_around_its_swedish_examples() -> None:
    with translation.override("en"):
        response = gallery(RequestFactory().get("/komponenter/"))

    assert "Skip to the content" in response.text
    assert "42 min late" in response.text


def test_caregiver_is_always_a_letter_and_a_name() -> None:
    assertHTMLEqual(
        marks.caregiver("K"), '<span class="akt" data-k="K">Kommunen</span>'
    )


def test_unknown_caregiver_is_an_error() -> None:
    with pytest.raises(ValueError, match="X"):
        marks.caregiver("X")


def test_misspelt_tone_is_an_error() -> None:
    with pytest.raises(KeyError, match="DANGR"):
        marks.label("Överkänslig", tone="dangr")


def test_misspelt_icon_is_an_error() -> None:
    with pytest.raises(KeyError):
        icon("klocka")


def test_misspelt_argument_is_an_error_and_not_a_blank() -> None:
    with pytest.raises(TemplateSyntaxError, match="tittle"):
        rendered('{% card tittle="Vikt" %}71,8 kg{% endcard %}')


def test_text_from_people_is_escaped() -> None:
    html = rendered("{% caregiver 'P' name %}", name="<script>")

    assert "&lt;script&gt;" in html


def test_deadline_bar_is_hidden_from_screen_readers() -> None:
    html = marks.deadline(
        datetime(2026, 11, 24, 10, 30, tzinfo=UTC),
        NOW,
        started_at=datetime(2026, 11, 24, 8, tzinfo=UTC),
    )

    bar = '<span class="matare" aria-hidden="true"><i style="width:28%"></i></span>'
    assertInHTML(bar, html)


def test_step_track_says_its_place_aloud() -> None:
    assert "Steg 4 av 6:" in marks.step_track(4, 6, "Planering")


def test_button_ends_its_spoken_name_with_whom_it_is_for() -> None:
    html = rendered('{% button "Svara" about="för Karin Holmgren" %}')

    assert 'Svara<span class="dold"> för Karin Holmgren</span>' in html


def test_long_lists_show_first_last_and_neighbours() -> None:
    links = navigation.page_links(4, 9)

    assert [link.number for link in links] == [1, None, 3, 4, 5, None, 9]


def test_short_lists_have_no_page_links() -> None:
    assert navigation.pagination(1, 1) == ""


def test_field_with_error_names_its_help_and_its_error() -> None:
    html = form_field(CallForm({})["time"])

    assert 'aria-describedby="id_time_hjalp id_time_fel"' in html
    assert 'aria-invalid="true"' in html


def test_optional_field_says_so_and_required_says_nothing() -> None:
    form = CallForm()

    assert "(frivilligt)" in form_field(form["note"])
    assert "(frivilligt)" not in form_field(form["time"])


def test_error_summary_leads_to_the_first_choice_of_a_group() -> None:
    html = form_errors(CallForm({"time": "14.00"}))

    assert "En uppgift behöver rättas" in html
    assert 'href="#id_who_0"' in html


def test_form_without_faults_has_no_summary() -> None:
    assert form_errors(CallForm({"time": "14.00", "who": ["a"]})) == ""
