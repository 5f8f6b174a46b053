"""A whole register written at once, and every reference to a person accounted for."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.apps import apps

from naravard.people import queries, services
from naravard.people.details import Number
from naravard.people.errors import NumberBelongsToAnother
from naravard.people.models import Person, PersonIdentifier, RelatedPerson
from tests.integration.people.conftest import NOW


def registered(number, given, surname, birth_date, *, guardians=(), care_unit=""):
    return SimpleNamespace(
        personal_number=number,
        given_name=given,
        surname=surname,
        birth_date=birth_date,
        municipality="1981",
        care_unit=care_unit,
        street="Aspvägen 4",
        postal_code="733 31",
        town="Sala",
        latitude=59.92,
        longitude=16.6,
        phone="070-174 06 11",
        language="sv",
        needs_interpreter=False,
        protection="none",
        guardians=guardians,
    )


MAJA = registered(
    "202002299808", "Maja", "Åberg", date(2020, 2, 29), guardians=("198403039806",)
)
SARA = registered("198403039806", "Sara", "Åberg", date(1984, 3, 3), care_unit="sala")


@pytest.mark.parametrize("batch", [1, 2, 1000])
def test_everybody_is_written_with_number_listing_and_guardians(
    health_centre, nurse, batch
):
    imported = services.import_people([MAJA, SARA], batch=batch)

    assert (imported.persons, imported.guardians) == (2, 1)
    (found,) = queries.search_by_name(nurse, "sara åb", NOW, 10)
    assert found.number == "19840303-9806"


def test_guardianship_ends_the_day_before_a_child_comes_of_age(health_centre):
    services.import_people([MAJA, SARA])

    guardian = RelatedPerson.objects.get()

    assert guardian.name == "Sara Åberg"
    assert (guardian.valid_from, guardian.valid_to) == (
        date(2020, 2, 29),
        date(2038, 2, 28),
    )


def test_somebody_who_is_here_already_stops_the_whole_import(health_centre):
    services.import_people([SARA])

    with pytest.raises(NumberBelongsToAnother):
        services.import_people([SARA])


def test_rows_written_at_once_are_as_those_written_one_by_one(health_centre):
    services.import_people([SARA])

    identifier = PersonIdentifier.objects.get()

    assert identifier.current
    number = Number(system=identifier.system, value=identifier.value)
    assert queries.person_with_number(number) == Person.objects.get().pk
    assert Person.objects.get().search_name == "åberg sara"


def test_every_reference_to_a_person_is_on_the_list_for_merging():
    found = {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.concrete and field.related_model is Person
    }

    assert found == services.REFERENCES_TO_PERSON
