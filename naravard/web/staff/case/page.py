"""The page of a case: facts, parties, deadlines and what has happened."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from naravard.core.clock import day_of
from naravard.discharge.rows import CaseRow, DeadlineRow, EventRow, PartyRow
from naravard.discharge.rules.deadlines import DeadlineCode, DeadlineStatus
from naravard.discharge.rules.liability import LiabilityStatus
from naravard.web.caregivers import Caregiver
from naravard.web.components.people import Fact, PersonShown
from naravard.web.staff.acts.definition import Setting
from naravard.web.staff.case.messages import AT_ONCE
from naravard.web.staff.case.shown import homegoing_words
from naravard.web.staff.words.events import event_words
from naravard.web.staff.words.moments import due_words
from naravard.web.staff.words.planning import CONSENT_STANDS
from naravard.web.staff.words.steps import COLOURS, STEPS
from naravard.web.staff.words.units import letter_of
from naravard.web.words.days import moment_words, relative_day, sentence_start

DEADLINES: dict[str, Promise] = {
    DeadlineCode.ADMISSION_NOTICE: gettext_lazy("Inskrivningsmeddelande"),
    DeadlineCode.NAMED_CONTACT: gettext_lazy("Fast vårdkontakt"),
    DeadlineCode.PLANNING_INPUT: gettext_lazy("Planeringsunderlag"),
    DeadlineCode.SIP_CALL: gettext_lazy("Kallelse till planeringsmöte"),
    DeadlineCode.INFORMATION_TRANSFER: gettext_lazy("Överlämnad information"),
    DeadlineCode.FOLLOW_UP: gettext_lazy("Uppföljning"),
}
STATUSES: dict[str, tuple[Promise, str]] = {
    DeadlineStatus.OPEN: (gettext_lazy("Pågår"), "info"),
    DeadlineStatus.MET: (gettext_lazy("I tid"), "good"),
    DeadlineStatus.LATE: (gettext_lazy("För sent"), "warning"),
    DeadlineStatus.MISSED: (gettext_lazy("Försenat"), "danger"),
    DeadlineStatus.VOID: (gettext_lazy("Gäller inte längre"), "plain"),
}
LIABILITY: dict[str, Promise] = {
    LiabilityStatus.NONE: gettext_lazy("Inget betalningsansvar"),
    LiabilityStatus.GRACE: gettext_lazy("Fristdagar löper"),
    LiabilityStatus.ACCRUING: gettext_lazy("Kommunen betalar"),
    LiabilityStatus.SUSPENDED: gettext_lazy("Uppehåll, hinder i den öppna vården"),
    LiabilityStatus.ENDED: gettext_lazy("Betalningsansvaret är avslutat"),
    LiabilityStatus.FORFEITED: gettext_lazy("Regionen förlorar rätten till betalning"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDeadline:
    """One clock of the case and how it stands."""

    name: str
    due: str
    met: str
    status: str
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownParty:
    """One unit in the case, what it is to do, and how to reach it."""

    row: PartyRow
    letter: Caregiver
    doing: str
    due: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownEvent:
    """One thing that happened."""

    what: str
    letter: Caregiver
    who: str
    when: str
    later: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePage:
    """Everything on the page of a case beside its acts and messages."""

    person: PersonShown | None
    facts: tuple[Fact, ...]
    parties: tuple[ShownParty, ...]
    deadlines: tuple[ShownDeadline, ...]
    events: tuple[ShownEvent, ...]
    liability: str


def case_page(setting: Setting) -> CasePage:
    """The page as the actor's unit reads it now."""
    return CasePage(
        person=person_shown(setting),
        facts=facts_of(setting),
        parties=tuple(
            _party(party, setting)
            for party in setting.view.parties
            if party.is_told and not party.has_left
        ),
        deadlines=tuple(_deadline(row, setting.now) for row in setting.view.deadlines),
        events=tuple(_event(row, setting.now) for row in reversed(setting.view.events)),
        liability=liability_words(setting.case, setting.now),
    )


def person_shown(setting: Setting) -> PersonShown | None:
    """The person at the top; None when her birth is not known."""
    person = setting.person
    if person.birth_date is None:
        return None
    return PersonShown(
        name=person.name,
        identity=person.number,
        born_on=person.birth_date,
        address=person.address,
    )


def facts_of(setting: Setting) -> tuple[Fact, ...]:
    """Where the person is, who holds it together, what she has said."""
    case = setting.case
    contact = case.contact
    facts = [
        Fact(
            term=gettext("Just nu"),
            text=_where(setting),
            under=homegoing_words(case, setting.now),
        ),
        Fact(
            term=gettext("Fast vårdkontakt"),
            text=contact.name if contact else gettext("Inte utsedd"),
            under=contact.unit if contact else "",
        ),
        Fact(
            term=gettext("Samtycke"),
            text=str(CONSENT_STANDS.get(case.planning_consent, "")),
            tone="good" if setting.consented else "",
        ),
    ]
    if case.track in COLOURS:
        facts.append(Fact(term=gettext("Planering"), text=str(COLOURS[case.track])))
    if case.liability_status != LiabilityStatus.NONE:
        facts.append(
            Fact(
                term=gettext("Betalning"),
                text=str(LIABILITY[case.liability_status]),
                under=liability_words(case, setting.now),
            )
        )
    return tuple(facts)


def liability_words(case: CaseRow, now: datetime) -> str:
    """From which day the municipality pays, where that is counted."""
    starts_on = case.liability_starts_on
    if starts_on is None:
        return ""
    return gettext("från %(day)s") % {"day": relative_day(starts_on, day_of(now))}


def _where(setting: Setting) -> str:
    case = setting.case
    if case.discharged_at:
        return gettext("Hemma")
    if case.ended_at:
        return gettext("Ärendet är avslutat")
    place = ", ".join(part for part in (case.hospital, case.ward) if part)
    if setting.folded.on_leave:
        return gettext("På permission från %(place)s") % {"place": place}
    return gettext("Inskriven, %(place)s") % {"place": place}


def _party(party: PartyRow, setting: Setting) -> ShownParty:
    own = [step for step in setting.view.steps if step.unit_id == party.unit_id]
    first = next(iter(own), None)
    words = STEPS.get(first.code) if first else None
    due = first.due_at if first else None
    return ShownParty(
        row=party,
        letter=letter_of(party.kind),
        doing=str(words.what) if words else "",
        due=sentence_start(due_words(due, setting.now)) if due else "",
    )


def _deadline(row: DeadlineRow, now: datetime) -> ShownDeadline:
    status, tone = STATUSES[row.status]
    return ShownDeadline(
        name=str(DEADLINES[row.code]),
        due=due_words(row.due_at, now) if row.due_at else gettext("före hemgången"),
        met=moment_words(row.met_at, now) if row.met_at else "",
        status=str(status),
        tone=tone,
    )


def _event(row: EventRow, now: datetime) -> ShownEvent:
    later = row.recorded_at - row.at >= AT_ONCE
    return ShownEvent(
        what=event_words(row),
        letter=letter_of(row.unit_kind),
        who=", ".join(part for part in (row.by, row.unit) if part),
        when=moment_words(row.at, now),
        later=moment_words(row.recorded_at, now) if later else "",
    )
