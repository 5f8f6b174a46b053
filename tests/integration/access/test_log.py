"""Who has read: what the person sees, and that nobody can change it."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import ProgrammingError, connection, transaction
from pytest_django import DjangoAssertNumQueries

from naravard.access import queries, services
from naravard.access.models import AccessLogEntry
from naravard.access.rules import (
    AccessDenied,
    Action,
    Actor,
    ActorKind,
    AssignmentNotInForce,
    Category,
    Ground,
    OpenRecord,
)
from naravard.access.services import LogEntry
from naravard.people.models import Assignment, CareUnit
from tests.house import TODAY, House, at

MONDAY = at("2026-03-02 09:00")
CHANGES = [
    "UPDATE {table} SET at = now()",
    "DELETE FROM {table}",
    "TRUNCATE {table}",
]


@pytest.fixture
def logged(house: House, karin: UUID) -> AccessLogEntry:
    services.log(
        actor=house.ward_nurse, action=Action.READ, person_ids=(karin,), now=MONDAY
    )
    services.note_change(
        actor=house.ward_nurse,
        person_id=karin,
        what="consent.given",
        object_id=uuid4(),
        now=MONDAY,
    )
    return AccessLogEntry.objects.get()


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("table", ["access_accesslogentry", "access_changeentry"])
def test_the_database_refuses_to_change_the_logs(
    logged: AccessLogEntry, table: str, change: str
):
    with (
        pytest.raises(ProgrammingError, match="only ever added to"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(change.format(table=table))

    assert AccessLogEntry.objects.get() == logged


def own(karin: UUID, karin_herself: Actor) -> OpenRecord:
    return services.open_record(
        actor=karin_herself,
        person_id=karin,
        now=MONDAY + timedelta(hours=1),
        category=Category.ACCESS_LOG,
    )


def test_the_person_sees_who_read_and_why_in_one_sql(
    house: House,
    karin: UUID,
    karin_herself: Actor,
    django_assert_num_queries: DjangoAssertNumQueries,
):
    services.open_record(actor=house.district_nurse, person_id=karin, now=MONDAY)
    record = own(karin, karin_herself)

    with django_assert_num_queries(1):
        lines = queries.who_has_read(record)

    assert [line.name for line in lines] == ["Karin Holm", "Sara Blom"]
    assert lines[1].title == "Distriktssköterska"
    assert lines[1].unit_name == house.district_nurse.unit_name
    assert lines[1].why == "Personen är listad på enheten."
    assert lines[0].actor_kind is ActorKind.PERSON


def test_staff_names_are_shown_by_policy(
    house: House, karin: UUID, karin_herself: Actor
):
    services.open_record(actor=house.district_nurse, person_id=karin, now=MONDAY)

    lines = queries.who_has_read(own(karin, karin_herself), show_staff_names=False)

    assert [line.name for line in lines] == ["Karin Holm", ""]
    assert lines[1].unit_name == house.district_nurse.unit_name


def test_a_list_shows_up_for_everyone_in_it(
    house: House, karin: UUID, maja: UUID, karin_herself: Actor
):
    services.open_list(actor=house.ward_nurse, person_ids=(maja, karin), now=MONDAY)

    lines = queries.who_has_read(own(karin, karin_herself))

    assert lines[1].action == Action.LIST
    assert lines[1].why == "Personen stod med i en lista som enheten arbetar efter."
    assert lines[1].person_ids == ()


def test_refusals_are_seen_by_the_person_too(
    house: House, karin: UUID, karin_herself: Actor
):
    with pytest.raises(AccessDenied) as denied:
        services.open_record(actor=house.stranger, person_id=karin, now=MONDAY)
    services.note_denial(denial=denied.value, now=MONDAY)

    lines = queries.who_has_read(own(karin, karin_herself))

    assert [line.allowed for line in lines] == [True, False]


def test_the_next_page_goes_on_where_the_last_ended(
    house: House, karin: UUID, karin_herself: Actor
):
    services.log_many(
        LogEntry(
            at=MONDAY - timedelta(days=days // 2),  # two at the same moment
            actor=house.ward_nurse,
            action=Action.READ,
            person_ids=(karin,),
        )
        for days in range(6)
    )
    record = own(karin, karin_herself)

    first = queries.who_has_read(record, 4)
    second = queries.who_has_read(record, 4, first[-1].id)

    seen = [line.id for line in (*first, *second)]
    assert len(seen) == len(set(seen)) == 7
    assert [line.at for line in (*first, *second)] == sorted(
        (line.at for line in (*first, *second)), reverse=True
    )


def test_colleagues_names_are_not_for_other_staff(house: House, karin: UUID):
    services.open_record(actor=house.district_nurse, person_id=karin, now=MONDAY)
    record = services.open_record(
        actor=house.district_nurse, person_id=karin, now=MONDAY
    )

    lines = queries.who_has_read(record)

    assert {line.name for line in lines} == {""}


def test_the_reviewer_sees_her_own_organisations_rows_with_names(
    house: House, karin: UUID, reviewer: Actor
):
    services.open_record(
        actor=house.psychiatrist, person_id=karin, now=MONDAY, reason="Konsult."
    )
    services.log(
        actor=house.care_planner, action=Action.READ, person_ids=(karin,), now=MONDAY
    )

    lines = queries.log_to_review(reviewer)

    assert [(line.name, line.person_ids) for line in lines] == [("Bo Ek", (karin,))]
    assert lines[0].why.endswith("Angivet skäl: Konsult.")


def test_a_head_of_unit_reviews_her_own_unit(house: House, karin: UUID):
    services.open_record(
        actor=house.psychiatrist, person_id=karin, now=MONDAY, reason="Konsult."
    )

    assert queries.log_to_review(house.head_of_centre) == ()


def test_a_nurse_does_not_review_logs(house: House):
    with pytest.raises(AccessDenied):
        queries.log_to_review(house.ward_nurse)


def test_a_row_outlives_the_name_it_speaks_of(
    house: House, karin: UUID, karin_herself: Actor
):
    gone = replace(house.ward_nurse, professional_id=uuid4(), unit_id=uuid4())
    services.log(
        actor=gone,
        action=Action.READ,
        person_ids=(karin,),
        now=MONDAY,
        ground=Ground.READ_ADMISSION,
    )

    lines = queries.who_has_read(own(karin, karin_herself))

    assert lines[1].name == ""
    assert lines[1].why


def test_an_actor_is_made_in_one_sql(
    house: House, django_assert_num_queries: DjangoAssertNumQueries
):
    with django_assert_num_queries(1):
        actor = queries.actor_for_assignment(house.district_nurse_assignment, TODAY)

    assert (actor.name, actor.title) == ("Sara Blom", "Distriktssköterska")
    assert actor.unit_id == house.health_centre


def test_an_ended_assignment_makes_no_actor(house: House):
    Assignment.objects.filter(pk=house.district_nurse_assignment).update(
        valid_to=date(2026, 3, 1)
    )

    with pytest.raises(AssignmentNotInForce):
        queries.actor_for_assignment(house.district_nurse_assignment, TODAY)


def test_an_assignment_at_a_closed_unit_makes_no_actor(house: House):
    CareUnit.objects.filter(pk=house.health_centre).update(valid_to=date(2026, 3, 1))

    with pytest.raises(AssignmentNotInForce):
        queries.actor_for_assignment(house.district_nurse_assignment, TODAY)


def test_the_last_day_of_an_assignment_counts(house: House):
    Assignment.objects.filter(pk=house.district_nurse_assignment).update(valid_to=TODAY)

    actor = queries.actor_for_assignment(house.district_nurse_assignment, TODAY)

    assert actor.name == "Sara Blom"


def test_everybody_at_a_unit_by_name(house: House):
    actors = queries.actors_of_unit(house.ward, TODAY)

    assert [actor.name for actor in actors] == ["Ali Rahimi", "Ingrid Nilsson"]


def test_somebody_who_is_no_relative_makes_no_actor(karin: UUID):
    with pytest.raises(AssignmentNotInForce):
        queries.actor_for_relative(karin, uuid4())


def test_nobody_unknown_signs_in_as_a_person(house: House):
    with pytest.raises(AssignmentNotInForce):
        queries.actor_for_person(uuid4())
