"""Opening a record: decided on the rows, logged in the same transaction."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from pytest_django import DjangoAssertNumQueries

from naravard.access import services
from naravard.access.models import AccessLogEntry, CareRelation
from naravard.access.rules import (
    AccessDenied,
    Action,
    Actor,
    Category,
    Circumstances,
    GlassStep,
    Ground,
    Outcome,
    PartyKind,
    ReasonTooLong,
    RecordFacts,
    RelationKind,
    Rule,
    lives_until,
    usual_record,
)
from naravard.core.errors import NotFound
from naravard.people.models import CareUnit, Person, RelatedPerson
from naravard.people.roles import Protection
from tests.house import House, at

MONDAY = at("2026-03-02 09:00")
DISCHARGED = at("2026-03-04 13:00")


def tell(house: House, karin: UUID, case: UUID) -> None:
    services.relate(
        person_id=karin,
        unit_ids=(house.homecoming, house.home_nursing),
        kind=RelationKind.CASE,
        source=case,
        starts_at=MONDAY,
    )


def test_a_listed_person_opens_in_two_sql_with_one_log_row(
    house: House, karin: UUID, django_assert_num_queries: DjangoAssertNumQueries
):
    with django_assert_num_queries(2):
        record = services.open_record(
            actor=house.district_nurse, person_id=karin, now=MONDAY
        )

    row = AccessLogEntry.objects.get()
    assert record.ground == Ground.READ_LISTED == row.ground
    assert row.subjects == [karin]
    assert (row.action, row.category) == (Action.READ, Category.DISCHARGE_CASE)
    assert row.unit_id == house.health_centre
    assert row.allowed


def test_a_unit_that_was_told_opens_the_case(house: House, karin: UUID):
    tell(house, karin, uuid4())

    record = services.open_record(actor=house.care_planner, person_id=karin, now=MONDAY)

    assert record.why == "Enheten planerar för personens utskrivning."


def test_another_municipality_is_asked_for_a_reason(house: House, karin: UUID):
    tell(house, karin, uuid4())

    with pytest.raises(AccessDenied) as denied:
        services.open_record(actor=house.stranger, person_id=karin, now=MONDAY)

    assert denied.value.decision.outcome is Outcome.NEED_REASON
    assert denied.value.rule == "PDL 4 kap. 1 §"
    assert denied.value.remedy


def test_a_stated_reason_becomes_a_dated_relation_of_the_one_who_stated_it(
    house: House, karin: UUID
):
    services.open_record(
        actor=house.psychiatrist,
        person_id=karin,
        now=MONDAY,
        reason="Konsult från medicinkliniken.",
    )

    relation = CareRelation.objects.get(kind=RelationKind.STATED)
    assert relation.ends_at == lives_until(RelationKind.STATED, MONDAY)
    assert relation.source == house.psychiatrist.assignment_id
    row = AccessLogEntry.objects.get()
    assert row.reason == "Konsult från medicinkliniken."
    assert row.review


def test_the_next_page_does_not_ask_for_the_reason_again(house: House, karin: UUID):
    services.open_record(
        actor=house.psychiatrist,
        person_id=karin,
        now=MONDAY,
        reason="Konsult från medicinkliniken.",
    )

    again = services.open_record(
        actor=house.psychiatrist,
        person_id=karin,
        now=MONDAY + timedelta(minutes=5),
    )

    assert again.ground == Ground.READ_STATED


def test_a_colleague_states_a_reason_of_her_own(house: House, karin: UUID):
    services.open_record(
        actor=house.psychiatrist,
        person_id=karin,
        now=MONDAY,
        reason="Konsult från medicinkliniken.",
    )
    colleague = replace(house.psychiatrist, assignment_id=uuid4())

    with pytest.raises(AccessDenied):
        services.open_record(actor=colleague, person_id=karin, now=MONDAY)


def test_a_reason_longer_than_the_log_is_refused_whole(house: House, karin: UUID):
    with pytest.raises(ReasonTooLong):
        services.open_record(
            actor=house.psychiatrist, person_id=karin, now=MONDAY, reason="x" * 301
        )


def test_somebody_who_does_not_exist_is_not_found(house: House):
    with pytest.raises(NotFound):
        services.open_record(
            actor=house.ward_nurse, person_id=uuid4(), now=MONDAY, reason="Sökt."
        )


def test_access_survives_discharge_for_follow_up_and_ends_by_date(
    house: House, karin: UUID
):
    case = uuid4()
    tell(house, karin, case)
    services.end_relations(source=case, ends_at=DISCHARGED, kinds=(RelationKind.CASE,))
    last_second = lives_until(RelationKind.CASE, DISCHARGED)

    during = services.open_record(
        actor=house.care_planner,
        person_id=karin,
        now=last_second - timedelta(seconds=1),
    )

    assert during.ground == Ground.READ_CASE
    with pytest.raises(AccessDenied):
        services.open_record(actor=house.care_planner, person_id=karin, now=last_second)


def test_the_wrong_person_closes_at_once(house: House, karin: UUID):
    case = uuid4()
    tell(house, karin, case)

    services.revoke_relations(source=case, at=MONDAY + timedelta(minutes=1))

    with pytest.raises(AccessDenied):
        services.open_record(
            actor=house.care_planner,
            person_id=karin,
            now=MONDAY + timedelta(minutes=1),
        )


def test_a_unit_keeps_the_relations_of_the_unit_it_succeeded(house: House, karin: UUID):
    tell(house, karin, uuid4())
    CareUnit.objects.filter(pk=house.homecoming).update(
        succeeded_by_id=house.stranger.unit_id
    )

    record = services.open_record(actor=house.stranger, person_id=karin, now=MONDAY)

    assert record.ground == Ground.READ_CASE


def test_protected_identity_is_closed_to_most(house: House, karin: UUID):
    Person.objects.filter(pk=karin).update(protection=Protection.CONFIDENTIALITY_MARK)

    with pytest.raises(AccessDenied) as denied:
        services.open_record(actor=house.district_nurse, person_id=karin, now=MONDAY)

    assert denied.value.decision.rule is Rule.B03


def test_emergency_opening_is_logged_with_its_reason_for_review(
    house: House, karin: UUID
):
    tell(house, karin, uuid4())
    danger = Circumstances(
        emergency=True, glass=GlassStep.OPEN, reason="Medvetslös i hemmet."
    )

    record = services.open_record(
        actor=house.municipal_nurse,
        person_id=karin,
        now=MONDAY,
        category=Category.REGION_RECORD,
        circumstances=danger,
    )

    row = AccessLogEntry.objects.get()
    assert record.ground == Ground.READ_EMERGENCY == row.ground
    assert (row.reason, row.review) == ("Medvetslös i hemmet.", True)


def test_the_keeper_of_the_record_can_be_named(house: House, karin: UUID):
    tell(house, karin, uuid4())
    usual = usual_record(Category.REGION_RECORD, house.municipal_nurse)
    named: RecordFacts = replace(
        usual, owner_organisation_id=house.ward_nurse.organisation_id
    )

    with pytest.raises(AccessDenied) as denied:
        services.open_record(
            actor=house.municipal_nurse,
            person_id=karin,
            now=MONDAY,
            category=Category.REGION_RECORD,
            record=named,
        )

    assert denied.value.decision.outcome is Outcome.NEED_CONSENT


def test_a_rollback_loses_both_the_reading_and_its_row(house: House, karin: UUID):
    with transaction.atomic():
        services.open_record(actor=house.district_nurse, person_id=karin, now=MONDAY)
        transaction.set_rollback(True)

    assert not AccessLogEntry.objects.exists()


def test_a_refusal_is_logged_after_the_rollback(house: House, karin: UUID):
    with pytest.raises(AccessDenied) as denied, transaction.atomic():
        services.open_record(actor=house.stranger, person_id=karin, now=MONDAY)
    services.note_denial(denial=denied.value, now=MONDAY)

    row = AccessLogEntry.objects.get()
    assert not row.allowed
    assert row.subjects == [karin]
    assert row.rule == Rule.A02
    assert row.unit_id == house.stranger.unit_id


def test_a_list_is_one_row_with_everyone_in_it(
    house: House,
    karin: UUID,
    maja: UUID,
    django_assert_num_queries: DjangoAssertNumQueries,
):
    with django_assert_num_queries(1):
        services.open_list(
            actor=house.ward_nurse,
            action=Action.LIST,
            person_ids=(karin, maja),
            now=MONDAY,
        )

    assert AccessLogEntry.objects.get().subjects == [karin, maja]


def test_a_sensitive_list_in_social_services_is_refused(house: House, karin: UUID):
    with pytest.raises(AccessDenied) as denied:
        services.open_list(
            actor=house.care_planner, person_ids=(karin,), now=MONDAY, sensitive=True
        )

    assert denied.value.person_ids == (karin,)


def test_require_names_what_is_needed_to_log_the_refusal(house: House, karin: UUID):
    with pytest.raises(AccessDenied) as denied:
        services.require(
            actor=house.ward_nurse,
            action=Action.DECIDE_READY,
            party_kind=PartyKind.SENDER,
            person_id=karin,
        )
    services.note_denial(denial=denied.value, now=MONDAY)

    row = AccessLogEntry.objects.get()
    assert (row.action, row.allowed) == (Action.DECIDE_READY, False)


def test_her_own_page_is_opened_and_logged_as_her_own(
    karin: UUID, karin_herself: Actor
):
    record = services.open_record(actor=karin_herself, person_id=karin, now=MONDAY)

    row = AccessLogEntry.objects.get()
    assert record.ground == Ground.READ_OWN
    assert row.actor_person_id == karin


def test_majas_mother_reads_the_day_before_maja_turns_thirteen(
    maja: UUID, majas_mother: Actor
):
    record = services.open_record(
        actor=majas_mother, person_id=maja, now=at("2029-06-03 23:59")
    )

    assert record.ground == Ground.READ_GUARDIAN


def test_majas_mother_no_longer_reads_the_day_maja_turns_thirteen(
    maja: UUID, majas_mother: Actor
):
    with pytest.raises(AccessDenied) as denied:
        services.open_record(
            actor=majas_mother, person_id=maja, now=at("2029-06-04 00:00")
        )

    assert denied.value.decision.rule is Rule.C03


def test_a_guardian_whose_relation_has_ended_no_longer_reads(
    maja: UUID, majas_mother: Actor
):
    RelatedPerson.objects.update(valid_to=date(2026, 3, 1))

    with pytest.raises(AccessDenied):
        services.open_record(actor=majas_mother, person_id=maja, now=MONDAY)
