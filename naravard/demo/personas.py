"""The invented people one can sign in as in practice mode."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings

from naravard.access.queries import actor_for_assignment, actor_for_person
from naravard.access.rules import Actor, AssignmentNotInForce
from naravard.core import clock
from naravard.demo.building import relation_id
from naravard.demo.ids import demo_id
from naravard.demo.inhabitants import person_id
from naravard.demo.stories import RelationStory, StaffStory, Stories, read_stories
from naravard.demo.stories.reading import FOLDER
from naravard.people.roles import CareUnitKind, Role

STAFF, INHABITANT, DECISION_MAKER = "staff", "inhabitant", "decisionmaker"
# Who does what, as the letters that follow every action.
LETTERS = {
    CareUnitKind.INPATIENT: "S",
    CareUnitKind.OPEN_CARE: "V",
    CareUnitKind.MOBILE_TEAM: "V",
    CareUnitKind.MUNICIPAL_HEALTH_CARE: "K",
    CareUnitKind.SOCIAL_SERVICES: "K",
    CareUnitKind.SHORT_STAY: "K",
    CareUnitKind.SCHOOL_HEALTH: "K",
}
PERSON, EVERYONE = "P", "A"


@dataclass(frozen=True, slots=True, kw_only=True)
class SigninChoice:
    """One persona: who it is, what it comes to do, and what the session is to keep."""

    key: str
    name: str
    role: str
    organisation: str
    unit: str
    caregiver: str
    face: str
    about: str
    actor: Mapping[str, object]


def signin_choices() -> tuple[SigninChoice, ...]:
    """The personas of the built county, by face; none outside practice."""
    if not settings.DEMO:
        return ()
    return next((found for found in map(_choices, _told_counties()) if found), ())


def _told_counties() -> Iterator[Stories]:
    folder = Path(settings.BASE_DIR) / "counties" / FOLDER
    return (_read(path) for path in sorted(folder.glob("*.toml")))


@cache
def _read(path: Path) -> Stories:
    return read_stories(path)


def _choices(stories: Stories) -> tuple[SigninChoice, ...]:
    """Those of one county; empty when it is another that has been built."""
    try:
        staff = [_staff(story) for story in stories.staff if story.about]
    except AssignmentNotInForce:
        return ()
    people = [
        _person(story.key, story.about) for story in stories.people if story.about
    ]
    relatives = [
        _relative(relation, stories) for relation in stories.relations if relation.about
    ]
    faces = {STAFF: 0, INHABITANT: 1, DECISION_MAKER: 2}
    return tuple(
        sorted([*staff, *people, *relatives], key=lambda choice: faces[choice.face])
    )


def _staff(story: StaffStory) -> SigninChoice:
    assignment_id = demo_id("assignment", story.key)
    actor = actor_for_assignment(assignment_id, clock.day_of(clock.now()))
    decides = story.role is Role.DECISION_MAKER
    return SigninChoice(
        key=story.key,
        name=actor.name,
        role=actor.title,
        organisation=actor.organisation_name,
        unit=actor.unit_name,
        caregiver=_letter(actor),
        face=DECISION_MAKER if decides else STAFF,
        about=story.about,
        actor={"kind": "staff", "assignment": str(assignment_id)},
    )


def _letter(actor: Actor) -> str:
    return LETTERS.get(actor.unit_kind, EVERYONE) if actor.unit_kind else EVERYONE


def _person(key: str, about: str) -> SigninChoice:
    actor = actor_for_person(person_id(key))
    return SigninChoice(
        key=key,
        name=actor.name,
        role="invånare",
        organisation="",
        unit="",
        caregiver=PERSON,
        face=INHABITANT,
        about=about,
        actor={"kind": "person", "person": str(person_id(key))},
    )


def _relative(relation: RelationStory, stories: Stories) -> SigninChoice:
    person, other = stories.person(relation.person), stories.person(relation.other)
    return SigninChoice(
        key=f"{relation.other}-{relation.person}",
        name=f"{other.given_name} {other.family_name}",
        role=f"{relation.relation} till {person.given_name}",
        organisation="",
        unit="",
        caregiver=PERSON,
        face=INHABITANT,
        about=relation.about,
        actor={
            "kind": "relative",
            "person": str(person_id(relation.person)),
            "related": str(relation_id(relation)),
        },
    )
