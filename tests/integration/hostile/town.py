"""A small town where every role meets every kind of person, to be let in or not."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.test import Client

from naravard.access import queries as access
from naravard.access import services as access_services
from naravard.access.rules import Actor, BlockKind
from naravard.discharge import services
from naravard.discharge.services import Admission
from naravard.messages.catalogue.general import General
from naravard.messages.catalogue.process_ended import ProcessEnded, WhyEnded
from naravard.messages.models import Message
from naravard.people import services as people
from naravard.people.details import Number, PersonDetails
from naravard.people.identity import IdentifierSystem
from naravard.people.identity.check_digit import check_digit_for
from naravard.people.models import CareUnit
from naravard.people.roles import Protection, RelatedKind, Role
from naravard.web import actor as sessions
from tests.house import BEFORE, TODAY, House, at, build_house, employ
from tests.integration.discharge.steps import on
from tests.integration.hostile import rooms
from tests.integration.hostile.rooms import OnTheRoad, Planned, Teams, Visited

NOW = at("2026-03-04 09:00")
ROLES = tuple(role for role in Role if role is not Role.SYSTEM)


@dataclass(frozen=True, slots=True, kw_only=True)
class Citizen:
    """Somebody in the town: her case if she has one, and words only she is told by."""

    id: UUID
    secrets: tuple[str, ...]
    case: UUID | None = None
    message: UUID | None = None
    told: frozenset[UUID] = frozenset()
    planned: Planned | None = None
    visited: Visited | None = None
    concern: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Somebody who asks: as the rules know them, and as the session keeps them."""

    actor: Actor
    kept: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """Everybody, by name."""

    citizens: dict[str, Citizen]
    visitors: dict[str, Visitor]
    house: House
    teams: Teams
    road: OnTheRoad


def build_town() -> Town:
    """A house, every role at every unit, and ten people as unlike as can be."""
    access_services.make_months(first=date(2025, 6, 1), last=date(2026, 4, 1))
    house = build_house()
    rooms.open_more_units()
    teams = rooms.set_up_teams()
    citizens = {
        name: _in_newer_rooms(name, citizen, house, teams)
        for name, citizen in _citizens(house)
    }
    visitors = dict(_staff()) | dict(_inhabitants(citizens))
    return Town(
        citizens=citizens,
        visitors=visitors,
        house=house,
        teams=teams,
        road=rooms.lay_road(),
    )


def _in_newer_rooms(name: str, citizen: Citizen, house: House, teams: Teams) -> Citizen:
    """A plan shared, taken back or only begun; visits asked for and made; worry."""
    match name:
        case "cared for":
            return replace(
                citizen,
                planned=rooms.make_plan(house, citizen.id),
                visited=rooms.visit(house, teams, citizen.id),
            )
        case "blocked":
            return replace(citizen, planned=rooms.take_back(house, citizen.id))
        case "without capacity":
            return replace(citizen, visited=rooms.ask_team(house, teams, citizen.id))
        case "child of ten":
            return replace(
                citizen,
                planned=rooms.flag(house, citizen.id),
                concern=rooms.worry(house, citizen.id),
            )
        case _:
            return citizen


def client_of(visitor: Visitor, **headers: str) -> Client:
    """A browser that the visitor is signed in with."""
    client = Client(raise_request_exception=False, **headers)
    session = client.session
    session["actor"] = visitor.kept
    session["shown"] = {
        "name": "Mika",
        "role": "",
        "organisation": "",
        "unit": "",
        "caregiver": "P",
        "face": "staff" if visitor.actor.assignment_id else "inhabitant",
    }
    session.save()
    return client


def _citizens(house: House) -> Iterator[tuple[str, Citizen]]:
    near = (house.health_centre, house.home_nursing, house.homecoming)
    units = {unit.key: unit.pk for unit in CareUnit.objects.all()}
    away = tuple(units[key] for key in ("vc-bjork", "storby-hsv", "storby-hemgang"))
    doctor = house.physician
    elsewhere = house.psychiatrist

    yield "cared for", _in_hospital(_person("Kvarnlund"), house.ward, doctor, near)
    yield (
        "of another municipality",
        _in_hospital(
            _person("Strömbäck", municipality="9901"),
            house.other_ward,
            elsewhere,
            away,
        ),
    )
    yield (
        "protected",
        _in_hospital(
            _person("Ödesjö", protection=Protection.CONFIDENTIALITY_MARK),
            house.ward,
            _with_permission(doctor),
            near,
        ),
    )
    blocked = _in_hospital(_person("Spärrman"), house.ward, doctor, near)
    _block(blocked, house)
    yield "blocked", blocked
    yield (
        "without capacity",
        _in_hospital(
            _person("Glömsten", lacks_capacity=True), house.ward, doctor, near
        ),
    )
    yield (
        "child of ten",
        _in_hospital(_person("Lillvik", born="20160101"), house.ward, doctor, near),
    )
    yield "child of fourteen", _person("Tonskog", born="20120101")
    gone = _in_hospital(_person("Förrgård"), house.ward, doctor, near, "2025-06-02")
    _end(gone, doctor, WhyEnded.NEED_CEASED, "2025-06-04 09:00")
    yield "home since long", gone
    dead = _in_hospital(_person("Vilorum"), house.ward, doctor, near)
    _end(dead, doctor, WhyEnded.DECEASED, "2026-03-03 09:00")
    yield "deceased", dead
    yield (
        "listed only",
        _person("Listerud", listed=units["vc-bjork"], municipality="9901"),
    )


def _person(
    family: str,
    *,
    born: str = "19430214",
    municipality: str = "9902",
    listed: UUID | None = None,
    protection: Protection = Protection.NONE,
    lacks_capacity: bool = False,
) -> Citizen:
    number = _number(born, family)
    person = people.register_person(
        person=PersonDetails(
            given_name="Kim",
            family_name=family,
            birth_date=date.fromisoformat(born),
            registered_in=municipality,
            street=f"{family}s väg 4",
            postal_code="999 30",
            town="Lillby",
            listed_unit_id=listed,
            protection=protection,
            lacks_capacity=lacks_capacity,
        ),
        numbers=(Number(system=IdentifierSystem.PERSONAL_NUMBER, value=number),),
    )
    return Citizen(id=person, secrets=(family, number[2:], number[8:]))


_TAKEN: dict[str, str] = {}


def _number(born: str, family: str) -> str:
    """A test number of that day that nobody else in the town has."""
    taken = [each for who, each in _TAKEN.items() if who != family]
    free = (
        number
        for serial in range(980, 1000)
        if (number := f"{born}{serial}{check_digit_for(f'{born[2:]}{serial}')}")
        not in taken
    )
    return _TAKEN.setdefault(family, next(free))


def _in_hospital(
    citizen: Citizen,
    ward: UUID,
    doctor: Actor,
    told: tuple[UUID, ...],
    day: str = "2026-03-02",
) -> Citizen:
    """Admitted by a physician, who assesses, notifies and writes to all the others."""
    case = services.admit(
        actor=doctor,
        admission=Admission(
            person_id=citizen.id,
            ward_id=ward,
            reason_for_care=f"Hemligheten om {citizen.secrets[0]}",
            estimated_at=at("2026-03-06 13:00"),
        ),
        when=on(f"{day} 09:00"),
    )
    services.assess_need(
        actor=doctor, case_id=case, unit_ids=told, when=on(f"{day} 10:00")
    )
    services.send_admission_notice(
        actor=doctor, case_id=case, estimated_at=None, when=on(f"{day} 11:00")
    )
    services.write(
        actor=doctor,
        case_id=case,
        payload=General(subject="Läget", text=f"Hemligheten om {citizen.secrets[0]}"),
        when=on(f"{day} 12:00"),
        envelope=services.Envelope(harm_test="Hon är trygg med att vi talas vid."),
    )
    written = Message.objects.get(thread=case, code="general")
    return replace(
        citizen, case=case, message=written.pk, told=frozenset({ward, *told})
    )


def _with_permission(actor: Actor) -> Actor:
    return replace(actor, may_open_protected=True)


def _block(citizen: Citizen, house: House) -> None:
    record = access_services.open_record(
        actor=house.physician, person_id=citizen.id, now=NOW
    )
    organisation = house.physician.organisation_id
    assert organisation is not None
    for kind, unit in ((BlockKind.INNER, house.ward), (BlockKind.OUTER, None)):
        access_services.block(
            record=record,
            kind=kind,
            organisation_id=organisation,
            unit_id=unit,
            now=NOW,
        )


def _end(citizen: Citizen, doctor: Actor, why: WhyEnded, moment: str) -> None:
    assert citizen.case is not None
    services.abort(
        actor=doctor,
        case_id=citizen.case,
        payload=ProcessEnded(ended_at=at(moment), reason=why),
        when=on(moment),
    )


def _staff() -> Iterator[tuple[str, Visitor]]:
    """Every role at every unit that is open, most without and some with permission."""
    for unit in CareUnit.objects.filter(valid_to=None).order_by("key"):
        for role in ROLES:
            assignment = employ("Mika", f"{role} {unit.key}", role, unit.pk, role)
            yield f"{role} at {unit.key}", _visitor(assignment)
    ward = CareUnit.objects.get(key="medicin")
    trusted = people.assign(
        professional_id=people.add_professional(
            hsa_id="SE2321999999-betrodd",
            given_name="Bea",
            family_name="Trodd",
            title="Sjuksköterska",
        ),
        unit_id=ward.pk,
        role=Role.WARD_NURSE,
        valid_from=BEFORE,
        may_open_protected=True,
    )
    yield "trusted nurse at medicin", _visitor(trusted)


def _visitor(assignment: UUID) -> Visitor:
    return Visitor(
        actor=access.actor_for_assignment(assignment, TODAY),
        kept=sessions.staff(assignment),
    )


def _inhabitants(citizens: dict[str, Citizen]) -> Iterator[tuple[str, Visitor]]:
    for name, citizen in citizens.items():
        if name != "deceased":
            yield name, _herself(citizen.id)
    close = (
        ("cared for", "Närsten", RelatedKind.RELATIVE, True),
        ("cared for", "Fjärrsten", RelatedKind.RELATIVE, False),
        ("protected", "Skyddsten", RelatedKind.RELATIVE, True),
        ("without capacity", "Godsten", RelatedKind.TRUSTEE, True),
        ("child of ten", "Morsten", RelatedKind.GUARDIAN, False),
        ("child of fourteen", "Farsten", RelatedKind.GUARDIAN, False),
        ("deceased", "Arvsten", RelatedKind.RELATIVE, True),
    )
    for whose, family, kind, may_read in close:
        yield from _close_to(citizens[whose].id, whose, family, kind, may_read=may_read)


def _herself(person: UUID) -> Visitor:
    return Visitor(
        actor=access.actor_for_person(person), kept=sessions.inhabitant(person)
    )


def _close_to(
    person: UUID, whose: str, family: str, kind: RelatedKind, *, may_read: bool
) -> Iterator[tuple[str, Visitor]]:
    """Somebody close: as herself, and acting for the person."""
    other = _person(family, born="19700612").id
    related = people.add_related(
        person_id=person,
        other_id=other,
        name=f"Kim {family}",
        kind=kind,
        relation="närstående",
        valid_from=BEFORE,
        may_read=may_read,
    )
    yield f"{family} herself", _herself(other)
    yield (
        f"{family} for {whose}",
        Visitor(
            actor=access.actor_for_relative(person, related),
            kept=sessions.relative(person, related),
        ),
    )
