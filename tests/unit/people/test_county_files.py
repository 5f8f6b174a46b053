"""A county file is read into rows, and a wrong one is refused by file and key."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from naravard.people.county import (
    CountyFileNotValid,
    OrganisationKind,
    UnitKind,
    load_county,
)

SMALL = Path(__file__).parent / "small_county.toml"
COUNTIES = Path(__file__).parents[3] / "counties"
TODAY = date(2026, 3, 2)


@pytest.fixture(scope="module")
def county():
    return load_county(SMALL)


def test_the_whole_county_is_read(county):
    assert county.name == "Lilla län"
    assert county.population_on == date(2025, 12, 31)
    assert [row.name for row in county.municipalities] == ["Storby", "Lillby"]
    assert county.municipality("9902").verified is False
    assert county.region.organisation_number == "2321000172"


@pytest.mark.parametrize(
    ("name", "organisation"),
    [
        ("Hallstahammar", "Hallstahammars kommun"),
        ("Sala", "Sala kommun"),
        ("Västerås", "Västerås kommun"),
        ("Storby", "Storby kommun"),
    ],
)
def test_a_municipality_is_called_what_it_calls_itself(county, name, organisation):
    municipality = replace(county.municipality("9902"), name=name)

    assert municipality.organisation_name == organisation


def test_a_ward_is_where_its_hospital_is(county):
    ward = county.unit("medicin")

    assert ward.kind is UnitKind.INPATIENT
    assert (ward.municipality, ward.node) == ("9901", "nod-syd")
    assert (ward.beds, ward.direct_admission_places) == (12, 4)


def test_a_municipal_unit_is_in_its_own_municipality(county):
    unit = county.unit("lillby-hsv")

    assert unit.principal is OrganisationKind.MUNICIPALITY
    assert (unit.municipality, unit.node) == ("9902", None)


def test_a_private_unit_belongs_to_its_provider(county):
    unit = county.unit("vc-klockan-2")

    assert unit.principal is OrganisationKind.PRIVATE
    assert unit.organisation == "klockan"


def test_a_team_may_serve_a_whole_node(county):
    team = county.unit("team-syd")

    assert (team.municipality, team.node) == (None, "nod-syd")


def test_a_unit_gets_an_hsa_id_from_its_organisation_and_key(county):
    assert county.unit("vc-klockan-2").hsa_id == "SE5599990101-VCKLOCKAN2"


def test_care_is_somatic_unless_said(county):
    assert county.unit("medicin").care == "somatic"
    assert county.unit("psykiatri").care == "psychiatric"


@pytest.mark.parametrize(
    ("day", "key"),
    [
        (date(2024, 3, 31), "vc-klockan"),  # the last day of the old contract
        (date(2024, 4, 1), "vc-klockan-2"),
    ],
)
def test_an_old_case_keeps_the_name_the_unit_had_then(county, day, key):
    assert county.unit_in_charge_on("vc-klockan", day).key == key


def test_only_units_that_exist_are_among_those_of_the_day(county):
    keys = {unit.key for unit in county.units_on(TODAY)}

    assert "medicin" in keys
    assert "medicin-1" not in keys


def test_a_unit_does_not_exist_before_its_first_day(county):
    assert not county.unit("medicin").is_valid_on(date(2017, 12, 31))


@pytest.mark.parametrize(
    ("municipality", "care", "day", "agreement"),
    [
        ("9901", "somatic", date(2024, 6, 1), "snitt"),
        ("9901", "somatic", date(2025, 6, 1), "lagen"),
        ("9901", "psychiatric", date(2024, 6, 1), None),
        ("9902", "somatic", date(2024, 6, 1), None),
        ("9901", "somatic", date(2023, 12, 31), None),
    ],
)
def test_the_agreement_depends_on_place_care_and_day(
    county, municipality, care, day, agreement
):
    found = county.agreement_for(municipality, care=care, day=day)

    assert (found.key if found else None) == agreement


def test_an_agreement_carries_its_parameters(county):
    parameters = county.agreements[0].parameters

    assert dict(parameters) == {
        "threshold_days": 3,
        "cap_days": 7,
        "include_day_zero": True,
        "individual": "beyond_cap",
    }


def test_a_year_without_a_known_rate_has_none(county):
    assert county.rate_for(2022).amount_sek == 9300
    assert county.rate_for(2023) is None


WRONG = {
    "unknown key": ('source = "Påhittad"\ninv', 'vad = 1\nsource = "P"\ninv', "vad"),
    "unknown kind": ("mobile_team = [", "luftteam = [", "units.luftteam"),
    "unknown top": ("[rates]", "[extra]\na = 1\n[rates]", "extra"),
    "missing key": ('name = "Sjövik", ', "", "municipalities[1].towns[2].name"),
    "missing table": ("[rates]\nday_in_hospital", "[region.rates]\nday", "rates"),
    "empty text": ('name = "Sjövik"', 'name = " "', "är tom"),
    "wrong kind": ("population = 900", 'population = "900"', "heltal"),
    "too few": ("beds = 12", "beds = -1", "minst 0"),
    "too much": ("share_80_and_over = 0.1", "share_80_and_over = 1.1", "mellan"),
    "no list": ('codes = ["999 30"]', "codes = []", "lista"),
    "no table": ("day_in_hospital = [", "day_in_hospital = [1,", "[1]: ska vara en"),
    "no date": ("valid_to = 2024-12-31", 'valid_to = "2024"', "datum"),
    "no flag": ("emergency = true", "emergency = 1", "true eller false"),
    "bad care": ('care = "psychiatric"', 'care = "dental"', "somatic, psychiatric"),
    "bad cares": ('care = ["somatic"]', 'care = ["dental"]', "agreements[1].care"),
    "bad model": ('model = "statutory"', 'model = "free"', "agreements[2].model"),
    "bad parameter": ("cap_days = 7", 'cap_days = "7"', "parameters.cap_days"),
    "list parameter": ("cap_days = 7", "cap_days = [7]", "parameters.cap_days"),
    "strange parameter": ("cap_days", "cap_dags", "parameters.cap_dags"),
    "bad number": ("212000-2098", "212000-2099", "Organisationsnumret"),
    "bad key": ('key = "team-syd"', 'key = "team åäö"', "units.mobile_team[1].key"),
    "no organisation": ('organisation = "klockan"', 'organisation = "x"', "”x”"),
    "no hospital": ('"sjukhuset", care', '"x", care', "”x”"),
    "no node": ('node = "nod-syd"', 'node = "nod-x"', "”nod-x”"),
    "elsewhere": (
        'organisation = "lillby", phone = "070-174 06 16"',
        'organisation = "lillby", municipality = "9901", phone = "070-174 06 16"',
        "municipal_health_care[2].municipality",
    ),
    "unknown place": ('municipality = "9902"', 'municipality = "9903"', "9903"),
    "twice": ('key = "team-syd"', 'key = "medicin"', "två gånger"),
    "organisation twice": (
        "private_providers = [",
        'private_providers = [{ key = "storby", name = "B", '
        'organisation_number = "559999-0201", hsa_prefix = "SE5599990201" },',
        "”storby” står två gånger",
    ),
    "short number": ("559999-0101", "559999", "tio siffror"),
    "sum": ("population = 3900", "population = 3901", "3900 tillsammans"),
    "code": ('code = "9902"', 'code = "8802"', "inte länets"),
    "old": ("share_80_and_over = 0.1", "share_80_and_over = 0.31", "äldre än 65"),
    "towns": ("share = 0.75", "share = 0.7", "andelar"),
    "backwards": ("valid_to = 2023-12-31", "valid_to = 2017-12-31", "innan"),
    "no heir": ('successor = "medicin"', 'successor = "x"', "finns inte"),
    "no end": ("valid_to = 2023-12-31, ", "", "slutdatum"),
    "gap": ("valid_from = 2024-04-01", "valid_from = 2024-05-01", "dagen därefter"),
    "nobody": ('key = "lillby-hsv"', 'key = "x", valid_to = 2020-01-01', "Lillby"),
    "no listing": ("listed_people = 900, ", "", "Lillby"),
    "overlap": ("valid_to = 2024-12-31", "valid_to = 2025-12-31", "samtidigt"),
    "agreement ends": ("valid_to = 2024-12-31", "valid_to = 2023-12-31", "innan"),
    "rate twice": ("year = 2025", "year = 2022", "två gånger"),
    "early rate": ("year = 2022", "year = 2017", "minst 2018"),
    "strange urgency": ('urgency = "now"', 'urgency = "soon"', "visit_terms[1]"),
    "no time at all": ("answer_minutes = 20", "answer_minutes = 0", "mellan 1 och"),
    "comes first": ("visit_minutes = 180", "visit_minutes = 10", "kortare än"),
    "same day": (
        "answer_minutes = 60\n",
        "answer_minutes = 60\nvisit_minutes = 90\n",
        "samma dag",
    ),
    "terms twice": ('urgency = "today"', 'urgency = "now"\nvisit_minutes = 90', "now"),
    "terms end": (
        "visit_minutes = 180\n",
        "visit_minutes = 180\nvalid_to = 2017-01-01\n",
        "visit_terms.now: slutar gälla innan",
    ),
    "real prefix": ("SE2129990201", "SE2120002098", "verkligheten"),
    "real provider": ("559999-0101", "212000-2098", "verkligheten"),
    "real phone": ("070-174 06 19", "021-17 30 00", "verkligheten"),
    "syntax": ("[region]", "[region", "går inte att läsa"),
}


@pytest.mark.parametrize(("right", "wrong", "says"), WRONG.values(), ids=WRONG)
def test_a_wrong_file_is_refused_and_the_place_is_named(tmp_path, right, wrong, says):
    text = SMALL.read_text(encoding="utf-8")
    assert right in text
    broken = tmp_path / "broken.toml"
    broken.write_text(text.replace(right, wrong, 1), encoding="utf-8")

    with pytest.raises(CountyFileNotValid) as refused:
        load_county(broken)

    assert refused.value.message.startswith("broken.toml, ")
    assert says in refused.value.message


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(CountyFileNotValid, match="finns inte"):
        load_county(tmp_path / "none.toml")


def test_a_county_in_use_may_have_real_phones_and_prefixes(tmp_path):
    text = SMALL.read_text(encoding="utf-8").replace(
        "invented = true", "invented = false"
    )
    real = tmp_path / "real.toml"
    real.write_text(text.replace("070-174 06 19", "021-17 30 00"), encoding="utf-8")

    assert load_county(real).unit("team-syd").phone == "021-17 30 00"


@pytest.mark.parametrize(
    ("file", "municipalities", "population"),
    [("vastmanland.toml", 10, 281_158), ("ostergotland.toml", 13, 472_446)],
)
def test_the_counties_we_ship_are_whole(file, municipalities, population):
    county = load_county(COUNTIES / file)

    assert len(county.municipalities) == municipalities
    assert county.population == population
    assert county.invented
    assert {unit.kind for unit in county.units} == set(UnitKind)


def test_direct_admission_has_places_in_the_four_towns_of_the_programme():
    county = load_county(COUNTIES / "vastmanland.toml")

    places = {
        unit.municipality: unit.direct_admission_places
        for unit in county.units_on(TODAY)
        if unit.direct_admission_places
    }

    assert places == {"1980": 10, "1983": 12, "1981": 10, "1982": 8}


def test_years_without_a_rate_stay_empty_in_the_county_we_ship():
    county = load_county(COUNTIES / "vastmanland.toml")

    assert county.rate_for(2019).amount_sek == 7800
    assert county.rate_for(2020) is None
    assert county.rate_for(2026) is None
