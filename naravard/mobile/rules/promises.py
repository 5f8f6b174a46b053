"""What a person is told about when somebody comes: an interval that can be kept."""

from dataclasses import dataclass
from datetime import datetime, timedelta

QUARTER = timedelta(minutes=15)
# Further off in the day more can happen before: the interval is wider. [design]
NEAR = timedelta(hours=2)
AROUND_NEAR, AROUND_FAR = timedelta(minutes=15), timedelta(minutes=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """Somebody comes from and until these moments."""

    opens: datetime
    closes: datetime

    def holds(self, start: datetime) -> bool:
        """Whether a start lies within what has been told."""
        return self.opens <= start <= self.closes


def promise_of(start: datetime, *, now: datetime) -> Promise:
    """The interval told for a planned start, on whole quarters of an hour."""
    around = AROUND_NEAR if start - now <= NEAR else AROUND_FAR
    return Promise(opens=_quarter(start - around), closes=_quarter(start + around))


def _quarter(moment: datetime) -> datetime:
    """The nearest whole quarter of an hour."""
    past = timedelta(
        minutes=moment.minute % 15,
        seconds=moment.second,
        microseconds=moment.microsecond,
    )
    earlier = moment - past
    return earlier if past < QUARTER / 2 else earlier + QUARTER
