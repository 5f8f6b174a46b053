"""A row of a worklist for tests that need one; only what matters is named."""

from dataclasses import replace
from uuid import UUID

from naravard.access.rules import Actor, ActorKind
from naravard.discharge.rows import WorklistRow
from naravard.people.roles import CareUnitKind, Role
from tests.house import at

NOW = at("2026-03-02 09:42")  # a Monday morning
CASE = UUID("6a1c2b3d-0000-4000-8000-000000000001")
KARIN = UUID("6a1c2b3d-0000-4000-8000-000000000002")
PLANNER = Actor(
    kind=ActorKind.STAFF,
    name="Maja Lindström",
    role=Role.CARE_PLANNER,
    unit_name="Biståndsenheten, Lillby",
    unit_kind=CareUnitKind.SOCIAL_SERVICES,
)
HOME_CARE = replace(PLANNER, name="Jenny Skoglund", role=Role.HOME_CARE)
PHYSICIAN = Actor(
    kind=ActorKind.STAFF,
    name="Ingrid Nilsson",
    role=Role.PHYSICIAN,
    unit_name="Medicin",
    unit_kind=CareUnitKind.INPATIENT,
)
NURSE = replace(PHYSICIAN, name="Ali Rahimi", role=Role.WARD_NURSE)

ROW = WorklistRow(
    case_id=CASE,
    person_id=KARIN,
    name="Karin Holm",
    number="194302149804",
    birth_date=at("1943-02-14 12:00").date(),
    is_protected=False,
    language="sv",
    interpreter=False,
    hospital="Sjukhuset",
    ward="Medicin",
    state="NOTIFIED",
    position=1,
    track="",
    estimated_at=at("2026-03-05 13:00"),
    ready_at=None,
    discharged_at=None,
    liability_starts_on=None,
    blocked=False,
    step="acknowledge_admission",
    step_unit="Biståndsenheten, Lillby",
    step_unit_kind="social_services",
    ours=True,
    due_at=None,
    since=at("2026-03-02 08:00"),
    changed_at=at("2026-03-02 08:00"),
)


def row(**changed: object) -> WorklistRow:
    """The row with something changed."""
    return replace(ROW, **changed)  # type: ignore[arg-type]
