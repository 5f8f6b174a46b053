"""Every table is listed, and the roles of operation can do no more than they must."""

import pytest
from django.apps import apps
from django.db import ProgrammingError, connection, transaction
from django.db.models import ForeignKey, Model

from naravard.access.models import AccessLogEntry, AccessLogSeal, ChangeEntry
from naravard.core.second_lock import JOBS, PAGES
from naravard.disposal.models import LetGo
from naravard.mobile.models import DayPlan
from naravard.people.models import Person, PersonMerge
from tests.pages_role import as_role

LOCKED = {
    "access_accesslogentry",
    "access_accesslogseal",
    "access_block",
    "access_carerelation",
    "access_changeentry",
    "access_consent",
    "access_emergency",
    "access_liftrequest",
    "care_messages_delivery",
    "care_messages_message",
    "care_messages_receipt",
    "care_messages_withdrawal",
    "dialogue_letter",
    "dialogue_talk",
    "dialogue_talkline",
    "dialogue_toldwishes",
    "discharge_caseevent",
    "discharge_caseparty",
    "discharge_deadline",
    "discharge_dischargecase",
    "discharge_inpatientepisode",
    "disposal_item",
    "disposal_letgo",
    "mobile_enrolment",
    "mobile_homeorder",
    "mobile_dayplan",
    "mobile_movedpromise",
    "mobile_stop",
    "mobile_visit",
    "mobile_visitnote",
    "mobile_visitrequest",
    "people_personmerge",
    "plan_absence",
    "plan_activity",
    "plan_activitygoal",
    "plan_agreedtime",
    "plan_concern",
    "plan_contingency",
    "plan_experience",
    "plan_goal",
    "plan_goalneed",
    "plan_goalrating",
    "plan_invitee",
    "plan_meeting",
    "plan_meetingdecision",
    "plan_need",
    "plan_packcode",
    "plan_palliativecare",
    "plan_passage",
    "plan_plan",
    "plan_planparty",
    "plan_planstep",
    "plan_plantask",
    "plan_planversion",
    "plan_planword",
    "plan_proposedtime",
    "plan_review",
    "plan_safetyitem",
    "plan_selfcareact",
    "plan_signature",
    "plan_teammember",
    "plan_teamnote",
    "plan_treatmentlimit",
    "plan_turningpointtalk",
    "review_knownperson",
    "review_pick",
    "review_staffperson",
    "review_word",
}
# Personal data that only the application's own lock stands before, and why.
NOT_LOCKED = {
    "people_person": "found by number by anybody in staff, before anything is opened",
    "people_personidentifier": "what one is found by",
    "people_relatedperson": "read to decide who may open, and shown with the person",
}
# Nobody in care is in them, and yet not every unit may change them.
LOCKED_ALL_THE_SAME = {
    "mobile_shift": "a team writes and takes away its own shifts only",
}
# They are about somebody without pointing at her.
PLAIN_COLUMNS = {
    AccessLogEntry,
    AccessLogSeal,
    ChangeEntry,
    DayPlan,
    LetGo,
    PersonMerge,
}
ONLY_ADDED_TO = {
    "access_accesslogentry",
    "access_accesslogseal",
    "access_changeentry",
    "care_messages_message",
    "care_messages_withdrawal",
    "dialogue_talkline",
    "discharge_caseevent",
    "mobile_dayplan",
    "mobile_visitnote",
    "people_personmerge",
    "plan_planstep",
    "plan_planversion",
    "plan_planword",
    "plan_signature",
    "plan_teamnote",
    "review_word",
}


def about_persons() -> set[type[Model]]:
    """The models that lead to a person, by one key or several."""
    found: set[type[Model]] = {Person, *PLAIN_COLUMNS}
    while more := {model for model in apps.get_models() if leads_to(model, found)}:
        found |= more
    return found


def leads_to(model: type[Model], found: set[type[Model]]) -> bool:
    return model not in found and any(
        isinstance(field, ForeignKey) and field.related_model in found
        for field in model._meta.get_fields()
    )


def rows(sql: str, *values: object) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def test_every_table_with_personal_data_is_locked_or_named():
    tables = {model._meta.db_table for model in about_persons()}

    assert tables == LOCKED | NOT_LOCKED.keys()


def test_the_database_locks_what_is_listed(db):
    locked = rows(
        "SELECT relname FROM pg_class WHERE relrowsecurity AND relkind IN ('r', 'p')"
    )

    assert {name for (name,) in locked} == LOCKED | LOCKED_ALL_THE_SAME.keys()


@pytest.mark.parametrize("role", [PAGES, JOBS])
def test_the_roles_own_nothing_and_pass_by_no_policy(db, role):
    assert rows(
        "SELECT rolsuper, rolbypassrls, rolcreaterole, rolcanlogin FROM pg_roles"
        " WHERE rolname = %s",
        role,
    ) == [(False, False, False, False)]
    assert not rows("SELECT relname FROM pg_class WHERE relowner = %s::regrole", role)


@pytest.mark.parametrize("role", [PAGES, JOBS])
def test_nobody_empties_a_table(db, role):
    assert not rows(
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
        " AND relkind IN ('r', 'p') AND has_table_privilege(%s, oid, 'TRUNCATE')",
        role,
    )


@pytest.mark.parametrize("table", sorted(ONLY_ADDED_TO))
@pytest.mark.parametrize("role", [PAGES, JOBS])
@pytest.mark.parametrize("privilege", ["UPDATE", "DELETE"])
def test_what_is_only_added_to_is_not_changed(db, role, table, privilege):
    assert rows("SELECT has_table_privilege(%s, %s, %s)", role, table, privilege) == [
        (False,)
    ]


@pytest.mark.parametrize(
    "table", ["access_accesslogentry", "access_changeentry", "access_accesslogseal"]
)
def test_pages_do_not_read_the_logs(db, table):
    with (
        as_role(PAGES),
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
    ):
        rows(f"SELECT * FROM {table}")


@pytest.mark.parametrize("role", [PAGES, JOBS])
def test_a_month_of_the_log_is_not_reached_past_the_whole(db, role):
    months = rows(
        "SELECT inhrelid::regclass::text FROM pg_inherits"
        " WHERE inhparent = 'access_accesslogentry'::regclass"
    )

    assert months
    assert not rows(
        "SELECT inhrelid::regclass FROM pg_inherits WHERE"
        " inhparent = 'access_accesslogentry'::regclass AND has_table_privilege("
        "%s, inhrelid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE')",
        role,
    )


def test_pages_can_not_say_when_a_row_was_written(db):
    assert rows(
        "SELECT has_column_privilege(%s, 'access_accesslogentry', 'written_in',"
        " 'INSERT')",
        PAGES,
    ) == [(False,)]


def test_functions_with_the_owners_rights_look_nowhere_else(db):
    assert not rows(
        "SELECT proname FROM pg_proc WHERE prosecdef AND pronamespace ="
        " 'public'::regnamespace AND NOT COALESCE("
        "'search_path=pg_catalog, public' = ANY (proconfig), false)"
    )
