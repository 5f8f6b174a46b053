"""Those who answer for the road write it; the others read what they wrote."""

import pytest
from django.urls import reverse

from naravard.people.models import Organisation
from naravard.roadmap.models import (
    Initiative,
    Milestone,
    Obstacle,
    RoadDecision,
    RoadEdit,
    RolloutStep,
    TargetArea,
)

pytestmark = pytest.mark.usefixtures("counted", "road")
STONE = {
    "title": "Olika journaler",
    "text": "Uppgifter skrivs två gånger.",
    "phase": "groundwork",
    "owner": "Digitaliseringschefen",
    "removal": "En gemensam plan i stället för två.",
}


def initiative(**changed: str) -> dict[str, str]:
    area = TargetArea.objects.get(key="narsjukvard")
    return {
        "title": "Nattpatrull över kommungränsen",
        "text": "Två kommuner delar på en patrull om natten.",
        "area": str(area.pk),
        "scope": "municipality",
        "character": "inhabitant",
        "phase": "paving",
        "state": "going_on",
        "responsible": "Omvårdnadschefen",
        "started_on": "2026-02-01",
        "indicator": "NV-03",
        "expected": "-1,5",
        "says": "Färre kommer åter",
        "municipality": "9901",
        "stepped_on": "2026-02-01",
    } | changed


def test_a_new_stone_lies_in_the_road_with_its_owner(sign_in, politician):
    client = sign_in(politician)

    client.post(reverse("decisions:new_obstacle"), STONE)

    page = client.get(reverse("decisions:road"))
    assert "Olika journaler" in page.text
    assert "Digitaliseringschefen" in page.text
    assert RoadEdit.objects.get().by_name == "Gunvor Alm"


def test_a_stone_gets_other_words_and_keeps_its_state(sign_in, politician):
    row = Obstacle.objects.get(key="lagar")

    sign_in(politician).post(reverse("decisions:write_obstacle", args=[row.pk]), STONE)

    changed = Obstacle.objects.get(pk=row.pk)
    assert (changed.title, changed.state) == ("Olika journaler", row.state)


def test_what_is_missing_is_said_above_the_form(sign_in, politician):
    page = sign_in(politician).post(
        reverse("decisions:new_obstacle"), STONE | {"owner": ""}
    )

    assert "En uppgift behöver rättas" in page.text
    assert "Uppgifter skrivs två gånger." in page.text


def test_a_new_initiative_has_its_effect_and_its_first_step(sign_in, politician):
    client = sign_in(politician)

    client.post(reverse("decisions:new_initiative"), initiative())

    row = Initiative.objects.get(title="Nattpatrull över kommungränsen")
    page = client.get(reverse("decisions:initiative", args=[row.pk]))
    assert "Färre kommer åter" in page.text
    assert RolloutStep.objects.get(initiative=row).municipality_code == "9901"


def test_an_initiative_that_goes_on_has_begun(sign_in, politician):
    answer = sign_in(politician).post(
        reverse("decisions:new_initiative"), initiative(started_on="")
    )

    assert "Skriv vilken dag den började" in answer.text


def test_an_effect_has_a_size(sign_in, politician):
    page = sign_in(politician).post(
        reverse("decisions:new_initiative"), initiative(expected="")
    )

    assert "Skriv hur mycket måttet ska ändras" in page.text


def test_a_milestone_moves_to_another_year(sign_in, politician):
    row = Milestone.objects.get(year=2030)
    told = {"year": "2031", "title": row.title, "text": row.text, "state": "coming"}

    sign_in(politician).post(reverse("decisions:write_milestone", args=[row.pk]), told)

    assert Milestone.objects.get(pk=row.pk).year == 2031


def test_a_proposal_is_decided_and_stood_behind(sign_in, politician):
    row = Initiative.objects.get(key="mobilt-team")
    client = sign_in(politician)
    told = {
        "title": "Teamet i alla kommuner",
        "text": "Införs under året.",
        "body": "Regionstyrelsen",
        "day": "2026-04-01",
        "binds": [str(politician.organisation_id)],
    }

    client.post(reverse("decisions:propose", args=[row.pk]), told)
    decision = RoadDecision.objects.get(title="Teamet i alla kommuner")
    client.post(reverse("decisions:decide", args=[decision.pk]))
    client.post(reverse("decisions:decide", args=[decision.pk]), {"som": "bakom"})

    decision.refresh_from_db()
    assert decision.state == "ratified"


def test_a_proposal_that_binds_nobody_is_none(sign_in, politician):
    row = Initiative.objects.get(key="mobilt-team")

    page = sign_in(politician).post(
        reverse("decisions:propose", args=[row.pk]), {"title": "Ingenting"}
    )

    assert "Vilka ska ställa sig bakom?" in page.text
    assert Organisation.objects.exists()
    assert not RoadDecision.objects.filter(title="Ingenting").exists()


@pytest.mark.parametrize("name", ["new_obstacle", "new_milestone", "new_initiative"])
def test_a_manager_reads_the_road_but_does_not_write_it(sign_in, manager, name):
    client = sign_in(manager)

    assert client.get(reverse(f"decisions:{name}")).status_code == 403
    assert client.post(reverse(f"decisions:{name}"), STONE).status_code == 403
