"""Building the county: the same every time, and never on top of something else."""

from datetime import UTC, datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from naravard.discharge.models import CaseEvent, DischargeCase, InpatientEpisode
from naravard.messages.models import Message
from naravard.people.models import Assignment, Person, RelatedPerson
from tests.personas import small_county

NOW = datetime(2026, 6, 14, 13, 5, tzinfo=UTC)  # a Sunday
IN_PLAIN_WORDS = "2026-06-14T15:05+02:00"


def everything() -> list[list[tuple[object, ...]]]:
    """All rows whose ids others see."""
    return [
        list(Person.objects.order_by("pk").values_list()),
        list(RelatedPerson.objects.order_by("pk").values_list()),
        list(Assignment.objects.order_by("pk").values_list()),
        list(InpatientEpisode.objects.order_by("pk").values_list()),
        list(DischargeCase.objects.order_by("pk").values_list()),
        list(CaseEvent.objects.order_by("pk").values_list()),
        list(Message.objects.order_by("pk").values_list()),
    ]


def built(seed: int) -> list[list[tuple[object, ...]]]:
    with small_county(NOW, seed=seed):
        return everything()


@pytest.mark.django_db
def test_the_same_seed_and_moment_give_the_same_rows():
    assert built(seed=7) == built(seed=7)


@pytest.mark.django_db
def test_another_seed_gives_other_people():
    assert built(seed=7)[0] != built(seed=8)[0]


@pytest.mark.django_db
def test_the_command_builds_once_and_then_leaves_what_is_there(capsys):
    call_command("demo", "--small", "--now", IN_PLAIN_WORDS)
    cases = DischargeCase.objects.count()

    call_command("demo", "--small", "--if-empty")

    assert cases > 40
    assert DischargeCase.objects.count() == cases
    assert "Invånare" in capsys.readouterr().err


@pytest.mark.django_db
def test_the_command_refuses_to_build_on_top_of_something():
    call_command("demo", "--small", "--now", IN_PLAIN_WORDS)

    with pytest.raises(CommandError, match="inte tom"):
        call_command("demo", "--small")


def test_the_command_refuses_outside_practice(settings):
    settings.DEMO = False

    with pytest.raises(CommandError, match="övningsläge"):
        call_command("demo")


@pytest.mark.parametrize("text", ["i går", "2026-06-14T15:05"])
def test_a_moment_without_meaning_or_time_zone_is_refused(text):
    with pytest.raises(CommandError, match="tid"):
        call_command("demo", "--now", text, stderr=StringIO())
