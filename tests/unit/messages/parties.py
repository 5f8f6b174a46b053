"""The units and the person that the message tests speak of."""

from datetime import UTC, date, datetime
from uuid import UUID

from naravard.messages.grounds import Party
from naravard.messages.rules import Subject
from naravard.people.roles import CareUnitKind, OrganisationKind

REGION = UUID(int=1)
MUNICIPALITY = UUID(int=2)
COMPANY = UUID(int=3)

MONDAY_MORNING = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


def party(
    name: str,
    number: int,
    kind: CareUnitKind,
    organisation: UUID,
    principal: OrganisationKind,
    closed_after: date | None = None,
    succeeded_by: str = "",
) -> Party:
    return Party(
        unit_id=UUID(int=number),
        name=name,
        kind=kind,
        organisation_id=organisation,
        organisation_kind=principal,
        closed_after=closed_after,
        succeeded_by=succeeded_by,
    )


WARD = party(
    "Avdelning 31", 11, CareUnitKind.INPATIENT, REGION, OrganisationKind.REGION
)
HEALTH_CENTRE = party(
    "Björkens vårdcentral", 12, CareUnitKind.OPEN_CARE, REGION, OrganisationKind.REGION
)
PRIVATE_CENTRE = party(
    "Linden vårdcentral", 13, CareUnitKind.OPEN_CARE, COMPANY, OrganisationKind.PRIVATE
)
HOME_NURSING = party(
    "Hemsjukvården",
    14,
    CareUnitKind.MUNICIPAL_HEALTH_CARE,
    MUNICIPALITY,
    OrganisationKind.MUNICIPALITY,
)
CARE_PLANNERS = party(
    "Biståndsenheten",
    15,
    CareUnitKind.SOCIAL_SERVICES,
    MUNICIPALITY,
    OrganisationKind.MUNICIPALITY,
)
SCHOOL = party(
    "Elevhälsan",
    16,
    CareUnitKind.PUPIL_WELFARE,
    MUNICIPALITY,
    OrganisationKind.MUNICIPALITY,
)
SCHOOL_NURSE = party(
    "Skolsköterskan",
    17,
    CareUnitKind.SCHOOL_HEALTH,
    MUNICIPALITY,
    OrganisationKind.MUNICIPALITY,
)
CLOSED_UNIT = party(
    "Gamla biståndsenheten",
    18,
    CareUnitKind.SOCIAL_SERVICES,
    MUNICIPALITY,
    OrganisationKind.MUNICIPALITY,
    closed_after=date(2026, 3, 1),
    succeeded_by="Biståndsenheten",
)

KARIN = Subject(birth_date=date(1934, 5, 12), protected=False, street="Björkvägen 4")
KARIN_PROTECTED = Subject(
    birth_date=date(1934, 5, 12), protected=True, street="Björkvägen 4"
)
