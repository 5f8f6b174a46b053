"""A told plan, step by step in the order of its days, by the plan's own services."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta
from functools import partial
from itertools import groupby
from uuid import UUID

from naravard.core.clock import day_of, moment_at
from naravard.demo.ids import demo_id
from naravard.demo.plans.being_told import Step, Telling
from naravard.demo.plans.ending import ended
from naravard.demo.plans.meetings import invitation_of, settle
from naravard.demo.plans.parts import Around, part_of
from naravard.demo.stories.plans import (
    MeetingStory,
    NoteStory,
    PlanStory,
    TaskStory,
)
from naravard.discharge.models import DischargeCase
from naravard.people.queries import person_header
from naravard.plan import queries, services
from naravard.plan.rules.consent import Speaker
from naravard.plan.rules.content import Header
from naravard.plan.rules.edits import Edit, Put, SetHeader
from naravard.plan.rules.tasks import TaskKind, TaskStatus
from naravard.plan.services import Asked, Said


def tell_plan(story: PlanStory, around: Around) -> None:
    """The plan as it has come to be. A person who has one already keeps that one."""
    telling = Telling(story=story, around=around)
    if queries.head_of(telling.card(around.now)) is not None:
        return
    for at, do in sorted(_steps(telling), key=lambda step: step[0]):
        do(at)


def _steps(telling: Telling) -> Iterator[Step]:
    story = telling.story
    yield from _begun(telling)
    if story.by_law or (story.yes and story.answers):
        yield from _gone_on(telling)
        yield from ended(telling)


def _begun(telling: Telling) -> Iterator[Step]:
    """Flagged, and answered; or planned by law, which asks nobody."""
    story, begun = telling.story, telling.story.days_ago
    yield telling.at(begun, time(9)), partial(_flag, telling)
    for place, who in enumerate(story.answers):
        at = telling.at(begun, time(10, place))
        yield at, partial(_say, telling, who)
    if story.by_law:
        yield telling.at(begun, time(10, 30)), partial(_plan_by_law, telling)


def _gone_on(telling: Telling) -> Iterator[Step]:
    """Invited, written, met, asked, talked and signed."""
    story = telling.story
    yield telling.at(story.days_ago, time(11)), partial(_invite, telling)
    yield from _written(telling)
    for meeting in story.meetings:
        yield from _met(telling, meeting)
    for task in story.tasks:
        yield from _tasks(telling, task)
    for note in story.notes:
        yield telling.at(note.days_ago, time(15)), partial(_note, telling, note)
    for place, who in enumerate(story.signed):
        yield telling.at(0, time(8, place)), partial(_sign, telling, who)


def _written(telling: Telling) -> Iterator[Step]:
    """One version for each day and writer, the heading with the first."""
    told = [
        (part, part_of(part, telling.around, place))
        for place, part in enumerate(telling.story.parts)
    ]
    ordered = sorted(told, key=lambda one: (-one[0].days_ago, one[0].by))
    groups = groupby(ordered, key=lambda one: (one[0].days_ago, one[0].by))
    for place, ((days_ago, by), rows) in enumerate(groups):
        edits: list[Edit] = [Put(part=part) for _, part in rows]
        if place == 0:
            edits.append(SetHeader(header=_header(telling)))
        at = telling.at(days_ago, time(13, place % 60))
        yield at, partial(_write, telling, by, tuple(edits))


def _header(telling: Telling) -> Header:
    story = telling.story
    coordinator = telling.around.part_id("team", story.coordinator)
    return Header(
        views=story.views,
        overall_principal=story.principal,
        coordinator_id=coordinator if story.coordinator else None,
        took_part=True,
        others_listed=True,
        compulsory_care=story.compulsory,
    )


def _met(telling: Telling, story: MeetingStory) -> Iterator[Step]:
    if story.days_ago < 0:
        called = telling.at(1, time(14))
        yield called, partial(_call, telling, story)
        return
    yield telling.at(story.days_ago + 1, time(14)), partial(_call, telling, story)
    yield telling.at(story.days_ago, time(15)), partial(_hold, telling, story)


def _tasks(telling: Telling, story: TaskStory) -> Iterator[Step]:
    yield telling.at(story.days_ago, time(14, 30)), partial(_ask, telling, story)


def _flag(telling: Telling, at: datetime) -> None:
    telling.plan_id = services.flag_need(
        record=telling.card(at), because=telling.story.because, now=at
    )


def _say(telling: Telling, who: str, at: datetime) -> None:
    herself = who == "person"
    said = Said(
        yes=telling.story.yes,
        speaker=Speaker.PERSON if herself else Speaker.GUARDIAN,
        related_id=None if herself else demo_id("relation", telling.story.person, who),
    )
    services.say(record=telling.card(at), plan_id=telling.the_plan, said=said, now=at)


def _plan_by_law(telling: Telling, at: datetime) -> None:
    telling.plan_id = services.plan_compulsory_care(
        record=telling.card(at),
        plan_id=telling.the_plan,
        because=telling.story.because,
        now=at,
    )


def _sign(telling: Telling, who: str, at: datetime) -> None:
    services.sign(
        record=telling.plan(at, who),
        plan_id=telling.the_plan,
        view=telling.story.views[0],
        now=at,
    )


def _invite(telling: Telling, at: datetime) -> None:
    for key in telling.story.units:
        services.invite_unit(
            record=telling.plan(at),
            plan_id=telling.the_plan,
            unit_id=telling.around.units[key].id,
            now=at,
        )


def _write(telling: Telling, by: str, edits: tuple[Edit, ...], at: datetime) -> None:
    record = telling.plan(at, by)
    head = queries.head_of(record)
    assert head is not None
    services.change(
        record=record,
        plan_id=telling.the_plan,
        read_version=head.version,
        edits=edits,
        now=at,
    )


def _call(telling: Telling, story: MeetingStory, at: datetime) -> None:
    record = telling.plan(at, story.by)
    plan = queries.plan_of(record, at)
    assert plan is not None
    starts_at = telling.at(story.days_ago, time(story.hour))
    if story.days_ago < 0:
        day = day_of(telling.around.now) - timedelta(days=story.days_ago)
        starts_at = moment_at(day, time(story.hour))
    invitation = invitation_of(story, plan, person_header(record), starts_at)
    if story.of_stay:
        invitation = replace(invitation, source=_stay(plan.head.person_id))
    telling.meetings[story.purpose] = services.call_meeting(
        record=record,
        plan_id=telling.the_plan,
        invitation=invitation,
        now=at,
    )


def _stay(person_id: UUID) -> UUID | None:
    """The case of the stay that called to the meeting: the two are one."""
    return (
        DischargeCase.objects.filter(person_id=person_id)
        .order_by("-admitted_at")
        .values_list("pk", flat=True)
        .first()
    )


def _hold(telling: Telling, story: MeetingStory, at: datetime) -> None:
    settle(telling.plan(at, story.by), telling.meetings[story.purpose], story, now=at)


def _ask(telling: Telling, story: TaskStory, at: datetime) -> None:
    units = telling.around.units
    task_id = services.ask(
        record=telling.plan(at, story.by),
        plan_id=telling.the_plan,
        asked=Asked(
            to_unit_id=units[story.to].id,
            text=story.text,
            kind=TaskKind(story.kind),
            meanwhile_unit_id=units[story.meanwhile].id if story.meanwhile else None,
        ),
        now=at,
    )
    if story.answer:
        services.answer(
            record=telling.plan(at, story.answered_by),
            task_id=task_id,
            status=TaskStatus(story.answer),
            reason=story.reason,
            now=at,
        )


def _note(telling: Telling, story: NoteStory, at: datetime) -> None:
    services.write_note(
        record=telling.plan(at, story.by),
        plan_id=telling.the_plan,
        text=story.text,
        now=at,
    )
