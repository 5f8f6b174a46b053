"""A migration that would stop the release before it is found, and told what to do."""

import pytest
from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import models
from django.db.migrations import Migration, operations
from django.db.models import Q

from naravard.jobs.release import REMEDIES, findings


def migration(*steps: object, **attributes: object) -> Migration:
    kind = type("Migration", (Migration,), {"operations": list(steps), **attributes})
    return kind("0004_next", "people")


def found(*steps: object, **attributes: object) -> list[str]:
    return [each.what for each in findings([migration(*steps, **attributes)])]


def add(field: models.Field) -> operations.AddField:
    return operations.AddField("person", "pet", field)


def check(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(name=name, condition=Q(pet__gte=0))


@pytest.mark.parametrize(
    ("step", "what"),
    [
        (operations.RemoveField("person", "town"), "drops_a_column"),
        (operations.DeleteModel("Person"), "drops_a_table"),
        (operations.RenameField("person", "town", "place"), "renames"),
        (operations.RenameModel("Person", "Human"), "renames"),
        (add(models.CharField(max_length=9)), "demands_a_value"),
        (add(models.CharField(max_length=9, default="")), "demands_a_value"),
        (
            operations.AlterField("person", "town", models.TextField()),
            "changes_a_type",
        ),
        (operations.AddConstraint("person", check("pets")), "tightens_at_once"),
        (
            operations.AddIndex("person", models.Index(fields=["pet"], name="pets")),
            "locks_while_indexing",
        ),
        (operations.RunPython(lambda *_: None), "moves_rows_with_schema"),
        (operations.RunSQL("UPDATE people_person SET town = ''"), "writes_its_own_sql"),
        (operations.RunSQL("DROP TABLE people_person"), "writes_its_own_sql"),
        (
            operations.RunSQL("GRANT SELECT ON a TO b; DELETE FROM a"),
            "writes_its_own_sql",
        ),
    ],
)
def test_what_would_stop_somebody_is_found(step, what):
    assert found(step) == [what]


@pytest.mark.parametrize(
    "step",
    [
        add(models.CharField(max_length=9, null=True)),
        add(models.CharField(max_length=9, db_default="")),
        operations.CreateModel("Pet", [("id", models.AutoField(primary_key=True))]),
        operations.RemoveIndex("person", "pets"),
        operations.RemoveConstraint("person", "pets"),
        operations.RunSQL("GRANT SELECT ON people_person TO somebody;"),
        operations.RunSQL("ALTER TABLE a ADD CONSTRAINT b CHECK (c > 0) NOT VALID"),
        operations.RunSQL(
            "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN DELETE FROM a; RETURN NEW; END $$;\n"
            "CREATE TRIGGER t BEFORE UPDATE ON a FOR EACH ROW EXECUTE FUNCTION f();"
        ),
        AddIndexConcurrently("person", models.Index(fields=["town"], name="towns")),
    ],
)
def test_what_stops_nobody_passes(step):
    assert not found(step)


def test_a_table_made_in_the_same_migration_may_be_anything():
    pet = operations.CreateModel("Pet", [("id", models.AutoField(primary_key=True))])
    name = operations.AddField("pet", "name", models.CharField(max_length=9))
    index = operations.AddIndex("pet", models.Index(fields=["name"], name="names"))

    assert not found(pet, name, index)


def test_a_finding_that_is_answered_for_passes():
    drop = operations.RemoveField("person", "town")

    assert not found(drop, ANSWERED_FOR={"drops_a_column": "unused since 0.4"})


def test_an_answer_for_one_finding_answers_for_no_other():
    drop = operations.RemoveField("person", "town")

    assert found(drop, ANSWERED_FOR={"renames": "both are written since 0.4"})


def test_the_first_migration_of_a_room_has_nobody_to_stop():
    assert not found(operations.RunPython(lambda *_: None), initial=True)


def test_a_finding_says_what_to_do_instead():
    (finding,) = findings([migration(operations.RemoveField("person", "town"))])

    assert str(finding).startswith("people.0004_next: drops_a_column")
    assert REMEDIES["drops_a_column"] in str(finding)
