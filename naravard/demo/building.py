"""Builds the invented county by calling the same services as everybody else."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import chain
from random import Random
from uuid import UUID

from django.db import transaction

from naravard.core.clock import day_of
from naravard.demo import reviewing, traces
from naravard.demo.course.admitting import Pool
from naravard.demo.course.staged import staged_cases
from naravard.demo.course.writing import Setting, WrittenCase
from naravard.demo.course.year import Year
from naravard.demo.ids import demo_id
from naravard.demo.inhabitants import (
    Inhabitants,
    person_id,
    told_at_home,
    told_details,
    told_patient,
)
from naravard.demo.memory import nothing_to_collect
from naravard.demo.people import Colleague, Patient, Places, Staff
from naravard.demo.plans import tell_plan
from naravard.demo.plans.parts import Around
from naravard.demo.population.homes import Homes
from naravard.demo.progress import Part, Progress
from naravard.demo.scale import Scale
from naravard.demo.staffing import as_colleague, invented_staff, told_staff
from naravard.demo.stories import RelationStory, Stories
from naravard.demo.talks import tell_talks
from naravard.demo.told import tell
from naravard.demo.visits.building import build_visits
from naravard.discharge.services.agreements import load_payment
from naravard.discharge.services.history import PastCase, record_history
from naravard.disposal.services import load_preservations
from naravard.messages.services import PreparedMessage, send_many
from naravard.mobile.services.terms import load_terms
from naravard.people import services as people
from naravard.people.county import County
from naravard.people.details import Number
from naravard.people.identity import IdentifierSystem
from naravard.people.queries import units_by_key
from naravard.people.roles import Protection, RelatedKind
from naravard.roadmap.document import RoadmapDocument
from naravard.roadmap.services import load_roadmap

KNOWN_FOR = timedelta(days=2 * 365)  # how long relatives have been written down
COMING_OF_AGE = 18  # years
EXPECTED_MORE = 60  # staged and told cases beside those of the year


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to build: which county and stories, from which seed, seen from when."""

    county: County
    stories: Stories
    seed: int
    now: datetime
    scale: Scale
    road: RoadmapDocument | None = None

    @property
    def today(self) -> date:
        """The Swedish day of `now`."""
        return day_of(self.now)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Populated:
    """Who lives here, once they are written."""

    patients: list[Patient]
    placed: dict[Patient, str]
    count: int


def build(plan: Plan, progress: Progress) -> None:
    """The whole county or, when something stops it, nothing of it.

    An empty database is taken for granted.
    """
    with nothing_to_collect(), transaction.atomic():
        _build(plan, progress)


def _build(plan: Plan, progress: Progress) -> None:
    with progress.part("Organisationer och enheter") as part:
        places = _places(plan)
        part.reached(len(places.by_key))
    with progress.part("Medarbetare") as part:
        staff = _staff(plan, places)
        part.reached(len(staff.by_id))
    with progress.part("Invånare") as part:
        populated = _people(plan, places)
        part.reached(populated.count)
    setting = Setting(now=plan.now, places=places, staff=staff)
    total = round(plan.scale.cases_a_day * plan.scale.days) + EXPECTED_MORE
    with progress.part("Utskrivningar", total) as part:
        written = _History(part)
        written.record(_cases(plan, setting, populated), plan.now)
    with progress.part("Meddelanden utanför stegen") as part:
        part.reached(send_many(prepared=written.free))
    with progress.part("Planer") as part:
        part.reached(_plans(plan, setting))
    with progress.part("Önskemål och meddelanden till vården") as part:
        colleagues = _told_colleagues(plan, staff)
        part.reached(tell_talks(plan.stories, colleagues, plan.now))
    with progress.part("Vem har läst") as part:
        ongoing, patients = written.ongoing, populated.patients
        found = reviewing.arrange(ongoing, patients, plan.stories, staff, plan.now)
        part.reached(traces.leave(ongoing, plan.now, found.read))
    with progress.part("Mobila team och hembesök") as part:
        made = build_visits(
            plan.county,
            places,
            staff,
            patients,
            plan.now,
            at_home=told_at_home(plan.stories, plan.county, plan.today),
            whole=plan.scale.full_staff,
        )
        part.reached(made)
    if plan.road:
        with progress.part("Färdplan") as part:
            load_roadmap(document=plan.road, now=plan.now)
            part.reached(len(plan.road.initiatives))


class _History:
    """Stores cases as they are written, and keeps what is done with them after."""

    def __init__(self, part: Part) -> None:
        self._part = part
        self.free: list[PreparedMessage] = []
        self.ongoing: list[PastCase] = []

    def record(self, cases: Iterable[WrittenCase], now: datetime) -> None:
        """Store every case."""
        for stored in record_history(cases=self._noted(cases), now=now):
            self._part.reached(stored)

    def _noted(self, cases: Iterable[WrittenCase]) -> Iterator[PastCase]:
        for case in cases:
            self.free.extend(case.free_messages)
            if traces.is_ongoing(case.past):
                self.ongoing.append(case.past)
            yield case.past


def _places(plan: Plan) -> Places:
    people.load_county(county=plan.county, today=plan.today)
    load_payment(county=plan.county)
    load_preservations(county=plan.county)
    load_terms(county=plan.county)
    keys = [unit.key for unit in plan.county.units_on(plan.today)]
    found = units_by_key(keys)
    by_key = {key: found[key] for key in keys}
    return Places(by_key=by_key, by_id={unit.id: unit for unit in by_key.values()})


def _staff(plan: Plan, places: Places) -> Staff:
    told = (told_staff(s, places.by_key, plan.today) for s in plan.stories.staff)
    invented = invented_staff(
        plan.county,
        places.by_key,
        seed=plan.seed,
        today=plan.today,
        full=plan.scale.full_staff,
    )
    employed = list(chain(told, invented))
    people.import_staff(staff=employed)
    staff = Staff()
    for person in employed:
        staff.add(as_colleague(person))
    return staff


def _people(plan: Plan, places: Places) -> _Populated:
    inhabitants = Inhabitants(
        plan.county, plan.stories, seed=plan.seed, today=plan.today
    )
    random = Random(f"ids {plan.seed}")  # noqa: S311 (not for secrets)
    imported = people.import_people(inhabitants.everybody(), draw=random.randbytes)
    patients = inhabitants.patients(imported.ids)
    placed = inhabitants.placed(patients)
    for patient in patients:
        if patient.lacks_capacity:
            people.note_capacity(person_id=patient.person_id, lacks_capacity=True)
    for patient, code in placed.items():
        people.place_person(person_id=patient.person_id, placed_by=code)
    _register_told(plan, places)
    count = imported.persons + len(plan.stories.people)
    return _Populated(patients=patients, placed=placed, count=count)


def _register_told(plan: Plan, places: Places) -> None:
    """Those written by hand, and how they are related."""
    homes = Homes(plan.county)
    for story in plan.stories.people:
        own = story.number(plan.today)
        number = Number(system=IdentifierSystem.PERSONAL_NUMBER, value=own)
        details = told_details(story, places.by_key[story.unit].id, homes, plan.today)
        people.register_person(
            person=details, numbers=(number,), person_id=person_id(story.key)
        )
        if story.placed_by:
            people.place_person(
                person_id=person_id(story.key), placed_by=story.placed_by
            )
    for relation in plan.stories.relations:
        _relate(relation, plan)


def _relate(relation: RelationStory, plan: Plan) -> None:
    person = plan.stories.person(relation.person)
    other = plan.stories.person(relation.other)
    is_guardian = relation.kind is RelatedKind.GUARDIAN
    born = person.born.day(plan.today)
    of_age = date(born.year + COMING_OF_AGE, born.month, min(born.day, 28))
    people.add_related(
        related_id=relation_id(relation),
        person_id=person_id(person.key),
        other_id=person_id(other.key),
        name=f"{other.given_name} {other.family_name}",
        kind=relation.kind,
        relation=relation.relation,
        valid_from=born if is_guardian else plan.today - KNOWN_FOR,
        valid_to=of_age - timedelta(days=1) if is_guardian else None,
        phone=other.phone if other.protection is Protection.NONE else "",
        may_read=relation.may_read,
    )


def relation_id(relation: RelationStory) -> UUID:
    """The id that a relation of the stories gets."""
    return demo_id("relation", relation.person, relation.other)


def _cases(
    plan: Plan, setting: Setting, populated: _Populated
) -> Iterator[WrittenCase]:
    """Those written by hand first, then the staged, then the year's."""
    pool = Pool(populated.patients, plan.today)
    year = Year(setting, pool, seed=plan.seed)
    yield from _told_cases(plan, setting, year)
    yield from staged_cases(year, pool, tuple(populated.placed), seed=plan.seed)
    yield from year.cases(plan.scale)


def _told_cases(plan: Plan, setting: Setting, year: Year) -> Iterator[WrittenCase]:
    patients = {
        story.key: told_patient(story, plan.today) for story in plan.stories.people
    }
    colleagues = _told_colleagues(plan, setting.staff)
    for stay in plan.stories.told:
        case = tell(stay, patients[stay.person], setting, colleagues)
        if case:
            yield case
    for drawn in plan.stories.drawn:
        case = year.case_in_state(
            drawn.person,
            drawn.state,
            drawn.traits,
            patients[drawn.person],
            setting.places.by_key[drawn.ward],
        )
        if case:
            yield case
    for patient in patients.values():
        year.occupy(patient.person_id)


def _plans(plan: Plan, setting: Setting) -> int:
    colleagues = _told_colleagues(plan, setting.staff)
    for story in plan.stories.plans:
        around = Around(
            person=story.person,
            now=plan.now,
            units=setting.places.by_key,
            staff=colleagues,
        )
        tell_plan(story, around)
    return len(plan.stories.plans)


def _told_colleagues(plan: Plan, staff: Staff) -> dict[str, Colleague]:
    return {
        story.key: staff.by_id[demo_id("assignment", story.key)]
        for story in plan.stories.staff
    }
