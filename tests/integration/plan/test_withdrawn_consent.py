"""Whatever happens in whatever order: without her yes nobody reaches a word."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.apps import apps
from django.db import DatabaseError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from naravard.access import services as access
from naravard.access.rules import AccessDenied, Actor, RelationKind
from naravard.core.errors import DomainError
from naravard.plan import queries, services
from naravard.plan.models import Plan
from naravard.plan.rules.edits import Put
from naravard.plan.rules.kinds import Mode
from naravard.plan.rules.meetings import InviteeKind
from naravard.plan.services import Asked, Invitation, Invited, Said
from tests.house import House, at
from tests.plans import MONDAY, card, need, opened

SECRET = "Hemligheten"
BEFORE_IT_ALL = at("2026-02-01 08:00")
# Told whatever she says: that there is a plan, its steps, her own yes and no.
ALSO_WITHOUT_CONSENT = {"PlanStep", "PlanWord", "Plan", "Absence", "Concern"}
OF_PLAN = [
    model
    for model in apps.get_app_config("plan").get_models()
    if model.__name__ not in ALSO_WITHOUT_CONSENT
]
Become = Callable[[Actor], Actor]


@dataclass
class Story:
    """Karin, her plan, and the hour; every step happens an hour after the last."""

    house: House
    karin: UUID
    herself: Actor
    become: Become
    plan_id: UUID
    now: datetime = field(default=MONDAY)
    code: str = ""

    @property
    def nurse(self) -> Actor:
        return self.become(self.house.district_nurse)

    @property
    def planner(self) -> Actor:
        return self.become(self.house.care_planner)

    @property
    def person(self) -> Actor:
        return self.become(self.herself)

    @property
    def words(self) -> str:
        """What is written now; a plan by LPT 7 a § is read without her yes."""
        by_law = Plan.objects.get(pk=self.plan_id).compulsory_since
        return "Enligt lag." if by_law else SECRET

    def about(self, actor: Actor) -> dict[str, object]:
        """Her plan opened by somebody, as services want it."""
        record = opened(actor, self.karin, self.now)
        return {"record": record, "plan_id": self.plan_id, "now": self.now}


def says(story: Story, *, yes: bool) -> None:
    services.say(
        record=card(story.person, story.karin, story.now),
        plan_id=story.plan_id,
        said=Said(yes=yes),
        now=story.now,
    )


def says_yes(story: Story) -> None:
    says(story, yes=True)


def says_no(story: Story) -> None:
    says(story, yes=False)


def takes_it_back(story: Story) -> None:
    services.withdraw(
        record=card(story.person, story.karin, story.now),
        plan_id=story.plan_id,
        now=story.now,
    )


def nurse_writes(story: Story) -> None:
    part = need(f"behov {story.now}", story.house.health_centre)
    written(story, story.nurse, part)


def planner_writes(story: Story) -> None:
    written(story, story.planner, need("ingens"))


def written(story: Story, actor: Actor, part) -> None:
    services.change(
        **story.about(actor),
        read_version=Plan.objects.get(pk=story.plan_id).version,
        edits=(Put(part=replace(part, text=story.words)),),
        request_id=uuid4(),
    )


def invites_municipality(story: Story) -> None:
    services.invite_unit(**story.about(story.nurse), unit_id=story.house.homecoming)


def municipality_leaves(story: Story) -> None:
    services.leave(
        **story.about(story.nurse),
        unit_id=story.house.homecoming,
        because="Behövs inte.",
    )


def team_talks(story: Story) -> None:
    services.write_note(**story.about(story.planner), text=story.words)


def nurse_asks(story: Story) -> None:
    nurse = story.about(story.nurse)
    asked = Asked(to_unit_id=story.house.homecoming, text=story.words)
    services.ask(**nurse, asked=asked)


def nurse_calls(story: Story) -> None:
    invited = (
        Invited(kind=InviteeKind.PERSON, name="Karin Holm"),
        Invited(
            kind=InviteeKind.UNIT, name="Biståndet", unit_id=story.house.homecoming
        ),
    )
    services.call_meeting(
        **story.about(story.nurse),
        invitation=Invitation(
            purpose=story.words, mode=Mode.HOME, times=(story.now,), invited=invited
        ),
    )


def pack_gets_a_code(story: Story) -> None:
    story.code = services.make_pack_code(**story.about(story.nurse))


def ward_uses_the_code(story: Story) -> None:
    ward = story.become(story.house.psychiatrist)
    services.use_pack_code(
        record=comes_to_the_ward(story, ward), code=story.code, now=story.now
    )


def law_plans_without_a_yes(story: Story) -> None:
    physician = story.become(story.house.psychiatrist)
    story.plan_id = services.plan_compulsory_care(
        record=comes_to_the_ward(story, physician),
        plan_id=story.plan_id,
        because="Ansökan om ÖPT.",
        now=story.now,
    )


def comes_to_the_ward(story: Story, actor: Actor):
    return access.open_record(
        actor=actor, person_id=story.karin, now=story.now, reason="Akut hos oss."
    )


STEPS = (
    says_yes,
    says_yes,
    says_no,
    takes_it_back,
    nurse_writes,
    nurse_writes,
    planner_writes,
    invites_municipality,
    invites_municipality,
    municipality_leaves,
    team_talks,
    nurse_asks,
    nurse_calls,
    pack_gets_a_code,
    ward_uses_the_code,
    law_plans_without_a_yes,
)
THE_LAW_PLANS_AFTER_HER_NO = (
    says_yes,
    invites_municipality,
    nurse_writes,
    team_talks,
    nurse_asks,
    nurse_calls,
    takes_it_back,
    law_plans_without_a_yes,
)
anything = st.sampled_from(STEPS)
but_a_yes = st.sampled_from([step for step in STEPS if step is not says_yes])
# Shared, worked in, closed by her, and worked on as far as anybody can.
stories = st.tuples(
    st.just([says_yes, invites_municipality]),
    st.lists(anything, min_size=3, max_size=8),
    st.sampled_from([[takes_it_back], [says_no]]),
    st.lists(but_a_yes, max_size=4),
).map(lambda parts: [step for part in parts for step in part])
a_few = settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def told(story: Story, steps) -> Story:
    """Every step that can be taken; what the rules refuse changes nothing."""
    for step in steps:
        story.now += timedelta(hours=1)
        with suppress(DomainError, AccessDenied, DatabaseError), transaction.atomic():
            step(story)
    story.now += timedelta(hours=1)
    return story


def staff_of(house: House) -> list[Actor]:
    return [
        house.district_nurse,
        house.care_planner,
        house.psychiatrist,
        house.ward_nurse,
        house.stranger,
    ]


def reached(story: Story, actor: Actor) -> Iterator[str]:
    """Every reading that somebody in staff can make, in words."""
    readings: tuple[Callable[[], object], ...] = (
        lambda: services.open_to_do(actor=actor, now=story.now),
        lambda: services.open_my_persons(actor=actor, now=story.now),
        lambda: services.open_beginning(
            actor=actor, person_id=story.karin, now=story.now
        ),
        lambda: services.open_plan(actor=actor, person_id=story.karin, now=story.now),
        lambda: _every_version(story, opened(actor, story.karin, story.now)),
        lambda: queries.pack_of(opened(actor, story.karin, story.now), story.now),
    )
    for reading in readings:
        with suppress(DomainError, AccessDenied), transaction.atomic():
            yield repr(reading())


def _every_version(story: Story, record) -> list[object]:
    plans = list(Plan.objects.filter(person_id=story.karin))
    return [
        queries.version_of(record, plan.pk, row.number)
        for plan in plans
        for row in queries.versions_of(record, plan.pk)
    ]


def rows_shown(story: Story, actor: Actor) -> Iterator[str]:
    """Every row of the plan that the database itself shows, her card opened or not."""
    story.become(actor)
    yield from (repr(list(model.objects.values())) for model in OF_PLAN)
    with suppress(AccessDenied), transaction.atomic():
        card(actor, story.karin, story.now)
    yield from (repr(list(model.objects.values())) for model in OF_PLAN)


def who_reaches(story: Story, look) -> set[str]:
    """Those in staff to whom the secret is shown."""
    return {
        actor.name
        for actor in staff_of(story.house)
        for shown in look(story, story.become(actor))
        if SECRET in shown
    }


@pytest.fixture
def in_a_case(house, karin) -> None:
    """They plan her way home too: more than the plan ties them to her."""
    access.relate(
        person_id=karin,
        unit_ids=(house.health_centre, house.homecoming),
        kind=RelationKind.CASE,
        source=karin,
        starts_at=BEFORE_IT_ALL,
    )


def flagged_by_sara(house: House, karin: UUID, herself: Actor, become: Become) -> Story:
    """Sara has seen the need, and nobody has been asked."""
    plan_id = services.flag_need(
        record=card(become(house.district_nurse), karin),
        because="Två huvudmän.",
        now=MONDAY,
    )
    return Story(
        house=house, karin=karin, herself=herself, become=become, plan_id=plan_id
    )


@pytest.fixture
def begun(in_a_case, page_of, house, karin, karin_herself) -> Story:
    """Every step meets the database as a page does."""
    return flagged_by_sara(house, karin, karin_herself, page_of)


@pytest.fixture
def begun_unlocked(in_a_case, house, karin, karin_herself) -> Story:
    """The same where the database locks nothing: the application must hold alone."""
    return flagged_by_sara(house, karin, karin_herself, lambda actor: actor)


def restarted(story: Story) -> Story:
    return Story(
        house=story.house,
        karin=story.karin,
        herself=story.herself,
        become=story.become,
        plan_id=story.plan_id,
    )


@a_few
@given(stories)
def test_without_her_yes_no_reading_shows_a_word(begun_unlocked, steps):
    with transaction.atomic():
        story = told(restarted(begun_unlocked), steps)
        seen = who_reaches(story, reached)
        transaction.set_rollback(True)

    assert seen == set()


@a_few
@given(stories)
def test_without_her_yes_the_database_shows_no_row(begun, steps):
    with transaction.atomic():
        story = told(restarted(begun), steps)
        seen = who_reaches(story, rows_shown)
        transaction.set_rollback(True)

    assert seen == set()


def test_with_her_yes_those_in_the_plan_do_read(begun):
    steps = (says_yes, invites_municipality, nurse_writes, team_talks, nurse_asks)

    story = told(restarted(begun), steps)

    everybody = {"Sara Blom", "Maja Lindström"}
    assert who_reaches(story, reached) == everybody
    assert who_reaches(story, rows_shown) == everybody


def test_what_was_shared_stays_closed_when_the_law_plans(begun):
    story = told(restarted(begun), THE_LAW_PLANS_AFTER_HER_NO)

    assert Plan.objects.get(pk=story.plan_id).compulsory_since
    assert who_reaches(story, rows_shown) == set()


def test_no_reading_shows_it_either_when_the_law_plans(begun_unlocked):
    story = told(restarted(begun_unlocked), THE_LAW_PLANS_AFTER_HER_NO)

    assert Plan.objects.get(pk=story.plan_id).compulsory_since
    assert who_reaches(story, reached) == set()
