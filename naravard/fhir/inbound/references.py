"""Reads references between resources (pure)."""

import re
from datetime import date
from urllib.parse import unquote

from naravard.fhir.inbound.element import Element
from naravard.fhir.inbound.numbers import person_number, unit_number
from naravard.fhir.inbound.records import Reference
from naravard.people.details import Number

LONGEST_ADDRESS = 500

_CONDITIONAL = re.compile(r"[A-Za-z]+\?identifier=([^|]+)\|(.+)")
_VERSION = re.compile(r"/_history/[^/]*$")


def read_reference(
    element: Element, type_: str, *, container: str, today: date
) -> Reference:
    """What the element refers to; `container` is the resource that it stands in."""
    address = _VERSION.sub("", element.text("reference", longest=LONGEST_ADDRESS))
    if address.startswith("#"):
        address = f"{container}{address}"
    identifier = element.element("identifier")
    conditional = _CONDITIONAL.fullmatch(unquote(address))
    if conditional is not None:
        told = {"system": conditional[1], "value": conditional[2]}
        identifier = Element(told, element.at("reference"), [])
        address = ""
    number = _number(identifier, type_, today)
    return Reference(
        type=type_, address=address, number=number, display=element.text("display")
    )


def _number(identifier: Element, type_: str, today: date) -> Number | None:
    if type_ == "Patient":
        return person_number(identifier, today=today)
    return unit_number(identifier)


def shorter_addresses(address: str) -> tuple[str, ...]:
    """The address, then what is left without the server it names."""
    parts = address.split("/")
    is_absolute = address.startswith(("http://", "https://"))
    return (address, "/".join(parts[-2:])) if is_absolute else (address,)
