"""No edit loses a version, the rows say what the version says, a no closes it all."""

from contextlib import suppress
from uuid import UUID

import pytest
from django.apps import apps
from django.db import ProgrammingError, transaction
from hypothesis import HealthCheck, given, settings

from naravard.plan import queries, services
from naravard.plan.models import Plan, PlanVersion
from naravard.plan.rules.content import (
    EMPTY,
    TYPE_OF_SECTION,
    Content,
    field_names,
)
from naravard.plan.rules.edits import apply
from naravard.plan.rules.errors import PartNotThere
from naravard.plan.rules.kinds import Author
from naravard.plan.rules.snapshot import content_from
from naravard.plan.services import Said
from naravard.plan.stored import AS_JSON, LINKED, rows_of
from tests.house import at
from tests.plans import MONDAY, TUESDAY, card, opened, written
from tests.unit.plan.test_versions import sequences

WEDNESDAY = at("2026-03-04 09:00")
# Told whatever the person says about her plan.
ALSO_WITHOUT_CONSENT = {"PlanStep", "PlanWord", "Plan", "Absence", "Concern"}
OF_PLAN = [
    model
    for model in apps.get_app_config("plan").get_models()
    if model.__name__ not in ALSO_WITHOUT_CONSENT
]


def write_what_can_be(actor, person_id: UUID, plan_id: UUID, sequence) -> list[Content]:
    """Every edit that the rules let through; what the plan is to say after each."""
    said, version = [EMPTY], 0
    for edit in sequence:
        with suppress(PartNotThere):
            after = apply(said[-1], (edit,), by=Author.STAFF)
            version = written(actor, person_id, plan_id, edit, read=version)
            said += [after] if after != said[-1] else []
    return said


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(sequences)
def test_no_sequence_of_edits_loses_a_version(plan, house, karin, sequence):
    with transaction.atomic():
        said = write_what_can_be(house.district_nurse, karin, plan, sequence)

        record = opened(house.district_nurse, karin)
        kept = queries.versions_of(record, plan)
        read = [
            queries.version_of(record, plan, number) for number in range(len(kept) + 1)
        ]
        rows = {
            section: set(rows_of(plan, kind))
            for section, kind in TYPE_OF_SECTION.items()
        }
        transaction.set_rollback(True)

    assert [row.number for row in kept] == list(range(len(said) - 1, 0, -1))
    assert read == said
    assert rows == {
        section: {part.id for part in getattr(said[-1], section)}
        for section in TYPE_OF_SECTION
    }


@pytest.mark.parametrize("kind", TYPE_OF_SECTION.values(), ids=TYPE_OF_SECTION)
def test_the_rows_say_what_the_version_says(sip, karin, kind):
    plan = Plan.objects.get()
    content = content_from(PlanVersion.objects.get(number=plan.version).content)
    columns = [name for name in field_names(kind) if name not in LINKED | AS_JSON]
    section = {kind: name for name, kind in TYPE_OF_SECTION.items()}[kind]

    rows = rows_of(sip, kind)

    assert {
        part.id: [getattr(part, name) for name in columns]
        for part in getattr(content, section)
    } == {pk: [getattr(row, name) for name in columns] for pk, row in rows.items()}


def test_a_version_is_never_changed_or_taken_away(sip):
    with pytest.raises(ProgrammingError), transaction.atomic():
        PlanVersion.objects.update(content={})
    with pytest.raises(ProgrammingError), transaction.atomic():
        PlanVersion.objects.all().delete()


@pytest.fixture
def everything(sip, house, karin, page_of):
    """A plan with a row in what staff fill most: task, note, meeting, signature."""
    nurse = house.district_nurse
    services.write_note(
        record=opened(nurse, karin), plan_id=sip, text="Hej.", now=TUESDAY
    )
    services.ask(
        record=opened(nurse, karin),
        plan_id=sip,
        asked=services.Asked(to_unit_id=house.homecoming, text="Kan ni?"),
        now=TUESDAY,
    )
    return sip


def test_there_is_something_to_hide(everything):
    filled = {model.__name__ for model in OF_PLAN if model.objects.exists()}

    assert {"PlanVersion", "PlanTask", "TeamNote", "Need", "GoalNeed"} <= filled


@pytest.mark.parametrize("word", ["withdraw", "decline"])
def test_a_no_leaves_staff_no_path_to_a_word(
    everything, page_of, house, karin, karin_herself, word
):
    page_of(karin_herself)
    if_no = {
        "withdraw": lambda: services.withdraw(
            record=opened(karin_herself, karin), plan_id=everything, now=WEDNESDAY
        ),
        "decline": lambda: services.say(
            record=card(karin_herself, karin, WEDNESDAY),
            plan_id=everything,
            said=Said(yes=False),
            now=WEDNESDAY,
        ),
    }
    if_no[word]()

    page_of(house.care_planner)
    shown_to_planner = {m.__name__ for m in OF_PLAN if m.objects.exists()}
    page_of(house.district_nurse)
    card(house.district_nurse, karin, WEDNESDAY)
    shown_with_card = {m.__name__ for m in OF_PLAN if m.objects.exists()}

    assert shown_to_planner == set()
    # That her unit has taken part is no word of what the plan says.
    assert shown_with_card <= {"PlanParty"}


def test_a_stranger_writes_nothing_into_somebodys_plan(sip, page_of, house):
    page_of(house.stranger)

    with pytest.raises(ProgrammingError), transaction.atomic():
        PlanVersion.objects.create(
            plan_id=sip,
            number=9,
            at=MONDAY,
            author="staff",
            by_name="Tove",
            content={},
            unit_id=house.stranger.unit_id,
        )
