"""Organisationsnummer and HSA-id."""

import pytest

from naravard.people.identity import (
    HsaIdNotValid,
    OrganisationNumberNotValid,
    is_invented_hsa_prefix,
    parse_hsa_id,
    parse_organisation_number,
)


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("232100-0172", "2321000172"),
        ("2321000040", "2321000040"),
        (" 212000-2080 ", "2120002080"),
    ],
)
def test_an_organisation_number_is_stored_without_hyphen(written, stored):
    assert parse_organisation_number(written) == stored


@pytest.mark.parametrize("written", ["232100-0173", "430214-9804", "2321000", ""])
def test_a_wrong_organisation_number_is_refused(written):
    with pytest.raises(OrganisationNumberNotValid):
        parse_organisation_number(written)


def test_hsa_ids_that_differ_only_in_case_are_the_same():
    written = parse_hsa_id("SE2321999999-P000a")
    again = parse_hsa_id("se2321999999-p000A")

    assert written == again
    assert hash(written) == hash(again)
    assert written.value == "SE2321999999-P000a"


@pytest.mark.parametrize(
    "written",
    [
        "SE2321999999",
        "SE2321999999-",
        "SE232199999-P1",
        "SE2321999999-ÅÄÖ",
        "SE2321999999-P1@sjukhus",
        "SE2321999999-" + "A" * 19,
        "ſE2321999999-P1",
    ],
)
def test_an_hsa_id_of_the_wrong_form_is_refused(written):
    with pytest.raises(HsaIdNotValid):
        parse_hsa_id(written)


@pytest.mark.parametrize(
    ("prefix", "invented"),
    [
        ("SE2321999999", True),
        ("SE2321000172", False),  # a real region's number
        ("SE23219999", False),
    ],
)
def test_an_invented_prefix_can_belong_to_no_organisation(prefix, invented):
    assert is_invented_hsa_prefix(prefix) is invented
