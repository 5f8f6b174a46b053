"""When she is away from home: admission, leave, return, home; by the true times."""

from naravard.discharge.rules.absences import Away, absences
from naravard.discharge.rules.history import Event, EventType
from tests.house import at

ADMITTED = Event(type=EventType.ADMIT, at=at("2026-03-02 09:00"), unit="avd")
ON_LEAVE = Event(type=EventType.HOSPITAL_LEAVE, at=at("2026-03-04 10:00"), on=True)
BACK = Event(type=EventType.HOSPITAL_LEAVE, at=at("2026-03-05 18:00"), on=False)
HOME = Event(type=EventType.DISCHARGE, at=at("2026-03-06 12:00"))


def test_she_is_away_from_admission_until_she_goes_home():
    assert absences([ADMITTED, HOME]) == (Away(starts_at=ADMITTED.at, ends_at=HOME.at),)


def test_leave_is_at_home():
    assert absences([ADMITTED, ON_LEAVE, BACK, HOME]) == (
        Away(starts_at=ADMITTED.at, ends_at=ON_LEAVE.at),
        Away(starts_at=BACK.at, ends_at=HOME.at),
    )


def test_a_stay_that_goes_on_has_no_end():
    assert absences([ADMITTED]) == (Away(starts_at=ADMITTED.at),)


def test_what_is_told_late_lands_in_its_place():
    assert absences([HOME, BACK, ADMITTED, ON_LEAVE]) == absences(
        [ADMITTED, ON_LEAVE, BACK, HOME]
    )


def test_home_from_leave_without_coming_back_is_one_absence():
    assert absences([ADMITTED, ON_LEAVE, HOME]) == (
        Away(starts_at=ADMITTED.at, ends_at=ON_LEAVE.at),
    )


def test_the_wrong_person_never_was_away():
    wrong = Event(
        type=EventType.ABORT, at=at("2026-03-02 10:00"), reason="wrong_person"
    )

    assert absences([ADMITTED, wrong]) == ()
