"""The list "Det här händer": what is done, what remains, and who does it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from naravard.discharge.own import Doer, Happening, HappeningCode
from naravard.discharge.rules.history import PlanningConsent
from naravard.web.caregivers import Caregiver, caregiver_name
from naravard.web.inhabitant.words.days import plain_moment
from naravard.web.inhabitant.words.doers import LETTERS
from naravard.web.words.days import sentence_start


@dataclass(frozen=True, slots=True, kw_only=True)
class HappeningLine:
    """One line: ticked or not, what, and who and when under it."""

    done: bool
    icon: str
    text: str
    under: str
    state: str  # said to those who do not see the tick


Words = Mapping[HappeningCode, str | Promise]

DONE: Words = {
    HappeningCode.ADMITTED: gettext_lazy("Du skrevs in på sjukhuset"),
    HappeningCode.NEED_ASSESSED: gettext_lazy(
        "Läkaren bedömde om du behöver hjälp efter sjukhuset"
    ),
    HappeningCode.OTHERS_TOLD: gettext_lazy(
        "Sjukhuset berättade för dem som ska hjälpa dig"
    ),
    HappeningCode.CONTACT_APPOINTED: gettext_lazy("Du fick en fast vårdkontakt"),
    HappeningCode.HELP_PLANNED: gettext_lazy("Kommunen planerade hjälpen hemma"),
    HappeningCode.MEETING: gettext_lazy("Planeringsmötet har varit"),
    HappeningCode.READY: gettext_lazy("Läkaren bedömde att du är klar att åka hem"),
    HappeningCode.WRITTEN_INFORMATION: gettext_lazy("Du fick ett papper med dig"),
    HappeningCode.HOMEGOING: gettext_lazy("Du lämnade sjukhuset"),
    HappeningCode.INFORMATION_HANDED_OVER: gettext_lazy(
        "Sjukhuset lämnade över det som de andra behöver veta"
    ),
    HappeningCode.FOLLOW_UP: gettext_lazy("Någon hörde av sig efter hemgången"),
}
LEFT: Words = {
    HappeningCode.NEED_ASSESSED: gettext_lazy(
        "Läkaren bedömer om du behöver hjälp efter sjukhuset"
    ),
    HappeningCode.OTHERS_TOLD: gettext_lazy(
        "Sjukhuset berättar för dem som ska hjälpa dig"
    ),
    HappeningCode.CONTACT_APPOINTED: gettext_lazy("Du får en fast vårdkontakt"),
    HappeningCode.CONSENT: gettext_lazy(
        "Du får frågan om alla får planera tillsammans"
    ),
    HappeningCode.HELP_PLANNED: gettext_lazy("Kommunen planerar hjälpen hemma"),
    HappeningCode.MEETING: gettext_lazy("Planeringsmöte med dig"),
    HappeningCode.READY: gettext_lazy("Läkaren bedömer när du är klar att åka hem"),
    HappeningCode.WRITTEN_INFORMATION: gettext_lazy("Du får ett papper med dig"),
    HappeningCode.HOMEGOING: gettext_lazy("Du åker hem"),
    HappeningCode.INFORMATION_HANDED_OVER: gettext_lazy(
        "Sjukhuset lämnar över det som de andra behöver veta"
    ),
    HappeningCode.FOLLOW_UP: gettext_lazy("Någon hör av sig när du har kommit hem"),
}
ANSWERS: Mapping[str, str | Promise] = {
    PlanningConsent.GIVEN: gettext_lazy("Du sa ja till att alla planerar tillsammans"),
    PlanningConsent.DECLINED: gettext_lazy(
        "Du sa nej till att alla planerar tillsammans"
    ),
    PlanningConsent.WITHDRAWN: gettext_lazy(
        "Du tog tillbaka ditt ja till att alla planerar tillsammans"
    ),
}
# What a care word means, said once beside it.
EXPLAINED: Words = {
    HappeningCode.CONTACT_APPOINTED: gettext_lazy(
        "En fast vårdkontakt håller ihop din vård."
    ),
    HappeningCode.MEETING: gettext_lazy("Ni bestämmer vad du behöver hemma (SIP)."),
}
EXPECTED = frozenset({HappeningCode.HOMEGOING})


def happening_lines(
    happenings: tuple[Happening, ...], now: datetime
) -> tuple[HappeningLine, ...]:
    """The lines in order."""
    return tuple(_line(each, now) for each in happenings)


def _line(happening: Happening, now: datetime) -> HappeningLine:
    parts = (_who_and_when(happening, now), _explained(happening))
    return HappeningLine(
        done=happening.done,
        icon="done" if happening.done else "ring",
        text=_text(happening),
        under=" ".join(part for part in parts if part),
        state=gettext("Klart:") if happening.done else gettext("Kvar:"),
    )


def _text(happening: Happening) -> str:
    if happening.answer in ANSWERS:
        return str(ANSWERS[happening.answer])
    words = DONE if happening.done else LEFT
    return str(words[happening.code])


def _who_and_when(happening: Happening, now: datetime) -> str:
    when = _when(happening, now)
    parts = [part for part in (_who(happening), when) if part]
    return f"{sentence_start(', '.join(parts))}." if parts else ""


def _who(happening: Happening) -> str:
    if happening.name:
        return happening.name
    if happening.doer is Doer.PERSON:
        return ""
    return caregiver_name(Caregiver(LETTERS[happening.doer]))


def _when(happening: Happening, now: datetime) -> str:
    if happening.at is None:
        return ""
    when = plain_moment(happening.at, now, timed=happening.timed)
    if happening.done:
        return when
    if happening.code in EXPECTED:
        day = plain_moment(happening.at, now, timed=False)
        return gettext("troligen %(when)s") % {"when": day}
    if happening.code is HappeningCode.FOLLOW_UP:
        return gettext("senast %(when)s") % {"when": when}
    return when


def _explained(happening: Happening) -> str:
    return "" if happening.done else str(EXPLAINED.get(happening.code, ""))
