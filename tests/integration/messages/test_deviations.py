from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from naravard.messages.catalogue.deviation import MESSAGE_TYPE, ProcessStep
from naravard.messages.catalogue.deviation_answer import MESSAGE_TYPE as ANSWER
from naravard.messages.models import Message
from naravard.messages.queries import (
    DeviationCount,
    deviation_counts,
    deviations,
    thread_messages,
)
from naravard.messages.services import answer_deviation, report_deviation
from naravard.messages.services.deviations import DeviationNotFound
from tests.integration.messages.conftest import MONDAY_MORNING, House

WEEK = {"since": MONDAY_MORNING, "until": MONDAY_MORNING + timedelta(days=7)}
LATE_LIST = MESSAGE_TYPE.example


def report(house: House, reporter, to, payload=LATE_LIST, now=MONDAY_MORNING):
    return report_deviation(
        actor=reporter,
        thread=house.thread,
        person_id=house.karin.pk,
        to_unit_ids=[to.unit_id],
        payload=payload,
        ground="G-CONSENT",
        now=now,
    )


def answer(house: House, by, deviation: Message) -> Message:
    return answer_deviation(
        actor=by,
        deviation_id=deviation.pk,
        payload=ANSWER.example,
        ground="G-CONSENT",
        now=MONDAY_MORNING + timedelta(days=1),
    )


def test_the_municipality_tells_the_ward_and_the_ward_answers(house: House):
    deviation = report(house, house.care_planners, house.ward)

    reply = answer(house, house.ward, deviation)

    assert reply.about_id == deviation.pk
    assert [
        row.title
        for row in thread_messages(house.open_for(house.care_planners), house.thread)
    ] == ["Avvikelse", "Svar på avvikelse"]


def test_only_who_got_a_deviation_answers_it(house: House):
    deviation = report(house, house.care_planners, house.ward)

    with pytest.raises(DeviationNotFound):
        answer(house, house.health_centre, deviation)


def test_what_is_no_deviation_is_not_answered_as_one(house: House):
    with pytest.raises(DeviationNotFound):
        answer(house, house.ward, Message(pk=uuid4()))


def test_both_sides_see_the_deviation_from_their_side(house: House):
    deviation = report(house, house.care_planners, house.ward)
    answer(house, house.ward, deviation)

    (ours,) = deviations(house.care_planners, **WEEK)
    (theirs,) = deviations(house.ward, **WEEK)

    assert (ours.ours, theirs.ours) == (True, False)
    assert ours.step is ProcessStep.MEDICINES
    assert ours.answered
    assert (ours.from_unit, ours.to_unit) == ("Bistånd norr", "Avdelning 31")


def test_others_do_not_see_it(house: House):
    report(house, house.care_planners, house.ward)

    assert deviations(house.home_nursing, **WEEK) == ()
    assert deviation_counts(house.home_nursing, **WEEK) == ()


def test_a_week_is_counted_by_step_and_unit(house: House, django_assert_num_queries):
    aids = replace(LATE_LIST, step=ProcessStep.AIDS)
    answer(house, house.ward, report(house, house.care_planners, house.ward))
    report(house, house.care_planners, house.ward)
    report(house, house.ward, house.care_planners, payload=aids)
    report(house, house.ward, house.care_planners, now=WEEK["until"])

    with django_assert_num_queries(1):
        counts = deviation_counts(house.ward, **WEEK)

    assert counts == (
        DeviationCount(
            step=ProcessStep.MEDICINES,
            from_unit="Bistånd norr",
            to_unit="Avdelning 31",
            ours=False,
            number=2,
            answered=1,
        ),
        DeviationCount(
            step=ProcessStep.AIDS,
            from_unit="Avdelning 31",
            to_unit="Bistånd norr",
            ours=True,
            number=1,
            answered=0,
        ),
    )
