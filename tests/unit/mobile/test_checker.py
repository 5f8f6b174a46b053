"""The checker sees every broken rule, and prices what it is shown."""

from dataclasses import replace

import pytest

from naravard.mobile.routing.checker import check
from naravard.mobile.routing.model import (
    Break,
    Caregiver,
    Prices,
    Relation,
    Task,
    Window,
)
from naravard.mobile.routing.plan import Plan, Round, Stop
from tests.unit.mobile.days import NURSE, small_day

ALI = Stop(visit="Ali", service=0, start=20, end=30)
MAJA = Stop(visit="Maja", service=0, start=20, end=35)
NURSE_AT_KARIN = Stop(visit="Karin", service=0, start=60, end=80)
CARER_AT_KARIN = Stop(visit="Karin", service=1, start=60, end=80)


def planned(
    sara: tuple[Stop, ...], bo: tuple[Stop, ...], meal: Stop | None = None
) -> Plan:
    return Plan(
        rounds=(
            Round(caregiver="Sara", stops=sara, meal=meal),
            Round(caregiver="Bo", stops=bo),
        )
    )


GOOD = planned((ALI, NURSE_AT_KARIN), (MAJA, CARER_AT_KARIN))


def test_a_plan_that_keeps_every_rule_has_no_remarks():
    report = check(small_day(), GOOD)

    assert report.violations == ()
    assert report.parts.travel == 10 + 20 + 30 + 20 + 10 + 30
    assert report.cost == 120


def test_lateness_costs_in_total_and_at_its_worst():
    late = replace(ALI, start=35, end=45)

    report = check(
        small_day(),
        planned(
            (late, replace(NURSE_AT_KARIN, start=65, end=85)),
            (MAJA, replace(CARER_AT_KARIN, start=65, end=85)),
        ),
    )

    assert report.violations == ()
    assert (report.parts.late, report.parts.worst_late) == (5, 5)


@pytest.mark.parametrize(
    ("plan", "remark"),
    [
        (planned((ALI, NURSE_AT_KARIN), (CARER_AT_KARIN,)), "Maja blir inte gjort"),
        (planned((ALI,), (MAJA, CARER_AT_KARIN)), "Karin saknar någon"),
        (
            planned((ALI, MAJA, NURSE_AT_KARIN), (MAJA, CARER_AT_KARIN)),
            "mer än en gång",
        ),
        (planned((MAJA, NURSE_AT_KARIN), (ALI, CARER_AT_KARIN)), "saknar behörighet"),
        (
            planned(
                (ALI, NURSE_AT_KARIN), (MAJA, replace(CARER_AT_KARIN, start=61, end=81))
            ),
            "för sent efter",
        ),
        (
            planned(
                (ALI, NURSE_AT_KARIN), (MAJA, replace(CARER_AT_KARIN, start=59, end=79))
            ),
            "för tidigt",
        ),
        (
            planned((replace(ALI, end=29), NURSE_AT_KARIN), (MAJA, CARER_AT_KARIN)),
            "ska ta",
        ),
        (
            planned(
                (ALI, NURSE_AT_KARIN), (replace(MAJA, start=19, end=34), CARER_AT_KARIN)
            ),
            "hinner inte",
        ),
        (planned((replace(ALI, visit="Eva"),), ()), "bland besöken"),
        (planned((replace(ALI, service=1),), ()), "bland besöken"),
        (Plan(rounds=(Round(caregiver="Eva", stops=()),)), "bland medarbetarna"),
        (Plan(rounds=(Round(caregiver="Bo", stops=()),) * 2), "mer än en runda"),
    ],
)
def test_a_broken_rule_is_told_in_plain_words(plan, remark):
    report = check(small_day(), plan)

    assert remark in " / ".join(report.violations)


def test_nobody_goes_where_they_are_not_to_go():
    ali, *others = small_day().visits
    day = small_day(visits=(replace(ali, forbidden=frozenset({"Sara"})), *others))

    assert "Sara får inte gå till Ali" in check(day, GOOD).violations


def test_two_people_means_two_people():
    both = replace(small_day().caregivers[1], can=NURSE)
    day = small_day(caregivers=(small_day().caregivers[0], both), relations=())
    alone = replace(CARER_AT_KARIN, start=80, end=100)

    report = check(day, planned((ALI, NURSE_AT_KARIN, alone), (MAJA,)))

    assert "Karin kräver olika medarbetare" in report.violations


def test_hard_windows_and_shifts_are_promises():
    day = small_day(
        prices=Prices(travel=1, lateness_is_hard=True, overtime_is_hard=True),
        caregivers=tuple(
            replace(each, shift=Window(opens=0, closes=100))
            for each in small_day().caregivers
        ),
    )
    late = planned(
        (replace(ALI, start=35, end=45), NURSE_AT_KARIN), (MAJA, CARER_AT_KARIN)
    )

    told = " / ".join(check(day, late).violations)

    assert "5 minuter för sent" in told
    assert "överskrids" in told


def test_waiting_idleness_and_a_missed_break_are_counted():
    day = small_day(
        prices=Prices(waiting=1, most_idle=1, missed_break=10),
        caregivers=(
            Caregiver(
                id="Sara",
                can=NURSE,
                shift=Window(opens=0, closes=200),
                takes_break=True,
            ),
            small_day().caregivers[1],
        ),
        meal=Break(opens=30, closes=120, minutes=5),
    )

    parts = check(day, GOOD).parts

    assert parts.waiting == 10 + 15  # Sara from 50 to 60, Bo from 45 to 60
    assert parts.most_idle == 300 - 60 - 35
    assert parts.missed_breaks == 1


def test_a_break_is_checked_like_a_visit():
    sara = replace(small_day().caregivers[0], takes_break=True)
    day = small_day(
        caregivers=(sara, small_day().caregivers[1]),
        meal=Break(opens=40, closes=60, minutes=5),
    )
    good = Stop(visit="Karin", service=0, start=50, end=55)
    early = replace(good, start=35, end=40)

    def told(meal: Stop) -> str:
        plan = planned((ALI, NURSE_AT_KARIN), (MAJA, CARER_AT_KARIN), meal)
        return " / ".join(check(day, plan).violations)

    assert told(good) == ""
    assert "utanför" in told(early)
    assert "hinner inte" in told(early)
    assert "ska ha rast i" in told(replace(good, end=54))
    assert "okänd plats" in told(replace(good, visit="Eva"))


def test_relations_hold_between_different_visits_too():
    after = Relation(
        first=Task(visit="Maja", service=0),
        second=Task(visit="Ali", service=0),
        least=5,
    )

    report = check(small_day(relations=(after,)), GOOD)

    assert report.violations == ("Ali börjar för tidigt efter Maja",)


def test_continuity_is_counted_by_service():
    ali, maja, karin = small_day().visits
    day = small_day(
        visits=(
            replace(ali, named_contact="Bo"),
            replace(maja, preferred=frozenset({"Sara"})),
            replace(karin, known=frozenset({"Sara"})),
        )
    )

    parts = check(day, GOOD).parts

    assert (parts.not_named_contact, parts.not_preferred, parts.new_faces) == (1, 1, 1)
