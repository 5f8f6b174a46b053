"""Rows of a view: forEach, repeat, unions, conditions and constants."""

import pytest

from naravard.indicators.views.errors import ResourcesNotReadable, ViewNotValid
from naravard.indicators.views.reading import read_view
from tests.unit.indicators.views.running import (
    ANSWERS,
    KARIN,
    NILS,
    PULSE,
    column,
    rows,
)

ID = {"column": [column("id", "id")]}
PHONE = {"forEach": "contact.telecom", "column": [column("value")]}
NAME = {"forEach": "name", "column": [column("family")]}


def view(*selects: dict, **more: object) -> dict:
    return {"resource": "Patient", "select": list(selects), **more}


def its(found: list[dict[str, object]]) -> list[object]:
    return [row["it"] for row in found]


def test_for_each_makes_a_row_of_each_item():
    found = rows(view(ID, PHONE), KARIN, NILS)

    assert found == [{"id": "karin", "it": number} for number in ("1", "2", "3")]


def test_for_each_or_null_keeps_who_has_none():
    made = {
        "forEachOrNull": "name",
        "column": [column("family"), column("'fast'", "always")],
        "select": [{"column": [{"name": "row", "path": "%rowIndex"}]}],
    }

    found = rows(view(ID, made), KARIN, NILS)

    assert its(found) == ["Holm", "Berg", None]
    assert [row["row"] for row in found] == [0, 1, 0]
    assert found[-1] == {"id": "nils", "it": None, "always": None, "row": 0}


def test_selects_beside_each_other_are_crossed():
    other = {"forEach": "name", "column": [column("family", "name")]}

    found = rows(view(PHONE, other), KARIN)

    assert [(row["it"], row["name"]) for row in found][:3] == [
        ("1", "Holm"),
        ("1", "Berg"),
        ("2", "Holm"),
    ]
    assert len(found) == 6


def test_a_select_inside_another_begins_in_its_item():
    inner = {
        "forEach": "telecom",
        "column": [column("value"), {"name": "row", "path": "%rowIndex"}],
    }
    made = {
        "forEach": "contact",
        "column": [{"name": "contact", "path": "%rowIndex"}],
        "select": [inner],
    }

    found = rows(view(made), KARIN)

    assert [(row["contact"], row["row"], row["it"]) for row in found] == [
        (0, 0, "1"),
        (0, 1, "2"),
        (1, 0, "3"),
    ]


def test_a_union_takes_one_after_the_other_last_in_the_row():
    made = {"unionAll": [PHONE, NAME], "column": [column("id", "id")]}

    found = rows(view(made), KARIN)

    assert its(found) == ["1", "2", "3", "Holm", "Berg"]
    assert list(found[0]) == ["id", "it"]


def test_a_union_of_an_empty_branch_is_the_other():
    nobody = {"forEach": "photo", "column": [column("url")]}

    assert its(rows(view({"unionAll": [nobody, NAME]}), KARIN)) == ["Holm", "Berg"]


def test_a_union_may_leave_types_out():
    untyped = {"forEach": "name", "column": [{"name": "it", "path": "family"}]}

    found = rows(view({"unionAll": [untyped, PHONE]}), KARIN)

    assert its(found) == ["Holm", "Berg", "1", "2", "3"]


def test_repeat_goes_down_before_it_goes_on():
    made = {
        "repeat": ["item", "answer.item"],
        "column": [column("linkId"), {"name": "row", "path": "%rowIndex"}],
    }

    found = rows({"resource": "QuestionnaireResponse", "select": [made]}, ANSWERS)

    assert its(found) == ["1", "1.1", "1.1.1", "1.2", "2"]
    assert [row["row"] for row in found] == [0, 1, 2, 3, 4]


def test_repeat_finds_nothing_where_there_is_nothing():
    made = {"repeat": ["item"], "column": [column("linkId")]}

    assert rows(view(made), KARIN) == []


def test_only_the_views_own_resources_are_shown():
    assert rows(view(ID), KARIN, PULSE) == [{"id": "karin"}]


def test_every_condition_must_hold():
    where = [{"path": "active"}, {"path": "name.exists(family = %family)"}]
    constant = [{"name": "family", "valueString": "Holm"}]

    found = rows(view(ID, where=where, constant=constant), KARIN, NILS)

    assert found == [{"id": "karin"}]


@pytest.mark.parametrize(
    ("constant", "path"),
    [
        ({"valueBoolean": True}, "active = %it"),
        ({"valueInteger": 2}, "multipleBirth.ofType(integer) = %it"),
        ({"valueDecimal": 2.0}, "multipleBirth.ofType(integer) >= %it"),
        ({"valueDate": "1948-06"}, "birthDate = %it"),
        ({"valueDateTime": "2026-03-02"}, "deceased.ofType(dateTime) = %it"),
        ({"valueCode": "official"}, "name.exists(use = %it)"),
        ({"valueInteger": 1}, "name[%it].family = 'Berg'"),
        ({"valueInteger64": "2"}, "multipleBirth.ofType(integer) = %it"),
        ({"valueInstant": "2026-03-02"}, "deceased.ofType(dateTime) = %it"),
        ({"valueUri": "urn:uuid:anna"}, "generalPractitioner.exists(reference = %it)"),
    ],
)
def test_a_constant_is_of_its_type(constant, path):
    found = rows(
        view(ID, where=[{"path": path}], constant=[{"name": "it", **constant}]), KARIN
    )

    assert found == [{"id": "karin"}]


def test_a_condition_that_is_no_truth_is_refused():
    with pytest.raises(ResourcesNotReadable, match="sant eller falskt"):
        rows(view(ID, where=[{"path": "name.family.first()"}]), KARIN)
    with pytest.raises(ViewNotValid, match="ger string"):
        rows(view(ID, where=[{"path": "'ja'"}]), KARIN)


NAMED_TWICE = {"column": [column("id"), column("id")]}
OTHER_COLUMNS = {"forEach": "name", "column": [column("family", "other")]}
OTHER_TYPE = {"column": [{"name": "it", "path": "active", "type": "boolean"}]}


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        ({}, "resource"),
        ({"resource": "Patient"}, "select saknas"),
        ({"resource": "Patient", "select": "id"}, "select ska vara en lista"),
        ({"select": [ID]}, "resource"),
        (view({"forEach": 1, "column": ID["column"]}), "forEach"),
        (view({"forEach": "name", "repeat": ["item"], **ID}), "har både"),
        (view({"repeat": [], **ID}), "repeat"),
        (view({"column": [{"name": "0", "path": "id"}]}), "name"),
        (view({"column": [{"name": "it"}]}), "path"),
        (view({"column": []}), "inga kolumner"),
        (view(NAMED_TWICE), "två kolumner"),
        (view({"unionAll": [NAME, OTHER_COLUMNS]}), "samma kolumner"),
        (view({"unionAll": [NAME, OTHER_TYPE]}), "samma kolumner"),
        (view(ID, where=["active"]), "where"),
        (view(ID, constant=[{"name": "it"}]), "value"),
        (view(ID, constant=[{"name": "it", "valueBoolean": "ja"}]), "fel typ"),
        (view(ID, constant=[{"name": "it", "valueInteger": 1.5}]), "fel typ"),
        (view(ID, constant=[{"name": "it", "valueInteger64": "många"}]), "fel typ"),
        (view(ID, resourceType="Patient"), "ViewDefinition"),
    ],
)
def test_what_breaks_the_specification_is_refused(broken, says):
    with pytest.raises(ViewNotValid, match=says):
        read_view(broken)
