"""An invented county of any size, in a database of its own, for measuring on."""

import os
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

from naravard.config import embedded

ROOT = Path(__file__).resolve().parents[1]
COUNTY = ROOT / "tests" / "unit" / "people" / "small_county.toml"
PERSONS_IN_MUNICIPALITY = 500
STAYS_IN_MUNICIPALITY = 100
MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What was built, and whom to ask as."""

    persons: int
    stays: int
    planner: object
    district_nurse: object
    ward_nurse: object
    numbers: tuple[str, ...]
    person_ids: tuple[UUID, ...]
    case_ids: tuple[UUID, ...]
    now: datetime


def set_up(name: str) -> None:
    """Django on an empty database of this name, in the embedded server."""
    os.environ.setdefault("NARAVARD_MODE", "test")
    embedded.ensure_database("postgres-benchmarks")
    address = os.environ["DATABASE_URL"]
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        connection.execute(f'CREATE DATABASE "{name}"')
    os.environ["DATABASE_URL"] = address.replace("@/postgres?", f"@/{name}?")
    os.environ["DJANGO_SETTINGS_MODULE"] = "naravard.config.settings"
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def as_pages() -> None:
    """From here on the database is asked as the pages ask it, under the second lock."""
    from django.db import connection

    from naravard.core.second_lock import PAGES

    connection.close()
    connection.settings_dict["OPTIONS"]["assume_role"] = PAGES


def act_as(actor: object) -> None:
    """What a page does when it has read who is signed in."""
    from naravard.access import services as access

    access.act_as(actor=actor)


def build(
    municipalities: int,
    *,
    seed: int = 1,
    now: datetime = MONDAY,
    staff_a_unit: int = 1,
) -> World:
    """Municipalities of 500 persons and 100 open stays each, with their own units."""
    from django.db import connection

    from naravard.access import queries as access
    from naravard.access.services import make_months
    from naravard.demo.population import generate_population
    from naravard.discharge.models import DischargeCase
    from naravard.discharge.services.history import record_history
    from naravard.people import services as people
    from naravard.people.models import CareUnit, Person, PersonIdentifier

    today = now.date()
    make_months(
        first=today.replace(year=today.year - 1, day=1),
        last=(today.replace(day=1) + timedelta(days=70)).replace(day=1),
    )
    county = _county(municipalities)
    people.load_county(county=county, today=today)
    people.import_people(generate_population(county, seed=seed, today=today))
    units = {unit.key: unit.pk for unit in CareUnit.objects.all()}
    for colleague in range(staff_a_unit):
        staff = _employ(units, today, colleague)
    history = record_history(cases=_stays(county, units, staff, seed, now), now=now)
    stays = max(history)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    cases = DischargeCase.objects.filter(parties__unit_id=units["hemgang-0"])
    shown = list(cases.values_list("pk", "person_id")[:200])
    ids = [person for _case, person in shown]
    numbers = PersonIdentifier.objects.filter(person_id__in=ids)
    return World(
        persons=Person.objects.count(),
        stays=stays,
        planner=access.actor_for_assignment(staff["hemgang-0"], today),
        district_nurse=access.actor_for_assignment(staff["vc-0"], today),
        ward_nurse=access.actor_for_assignment(staff["avd-0"], today),
        numbers=tuple(numbers.values_list("value", flat=True)),
        person_ids=tuple(ids),
        case_ids=tuple(case for case, _person in shown),
        now=now,
    )


def _county(municipalities: int) -> object:
    from naravard.people.county import load_county
    from naravard.people.county.data import UnitKind

    small = load_county(COUNTY)
    first = small.municipalities[0]
    places, units = [], []
    samples = {unit.kind: unit for unit in small.units if unit.valid_to is None}
    for number in range(municipalities):
        code = f"{9000 + number:04d}"
        place = replace(
            first,
            key=f"k{number}",
            code=code,
            name=f"Kommun {number}",
            population=PERSONS_IN_MUNICIPALITY,
        )
        places.append(place)
        for key, kind, organisation in (
            ("avd", UnitKind.INPATIENT, small.region.key),
            ("vc", UnitKind.OPEN_CARE, small.region.key),
            ("hsv", UnitKind.MUNICIPAL_HEALTH_CARE, place.key),
            ("hemgang", UnitKind.SOCIAL_SERVICES, place.key),
        ):
            sample = samples[kind]
            units.append(
                replace(
                    sample,
                    key=f"{key}-{number}",
                    name=f"{sample.name} {number}",
                    organisation=organisation,
                    hsa_id=f"SE2321999999-{key}{number}",
                    municipality=None if key == "avd" else code,
                    listed_people=PERSONS_IN_MUNICIPALITY if key == "vc" else 0,
                )
            )
    return replace(
        small,
        population=PERSONS_IN_MUNICIPALITY * municipalities,
        municipalities=tuple(places),
        units=tuple(units),
        agreements=(),
        nodes=(),
        providers=(),
    )


def _employ(units: dict[str, UUID], today: date, colleague: int) -> dict[str, UUID]:
    """One more at each unit; returns their assignments by unit."""
    from naravard.people import services as people
    from naravard.people.roles import Role

    roles = {
        "avd": Role.WARD_NURSE,
        "vc": Role.DISTRICT_NURSE,
        "hsv": Role.MUNICIPAL_NURSE,
        "hemgang": Role.CARE_PLANNER,
    }
    return {
        key: people.assign(
            professional_id=people.add_professional(
                hsa_id=f"SE2321999999-p{colleague}x{number}",
                given_name="Maja",
                family_name=f"Lind {number}",
                title="Sjuksköterska",
            ),
            unit_id=unit,
            role=roles[key.split("-")[0]],
            valid_from=date(2025, 1, 1),
        )
        for number, (key, unit) in enumerate(units.items())
    }


def _stays(
    county: object,
    units: dict[str, UUID],
    staff: dict[str, UUID],
    seed: int,
    now: datetime,
) -> Iterator[object]:
    from naravard.people.models import Person

    chance = random.Random(seed)
    for number, place in enumerate(county.municipalities):
        listed = Person.objects.filter(registered_in=place.code).order_by("pk")
        for person_id in listed.values_list("pk", flat=True)[:STAYS_IN_MUNICIPALITY]:
            yield _stay(person_id, number, units, staff, chance, now)


def _stay(
    person_id: UUID,
    number: int,
    units: dict[str, UUID],
    staff: dict[str, UUID],
    chance: random.Random,
    now: datetime,
) -> object:
    """A stay at some point on its way home, with a message or two in it."""
    from naravard.discharge.rules.history import Event, EventType, PlanningConsent
    from naravard.discharge.services.history import PastCase, PastEvent
    from naravard.messages.catalogue.general import General
    from naravard.messages.services.importing import PreparedMessage

    ward, centre, nursing, homecoming = (
        units[f"{key}-{number}"] for key in ("avd", "vc", "hsv", "hemgang")
    )
    case_id = UUID(int=chance.getrandbits(128), version=4)
    start = now - timedelta(hours=chance.randrange(20, 200))
    told = tuple(str(unit) for unit in (centre, nursing, homecoming))
    plan = [
        (
            ward,
            Event(
                type=EventType.ADMIT,
                at=start,
                unit=str(ward),
                estimated_discharge=now + timedelta(days=chance.randrange(1, 5)),
            ),
        ),
        (
            ward,
            Event(
                type=EventType.NEED_ASSESSED, at=start + timedelta(hours=1), units=told
            ),
        ),
        (
            ward,
            Event(
                type=EventType.ADMISSION_NOTICE,
                at=start + timedelta(hours=2),
                to=told,
                estimated_discharge=now + timedelta(days=2),
            ),
        ),
        (
            homecoming,
            Event(
                type=EventType.ACKNOWLEDGE, at=start + timedelta(hours=4), by=told[2]
            ),
        ),
        (
            centre,
            Event(
                type=EventType.APPOINT_NAMED_CONTACT,
                at=start + timedelta(hours=6),
                by=told[0],
            ),
        ),
        (
            ward,
            Event(
                type=EventType.CONSENT,
                at=start + timedelta(hours=7),
                planning=PlanningConsent.GIVEN,
            ),
        ),
        (
            nursing,
            Event(
                type=EventType.PLANNING_INPUT, at=start + timedelta(hours=9), by=told[1]
            ),
        ),
        (ward, Event(type=EventType.READY_DECISION, at=start + timedelta(hours=12))),
        (
            ward,
            Event(type=EventType.READY_NOTICE, at=start + timedelta(hours=13), to=told),
        ),
    ]
    steps = plan[: chance.randrange(4, len(plan) + 1)]
    assignments = {
        units[key]: staff[key] for key in units if key.endswith(f"-{number}")
    }
    events = []
    for unit, event in steps:
        message = PreparedMessage(
            message_id=UUID(int=chance.getrandbits(128), version=4),
            code="general",
            thread=case_id,
            person_id=person_id,
            sender_unit_id=unit,
            sender_assignment_id=assignments[unit],
            recipient_unit_ids=tuple(
                u for u in (ward, centre, homecoming) if u != unit
            ),
            ground="G-CONSENT",
            payload=General(subject="Hemgång", text="Går med rollator i korridoren."),
            sent_at=event.at,
            recorded_at=event.at,
        )
        events.append(
            PastEvent(
                event=event,
                unit_id=unit,
                assignment_id=assignments[unit],
                message=message if event.type != EventType.ADMIT else None,
            )
        )
    return PastCase(
        case_id=case_id,
        person_id=person_id,
        reason_for_care="Hjärtsvikt med vätska i benen.",
        named_contact_id=assignments[centre],
        events=tuple(events),
    )
