"""The explanation as the JSON other programs rely on."""

import json
from datetime import date, datetime
from decimal import Decimal

from naravard.core.clock import local
from naravard.discharge.rules.deadlines import Deadline, DeadlineCode
from naravard.discharge.rules.explain import Explanation
from naravard.discharge.rules.liability import Liability, NoticeOutcome
from naravard.discharge.rules.notice_reasons import Reason
from naravard.discharge.rules.payment_month import PaymentMonth

Json = dict[str, object]

_ON_ONE_LINE = json.JSONEncoder(ensure_ascii=False)
DUE_ON_A_DAY = frozenset({DeadlineCode.SIP_CALL, DeadlineCode.INFORMATION_TRANSFER})


def answer(explanation: Explanation) -> Json:
    """The whole answer."""
    return {
        "state": explanation.state,
        "sip_required": explanation.sip_required,
        "deadlines": [_deadline(each) for each in explanation.deadlines],
        "notices": [_notice(each) for each in explanation.liability.notices],
        "liability": _liability(explanation.liability),
        "reasons": [_reason(each) for each in explanation.reasons],
    }


def month_answer(month: PaymentMonth) -> Json:
    """The answer for a month under an average agreement."""
    return {
        "n": month.n,
        "mean": _number(month.mean),
        "excess_days": _number(month.excess_days),
        "individual_days": _number(month.individual_days),
        "amount": _number(month.amount),
    }


def as_line(content: Json) -> str:
    """JSON on one line, with Swedish letters as they are."""
    return _ON_ONE_LINE.encode(content)


def as_page(content: Json) -> str:
    """JSON for one case, laid out to be read."""
    return json.dumps(content, ensure_ascii=False, indent=2)


def _deadline(deadline: Deadline) -> Json:
    due: Json = (
        {"due_on": _day(deadline.due_on)}
        if deadline.code in DUE_ON_A_DAY
        else {"due_at": _moment(deadline.due_at)}
    )
    return {
        "code": deadline.code,
        "name": deadline.name,
        **due,
        "met_at": _moment(deadline.met_at),
        "status": deadline.status,
    }


def _notice(outcome: NoticeOutcome) -> Json:
    return {
        "sent_at": _moment(outcome.notice.sent_at),
        "liability_starts_on": _day(outcome.starts_on),
        "forfeited": outcome.forfeited,
        "payable_days": [day.isoformat() for day in outcome.payable_days],
    }


def _liability(liability: Liability) -> Json:
    return {
        "payer": liability.payer,
        "status": liability.status,
        "payable_days": [day.isoformat() for day in liability.payable_days],
        "amount": _number(liability.amount),
        "ready_days": liability.ready_days,
    }


def _reason(reason: Reason) -> Json:
    return {"code": reason.code, "law": reason.law, "text": reason.text}


def _moment(moment: datetime | None) -> str | None:
    return None if moment is None else local(moment).isoformat()


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
