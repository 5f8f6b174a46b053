"""Names as they are searched and sorted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from naravard.people.names import (
    LONGEST_KEY,
    name_patterns,
    search_key,
    swedish_order,
)


@pytest.mark.parametrize(
    ("family", "given_name", "key"),
    [
        ("Holm", "Karin", "holm karin"),
        ("Öberg-Ålund", "Éva", "öberg ålund eva"),
        ("Wachtmeister", "Carl  Gustaf", "wachtmeister carl gustaf"),
        ("O'Brien", "Seán", "obrien sean"),
        ("Sørensen", "Ægir", "sörensen ägir"),
        ("Kowalski", "Łucja", "kowalski lucja"),
        ("Öberg", "O\u0308rjan", "öberg örjan"),
        ("", "", ""),
    ],
)
def test_a_name_is_searched_without_accents_but_with_swedish_letters(
    family, given_name, key
):
    assert search_key(family, given_name) == key


def test_a_ring_is_no_accent():
    assert search_key("Ångström", "") != search_key("Angstrom", "")


@pytest.mark.parametrize(
    "query", ["karin", "HOLM", "hol kar", "kar hol", "Karin Holm", "ho"]
)
def test_every_word_may_be_the_beginning_of_any_name(query):
    key = search_key("Holm", "Karin Elisabet")

    assert all(pattern.fits(key) for pattern in name_patterns(query))


def test_the_middle_of_a_name_is_no_beginning():
    (pattern,) = name_patterns("arin")

    assert not pattern.fits(search_key("Holm", "Karin"))


def test_swedish_letters_come_last_in_their_own_order():
    names = ["öberg", "ängman", "ålund", "zeta", "al bo", "alm"]

    assert sorted(names, key=swedish_order) == [
        "al bo",
        "alm",
        "zeta",
        "ålund",
        "ängman",
        "öberg",
    ]


@given(st.text(), st.text())
def test_a_key_is_its_own_key(family, given_name):
    key = search_key(family, given_name)

    assert search_key(key, "") == key


@given(st.text(max_size=120), st.text(max_size=120))
def test_a_key_fits_its_column(family, given_name):
    assert len(search_key(family, given_name)) <= LONGEST_KEY


@given(st.text(), st.text())
def test_who_writes_the_whole_name_finds_it(family, given_name):
    key = search_key(family, given_name)

    assert all(pattern.fits(key) for pattern in name_patterns(key))
