"""Karin, who was in hospital long ago, and those who may decide what goes."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.db import connection
from django.db.models import QuerySet

from naravard.discharge import services as discharge
from naravard.disposal.models import Decision
from naravard.disposal.rules import Approval
from naravard.disposal.services import approve, erase, propose
from naravard.messages.catalogue.left_hospital import Destination, LeftHospital
from naravard.people.models import CareUnit, Professional
from naravard.people.roles import Role
from tests.house import House, at, build_house, employ, register
from tests.integration.discharge.steps import on, planned, ready

NOW = at("2026-03-09 09:00")
# The database tries the years once more by its own clock, which is set here.
ITS_CLOCK = f"""
CREATE OR REPLACE FUNCTION disposal_now() RETURNS timestamptz LANGUAGE sql STABLE AS $$
    SELECT '{NOW.isoformat()}'::timestamptz
$$
"""
BY_LAW = "Gallring enligt dokumenthanteringsplanen"


@pytest.fixture(autouse=True)
def its_clock(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(ITS_CLOCK)


@pytest.fixture
def house(db: None) -> House:
    return build_house()


@pytest.fixture
def karin(house: House) -> UUID:
    return register("Karin", "Holm", "194302149804", listed_unit_id=house.health_centre)


@pytest.fixture
def home(house: House, karin: UUID) -> UUID:
    """Karin's case, from the ward to her home."""
    case_id = planned(house, karin)
    ready(house, case_id)
    discharge.leave_hospital(
        actor=house.ward_nurse,
        case_id=case_id,
        payload=LeftHospital(
            left_at=at("2026-03-06 12:00"), destination=Destination.HOME
        ),
        when=on("2026-03-06 12:00"),
        reason="Allt är ordnat hemma.",
    )
    return case_id


@pytest.fixture
def officers(house: House) -> dict[str, str]:
    """Who decides for the municipality and for the region, by their HSA-ids."""
    eva = employ("Eva", "Strand", "Socialchef", house.homecoming, Role.DECISION_MAKER)
    per = employ("Per", "Lund", "Arkivchef", house.ward, Role.DECISION_MAKER)
    return {"lillby": hsa_id(eva), "region": hsa_id(per)}


@pytest.fixture
def erased(officers: dict[str, str]) -> Callable[..., None]:
    """Propose, let these owners approve what they are proposed, and erase."""

    def carry_out(*owners: str) -> None:
        propose(now=NOW)
        for owner in owners:
            approve_all_of(owner, officers)
        for _ in erase(now=NOW):
            pass

    return carry_out


def approve_all_of(owner: str, officers: dict[str, str]) -> None:
    for decision in proposals_of(owner):
        approve(number=decision.pk, approval=approval(officers[owner]), now=NOW)


def proposals_of(owner: str) -> QuerySet[Decision]:
    key = {"lillby": "lillby", "region": "region-lilla"}[owner]
    return Decision.objects.filter(organisation__key=key, state="proposed")


def approval(hsa_id: str, reference: str = "Dnr SN 2026-17") -> Approval:
    return Approval(hsa_id=hsa_id, reference=reference, reason=BY_LAW)


def hsa_id(assignment_id: UUID) -> str:
    return Professional.objects.get(assignment__pk=assignment_id).hsa_id


def organisation_of(unit_id: UUID) -> UUID:
    return CareUnit.objects.get(pk=unit_id).organisation_id
