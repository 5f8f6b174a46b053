"""Consent and block take effect at once, and leave two traces."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from naravard.access import queries, services
from naravard.access.models import AccessLogEntry, Block, ChangeEntry, Consent
from naravard.access.rules import (
    AccessDenied,
    Action,
    Actor,
    BlockKind,
    Category,
    ConsentHow,
    ConsentScope,
    Ground,
    GuardianCannotBlock,
    OpenRecord,
    Outcome,
    RelationKind,
    Rule,
)
from naravard.access.rules.errors import ConsentNotSaidSo
from naravard.access.services import Asker
from naravard.core.errors import NotFound
from naravard.people.models import RelatedPerson
from naravard.people.roles import RelatedKind
from tests.house import BEFORE, House, at, register

MONDAY = at("2026-03-02 09:00")
LATER = MONDAY + timedelta(minutes=10)


@pytest.fixture
def home_nursing_record(house: House, karin: UUID) -> OpenRecord:
    services.relate(
        person_id=karin,
        unit_ids=(house.home_nursing,),
        kind=RelationKind.CASE,
        source=uuid4(),
        starts_at=MONDAY,
    )
    return services.open_record(
        actor=house.municipal_nurse, person_id=karin, now=MONDAY
    )


@pytest.fixture
def own_record(karin: UUID, karin_herself: Actor) -> OpenRecord:
    return services.open_record(actor=karin_herself, person_id=karin, now=MONDAY)


def read_region_journal(record: OpenRecord) -> OpenRecord:
    return services.open_record(
        actor=record.actor,
        person_id=record.person_id,
        now=LATER,
        category=Category.REGION_RECORD,
    )


def test_consent_opens_another_providers_journal_at_once(
    home_nursing_record: OpenRecord,
):
    services.give_consent(
        record=home_nursing_record,
        scope=ConsentScope.SHARED_READ,
        how=ConsentHow.SPOKEN,
        now=MONDAY,
    )

    record = read_region_journal(home_nursing_record)

    assert record.ground == Ground.READ_SHARED


def test_a_consent_is_for_the_unit_that_asked(
    house: House, home_nursing_record: OpenRecord
):
    services.give_consent(
        record=home_nursing_record,
        scope=ConsentScope.SHARED_READ,
        how=ConsentHow.SPOKEN,
        now=MONDAY,
    )

    assert Consent.objects.get().unit_id == house.home_nursing


def test_withdrawal_closes_at_once(home_nursing_record: OpenRecord):
    services.give_consent(
        record=home_nursing_record,
        scope=ConsentScope.SHARED_READ,
        how=ConsentHow.SPOKEN,
        now=MONDAY,
    )

    taken_back = services.withdraw_consent(
        record=home_nursing_record,
        scope=ConsentScope.SHARED_READ,
        now=MONDAY + timedelta(minutes=1),
    )

    assert taken_back == 1
    with pytest.raises(AccessDenied) as denied:
        read_region_journal(home_nursing_record)
    assert denied.value.decision.outcome is Outcome.NEED_CONSENT


def test_a_later_no_replaces_a_yes(home_nursing_record: OpenRecord):
    services.give_consent(
        record=home_nursing_record,
        scope=ConsentScope.SHARED_READ,
        how=ConsentHow.SPOKEN,
        now=MONDAY,
    )
    services.decline_consent(
        record=home_nursing_record,
        scope=ConsentScope.SHARED_READ,
        how=ConsentHow.BY_PHONE,
        now=MONDAY + timedelta(minutes=1),
    )

    with pytest.raises(AccessDenied) as denied:
        read_region_journal(home_nursing_record)

    assert denied.value.decision.outcome is Outcome.DENY
    in_force = [
        row.given for row in queries.consents(home_nursing_record) if row.in_force
    ]
    assert in_force == [False]


def test_every_word_is_in_the_change_log_and_the_access_log(
    home_nursing_record: OpenRecord,
):
    services.give_consent(
        record=home_nursing_record,
        scope=ConsentScope.SIP,
        how=ConsentHow.WRITTEN,
        now=MONDAY,
    )

    assert ChangeEntry.objects.get().what == "consent.given"
    assert AccessLogEntry.objects.filter(action=Action.RECORD_CONSENT).count() == 1


def test_the_person_consents_herself_online(own_record: OpenRecord):
    services.give_consent(
        record=own_record,
        scope=ConsentScope.SIP,
        how=ConsentHow.ONLINE,
        now=MONDAY,
    )

    row = queries.consents(own_record)[0]
    assert (row.given_by, row.unit_name) == ("Karin Holm", "")


def test_a_relative_with_a_mandate_does_not_decide(karin: UUID):
    daughter = register("Eva", "Holm", "198804129800")
    mandate = RelatedPerson.objects.create(
        person_id=karin,
        other_id=daughter,
        name="Eva Holm",
        kind=RelatedKind.RELATIVE,
        relation="dotter",
        may_read=True,
        valid_from=BEFORE,
    )
    record = services.open_record(
        actor=queries.actor_for_relative(karin, mandate.pk),
        person_id=karin,
        now=MONDAY,
    )

    with pytest.raises(AccessDenied) as denied:
        services.give_consent(
            record=record,
            scope=ConsentScope.SIP,
            how=ConsentHow.ONLINE,
            now=MONDAY,
        )

    assert denied.value.decision.rule is Rule.C04


def test_planning_consent_is_kept_for_its_case(house: House, karin: UUID):
    case = uuid4()
    services.record_planning_consent(
        actor=house.ward_nurse,
        person_id=karin,
        source=case,
        given=True,
        withdrawn=False,
        how="spoken",
        given_by="",
        at=MONDAY,
    )
    services.record_planning_consent(
        actor=house.ward_nurse,
        person_id=karin,
        source=case,
        given=False,
        withdrawn=True,
        how="spoken",
        given_by="",
        at=LATER,
    )

    row = Consent.objects.get()
    assert (row.scope, row.source) == (ConsentScope.DISCHARGE_PLANNING, case)
    assert row.withdrawn_at == LATER


def test_a_late_entry_does_not_replace_a_newer_word(house: House, karin: UUID):
    case = uuid4()
    services.record_planning_consent(
        actor=house.ward_nurse,
        person_id=karin,
        source=case,
        given=True,
        withdrawn=False,
        how="spoken",
        given_by="",
        at=LATER,
    )

    services.record_planning_consent(
        actor=house.ward_nurse,
        person_id=karin,
        source=case,
        given=False,
        withdrawn=False,
        how="spoken",
        given_by="",
        at=MONDAY,
    )

    assert Consent.objects.get(given=True).withdrawn_at is None


def test_an_unknown_way_of_consenting_is_refused_in_words(house: House, karin: UUID):
    with pytest.raises(ConsentNotSaidSo):
        services.record_planning_consent(
            actor=house.ward_nurse,
            person_id=karin,
            source=uuid4(),
            given=True,
            withdrawn=False,
            how="telepathy",
            given_by="",
            at=MONDAY,
        )


def test_the_person_blocks_a_unit_and_others_there_no_longer_read(
    house: House, karin: UUID, own_record: OpenRecord
):
    services.block(
        record=own_record,
        kind=BlockKind.INNER,
        organisation_id=house.ward_nurse.organisation_id or uuid4(),
        unit_id=house.other_ward,
        now=MONDAY,
    )

    with pytest.raises(AccessDenied) as denied:
        services.open_record(
            actor=house.district_nurse,
            person_id=karin,
            now=LATER,
            category=Category.REGION_RECORD,
        )

    assert denied.value.decision.rule is Rule.A05


def test_blocking_twice_is_one_block(house: House, own_record: OpenRecord):
    organisation = house.ward_nurse.organisation_id or uuid4()

    first = services.block(
        record=own_record,
        kind=BlockKind.OUTER,
        organisation_id=organisation,
        now=MONDAY,
    )
    second = services.block(
        record=own_record,
        kind=BlockKind.OUTER,
        organisation_id=organisation,
        now=LATER,
    )

    assert first == second
    assert Block.objects.count() == 1


def test_a_lifted_block_no_longer_closes(
    house: House, karin: UUID, own_record: OpenRecord
):
    block = services.block(
        record=own_record,
        kind=BlockKind.INNER,
        organisation_id=house.ward_nurse.organisation_id or uuid4(),
        unit_id=house.other_ward,
        now=MONDAY,
    )

    services.lift_block(
        record=own_record, block_id=block, because="Jag ändrade mig.", now=MONDAY
    )

    services.open_record(
        actor=house.district_nurse,
        person_id=karin,
        now=LATER,
        category=Category.REGION_RECORD,
    )
    assert queries.blocks(own_record)[0].lifted_because == "Jag ändrade mig."


def test_lifting_a_block_twice_is_refused_in_words(own_record: OpenRecord):
    with pytest.raises(NotFound):
        services.lift_block(record=own_record, block_id=uuid4(), because="", now=MONDAY)


def test_a_guardian_can_neither_block_nor_oppose(
    house: House, maja: UUID, majas_mother: Actor
):
    record = services.open_record(actor=majas_mother, person_id=maja, now=MONDAY)

    with pytest.raises(GuardianCannotBlock):
        services.block(
            record=record,
            kind=BlockKind.OUTER,
            organisation_id=house.ward_nurse.organisation_id or uuid4(),
            now=MONDAY,
        )

    assert not Block.objects.exists()


def test_staff_do_not_block_on_a_guardians_behalf(
    house: House, home_nursing_record: OpenRecord
):
    with pytest.raises(GuardianCannotBlock):
        services.block(
            record=home_nursing_record,
            kind=BlockKind.OUTER,
            organisation_id=house.municipal_nurse.organisation_id or uuid4(),
            now=MONDAY,
            asked_by=Asker.GUARDIAN,
        )


def test_a_guardian_may_say_yes_to_a_plan_for_a_small_child(
    maja: UUID, majas_mother: Actor
):
    record = services.open_record(actor=majas_mother, person_id=maja, now=MONDAY)

    services.give_consent(
        record=record, scope=ConsentScope.SIP, how=ConsentHow.ONLINE, now=MONDAY
    )

    assert Consent.objects.get().given_by == "Sofia Nyberg"


def test_staff_see_only_the_blocks_of_their_own_organisation(
    house: House, own_record: OpenRecord, home_nursing_record: OpenRecord
):
    services.block(
        record=own_record,
        kind=BlockKind.OUTER,
        organisation_id=house.ward_nurse.organisation_id or uuid4(),
        now=MONDAY,
    )

    assert len(queries.blocks(own_record)) == 1
    assert queries.blocks(home_nursing_record) == ()


def test_a_consent_is_withdrawn_for_one_case_at_a_time(own_record: OpenRecord):
    first, second = uuid4(), uuid4()
    services.give_consent(
        record=own_record,
        scope=ConsentScope.DISCHARGE_PLANNING,
        how=ConsentHow.ONLINE,
        source=first,
        now=MONDAY,
    )
    services.give_consent(
        record=own_record,
        scope=ConsentScope.DISCHARGE_PLANNING,
        how=ConsentHow.ONLINE,
        source=second,
        now=MONDAY,
    )

    services.withdraw_consent(
        record=own_record,
        scope=ConsentScope.DISCHARGE_PLANNING,
        source=first,
        now=LATER,
    )

    assert Consent.objects.get(source=first).withdrawn_at == LATER
    assert Consent.objects.get(source=second).withdrawn_at is None
