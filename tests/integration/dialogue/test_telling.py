"""Karin tells how she wants to be met, and whom she lets do what."""

from datetime import date

import pytest

from naravard.access import queries as access
from naravard.access.models import ChangeEntry
from naravard.access.rules import AccessDenied
from naravard.dialogue import services
from naravard.dialogue.models import ToldWishes
from naravard.dialogue.queries import wishes_of
from naravard.dialogue.rules.close import Given, NotHersToGive
from naravard.dialogue.rules.wishes import (
    Channel,
    Mandate,
    PlaceNotSaid,
    PlaceOfCare,
    Wishes,
)
from naravard.people import services as people
from naravard.people.models import Person, RelatedPerson
from naravard.people.roles import RelatedKind
from naravard.plan import services as plans
from naravard.plan.rules.edits import Put
from naravard.plan.rules.errors import NotYoursToWrite
from naravard.plan.rules.kinds import PassageKind
from tests.house import BEFORE, at, register
from tests.plans import card, goal, opened, passage

TUESDAY = at("2026-03-03 12:00")
SOMALI = Wishes(
    language="so",
    interpreter=True,
    interpreter_about="Helst en kvinna",
    channel=Channel.LETTER,
    place=PlaceOfCare.HOME,
)


def details(actor):
    return services.open_own_details(actor=actor, now=TUESDAY)


@pytest.fixture
def eva(karin):
    """Her daughter, whom she lets read."""
    return people.add_related(
        person_id=karin,
        other_id=register("Eva", "Holm", "197006129808"),
        name="Eva Holm",
        kind=RelatedKind.RELATIVE,
        relation="dotter",
        valid_from=BEFORE,
        may_read=True,
    )


@pytest.fixture
def lets_eva_act(as_page, herself, karin, eva):
    with as_page(herself):
        services.give_mandate(
            record=details(herself).record,
            related_id=eva,
            given=Given(mandate=Mandate.ACTS),
            now=TUESDAY,
        )
    return access.actor_for_relative(karin, eva)


def test_what_she_tells_is_seen_by_staff_and_on_her_card(
    as_page, house, karin, herself
):
    with as_page(herself):
        services.tell_wishes(record=details(herself).record, wishes=SOMALI, now=TUESDAY)
    with as_page(house.district_nurse):
        told = wishes_of(card(house.district_nurse, karin, TUESDAY))

    assert told.wishes == SOMALI
    person = Person.objects.get(pk=karin)
    assert (person.language, person.interpreter) == ("so", True)


def test_what_she_told_before_is_kept(as_page, herself):
    with as_page(herself):
        record = details(herself).record
        services.tell_wishes(record=record, wishes=SOMALI, now=TUESDAY)
        services.tell_wishes(record=record, wishes=Wishes(), now=at("2026-03-04 12:00"))

    assert [row.channel for row in ToldWishes.objects.order_by("at")] == [
        "letter",
        "here",
    ]


def test_staff_write_down_what_she_says(as_page, house, karin):
    nurse = house.district_nurse
    with as_page(nurse):
        record = card(nurse, karin, TUESDAY)
        services.tell_wishes(record=record, wishes=SOMALI, now=TUESDAY)

    assert ToldWishes.objects.get().author == "told"


def test_another_place_is_said_in_words(as_page, herself):
    with as_page(herself), pytest.raises(PlaceNotSaid):
        services.tell_wishes(
            record=details(herself).record,
            wishes=Wishes(place=PlaceOfCare.OTHER),
            now=TUESDAY,
        )


def test_those_who_read_for_her_see_nothing_of_it(as_page, karin, eva):
    relative = access.actor_for_relative(karin, eva)

    with as_page(relative), pytest.raises(AccessDenied):
        details(relative)


def test_a_mandate_is_given_and_its_history_kept(lets_eva_act, eva):
    row = RelatedPerson.objects.get(pk=eva)

    assert (row.may_read, row.may_act) == (True, True)
    assert ChangeEntry.objects.get(object_id=eva).details == {
        "may_read": "True True",
        "may_act": "False True",
    }


def test_a_mandate_that_is_ended_opens_nothing(
    as_page, herself, karin, eva, lets_eva_act, sip
):
    with as_page(herself):
        services.give_mandate(
            record=details(herself).record,
            related_id=eva,
            given=Given(mandate=Mandate.NONE),
            now=TUESDAY,
        )

    with as_page(lets_eva_act), pytest.raises(AccessDenied):
        opened(lets_eva_act, karin)


def test_a_trustee_is_not_hers_to_end(as_page, herself, karin):
    trustee = people.add_related(
        person_id=karin,
        other_id=register("Per", "Lund", "196001019807"),
        name="Per Lund",
        kind=RelatedKind.TRUSTEE,
        relation="god man",
        valid_from=BEFORE,
        may_read=True,
    )

    with as_page(herself), pytest.raises(NotHersToGive):
        services.give_mandate(
            record=details(herself).record,
            related_id=trustee,
            given=Given(mandate=Mandate.NONE),
            now=TUESDAY,
        )


def test_a_daughter_who_may_act_writes_a_goal_in_her_own_name(
    as_page, house, karin, sip, lets_eva_act
):
    with as_page(lets_eva_act):
        plans.change(
            record=opened(lets_eva_act, karin),
            plan_id=sip,
            read_version=1,
            edits=(Put(part=goal("evas mål")),),
            now=TUESDAY,
        )

    plan = plans.read_plan(actor=house.district_nurse, person_id=karin, now=TUESDAY)
    assert plan.plan.proxies == ((goal("evas mål").id, "Eva Holm, dotter"),)


def test_she_does_not_change_what_is_written_nor_her_mothers_own_words(
    as_page, karin, sip, lets_eva_act
):
    with as_page(lets_eva_act):
        record = opened(lets_eva_act, karin)

        with pytest.raises(NotYoursToWrite):
            plans.change(
                record=record,
                plan_id=sip,
                read_version=1,
                edits=(Put(part=goal("mål")),),
                now=TUESDAY,
            )
        with pytest.raises(AccessDenied):
            plans.change(
                record=record,
                plan_id=sip,
                read_version=1,
                edits=(Put(part=passage(PassageKind.WHAT_MATTERS, "Evas ord")),),
                now=TUESDAY,
            )


def test_who_only_reads_writes_no_goal(as_page, karin, eva, sip):
    relative = access.actor_for_relative(karin, eva)

    with as_page(relative), pytest.raises(AccessDenied):
        plans.change(
            record=opened(relative, karin),
            plan_id=sip,
            read_version=1,
            edits=(Put(part=goal("evas mål")),),
            now=TUESDAY,
        )


def test_a_mandate_past_its_last_day_lets_nobody_act(
    as_page, karin, eva, sip, lets_eva_act
):
    people.end_related(related_id=eva, last_day=date(2026, 3, 2))

    with as_page(lets_eva_act), pytest.raises(AccessDenied):
        opened(lets_eva_act, karin)
