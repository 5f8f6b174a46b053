"""Whoever leads a team keeps within its machines, and takes a shift away in time."""

from datetime import time

import pytest
from django.urls import reverse

from naravard.access.rules import RelationKind
from naravard.access.services import relate
from naravard.core.clock import moment_at
from naravard.mobile import services
from naravard.mobile.models import Shift, Visit, VisitRequest
from naravard.mobile.rules.enrolling import Criteria
from naravard.mobile.rules.resources import ResourceKind
from naravard.mobile.rules.states import TeamKind, TeamState
from naravard.mobile.rules.travel import Point
from naravard.people.models import CareUnit
from naravard.people.roles import Role
from tests.house import TODAY, actor, at, employ


@pytest.fixture
def lena(house, karin):
    """Lena leads Teamet Syd, which has one machine that is enough for one visit."""
    unit = CareUnit.objects.get(key="team-syd").pk
    services.start_team(
        team=services.NewTeam(
            unit_id=unit,
            kind=TeamKind.CLOSE_CARE,
            visits_a_day=20,
            municipalities=("9902",),
            base=Point(59.0, 16.1),
            opens_on=TODAY,
            criteria=Criteria(texts=("Har hemsjukvård", "Behöver teamet"), needed=1),
        ),
        state=TeamState.ACTIVE,
    )
    services.keep_resource(
        team_id=unit,
        resource=services.NewResource(
            kind=ResourceKind.ULTRASOUND, name="Ultra 1", capacity=1, opens_on=TODAY
        ),
        state=TeamState.ACTIVE,
    )
    ali = employ("Ali", "Dahl", "Sjuksköterska", unit, Role.DISTRICT_NURSE)
    services.add_shifts(
        shifts=[
            services.NewShift(
                team_id=unit,
                assignment_id=ali,
                day=TODAY,
                starts_at=moment_at(TODAY, time(8)),
                ends_at=moment_at(TODAY, time(17)),
            )
        ]
    )
    relate(
        person_id=karin,
        unit_ids=[house.home_nursing],
        kind=RelationKind.ENROLLED,
        source=karin,
        starts_at=at("2026-01-01 08:00"),
    )
    return actor(employ("Lena", "Alm", "Koordinator", unit, Role.COORDINATOR))


def asked(jonas, karin, lena):
    jonas.post(
        reverse("staff:person_visits", args=[karin]),
        {"team": str(lena.unit_id), "urgency": "today", "situation": "Kissar lite."},
    )
    return VisitRequest.objects.order_by("-pk").get(state="asked")


def answer(page, request, **given):
    usual = {
        "decision": "accept",
        "why": "Ultraljud av blåsan",
        "needs": ["nurse"],
        "resources": ["ultrasound"],
        "minutes": "30",
        "day": TODAY.isoformat(),
        "criteria": ["Har hemsjukvård"],
    }
    address = reverse("staff:answer_request", args=[request.pk])
    return page.post(address, usual | given)


def test_a_day_is_not_promised_beyond_the_machine_and_a_shift_is_taken_away(
    house, karin, lena, sign_in, clock
):
    # Jonas asks twice; Lena looks at what the record says of the team's criteria
    clock.move_to(at("2026-03-02 07:00"), tick=False)
    jonas, page = sign_in(house.municipal_nurse), sign_in(lena)
    first = asked(jonas, karin, lena)
    address = reverse("staff:answer_request", args=[first.pk])
    suggested = page.get(address, {"kriterier": "ja"}).text
    assert "Verkar stämma" in suggested
    assert "Inskriven hos" in suggested

    # The machine is enough for one visit, and the other is refused by its name
    answer(page, first)
    second = asked(jonas, karin, lena)
    refused = answer(page, second)
    assert "Ultra 1 räcker till 1 besök 2026-03-02" in refused.text

    # She plans the day, and sees what the machine is enough for
    board = reverse("staff:board")
    day = {"dag": TODAY.isoformat()}
    shown = page.get(board, day | {"forslag": "ja"})
    assert "Behövs till 1 besök, räcker till 1." in shown.text
    [option, *_] = shown.context["options"]
    page.post(
        reverse("staff:board_choose"),
        {
            "day": TODAY.isoformat(),
            "kind": option.kind,
            "seen_at": shown.context["seen_at"],
            "version": shown.context["version"],
        },
    )
    assert Visit.objects.get().state == "planned"

    # What the visit needs can be changed, and is seen on its page
    visit = Visit.objects.get()
    things = reverse("staff:change_visit_things", args=[visit.pk])
    changed = page.post(things, {"resources": []}, follow=True)
    assert "Besökets behov är ändrade" in changed.text
    page.post(things, {"resources": ["ultrasound"]})

    # Ali is ill: the shift is taken away, and she is told who waits
    shift = Shift.objects.get()
    before = page.get(reverse("staff:shift", args=[shift.pk])).text
    assert "Karin Holm" in before
    hours = {"begins": "12:00", "ends": "11:00"}
    too_long = page.post(reverse("staff:shift", args=[shift.pk]), hours)
    assert "Passet är längre än 13 timmar." in too_long.text
    gone = page.post(reverse("staff:remove_shift", args=[shift.pk]), follow=True).text
    assert "Väntar på någon annan, med den tid de har fått: Karin Holm." in gone
    assert "Ingen har de här än" in gone
    assert "borttaget" in page.get(reverse("staff:team")).text
