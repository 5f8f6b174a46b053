"""Reads names and phone numbers, which patients and staff have alike (pure)."""

from dataclasses import dataclass

from naravard.fhir.inbound.element import Element

LONGEST_NAME = 120
LONGEST_PHONE = 30

# The first of these that is there is the name to use; one without use comes between.
_USES = ("official", "usual", "", "temp", "nickname", "anonymous", "maiden", "old")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadName:
    """A name; all given names in their order."""

    given: str
    family: str


def read_name(resource: Element) -> ReadName:
    """The name in use; empty texts when there is none."""
    names = sorted(resource.elements("name"), key=_rank)
    if not names:
        return ReadName(given="", family="")
    name = names[0]
    given = " ".join(filter(None, name.texts("given", longest=LONGEST_NAME)))
    family = name.text("family", longest=LONGEST_NAME)
    if not given and not family:
        return ReadName(given="", family=name.text("text", longest=LONGEST_NAME))
    if len(given) > LONGEST_NAME:
        name.note("given", f"är längre än {LONGEST_NAME} tecken och har kortats")
    return ReadName(given=given[:LONGEST_NAME].rstrip(), family=family)


def read_phone(resource: Element) -> str:
    """The first phone number; empty when there is none."""
    for telecom in resource.elements("telecom"):
        if telecom.text("system") in {"phone", "sms"}:
            return telecom.text("value", longest=LONGEST_PHONE)
    return ""


def _rank(name: Element) -> int:
    use = name.text("use")
    return _USES.index(use) if use in _USES else len(_USES)
