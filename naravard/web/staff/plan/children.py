"""Who decides for a child, said to staff on the child's pages."""

from django.utils.translation import gettext

from naravard.people.queries import PersonHeader
from naravard.plan.rules.consent import (
    CHILD_UNTIL,
    DECIDES_ALONE_FROM,
    OWN_WORD_FROM,
)


def child_facts(person: PersonHeader) -> dict[str, object]:
    """Whether she is a child, and whose word counts at her age."""
    age = person.age
    if age is None or age >= CHILD_UNTIL:
        return {"is_child": False}
    return {"is_child": True, "child_words": _whose_word(age)}


def _whose_word(age: int) -> str:
    """FB 6 kap. 11 och 13 §§, SoL 3 kap. 4 §; how we read them."""
    if age >= DECIDES_ALONE_FROM:
        return gettext(
            "Den unga svarar själv. Vårdnadshavarna läser inte planen på nätet."
        )
    if age >= OWN_WORD_FROM:
        return gettext(
            "Barnet svarar själv, och vårdnadshavarna också. Ni kan bedöma att barnet"
            " är moget att bestämma själv. Barnets egen åsikt ska alltid finnas med."
        )
    return gettext(
        "Vårdnadshavarna svarar. Är de två behöver båda säga ja, om det inte finns"
        " skäl att en räcker. Barnets egen åsikt ska alltid finnas med."
    )
