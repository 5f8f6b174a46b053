"""Relations are said once, and end by date."""

from datetime import timedelta
from uuid import UUID, uuid4

from pytest_django import DjangoAssertNumQueries

from naravard.access import queries, services
from naravard.access.models import CareRelation
from naravard.access.rules import RelationKind, lives_until
from naravard.access.services import NewRelation
from tests.house import House, at

MONDAY = at("2026-03-02 09:00")


def test_relating_again_changes_nothing_and_takes_one_sql(
    house: House, karin: UUID, django_assert_num_queries: DjangoAssertNumQueries
):
    case = uuid4()
    services.relate(
        person_id=karin,
        unit_ids=(house.homecoming, house.home_nursing, house.homecoming),
        kind="case",
        source=case,
        starts_at=MONDAY,
    )

    with django_assert_num_queries(1):
        services.relate(
            person_id=karin,
            unit_ids=(house.homecoming, house.home_nursing),
            kind=RelationKind.CASE,
            source=case,
            starts_at=MONDAY,
        )

    assert CareRelation.objects.filter(source=case).count() == 2


def test_without_a_source_it_is_still_one_relation(house: House, karin: UUID):
    services.relate(
        person_id=karin,
        unit_ids=(house.home_nursing,),
        kind=RelationKind.ENROLLED,
        source=None,
        starts_at=MONDAY,
    )
    services.relate(
        person_id=karin,
        unit_ids=(house.home_nursing,),
        kind=RelationKind.ENROLLED,
        source=None,
        starts_at=MONDAY,
        ends_at=MONDAY + timedelta(days=1),
    )

    assert CareRelation.objects.get().ends_at == MONDAY + timedelta(days=1)


def test_each_kind_lives_on_as_long_as_its_terms_say(house: House, karin: UUID):
    case = uuid4()
    kinds = (RelationKind.ADMISSION, RelationKind.CASE)
    services.relate_many(
        relations=[
            NewRelation(
                person_id=karin,
                unit_id=house.ward,
                kind=kind,
                source=case,
                starts_at=MONDAY,
            )
            for kind in kinds
        ]
    )

    ended = services.end_relations(source=case, ends_at=MONDAY, kinds=kinds)

    assert ended == 2
    assert set(CareRelation.objects.values_list("kind", "ends_at")) == {
        (kind, lives_until(kind, MONDAY)) for kind in kinds
    }


def test_ending_leaves_other_kinds_running(house: House, karin: UUID):
    case = uuid4()
    services.relate(
        person_id=karin,
        unit_ids=(house.homecoming,),
        kind=RelationKind.CASE,
        source=case,
        starts_at=MONDAY,
    )

    ended = services.end_relations(source=case, ends_at=MONDAY, kinds=("admission",))

    assert ended == 0
    assert CareRelation.objects.get().ends_at is None


def test_ending_before_it_began_leaves_a_relation_that_opens_nothing(
    house: House, karin: UUID
):
    case = uuid4()
    services.relate(
        person_id=karin,
        unit_ids=(house.homecoming,),
        kind=RelationKind.CASE,
        source=case,
        starts_at=MONDAY,
    )

    services.revoke_relations(source=case, at=MONDAY - timedelta(days=3))

    relation = CareRelation.objects.get()
    assert relation.ends_at == relation.starts_at


def test_history_keeps_aftercare_and_the_last_of_two(house: House, karin: UUID):
    case = uuid4()
    first = NewRelation(
        person_id=karin,
        unit_id=house.ward,
        kind=RelationKind.ADMISSION,
        source=case,
        starts_at=MONDAY,
    )
    last = NewRelation(
        person_id=karin,
        unit_id=house.ward,
        kind=RelationKind.ADMISSION,
        source=case,
        starts_at=MONDAY,
        ended_at=MONDAY + timedelta(days=2),
    )

    kept = services.relate_many(relations=(first, last))

    assert kept == 1
    assert CareRelation.objects.get().ends_at == lives_until(
        RelationKind.ADMISSION, MONDAY + timedelta(days=2)
    )


def test_the_record_tells_who_works_with_her_and_why(house: House, karin: UUID):
    services.relate(
        person_id=karin,
        unit_ids=(house.ward,),
        kind=RelationKind.ADMISSION,
        source=uuid4(),
        starts_at=MONDAY - timedelta(days=1),
    )
    record = services.open_record(actor=house.ward_nurse, person_id=karin, now=MONDAY)

    told = queries.relations(record)

    assert [(row.kind, row.in_force) for row in told] == [
        (RelationKind.ADMISSION, True)
    ]
    assert told[0].why.endswith("avdelningen.")
