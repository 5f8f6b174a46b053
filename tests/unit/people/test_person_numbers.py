"""Personnummer and its kin: every form read, every mistake caught."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from naravard.people.identity import (
    PUBLISHED_EXAMPLES,
    BirthDateInFuture,
    CheckDigitDoesNotMatch,
    FormNotRecognised,
    IdentifierSystem,
    NoSuchBirthDate,
    PersonNumberNotValid,
    RealNumberNotAllowed,
    check_digit_for,
    check_is_test_number,
    is_test_number,
    names_of,
    parse,
    parse_as,
    passes_luhn,
    system_named,
)

TODAY = date(2026, 3, 2)
KARIN = "194302149804"

days = st.dates(min_value=date(1890, 1, 1), max_value=TODAY)
birth_numbers = st.integers(min_value=980, max_value=999)


def number_of(born: date, birth_number: int) -> str:
    nine = f"{born:%y%m%d}{birth_number:03}"
    return f"{born:%Y%m%d}{birth_number:03}{check_digit_for(nine)}"


@pytest.mark.parametrize("ten", ["6408233234", "8112189876"])
def test_textbook_numbers_pass_the_check(ten):
    assert passes_luhn(ten)


@pytest.mark.parametrize(
    "number",
    [
        "194302149804",
        "19430214-9804",
        "4302149804",
        "430214-9804",
        " 430214–9804 ",
    ],
)
def test_every_written_form_is_the_same_number(number):
    assert parse(number, today=TODAY).value == KARIN


@pytest.mark.parametrize(
    ("number", "stored"),
    [
        ("121212-1212", "201212121212"),  # the newest date that has come
        ("121212+1212", "191212121212"),  # plus: a hundred years earlier
        ("1212121212", "201212121212"),
        ("430214-9805", None),
        ("260302-9808", "202603029808"),  # born today
        ("260303-9807", "192603039807"),  # tomorrow has not come: a century ago
        ("260303+9807", "192603039807"),  # the year one turns 100 the plus is used
    ],
)
def test_ten_digits_get_the_century_that_the_writing_allows(number, stored):
    assert _value_or_none(number) == stored


def _value_or_none(number: str) -> str | None:
    try:
        return parse(number, today=TODAY).value
    except PersonNumberNotValid:
        return None


@pytest.mark.parametrize(
    "number",
    [
        "195009072553",
        "196101182803",
        "189002029800",
        "189602029812",
        "200302022389",
        "199002222397",
        "200001252386",
        "191212121212",
        "196408233234",
        "198112189876",
    ],
)
def test_published_examples_are_personal_numbers(number):
    assert parse(number, today=TODAY).system is IdentifierSystem.PERSONAL_NUMBER


def test_a_coordination_number_has_sixty_added_to_the_day():
    number = parse("19610973-2393", today=TODAY)

    assert number.system is IdentifierSystem.COORDINATION_NUMBER
    assert number.birth_date == date(1961, 9, 13)
    assert number.display == "19610973-2393"


def test_a_short_coordination_number_gets_its_century_from_the_true_day():
    assert parse("610973-2393", today=TODAY).value == "196109732393"


def test_a_national_reserve_number_hides_the_century_in_steps_of_three():
    number = parse("98240301AA06", today=TODAY)

    assert number.system is IdentifierSystem.NATIONAL_RESERVE_NUMBER
    assert number.birth_date == date(2024, 3, 1)


@pytest.mark.parametrize(
    ("number", "born"),
    [
        ("22430214AB17", date(1943, 2, 14)),
        ("97430214AB17", date(1943, 2, 14)),
        ("23030214AB17", date(2003, 2, 14)),
        ("00992040AB17", None),  # birth date unknown: a serial number
        ("00009959ZZ17", None),
    ],
)
def test_national_reserve_numbers_of_both_kinds_are_read(number, born):
    assert parse(number.lower(), today=TODAY).birth_date == born


@pytest.mark.parametrize(
    ("number", "error"),
    [
        ("00991940AB17", FormNotRecognised),  # serial months begin at 20
        ("00992060AB17", FormNotRecognised),  # serial days end at 59
        ("17430214AB17", FormNotRecognised),  # 01–17 are reserved
        ("21430214AB17", FormNotRecognised),  # 18–21 are never used
        ("22430214IB17", FormNotRecognised),  # I, O, Q, V and W are not used
        ("22430274AB17", NoSuchBirthDate),
        ("22431314AB17", NoSuchBirthDate),
        ("24030214AB17", BirthDateInFuture),  # the twenty-second century
    ],
)
def test_a_wrong_national_reserve_number_is_refused(number, error):
    with pytest.raises(error):
        parse(number, today=TODAY)


@pytest.mark.parametrize(
    ("number", "system"),
    [
        ("991975123455", IdentifierSystem.STOCKHOLM_RESERVE_NUMBER),
        ("19750312K124", IdentifierSystem.VASTRA_GOTALAND_RESERVE_NUMBER),
        ("19750312AB12", IdentifierSystem.VARMLAND_RESERVE_NUMBER),
    ],
)
def test_local_reserve_numbers_are_known_by_their_form(number, system):
    read = parse(number, today=TODAY)

    assert read.system is system
    assert read.display == number


def test_stockholms_reserve_number_has_a_check_digit():
    with pytest.raises(CheckDigitDoesNotMatch):
        parse("991975123456", today=TODAY)


def test_a_local_reserve_number_needs_a_real_date():
    with pytest.raises(NoSuchBirthDate):
        parse("19750372K124", today=TODAY)


def test_a_stockholm_number_holds_no_birth_date():
    assert parse("991975123455", today=TODAY).birth_date is None


def test_an_asylum_card_number_is_taken_as_it_is_when_asked_for():
    system = IdentifierSystem.ASYLUM_CARD_NUMBER

    assert parse_as(system, "50-123456", today=TODAY).value == "50-123456"


def test_a_strange_asylum_card_number_is_refused():
    with pytest.raises(FormNotRecognised):
        parse_as(IdentifierSystem.ASYLUM_CARD_NUMBER, "?", today=TODAY)


def test_a_number_of_another_system_than_asked_for_is_refused():
    with pytest.raises(FormNotRecognised):
        parse_as(IdentifierSystem.COORDINATION_NUMBER, KARIN, today=TODAY)


def test_a_number_of_the_system_asked_for_is_read():
    assert parse_as(IdentifierSystem.PERSONAL_NUMBER, KARIN, today=TODAY).value == KARIN


@pytest.mark.parametrize(
    ("number", "error"),
    [
        ("", FormNotRecognised),
        ("Karin", FormNotRecognised),
        ("19430214+9804", FormNotRecognised),  # plus has no place after a full year
        ("430214 9804", FormNotRecognised),
        ("٤٣٠٢١٤٩٨٠٤", FormNotRecognised),
        ("430230-9805", NoSuchBirthDate),
        ("19430292-9804", NoSuchBirthDate),
        ("19430260-9804", NoSuchBirthDate),
        ("994302149804", NoSuchBirthDate),
        ("010229-9802", NoSuchBirthDate),  # 2001 was no leap year
        ("20260303-9800", BirthDateInFuture),
        ("430214-9805", CheckDigitDoesNotMatch),
        ("430214-9840", CheckDigitDoesNotMatch),
    ],
)
def test_a_wrong_number_is_refused_with_its_own_error(number, error):
    with pytest.raises(error):
        parse(number, today=TODAY)


@pytest.mark.parametrize("number", ["430214-9805", "430230-9805", "20260303-9800"])
def test_an_error_never_repeats_the_number_but_says_what_to_do(number):
    with pytest.raises(PersonNumberNotValid) as refused:
        parse(number, today=TODAY)

    assert number[:6] not in str(refused.value) + refused.value.message
    assert refused.value.remedy
    assert refused.value.__suppress_context__ or refused.value.__context__ is None


def test_a_number_is_never_printed_by_accident():
    assert KARIN not in repr(parse(KARIN, today=TODAY))


def test_a_number_says_nothing_of_gender():
    assert not {"sex", "gender"} & set(dir(parse(KARIN, today=TODAY)))


def test_people_read_the_number_with_a_hyphen():
    assert parse("4302149804", today=TODAY).display == "19430214-9804"


@given(days, birth_numbers)
def test_what_is_shown_reads_back_as_the_same_number(born, birth_number):
    number = parse(number_of(born, birth_number), today=TODAY)

    assert parse(number.display, today=TODAY) == number
    assert number.birth_date == born


@given(days, birth_numbers, st.integers(2, 11), st.integers(1, 9))
def test_one_wrong_digit_among_the_ten_is_always_caught(born, serial, place, added):
    right = number_of(born, serial)
    wrong_digit = (int(right[place]) + added) % 10
    wrong = f"{right[:place]}{wrong_digit}{right[place + 1 :]}"

    with pytest.raises(PersonNumberNotValid):
        parse(wrong, today=TODAY)


@given(st.text(max_size=14))
def test_any_text_is_either_read_or_refused_by_name(text):
    number = _value_or_none(text)

    assert number is None or len(number) == 12


@given(st.dates(date(1927, 1, 1), TODAY), birth_numbers)
def test_ten_digits_of_anyone_under_a_hundred_find_the_century(born, birth_number):
    number = number_of(born, birth_number)

    assert parse(number[2:], today=TODAY).value == number


@pytest.mark.parametrize("example", sorted(PUBLISHED_EXAMPLES))
def test_published_examples_count_as_test_numbers(example):
    assert is_test_number(parse(example, today=TODAY))


@given(days, birth_numbers)
def test_birth_numbers_from_980_are_test_numbers(born, birth_number):
    check_is_test_number(parse(number_of(born, birth_number), today=TODAY))


@given(days, st.integers(0, 979))
def test_other_numbers_may_belong_to_somebody(born, birth_number):
    number = parse(number_of(born, birth_number), today=TODAY)

    assert is_test_number(number) == (number.value in PUBLISHED_EXAMPLES)


def test_a_number_that_may_be_real_is_refused_among_invented_people():
    number = parse(number_of(date(1943, 2, 14), 123), today=TODAY)

    with pytest.raises(RealNumberNotAllowed):
        check_is_test_number(number)


def test_a_reserve_number_is_no_test_number_by_its_digits():
    assert not is_test_number(parse("22430214AB17", today=TODAY))


@pytest.mark.parametrize("system", IdentifierSystem)
def test_every_system_is_found_again_by_its_fhir_name(system):
    assert system_named(names_of(system).fhir) is system


@pytest.mark.parametrize(
    ("oid", "system"),
    [
        ("1.2.752.129.2.1.3.1", IdentifierSystem.PERSONAL_NUMBER),
        ("urn:oid:1.2.752.129.2.1.3.3", IdentifierSystem.COORDINATION_NUMBER),
        ("1.2.752.74.9.1", IdentifierSystem.NATIONAL_RESERVE_NUMBER),
        ("1.2.3", None),
    ],
)
def test_a_system_is_found_by_its_oid(oid, system):
    assert system_named(oid) is system
