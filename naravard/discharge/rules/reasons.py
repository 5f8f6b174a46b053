"""Why it is as it is: each finding with its paragraph, in plain Swedish."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from naravard.core.clock import day_of
from naravard.discharge.rules.agreement import Agreement, PaymentModel, Rates
from naravard.discharge.rules.case import Case
from naravard.discharge.rules.clocks import admission_notice_due_at, planning_refused_by
from naravard.discharge.rules.history import BlockerReason, PlanningConsent
from naravard.discharge.rules.liability import Liability
from naravard.discharge.rules.notice_reasons import (
    Reason,
    reasons_for_notice,
)
from naravard.discharge.rules.wording import (
    day_in_words,
    days_in_words,
    kronor,
    moment_in_words,
)

BLOCKER_IN_WORDS = {
    BlockerReason.NOT_AVAILABLE: "den öppna vårdens insatser fanns inte",
    BlockerReason.NOT_CLARIFIED: (
        "det var inte klarlagt om den öppna vårdens insatser fanns"
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What the reasons are drawn from."""

    case: Case
    liability: Liability
    agreement: Agreement
    rates: Rates
    registered_in: str | None
    placed_by: str | None
    as_of: datetime
    municipality_names: Mapping[str, str]  # by code; one without stands by its code


def reasons_of(found: Findings) -> tuple[Reason, ...]:
    """Every reason in the order of the act, then what was done outside the rules."""
    return (
        _payer(found),
        *_admission_notice(found),
        _planning(found),
        *_deviations(found),
        *_notices(found),
        *_blockers(found),
        *_sum(found),
    )


def _payer(found: Findings) -> Reason:
    law = "LUS 5 kap. 2 §"
    if found.placed_by:
        return Reason(
            code="PAYER_PLACED",
            law=law,
            text=f"{_named(found, found.placed_by)} betalar, eftersom den har "
            "beslutat att personen ska bo i en annan kommun.",
        )
    if found.registered_in:
        return Reason(
            code="PAYER_REGISTERED",
            law=law,
            text=f"{_named(found, found.registered_in)} betalar, eftersom personen är "
            "folkbokförd där.",
        )
    return Reason(
        code="NO_PAYER",
        law=law,
        text="Personen är inte folkbokförd i någon kommun, så ingen kommun betalar.",
    )


def _named(found: Findings, code: str) -> str:
    """The municipality as a sentence begins with it."""
    return found.municipality_names.get(code, f"Kommun {code}")


def _named_within(found: Findings, code: str) -> str:
    """The municipality as it stands within a sentence."""
    return found.municipality_names.get(code, f"kommun {code}")


def _admission_notice(found: Findings) -> Iterator[Reason]:
    case, payer = found.case, found.liability.payer
    if payer is None or not (case.needed_units or case.notices):
        return
    told_at, law = case.first_told(payer), "LUS 2 kap. 3 §"
    due_at = admission_notice_due_at(case.need_known_at(payer))
    due = moment_in_words(due_at)
    if told_at is None:
        yield Reason(
            code="ADMISSION_NOTICE_NOT_SENT",
            law=law,
            on=day_of(due_at),
            text="Inget inskrivningsmeddelande har skickats till enheter i "
            f"{_named_within(found, payer)}. Sista tidpunkt: {due}.",
        )
        return
    in_time = told_at <= due_at
    yield Reason(
        code="ADMISSION_NOTICE_IN_TIME" if in_time else "ADMISSION_NOTICE_LATE",
        law=law,
        on=day_of(told_at),
        text=f"Inskrivningsmeddelandet till {_named_within(found, payer)} skickades "
        f"{moment_in_words(told_at)}, {'i tid' if in_time else 'för sent'}: "
        f"sista tidpunkt var {due}.",
    )


def _planning(found: Findings) -> Reason:
    case, law = found.case, "LUS 4 kap. 1 §"
    if case.by_care_plan:
        return Reason(
            code="COORDINATED_CARE_PLAN",
            law=law,
            text="Personen får öppen psykiatrisk tvångsvård, så planeringen sker i en "
            "samordnad vårdplan och ingen kallelse till SIP krävs (LPT 7 a §).",
        )
    if not case.sip_required:
        return Reason(
            code="SIP_NOT_REQUIRED",
            law=law,
            text="Samordnad individuell planering krävs inte, eftersom insatser inte "
            "behövs från både region och kommun.",
        )
    if planning_refused_by(case, day_of(found.as_of)):
        return Reason(
            code="SIP_DECLINED",
            law="LUS 4 kap. 2 §",
            on=day_of(case.consents[-1].at),
            text="Personen vill inte ha samordnad individuell planering.",
        )
    return Reason(
        code="SIP_REQUIRED",
        law=law,
        text="Samordnad individuell planering krävs, eftersom insatser behövs från "
        "både region och kommun.",
    )


def _deviations(found: Findings) -> Iterator[Reason]:
    case = found.case
    if case.discharged_at and case.told_open_care() and not case.named_contacts:
        yield Reason(
            code="NO_NAMED_CONTACT",
            law="LUS 2 kap. 5 §",
            on=day_of(case.discharged_at),
            text="Personen skrevs ut utan att någon fast vårdkontakt var utsedd.",
        )
    if case.sip_calls:
        yield from _call_deviations(case)


def _call_deviations(case: Case) -> Iterator[Reason]:
    called_at = case.sip_calls[0].at
    appointed_at = case.named_contact_at
    if appointed_at is None or appointed_at > called_at:
        yield Reason(
            code="SIP_CALL_WITHOUT_NAMED_CONTACT",
            law="LUS 4 kap. 3 §",
            on=day_of(called_at),
            text="Kallelsen skickades innan någon fast vårdkontakt var utsedd.",
        )
    said = [change.planning for change in case.consents if change.at <= called_at]
    if not said or said[-1] != PlanningConsent.GIVEN:
        yield Reason(
            code="SIP_CALL_WITHOUT_CONSENT",
            law="LUS 4 kap. 2 §",
            on=day_of(called_at),
            text="Kallelsen skickades utan att personens samtycke till planering var "
            "registrerat.",
        )


def _notices(found: Findings) -> Iterator[Reason]:
    if not found.case.notices:
        yield Reason(
            code="NO_READY_NOTICE_SENT",
            law="LUS 3 kap. 1 §",
            text="Ingen underrättelse om utskrivningsklar har skickats, så inget "
            "betalningsansvar har börjat löpa.",
        )
    for outcome in found.liability.notices:
        yield from reasons_for_notice(outcome, found.case, found.agreement)


def _blockers(found: Findings) -> Iterator[Reason]:
    for blocker in found.case.blockers:
        until = (
            f"till {moment_in_words(blocker.until)}"
            if blocker.until
            else "och gäller än"
        )
        yield Reason(
            code="REGION_BLOCKER",
            law="LUS 5 kap. 5 §",
            on=day_of(blocker.since),
            text=f"Från {moment_in_words(blocker.since)} {until} kunde personen inte "
            f"skrivas ut: {BLOCKER_IN_WORDS[BlockerReason(blocker.reason)]}. Kommunen "
            "betalar inte för de dagarna.",
        )


def _sum(found: Findings) -> Iterator[Reason]:
    liability = found.liability
    if found.agreement.model is PaymentModel.MONTHLY_AVERAGE:
        yield Reason(
            code="MONTHLY_AVERAGE",
            law="LUS 4 kap. 5 §",
            text="Region och kommun har kommit överens om att betala efter månadens "
            "medelvärde, så det enskilda ärendet har inget eget pris.",
        )
    elif liability.years_without_rate:
        years = ", ".join(str(year) for year in liability.years_without_rate)
        yield Reason(
            code="NO_RATE",
            law="LUS 5 kap. 6 §",
            text=f"Beloppet för {years} saknas, så inget kan faktureras förrän det är "
            "fastställt.",
        )
    elif liability.payable_days and liability.amount is not None:
        yield Reason(
            code="AMOUNT",
            law="LUS 5 kap. 6 §",
            on=liability.payable_days[-1],
            text=f"{len(liability.payable_days)} vårddygn "
            f"({days_in_words(liability.payable_days)}) blir "
            f"{kronor(liability.amount)}.",
        )
    if found.case.ended_at:
        yield _end(found.case, found.case.ended_at)


def _end(case: Case, ended_at: datetime) -> Reason:
    what = "Personen avled" if case.died else f"Ärendet avbröts ({case.end_reason})"
    return Reason(
        code="CASE_ENDED",
        law="LUS 5 kap. 1 §",
        on=day_of(ended_at),
        text=f"{what} {day_in_words(day_of(ended_at))}; därefter betalas inget.",
    )
