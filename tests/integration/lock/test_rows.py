"""The application's own checks are left out on purpose: the database still refuses."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import ProgrammingError, connection, transaction

from naravard.access import queries as access_queries
from naravard.access import services as access
from naravard.access.models import Block, CareRelation, Consent
from naravard.access.rules import AccessDenied, Action, Ground, RelationKind
from naravard.access.services import act_as
from naravard.discharge import services
from naravard.discharge.models import (
    CaseEvent,
    CaseParty,
    Deadline,
    DischargeCase,
    InpatientEpisode,
)
from naravard.messages.models import Message, Receipt
from tests.house import House, at, register
from tests.integration.discharge.steps import on
from tests.pages_role import as_pages

WEDNESDAY = at("2026-03-04 09:00")
OF_A_CASE = (InpatientEpisode, DischargeCase, CaseEvent, CaseParty, Deadline)
OF_MESSAGES = (Message, Receipt)
SAID_OF_ACCESS = (CareRelation, Consent)
LOCKED = (*OF_A_CASE, *OF_MESSAGES, *SAID_OF_ACCESS, Block)
NO_RIGHT = "row-level security"


@pytest.fixture
def blocked(house: House, karin: UUID) -> None:
    """Karin has closed something; a block is no part of any case."""
    Block.objects.create(
        person_id=karin,
        kind="outer",
        organisation_id=house.ward_nurse.organisation_id,
        at=WEDNESDAY,
    )


def rows_of(models) -> dict[str, int]:
    return {model.__name__: model.objects.count() for model in models}


@pytest.mark.parametrize("model", [*OF_A_CASE, *OF_MESSAGES, *SAID_OF_ACCESS])
def test_the_house_has_rows_to_hide(case, model):
    assert model.objects.exists()


@pytest.mark.parametrize("model", LOCKED)
def test_nothing_is_shown_when_nobody_acts(nobody, model):
    assert not model.objects.exists()


@pytest.mark.parametrize("model", LOCKED)
def test_another_municipality_sees_nothing(page_of, house, model):
    page_of(house.stranger)

    assert not model.objects.exists()


@pytest.mark.parametrize("model", LOCKED)
def test_a_ward_of_the_same_hospital_sees_nothing(page_of, house, model):
    page_of(house.psychiatrist)

    assert not model.objects.exists()


def test_those_who_take_part_see_their_case(page_of, house):
    page_of(house.care_planner)

    assert all(rows_of(OF_A_CASE).values())
    assert all(rows_of(OF_MESSAGES).values())


def test_a_unit_sees_only_the_case_it_takes_part_in(page_of, house):
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
    other = register("Bo", "Ek", "195001019807", municipality="9903")
    services.admit(
        actor=house.psychiatrist,
        admission=services.Admission(person_id=other, ward_id=house.other_ward),
        when=on("2026-03-03 09:00"),
    )
    with as_pages():
        act_as(actor=house.care_planner)

        assert DischargeCase.objects.count() == 1


def test_a_unit_that_is_not_told_yet_sees_nothing(case, house, karin):
    CaseParty.objects.create(
        case_id=case,
        unit_id=house.stranger.unit_id,
        kind="social_services",
    )

    with as_pages():
        act_as(actor=house.stranger)

        assert rows_of(OF_A_CASE) == dict.fromkeys(rows_of(OF_A_CASE), 0)


def test_karin_sees_her_own(page_of, karin):
    page_of(access_queries.actor_for_person(karin))

    assert all(rows_of(OF_A_CASE).values())
    assert rows_of([Message])["Message"] > 0


def test_somebody_else_does_not_see_karins(case):
    eva = register("Eva", "Holm", "197006129808")

    with as_pages():
        act_as(actor=access_queries.actor_for_person(eva))

        assert set(rows_of(LOCKED).values()) == {0}


def test_a_record_that_is_opened_is_seen_in_that_transaction(
    blocked, page_of, house, karin
):
    page_of(house.head_of_centre)
    unopened = Block.objects.count()

    access.open_record(actor=house.head_of_centre, person_id=karin, now=WEDNESDAY)
    opened = Block.objects.count()
    page_of(house.head_of_centre)  # as the next transaction begins

    assert (unopened, opened, Block.objects.count()) == (0, 1, 0)


def test_a_row_in_the_log_opens_nothing_where_there_is_no_relation(
    page_of, house, karin
):
    page_of(house.stranger)
    access.log(
        actor=house.stranger,
        action=Action.READ,
        person_ids=(karin,),
        now=WEDNESDAY,
        ground=Ground.READ_CASE,
    )

    assert not DischargeCase.objects.exists()


def test_a_stated_reason_opens_for_the_one_who_stated_it(page_of, house, karin):
    page_of(house.psychiatrist)
    access.open_record(
        actor=house.psychiatrist,
        person_id=karin,
        now=WEDNESDAY,
        reason="Konsultation på begäran av medicinkliniken.",
    )

    assert DischargeCase.objects.filter(person_id=karin).exists()


def test_a_list_or_a_search_opens_nobody(blocked, page_of, house, karin):
    page_of(house.head_of_centre)

    access.open_list(actor=house.head_of_centre, person_ids=(karin,), now=WEDNESDAY)

    assert not Block.objects.exists()


def refused() -> object:
    return pytest.raises(ProgrammingError, match=NO_RIGHT)


def test_another_organisation_can_not_write_in_the_case(page_of, house, case):
    page_of(house.stranger)

    with refused(), transaction.atomic():
        CaseEvent.objects.create(
            case_id=case,
            sequence=90,
            type="abort",
            at=WEDNESDAY,
            recorded_at=WEDNESDAY,
            unit_id=house.stranger.unit_id,
        )
    assert DischargeCase.objects.filter(pk=case).update(state="aborted") == 0


def test_nobody_writes_in_the_name_of_another_unit(page_of, house, case):
    page_of(house.care_planner)

    with refused(), transaction.atomic():
        CaseEvent.objects.create(
            case_id=case,
            sequence=90,
            type="left",
            at=WEDNESDAY,
            recorded_at=WEDNESDAY,
            unit_id=house.ward,
        )


def test_nobody_sends_in_the_name_of_another_unit(page_of, house, case, karin):
    page_of(house.care_planner)

    with refused(), transaction.atomic():
        Message.objects.create(
            code="general",
            thread=case,
            person_id=karin,
            sender_unit_id=house.ward,
            sent_at=WEDNESDAY,
            recorded_at=WEDNESDAY,
            legal_ground="G-CONSENT",
        )


def test_a_unit_can_not_make_itself_a_party(page_of, house, case):
    page_of(house.stranger)

    with refused(), transaction.atomic():
        CaseParty.objects.create(
            case_id=case,
            unit_id=house.stranger.unit_id,
            kind="other",
            told_at=WEDNESDAY,
        )


def test_a_unit_can_not_give_another_a_relation(page_of, house, karin):
    page_of(house.stranger)

    with refused(), transaction.atomic():
        CareRelation.objects.create(
            person_id=karin,
            unit_id=house.homecoming,
            kind=RelationKind.SERVICE,
            starts_at=WEDNESDAY,
        )


def test_nobody_admits_to_another_organisations_ward(page_of, house, karin):
    page_of(house.stranger)

    with refused(), transaction.atomic():
        InpatientEpisode.objects.create(
            person_id=karin,
            ward_id=house.ward,
            admitted_at=WEDNESDAY - timedelta(days=400),
            discharged_at=WEDNESDAY - timedelta(days=399),
        )


def test_nobody_writes_in_the_log_as_somebody_else(page_of, house, karin):
    page_of(house.stranger)

    with refused(), transaction.atomic():
        access.log(
            actor=house.care_planner,
            action=Action.READ,
            person_ids=(karin,),
            now=WEDNESDAY,
        )


def test_whoever_is_refused_a_case_is_logged_on_the_right_person(page_of, house, case):
    page_of(house.stranger)

    with pytest.raises(AccessDenied) as refusal:
        services.change_estimate(
            actor=house.stranger,
            case_id=case,
            estimated_at=WEDNESDAY,
            when=on("2026-03-04 09:00"),
        )

    access.note_denial(denial=refusal.value, now=WEDNESDAY)
    assert refusal.value.about == case
    assert len(refusal.value.person_ids) == 1


def test_only_who_acts_may_ask_what_decides_access(page_of, house: House, karin):
    page_of(house.stranger)

    with (
        pytest.raises(ProgrammingError, match="somebody else"),
        transaction.atomic(),
    ):
        access_queries.subject_facts(house.care_planner, karin, WEDNESDAY)


def test_the_log_about_somebody_who_is_not_opened_is_empty(page_of, house, karin):
    page_of(house.care_planner)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*)"
            " FROM access_log_about(%s, NULL, NULL, true, '{}', NULL, 9)",
            [karin],
        )

        assert cursor.fetchone() == (0,)
