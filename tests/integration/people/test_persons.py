"""Persons are written with all the numbers they ever had."""

from datetime import date

import pytest

from naravard.people import queries, services
from naravard.people.details import (
    Number,
    Outcome,
    OutsidePerson,
    PersonDetails,
)
from naravard.people.errors import (
    DeathDateNotPossible,
    IdentityMissing,
    MunicipalityCodeNotValid,
    NumberBelongsToAnother,
    NumbersBelongToDifferentPersons,
    UnitDoesNotListPeople,
    UnitNotThere,
)
from naravard.people.models import Person, PersonIdentifier
from naravard.people.roles import Protection
from tests.integration.people.conftest import (
    KARIN,
    NOW,
    PERSONAL,
    TODAY,
    person,
    unit,
)

RESERVE = Number(system="national_reserve_number", value="98430214AA06")


def current_numbers(person_id):
    rows = PersonIdentifier.objects.filter(person_id=person_id, current=True)
    return set(rows.values_list("value", flat=True))


def test_a_number_belongs_to_one_person(karin):
    with pytest.raises(NumberBelongsToAnother):
        person(given="Någon", family="Annan")

    assert Person.objects.count() == 1


def test_a_person_without_number_can_not_be_written(db):
    details = PersonDetails(given_name="Karin", family_name="Holm")

    with pytest.raises(IdentityMissing):
        services.register_person(person=details, numbers=[])


def test_a_reserve_number_leads_to_the_person_after_she_gets_a_personal_number(db):
    details = PersonDetails(given_name="Karin", family_name="Holm")
    person_id = services.register_person(person=details, numbers=[RESERVE])

    services.link_identity(
        person_id=person_id, number=Number(system=PERSONAL, value=KARIN)
    )

    assert queries.person_with_number(RESERVE) == person_id
    assert current_numbers(person_id) == {KARIN}


def test_a_personal_number_that_is_somebody_elses_is_not_linked(karin):
    details = PersonDetails(given_name="Okänd", family_name="")
    other = services.register_person(person=details, numbers=[RESERVE])

    with pytest.raises(NumberBelongsToAnother):
        services.link_identity(
            person_id=other, number=Number(system=PERSONAL, value=KARIN)
        )


def test_an_earlier_number_of_the_same_system_is_kept_as_former(karin):
    newer = Number(system=PERSONAL, value="194302159803")

    services.add_identifier(person_id=karin, number=newer)
    services.add_identifier(person_id=karin, number=newer)

    assert current_numbers(karin) == {newer.value}
    assert queries.person_with_number(Number(system=PERSONAL, value=KARIN)) == karin


def test_death_is_noted_once_it_has_been(karin):
    services.note_death(person_id=karin, deceased_on=TODAY, today=TODAY)

    assert Person.objects.get().deceased_on == TODAY


@pytest.mark.parametrize("day", [date(2026, 11, 23), date(1943, 2, 13)])
def test_an_impossible_day_of_death_is_refused(karin, day):
    with pytest.raises(DeathDateNotPossible):
        services.note_death(person_id=karin, deceased_on=day, today=TODAY)


def test_a_placed_person_has_another_municipality_to_answer_for_her(karin):
    services.place_person(person_id=karin, placed_by="1980")

    assert Person.objects.get().placed_by == "1980"


def test_a_wrong_municipality_code_is_refused(karin):
    with pytest.raises(MunicipalityCodeNotValid):
        services.place_person(person_id=karin, placed_by="Sala")


def test_one_lists_with_a_health_centre_that_exists(karin, region, ward):
    new = unit(region, "new", valid_from=date(2027, 1, 1))

    with pytest.raises(UnitDoesNotListPeople):
        services.list_with_unit(person_id=karin, unit_id=ward.pk, on=TODAY)
    with pytest.raises(UnitNotThere):
        services.list_with_unit(person_id=karin, unit_id=new.pk, on=TODAY)
    services.list_with_unit(person_id=karin, unit_id=new.pk, on=date(2027, 1, 1))

    assert Person.objects.get().listed_unit_id == new.pk


def outside(*numbers, references=(), **details):
    names = {"given_name": "Karin", "family_name": "Holm"} | details
    return OutsidePerson(
        details=PersonDetails(**names), numbers=numbers, references=references
    )


def record(told):
    return services.record_outside_person(person=told, today=TODAY)


def test_a_person_told_of_twice_is_one_and_unchanged(db):
    told = outside(RESERVE, references=(Number(system="urn:x", value="1"),))

    outcomes = [record(told).outcome for _ in range(3)]

    assert outcomes == [Outcome.NEW, Outcome.UNCHANGED, Outcome.UNCHANGED]


def test_what_another_system_adds_is_taken_over(karin):
    told = outside(Number(system=PERSONAL, value=KARIN), town="Heby", language="fi")

    assert record(told).outcome is Outcome.CHANGED
    assert Person.objects.get().town == "Heby"


def test_another_system_takes_nothing_away(karin):
    services.set_protection(
        person_id=karin, protection=Protection.PROTECTED_REGISTRATION
    )
    told = outside(Number(system=PERSONAL, value=KARIN))

    assert record(told).outcome is Outcome.UNCHANGED
    assert Person.objects.get().protection == Protection.PROTECTED_REGISTRATION
    assert Person.objects.get().street == "Aspvägen 4"


def test_another_system_can_protect(karin):
    told = outside(
        Number(system=PERSONAL, value=KARIN),
        protection=Protection.CONFIDENTIALITY_MARK,
    )

    record(told)

    assert Person.objects.get().protection == Protection.CONFIDENTIALITY_MARK


def test_numbers_of_two_persons_are_never_made_one(karin):
    other = Number(system=PERSONAL, value="196607069819")
    person(number=other.value, given="Ali", family="Rahimi")

    with pytest.raises(NumbersBelongToDifferentPersons):
        record(outside(Number(system=PERSONAL, value=KARIN), other))


def test_a_local_number_does_not_give_somebody_a_second_personal_number(karin):
    local = Number(system="urn:oid:1.2.3", value="17")
    services.add_identifier(person_id=karin, number=local)

    with pytest.raises(NumbersBelongToDifferentPersons):
        record(outside(local, Number(system=PERSONAL, value="196607069819")))


def test_two_wordings_of_numbers_do_not_take_turns(db):
    first = Number(system="urn:oid:1.2.3", value="17")
    second = Number(system="urn:oid:1.2.3", value="18")
    record(outside(first, second))

    assert record(outside(first, second)).outcome is Outcome.UNCHANGED
    assert record(outside(second, first)).outcome is Outcome.UNCHANGED


def test_karin_is_found_by_her_number_in_one_question(
    karin, nurse, django_assert_num_queries
):
    with django_assert_num_queries(1):
        card = queries.find_by_identifier(nurse, "430214-9804", NOW)

    assert (card.id, card.name, card.age) == (karin, "Karin Holm", 83)
    assert card.number == "19430214-9804"
