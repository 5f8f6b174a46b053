"""What holds for every sequence of events."""

import json
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from hypothesis import assume, given
from hypothesis import strategies as st

from naravard.core.clock import day_of
from naravard.discharge.explanation.answers import answer, as_line
from naravard.discharge.explanation.fields import InputInvalid
from naravard.discharge.explanation.main import explanation_of
from naravard.discharge.rules.agreement import LUS
from naravard.discharge.rules.clocks import (
    admission_notice_due_at,
    liability_starts_on,
    sip_call_due_on,
)
from tests.unit.discharge.cases import CONCERNED, admitted, called, case, left
from tests.unit.discharge.stays import a_case

START = datetime(2022, 1, 1, tzinfo=UTC)
moments = st.integers(0, 2 * 365 * 24 * 3600).map(
    lambda seconds: START + timedelta(seconds=seconds)
)
nights = st.tuples(
    st.integers(2015, 2035),
    st.sampled_from([3, 10]),
    st.integers(-48 * 3600, 48 * 3600),
).map(
    lambda drawn: (
        datetime.combine(last_sunday(drawn[0], drawn[1]), time(1, tzinfo=UTC))
        + timedelta(seconds=drawn[2])
    )
)
stays = st.integers(0, 2**48).map(lambda seed: a_case(Random(seed)))
delays = st.integers(0, 10 * 24 * 3600).map(lambda seconds: timedelta(seconds=seconds))
steps_in_hours = st.integers(1, 80)
kinds = st.sampled_from(
    [
        {"type": "ready_notice", "to": CONCERNED},
        {"type": "ready_notice", "to": ["vc"]},
        {"type": "ready_withdrawn"},
        {"type": "sip_call", "by": "vc"},
        {"type": "region_blocker", "on": True, "reason": "not_clarified"},
        {"type": "region_blocker", "on": True, "reason": "not_available"},
        {"type": "region_blocker", "on": False},
        {"type": "consent", "planning": "given"},
        {"type": "consent", "planning": "declined"},
        {"type": "ready_decision"},
        {"type": "opt_notice", "to": CONCERNED},
        {"type": "discharge"},
        {"type": "death"},
    ]
)
agreements = st.fixed_dictionaries(
    {},
    optional={
        "model": st.sampled_from(["statutory", "monthly_average"]),
        "late_sip_call": st.sampled_from(
            ["disqualify", "ignore", "start_when_call_sent"]
        ),
        "late_admission_notice": st.sampled_from(
            ["disqualify", "ignore", "delay_start_by_lateness"]
        ),
        "early_sip_call_ok": st.booleans(),
        "declined_sip_blocks_liability": st.booleans(),
        "withdrawal_resets": st.sampled_from([True, "pause"]),
        "count_discharge_day": st.booleans(),
        "sip_call_weekend_slide": st.booleans(),
        "blocker_release_offset_days": st.integers(0, 1),
        "individual": st.sampled_from(["beyond_cap", "whole_stay_if_over_cap", "none"]),
    },
)


@st.composite
def histories(draw):
    """A stay that begins as it should and goes on anyhow."""
    moment = draw(moments)
    told_after = draw(st.integers(1, 40))
    events = [
        {"type": "admit", "at": moment, "unit": "ward"},
        {"type": "need_assessed", "at": moment, "units": CONCERNED},
        {
            "type": "admission_notice",
            "at": moment + timedelta(hours=told_after),
            "to": CONCERNED,
            "estimated_discharge": "2022-06-01",
        },
        {"type": "ready_decision", "at": moment + timedelta(hours=told_after)},
    ]
    later = moment + timedelta(hours=told_after)
    for kind, hours in draw(st.lists(st.tuples(kinds, steps_in_hours), max_size=12)):
        later += timedelta(hours=hours)
        events.append({**kind, "at": later})
    as_of = draw(st.sampled_from([later, later + timedelta(days=9)]))
    return case(
        [{**event, "at": event["at"].isoformat()} for event in events],
        as_of=as_of.isoformat(),
        agreement=draw(agreements),
        rates={"2022": 9300, "2023": 10500, "2024": 11600, "2025": 12000},
    )


def last_sunday(year, month):
    last = date(year, month, 31)
    return last - timedelta(days=(last.weekday() + 1) % 7)


def swedish_offset(moment):
    """Summer time from the last Sunday of March to that of October, at 01.00 UTC."""
    change = time(1, tzinfo=UTC)
    begins = datetime.combine(last_sunday(moment.year, 3), change)
    ends = datetime.combine(last_sunday(moment.year, 10), change)
    return timedelta(hours=2 if begins <= moment < ends else 1)


def first_payable_day(notified, weekend_slide):
    """When Karin, who stays for a month, is first paid for."""
    said = answered(
        case(
            admitted("2022-03-01"),
            {"type": "ready_decision", "at": "2022-03-01T18:00:00+01:00"},
            {"type": "ready_notice", "at": notified.isoformat(), "to": CONCERNED},
            called("2022-03-01 19:00"),
            left("2022-04-10 13:00"),
            agreement={"sip_call_weekend_slide": weekend_slide},
        )
    )
    return said["liability"]["payable_days"][0]


def answered(history):
    try:
        return answer(explanation_of(history))
    except InputInvalid:
        return None


@given(moments, delays)
def test_a_later_notice_never_makes_payment_start_earlier(notified, delay):
    assert liability_starts_on(notified + delay, LUS) >= liability_starts_on(
        notified, LUS
    )


@given(moments, delays)
def test_a_later_notice_never_makes_the_call_due_earlier(notified, delay):
    assert sip_call_due_on(notified + delay, LUS) >= sip_call_due_on(notified, LUS)


@given(delays, st.sampled_from([True, False]))
def test_a_later_notice_never_makes_the_case_payable_earlier(delay, weekend_slide):
    notified = datetime(2022, 3, 7, 8, 0, tzinfo=UTC)

    first = first_payable_day(notified, weekend_slide)
    later = first_payable_day(notified + delay, weekend_slide)

    assert first <= later


@given(moments)
def test_payment_starts_three_or_four_days_after_the_notice(notified):
    assert (liability_starts_on(notified, LUS) - day_of(notified)).days in {3, 4}


@given(moments)
def test_the_admission_notice_always_has_24_elapsed_hours(known):
    assert admission_notice_due_at(known) - known == timedelta(hours=24)


@given(nights)
def test_nights_of_the_clock_change_have_their_own_length(moment):
    clock = moment + swedish_offset(moment)
    free_days = 3 if clock.time() <= time(12) else 4

    starts_on = liability_starts_on(moment, LUS)

    assert starts_on == clock.date() + timedelta(days=free_days)
    assert day_of(moment) == clock.date()


@given(nights)
def test_the_24_hours_are_elapsed_hours_on_the_night_of_the_clock_change(admitted):
    due_at = admission_notice_due_at(admitted)

    by_the_clocks = (due_at + swedish_offset(due_at)) - (
        admitted + swedish_offset(admitted)
    )
    change = swedish_offset(due_at) - swedish_offset(admitted)
    assert by_the_clocks == timedelta(hours=24) + change


@given(st.one_of(histories(), stays))
def test_no_day_is_paid_twice_or_outside_the_stay(history):
    said = answered(history)
    assume(said is not None)

    days = said["liability"]["payable_days"]
    by_notice = [day for notice in said["notices"] for day in notice["payable_days"]]
    first_notice = min((n["sent_at"][:10] for n in said["notices"]), default="")
    today = day_of(datetime.fromisoformat(history["as_of"])).isoformat()

    assert len(days) == len(set(days))
    assert days == sorted(by_notice)
    assert all(first_notice <= day <= today for day in days)
    assert (said["liability"]["amount"] or 0) >= 0


@given(st.one_of(histories(), stays))
def test_a_forfeited_notice_pays_for_nothing(history):
    said = answered(history)
    assume(said is not None)

    lost = [notice for notice in said["notices"] if notice["forfeited"]]

    assert all(notice["payable_days"] == [] for notice in lost)
    assert all(notice["liability_starts_on"] is None for notice in lost)


@given(st.one_of(histories(), stays), st.randoms())
def test_the_order_of_delivery_changes_nothing(history, chance):
    in_order = answered(history)
    shuffled = list(history["events"])

    chance.shuffle(shuffled)

    assert answered({**history, "events": shuffled}) == in_order


@given(histories())
def test_the_answer_survives_being_written_and_read(history):
    said = answered(history)
    assume(said is not None)

    assert json.loads(as_line(said)) == said


@given(histories(), st.text(min_size=1), st.integers(0, 3))
def test_an_unknown_field_is_refused_wherever_it_is(history, name, index):
    field = f"okänd_{name}"
    event = {**history["events"][index], field: 1}
    units = {**history["units"], "vc": {**history["units"]["vc"], field: 1}}

    assert answered({**history, field: 1}) is None
    assert answered({**history, "events": [event, *history["events"]]}) is None
    assert answered({**history, "units": units}) is None
    assert answered({**history, "agreement": {field: 1}}) is None
