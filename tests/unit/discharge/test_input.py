"""What the input must look like; every refusal names the field."""

import copy
import json

import pytest

from naravard.discharge.explanation.fields import InputInvalid
from naravard.discharge.explanation.main import explanation_of
from naravard.discharge.explanation.reading import parsed
from tests.unit.discharge.cases import (
    CONCERNED,
    UNITS,
    admitted,
    case,
    event,
    explained,
    karin,
    left,
)


def path_of_refusal(given):
    with pytest.raises(InputInvalid) as refused:
        explanation_of(parsed(json.dumps(given)))
    return refused.value.path


def changed_event(index, **fields):
    given = copy.deepcopy(karin())
    given["events"][index].update(fields)
    return given


def without(given, *names):
    return {name: value for name, value in given.items() if name not in names}


@pytest.mark.parametrize("missing", ["as_of", "registered_in", "units", "events"])
def test_a_missing_field_is_named(missing):
    assert path_of_refusal(without(karin(), missing)) == missing


def test_agreement_rates_and_placing_may_be_left_out():
    answer = explained(without(karin(), "agreement", "rates", "placed_by"))

    assert answer["liability"]["payable_days"] == ["2022-03-10"]
    assert answer["liability"]["amount"] is None


@pytest.mark.parametrize(
    ("changed", "path"),
    [
        ({"colour": "red"}, "colour"),
        ({"as_of": "2022-03-20T08:00:00"}, "as_of"),
        ({"as_of": "2022-03-20"}, "as_of"),
        ({"as_of": "2022-13-20T08:00:00+01:00"}, "as_of"),
        ({"as_of": "9999-12-31T23:59:59Z"}, "as_of"),
        ({"as_of": "0001-01-01T00:00:00+01:00"}, "as_of"),
        ({"as_of": 20220320}, "as_of"),
        ({"as_of": None}, "as_of"),
        ({"as_of": "2022-02-01T08:00:00+01:00"}, "as_of"),
        ({"registered_in": 1981}, "registered_in"),
        ({"registered_in": "Sala"}, "registered_in"),
        ({"registered_in": ""}, "registered_in"),
        ({"placed_by": "19"}, "placed_by"),
        ({"rates": []}, "rates"),
        ({"rates": {"22": 1}}, "rates.22"),
        ({"rates": {"2022": "9300"}}, "rates.2022"),
        ({"rates": {"2022": True}}, "rates.2022"),
        ({"rates": {"2022": -1}}, "rates.2022"),
        ({"rates": {"2022": 1e300}}, "rates.2022"),
        ({"agreement": None}, "agreement"),
        ({"agreement": {"model": "weekly"}}, "agreement.model"),
        ({"agreement": {"models": "statutory"}}, "agreement.models"),
        ({"agreement": {"late_sip_call": "maybe"}}, "agreement.late_sip_call"),
        ({"agreement": {"early_sip_call_ok": 1}}, "agreement.early_sip_call_ok"),
        ({"agreement": {"withdrawal_resets": "no"}}, "agreement.withdrawal_resets"),
        (
            {"agreement": {"blocker_release_offset_days": -1}},
            "agreement.blocker_release_offset_days",
        ),
        ({"agreement": {"mean_decimals": 99}}, "agreement.mean_decimals"),
        ({"agreement": {"threshold_days": "3"}}, "agreement.threshold_days"),
        ({"units": []}, "units"),
        ({"events": {}}, "events"),
        ({"events": []}, "events"),
        ({"events": ["admit"]}, "events[0]"),
    ],
)
def test_a_wrong_field_is_named(changed, path):
    assert path_of_refusal({**karin(), **changed}) == path


@pytest.mark.parametrize(
    ("unit", "path"),
    [
        ({"principal": "region"}, "units.vc.kind"),
        ({"kind": "open_care"}, "units.vc.principal"),
        ({"principal": "state", "kind": "open_care"}, "units.vc.principal"),
        ({"principal": "region", "kind": "open"}, "units.vc.kind"),
        (
            {"principal": "region", "kind": "open_care", "beds": 3},
            "units.vc.beds",
        ),
        (
            {"principal": "municipality", "kind": "social_services"},
            "units.vc.municipality",
        ),
        (
            {"principal": "private", "kind": "municipal_health_care"},
            "units.vc.municipality",
        ),
        (
            {"principal": "region", "kind": "open_care", "municipality": 1981},
            "units.vc.municipality",
        ),
        ("vc", "units.vc"),
    ],
)
def test_a_wrong_unit_is_named(unit, path):
    assert path_of_refusal(karin(units={**UNITS, "vc": unit})) == path


@pytest.mark.parametrize(
    ("index", "fields", "path"),
    [
        (0, {"type": "admitted"}, "events[0].type"),
        (0, {"type": 7}, "events[0].type"),
        (0, {"type": "planning_input"}, "events[0].type"),
        (0, {"at": "nyss"}, "events[0].at"),
        (0, {"recorded_at": "2022-03-01"}, "events[0].recorded_at"),
        (0, {"unit": "unknown"}, "events[0].unit"),
        (0, {"unit": ["ward"]}, "events[0].unit"),
        (0, {"care": "dental"}, "events[0].care"),
        (0, {"planning": "given"}, "events[0].planning"),
        (1, {"units": []}, "events[1].units"),
        (1, {"units": "vc"}, "events[1].units"),
        (1, {"units": ["vc", "unknown"]}, "events[1].units[1]"),
        (2, {"estimated_discharge": "soon"}, "events[2].estimated_discharge"),
        (2, {"estimated_discharge": 7}, "events[2].estimated_discharge"),
        (2, {"estimated_discharge": None}, "events[2].estimated_discharge"),
        (2, {"note": "hej"}, "events[2].note"),
        (5, {"planning": "perhaps"}, "events[5].planning"),
    ],
)
def test_a_wrong_field_of_an_event_is_named(index, fields, path):
    assert path_of_refusal(changed_event(index, **fields)) == path


@pytest.mark.parametrize(
    ("broken", "path"),
    [
        ({"at": "2022-03-01T09:00:00+01:00"}, "events[0].type"),
        ({"type": "admit", "unit": "ward"}, "events[0].at"),
        (event("admit", "2022-03-01 09:00"), "events[0].unit"),
        (event("need_assessed", "2022-03-01 09:00"), "events[0].units"),
        (event("abort", "2022-03-01 09:00"), "events[0].reason"),
        (event("abort", "2022-03-01 09:00", reason=" "), "events[0].reason"),
        (event("region_blocker", "2022-03-01 09:00"), "events[0].on"),
        (event("region_blocker", "2022-03-01 09:00", on="yes"), "events[0].on"),
        (event("region_blocker", "2022-03-01 09:00", on=True), "events[0].reason"),
        (
            event("region_blocker", "2022-03-01 09:00", on=True, reason="ill"),
            "events[0].reason",
        ),
        (
            event("admission_notice", "2022-03-01 09:00", to=CONCERNED),
            "events[0].estimated_discharge",
        ),
    ],
)
def test_a_field_an_event_lacks_is_named(broken, path):
    assert path_of_refusal(case(broken)) == path


def test_estimates_may_be_moments_and_units_may_be_named():
    answer = explained(
        case(
            admitted(),
            event(
                "new_estimate",
                "2022-03-02 09:00",
                estimated_discharge="2022-03-08T12:00:00+01:00",
            ),
            left("2022-03-03 09:00"),
        )
    )

    assert answer["state"] == "DISCHARGED"


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        (b"{", "giltig JSON"),
        (b"\xff\xfe", "UTF-8"),
        (b'{"as_of": NaN}', "inget tal"),
        (b"[" * 100_000, "rimlig JSON"),
        (b'{"a": ' + b"9" * 5000 + b"}", "rimlig JSON"),
        (b'{"a": 1e99999999999999999999}', "rimlig JSON"),
    ],
)
def test_what_is_not_json_is_refused(source, problem):
    with pytest.raises(InputInvalid) as refused:
        parsed(source)

    assert problem in refused.value.problem


@pytest.mark.parametrize(
    ("once", "twice", "path"),
    [
        ('"events": [', '"events": [], "events": [', "events"),
        ('"type": "consent"', '"type": "abort", "type": "consent"', "events[5].type"),
        ('"kind": "open_care"', '"kind": "", "kind": "open_care"', "units.vc.kind"),
        ('"2022": 9300', '"2022": 1, "2022": 9300', "rates.2022"),
    ],
)
def test_a_field_given_twice_is_named_by_its_path(once, twice, path):
    source = json.dumps(karin()).replace(once, twice)

    with pytest.raises(InputInvalid) as refused:
        explanation_of(parsed(source))

    assert refused.value.path == path
    assert "två gånger" in refused.value.problem


def test_a_wrong_value_is_repeated_as_it_was_written():
    with pytest.raises(InputInvalid) as refused:
        explanation_of(parsed(json.dumps(changed_event(0, unit=1.5))))

    assert refused.value.problem == "är ingen enhet i units: 1.5"


def test_a_list_is_no_case():
    assert path_of_refusal([]) == "$"


def test_a_byte_order_mark_is_no_obstacle():
    assert parsed(b"\xef\xbb\xbf{}") == {}
