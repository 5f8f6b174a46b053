"""Leave from the ward: out and back, and not twice."""

import pytest

from naravard.discharge.rules.folding import fold
from naravard.discharge.rules.guards import check_can
from naravard.discharge.rules.guards.possible import AlreadyOnLeave, NotOnLeave
from naravard.discharge.rules.history import EventType
from tests.unit.discharge.events import ADMITTED, LEFT, UNITS, happened

OUT = happened(EventType.HOSPITAL_LEAVE, 6, on=True)
BACK = happened(EventType.HOSPITAL_LEAVE, 7, on=False)


def test_who_is_on_leave_does_not_go_on_leave_again():
    again = happened(EventType.HOSPITAL_LEAVE, 8, on=True)

    with pytest.raises(AlreadyOnLeave, match="redan på permission"):
        check_can(again, [ADMITTED, OUT], UNITS)


def test_who_has_come_back_may_go_again():
    check_can(
        happened(EventType.HOSPITAL_LEAVE, 8, on=True), [ADMITTED, OUT, BACK], UNITS
    )


def test_nobody_comes_back_who_has_not_left():
    with pytest.raises(NotOnLeave, match="inte på permission"):
        check_can(BACK, [ADMITTED], UNITS)


def test_who_does_not_come_back_but_goes_home_is_no_longer_on_leave():
    assert not fold([ADMITTED, OUT, LEFT], UNITS).on_leave
