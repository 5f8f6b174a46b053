"""Whoever in a team reads outside her own shifts is picked for review."""

import pytest

from naravard.access.rules import Action
from naravard.access.services import LogEntry, log_many
from naravard.mobile.queries.shifts import PLANNED
from naravard.review.services import look_through
from tests.house import TODAY, at


@pytest.mark.parametrize(
    ("who", "clock", "off_shift"),
    [
        ("ali", "07:00", False),  # an hour before, to read up
        ("ali", "06:59", True),
        ("ali", "18:00", False),  # an hour after, to write down
        ("ali", "18:01", True),
        ("lena", "21:00", False),  # she leads the team and has no shifts
    ],
)
def test_only_a_reading_outside_ones_own_shift_is_picked(
    team, bo, who, clock, off_shift
):
    moment = at(f"{TODAY} {clock}")
    log_many(
        [
            LogEntry(
                at=moment,
                actor=getattr(team, who),
                action=Action.READ,
                person_ids=(bo,),
            )
        ]
    )

    looked = look_through(day=TODAY, now=moment, secret=b"none", shifts=PLANNED)

    codes = {code for picked in looked.picked for code in picked.checks}
    assert ("off-shift" in codes) == off_shift
