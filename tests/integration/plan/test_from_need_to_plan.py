"""From a flagged need to a plan that holds, is followed up and ends."""

from datetime import date

import pytest

from naravard.access.rules import AccessDenied, Outcome
from naravard.plan import queries, services
from naravard.plan.models import (
    Activity,
    Goal,
    Need,
    Passage,
    PlanVersion,
    Signature,
    TeamMember,
)
from naravard.plan.rules.content import EMPTY
from naravard.plan.rules.edits import Put
from naravard.plan.rules.errors import EditedMeanwhile, NotYoursToWrite, PlanLacks
from naravard.plan.rules.kinds import Author, Mode, PassageKind, Principal, View
from naravard.plan.rules.meetings import (
    ExperienceQuestion,
    InviteeKind,
    MeetingNotReady,
)
from naravard.plan.rules.process import EndedBecause, PlanStatus
from naravard.plan.services import (
    Decided,
    Held,
    Invitation,
    Invited,
    Minutes,
    ReviewDone,
    Said,
)
from tests.house import at
from tests.plans import (
    MONDAY,
    TUESDAY,
    activity,
    agreed,
    card,
    flagged,
    opened,
    passage,
    the,
    whole_sip,
    written,
)

WEDNESDAY = at("2026-03-04 09:00")
MEETING = at("2026-03-04 13:00")
AFTERWARDS = at("2026-03-04 14:30")


def test_a_plan_is_not_read_before_the_person_has_said_yes(page_of, house, karin):
    page_of(house.district_nurse)
    flagged(house.district_nurse, karin)

    with pytest.raises(AccessDenied) as refusal:
        opened(house.district_nurse, karin)

    assert refusal.value.decision.outcome is Outcome.NEED_CONSENT


def test_what_staff_flags_waits_for_the_persons_answer(page_of, house, karin):
    page_of(house.district_nurse)
    flagged(house.district_nurse, karin)

    waiting = services.open_to_do(actor=house.district_nurse, now=MONDAY)

    assert [row.kind for row in waiting] == ["consent"]
    assert waiting[0].name == "Karin Holm"


def test_a_person_who_asks_for_a_plan_is_heard_where_she_is_listed(
    page_of, house, karin, karin_herself
):
    page_of(karin_herself)
    plan_id = flagged(karin_herself, karin)
    services.say(
        record=card(karin_herself, karin),
        plan_id=plan_id,
        said=Said(yes=True),
        now=MONDAY,
    )

    page_of(house.district_nurse)
    plan = queries.plan_of(opened(house.district_nurse, karin), TUESDAY)

    assert plan.head.status is PlanStatus.PREPARING
    assert [party.unit for party in plan.parties] == ["Vårdcentralen Lillby"]


def test_a_whole_plan_is_taken_into_use(sip, house, karin):
    services.take_into_use(
        record=opened(house.district_nurse, karin), plan_id=sip, now=TUESDAY
    )

    plan = queries.plan_of(opened(house.district_nurse, karin), TUESDAY)
    assert plan.head.status is PlanStatus.ACTIVE
    assert plan.head.review_due_on == date(2026, 6, 1)
    assert plan.contact.name == "Sara Blom"


def test_a_plan_that_lacks_something_says_what(plan, house, karin):
    with pytest.raises(PlanLacks) as refusal:
        services.take_into_use(
            record=opened(house.district_nurse, karin), plan_id=plan, now=TUESDAY
        )

    assert "Inget behov är beskrivet." in refusal.value.message
    assert "HSL 16 kap. 4 §" in refusal.value.rule


def test_parts_stand_as_rows_with_the_same_ids(sip, house):
    assert Need.objects.get().owner_unit_id == house.health_centre
    assert Goal.objects.get().pk == the("mål")
    assert Activity.objects.count() == 3
    assert Passage.objects.get().kind == PassageKind.WHAT_MATTERS
    assert TeamMember.objects.get().assignment_id == house.district_nurse_assignment


def test_the_municipality_reads_and_writes_in_the_same_plan(sip, page_of, house, karin):
    page_of(house.care_planner)

    version = written(
        house.care_planner,
        karin,
        sip,
        Put(
            part=activity(
                "Matlåda", Principal.MUNICIPALITY, house.homecoming, goal_ids=()
            )
        ),
        read=1,
    )

    history = queries.versions_of(opened(house.care_planner, karin), sip)
    assert version == 2
    assert history[0].by_name == "Maja Lindström, Samordnare"
    assert history[0].sections == ("activities",)


def test_karin_writes_what_matters_to_her(sip, page_of, karin, karin_herself):
    page_of(karin_herself)

    written(
        karin_herself,
        karin,
        sip,
        Put(
            part=passage(
                PassageKind.WHAT_MATTERS, "Katten. Och mina rosor.", Author.PERSON
            )
        ),
        read=1,
    )

    plan = queries.plan_of(opened(karin_herself, karin), TUESDAY)
    assert plan.content.passage(PassageKind.WHAT_MATTERS) == "Katten. Och mina rosor."


def test_nobody_writes_over_what_karin_has_written_herself(
    sip, page_of, house, karin, karin_herself
):
    page_of(karin_herself)
    herself = passage(PassageKind.WHAT_MATTERS, "Katten.", Author.PERSON)
    written(karin_herself, karin, sip, Put(part=herself), read=1)
    page_of(house.district_nurse)

    with pytest.raises(NotYoursToWrite):
        written(
            house.district_nurse,
            karin,
            sip,
            Put(part=passage(PassageKind.WHAT_MATTERS, "Hunden.")),
            read=2,
        )


def shower(house, days: str):
    return activity(
        "Hjälper till med dusch",
        Principal.MUNICIPALITY,
        house.homecoming,
        frequency=days,
    )


def test_two_who_change_the_same_part_see_both_sides(sip, page_of, house, karin):
    page_of(house.care_planner)
    written(
        house.care_planner,
        karin,
        sip,
        Put(part=shower(house, "måndagar")),
        read=1,
    )
    page_of(house.district_nurse)

    with pytest.raises(EditedMeanwhile) as conflict:
        written(
            house.district_nurse,
            karin,
            sip,
            Put(part=shower(house, "tisdagar")),
            read=1,
        )

    clash = conflict.value.clashes[0]
    assert (clash.theirs.frequency, clash.mine.frequency) == ("måndagar", "tisdagar")
    assert clash.theirs_by == "Maja Lindström, Samordnare"
    assert conflict.value.version == 2


def test_two_who_change_different_parts_both_get_their_way(sip, page_of, house, karin):
    page_of(house.care_planner)
    meal = activity("Matlåda", Principal.MUNICIPALITY, house.homecoming)
    written(house.care_planner, karin, sip, Put(part=meal), read=1)
    page_of(house.district_nurse)
    vikt = activity("Ringer på fredagar", Principal.REGION, house.health_centre)

    written(house.district_nurse, karin, sip, Put(part=vikt), read=1)

    plan = queries.plan_of(opened(house.district_nurse, karin), TUESDAY)
    assert {"Matlåda", "Ringer på fredagar"} <= {
        one.text for one in plan.content.activities
    }


def test_a_form_sent_twice_writes_once(plan, house, karin):
    form = the("formulär")
    twice = [
        services.change(
            record=opened(house.district_nurse, karin),
            plan_id=plan,
            read_version=0,
            edits=whole_sip(house),
            now=TUESDAY,
            request_id=form,
        )
        for _ in range(2)
    ]

    assert twice == [1, 1]
    assert PlanVersion.objects.count() == 1


def test_withdrawn_consent_closes_the_plan_at_once(
    sip, page_of, house, karin, karin_herself
):
    page_of(karin_herself)
    services.withdraw(record=opened(karin_herself, karin), plan_id=sip, now=WEDNESDAY)

    page_of(house.care_planner)
    with pytest.raises(AccessDenied):
        opened(house.care_planner, karin, WEDNESDAY)
    page_of(house.care_planner)
    assert not PlanVersion.objects.exists()
    assert not Need.objects.exists()


def test_whoever_opens_something_else_reads_no_word_of_a_withdrawn_plan(
    sip, page_of, house, karin, karin_herself
):
    page_of(karin_herself)
    services.withdraw(record=opened(karin_herself, karin), plan_id=sip, now=WEDNESDAY)
    page_of(house.district_nurse)

    card(house.district_nurse, karin, WEDNESDAY)

    assert not PlanVersion.objects.exists()
    assert not Passage.objects.exists()


def test_karin_still_reads_her_own_plan_when_she_has_taken_her_yes_back(
    sip, page_of, karin, karin_herself
):
    page_of(karin_herself)
    services.withdraw(record=opened(karin_herself, karin), plan_id=sip, now=WEDNESDAY)

    plan = queries.plan_of(opened(karin_herself, karin, WEDNESDAY), WEDNESDAY)

    assert plan.head.status is PlanStatus.WITHDRAWN
    assert plan.content != EMPTY


def test_a_yes_after_a_withdrawal_opens_the_same_plan_again(
    sip, page_of, house, karin, karin_herself
):
    page_of(karin_herself)
    services.withdraw(record=opened(karin_herself, karin), plan_id=sip, now=WEDNESDAY)
    services.say(
        record=card(karin_herself, karin, WEDNESDAY),
        plan_id=sip,
        said=Said(yes=True),
        now=WEDNESDAY,
    )

    page_of(house.care_planner)
    plan = queries.plan_of(opened(house.care_planner, karin, WEDNESDAY), WEDNESDAY)

    assert plan.content.needs


def test_a_person_who_says_no_is_asked_again_later(page_of, house, karin):
    page_of(house.district_nurse)
    plan_id = flagged(house.district_nurse, karin)

    services.say(
        record=card(house.district_nurse, karin),
        plan_id=plan_id,
        said=Said(yes=False),
        now=MONDAY,
    )

    head = queries.head_of(card(house.district_nurse, karin))
    assert head.status is PlanStatus.DECLINED
    assert head.asked_again_on == date(2026, 5, 31)


def test_another_municipality_sees_nothing_of_the_plan(sip, page_of, house, karin):
    page_of(house.stranger)

    assert not PlanVersion.objects.exists()
    assert not Activity.objects.exists()
    with pytest.raises(AccessDenied):
        opened(house.stranger, karin)


def test_a_unit_that_leaves_reads_no_further(sip, page_of, house, karin):
    services.invite_unit(
        record=opened(house.district_nurse, karin),
        plan_id=sip,
        unit_id=house.home_nursing,
        now=TUESDAY,
    )
    services.leave(
        record=opened(house.district_nurse, karin),
        plan_id=sip,
        unit_id=house.home_nursing,
        because="Behövs inte längre.",
        now=WEDNESDAY,
    )

    page_of(house.municipal_nurse)

    assert not PlanVersion.objects.exists()


def invited(house) -> Invitation:
    return Invitation(
        purpose="SIP-möte",
        mode=Mode.HOME,
        times=(MEETING,),
        place="Hemma hos Karin",
        invited=(
            Invited(kind=InviteeKind.PERSON, name="Karin Holm"),
            Invited(
                kind=InviteeKind.UNIT,
                name="Biståndsenheten, Lillby",
                unit_id=house.homecoming,
            ),
        ),
    )


def test_a_meeting_is_called_held_and_closed_with_karins_own_summary(
    sip, page_of, house, karin
):
    nurse = house.district_nurse
    meeting_id = services.call_meeting(
        record=opened(nurse, karin), plan_id=sip, invitation=invited(house), now=TUESDAY
    )
    services.hold(
        record=opened(nurse, karin, AFTERWARDS),
        meeting_id=meeting_id,
        held=Held(took_part=True),
        now=AFTERWARDS,
    )
    ramp = activity("Ordnar en ramp", Principal.MUNICIPALITY, house.homecoming)
    minutes = Minutes(
        text="Vi gick igenom trappan.", decisions=(Decided(text="Ramp", activity=ramp),)
    )
    with pytest.raises(MeetingNotReady):
        services.close_meeting(
            record=opened(nurse, karin, AFTERWARDS),
            meeting_id=meeting_id,
            minutes=minutes,
            now=AFTERWARDS,
        )

    services.close_meeting(
        record=opened(nurse, karin, AFTERWARDS),
        meeting_id=meeting_id,
        minutes=Minutes(
            text=minutes.text,
            own_summary="Jag får en ramp.",
            decisions=minutes.decisions,
        ),
        now=AFTERWARDS,
    )

    record = opened(nurse, karin, AFTERWARDS)
    plan = queries.plan_of(record, AFTERWARDS)
    assert plan.head.status is PlanStatus.MEETING_HELD
    assert "Ordnar en ramp" in {one.text for one in plan.content.activities}
    assert queries.meeting_of(record, meeting_id).own_summary == "Jag får en ramp."


def test_karin_tells_how_the_meeting_was(sip, page_of, house, karin, karin_herself):
    meeting_id = services.call_meeting(
        record=opened(house.district_nurse, karin),
        plan_id=sip,
        invitation=invited(house),
        now=TUESDAY,
    )
    page_of(karin_herself)

    services.tell_experience(
        record=opened(karin_herself, karin, AFTERWARDS),
        meeting_id=meeting_id,
        answers={ExperienceQuestion.LISTENED_TO: 5},
        now=AFTERWARDS,
    )

    (meeting,) = queries.meetings_of(opened(karin_herself, karin, AFTERWARDS))
    assert meeting.experience == ((ExperienceQuestion.LISTENED_TO, 5),)


def test_a_review_is_done_and_the_next_day_set(sip, house, karin):
    nurse = house.district_nurse
    services.take_into_use(record=opened(nurse, karin), plan_id=sip, now=TUESDAY)
    services.start_review(
        record=opened(nurse, karin),
        plan_id=sip,
        now=WEDNESDAY,
        asked_because="Karin ber om det.",
    )

    services.finish_review(
        record=opened(nurse, karin),
        plan_id=sip,
        done=ReviewDone(
            outcome="Bättre i benen.", next_on=date(2026, 9, 1), experience=4
        ),
        now=WEDNESDAY,
    )

    plan = queries.plan_of(opened(nurse, karin), WEDNESDAY)
    assert plan.head.status is PlanStatus.ACTIVE
    assert plan.head.review_due_on == date(2026, 9, 1)


def test_a_closed_plan_keeps_the_persons_evaluation(sip, house, karin):
    nurse = house.district_nurse
    services.take_into_use(record=opened(nurse, karin), plan_id=sip, now=TUESDAY)

    services.close(
        record=opened(nurse, karin),
        plan_id=sip,
        because=EndedBecause.GOALS_MET,
        outcome="Hon går själv till brevlådan.",
        evaluation="Det blev bra.",
        now=WEDNESDAY,
    )

    plan = queries.plan_of(opened(nurse, karin, WEDNESDAY), WEDNESDAY)
    assert plan.head.status is PlanStatus.CLOSED
    assert plan.content.passage(PassageKind.EVALUATION) == "Det blev bra."


def test_a_plan_of_court_holds_when_every_unit_has_signed(sip, page_of, house, karin):
    services.sign(
        record=opened(house.district_nurse, karin),
        plan_id=sip,
        view=View.LPT7A,
        now=TUESDAY,
    )
    page_of(house.care_planner)
    services.sign(
        record=opened(house.care_planner, karin),
        plan_id=sip,
        view=View.LPT7A,
        now=TUESDAY,
    )

    record = opened(house.care_planner, karin)
    assert Signature.objects.count() == 2
    assert queries.document_of(record, View.LPT7A, TUESDAY).law == (
        "LPT 7 a §, LRV 12 a §"
    )


def test_agreeing_needs_nothing_but_a_yes(page_of, house, karin):
    page_of(house.district_nurse)

    agreed(house, karin)

    assert queries.head_of(card(house.district_nurse, karin)).consented
