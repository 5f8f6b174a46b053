"""The road is moved by those who answer for it, and everyone can see it."""

import pytest
from django.urls import reverse

from naravard.roadmap.models import Initiative, Obstacle, ObstacleMove, RoadDecision

pytestmark = pytest.mark.usefixtures("counted", "road")


def test_the_road_shows_obstacles_with_owners_and_initiatives(sign_in, politician):
    page = sign_in(politician).get(reverse("decisions:road"))

    assert "Gränser mellan kommun och region" in page.text
    assert "Personaldirektörerna" in page.text
    assert "SIP i skolan" in page.text


def test_initiatives_can_be_shown_by_whose_they_are(sign_in, politician):
    page = sign_in(politician).get(reverse("decisions:road"), {"vem": "municipality"})

    table = page.text.split('id="insatser"')[1]
    assert "Kommunal primärvård med läkare" in table
    assert "Mobil röntgen" not in table


def test_an_initiative_shows_what_was_expected_and_what_is_seen(sign_in, politician):
    row = Initiative.objects.get(key="morgonplanering")

    page = sign_in(politician).get(reverse("decisions:initiative", args=[row.pk]))

    assert "En dag kortare väntan" in page.text
    assert "Säkert bättre" in page.text


def test_where_too_little_is_known_the_page_says_so(sign_in, politician):
    row = Initiative.objects.get(key="mobilt-team")

    page = sign_in(politician).get(reverse("decisions:initiative", args=[row.pk]))

    assert "För tidigt att säga" in page.text


def test_an_obstacle_is_moved_and_the_move_is_kept(sign_in, politician):
    obstacle = Obstacle.objects.get(key="lagar")

    sign_in(politician).post(
        reverse("decisions:obstacle", args=[obstacle.pk]), {"till": "working"}
    )

    obstacle.refresh_from_db()
    assert obstacle.state == "working"
    assert ObstacleMove.objects.get(obstacle=obstacle).by_name == "Gunvor Alm"


def test_a_manager_reads_the_road_but_does_not_move_it(sign_in, manager):
    obstacle = Obstacle.objects.get(key="lagar")

    answer = sign_in(manager).post(
        reverse("decisions:obstacle", args=[obstacle.pk]), {"till": "working"}
    )

    assert answer.status_code == 403
    assert "Be någon i ledningsgruppen" in answer.text


def test_a_decision_is_entered_in_the_log(sign_in, politician):
    decision = RoadDecision.objects.get(key="fler-team")
    client = sign_in(politician)

    client.post(reverse("decisions:decide", args=[decision.pk]))

    page = client.get(reverse("decisions:decisions"))
    assert "Gunvor Alm, ordförande" in page.text


def test_a_council_is_heard_and_quoted(sign_in, politician):
    row = Initiative.objects.get(key="halsocenter")
    client = sign_in(politician)

    client.post(
        reverse("decisions:comment", args=[row.pk]),
        {"rad": "Ungdomsrådet", "text": "Ha öppet på kvällen."},
    )

    page = client.get(reverse("decisions:initiative", args=[row.pk]))
    assert "Ha öppet på kvällen." in page.text


def test_an_empty_comment_is_refused(sign_in, politician):
    row = Initiative.objects.get(key="halsocenter")

    answer = sign_in(politician).post(
        reverse("decisions:comment", args=[row.pk]), {"rad": "", "text": ""}
    )

    assert "Synpunkten är tom" in answer.text
