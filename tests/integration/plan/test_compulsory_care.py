"""A plan by LPT 7 a §: no yes is asked for, and it holds when all have signed."""

from dataclasses import replace
from datetime import date

import pytest

from naravard.access import services as access
from naravard.access.rules import AccessDenied
from naravard.people.models import CareUnit
from naravard.people.roles import CareUnitKind
from naravard.plan import queries, services
from naravard.plan.models import PlanParty, PlanVersion
from naravard.plan.rules.content import EMPTY
from naravard.plan.rules.edits import Put, SetHeader
from naravard.plan.rules.errors import PlanLacks
from naravard.plan.rules.kinds import LegalBasis, PassageKind, Principal, TeamRole, View
from naravard.plan.rules.parts import TeamMember
from naravard.plan.rules.process import EndedBecause, PlanStatus
from naravard.plan.services import Said
from naravard.plan.services.parties import NotWithoutConsent
from naravard.plan.services.speaking import NotAskedToSpeak
from tests.house import BEFORE, at
from tests.plans import (
    MONDAY,
    TUESDAY,
    activity,
    card,
    flagged,
    need,
    opened,
    passage,
    the,
    written,
)

WEDNESDAY = at("2026-03-04 09:00")
ALL_HAVE_NOT_SIGNED = (
    "Alla enheter har inte justerat planen. Den gäller först när alla har gjort det."
)
DECISION = "Ansökan om öppen psykiatrisk tvångsvård 2026-03-02."


def begun(house, karin, plan_id, now=MONDAY):
    return services.plan_compulsory_care(
        record=card(house.psychiatrist, karin, now),
        plan_id=plan_id,
        because=DECISION,
        now=now,
    )


@pytest.fixture
def school(house):
    """Pupil welfare, which is no authority of health care or social services."""
    organisation = CareUnit.objects.get(pk=house.homecoming).organisation
    return CareUnit.objects.create(
        key="elevhalsan",
        organisation=organisation,
        name="Elevhälsan",
        kind=CareUnitKind.PUPIL_WELFARE,
        municipality_code="9902",
        valid_from=BEFORE,
    ).pk


@pytest.fixture
def care_plan(page_of, house, karin):
    """Bo at the psychiatric ward has begun it; the municipality takes part."""
    bo = page_of(house.psychiatrist)
    admitted_with_reason(bo, karin)
    plan_id = begun(house, karin, flagged(bo, karin))
    services.invite_unit(
        record=opened(bo, karin, MONDAY),
        plan_id=plan_id,
        unit_id=house.homecoming,
        now=MONDAY,
    )
    return plan_id


def admitted_with_reason(actor, person_id, now=MONDAY):
    return access.open_record(
        actor=actor,
        person_id=person_id,
        now=now,
        reason="Vårdas hos oss enligt LPT.",
    )


def whole_care_plan(house):
    header = replace(
        EMPTY.header,
        views=(View.LPT7A,),
        compulsory_care=True,
        others_listed=True,
    )
    parts = (
        need("behov", house.other_ward),
        activity(
            "Ger sprutan var fjärde vecka",
            Principal.REGION,
            house.other_ward,
            basis=LegalBasis.LPT,
            decision="Läkarens ordination 2026-03-02",
        ),
        activity(
            "Boendestöd tre dagar i veckan",
            Principal.MUNICIPALITY,
            house.homecoming,
            basis=LegalBasis.SOL,
            decision="Beslut 2026-02-27",
        ),
        passage(PassageKind.ATTITUDE, "Karin vill ha boendestödet men inte sprutan."),
        TeamMember(
            id=the("överläkare"),
            role=TeamRole.CHIEF_PHYSICIAN,
            name="Bo Ek",
            unit_id=house.other_ward,
            principal=Principal.REGION,
        ),
    )
    return (*(Put(part=part) for part in parts), SetHeader(header=header))


def test_it_is_read_and_written_by_both_principals_without_a_yes(
    care_plan, page_of, house, karin
):
    written(
        page_of(house.psychiatrist), karin, care_plan, *whole_care_plan(house), read=1
    )

    page_of(house.care_planner)
    plan = queries.plan_of(opened(house.care_planner, karin), TUESDAY)

    assert not plan.head.consented
    assert plan.content.passage(PassageKind.ATTITUDE).startswith("Karin vill ha")


def test_it_holds_only_when_every_unit_has_signed(care_plan, page_of, house, karin):
    bo, maja = house.psychiatrist, house.care_planner
    written(page_of(bo), karin, care_plan, *whole_care_plan(house), read=1)

    with pytest.raises(PlanLacks) as nobody:
        services.take_into_use(record=opened(bo, karin), plan_id=care_plan, now=TUESDAY)
    services.sign(
        record=opened(bo, karin), plan_id=care_plan, view=View.LPT7A, now=TUESDAY
    )
    with pytest.raises(PlanLacks) as only_bo:
        services.take_into_use(record=opened(bo, karin), plan_id=care_plan, now=TUESDAY)
    services.sign(
        record=opened(page_of(maja), karin),
        plan_id=care_plan,
        view=View.LPT7A,
        now=TUESDAY,
    )
    services.take_into_use(
        record=opened(page_of(bo), karin), plan_id=care_plan, now=TUESDAY
    )

    assert [one.text for one in nobody.value.missing] == [ALL_HAVE_NOT_SIGNED]
    assert [one.text for one in only_bo.value.missing] == [ALL_HAVE_NOT_SIGNED]
    assert queries.head_of(opened(bo, karin)).status is PlanStatus.ACTIVE


def test_what_is_changed_after_signing_must_be_signed_anew(
    care_plan, page_of, house, karin
):
    bo = page_of(house.psychiatrist)
    written(bo, karin, care_plan, *whole_care_plan(house), read=1)
    services.sign(
        record=opened(bo, karin), plan_id=care_plan, view=View.LPT7A, now=TUESDAY
    )

    written(bo, karin, care_plan, Put(part=need("sömn", house.other_ward)), read=2)

    (standing,) = queries.standings_of(opened(bo, karin), TUESDAY)
    assert [one.still_holds for one in standing.signatures] == [False]
    assert set(standing.awaits_signature) == {house.other_ward, house.homecoming}


def test_only_a_physician_begins_it(page_of, house, karin):
    nurse = page_of(house.district_nurse)
    plan_id = flagged(nurse, karin)

    with pytest.raises(AccessDenied) as refused:
        services.plan_compulsory_care(
            record=card(nurse, karin), plan_id=plan_id, because=DECISION, now=MONDAY
        )

    assert "Chefsöverläkaren" in refused.value.remedy


def test_it_is_said_which_decision_it_is_about(page_of, house, karin):
    bo = page_of(house.psychiatrist)
    admitted_with_reason(bo, karin)
    plan_id = flagged(bo, karin)

    with pytest.raises(services.CompulsoryCareHasAReason):
        services.plan_compulsory_care(
            record=card(bo, karin), plan_id=plan_id, because=" ", now=MONDAY
        )


def test_school_takes_no_part_without_a_yes(school, care_plan, page_of, house, karin):
    with pytest.raises(NotWithoutConsent) as refused:
        services.invite_unit(
            record=opened(house.psychiatrist, karin, MONDAY),
            plan_id=care_plan,
            unit_id=school,
            now=MONDAY,
        )

    assert "Elevhälsan kan inte delta i planen" in str(refused.value)


def test_others_than_those_in_the_plan_see_nothing_of_it(
    care_plan, page_of, house, karin
):
    nurse = page_of(house.district_nurse)
    card(nurse, karin, TUESDAY)

    with pytest.raises(AccessDenied):
        opened(nurse, karin)
    assert not PlanVersion.objects.exists()


def test_what_she_took_back_stays_closed(sip, page_of, house, karin, karin_herself):
    services.withdraw(
        record=opened(page_of(karin_herself), karin), plan_id=sip, now=TUESDAY
    )
    bo = page_of(house.psychiatrist)
    admitted_with_reason(bo, karin, WEDNESDAY)

    care_plan = begun(house, karin, sip, WEDNESDAY)

    record = opened(bo, karin, WEDNESDAY)
    assert care_plan != sip
    assert queries.versions_of(record, sip) == ()
    assert set(PlanVersion.objects.values_list("plan_id", flat=True)) == {care_plan}
    assert queries.plan_of(record, WEDNESDAY).content.passages == ()


def test_a_no_is_written_down_and_the_plan_goes_on(care_plan, page_of, house, karin):
    bo = page_of(house.psychiatrist)

    services.say(
        record=opened(bo, karin), plan_id=care_plan, said=Said(yes=False), now=TUESDAY
    )

    process = queries.process_of(opened(bo, karin, WEDNESDAY))
    assert process.head.status is PlanStatus.PREPARING
    assert [word.yes for word in process.words] == [False]


def test_there_is_no_yes_to_take_back(care_plan, page_of, karin, karin_herself):
    with pytest.raises(NotAskedToSpeak):
        services.withdraw(
            record=opened(page_of(karin_herself), karin),
            plan_id=care_plan,
            now=TUESDAY,
        )


def test_her_yes_makes_it_hers_to_take_back(
    care_plan, page_of, house, karin, karin_herself
):
    page_of(karin_herself)
    services.say(
        record=card(karin_herself, karin, TUESDAY),
        plan_id=care_plan,
        said=Said(yes=True),
        now=TUESDAY,
    )
    services.withdraw(
        record=opened(karin_herself, karin, TUESDAY), plan_id=care_plan, now=TUESDAY
    )

    page_of(house.care_planner)
    with pytest.raises(AccessDenied):
        opened(house.care_planner, karin, WEDNESDAY)


def test_when_the_care_has_ended_nobody_reads_on(care_plan, page_of, house, karin):
    bo = page_of(house.psychiatrist)
    services.close(
        record=opened(bo, karin),
        plan_id=care_plan,
        because=EndedBecause.NEED_CEASED,
        outcome="Tvångsvården har upphört.",
        why_no_evaluation="Karin vill inte svara.",
        now=TUESDAY,
    )

    page_of(house.care_planner)
    with pytest.raises(AccessDenied):
        opened(house.care_planner, karin, WEDNESDAY)


def test_a_yes_to_the_plan_lasts_until_it_is_taken_back(sip, page_of, house, karin):
    two_years_later = at("2028-03-02 09:00")

    plan = queries.plan_of(
        opened(page_of(house.care_planner), karin, two_years_later), two_years_later
    )

    assert plan.head.consented
    assert date(2026, 6, 1) == plan.head.review_due_on
    assert PlanParty.objects.filter(left_at=None).count() == 2
