"""Reads a Patient, as HL7 Sweden's base profile has it or any other (pure)."""

from datetime import date

from naravard.fhir.inbound.element import Element, coding_codes
from naravard.fhir.inbound.numbers import person_numbers
from naravard.fhir.inbound.people_parts import ReadName, read_name, read_phone
from naravard.fhir.inbound.problems import NotUsable, Reason
from naravard.fhir.inbound.records import PatientRecord, Reference
from naravard.fhir.inbound.references import read_reference
from naravard.fhir.inbound.times import is_less_than_a_date, read_date
from naravard.people.details import PersonDetails
from naravard.people.roles import Protection

# Security labels of HL7 Sweden's base profiles 1.1.0.
PROTECTION_LABELS = {
    "sekretessmarkering": Protection.CONFIDENTIALITY_MARK,
    "skyddadFolkbokforing": Protection.PROTECTED_REGISTRATION,
}
PLACEHOLDER = "skyddad uppgift"  # stands for names and addresses that are withheld

# SNOMED CT SE codes of address types, in the order they are to be preferred; one of
# no stated type comes after the registered address.
REGISTERED = "63381000052101"  # folkbokföringsadress
SPECIAL_POSTAL = "63391000052104"  # särskild postadress
STATED = "63411000052104"  # uppgiven adress
ABROAD = "63401000052101"  # utlandsadress
_ADDRESS_ORDER = (REGISTERED, "", SPECIAL_POSTAL, STATED, ABROAD)
_ADDRESS_TYPE = "SEBaseAddressPersonExtension"
_INTERPRETER = "patient-interpreterRequired"

_LONGEST_STREET = 120
_LONGEST_TOWN = 80
_LONGEST_POSTAL_CODE = 6
_LONGEST_LANGUAGE = 12


def read_patient(resource: Element, *, container: str, today: date) -> PatientRecord:
    """The person told of. Raises NotUsable."""
    if any(link.text("type") == "replaced-by" for link in resource.elements("link")):
        raise NotUsable(
            Reason.DUPLICATE, resource.at("link"), "posten är ersatt av en annan"
        )
    return PatientRecord(
        numbers=person_numbers(resource, today=today),
        details=_details(resource),
        listed_with=_listed_with(resource, container, today),
    )


def _details(resource: Element) -> PersonDetails:
    protection = _protection(resource)
    name = _name(resource)
    address = _address(resource, protection)
    return PersonDetails(
        given_name=name.given,
        family_name=name.family,
        birth_date=_day(resource, "birthDate"),
        deceased_on=_deceased_on(resource),
        protection=protection,
        street=_street(address),
        postal_code=_postal_code(address),
        town=address.text("city", longest=_LONGEST_TOWN),
        phone="" if protection != Protection.NONE else read_phone(resource),
        language=_language(resource),
        interpreter=_needs_interpreter(resource),
    )


def _protection(resource: Element) -> Protection:
    """The strongest protection that a security label states."""
    labels = {
        label.text("code") for label in resource.element("meta").elements("security")
    }
    stated = [
        PROTECTION_LABELS[label] for label in PROTECTION_LABELS if label in labels
    ]
    return stated[-1] if stated else Protection.NONE


def _name(resource: Element) -> ReadName:
    name = read_name(resource)
    if PLACEHOLDER in {name.given.casefold(), name.family.casefold()}:
        return ReadName(given="", family="")
    if not name.given and not name.family:
        resource.note("name", "namn saknas")
    return name


def _address(resource: Element, protection: Protection) -> Element:
    """The address to keep; with protection only a special postal address."""
    by_type = {_address_type(one): one for one in resource.elements("address")[::-1]}
    wanted = _ADDRESS_ORDER if protection == Protection.NONE else (SPECIAL_POSTAL,)
    for kind in wanted:
        if kind in by_type:
            return by_type[kind]
    return Element({}, resource.at("address"), [])


def _address_type(address: Element) -> str:
    for extension in address.elements("extension"):
        if extension.text("url").endswith(_ADDRESS_TYPE):
            codes = coding_codes(extension.element("valueCodeableConcept"))
            return codes[0] if codes else ""
    return ""


def _street(address: Element) -> str:
    lines = ", ".join(filter(None, address.texts("line")))
    if len(lines) > _LONGEST_STREET:
        address.note("line", f"är längre än {_LONGEST_STREET} tecken och har kortats")
    return lines[:_LONGEST_STREET].rstrip()


def _postal_code(address: Element) -> str:
    """Without space; one too long for Sweden is left out."""
    code = address.text("postalCode").replace(" ", "")
    if len(code) > _LONGEST_POSTAL_CODE:
        address.note("postalCode", "är inget svenskt postnummer och har utelämnats")
        return ""
    return code


def _day(resource: Element, key: str) -> date | None:
    text = resource.text(key)
    day = read_date(text)
    if text and day is None:
        partial = is_less_than_a_date(text)
        what = "är inte ett helt datum" if partial else "är inget giltigt datum"
        resource.note(key, what)
    return day


def _deceased_on(resource: Element) -> date | None:
    if resource.has("deceasedDateTime"):
        return _day(resource, "deceasedDateTime")
    if resource.flag("deceasedBoolean"):
        resource.note("deceasedBoolean", "personen är död, men dödsdagen saknas")
    return None


def _language(resource: Element) -> str:
    """The preferred language, else the only one; without region (en-US is en)."""
    told = resource.elements("communication")
    preferred = [one for one in told if one.flag("preferred")] or list(told[:1])
    for communication in preferred:
        for code in coding_codes(communication.element("language")):
            return code[:_LONGEST_LANGUAGE].split("-")[0].lower()
    return ""


def _needs_interpreter(resource: Element) -> bool:
    return any(
        extension.flag("valueBoolean")
        for extension in resource.elements("extension")
        if extension.text("url").endswith(_INTERPRETER)
    )


def _listed_with(resource: Element, container: str, today: date) -> Reference:
    """The unit among the general practitioners (listning); staff are passed by."""
    for told in resource.elements("generalPractitioner"):
        if "Practitioner" not in told.text("reference") + told.text("type"):
            return read_reference(
                told, "Organization", container=container, today=today
            )
    return Reference(type="Organization")
