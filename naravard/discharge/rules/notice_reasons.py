"""The reasons that belong to one ready notice."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from naravard.core.clock import day_of
from naravard.discharge.rules.agreement import Agreement
from naravard.discharge.rules.case import Case, ReadyNotice
from naravard.discharge.rules.clocks import (
    counted_sip_call,
    liability_starts_on,
    sent_after_noon,
    sip_call_due_on,
)
from naravard.discharge.rules.conditions import Forfeit
from naravard.discharge.rules.liability import NoticeOutcome
from naravard.discharge.rules.wording import day_in_words, moment_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One finding: its code, the paragraph, the sentence, and the day it concerns."""

    code: str
    law: str
    text: str
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _ForfeitText:
    law: str
    text: str


FORFEITS: dict[Forfeit, _ForfeitText] = {
    Forfeit.NO_ADMISSION_NOTICE: _ForfeitText(
        law="LUS 5 kap. 3 § 1",
        text="kommunen har inte fått något inskrivningsmeddelande",
    ),
    Forfeit.LATE_ADMISSION_NOTICE: _ForfeitText(
        law="LUS 5 kap. 3 § 1",
        text="inskrivningsmeddelandet skickades senare än 24 timmar",
    ),
    Forfeit.NO_READY_NOTICE: _ForfeitText(
        law="LUS 5 kap. 3 § 2",
        text="underrättelsen gick inte till någon enhet i kommunen som ska betala",
    ),
    Forfeit.NO_SIP_CALL: _ForfeitText(
        law="LUS 5 kap. 3 § andra stycket",
        text="den fasta vårdkontakten har inte kallat till samordnad planering",
    ),
    Forfeit.LATE_SIP_CALL: _ForfeitText(
        law="LUS 5 kap. 3 § andra stycket",
        text="den fasta vårdkontakten kallade för sent till samordnad planering",
    ),
}


def reasons_for_notice(
    outcome: NoticeOutcome, case: Case, agreement: Agreement
) -> Iterator[Reason]:
    """When the notice was sent, what it started, and what stopped it."""
    notice = outcome.notice
    yield _sent(notice, agreement)
    if case.sip_required:
        yield _sip_call(notice, case, agreement)
    if outcome.forfeited:
        forfeit = FORFEITS[outcome.forfeited]
        yield Reason(
            code=outcome.forfeited,
            law=forfeit.law,
            on=day_of(notice.sent_at),
            text=f"Kommunen betalar inte efter underrättelsen "
            f"{day_in_words(day_of(notice.sent_at))}: {forfeit.text}.",
        )
    if notice.withdrawn_at:
        yield Reason(
            code="READY_NOTICE_WITHDRAWN",
            law="LUS 3 kap. 1 §",
            on=day_of(notice.withdrawn_at),
            text="Underrättelsen återtogs "
            f"{moment_in_words(notice.withdrawn_at)}; från den dagen räknas inget.",
        )


def _sent(notice: ReadyNotice, agreement: Agreement) -> Reason:
    after = sent_after_noon(notice.sent_at, agreement)
    starts_on = liability_starts_on(notice.sent_at, agreement)
    what = (
        "Underrättelsen enligt LPT 7 a §" if notice.by_care_plan else "Underrättelsen"
    )
    return Reason(
        code="READY_NOTICE_AFTER_NOON" if after else "READY_NOTICE_BY_NOON",
        law="LUS 5 kap. 4 §",
        on=starts_on,
        text=f"{what} om utskrivningsklar skickades "
        f"{moment_in_words(notice.sent_at)}, {'efter' if after else 'senast'} klockan "
        f"12.00, så betalningsansvaret kan börja tidigast {'fyra' if after else 'tre'} "
        f"dagar senare, {day_in_words(starts_on)}.",
    )


def _sip_call(notice: ReadyNotice, case: Case, agreement: Agreement) -> Reason:
    due_on = sip_call_due_on(notice.sent_at, agreement)
    call = counted_sip_call(case, notice, agreement)
    last = f"sista dag var {day_in_words(due_on)}"
    if call is None:
        return Reason(
            code="SIP_CALL_NOT_SENT",
            law="LUS 4 kap. 3 §",
            on=due_on,
            text=f"Ingen kallelse till samordnad planering räknas för den; {last}.",
        )
    in_time = day_of(call.at) <= due_on
    return Reason(
        code="SIP_CALL_IN_TIME" if in_time else "SIP_CALL_LATE",
        law="LUS 4 kap. 3 §",
        on=day_of(call.at),
        text="Kallelsen till samordnad planering skickades "
        f"{moment_in_words(call.at)}, {'i tid' if in_time else 'för sent'}: {last}.",
    )
