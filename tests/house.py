"""A small county with people at work in it, shared by integration tests."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from naravard.access import queries as access
from naravard.access.rules import Actor
from naravard.core.clock import SWEDISH_TIME
from naravard.people import services as people
from naravard.people.county import load_county
from naravard.people.details import Number, PersonDetails
from naravard.people.identity import IdentifierSystem
from naravard.people.models import CareUnit
from naravard.people.roles import Protection, Role

COUNTY = Path(__file__).parent / "unit" / "people" / "small_county.toml"
TODAY = date(2026, 3, 2)  # a Monday
BEFORE = date(2025, 1, 1)


def at(text: str) -> datetime:
    """A moment by the Swedish wall clock: «2026-03-02 09:00»."""
    return datetime.fromisoformat(text).replace(tzinfo=SWEDISH_TIME).astimezone(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """Units and staff of the small county."""

    ward: UUID
    other_ward: UUID
    health_centre: UUID
    home_nursing: UUID
    homecoming: UUID
    ward_nurse: Actor
    physician: Actor
    psychiatrist: Actor
    head_of_centre: Actor
    district_nurse: Actor
    district_nurse_assignment: UUID
    care_planner: Actor
    municipal_nurse: Actor
    stranger: Actor


def build_house() -> House:
    """Load the small county and employ people; needs the database."""
    people.load_county(county=load_county(COUNTY), today=TODAY)
    units = {unit.key: unit.pk for unit in CareUnit.objects.all()}
    nurse = employ("Ali", "Rahimi", "Sjuksköterska", units["medicin"], Role.WARD_NURSE)
    doctor = employ("Ingrid", "Nilsson", "Läkare", units["medicin"], Role.PHYSICIAN)
    psychiatrist = employ("Bo", "Ek", "Överläkare", units["psykiatri"], Role.PHYSICIAN)
    head = employ(
        "Lena", "Berg", "Verksamhetschef", units["vc-lillby"], Role.HEAD_OF_UNIT
    )
    district = employ(
        "Sara", "Blom", "Distriktssköterska", units["vc-lillby"], Role.DISTRICT_NURSE
    )
    planner = employ(
        "Maja", "Lindström", "Samordnare", units["lillby-hemgang"], Role.CARE_PLANNER
    )
    home = employ(
        "Jonas", "Ek", "Sjuksköterska", units["lillby-hsv"], Role.MUNICIPAL_NURSE
    )
    stranger = employ(
        "Tove", "Alm", "Samordnare", units["storby-hemgang"], Role.CARE_PLANNER
    )
    return House(
        ward=units["medicin"],
        other_ward=units["psykiatri"],
        health_centre=units["vc-lillby"],
        home_nursing=units["lillby-hsv"],
        homecoming=units["lillby-hemgang"],
        ward_nurse=actor(nurse),
        physician=actor(doctor),
        psychiatrist=actor(psychiatrist),
        head_of_centre=actor(head),
        district_nurse=actor(district),
        district_nurse_assignment=district,
        care_planner=actor(planner),
        municipal_nurse=actor(home),
        stranger=actor(stranger),
    )


def employ(given: str, family: str, title: str, unit_id: UUID, role: Role) -> UUID:
    """Somebody with an assignment; returns the assignment's id."""
    digest = sha256(f"{given} {family} {title}".encode()).hexdigest()[:10]
    professional = people.add_professional(
        hsa_id=f"SE2321999999-{digest}",
        given_name=given,
        family_name=family,
        title=title,
        phone="070-174 06 12",
    )
    return people.assign(
        professional_id=professional, unit_id=unit_id, role=role, valid_from=BEFORE
    )


def actor(assignment_id: UUID) -> Actor:
    """Who acts under an assignment."""
    return access.actor_for_assignment(assignment_id, TODAY)


def register(
    given: str,
    family: str,
    number: str,
    *,
    municipality: str = "9902",
    listed_unit_id: UUID | None = None,
    protection: Protection = Protection.NONE,
    lacks_capacity: bool = False,
    home: tuple[float | None, float | None] = (None, None),
) -> UUID:
    """An invented person with a test number."""
    return people.register_person(
        person=PersonDetails(
            given_name=given,
            family_name=family,
            birth_date=date(int(number[:4]), int(number[4:6]), int(number[6:8])),
            registered_in=municipality,
            street="Stationsvägen 4",
            postal_code="999 30",
            town="Lillby",
            latitude=home[0],
            longitude=home[1],
            listed_unit_id=listed_unit_id,
            protection=protection,
            lacks_capacity=lacks_capacity,
        ),
        numbers=(Number(system=IdentifierSystem.PERSONAL_NUMBER, value=number),),
    )
