"""A question composed once answers each time for its own arguments."""

from uuid import UUID, uuid4

import pytest
from django.db.models import QuerySet

from naravard.operation.composed import NotComposable, composed, is_among
from naravard.people.models import CareUnit
from tests.house import House, build_house

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return build_house()


@pytest.fixture
def units(house) -> list[CareUnit]:
    return list(CareUnit.objects.order_by("name"))


@composed
def unit_of(unit_id: UUID) -> QuerySet[CareUnit]:
    return CareUnit.objects.select_related("organisation").filter(pk=unit_id)


@composed
def names_of(ids: list[UUID]) -> QuerySet[CareUnit, tuple[str, str]]:
    units = CareUnit.objects.order_by("name")
    return is_among(units.values_list("name", "organisation__name"), ids)


def test_each_asking_has_its_own_answer(units):
    first, second = units[0], units[1]

    assert unit_of(first.pk) == [first]
    assert unit_of(second.pk) == [second]
    assert unit_of(uuid4()) == []


def test_what_was_read_along_needs_no_question(units, django_assert_num_queries):
    expected = units[0].organisation.name

    with django_assert_num_queries(1):
        (unit,) = unit_of(units[0].pk)
        read_along = unit.organisation.name

    assert read_along == expected


def test_a_list_may_be_of_any_length(units):
    wanted = [unit.pk for unit in units]

    assert names_of(wanted[:1]) == [(units[0].name, units[0].organisation.name)]
    assert len(names_of(wanted)) == len(units)
    assert names_of([]) == []


def test_an_argument_that_decides_the_text_is_refused():
    @composed
    def first_units(most: str) -> QuerySet[CareUnit]:
        return CareUnit.objects.order_by("name" if most == "name" else "pk")

    with pytest.raises(NotComposable):
        first_units("name")


def test_nothing_is_no_value():
    with pytest.raises(NotComposable):
        composed(unit_of.__wrapped__)(None)
