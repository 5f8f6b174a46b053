"""The head of a unit goes from a measure to her own unit's cases, and it is logged."""

from collections.abc import Iterator
from uuid import UUID

import pytest
import time_machine
from django.urls import reverse

from naravard.access.models import AccessLogEntry
from naravard.people.roles import Role
from tests.house import House, actor, at, employ, register
from tests.integration.discharge.steps import planned, ready

pytestmark = pytest.mark.usefixtures("counted", "road")


@pytest.fixture
def karin(house: House) -> UUID:
    return register("Karin", "Holm", "194302149804", listed_unit_id=house.health_centre)


@pytest.fixture(autouse=True)
def waiting(house: House, karin: UUID, monday_morning: None) -> Iterator[None]:
    """Karin is in hospital, and ready to go home since yesterday."""
    ready(house, planned(house, karin))
    with time_machine.travel(at("2026-03-05 08:00"), tick=False):
        yield


def test_the_head_of_the_ward_sees_who_waits(sign_in, manager):
    page = sign_in(manager).get(reverse("decisions:cases", args=["NV-04"]))

    assert "Karin Holm" in page.text


def test_the_log_says_who_was_shown_to_whom(sign_in, manager, karin):
    sign_in(manager).get(reverse("decisions:cases", args=["NV-04"]))

    rows = AccessLogEntry.objects.filter(assignment_id=manager.assignment_id)
    assert any(karin in row.subjects for row in rows)


def test_the_head_of_another_unit_sees_her_own_and_not_karin(sign_in, house):
    elsewhere = actor(
        employ("Ove", "Ask", "enhetschef", house.other_ward, Role.HEAD_OF_UNIT)
    )

    page = sign_in(elsewhere).get(reverse("decisions:cases", args=["NV-04"]))

    assert page.status_code == 200
    assert "Karin" not in page.text


def test_whoever_is_no_head_is_shown_figures_and_no_persons(sign_in, house):
    nurse = actor(employ("Ida", "Berg", "sjuksköterska", house.ward, Role.WARD_NURSE))

    answer = sign_in(nurse).get(reverse("decisions:cases", args=["NV-04"]))

    assert answer.status_code == 403
    assert "Karin" not in answer.text
