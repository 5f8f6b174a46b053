"""A year of coordinated discharges, day by day, up to now."""

from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from math import exp
from random import Random
from typing import NamedTuple
from uuid import UUID

from naravard.core.clock import day_of
from naravard.demo.course import parameters
from naravard.demo.course.admitting import Pool, Wards
from naravard.demo.course.stay import Admission, write_stay
from naravard.demo.course.timeline import Ending, Timeline, Traits, draw_timeline
from naravard.demo.course.times import ONE_DAY
from naravard.demo.course.writing import Setting, WrittenCase
from naravard.demo.ids import demo_id
from naravard.demo.people import Patient
from naravard.demo.scale import Scale
from naravard.people.queries import UnitRow

BEFORE_THE_YEAR = 12 * ONE_DAY  # so that the year begins with people in hospital
A_MONTH = timedelta(days=30)
NEVER = datetime.max.replace(tzinfo=UTC)
REMEMBERED = 400  # who have lately gone home
ATTEMPTS = 20
LONGEST_UNRECEIVED = timedelta(hours=20)


class _Stay(NamedTuple):
    """Who lies where, and how it goes."""

    patient: Patient
    ward: UnitRow
    timeline: Timeline
    traits: Traits


class Year:
    """Admits people one after another, nobody twice at the same time."""

    def __init__(self, setting: Setting, pool: Pool, *, seed: int) -> None:
        """Begin with everybody at home."""
        self._setting = setting
        self._pool = pool
        self._wards = Wards(setting.places)
        self._seed = seed
        self._home_from: dict[UUID, datetime] = {}
        self._lately_home: deque[tuple[datetime, Patient]] = deque(maxlen=REMEMBERED)

    def occupy(self, person_id: UUID) -> None:
        """Keep somebody out of it, such as the people written by hand."""
        self._home_from[person_id] = NEVER

    def has_been_home(self, patient: Patient) -> bool:
        """Whether somebody has not been in hospital at all so far."""
        return patient.person_id not in self._home_from

    def cases(self, scale: Scale) -> Iterator[WrittenCase]:
        """All cases of the days, as they stand now."""
        today = day_of(self._setting.now)
        random = Random(f"year {self._seed}")  # noqa: S311 (not for secrets)
        day = today - scale.days * ONE_DAY - BEFORE_THE_YEAR
        while day <= today:
            expected = scale.cases_a_day * parameters.admissions_on(day)
            for number in range(_poisson(expected, random)):
                case = self._case(day, demo_id("case", self._seed, day, number))
                if case:
                    yield case
            day += ONE_DAY

    def case_in_state(
        self,
        name: str,
        state: str,
        traits: Traits,
        patient: Patient | None = None,
        ward: UnitRow | None = None,
    ) -> WrittenCase | None:
        """A case that is in the state now; None when chance never leads there."""
        case_id = demo_id("case", self._seed, name)
        random = Random(str(case_id))  # noqa: S311
        now = self._setting.now
        for _ in range(ATTEMPTS * ATTEMPTS * 5):
            admitted_on = day_of(now) - random.randint(0, 30) * ONE_DAY
            timeline = draw_timeline(random, admitted_on, traits)
            if timeline.state_at(now) == state and _fits(timeline, traits, now):
                who = patient or self._somebody(timeline, traits, random)
                if who:
                    ward = ward or self._ward(who, timeline, traits, random)
                    stay = _Stay(who, ward, timeline, traits)
                    return self._written(case_id, stay, random)
        return None

    def _case(self, day: date, case_id: UUID) -> WrittenCase | None:
        random = Random(str(case_id))  # noqa: S311
        traits = _drawn_traits(random)
        timeline = draw_timeline(random, day, traits)
        patient = self._somebody(timeline, traits, random)
        if patient is None:
            return None
        ward = self._ward(patient, timeline, traits, random)
        stay = _Stay(patient, ward, timeline, traits)
        return self._written(case_id, stay, random)

    def _written(
        self, case_id: UUID, stay: _Stay, random: Random
    ) -> WrittenCase | None:
        self._note_home(stay.patient, stay.timeline)
        admission = Admission(
            case_id=case_id,
            patient=stay.patient,
            ward=stay.ward,
            timeline=stay.timeline,
            traits=replace(stay.traits, psychiatric=stay.ward.psychiatric),
        )
        return write_stay(admission, self._setting, random)

    def _ward(
        self, patient: Patient, timeline: Timeline, traits: Traits, random: Random
    ) -> UnitRow:
        minor = patient.is_minor_on(day_of(timeline.admitted_at))
        return self._wards.draw(
            patient, psychiatric=traits.psychiatric, minor=minor, random=random
        )

    def _somebody(
        self, timeline: Timeline, traits: Traits, random: Random
    ) -> Patient | None:
        """Somebody at home when the stay begins; often one who just came home."""
        for _ in range(ATTEMPTS):
            patient = self._candidate(timeline, traits, random)
            home_from = self._home_from.get(patient.person_id)
            if home_from is None or home_from < timeline.admitted_at:
                return patient
        return None

    def _candidate(self, timeline: Timeline, traits: Traits, random: Random) -> Patient:
        if traits.psychiatric:
            return self._pool.any_adult(random)
        if random.random() < parameters.CHILD:
            return self._pool.child(random)
        lately = [
            patient
            for left_at, patient in self._lately_home
            if timedelta() < timeline.admitted_at - left_at < A_MONTH
        ]
        if lately and random.random() < parameters.BACK_WITHIN_A_MONTH:
            return random.choice(lately)
        return self._pool.adult(random)

    def _note_home(self, patient: Patient, timeline: Timeline) -> None:
        if timeline.ending is Ending.DECEASED:
            self._home_from[patient.person_id] = NEVER
            return
        home_at = timeline.ended_at or timeline.left_at
        self._home_from[patient.person_id] = home_at
        self._lately_home.append((home_at, patient))


def _drawn_traits(random: Random) -> Traits:
    psychiatric = random.random() < parameters.PSYCHIATRIC
    share = parameters.TOWARDS_OPEN_COMPULSORY_CARE
    return Traits(
        psychiatric=psychiatric, compulsory=psychiatric and random.random() < share
    )


def _fits(timeline: Timeline, traits: Traits, now: datetime) -> bool:
    """Whether what was asked for shows now, not only later."""
    if traits.unreceived:
        return now - timeline.told_at < LONGEST_UNRECEIVED
    if traits.withdrawn:
        withdrawn_at = timeline.ready[0].withdrawn_at
        return withdrawn_at is not None and withdrawn_at <= now
    if traits.blocked:
        waited = now - timeline.ready[-1].notified_at
        return waited > timedelta(hours=12) and timeline.left_at - now > ONE_DAY
    if traits.ending is Ending.DECEASED and timeline.ended_at:
        return now - timeline.ended_at < 3 * ONE_DAY
    return True


def _poisson(expected: float, random: Random) -> int:
    """How many come in a day when so many are expected (Knuth's method)."""
    limit, product, count = exp(-expected), random.random(), 0
    while product > limit:
        product *= random.random()
        count += 1
    return count
