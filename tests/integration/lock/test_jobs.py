"""The clock, the post and the seals work as a role that owns nothing."""

from io import StringIO
from uuid import UUID

import pytest
from django.core.management import call_command

from naravard.__main__ import _role
from naravard.access import services as access
from naravard.core.second_lock import JOBS, PAGES
from naravard.discharge.models import Deadline, DischargeCase
from naravard.discharge.services.rebuilding import rebuild_cases
from naravard.discharge.services.tick import tick
from naravard.messages.outbox import Counts, deliver_due
from tests.house import at
from tests.integration.discharge.steps import ready
from tests.pages_role import as_role

LATER = at("2026-03-20 09:00")


def test_the_clock_notes_what_has_passed(house, case: UUID):
    ready(house, case)

    with as_role(JOBS):
        noted = tick(now=LATER)

    assert noted > 0
    assert Deadline.objects.filter(noted_late_at=LATER).exists()
    assert DischargeCase.objects.get(pk=case).liability_status != "none"


def test_cases_are_made_again(case: UUID):
    with as_role(JOBS):
        assert list(rebuild_cases(now=LATER)) == [1]


def test_the_post_goes_out(case: UUID):
    with as_role(JOBS):
        counts = deliver_due(now=LATER, post=lambda _message: None)

    assert counts == Counts()


def test_the_log_is_sealed_and_verified_and_its_months_are_made(case: UUID):
    with as_role(JOBS):
        access.make_months_ahead(now=LATER)
        access.seal_log(key=b"known to few", now=LATER)
        call_command("verify_log", stdout=(told := StringIO()))

    assert "Loggen är orörd." in told.getvalue()


@pytest.mark.parametrize(
    ("words", "role"),
    [
        (["tick", "--every", "20"], JOBS),
        (["runserver"], PAGES),
        (["migrate"], ""),
        (["seal_log"], JOBS),
        (["seal_log", "--restored"], ""),
        ([], ""),
    ],
)
def test_each_command_has_its_role(words, role):
    assert _role(words) == role
