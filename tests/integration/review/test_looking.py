"""A day of the log is looked through: what is picked, once, and what is known."""

from datetime import date
from uuid import UUID

import pytest

from naravard.access.rules import Actor
from naravard.access.services import open_record
from naravard.people import services as people
from naravard.people.roles import RelatedKind
from naravard.review import services as review
from naravard.review.models import Pick, Run
from naravard.review.rules import Status
from naravard.review.services.looking import look_through_when_due
from tests.house import BEFORE, House, at, register

MONDAY = date(2026, 3, 2)
EVENING = at("2026-03-02 20:00")
SECRET = b"the secret of the samples"
pytestmark = pytest.mark.usefixtures("nobody_drawn")


def look(now=EVENING) -> None:
    review.look_through(day=MONDAY, now=now, secret=SECRET)


def picked(professional_id: UUID | None) -> Pick:
    return Pick.objects.get(professional_id=professional_id)


def is_inhabitant(actor: Actor, person_id: UUID) -> None:
    assert actor.professional_id
    review.link_staff(persons={actor.professional_id: person_id})


def test_a_stated_reason_is_picked_with_its_words(house: House, bo_read: UUID):
    look()

    pick = picked(house.psychiatrist.professional_id)
    assert pick.checks == ["no-relation"]
    assert pick.reason == "Kallad på konsult."
    assert pick.status == Status.PICKED
    assert pick.due_on == date(2026, 4, 1)


def test_what_belongs_to_the_work_is_not_picked(house: House, bo_read: UUID):
    look()

    assert Pick.objects.count() == 1


def test_looking_again_changes_nothing(house: House, bo_read: UUID):
    look()
    look()

    assert Pick.objects.count() == 1
    assert Run.objects.get().picked == 1


def test_more_of_the_same_visit_widens_what_is_open(house: House, bo_read: UUID):
    look()
    open_record(
        actor=house.psychiatrist,
        person_id=bo_read,
        now=at("2026-03-02 13:00"),
        reason="Konsult igen.",
    )

    look()

    assert picked(house.psychiatrist.professional_id).reason == "Konsult igen."
    assert len(picked(house.psychiatrist.professional_id).entries) == 2


def test_what_comes_after_a_decision_is_a_new_review(
    house: House, bo_read: UUID, reviewer: Actor
):
    look()
    review.decide(
        actor=reviewer,
        pick_id=Pick.objects.get().pk,
        decision=Status.IN_ORDER,
        words="Konsulten är bokad.",
        now=EVENING,
    )
    open_record(
        actor=house.psychiatrist,
        person_id=bo_read,
        now=at("2026-03-02 21:00"),
        reason="Nyfiken.",
    )

    look(now=at("2026-03-02 22:00"))

    open_now = Pick.objects.get(status=Status.PICKED)
    assert open_now.reason == "Nyfiken."
    assert len(open_now.entries) == 1


def test_own_record_relatives_and_household_are_known_by_who_staff_are(
    house: House, bo_read: UUID
):
    ali = register("Ali", "Rahimi", "198504129806")
    is_inhabitant(house.ward_nurse, ali)
    people.add_related(
        person_id=bo_read,
        other_id=ali,
        name="Ali Rahimi",
        kind=RelatedKind.RELATIVE,
        relation="svärson",
        valid_from=BEFORE,
    )
    is_inhabitant(house.physician, register("Ingrid", "Nilsson", "197006129808"))
    is_inhabitant(house.municipal_nurse, bo_read)
    open_record(
        actor=house.municipal_nurse, person_id=bo_read, now=at("2026-03-02 12:30")
    )

    look()

    found = {
        row.professional_id: row.checks
        for row in Pick.objects.all()
        if row.professional_id != house.psychiatrist.professional_id
    }
    assert found[house.ward_nurse.professional_id] == ["relative", "same-address"]
    assert found[house.physician.professional_id] == ["same-address"]
    assert found[house.municipal_nurse.professional_id] == ["own-record"]


def test_every_reading_about_somebody_known_is_picked(house: House, bo_read: UUID):
    review.note_known(persons=frozenset({bo_read}), now=EVENING)

    look()

    assert "publicly-known" in picked(house.ward_nurse.professional_id).checks


def test_only_one_unit_can_be_looked_through(house: House, bo_read: UUID):
    review.look_through(
        day=MONDAY, now=EVENING, secret=SECRET, unit_id=house.health_centre
    )

    assert not Pick.objects.exists()
    assert not Run.objects.exists()


def test_the_tick_catches_up_and_looks_at_today_every_quarter(
    house: House, bo_read: UUID
):
    first = look_through_when_due(now=EVENING, secret=SECRET)
    soon = look_through_when_due(now=at("2026-03-02 20:14"), secret=SECRET)
    later = look_through_when_due(now=at("2026-03-02 20:15"), secret=SECRET)
    tomorrow = look_through_when_due(now=at("2026-03-03 00:01"), secret=SECRET)

    assert (first, soon, later, tomorrow) == (8, 0, 1, 2)
    assert Run.objects.get(day=MONDAY).whole


@pytest.mark.parametrize("day", [date(2026, 3, 1), date(2026, 3, 3)])
def test_the_days_beside_are_other_days(bo_read: UUID, day: date):
    looked = review.look_through(day=day, now=EVENING, secret=SECRET)

    assert looked.openings == 0
