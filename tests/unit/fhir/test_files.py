"""Files as they come: bundles, lines, packed, broken."""

import gzip
import json

import pytest

from naravard.fhir.inbound.files import DEEPEST_BUNDLE, Found, files_in, read_file
from naravard.fhir.inbound.json_stream import CHUNK
from naravard.fhir.inbound.problems import Reason
from tests.unit.fhir.resources import bundle, patient, stay


def read(path):
    return list(read_file(path, path.name))


def types_in(path):
    return [one.resource["resourceType"] for one in read(path)]


@pytest.mark.parametrize("kind", ["collection", "batch", "transaction", "searchset"])
def test_a_bundle_of_any_kind_is_read_entry_by_entry(tmp_path, kind):
    path = tmp_path / "bundle.json"
    path.write_text(json.dumps(bundle(patient(), stay(), kind=kind)))

    assert types_in(path) == ["Patient", "Encounter"]


def test_a_single_resource_is_read(tmp_path):
    path = tmp_path / "patient.json"
    path.write_text(json.dumps(patient(), indent=2))

    assert types_in(path) == ["Patient"]


def test_an_array_of_resources_is_read(tmp_path):
    path = tmp_path / "array.json"
    path.write_text(json.dumps([patient(), stay()]))

    assert types_in(path) == ["Patient", "Encounter"]


@pytest.mark.parametrize("name", ["lines.ndjson", "lines.jsonl", "lines.json"])
def test_a_resource_on_each_line_is_read(tmp_path, name):
    path = tmp_path / name
    path.write_text(f"{json.dumps(patient())}\n\n{json.dumps(stay())}\n")

    assert types_in(path) == ["Patient", "Encounter"]


@pytest.mark.parametrize("name", ["packed.json.gz", "packed.json"])
def test_a_packed_file_is_known_by_its_content(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(gzip.compress(json.dumps(bundle(patient())).encode()))

    assert types_in(path) == ["Patient"]


def test_a_type_told_after_the_entries_is_understood(tmp_path):
    path = tmp_path / "late.json"
    told_late = {"entry": bundle(patient())["entry"], "resourceType": "Bundle"}
    path.write_text(json.dumps(told_late))

    assert types_in(path) == ["Patient"]


def test_a_bundle_longer_than_what_is_read_at_a_time_is_read_whole(tmp_path):
    path = tmp_path / "long.json"
    many = [patient(str(number)) for number in range(CHUNK // 200)]
    path.write_text(json.dumps(bundle(*many)))

    assert [one.resource["id"] for one in read(path)] == [one["id"] for one in many]


def test_what_stands_before_a_break_is_used(tmp_path):
    path = tmp_path / "broken.json"
    path.write_text(json.dumps(bundle(patient(), stay()), indent=1)[:-30])

    karin, broken = read(path)

    assert isinstance(karin, Found)
    assert broken.reason is Reason.BROKEN_FILE
    assert broken.place.line > 1


def test_a_broken_line_leaves_the_others(tmp_path):
    path = tmp_path / "lines.ndjson"
    path.write_bytes(b'{"resourceType": \n\xff\xfe\n' + json.dumps(patient()).encode())

    broken, wrong_encoding, karin = read(path)

    assert (broken.place.line, wrong_encoding.place.line) == (1, 2)
    assert karin.place.line == 3


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"   \n",
        b"{",
        b"[1, 2",
        b'{"a": 1,}',
        b'{"a": NaN}',
        b"\x1f\x8b\x08 not packed",
        b"\xff\xfe{}",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"null",
        b'"text"',
        b'{"resourceType": "Bundle", "entry": 3}',
        b'{"resourceType": "Bundle", "entry": [1, null, {}, {"resource": []}]}',
    ],
)
@pytest.mark.parametrize("name", ["odd.json", "odd.ndjson"])
def test_nothing_in_a_file_can_stop_the_reading(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)

    assert not [one for one in read(path) if isinstance(one, Found)]


def test_a_cut_off_packed_file_is_reported(tmp_path):
    path = tmp_path / "cut.ndjson.gz"
    packed = gzip.compress(json.dumps(patient()).encode() * 1000)
    path.write_bytes(packed[: len(packed) // 2])

    assert Reason.BROKEN_FILE in {one.reason for one in read(path)}


def test_bundles_inside_bundles_have_an_end(tmp_path):
    path = tmp_path / "deep.json"
    deep = patient()
    for _ in range(DEEPEST_BUNDLE + 1):
        deep = bundle(deep)
    path.write_text(json.dumps(deep))

    (problem,) = read(path)

    assert problem.reason is Reason.NOT_A_RESOURCE


def test_a_wish_to_delete_is_reported_and_not_granted(tmp_path):
    path = tmp_path / "delete.json"
    request = {"method": "DELETE", "url": "Patient/karin"}
    path.write_text(
        json.dumps({"resourceType": "Bundle", "entry": [{"request": request}]})
    )

    (problem,) = read(path)

    assert problem.reason is Reason.DELETION


def test_a_folder_gives_its_fhir_files_by_name(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "second.ndjson.gz").touch()
    (tmp_path / "a.json").touch()
    (tmp_path / "README.md").touch()

    names = [path.name for path in files_in(tmp_path)]

    assert names == ["a.json", "second.ndjson.gz"]
