"""A no to somebody who wants to read, in the reader's own language and quietly."""

from dataclasses import dataclass

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from naravard.access.rules import AccessDenied, Rule

# The sentences of the rules C01–C05, listed so that they exist in English too.
SENTENCES: tuple[str | Promise, ...] = (
    gettext_lazy("Uppgifterna går inte att läsa här efter ett dödsfall."),
    gettext_lazy(
        "Ring den enhet som gav vården. De prövar vad de närstående får veta."
    ),
    gettext_lazy("Du kan läsa om dig själv här från den dag du fyller 16 år."),
    gettext_lazy(
        "Du har rätt att få veta. Ring mottagningen eller enheten. De kan berätta,"
        " eller pröva om du kan få en kopia på papper."
    ),
    gettext_lazy("Du kan bara läsa uppgifter om dig själv."),
    gettext_lazy(
        "Vill du hjälpa någon annan? Personen kan själv ge dig rätt att läsa."
    ),
    gettext_lazy("Uppgifterna går inte att läsa här."),
    gettext_lazy(
        "Ring mottagningen eller enheten. De kan berätta, eller pröva om du kan få en"
        " kopia på papper."
    ),
    gettext_lazy(
        "De här uppgifterna prövas varje gång innan en vårdnadshavare får dem."
    ),
    gettext_lazy("Ring den enhet som har uppgifterna och be dem pröva."),
    gettext_lazy("Du läser om ditt barn här till den dag barnet fyller 13 år."),
    gettext_lazy(
        "Prata med ditt barn. Ring mottagningen eller enheten. De kan berätta, eller"
        " pröva om du kan få en kopia på papper."
    ),
    gettext_lazy("Personen har inte gett dig rätt att läsa det här."),
    gettext_lazy("Be personen dela det med dig, själv eller med hjälp av sin kontakt."),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusalWords:
    """Heading, reason, what to do instead, and the act it rests on."""

    heading: str
    message: str
    remedy: str
    law: str


def refusal_words(denial: AccessDenied) -> RefusalWords:
    """The no in words; after a death the law is left for those who ask."""
    rule = denial.decision.rule
    return RefusalWords(
        heading=_heading(rule),
        message=translation.gettext(denial.message),
        remedy=translation.gettext(denial.remedy),
        law="" if rule is Rule.C05 else denial.rule,
    )


def _heading(rule: Rule) -> str:
    headings = {
        Rule.C05: gettext("Sidan är stängd"),
        Rule.C03: gettext("Du kan inte läsa om ditt barn här"),
    }
    return headings.get(rule) or gettext("Du kan inte läsa det här")
