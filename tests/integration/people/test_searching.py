"""Who finds whom, and what an opened record begins with."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from naravard.access.models import CareRelation
from naravard.access.rules import OpenRecord, RelationKind
from naravard.core.errors import NotFound
from naravard.people import queries, services
from naravard.people.details import Number
from naravard.people.roles import Protection, RelatedKind
from tests.integration.people.conftest import KARIN, NOW, TODAY, person


def names(cards):
    return [card.name for card in cards]


@pytest.fixture
def neighbours(health_centre):
    listed = {"listed_unit_id": health_centre.pk}
    person("196607069819", "Ali", "Öberg", **listed)
    person("195009079807", "Britta", "Ålund", **listed)
    person("195009089806", "Cecilia", "Ängman", **listed)


def test_a_name_is_found_by_the_beginnings_of_its_words(karin, nurse):
    found = queries.search_by_name(nurse, "hol KAR", NOW, 10)

    assert names(found) == ["Karin Holm"]


def test_names_come_in_swedish_order(karin, neighbours, nurse):
    found = [
        *queries.search_by_name(nurse, "b", NOW, 10),
        *queries.search_by_name(nurse, "å", NOW, 10),
    ]

    assert names(found) == ["Britta Ålund", "Britta Ålund"]


def test_those_found_are_sorted_a_to_o(karin, neighbours, nurse, health_centre):
    person("195009109802", "Aron", "Zeta", listed_unit_id=health_centre.pk)
    person("195009119801", "Anna", "Ålund", listed_unit_id=health_centre.pk)
    person("195009129800", "Agda", "Ängman", listed_unit_id=health_centre.pk)

    found = queries.search_by_name(nurse, "a", NOW, 10)

    assert names(found) == ["Aron Zeta", "Anna Ålund", "Agda Ängman", "Ali Öberg"]


def test_a_search_is_one_question_and_has_a_limit(
    karin, neighbours, nurse, django_assert_num_queries
):
    with django_assert_num_queries(1):
        found = queries.search_by_name(nurse, "ö", NOW, 1)

    assert len(found) == 1


def test_nobody_is_found_by_no_name(karin, nurse):
    assert queries.search_by_name(nurse, " - ", NOW, 10) == ()


def test_a_sign_that_databases_know_is_only_a_sign(karin, nurse):
    assert queries.search_by_name(nurse, "%", NOW, 10) == ()


def test_a_ward_finds_only_those_it_has_a_care_relation_to(karin, nurse, ward):
    ward_nurse = replace(nurse, unit_id=ward.pk)
    relation = CareRelation.objects.create(
        person_id=karin, unit=ward, kind=RelationKind.ADMISSION, starts_at=NOW
    )

    during = queries.search_by_name(ward_nurse, "karin", NOW, 10)
    relation.ends_at = NOW
    relation.save()
    afterwards = queries.search_by_name(ward_nurse, "karin", NOW, 10)

    assert names(during) == ["Karin Holm"]
    assert afterwards == ()


def test_a_protected_person_is_found_by_name_only_by_those_who_may(karin, nurse):
    services.set_protection(person_id=karin, protection=Protection.CONFIDENTIALITY_MARK)
    may = replace(nurse, may_open_protected=True)

    assert queries.search_by_name(nurse, "karin", NOW, 10) == ()
    assert names(queries.search_by_name(may, "karin", NOW, 10)) == ["Karin Holm"]


def test_a_protected_person_found_by_number_has_no_name(karin, nurse):
    services.set_protection(
        person_id=karin, protection=Protection.PROTECTED_REGISTRATION
    )

    card = queries.find_by_identifier(nurse, KARIN, NOW)

    assert (card.name, card.age, card.protected) == (
        "Skyddade personuppgifter",
        None,
        True,
    )


def test_a_number_nobody_has_finds_nobody(karin, nurse):
    assert queries.find_by_identifier(nurse, "196607069819", NOW) is None


def opened(person_id, actor):
    return OpenRecord(
        person_id=person_id, actor=actor, ground="", rule="", opened_at=NOW
    )


def test_the_head_of_a_record_is_one_question(karin, nurse, django_assert_num_queries):
    services.add_related(
        person_id=karin,
        name="Per Holm",
        kind=RelatedKind.RELATIVE,
        relation="son",
        valid_from=date(2020, 1, 1),
        may_read=True,
    )

    with django_assert_num_queries(1):
        header = queries.person_header(opened(karin, nurse))

    assert header.address == "Aspvägen 4, 73331 Sala"
    assert header.listed_unit_name == "Sala vårdcentral"
    assert [(one.name, one.may_read) for one in header.related] == [("Per Holm", True)]


def test_an_ended_relation_is_not_shown(karin, nurse):
    related = services.add_related(
        person_id=karin,
        name="Per Holm",
        kind=RelatedKind.TRUSTEE,
        relation="god man",
        valid_from=date(2020, 1, 1),
    )

    services.end_related(related_id=related, last_day=TODAY - timedelta(days=1))

    assert queries.person_header(opened(karin, nurse)).related == ()


def test_a_protected_person_has_no_address_in_the_head(karin, nurse):
    services.set_protection(person_id=karin, protection=Protection.CONFIDENTIALITY_MARK)

    header = queries.person_header(opened(karin, nurse))

    assert header.address == "Skyddade personuppgifter"
    assert (header.phone, header.municipality_code) == ("", "")


def test_the_personal_number_is_shown_before_others(karin, nurse):
    services.add_identifier(
        person_id=karin, number=Number(system="urn:oid:1.2.3", value="17")
    )

    assert queries.person_header(opened(karin, nurse)).number == "19430214-9804"


def test_nobody_has_no_head(db, nurse):
    with pytest.raises(NotFound):
        queries.person_header(opened(uuid4(), nurse))
