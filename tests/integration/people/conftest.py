"""A small register: one hospital, one health centre, and Karin."""

from datetime import date, datetime

import pytest

from naravard.access.rules import Actor, ActorKind
from naravard.people import services
from naravard.people.details import Number, PersonDetails
from naravard.people.models import CareUnit, Organisation

TODAY = date(2026, 11, 22)
NOW = datetime.fromisoformat("2026-11-22T12:00:00+01:00")
KARIN = "194302149804"
PERSONAL = "personal_number"


@pytest.fixture
def region(db):
    return Organisation.objects.create(
        key="region", name="Regionen", kind="region", valid_from=date(2000, 1, 1)
    )


def unit(region, key, *, kind="open_care", valid_from=date(2010, 1, 1), **more):
    return CareUnit.objects.create(
        key=key,
        name=more.pop("name", key),
        organisation=region,
        kind=kind,
        hsa_id=f"SE2321999999-{key.upper()}",
        valid_from=valid_from,
        **more,
    )


@pytest.fixture
def health_centre(region):
    return unit(region, "sala", name="Sala vårdcentral", municipality_code="1981")


@pytest.fixture
def ward(region):
    return unit(region, "med2", name="Medicinavdelning 2", kind="inpatient")


def person(number=KARIN, given="Karin", family="Holm", **more):
    details = PersonDetails(
        given_name=given,
        family_name=family,
        birth_date=more.pop("birth_date", date(1943, 2, 14)),
        **more,
    )
    return services.register_person(
        person=details, numbers=[Number(system=PERSONAL, value=number)]
    )


@pytest.fixture
def karin(health_centre):
    return person(
        listed_unit_id=health_centre.pk,
        registered_in="1981",
        street="Aspvägen 4",
        postal_code="73331",
        town="Sala",
        phone="070-174 06 11",
    )


@pytest.fixture
def nurse(health_centre):
    return Actor(
        kind=ActorKind.STAFF,
        name="Eva Lind",
        unit_id=health_centre.pk,
        title="Sköterska",
    )
