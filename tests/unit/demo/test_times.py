"""When people work."""

from datetime import datetime, time
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from naravard.core.calendar import is_working_day
from naravard.core.clock import SWEDISH_TIME, day_of, local
from naravard.demo.course.times import in_daytime, in_office_hours

moments = st.datetimes(
    min_value=datetime(2020, 1, 1),
    max_value=datetime(2030, 12, 31),
    timezones=st.just(SWEDISH_TIME),
)


@given(moments, st.integers(min_value=0))
def test_offices_work_on_working_days_in_the_day(moment, seed):
    done_at = in_office_hours(moment, Random(seed))

    assert done_at >= moment
    assert is_working_day(day_of(done_at))
    assert time(8) <= local(done_at).time() < time(16, 30)


@given(moments, st.integers(min_value=0))
def test_wards_do_their_errands_in_daytime_every_day(moment, seed):
    done_at = in_daytime(moment, Random(seed))

    assert done_at >= moment
    assert time(7) <= local(done_at).time() < time(20)
