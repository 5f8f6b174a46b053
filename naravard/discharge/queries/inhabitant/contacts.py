"""Whom the person calls: one contact, and the others when it is not reached."""

from datetime import datetime

from naravard.discharge.own import Advice, ContactForYou, Doer, WhoToCall
from naravard.discharge.queries.inhabitant.reading import OwnCase
from naravard.discharge.rows import CaseRow, CaseView, ContactRow, PartyRow
from naravard.people.roles import CareUnitKind

DOER_OF_UNIT = {
    CareUnitKind.INPATIENT: Doer.HOSPITAL,
    CareUnitKind.OPEN_CARE: Doer.HEALTH_CENTRE,
    CareUnitKind.MOBILE_TEAM: Doer.HEALTH_CENTRE,
}


def doer_of(unit_kind: str) -> Doer:
    """Who a unit is to the person; what is neither hospital nor open care, the town."""
    known = {kind.value: doer for kind, doer in DOER_OF_UNIT.items()}
    return known.get(unit_kind, Doer.MUNICIPALITY)


def calls_for(own: OwnCase, _now: datetime) -> WhoToCall:
    """The named contact in primary care, else the ward, else the chosen health centre.

    The order of the patientkontrakt (one contact, then the rest of the team), as far as
    there is anybody to name.
    """
    view = own.view
    written = own.latest_information()
    contact = _contact(own)
    return WhoToCall(
        contact=contact,
        others=_others(view, contact, in_hospital=own.in_hospital) if view else (),
        by_day=written.call_by_day if written and not own.in_hospital else "",
        by_night=written.call_by_night if written and not own.in_hospital else "",
        in_hospital=own.in_hospital,
    )


def advice_for(own: OwnCase) -> Advice:
    """What to watch for; in hospital and without a paper there is only the general."""
    written = own.latest_information()
    if own.in_hospital or written is None:
        return Advice(in_hospital=own.in_hospital)
    return Advice(warning_signs=written.warning_signs, then=written.if_warning_signs)


def _contact(own: OwnCase) -> ContactForYou | None:
    if own.view and own.view.case.contact:
        return _named(own.view.case.contact)
    if own.view and own.in_hospital:
        return _ward(own.view.case)
    unit = own.listed_unit
    if unit is None:
        return None
    return ContactForYou(
        doer=doer_of(unit.kind),
        unit=unit.name,
        phone=unit.phone,
        phone_hours=unit.phone_hours,
    )


def _named(contact: ContactRow) -> ContactForYou:
    return ContactForYou(
        doer=Doer.HEALTH_CENTRE,
        unit=contact.unit,
        name=contact.name,
        title=contact.title,
        phone=contact.phone,
        phone_hours=contact.phone_hours,
        is_named_contact=True,
    )


def _ward(case: CaseRow) -> ContactForYou:
    return ContactForYou(
        doer=Doer.HOSPITAL,
        unit=", ".join(part for part in (case.ward, case.hospital) if part),
        phone=case.ward_phone,
    )


def _others(
    view: CaseView, contact: ContactForYou | None, *, in_hospital: bool
) -> tuple[ContactForYou, ...]:
    taken = {contact.unit} if contact else set()
    ward = _ward(view.case)
    first = (ward,) if in_hospital and ward.unit not in taken else ()
    return first + tuple(_party(p) for p in view.parties if _is_reached(p, taken))


def _is_reached(party: PartyRow, taken: set[str]) -> bool:
    outside = party.kind != CareUnitKind.INPATIENT
    takes_part = party.is_told and not party.has_left
    return outside and takes_part and bool(party.phone) and party.unit not in taken


def _party(party: PartyRow) -> ContactForYou:
    return ContactForYou(
        doer=doer_of(party.kind),
        unit=party.unit,
        phone=party.phone,
        phone_hours=party.phone_hours,
    )
