"""Many people act on one case in the same moment; nothing is lost, nothing doubled."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID, uuid4

import pytest
from django.db import connection, connections

from naravard.core.errors import DomainError
from naravard.discharge import services
from naravard.discharge.models import CaseEvent, DischargeCase, InpatientEpisode
from naravard.messages.catalogue.general import General
from naravard.messages.models import Message
from tests.house import House, at, build_house, register
from tests.integration.discharge.steps import admitted, notified, on, planned
from tests.real_commits import real_commits  # noqa: F401 (a fixture)

SESSIONS = 50


@pytest.fixture
def house(real_commits: None) -> House:  # noqa: F811 (the fixture by its name)
    return build_house()


@pytest.fixture
def karin(house: House) -> UUID:
    return register("Karin", "Holm", "194302149804", listed_unit_id=house.health_centre)


def in_parallel(act: Callable[[int], object]) -> list[str]:
    """Run the act in fifty sessions at once; each answers «done» or its refusal."""

    def session(number: int) -> str:
        try:
            act(number)
        except DomainError as refusal:
            return type(refusal).__name__
        finally:
            connections.close_all()
        return "done"

    with ThreadPoolExecutor(max_workers=SESSIONS) as pool:
        answers = list(pool.map(session, range(SESSIONS)))
    connection.ensure_connection()
    return answers


def test_fifty_write_in_one_case_and_all_are_heard(house: House, karin: UUID) -> None:
    case_id = planned(house, karin)

    answers = in_parallel(
        lambda number: services.write(
            actor=house.care_planner if number % 2 else house.district_nurse,
            case_id=case_id,
            payload=General(subject="Fråga", text=f"Meddelande {number}"),
            when=on("2026-03-03 12:00"),
        )
    )

    sent = Message.objects.filter(thread=case_id, code="general")
    assert answers == ["done"] * SESSIONS
    assert len({message.payload["text"] for message in sent}) == SESSIONS
    assert sent.count() == SESSIONS


def test_fifty_change_the_estimate_and_every_event_has_its_own_place(
    house: House, karin: UUID
) -> None:
    case_id = notified(house, karin)
    before = CaseEvent.objects.filter(case_id=case_id).count()

    answers = in_parallel(
        lambda number: services.change_estimate(
            actor=house.ward_nurse,
            case_id=case_id,
            estimated_at=at(f"2026-03-07 10:{number:02d}"),
            when=on("2026-03-03 12:00"),
        )
    )

    events = CaseEvent.objects.filter(case_id=case_id)
    assert answers == ["done"] * SESSIONS
    assert events.count() == before + SESSIONS
    assert DischargeCase.objects.get(pk=case_id).version == before + SESSIONS


def test_one_form_sent_from_fifty_windows_is_one_event(
    house: House, karin: UUID
) -> None:
    case_id = notified(house, karin)
    form = services.When(now=at("2026-03-02 13:00"), request_id=uuid4())

    answers = in_parallel(
        lambda _number: services.acknowledge(
            actor=house.care_planner, case_id=case_id, when=form
        )
    )

    assert answers == ["done"] * SESSIONS
    assert CaseEvent.objects.filter(case_id=case_id, type="acknowledge").count() == 1


def test_fifty_wards_admit_one_person_and_one_stay_begins(
    house: House, karin: UUID
) -> None:
    answers = in_parallel(lambda _number: admitted(house, karin))

    assert answers.count("done") == 1
    assert answers.count("AlreadyAdmitted") == SESSIONS - 1
    assert InpatientEpisode.objects.filter(person_id=karin).count() == 1


def test_a_free_message_sent_again_after_a_cut_is_still_one(
    house: House, karin: UUID
) -> None:
    case_id = planned(house, karin)
    form = uuid4()

    _ask(house, case_id, form, "2026-03-03 12:00")
    _ask(house, case_id, form, "2026-03-03 12:01")

    assert Message.objects.get(pk=form).sent_at == at("2026-03-03 12:00")


def _ask(house: House, case_id: UUID, form: UUID, moment: str) -> None:
    services.write(
        actor=house.care_planner,
        case_id=case_id,
        payload=General(subject="Fråga", text="Har hon nyckel hemma?"),
        when=services.When(now=at(moment), request_id=form),
    )
