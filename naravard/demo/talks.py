"""The wishes and talks of the stories, told by the dialogue's own services."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from naravard.access import services as access
from naravard.access.queries import actor_for_assignment, actor_for_person
from naravard.access.rules import Actor, Category, OpenRecord
from naravard.core.clock import day_of
from naravard.demo.ids import demo_id
from naravard.demo.inhabitants import person_id
from naravard.demo.people import Colleague
from naravard.demo.stories import Stories
from naravard.demo.stories.talks import TalkStory, WishesStory
from naravard.demo.told import moment
from naravard.dialogue import services as dialogue
from naravard.dialogue.rules.wishes import Wishes
from naravard.dialogue.services import Written


def tell_talks(
    stories: Stories, colleagues: Mapping[str, Colleague], now: datetime
) -> int:
    """All wishes, and then what has been written; returns how many rows were told."""
    for wishes in stories.wishes:
        _wish(wishes, stories, colleagues, moment(wishes.at, now))
    for talk in stories.talks:
        _talk(talk, colleagues, now)
    return len(stories.wishes) + len(stories.talks)


def _wish(
    story: WishesStory,
    stories: Stories,
    colleagues: Mapping[str, Colleague],
    at: datetime,
) -> None:
    person = stories.person(story.person)
    dialogue.tell_wishes(
        record=_record(story, colleagues, at),
        wishes=Wishes(
            language=person.language,
            interpreter=person.interpreter,
            interpreter_about=story.interpreter_about,
            easy_to_read=story.easy_to_read,
            channel=story.channel,
            place=story.place,
            place_about=story.place_about,
        ),
        now=at,
    )


def _record(
    story: WishesStory, colleagues: Mapping[str, Colleague], at: datetime
) -> OpenRecord:
    """As the person opens her own, or whoever in staff writes down what she says."""
    if not story.by:
        herself = actor_for_person(person_id(story.person))
        return dialogue.open_own_details(actor=herself, now=at).record
    return access.open_record(
        actor=_at_work(colleagues[story.by], at),
        person_id=person_id(story.person),
        now=at,
        category=Category.PERSON_CARD,
    )


def _talk(story: TalkStory, colleagues: Mapping[str, Colleague], now: datetime) -> None:
    herself = actor_for_person(person_id(story.person))
    talk_id = dialogue.write_to_care(
        actor=herself, written=_written(story, 0), now=moment(story.lines[0].at, now)
    )
    for place, line in enumerate(story.lines[1:], start=1):
        written, at = _written(story, place), moment(line.at, now)
        if line.by:
            _answer(story, talk_id, written, _at_work(colleagues[line.by], at), at)
        else:
            dialogue.write_more(actor=herself, talk_id=talk_id, written=written, now=at)


def _answer(
    story: TalkStory, talk_id: UUID, written: Written, actor: Actor, at: datetime
) -> None:
    opened = dialogue.open_talk(
        actor=actor, person_id=person_id(story.person), talk_id=talk_id, now=at
    )
    dialogue.answer(record=opened.record, talk_id=talk_id, written=written, now=at)


def _written(story: TalkStory, place: int) -> Written:
    return Written(
        text=story.lines[place].text,
        subject="" if place else story.subject,
        request_id=demo_id("talk", story.person, story.subject, place),
    )


def _at_work(colleague: Colleague, at: datetime) -> Actor:
    return actor_for_assignment(colleague.assignment_id, day_of(at))
