"""Reads a file of stories; what is wrong in it is told with file and key."""

from dataclasses import replace
from pathlib import Path

from naravard.demo.course.timeline import Ending, Need, Traits
from naravard.demo.stories.data import (
    NO_STORIES,
    Born,
    DrawnStay,
    PersonStory,
    RelationStory,
    StaffStory,
    Step,
    Stories,
    ToldStay,
)
from naravard.demo.stories.plans import plans_beside
from naravard.demo.stories.talks import talk_story, wishes_story
from naravard.people.county.reading import Table, read_file
from naravard.people.identity.numbers_for_tests import TEST_BIRTH_NUMBERS
from naravard.people.roles import Protection, RelatedKind, Role

FOLDER = "stories"


def stories_beside(county_file: Path) -> Stories:
    """The stories that belong to a county's file; none when nobody has written any."""
    path = county_file.parent / FOLDER / county_file.name
    stories = read_stories(path) if path.exists() else NO_STORIES
    return replace(stories, plans=plans_beside(county_file))


def read_stories(path: Path) -> Stories:
    """The stories of a file. Raises CountyFileNotValid."""
    file = read_file(path)
    stories = Stories(
        staff=tuple(_staff(row) for row in _rows(file, "staff")),
        people=tuple(_person(row) for row in _rows(file, "people")),
        relations=tuple(_relation(row) for row in _rows(file, "relations")),
        drawn=tuple(_drawn(row) for row in _rows(file, "stays")),
        told=tuple(_told(row) for row in _rows(file, "told_stays")),
        wishes=tuple(wishes_story(row) for row in _rows(file, "wishes")),
        talks=tuple(talk_story(row) for row in _rows(file, "talks")),
    )
    file.close()
    return stories


def _rows(table: Table, key: str) -> tuple[Table, ...]:
    return table.tables(key) if table.has(key) else ()


def _text(table: Table, key: str) -> str:
    return table.text_or_none(key) or ""


def _flag(table: Table, key: str) -> bool:
    return table.value_or(key, False)


def _maybe(table: Table, key: str) -> bool | None:
    return table.flag(key) if table.has(key) else None


def _staff(table: Table) -> StaffStory:
    story = StaffStory(
        key=table.text("key"),
        given_name=table.text("given_name"),
        family_name=table.text("family_name"),
        title=table.text("title"),
        role=table.one_of("role", Role),
        unit=table.text("unit"),
        phone=_text(table, "phone"),
        about=_text(table, "about"),
        may_open_protected=_flag(table, "may_open_protected"),
    )
    table.close()
    return story


def _person(table: Table) -> PersonStory:
    story = PersonStory(
        key=table.text("key"),
        given_name=table.text("given_name"),
        family_name=table.text("family_name"),
        born=_born(table),
        birth_number=_birth_number(table),
        municipality=table.text("municipality"),
        unit=table.text("unit"),
        street=_text(table, "street"),
        postal_code=_text(table, "postal_code"),
        town=_text(table, "town"),
        phone=_text(table, "phone"),
        language=_text(table, "language") or "sv",
        interpreter=_flag(table, "interpreter"),
        protection=table.one_of("protection", Protection, default=Protection.NONE),
        lacks_capacity=_flag(table, "lacks_capacity"),
        placed_by=_text(table, "placed_by"),
        about=_text(table, "about"),
    )
    table.close()
    return story


def _born(table: Table) -> Born:
    if table.has("born"):
        return Born(on=table.day("born"))
    return Born(turns=table.whole("turns", lowest=1), in_days=table.whole("in_days"))


def _birth_number(table: Table) -> str:
    number = table.text("birth_number")
    if not number.isdecimal() or int(number) not in TEST_BIRTH_NUMBERS:
        raise table.fail("birth_number", "ska vara ett testnummer, 980–999")
    return number


def _relation(table: Table) -> RelationStory:
    story = RelationStory(
        person=table.text("person"),
        other=table.text("other"),
        kind=table.one_of("kind", RelatedKind),
        relation=table.text("relation"),
        may_read=_flag(table, "may_read"),
        about=_text(table, "about"),
    )
    table.close()
    return story


def _drawn(table: Table) -> DrawnStay:
    stay = DrawnStay(
        person=table.text("person"),
        ward=table.text("ward"),
        state=table.text("state"),
        traits=Traits(
            compulsory=_flag(table, "compulsory"),
            psychiatric=_flag(table, "psychiatric"),
            need=table.one_of("need", Need) if table.has("need") else None,
            declines=_maybe(table, "declines"),
            late_notice=_maybe(table, "late_notice"),
            withdrawn=_maybe(table, "withdrawn"),
            blocked=_maybe(table, "blocked"),
            waits=_maybe(table, "waits"),
            ending=Ending.HOME,
        ),
    )
    table.close()
    return stay


def _told(table: Table) -> ToldStay:
    stay = ToldStay(
        person=table.text("person"),
        ward=table.text("ward"),
        reason=table.text("reason"),
        units=table.texts("units"),
        home_in_days=table.whole("home_in_days"),
        steps=tuple(_step(row) for row in table.tables("steps")),
    )
    table.close()
    return stay


def _step(table: Table) -> Step:
    says = table.table("says") if table.has("says") else None
    step = Step(
        what=table.text("what"),
        at=table.text("at"),
        by=table.text("by"),
        says={key: says.text(key) for key in sorted(says.keys())} if says else {},
    )
    if says:
        says.close()
    table.close()
    return step
