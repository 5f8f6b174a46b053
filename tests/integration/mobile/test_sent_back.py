"""What waited on a phone: taken in one go, each note once, and only its writer's."""

import json
from uuid import uuid4

from django.test import Client
from django.urls import reverse

from naravard.mobile import services
from naravard.mobile.models import VisitNote
from naravard.mobile.rules.news2 import Measured, Scale
from naravard.mobile.rules.sbar import Sbar
from naravard.mobile.rules.states import Outcome
from tests.integration.mobile.conftest import MORNING, page_of
from tests.journeys.staff.conftest import signed_in


def form(visit_id, **rest):
    given = {
        "note_id": uuid4(),
        "visit_id": visit_id,
        "written_at": MORNING,
        "based_on": 1,
        "outcome": Outcome.STAYS_HOME,
        "hand_over": Sbar(assessment="Mår bättre."),
        "measured": Measured(pulse=76),
    }
    return services.VisitForm(**(given | rest))


def send(team, *forms):
    with page_of(team.ali):
        return services.write_notes(actor=team.ali, forms=forms, now=MORNING)


def test_notes_sent_again_after_a_lost_answer_are_still_one_each(
    team, karin, bo, accepted
):
    forms = (form(accepted(karin)), form(accepted(bo)))
    first = send(team, *forms)

    again = send(team, *forms)

    assert [each.was_known for each in first.values()] == [False, False]
    assert [each.was_known for each in again.values()] == [True, True]
    assert VisitNote.objects.count() == 2


def test_one_that_a_rule_refuses_does_not_take_the_others_with_it(
    team, karin, bo, accepted
):
    not_ordered = Measured(saturation=89, scale=Scale.LOW_SATURATION)
    refused = form(accepted(karin), measured=not_ordered)
    good = form(accepted(bo))

    found = send(team, refused, good)

    assert found[refused.note_id] is None
    assert found[good.note_id].conflicts is False
    assert [note.pk for note in VisitNote.objects.all()] == [good.note_id]


def test_what_somebody_else_has_written_is_not_taken_in_ones_own_name(
    team, karin, accepted, time_machine
):
    time_machine.move_to(MORNING, tick=False)
    visit = accepted(karin)
    lenas = signed_in(team.lena).get(reverse("staff:kept_day")).json()["owner"]
    page = signed_in(team.ali)
    alis = page.get(reverse("staff:kept_day")).json()["owner"]

    refused = sent(page, lenas, visit)
    taken = sent(page, alis, visit)

    assert refused.status_code == 409
    assert list(taken.json()["notes"].values()) == ["sent"]
    assert taken.json()["day"]["owner"] == alis
    assert VisitNote.objects.count() == 1


def sent(page: Client, owner: str, visit):
    fields = {
        "note_id": str(uuid4()),
        "based_on": "1",
        "scale": "1",
        "pulse": "76",
        "outcome": "stays_home",
    }
    notes = [{"visit": str(visit), "fields": fields}]
    return page.post(
        reverse("staff:receive_notes"),
        json.dumps({"owner": owner, "notes": notes}),
        content_type="application/json",
    )
