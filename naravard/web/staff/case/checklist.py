"""What must be done before somebody goes home, and what is (hemgångsklar)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext

from naravard.core.clock import day_of
from naravard.discharge.rules.history import PlanningConsent
from naravard.web.caregivers import Caregiver
from naravard.web.staff.acts.definition import Setting
from naravard.web.staff.words.planning import meeting_at
from naravard.web.staff.words.units import letter_of
from naravard.web.words.days import coming_day, relative_day


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckItem:
    """One line: what, whose, and when it was or is to be done."""

    text: str
    letter: Caregiver
    done: bool
    when: str


def checklist(setting: Setting) -> tuple[CheckItem, ...]:
    """The lines in the order of the way home; what does not apply is left out."""
    return tuple(_lines(setting))


def _lines(setting: Setting) -> Iterator[CheckItem]:
    folded = setting.folded
    yield from _received(setting)
    yield _contact(setting)
    if folded.sip_required:
        yield _consent(setting)
        if folded.consent in {None, PlanningConsent.GIVEN}:
            yield _meeting(setting)
    yield _planned(setting)
    yield _item(
        setting,
        gettext("Läkaren har bedömt utskrivningsklar"),
        Caregiver.HOSPITAL,
        folded.decisions[-1] if folded.decisions else None,
    )
    yield _item(
        setting,
        gettext("Skriftlig information till personen"),
        Caregiver.HOSPITAL,
        folded.patient_informed_at,
    )
    yield _item(
        setting,
        gettext("Läkemedelslista och sammanfattning"),
        Caregiver.HOSPITAL,
        folded.information_transferred_at,
    )


def _received(setting: Setting) -> Iterator[CheckItem]:
    answered = {each.by: each.at for each in setting.folded.acknowledgements}
    for party in setting.view.parties:
        key = str(party.unit_id)
        if key in setting.folded.told_units:
            yield _item(
                setting,
                gettext("Mottaget av %(unit)s") % {"unit": party.unit},
                letter_of(party.kind),
                answered.get(key),
            )


def _contact(setting: Setting) -> CheckItem:
    contact = setting.case.contact
    text = gettext("Fast vårdkontakt")
    if contact is not None:
        text = gettext("Fast vårdkontakt: %(name)s") % {"name": contact.name}
    return _item(
        setting, text, Caregiver.HEALTH_CENTRE, setting.folded.named_contact_at
    )


def _consent(setting: Setting) -> CheckItem:
    consents = setting.folded.consents
    text = gettext("Personen har svarat om gemensam planering")
    return _item(setting, text, Caregiver.PERSON, consents[-1].at if consents else None)


def _meeting(setting: Setting) -> CheckItem:
    meets_at = meeting_at(setting.view)
    held = meets_at is not None and meets_at < setting.now
    return CheckItem(
        text=gettext("Planeringsmöte (SIP)"),
        letter=Caregiver.EVERYONE,
        done=held,
        when=_day(meets_at, setting) if meets_at else "",
    )


def _planned(setting: Setting) -> CheckItem:
    municipal = set(setting.folded.told_municipal())
    given = {each.by: each.at for each in setting.folded.planning_inputs}
    complete = bool(municipal) and municipal <= given.keys()
    return _item(
        setting,
        gettext("Planeringsunderlag från kommunen"),
        Caregiver.MUNICIPALITY,
        max(given[key] for key in municipal) if complete else None,
    )


def _item(
    setting: Setting, text: str, letter: Caregiver, done_at: datetime | None
) -> CheckItem:
    return CheckItem(
        text=text,
        letter=letter,
        done=done_at is not None,
        when=_day(done_at, setting) if done_at else "",
    )


def _day(moment: datetime, setting: Setting) -> str:
    day, today = day_of(moment), day_of(setting.now)
    return coming_day(day, today) if day > today else relative_day(day, today)
