"""The bill of materials lists exactly what runs, and no place it came from."""

import json

from checks.bill_of_materials import LOCK_FILE, bill_of, pinned, project_version

LOCK = LOCK_FILE.read_text(encoding="utf-8")


def test_every_locked_package_is_on_the_bill():
    locked = [line for line in LOCK.splitlines() if line and line[0] not in "#- "]

    bill = json.loads(bill_of(LOCK, project_version()))

    assert len(pinned(LOCK)) == len(locked)
    assert [(each["name"], each["version"]) for each in bill["components"]] == sorted(
        pinned(LOCK)
    )
    assert bill["specVersion"] == "1.6"
    assert bill["metadata"]["component"]["name"] == "naravard"


def test_the_bill_names_packages_and_no_place_they_came_from():
    bill = json.loads(bill_of(LOCK, "0.1.0"))

    assert all(
        set(each) == {"bom-ref", "name", "purl", "type", "version"}
        for each in bill["components"]
    )
    assert all(each["purl"].startswith("pkg:pypi/") for each in bill["components"])
