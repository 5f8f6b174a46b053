"""How long a relation lives on, and why in words."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from naravard.access.rules import (
    MESSAGE_GROUNDS,
    READING_GROUNDS,
    Ground,
    RelationKind,
    lives_until,
    why,
    why_relation,
)
from naravard.access.rules.relations import Aftercare

# Discharged a Monday morning in March; the clocks go forward before the end.
DISCHARGED = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("kind", "lives"),
    [
        (RelationKind.ADMISSION, datetime(2026, 4, 1, 21, 59, 59, tzinfo=UTC)),
        (RelationKind.CASE, datetime(2026, 5, 31, 21, 59, 59, tzinfo=UTC)),
        (RelationKind.STATED, datetime(2026, 3, 3, 22, 59, 59, tzinfo=UTC)),
        (RelationKind.SCHOOL, DISCHARGED),  # no aftercare
    ],
)
def test_a_relation_lives_on_for_follow_up(kind: RelationKind, lives: datetime):
    assert lives_until(kind, DISCHARGED) == lives


def test_terms_are_those_of_the_day_it_ended():
    terms = (
        Aftercare(
            kind=RelationKind.CASE, valid_from=date(2018, 1, 1), days=90, source="a"
        ),
        Aftercare(
            kind=RelationKind.CASE, valid_from=date(2026, 3, 3), days=10, source="b"
        ),
    )

    before = lives_until(RelationKind.CASE, DISCHARGED, terms)
    after = lives_until(RelationKind.CASE, DISCHARGED + timedelta(days=1), terms)

    assert (after - DISCHARGED).days < (before - DISCHARGED).days


@given(
    kind=st.sampled_from(RelationKind),
    ended_at=st.datetimes(
        datetime(2017, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC)
    ),
)
def test_aftercare_never_ends_before_its_cause(kind: RelationKind, ended_at: datetime):
    assert lives_until(kind, ended_at) >= ended_at


@pytest.mark.parametrize("kind", RelationKind)
def test_every_relation_says_why_in_a_sentence(kind: RelationKind):
    assert why_relation(kind).endswith(".")


@pytest.mark.parametrize("ground", Ground)
def test_every_ground_has_its_act(ground: Ground):
    known = MESSAGE_GROUNDS.get(ground) or READING_GROUNDS.get(ground)

    assert known is not None
    assert known.law


def test_every_code_for_outgoing_messages_is_there():
    codes = {ground.value for ground in MESSAGE_GROUNDS}

    assert codes == {
        "G-CONSENT",
        "G-DUTY-LSU2",
        "G-SVOD",
        "G-SAME-REGION",
        "G-SAME-KOMMUN-HSV",
        "G-KOMMUN-OMSORG",
        "G-MINOR",
        "G-ABUSE",
        "G-LPT",
        "G-UNBORN",
        "G-CANNOT-CONSENT",
        "G-EMI-EH",
        "G-NECESSARY",
        "G-HARMTEST",
        "G-OROSANMALAN",
        "G-REGISTRY",
    }


def test_the_log_tells_ground_and_stated_reason_as_sentences():
    told = why("R-STATED", reason="Hon ringde oss.")

    assert told == (
        "Personalen angav själv ett skäl. Skälet granskas i efterhand."
        " Angivet skäl: Hon ringde oss."
    )


def test_a_ground_of_another_system_still_gives_a_sentence():
    assert why("X-17") == "Skälet finns i enhetens egen dokumentation."
