"""What is done and what remains on the way home, and who does it.

Nothing of what region and municipality owe each other: the person's list is about
the person.
"""

from collections.abc import Iterator
from datetime import datetime

from naravard.discharge.own import Doer, Happening, HappeningCode
from naravard.discharge.queries.inhabitant.contacts import doer_of
from naravard.discharge.queries.inhabitant.next import estimate_is_timed
from naravard.discharge.queries.inhabitant.reading import REFUSED, OwnCase
from naravard.discharge.rows import (
    CaseRow,
    CaseView,
    ContactRow,
    EventRow,
    PartyRow,
)
from naravard.discharge.rules.history import EventType
from naravard.discharge.rules.steps import StepCode
from naravard.people.roles import CareUnitKind

JOINING = " · "
PLANNED_IN_HOSPITAL = frozenset(
    {
        HappeningCode.NEED_ASSESSED,
        HappeningCode.OTHERS_TOLD,
        HappeningCode.CONSENT,
        HappeningCode.HELP_PLANNED,
    }
)


def happenings_for(own: OwnCase, now: datetime) -> tuple[Happening, ...]:
    """Every step that concerns this person, in the order they usually come."""
    if own.view is None:
        return ()
    told = [p for p in own.view.parties if _is_told(p)]
    every = (
        *_first_days(own, own.view.case, told),
        *_planning(own, own.view, told, now),
        *_leaving(own, own.view),
        *_afterwards(own, own.view, told),
    )
    return tuple(each for each in every if not _came_to_nothing(each, own))


def _came_to_nothing(happening: Happening, own: OwnCase) -> bool:
    """What was to be planned in hospital and was not, when she has left it."""
    if own.in_hospital or happening.done or own.view is None:
        return False
    if happening.code is HappeningCode.MEETING:
        asked = any(step.code == StepCode.CALL_TO_SIP for step in own.view.steps)
        return happening.at is None and not asked
    return happening.code in PLANNED_IN_HOSPITAL


def _first_days(
    own: OwnCase, case: CaseRow, told: list[PartyRow]
) -> Iterator[Happening]:
    ward = ", ".join(part for part in (case.ward, case.hospital) if part)
    yield Happening(
        code=HappeningCode.ADMITTED,
        doer=Doer.HOSPITAL,
        name=ward,
        done=True,
        at=case.admitted_at,
    )
    assessed = own.latest(EventType.NEED_ASSESSED)
    if not told and (assessed is not None or own.in_hospital):
        yield _by_hospital(HappeningCode.NEED_ASSESSED, assessed, case.ward)
    if told or assessed:
        sent = own.latest(EventType.ADMISSION_NOTICE)
        yield Happening(
            code=HappeningCode.OTHERS_TOLD,
            doer=Doer.HOSPITAL,
            name=JOINING.join(party.unit for party in told),
            done=sent is not None,
            at=sent.at if sent else None,
        )


def _planning(
    own: OwnCase, view: CaseView, told: list[PartyRow], now: datetime
) -> Iterator[Happening]:
    centres = [p for p in told if doer_of(p.kind) is Doer.HEALTH_CENTRE]
    if centres:
        contact = view.case.contact
        appointed = own.latest(EventType.APPOINT_NAMED_CONTACT)
        yield Happening(
            code=HappeningCode.CONTACT_APPOINTED,
            doer=Doer.HEALTH_CENTRE,
            name=contact.name if contact else centres[0].unit,
            done=contact is not None,
            at=appointed.at if appointed else None,
        )
    if view.case.sip_required or view.case.planning_consent:
        yield _consent(own, view.case)
    yield from _municipal_help(own, told)
    if view.case.sip_required and view.case.planning_consent not in REFUSED:
        yield _meeting(own, view, now)


def _consent(own: OwnCase, case: CaseRow) -> Happening:
    said = own.latest(EventType.CONSENT)
    return Happening(
        code=HappeningCode.CONSENT,
        doer=Doer.PERSON,
        name="",
        done=said is not None,
        at=said.at if said else None,
        answer=case.planning_consent,
    )


def _municipal_help(own: OwnCase, told: list[PartyRow]) -> Iterator[Happening]:
    municipal = [p for p in told if doer_of(p.kind) is Doer.MUNICIPALITY]
    if not municipal:
        return
    units = {party.unit_id for party in municipal}
    given = [e for e in own.events(EventType.PLANNING_INPUT) if e.unit_id in units]
    yield Happening(
        code=HappeningCode.HELP_PLANNED,
        doer=Doer.MUNICIPALITY,
        name=given[-1].unit if given else municipal[0].unit,
        done=bool(given),
        at=given[-1].at if given else None,
    )


def _meeting(own: OwnCase, view: CaseView, now: datetime) -> Happening:
    meeting = own.meeting()
    contact = view.case.contact
    if meeting is None:
        return Happening(
            code=HappeningCode.MEETING,
            doer=Doer.HEALTH_CENTRE,
            name=contact.name if contact else "",
            done=False,
        )
    return Happening(
        code=HappeningCode.MEETING,
        doer=Doer.EVERYONE,
        name=meeting.place,
        done=meeting.meets_at <= now,
        at=meeting.meets_at,
        timed=True,
    )


def _leaving(own: OwnCase, view: CaseView) -> Iterator[Happening]:
    case = view.case
    has_left = case.discharged_at is not None
    decided = own.latest(EventType.READY_DECISION)
    is_ready = case.ready_at is not None or has_left
    yield Happening(
        code=HappeningCode.READY,
        doer=Doer.HOSPITAL,
        name=case.ward,
        done=is_ready,
        at=decided.at if decided and is_ready else None,
    )
    informed = own.latest(EventType.PATIENT_INFORMED)
    yield _by_hospital(HappeningCode.WRITTEN_INFORMATION, informed, case.ward)
    yield Happening(
        code=HappeningCode.HOMEGOING,
        doer=Doer.PERSON,
        done=has_left,
        at=case.discharged_at or case.estimated_at,
        timed=has_left or estimate_is_timed(own),
    )


def _afterwards(
    own: OwnCase, view: CaseView, told: list[PartyRow]
) -> Iterator[Happening]:
    if not told:
        return
    handed = own.latest(EventType.INFORMATION_TRANSFERRED)
    yield _by_hospital(HappeningCode.INFORMATION_HANDED_OVER, handed, view.case.ward)
    centres = [p for p in told if p.kind == CareUnitKind.OPEN_CARE]
    followed = own.latest(EventType.FOLLOWED_UP)
    if not (centres or followed):
        return
    contact = view.case.contact
    call = next((s for s in view.steps if s.code == StepCode.FOLLOW_UP), None)
    yield Happening(
        code=HappeningCode.FOLLOW_UP,
        doer=doer_of(followed.unit_kind) if followed else Doer.HEALTH_CENTRE,
        name=_follower(followed, contact, centres),
        done=followed is not None,
        at=followed.at if followed else call.due_at if call else None,
    )


def _follower(
    followed: EventRow | None, contact: ContactRow | None, centres: list[PartyRow]
) -> str:
    """Who did it; else the named contact, or the first of those who may."""
    if followed:
        return followed.by or followed.unit
    return contact.name if contact else centres[0].unit


def _by_hospital(code: HappeningCode, event: EventRow | None, ward: str) -> Happening:
    return Happening(
        code=code,
        doer=Doer.HOSPITAL,
        name=ward,
        done=event is not None,
        at=event.at if event else None,
    )


def _is_told(party: PartyRow) -> bool:
    outside = party.kind != CareUnitKind.INPATIENT
    return outside and party.is_told and not party.has_left
