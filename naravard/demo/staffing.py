"""Who works at each unit: invented names, in numbers that could be."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from random import Random

from naravard.demo.ids import demo_id
from naravard.demo.people import Colleague
from naravard.demo.population.households import Member
from naravard.demo.population.naming import NameGiver, name_givers
from naravard.demo.population.weighted import draw
from naravard.demo.stories import StaffStory
from naravard.people.county import County, UnitData, UnitKind
from naravard.people.queries import UnitRow
from naravard.people.roles import Role
from naravard.people.services import ImportedProfessional

FEW = 2  # in each role, when there is no time for more
WOMEN_AMONG_STAFF = 0.82
YOUNGEST, OLDEST = 24, 66
SINCE_YEARS = 2
PHONES = tuple(f"070-174 06 {last:02}" for last in range(5, 100))


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A role at a unit: its title, a fixed number and how many more by size."""

    role: Role
    title: str
    at_least: int = 1
    per: float = 0.0
    of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InventedName:
    """What somebody in staff is called, and their number."""

    given: str
    family: str
    phone: str


# `of` names what the size is counted in: beds, listed people, or inhabitants aged
# 65 and over in the unit's municipality, shared among its units of the kind.
POSTS: Mapping[UnitKind, tuple[Post, ...]] = {
    UnitKind.INPATIENT: (
        Post(role=Role.HEAD_OF_UNIT, title="vårdenhetschef"),
        Post(role=Role.PHYSICIAN, title="läkare", at_least=2, per=1 / 5, of="beds"),
        Post(
            role=Role.WARD_NURSE, title="sjuksköterska", at_least=4, per=0.9, of="beds"
        ),
        Post(role=Role.COORDINATOR, title="utskrivningskoordinator"),
        Post(role=Role.THERAPIST, title="arbetsterapeut", per=1 / 12, of="beds"),
    ),
    UnitKind.OPEN_CARE: (
        Post(role=Role.HEAD_OF_UNIT, title="verksamhetschef"),
        Post(
            role=Role.PHYSICIAN, title="läkare", at_least=2, per=1 / 1700, of="listed"
        ),
        Post(
            role=Role.DISTRICT_NURSE,
            title="distriktssköterska",
            at_least=3,
            per=1 / 1500,
            of="listed",
        ),
        Post(role=Role.COORDINATOR, title="vårdsamordnare"),
        Post(role=Role.THERAPIST, title="fysioterapeut", per=1 / 5000, of="listed"),
    ),
    UnitKind.MUNICIPAL_HEALTH_CARE: (
        Post(role=Role.HEAD_OF_UNIT, title="enhetschef"),
        Post(
            role=Role.MUNICIPAL_NURSE,
            title="sjuksköterska",
            at_least=4,
            per=1 / 190,
            of="old",
        ),
        Post(role=Role.THERAPIST, title="arbetsterapeut", per=1 / 700, of="old"),
    ),
    UnitKind.SOCIAL_SERVICES: (
        Post(role=Role.HEAD_OF_UNIT, title="enhetschef"),
        Post(
            role=Role.CARE_PLANNER,
            title="biståndshandläggare",
            at_least=2,
            per=1 / 800,
            of="old",
        ),
        Post(role=Role.COORDINATOR, title="samordnare", per=1 / 9000, of="old"),
        Post(
            role=Role.HOME_CARE,
            title="undersköterska",
            at_least=4,
            per=1 / 20,
            of="old",
        ),
    ),
    UnitKind.MOBILE_TEAM: (
        Post(role=Role.PHYSICIAN, title="läkare", at_least=2),
        Post(role=Role.DISTRICT_NURSE, title="sjuksköterska", at_least=6),
        Post(role=Role.THERAPIST, title="fysioterapeut"),
        Post(role=Role.HEAD_OF_UNIT, title="enhetschef"),
        Post(role=Role.COORDINATOR, title="samordnare"),
    ),
    UnitKind.SHORT_STAY: (
        Post(role=Role.HEAD_OF_UNIT, title="enhetschef"),
        Post(role=Role.HOME_CARE, title="undersköterska", per=0.9, of="beds"),
    ),
    UnitKind.SCHOOL_HEALTH: (
        Post(role=Role.SCHOOL_NURSE, title="skolsköterska", at_least=2),
        Post(role=Role.SOCIAL_WORKER, title="kurator", at_least=2),
    ),
    UnitKind.CHILD_AND_FAMILY: (
        Post(role=Role.HEAD_OF_UNIT, title="enhetschef"),
        Post(role=Role.SOCIAL_WORKER, title="socialsekreterare", at_least=3),
    ),
    UnitKind.OTHER: (
        Post(role=Role.COORDINATOR, title="samordnare", at_least=3),
        Post(role=Role.LOG_REVIEWER, title="logggranskare"),
    ),
}


def invented_staff(
    county: County, units: Mapping[str, UnitRow], *, seed: int, today: date, full: bool
) -> Iterator[ImportedProfessional]:
    """Everybody who works at the units that exist today."""
    random = Random(f"staff {seed}")  # noqa: S311 (not for secrets)
    givers = name_givers()
    hired = date(today.year - SINCE_YEARS, 1, 1)
    for unit in county.units_on(today):
        number = 0
        for post in POSTS.get(unit.kind, ()):
            for _ in range(_how_many(post, unit, county, full=full)):
                number += 1
                name = _name(givers, random, today)
                yield _employed(units[unit.key], post, number, name, hired)


def told_staff(
    story: StaffStory, units: Mapping[str, UnitRow], today: date
) -> ImportedProfessional:
    """Somebody in staff written by hand."""
    unit = units[story.unit]
    return ImportedProfessional(
        professional_id=demo_id("professional", story.key),
        assignment_id=demo_id("assignment", story.key),
        hsa_id=_hsa_id(unit, f"T{story.key.replace('-', '').upper()}"[:18]),
        given_name=story.given_name,
        family_name=story.family_name,
        title=story.title,
        phone=story.phone,
        unit_id=unit.id,
        role=story.role,
        valid_from=date(today.year - SINCE_YEARS, 1, 1),
        may_open_protected=story.may_open_protected,
    )


def as_colleague(person: ImportedProfessional) -> Colleague:
    """The same person as those who write cases know them."""
    return Colleague(
        professional_id=person.professional_id,
        assignment_id=person.assignment_id,
        unit_id=person.unit_id,
        name=f"{person.given_name} {person.family_name}",
        title=person.title,
        role=person.role,
        phone=person.phone,
    )


def _how_many(post: Post, unit: UnitData, county: County, *, full: bool) -> int:
    size = {
        "": 0.0,
        "beds": unit.beds,
        "listed": unit.listed_people,
        "old": _old_people(unit, county),
    }[post.of]
    count = post.at_least + math.floor(size * post.per)
    return count if full else min(count, FEW)


def _old_people(unit: UnitData, county: County) -> float:
    if unit.municipality is None:
        return 0
    row = county.municipality(unit.municipality)
    alike = [
        other
        for other in county.units
        if other.kind is unit.kind and other.municipality == unit.municipality
    ]
    return row.population * row.share_65_and_over / len(alike)


def _name(givers: tuple[NameGiver, ...], random: Random, today: date) -> InventedName:
    names = draw(givers, random)
    age = random.randint(YOUNGEST, OLDEST)
    member = Member(woman=random.random() < WOMEN_AMONG_STAFF, age=age)
    return InventedName(
        given=names.given_name(member, today.year - age, random),
        family=draw(names.surnames, random),
        phone=draw(PHONES, random),
    )


def _employed(
    unit: UnitRow, post: Post, number: int, name: InventedName, hired: date
) -> ImportedProfessional:
    return ImportedProfessional(
        professional_id=demo_id("professional", unit.key, number),
        assignment_id=demo_id("assignment", unit.key, number),
        hsa_id=_hsa_id(unit, f"P{demo_id('hsa', unit.key, number).hex[:12].upper()}"),
        given_name=name.given,
        family_name=name.family,
        title=post.title,
        phone=name.phone,
        unit_id=unit.id,
        role=post.role,
        valid_from=hired,
    )


def _hsa_id(unit: UnitRow, suffix: str) -> str:
    """The organisation's prefix, which fails its check digit, and our own letters."""
    return f"{unit.hsa_id.partition('-')[0]}-{suffix}"
