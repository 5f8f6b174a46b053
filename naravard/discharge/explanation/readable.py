"""The explanation as a page in plain Swedish for jurists and economists."""

from datetime import date

from naravard.discharge.rules.deadlines import Deadline, DeadlineCode, DeadlineStatus
from naravard.discharge.rules.explain import Explanation
from naravard.discharge.rules.liability import Liability, LiabilityStatus, NoticeOutcome
from naravard.discharge.rules.payment_month import PaymentMonth
from naravard.discharge.rules.states import State
from naravard.discharge.rules.wording import (
    day_in_words,
    days_in_words,
    kronor,
    moment_in_words,
)

STATES = {
    State.OPEN: "Inskriven",
    State.NOTIFIED: "Inskrivningsmeddelande skickat",
    State.PLANNING: "Planering pågår",
    State.READY: "Utskrivningsklar",
    State.DISCHARGED: "Utskriven",
    State.CLOSED: "Avslutat",
    State.ABORTED: "Avbrutet",
}
DEADLINES = {
    DeadlineCode.ADMISSION_NOTICE: "Inskrivningsmeddelande",
    DeadlineCode.NAMED_CONTACT: "Fast vårdkontakt",
    DeadlineCode.PLANNING_INPUT: "Planeringsunderlag",
    DeadlineCode.SIP_CALL: "Kallelse till samordnad planering",
    DeadlineCode.INFORMATION_TRANSFER: "Informationsöverföring",
    DeadlineCode.FOLLOW_UP: "Uppföljning",
}
STATUSES = {
    DeadlineStatus.OPEN: "pågår",
    DeadlineStatus.MET: "i tid",
    DeadlineStatus.LATE: "för sent",
    DeadlineStatus.MISSED: "missad",
    DeadlineStatus.VOID: "gäller inte längre",
}
LIABILITY = {
    LiabilityStatus.NONE: "inget betalningsansvar",
    LiabilityStatus.GRACE: "fristdagar löper",
    LiabilityStatus.ACCRUING: "kommunen betalar",
    LiabilityStatus.SUSPENDED: "uppehåll, den öppna vårdens insatser saknas",
    LiabilityStatus.ENDED: "avslutat",
    LiabilityStatus.FORFEITED: "regionen har förlorat rätten till betalning",
}


def page(explanation: Explanation) -> str:
    """The evidence sheet as text."""
    required = "krävs" if explanation.sip_required else "krävs inte"
    parts = [
        f"Läge: {STATES[explanation.state]}",
        f"Samordnad individuell planering {required}.",
        "",
        "Frister",
        *(_deadline(each) for each in explanation.deadlines),
        "",
        "Underrättelser om utskrivningsklar",
        *(_notice(each) for each in explanation.liability.notices),
        "",
        "Betalning",
        *_liability(explanation.liability),
        "",
        "Skäl",
        *(f"  {each.law}: {each.text}" for each in explanation.reasons),
    ]
    return "\n".join(parts)


def month_page(month: PaymentMonth) -> str:
    """A month under an average agreement as text."""
    mean = "saknas" if month.mean is None else f"{month.mean:.2f}".replace(".", ",")
    amount = "saknar belopp" if month.amount is None else kronor(month.amount)
    return "\n".join(
        [
            f"Vårdtillfällen i medelvärdet: {month.n}",
            f"Medelvärde i dagar: {mean}",
            f"Dagar över gränsen: {_figure(str(month.excess_days))}",
            f"Dagar som räknas var för sig: {_figure(str(month.individual_days))}",
            f"Att betala: {amount}",
        ]
    )


def _deadline(deadline: Deadline) -> str:
    due = "till utskrivningen"
    if deadline.due_at is not None:
        due = f"senast {moment_in_words(deadline.due_at)}"
    elif deadline.due_on is not None:
        due = f"senast {day_in_words(deadline.due_on)}"
    done = f", gjort {moment_in_words(deadline.met_at)}" if deadline.met_at else ""
    return f"  {DEADLINES[deadline.code]}: {due}{done} – {STATUSES[deadline.status]}"


def _notice(outcome: NoticeOutcome) -> str:
    sent = moment_in_words(outcome.notice.sent_at)
    return (
        f"  Skickad {sent}; betalning tidigast {_day(outcome.starts_on)}; "
        f"dagar: {days_in_words(outcome.payable_days) or 'inga'}"
    )


def _liability(liability: Liability) -> list[str]:
    amount = "inget belopp" if liability.amount is None else kronor(liability.amount)
    return [
        f"  Kommun: {liability.payer or 'ingen'} – {LIABILITY[liability.status]}",
        f"  Dagar: {days_in_words(liability.payable_days) or 'inga'}",
        f"  Belopp: {amount}",
        f"  Dagar från utskrivningsklar till utskriven: "
        f"{'–' if liability.ready_days is None else liability.ready_days}",
    ]


def _day(day: date | None) -> str:
    return "inte alls eller inte känt" if day is None else day_in_words(day)


def _figure(figure: str) -> str:
    return figure.replace(".", ",")
