"""Needs nobody owns, tasks, whose it is, talk, calendars, moving, emergencies."""

from dataclasses import replace
from datetime import date

import pytest
from icalendar import Calendar

from naravard.access import services as access
from naravard.access.rules import (
    AccessDenied,
    Category,
    Circumstances,
    Extent,
    GlassStep,
)
from naravard.discharge.services.extract import extract_own
from naravard.people.models import Person
from naravard.people.roles import Protection
from naravard.plan import queries, services
from naravard.plan.queries.lists import shown_name
from naravard.plan.rules.edits import Put
from naravard.plan.rules.errors import NotTakingPart
from naravard.plan.rules.kinds import (
    ActivityStatus,
    Mode,
    PalliativePhase,
    PassageKind,
    Principal,
)
from naravard.plan.rules.meetings import InviteeKind, Reply
from naravard.plan.rules.parts import AgreedTime, PalliativeCare
from naravard.plan.rules.tasks import (
    ReasonMissing,
    SomebodyCares,
    TaskKind,
    TaskStatus,
)
from naravard.plan.services import Asked, Invitation, Invited
from naravard.plan.services.parties import StillResponsible
from naravard.web.extract import as_page
from tests.house import at
from tests.plans import TUESDAY, activity, need, opened, passage, the, written

WEDNESDAY = at("2026-03-04 09:00")


def kinds_for(actor) -> list[str]:
    return [row.kind for row in services.open_to_do(actor=actor, now=TUESDAY)]


def test_a_need_nobody_owns_alarms_until_somebody_takes_it(plan, page_of, house, karin):
    nurse = house.district_nurse
    written(nurse, karin, plan, Put(part=need("trappan")))
    alarmed = kinds_for(nurse)
    task_id = services.ask(
        record=opened(nurse, karin),
        plan_id=plan,
        asked=Asked(
            to_unit_id=house.homecoming,
            text="Kan ni ta trappan?",
            kind=TaskKind.OWN_NEED,
            need_id=the("trappan"),
        ),
        now=TUESDAY,
    )

    planner = page_of(house.care_planner)
    services.answer(
        record=opened(planner, karin),
        task_id=task_id,
        status=TaskStatus.ACCEPTED,
        now=TUESDAY,
    )

    (kept,) = queries.plan_of(opened(planner, karin), TUESDAY).content.needs
    assert "unowned_need" in alarmed
    assert kept.owner_unit_id == house.homecoming
    assert "unowned_need" not in kinds_for(planner)


def test_a_task_is_declined_with_a_reason_that_the_other_reads(
    sip, page_of, house, karin
):
    nurse = house.district_nurse
    task_id = services.ask(
        record=opened(nurse, karin),
        plan_id=sip,
        asked=Asked(to_unit_id=house.homecoming, text="Kan ni hämta medicin?"),
        now=TUESDAY,
    )
    planner = page_of(house.care_planner)
    with pytest.raises(ReasonMissing):
        services.answer(
            record=opened(planner, karin),
            task_id=task_id,
            status=TaskStatus.DECLINED,
            now=TUESDAY,
        )
    services.answer(
        record=opened(planner, karin),
        task_id=task_id,
        status=TaskStatus.DECLINED,
        reason="Apoteket kör hem på torsdagar.",
        now=WEDNESDAY,
    )

    page_of(nurse)
    (task,) = queries.tasks_of(opened(nurse, karin), WEDNESDAY)

    assert (task.status, task.reason) == (
        TaskStatus.DECLINED,
        "Apoteket kör hem på torsdagar.",
    )


def test_only_the_asked_unit_answers(sip, house, karin):
    nurse = house.district_nurse
    task_id = services.ask(
        record=opened(nurse, karin),
        plan_id=sip,
        asked=Asked(to_unit_id=house.homecoming, text="Kan ni?"),
        now=TUESDAY,
    )

    with pytest.raises(NotTakingPart):
        services.answer(
            record=opened(nurse, karin),
            task_id=task_id,
            status=TaskStatus.ACCEPTED,
            now=TUESDAY,
        )


def test_a_unit_answers_for_nothing_before_it_is_invited(sip, house, karin):
    outside = activity("Sår", Principal.MUNICIPALITY, house.home_nursing)

    with pytest.raises(NotTakingPart):
        written(house.district_nurse, karin, sip, Put(part=outside), read=1)


def test_what_is_taken_on_is_accepted_in_the_plan(sip, page_of, house, karin):
    nurse = house.district_nurse
    asked_for = activity(
        "Handlar",
        Principal.MUNICIPALITY,
        house.homecoming,
        status=ActivityStatus.ASKED,
    )
    written(nurse, karin, sip, Put(part=asked_for), read=1)
    task_id = services.ask(
        record=opened(nurse, karin),
        plan_id=sip,
        asked=Asked(
            to_unit_id=house.homecoming, text="Handla?", activity_id=asked_for.id
        ),
        now=TUESDAY,
    )

    planner = page_of(house.care_planner)
    services.answer(
        record=opened(planner, karin),
        task_id=task_id,
        status=TaskStatus.ACCEPTED,
        now=TUESDAY,
    )

    content = queries.plan_of(opened(planner, karin), TUESDAY).content
    assert replace(asked_for, status=ActivityStatus.ACCEPTED) in content.activities


def test_whose_it_is_has_a_last_day_and_somebody_goes_on_meanwhile(sip, house, karin):
    nurse = house.district_nurse
    question = Asked(
        to_unit_id=house.homecoming,
        text="Vem lägger om såret på helgen?",
        kind=TaskKind.BOUNDARY,
    )
    with pytest.raises(SomebodyCares):
        services.ask(
            record=opened(nurse, karin), plan_id=sip, asked=question, now=TUESDAY
        )

    services.ask(
        record=opened(nurse, karin),
        plan_id=sip,
        asked=replace(question, meanwhile_unit_id=house.health_centre),
        now=TUESDAY,
    )

    (task,) = queries.tasks_of(opened(nurse, karin), at("2026-03-06 17:01"))
    assert task.meanwhile_unit == "Vårdcentralen Lillby"
    assert task.due_at == at("2026-03-06 17:00")
    assert task.is_late


def test_the_team_talks_inside_the_plan(sip, page_of, house, karin):
    nurse = house.district_nurse
    services.write_note(
        record=opened(nurse, karin),
        plan_id=sip,
        text="Hon var glad i dag.",
        now=TUESDAY,
        request_id=the("rad"),
    )
    services.write_note(
        record=opened(nurse, karin),
        plan_id=sip,
        text="Hon var glad i dag.",
        now=TUESDAY,
        request_id=the("rad"),
    )

    page_of(house.care_planner)
    (note,) = queries.notes_of(opened(house.care_planner, karin))

    assert (note.text, note.unit) == ("Hon var glad i dag.", "Vårdcentralen Lillby")


def test_agreed_times_come_as_a_calendar_without_a_word_about_care(sip, house, karin):
    nurse = house.district_nurse
    visit = AgreedTime(
        id=the("tid"),
        starts_at=at("2026-03-06 10:00"),
        purpose="Samtal om depressionen",
        mode=Mode.VIDEO,
        minutes=45,
        place="Vårdcentralen",
    )
    written(nurse, karin, sip, Put(part=visit), read=1)

    text = queries.times_calendar(opened(nurse, karin), TUESDAY)

    (entry,) = Calendar.from_ical(text).walk("VEVENT")
    assert entry.decoded("dtstart") == at("2026-03-06 10:00")
    assert entry.decoded("dtend") == at("2026-03-06 10:45")
    assert "depression" not in text


def test_a_moved_meeting_is_a_later_edition_of_the_same_entry(
    sip, page_of, house, karin, karin_herself
):
    nurse = house.district_nurse
    meeting_id = services.call_meeting(
        record=opened(nurse, karin),
        plan_id=sip,
        invitation=Invitation(
            purpose="SIP-möte",
            mode=Mode.VIDEO,
            times=(at("2026-03-05 10:00"), at("2026-03-06 10:00")),
            invited=(Invited(kind=InviteeKind.PERSON, name="Karin Holm"),),
        ),
        now=TUESDAY,
    )
    page_of(karin_herself)
    herself = opened(karin_herself, karin)
    (invitee,) = queries.meeting_of(herself, meeting_id).invitees
    services.reply(
        record=herself,
        meeting_id=meeting_id,
        invitee_id=invitee.invitee_id,
        answer=Reply.OTHER_TIME,
        note="Helst på eftermiddagen.",
        now=TUESDAY,
    )
    services.propose_time(
        record=herself,
        meeting_id=meeting_id,
        starts_at=at("2026-03-06 14:00"),
        now=TUESDAY,
    )
    page_of(nurse)
    record = opened(nurse, karin)
    for moment in ("2026-03-05 10:00", "2026-03-06 14:00"):
        services.choose_time(
            record=record, meeting_id=meeting_id, starts_at=at(moment), now=TUESDAY
        )

    text = queries.meeting_calendar(record, meeting_id, TUESDAY)

    (entry,) = Calendar.from_ical(text).walk("VEVENT")
    assert entry.decoded("dtstart") == at("2026-03-06 14:00")
    assert entry["sequence"] == 1
    assert entry["uid"] == f"{meeting_id}@naravard"


def test_the_plan_follows_her_to_another_municipality(sip, page_of, house, karin):
    nurse = house.district_nurse
    services.invite_unit(
        record=opened(nurse, karin),
        plan_id=sip,
        unit_id=house.stranger.unit_id,
        now=TUESDAY,
    )
    with pytest.raises(StillResponsible):
        services.leave(
            record=opened(nurse, karin),
            plan_id=sip,
            unit_id=house.homecoming,
            because="Karin har flyttat.",
            now=TUESDAY,
        )
    shower = activity(
        "Hjälper till med dusch", Principal.MUNICIPALITY, house.stranger.unit_id
    )
    written(nurse, karin, sip, Put(part=shower), read=1)
    services.leave(
        record=opened(nurse, karin),
        plan_id=sip,
        unit_id=house.homecoming,
        because="Karin har flyttat.",
        now=WEDNESDAY,
    )

    page_of(house.stranger)
    moved = queries.plan_of(opened(house.stranger, karin, WEDNESDAY), WEDNESDAY)
    page_of(house.care_planner)

    assert moved.content.passage(PassageKind.WHAT_MATTERS)
    assert moved.head.plan_id == sip
    with pytest.raises(AccessDenied):
        opened(house.care_planner, karin, WEDNESDAY)


def test_in_an_emergency_only_what_matters_then_is_shown(sip, page_of, house, karin):
    nurse = house.district_nurse
    written(
        nurse,
        karin,
        sip,
        Put(part=passage(PassageKind.CRISIS_HELPS, "Ring min syster.")),
        Put(
            part=PalliativeCare(
                id=the("fas"),
                phase=PalliativePhase.LATE,
                since_on=date(2026, 2, 1),
                wished_place="Hemma",
            )
        ),
        read=1,
    )
    doctor = page_of(house.psychiatrist)
    record = access.open_record(
        actor=doctor,
        person_id=karin,
        now=TUESDAY,
        category=Category.PLAN,
        reason="Medvetslös på akuten.",
        circumstances=Circumstances(
            emergency=True,
            reason="Medvetslös på akuten.",
            glass=GlassStep.OPEN,
            active_choice=True,
        ),
    )

    plan = queries.plan_of(record, TUESDAY)

    assert plan.extent is Extent.SUMMARY
    assert plan.content.passage(PassageKind.CRISIS_HELPS)
    assert plan.content.palliative
    assert plan.content.activities == ()
    assert queries.versions_of(record, sip) == ()


def test_my_persons_are_those_of_the_unit_and_mine_are_marked(
    sip, page_of, house, karin
):
    (row,) = services.open_my_persons(actor=house.district_nurse, now=TUESDAY)
    page_of(house.care_planner)
    (theirs,) = services.open_my_persons(actor=house.care_planner, now=TUESDAY)
    page_of(house.stranger)

    assert (row.name, row.is_my_contact_person) == ("Karin Holm", True)
    assert not theirs.is_my_contact_person
    assert services.open_my_persons(actor=house.stranger, now=TUESDAY) == ()


def test_a_protected_name_is_not_shown_in_lists(karin, house):
    person = Person.objects.get(pk=karin)
    person.protection = Protection.PROTECTED_REGISTRATION

    assert shown_name(person, house.district_nurse) == "Skyddade personuppgifter"


def test_a_review_that_is_near_is_something_to_do(sip, house, karin):
    soon = services.open_to_do(actor=house.district_nurse, now=at("2026-05-25 09:00"))

    assert "review" in {row.kind for row in soon}


def test_an_unanswered_call_waits_for_the_unit(plan, page_of, house, karin):
    services.call_meeting(
        record=opened(house.district_nurse, karin),
        plan_id=plan,
        invitation=Invitation(
            purpose="SIP-möte",
            mode=Mode.HOME,
            times=(at("2026-03-05 10:00"),),
            invited=(
                Invited(kind=InviteeKind.PERSON, name="Karin Holm"),
                Invited(
                    kind=InviteeKind.UNIT, name="Bistånd", unit_id=house.homecoming
                ),
            ),
        ),
        now=TUESDAY,
    )
    page_of(house.care_planner)

    assert kinds_for(house.care_planner) == ["reply"]


def test_her_plan_is_among_what_she_fetches(sip, page_of, karin, karin_herself):
    page_of(karin_herself)

    extract = extract_own(actor=karin_herself, now=TUESDAY)

    assert [document.title for document in extract.plans] == [
        "Samordnad individuell plan (SIP)",
        "Patientkontrakt",
    ]
    assert "Att få bo hemma med min katt." in as_page(extract)
