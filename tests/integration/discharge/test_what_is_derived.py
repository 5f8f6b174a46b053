"""The worklist, the clocks and the evidence are readings of the same events."""

from uuid import UUID

from naravard.access import services as access
from naravard.access.models import CareRelation
from naravard.discharge import services
from naravard.discharge.models import CaseParty, Deadline, DischargeCase
from naravard.discharge.queries.evidence import evidence
from naravard.discharge.rules.history import BlockerReason
from naravard.discharge.services.casefile import take
from naravard.discharge.services.projection import project
from naravard.discharge.services.rebuilding import rebuild_cases
from naravard.discharge.services.tick import tick
from naravard.messages.catalogue.process_ended import ProcessEnded, WhyEnded
from naravard.messages.catalogue.ready_notice import ReadyNotice
from naravard.messages.catalogue.ready_withdrawn import ReadyWithdrawn, WhyWithdrawn
from tests.house import House, at
from tests.integration.discharge.steps import called, notified, on, planned, ready


def test_a_fresh_reading_of_the_events_changes_nothing(
    house: House, karin: UUID
) -> None:
    case_id = planned(house, karin)
    ready(house, case_id)
    kept = DischargeCase.objects.filter(pk=case_id).values().get()
    lists = list(CaseParty.objects.filter(case_id=case_id).values().order_by("pk"))

    project(take(case_id), now=kept["changed_at"])

    assert DischargeCase.objects.filter(pk=case_id).values().get() == kept
    assert list(CaseParty.objects.filter(case_id=case_id).values().order_by("pk")) == (
        lists
    )


def test_the_admission_notice_clock_is_met(house: House, karin: UUID) -> None:
    case_id = notified(house, karin)

    clock = Deadline.objects.get(case_id=case_id, code="TM1")

    assert clock.due_at == at("2026-03-03 10:00")
    assert clock.met_at == at("2026-03-02 11:00")


def test_a_late_entry_with_its_true_time_moves_the_clock_back(
    house: House, karin: UUID
) -> None:
    case_id = planned(house, karin)
    ready(house, case_id, "2026-03-04 12:30")
    services.withdraw_ready(
        actor=house.ward_nurse,
        case_id=case_id,
        payload=ReadyWithdrawn(
            decided_at=at("2026-03-04 14:00"), reason=WhyWithdrawn.SENT_BY_MISTAKE
        ),
        when=on("2026-03-04 14:00"),
    )

    late = services.When(now=at("2026-03-05 16:00"), at=at("2026-03-05 11:30"))
    services.decide_ready(actor=house.physician, case_id=case_id, when=late)
    services.send_ready_notice(
        actor=house.ward_nurse,
        case_id=case_id,
        payload=_notice(),
        when=late,
    )

    assert str(DischargeCase.objects.get(pk=case_id).liability_starts_on) == (
        "2026-03-08"
    )


def test_the_clock_notes_a_passed_deadline_once(house: House, karin: UUID) -> None:
    case_id = planned(house, karin)
    ready(house, case_id)

    first = tick(now=at("2026-03-12 08:00"))
    second = tick(now=at("2026-03-12 08:01"))

    assert first > 0
    assert second == 0
    assert Deadline.objects.get(case_id=case_id, code="TM4").noted_late_at is not None


def test_the_clock_starts_the_payment_when_its_day_comes(
    house: House, karin: UUID
) -> None:
    case_id = planned(house, karin)
    ready(house, case_id)
    called(house, case_id)

    tick(now=at("2026-03-07 00:01"))

    assert DischargeCase.objects.get(pk=case_id).liability_status == "accruing"


def test_a_blocker_suspends_the_payment(house: House, karin: UUID) -> None:
    case_id = planned(house, karin)
    ready(house, case_id)
    called(house, case_id)

    services.set_blocker(
        actor=house.care_planner,
        case_id=case_id,
        on=True,
        reason=BlockerReason.NOT_CLARIFIED,
        when=on("2026-03-06 09:00"),
    )

    case = DischargeCase.objects.get(pk=case_id)
    assert case.blocked
    assert case.liability_status == "suspended"


def test_the_evidence_says_in_law_why_the_region_lost_its_right(
    house: House, karin: UUID
) -> None:
    case_id = planned(house, karin)
    ready(house, case_id)
    now = at("2026-03-12 08:00")
    record = access.open_record(actor=house.care_planner, person_id=karin, now=now)

    sheet = evidence(record, case_id, now)

    assert sheet.explanation.liability.status == "forfeited"
    assert any(
        reason.law.startswith("LUS 5 kap.") for reason in sheet.explanation.reasons
    )


def test_the_wrong_person_ends_every_access_at_once(house: House, karin: UUID) -> None:
    case_id = planned(house, karin)

    services.abort(
        actor=house.ward_nurse,
        case_id=case_id,
        payload=ProcessEnded(
            ended_at=at("2026-03-03 12:00"), reason=WhyEnded.WRONG_PERSON
        ),
        when=on("2026-03-03 12:00"),
    )

    assert not _relations_in_force(karin, "2026-03-03 12:01")


def test_a_death_stops_every_clock(house: House, karin: UUID) -> None:
    case_id = planned(house, karin)
    ready(house, case_id)

    services.abort(
        actor=house.ward_nurse,
        case_id=case_id,
        payload=ProcessEnded(ended_at=at("2026-03-05 12:00"), reason=WhyEnded.DECEASED),
        when=on("2026-03-05 12:00"),
    )

    case = DischargeCase.objects.select_related("person").get(pk=case_id)
    running = Deadline.objects.filter(case_id=case_id, met_at=None, void=False)
    assert case.state == "ABORTED"
    assert str(case.person.deceased_on) == "2026-03-05"
    assert not running.exists()


def test_a_case_passed_on_inside_the_municipality_reaches_the_new_unit(
    house: House, karin: UUID
) -> None:
    case_id = notified(house, karin)
    notice = take(case_id).notice_to(house.homecoming)
    assert notice is not None

    services.forward(
        actor=house.care_planner,
        case_id=case_id,
        message_id=notice,
        to_unit_id=house.home_nursing,
        reason="Hemsjukvården tar över planeringen.",
        when=on("2026-03-02 13:00"),
    )

    listed = CaseParty.objects.get(case_id=case_id, unit_id=house.homecoming)
    assert not listed.ours


def _notice() -> ReadyNotice:
    return ReadyNotice(decided_at=at("2026-03-05 11:30"), physician="Ingrid Nilsson")


def _relations_in_force(person_id: UUID, text: str) -> int:
    return CareRelation.objects.filter(
        person_id=person_id, source__isnull=False, ends_at__gt=at(text)
    ).count()


def test_every_derived_row_can_be_made_again_from_the_events(
    house: House, karin: UUID
) -> None:
    case_id = planned(house, karin)
    ready(house, case_id)
    clocks = list(Deadline.objects.filter(case_id=case_id).values().order_by("pk"))
    Deadline.objects.filter(case_id=case_id).update(due_at=at("2030-01-01 00:00"))
    CaseParty.objects.filter(case_id=case_id).update(ours=False, step="", due_at=None)

    done = max(rebuild_cases(now=at("2026-03-04 10:15")))

    parts = CaseParty.objects.filter(case_id=case_id)
    assert done == 1
    assert list(Deadline.objects.filter(case_id=case_id).values().order_by("pk")) == (
        clocks
    )
    assert parts.filter(ours=True).exists()
