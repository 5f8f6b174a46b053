"""Maja, nine and then older: both parents, her own voice, school, and worry."""

from datetime import date

import pytest

from naravard.access import queries as access
from naravard.access import services as access_services
from naravard.access.queries import who_has_read
from naravard.access.rules import AccessDenied, Category
from naravard.people.models import CareUnit, RelatedPerson
from naravard.people.roles import CareUnitKind, RelatedKind, Role
from naravard.plan import queries, services
from naravard.plan.models import Concern
from naravard.plan.rules.consent import GuardianRule, Speaker
from naravard.plan.rules.edits import Put
from naravard.plan.rules.errors import NotYoursToWrite
from naravard.plan.rules.kinds import Mode, PassageKind, Principal
from naravard.plan.rules.meetings import InviteeKind, MeetingNotReady
from naravard.plan.services import Held, Invitation, Invited, Said
from naravard.plan.services.concerns import NoReceiver, NotAboutAChild
from naravard.plan.services.speaking import NotAskedToSpeak
from tests.house import BEFORE, actor, at, employ, register
from tests.plans import MONDAY, TUESDAY, activity, card, flagged, opened, written


@pytest.fixture
def maja(house):
    return register("Maja", "Nyberg", "201606049805")


@pytest.fixture
def parents(maja):
    """Sofia and Erik, who share custody; both are signed in as guardians."""
    related = [
        RelatedPerson.objects.create(
            person_id=maja,
            other_id=register(name, "Nyberg", number),
            name=f"{name} Nyberg",
            kind=RelatedKind.GUARDIAN,
            relation=relation,
            valid_from=date(2016, 6, 4),
        )
        for name, relation, number in (
            ("Sofia", "mamma", "198804129800"),
            ("Erik", "pappa", "198511059802"),
        )
    ]
    return [(one.pk, access.actor_for_relative(maja, one.pk)) for one in related]


def new_unit(house, key, name, kind):
    organisation = CareUnit.objects.get(pk=house.homecoming).organisation
    return CareUnit.objects.create(
        key=key,
        organisation=organisation,
        name=name,
        kind=kind,
        municipality_code="9902",
        valid_from=BEFORE,
    ).pk


@pytest.fixture
def school(house):
    return new_unit(house, "elevhalsan", "Elevhälsan", CareUnitKind.PUPIL_WELFARE)


@pytest.fixture
def counsellor(school):
    return actor(employ("Linn", "Öst", "Skolkurator", school, Role.PUPIL_WELFARE))


@pytest.fixture
def family_services(house):
    return new_unit(house, "ifo", "Barn och familj", CareUnitKind.CHILD_AND_FAMILY)


@pytest.fixture
def social_worker(family_services):
    return actor(
        employ("Per", "Lund", "Socialsekreterare", family_services, Role.SOCIAL_WORKER)
    )


@pytest.fixture
def majas_plan(maja, parents, school, counsellor, page_of, house):
    """Both parents have said yes; health centre, municipality and school take part."""
    nurse = page_of(house.district_nurse)
    reason = access_services.open_record(
        actor=nurse,
        person_id=maja,
        now=MONDAY,
        category=Category.PERSON_CARD,
        reason="Maja är inte i skolan och familjen ber om hjälp.",
    )
    plan_id = services.flag_need(record=reason, because="Skolfrånvaro.", now=MONDAY)
    for related_id, _ in parents:
        services.say(
            record=reason,
            plan_id=plan_id,
            said=Said(yes=True, speaker=Speaker.GUARDIAN, related_id=related_id),
            now=MONDAY,
        )
    for unit_id in (house.homecoming, school):
        services.invite_unit(
            record=opened(nurse, maja, MONDAY),
            plan_id=plan_id,
            unit_id=unit_id,
            now=MONDAY,
        )
    written(
        nurse,
        maja,
        plan_id,
        Put(part=activity("Samtal", Principal.REGION, house.health_centre)),
        Put(part=activity("Anpassad skoldag", Principal.OTHER, school)),
    )
    return plan_id


def test_one_parents_yes_is_not_enough(page_of, house, maja, parents):
    sofia_id, sofia = parents[0]
    page_of(sofia)
    plan_id = flagged(sofia, maja)

    stands = services.say(
        record=card(sofia, maja),
        plan_id=plan_id,
        said=Said(yes=True, speaker=Speaker.GUARDIAN, related_id=sofia_id),
        now=MONDAY,
    )

    assert not stands.consented
    assert [one.related_id for one in stands.awaited] == [parents[1][0]]


def test_a_parent_does_not_answer_for_the_child(page_of, house, maja, parents):
    _, sofia = parents[0]
    page_of(sofia)
    plan_id = flagged(sofia, maja)

    with pytest.raises(NotAskedToSpeak):
        services.say(
            record=card(sofia, maja), plan_id=plan_id, said=Said(yes=True), now=MONDAY
        )


def test_the_other_parent_stops_it_at_once(majas_plan, page_of, house, maja, parents):
    erik_id, erik = parents[1]
    page_of(erik)
    services.say(
        record=card(erik, maja, TUESDAY),
        plan_id=majas_plan,
        said=Said(yes=False, speaker=Speaker.GUARDIAN, related_id=erik_id),
        now=TUESDAY,
    )

    page_of(house.district_nurse)

    with pytest.raises(AccessDenied):
        opened(house.district_nurse, maja)


def test_one_parent_is_enough_when_it_is_judged_so(page_of, house, maja, parents):
    nurse = page_of(house.district_nurse)
    record = access_services.open_record(
        actor=nurse,
        person_id=maja,
        now=MONDAY,
        category=Category.PERSON_CARD,
        reason="Socialnämnden har beslutat enligt FB 6 kap. 13 a §.",
    )
    plan_id = services.flag_need(record=record, because="Skolfrånvaro.", now=MONDAY)
    services.decide_who_speaks(
        record=record,
        plan_id=plan_id,
        because="Socialnämndens beslut 2026-02-20.",
        guardian_rule=GuardianRule.ONE,
        now=MONDAY,
    )

    stands = services.say(
        record=record,
        plan_id=plan_id,
        said=Said(yes=True, speaker=Speaker.GUARDIAN, related_id=parents[0][0]),
        now=MONDAY,
    )

    assert stands.consented


def test_school_sees_its_own_part_and_no_more(majas_plan, page_of, maja, counsellor):
    page_of(counsellor)

    plan = queries.plan_of(opened(counsellor, maja), TUESDAY)

    assert [one.text for one in plan.content.activities] == ["Anpassad skoldag"]


def test_school_writes_only_in_its_own_part(
    majas_plan, page_of, house, maja, counsellor
):
    page_of(counsellor)

    with pytest.raises((NotYoursToWrite, AccessDenied)):
        written(
            counsellor,
            maja,
            majas_plan,
            Put(part=activity("Samtal", Principal.REGION, house.health_centre)),
            read=1,
        )


def test_the_childs_own_view_is_asked_for(majas_plan, page_of, house, maja, parents):
    nurse = page_of(house.district_nurse)
    meeting_id = services.call_meeting(
        record=opened(nurse, maja),
        plan_id=majas_plan,
        invitation=Invitation(
            purpose="SIP-möte",
            mode=Mode.SCHOOL,
            times=(at("2026-03-04 10:00"),),
            invited=(Invited(kind=InviteeKind.PERSON, name="Maja Nyberg"),),
        ),
        now=TUESDAY,
    )
    afterwards = at("2026-03-04 11:00")

    with pytest.raises(MeetingNotReady, match="Barnets egen åsikt"):
        services.hold(
            record=opened(nurse, maja, afterwards),
            meeting_id=meeting_id,
            held=Held(took_part=True),
            now=afterwards,
        )

    services.hold(
        record=opened(nurse, maja, afterwards),
        meeting_id=meeting_id,
        held=Held(took_part=True, childs_view="Jag vill börja klockan nio."),
        now=afterwards,
    )
    plan = queries.plan_of(opened(nurse, maja, afterwards), afterwards)
    assert plan.content.passage(PassageKind.CHILDS_VIEW) == (
        "Jag vill börja klockan nio."
    )


def test_a_guardian_reads_until_thirteen(majas_plan, page_of, maja, parents):
    _, sofia = parents[0]
    page_of(sofia)

    plan = queries.plan_of(opened(sofia, maja), TUESDAY)

    assert len(plan.content.activities) == 2
    with pytest.raises(AccessDenied):
        opened(sofia, maja, at("2029-06-04 09:00"))


def test_worry_is_told_without_relation_consent_or_plan(
    page_of, house, maja, social_worker
):
    page_of(house.stranger)

    services.report_concern(
        actor=house.stranger,
        person_id=maja,
        text="Hon kom utan skor i snön.",
        now=MONDAY,
    )

    page_of(social_worker)
    (told,) = services.open_concerns(actor=social_worker, now=TUESDAY)
    assert told.text == "Hon kom utan skor i snön."
    services.receive_concern(
        actor=social_worker, concern_id=told.concern_id, now=TUESDAY
    )
    assert queries.concerns_to(social_worker)[0].received_at == TUESDAY


def test_neither_parent_nor_others_see_that_somebody_worries(
    page_of, house, maja, parents, social_worker
):
    page_of(house.stranger)
    services.report_concern(
        actor=house.stranger, person_id=maja, text="Blåmärken.", now=MONDAY
    )
    _, sofia = parents[0]

    page_of(sofia)
    record = card(sofia, maja, TUESDAY)
    seen_by_mother = Concern.objects.exists()
    log = who_has_read(record, 30)
    page_of(house.district_nurse)

    assert not seen_by_mother
    assert not Concern.objects.exists()
    assert "report_concern" not in {line.action for line in log}


def test_a_municipality_outside_is_telephoned(page_of, house, maja):
    page_of(house.stranger)

    with pytest.raises(NoReceiver) as refusal:
        services.report_concern(
            actor=house.stranger, person_id=maja, text="Oro.", now=MONDAY
        )

    assert refusal.value.remedy.startswith("Ring")


def test_worry_about_an_adult_is_not_told_here(page_of, house, karin, family_services):
    page_of(house.stranger)

    with pytest.raises(NotAboutAChild):
        services.report_concern(
            actor=house.stranger, person_id=karin, text="Oro.", now=MONDAY
        )
