"""The engine gives the worked examples' answers exactly."""

from datetime import date

import pytest

from naravard.indicators.toys import ToyRows
from tests.unit.indicators.lakes import (
    VECTORS,
    born,
    counted,
    elderly,
    in_special_housing,
    stays_of,
    toy,
)


def close(value: float) -> object:
    return pytest.approx(value, abs=1e-6)


@pytest.mark.parametrize("name", ["NV-01/a", "NV-01/b"])
def test_avoidable_care_of_chronic_illness(name):
    vector = VECTORS[name]

    result = counted(stays_of(vector), "NV-01", "2024")

    assert result.num == vector["expect"]["num"]


@pytest.mark.parametrize("name", ["NV-02/a", "NV-02/b"])
def test_avoidable_care_by_stays_and_by_persons(name):
    vector = VECTORS[name]

    stays = counted(stays_of(vector), "NV-02", "2024")
    persons = counted(stays_of(vector), "NV-02-personer", "2024")

    assert stays.num == vector["expect"]["stays"]
    assert persons.num == vector["expect"]["persons"]


@pytest.mark.parametrize(
    ("name", "periods"),
    [("NV-03/a", ["2024-Q1", "2024-Q2"]), ("NV-03/b", ["2024-01"])],
)
def test_readmission_by_care_periods(name, periods):
    vector = VECTORS[name]
    params = vector["params"]

    results = [counted(stays_of(vector), "NV-03", each, **params) for each in periods]

    assert sum(result.den for result in results) == vector["expect"]["den"]
    assert sum(result.num for result in results) == vector["expect"]["num"]


def test_readmission_by_persons():
    vector = VECTORS["NV-03/b"]

    result = counted(stays_of(vector), "NV-03-personer", "2024-01", **vector["params"])

    assert result.den == vector["expect"]["persons_den"]
    assert result.num == vector["expect"]["persons_num"]


@pytest.mark.parametrize(
    ("name", "period"), [("NV-04/a", "2024-01"), ("NV-04/b", "2024-03")]
)
def test_days_as_ready_for_discharge(name, period):
    vector = VECTORS[name]
    rows = stays_of(vector) | toy(
        population=[{"year": 2023, "age": 70, "n": vector["pop65"]}]
    )

    mean = counted(rows, "NV-04", period)
    days = counted(rows, "NV-04-dagar", period)

    assert mean.num == vector["expect"]["days"]
    assert mean.den == vector["expect"]["stays"]
    assert mean.value == close(vector["expect"]["mean"])
    assert days.value == close(vector["expect"]["days_per_65"])


@pytest.mark.parametrize("name", ["NV-05/a", "NV-05/b"])
def test_beds_taken_by_those_who_are_ready(name):
    vector = VECTORS[name]
    expected = dict(vector["expect"])
    beds = [
        {"date": f"{month}-01", "disponibla": beds}
        for month, beds in vector["beds"].items()
    ]
    rows = stays_of(vector) | toy(beds=beds)

    year = counted(rows, "NV-05", "2024")
    months = {month: counted(rows, "NV-05", month).value for month in vector["beds"]}

    assert year.value == close(expected.pop("mean"))
    assert months == {month: close(value) for month, value in expected.items()}


def visits_to_doctors(vector: dict[str, dict[int, list[str]]]) -> ToyRows:
    return toy(
        visit=[
            {"pid": pid, "clin": doctor, "at": date(2024, 2, 1 + number)}
            for pid, doctors in vector["visits"].items()
            for number, doctor in enumerate(doctors)
        ]
    )


def of_each(indicator: str, vector: dict[str, dict[int, list[str]]]) -> list[float]:
    rows = visits_to_doctors(vector)["visit"]
    alone = [
        {"visit": [row for row in rows if row["pid"] == str(pid)]}
        for pid in vector["visits"]
    ]
    values = [counted(each, indicator, "2024").value for each in alone]
    return [value for value in values if value is not None]


def test_continuity_of_doctors():
    vector = VECTORS["NV-06/a"]

    result = counted(visits_to_doctors(vector), "NV-06", "2024")

    assert result.den == vector["expect"]["persons"]
    assert result.value == close(vector["expect"]["mean"])
    assert of_each("NV-06", vector) == [
        close(value) for value in vector["expect"]["coc"].values()
    ]


def test_usual_doctor_and_the_same_doctor_again():
    vector = VECTORS["NV-06/b"]

    usual = of_each("NV-06-vanligaste", vector)
    again = of_each("NV-06-sekvens", vector)

    assert usual == [close(value) for value in vector["expect"]["upc"].values()]
    assert again == [close(value) for value in vector["expect"]["secon"].values()]


@pytest.mark.parametrize("name", ["NV-08/a", "NV-08/b"])
def test_named_doctor(name):
    vector = VECTORS[name]
    rows = toy(
        listing=vector["listing"],
        clinician=[
            {"clin": clin, "to": None if works else date(2024, 1, 1)}
            for clin, works in vector["employed"].items()
        ],
    )

    result = counted(rows, "NV-08", "2024")

    assert (result.num, result.den) == (
        vector["expect"]["num"],
        vector["expect"]["den"],
    )
    assert result.value == close(vector["expect"]["pct"])


@pytest.mark.parametrize("name", ["NV-09/a", "NV-09/b"])
def test_named_contact(name):
    vector = VECTORS[name]
    rows = toy(
        person=elderly([*vector["target"], 9]),
        residence=in_special_housing(vector["target"]),
        contact_person=vector["contact"],
    )

    result = counted(rows, "NV-09", "2024-Q2")

    assert (result.num, result.den) == (
        vector["expect"]["num"],
        vector["expect"]["den"],
    )
    assert result.value == close(vector["expect"]["pct"])


@pytest.mark.parametrize(("name", "period"), [("NV-10/a", "2024"), ("NV-10/b", "2025")])
def test_judged_within_three_days(name, period):
    vector = VECTORS[name]
    rows = toy(
        visit=[
            {
                "pid": 1,
                "contact_date": visit["contact"],
                "at": visit["at"],
                "new_problem": visit["new"],
                "prof": "läkare" if visit["licensed"] else "vårdadministratör",
                "mode": visit.get("mode", "mottagning"),
                "patient_chose_later": visit.get("chose_later"),
            }
            for visit in vector["visits"]
        ]
    )

    result = counted(rows, "NV-10", period)

    assert (result.num, result.den) == (
        vector["expect"]["num"],
        vector["expect"]["den"],
    )
    assert result.value == close(vector["expect"]["pct"])


@pytest.mark.parametrize("name", ["NV-11/a", "NV-11/b"])
def test_telephone_answered_the_same_day(name):
    vector = VECTORS[name]
    rows = toy(
        phone=[
            {
                "date": date(2024, month, 15),
                "received": calls["received"],
                "answered_same_day": calls["same_day"],
            }
            for month, calls in enumerate(vector["months"], start=1)
        ]
    )

    mean = counted(rows, "NV-11", "2024")
    pooled = counted(rows, "NV-11-alla", "2024")

    assert mean.value == close(vector["expect"]["mean_pct"])
    assert pooled.value == close(vector["expect"]["pooled_pct"])


@pytest.mark.parametrize("name", ["NV-12/a", "NV-12/b"])
def test_visits_to_emergency_departments(name):
    vector = VECTORS[name]
    visits = list(enumerate(vector["ed"], start=1))
    rows = toy(
        person=[{"pid": pid, "birth": visit["birth"]} for pid, visit in visits],
        visit=[{"pid": pid, "at": v["at"], "level": "akut"} for pid, v in visits],
        population=[{"year": 2024, "age": 85, "n": vector["pop80"]}],
    )

    result = counted(rows, "NV-12", "2024")

    assert result.num == vector["expect"]["num"]
    assert result.value == close(vector["expect"]["per_1000"])


@pytest.mark.parametrize("name", ["NV-13/a", "NV-13/b"])
def test_injuries_from_falls(name):
    vector = VECTORS[name]
    rows = stays_of(vector) | toy(
        population=[
            {"year": year, "age": 70, "n": n} for year, n in vector["pop65"].items()
        ]
    )

    result = counted(rows, "NV-13", "2024")

    assert result.num == close(vector["expect"]["mean_n"])
    assert result.value == close(vector["expect"]["per_100k"])


@pytest.mark.parametrize("name", ["NV-14/a", "NV-14/b"])
def test_staff_in_home_care(name):
    vector = VECTORS[name]
    first, days = vector["window"]["from"], vector["window"]["days"]
    rows = toy(
        person=[
            {"pid": pid, "birth": born(client["age"], first)}
            for pid, client in vector["clients"].items()
        ],
        home_visit=vector["visits"],
    )
    window = {"window_from": first, "window_days": days}

    mean = counted(rows, "NV-14", "2024-10", **window)
    middle = counted(rows, "NV-14-median", "2024-10", **window)
    many = counted(rows, "NV-14-over20", "2024-10", more_than=2, **window)

    assert mean.den == vector["expect"]["clients"]
    assert mean.value == close(vector["expect"]["mean"])
    assert middle.value == close(vector["expect"]["median"])
    assert many.value == close(100 * vector["expect"]["share_over_2"])


@pytest.mark.parametrize("name", ["NV-15/a", "NV-15/b"])
def test_individual_plans(name):
    vector = VECTORS[name]
    rows = toy(
        person=elderly(vector["target"]),
        residence=in_special_housing(vector["target"]),
        plan=vector["plans"],
    )

    followed = counted(rows, "NV-15", "2024")
    active = counted(rows, "NV-15-aktiva", "2024")

    assert followed.num == vector["expect"]["num"]
    assert followed.den == vector["expect"]["den"]
    assert followed.value == close(vector["expect"]["pct"])
    assert active.num == vector["expect"]["active"]


@pytest.mark.parametrize("name", ["NV-18/a", "NV-18/b"])
def test_ten_medicines_or_more(name):
    vector = VECTORS[name]
    rows = toy(
        person=[
            {"pid": pid, "birth": date(2024 - age, 12, 31)}
            for pid, age in vector["persons"].items()
        ],
        medlist=[
            {"pid": pid, "atc": atc}
            for pid, listed in vector["meds"].items()
            for atc in listed
        ],
    )

    result = counted(rows, "NV-18", "2024")

    assert (result.num, result.den) == (
        vector["expect"]["num"],
        vector["expect"]["den"],
    )
    assert result.value == close(vector["expect"]["pct"])


@pytest.mark.parametrize("name", ["NV-19/a", "NV-19/b"])
def test_conversation_at_the_end_of_life(name):
    vector = VECTORS[name]
    rows = toy(
        palliative=[
            {
                "pid": pid,
                "death": date(2024, 5, 1),
                "expected": death["expected"],
                "brytpunkt": death["talk"],
            }
            for pid, death in enumerate(vector["deaths"])
        ]
    )

    result = counted(rows, "NV-19", "2024")

    assert (result.num, result.den) == (
        vector["expect"]["num"],
        vector["expect"]["den"],
    )
    assert result.value == close(vector["expect"]["pct"])
