"""What the database shows a reviewer: the log of whom she opened, never the record."""

from datetime import date
from uuid import UUID

import pytest
from django.db import connection, transaction

from naravard.access.rules import Actor, Category
from naravard.access.services import act_as, log, open_record
from naravard.discharge.models import DischargeCase
from naravard.people.roles import Role
from naravard.review import services as review
from naravard.review.models import Pick
from tests.house import House, actor, at, employ
from tests.no_sample import nobody_drawn
from tests.pages_role import as_pages

__all__ = ["nobody_drawn"]

NOON = at("2026-03-03 12:00")


@pytest.fixture
def reviewer(house: House) -> Actor:
    return actor(
        employ("Per", "Lind", "Logggranskare", house.other_ward, Role.LOG_REVIEWER)
    )


@pytest.fixture
def picked(nobody_drawn: None, house: House, karin: UUID, case: UUID) -> UUID:
    """Bo stated a reason and read about Karin."""
    open_record(actor=house.psychiatrist, person_id=karin, now=NOON, reason="Konsult.")
    review.look_through(
        day=date(2026, 3, 3), now=NOON, secret=b"the secret of the samples"
    )
    return Pick.objects.get(professional_id=house.psychiatrist.professional_id).pk


def seen(who: Actor) -> int:
    """How many picks the database shows somebody, with no question of ours."""
    with as_pages(), transaction.atomic():
        act_as(actor=who)
        return Pick.objects.count()


def test_a_reviewer_who_opens_the_log_is_shown_no_case(
    reviewer: Actor, karin: UUID, case: UUID
):
    with as_pages(), transaction.atomic():
        act_as(actor=reviewer)
        open_record(
            actor=reviewer, person_id=karin, now=NOON, category=Category.ACCESS_LOG
        )
        cases = DischargeCase.objects.count()
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM access_log_about(%s, NULL, NULL, true, '{}',"
                " NULL, 10)",
                [karin],
            )
            rows = cursor.fetchone()[0]

    assert cases == 0
    assert rows > 0


def test_the_log_of_somebody_not_opened_is_closed(
    reviewer: Actor, karin: UUID, case: UUID
):
    with as_pages(), transaction.atomic(), connection.cursor() as cursor:
        act_as(actor=reviewer)
        log(actor=reviewer, action="review_log", person_ids=(), now=NOON)
        cursor.execute("SELECT count(*) FROM access_log_rows(%s, NULL, '{1}')", [karin])
        rows = cursor.fetchone()[0]

    assert rows == 0


def test_reviews_are_shown_to_those_who_review_and_are_asked(
    house: House, reviewer: Actor, picked: UUID
):
    bo = house.psychiatrist
    head = actor(employ("Eva", "Dahl", "Chef", house.other_ward, Role.HEAD_OF_UNIT))

    before = seen(bo)
    Pick.objects.filter(pk=picked).update(status="asked")

    assert seen(reviewer) > 0
    assert seen(head) == 1
    assert (before, seen(bo)) == (0, 1)
    assert seen(house.head_of_centre) == 0
    assert seen(house.care_planner) == 0


@pytest.mark.parametrize("table", ["review_staffperson", "review_knownperson"])
def test_what_the_checks_know_is_read_by_no_page(reviewer: Actor, case: UUID, table):
    with as_pages(), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT has_table_privilege(%s, 'SELECT')", [table])

        assert cursor.fetchone() == (False,)
