"""FHIRPath as views use it: what a path gives, and what is refused."""

import pytest

from naravard.indicators.views.errors import (
    PathNotReadable,
    ResourcesNotReadable,
    ViewNotValid,
)
from tests.unit.indicators.views.running import ALARM, KARIN, NILS, PULSE, value

OF_KARIN = {
    # Steps and places
    "id": "karin",
    "Patient.id": "karin",
    "%resource.id": "karin",
    "$this.id": "karin",
    "Observation.id": None,
    "name[1].family": "Berg",
    "name[7].family": None,
    "name.first().given.first()": "Karin",
    "name.last().given.last()": "Kajsa",
    "name.given.count()": 3,
    "name.`use`.first()": "official",
    "contact.telecom[0].value": "1",
    "contact.telecom.skip(1).take(1).value": "2",
    "contact.telecom.tail().first().value": "2",
    # What is kept
    "name.where(use = 'usual').family": "Berg",
    "name.where(use = 'usual' and family = 'Berg').exists()": True,
    "name.where($index = 1).family": "Berg",
    "name.exists(use = 'old')": False,
    "name.all(given.exists())": True,
    "name.given.where($this = 'Maria')": "Maria",
    "contact.telecom.where(rank > 2).value": "2",
    "contact.telecom.where(rank <= 1).value": "1",
    "name.select(given.first() & ' ' & family).join('; ')": "Karin Holm; Kajsa Berg",
    "name.given.join()": "KarinMariaKajsa",
    "name.where(use = 'old').given.join(',')": "",
    "(name.given | name.given).count()": 3,
    "name.given.combine(name.given).count()": 6,
    "name.given.distinct().count()": 3,
    "name.given.intersect('Karin' | 'Nils').count()": 1,
    "name.given.exclude('Karin').count()": 2,
    # True, false and unknown
    "active": True,
    "active = true": True,
    "active.not()": False,
    "active and {}": None,
    "active or {}": True,
    "active xor true": False,
    "active implies false": False,
    "name.use.empty()": False,
    "nothing.empty()": True,
    "iif(active, 'ja', 'nej')": "ja",
    "'Holm' in name.family": True,
    "name.family contains 'Dahl'": False,
    "name.first().use ~ 'OFFICIAL'": True,
    "name.family = ('Holm' | 'Berg')": True,
    "name.family = 'Holm'": False,
    "nothing = 'Holm'": None,
    "id != 'nils'": True,
    # Numbers and text
    "1 + 2 * 3": 7,
    "7 / 2": 3.5,
    "7 div 2": 3,
    "7 mod 2": 1,
    "1 / 0": None,
    "3.14159.round(2)": 3.14,
    "2.power(3)": 8,
    "0.ln()": None,
    "0.1 + 0.2": 0.3,
    "-multipleBirth.ofType(integer)": -2,
    "multipleBirth.ofType(integer) * 1.5": 3.0,
    "'a' + 'b'": "ab",
    r"'it\'s \u00e5'": "it's å",
    "id.length()": 5,
    "id.upper().substring(1, 2)": "AR",
    "id.startsWith('ka')": True,
    "id.matches('^k.*n$')": True,
    "id.replace('k', 'K')": "Karin",
    "id.indexOf('r')": 2,
    "'1;2'.split(';').count()": 2,
    "'2.5'.toDecimal() + 1": 3.5,
    "'ja'.toBoolean()": None,
    # Types, extensions and references
    "deceased.ofType(dateTime)": "2026-03-02",
    "deceased is dateTime": True,
    "deceased is boolean": False,
    "(deceased as dateTime)": "2026-03-02",
    "deceased.exists()": True,
    "birthDate.extension('urn:source').value.ofType(code)": "papper",
    "managingOrganization.getReferenceKey()": "sala",
    "managingOrganization.getReferenceKey(Organization)": "sala",
    "managingOrganization.getReferenceKey(Patient)": None,
    "getResourceKey()": "karin",
    "generalPractitioner.getReferenceKey(Practitioner).join(',')": "anna,bo",
    # Days and moments: what cannot be told is unknown
    "birthDate < @1980": True,
    "birthDate = @1948-06-15": None,
    "birthDate = @1948-06": True,
    "birthDate != @1949": True,
    "@2026-03-29T01:00:00Z = @2026-03-29T03:00:00+02:00": True,
    "birthDate.lowBoundary()": "1948-06-01",
    "birthDate.highBoundary()": "1948-06-30",
    "deceased.ofType(dateTime).lowBoundary()": "2026-03-02T00:00:00.000+14:00",
    "deceased.ofType(dateTime).highBoundary()": "2026-03-02T23:59:59.999-12:00",
    "@T12:34.highBoundary()": "12:34:59.999",
    "1.587.lowBoundary()": 1.5865,
    "1.587.highBoundary(2)": 1.59,
    # Comments and the row
    "id // the person's own\n": "karin",
    "/* first */ %rowIndex": 0,
}
OF_PULSE = {
    "value.ofType(Quantity).unit": "kg",
    "value.exists()": True,
    "value.ofType(integer).exists()": False,
    "value.ofType(Quantity).value.lowBoundary()": 0.95,
    "value.ofType(Quantity).value.highBoundary()": 1.05,
    "effective.ofType(Period).lowBoundary()": "2026-01-01T00:00:00.000+14:00",
    "effective.ofType(Period).end.highBoundary()": "2026-02-03T23:59:59.999-12:00",
}


@pytest.mark.parametrize("path", OF_KARIN)
def test_a_path_gives_what_fhirpath_says(path):
    assert value(path, KARIN) == OF_KARIN[path]


@pytest.mark.parametrize("path", OF_PULSE)
def test_an_element_of_several_types_is_known_by_its_type(path):
    assert value(path, PULSE) == OF_PULSE[path]


def test_a_time_and_a_moment_keep_what_they_say():
    low, moment = "value.ofType(time).lowBoundary()", "effective.ofType(dateTime)"

    assert value(low, ALARM) == "12:34:00.000"
    assert value(f"{moment}.lowBoundary()", ALARM) == "2026-01-01T10:00:00.000+01:00"


def test_an_element_that_another_version_has_plain_is_found():
    plain = {"resourceType": "MedicationRequest", "medication": {"concept": {"id": 1}}}
    typed = {"resourceType": "MedicationRequest", "medicationCodeableConcept": {}}

    assert value("medication.concept.id", plain) == 1
    assert value("medication.ofType(CodeableConcept).exists()", typed) is True


def test_a_boundary_is_of_a_moment_when_the_column_is():
    path = "birthDate.highBoundary()"

    assert value(path, KARIN, type="dateTime") == "1948-06-30T23:59:59.999-12:00"


@pytest.mark.parametrize("path", ["name.family", "name", "active", "deceased"])
def test_nothing_gives_nothing(path):
    assert value(path, NILS) is None


def test_several_values_are_a_collection_or_an_error():
    listed = value("name.family", KARIN, collection=True, type="string")

    assert listed == ["Holm", "Berg"]
    with pytest.raises(ResourcesNotReadable, match="flera värden"):
        value("name.family", KARIN)


@pytest.mark.parametrize(
    "path", ["name..family", "@@", "name.where(", "(id", "'open", "id id", "", "1 +"]
)
def test_what_is_not_fhirpath_is_refused_with_its_place(path):
    with pytest.raises(ViewNotValid, match=r"select\[0\]\.column\[0\]\.path"):
        value(path, KARIN)


def test_an_unexpected_word_is_named():
    with pytest.raises(PathNotReadable, match=r"oväntat ”\.” vid tecken 6"):
        value("name..family", KARIN)


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("nofunction()", "finns inte här"),
        ("name.where()", "0 argument"),
        ("%unknown", "inte angiven"),
        ("$index", "betyder ingenting här"),
        ("true < false", "inte att ordna"),
        ("'a' - 'b'", "inte att räkna med"),
        ("id.getReferenceKey(1 + 1)", "tar en resurstyp"),
    ],
)
def test_what_cannot_be_worked_out_is_refused(path, says):
    with pytest.raises(ViewNotValid, match=says):
        value(path, KARIN)
