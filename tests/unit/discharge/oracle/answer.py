"""The deadlines, and the whole answer of the contract."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from tests.unit.discharge.oracle.conditions import ENDS
from tests.unit.discharge.oracle.days import day, moment, written
from tests.unit.discharge.oracle.payment import Payment
from tests.unit.discharge.oracle.possible import state_after, told_by

Json = dict[str, Any]


class Oracle(Payment):
    """One case as of its moment; every answer is worked out anew when asked."""

    def deadlines(self) -> list[Json]:
        return [*self.tm1(), *self.tm2(), *self.tm4(), *self.tm6()]

    def tm1(self) -> Iterator[Json]:
        ended, left = self.first(*ENDS), self.first("discharge")
        judged: list[Json] = [{"at": e["at"], "units": e["units"]} for e in self.needs]
        notices = self.of("admission_notice")
        if not judged and notices:
            judged = [{"at": self.of("admit")[0]["at"], "units": ["all"]}]
        known: set[str] = set()
        for need in judged:
            new = set(need["units"]) - known
            if not new:
                continue
            met = [moment(e["at"]) for e in notices if not known or new & set(e["to"])]
            due = max(moment(need["at"]), self.admitted) + timedelta(hours=24)
            void = ended is not None or (left is not None and left <= due)
            answered = met[0] if met else None
            yield {
                "code": "TM1",
                "name": "admission_notice",
                "due_at": written(due),
                "met_at": written(answered),
                "status": self.stands(
                    answered, answered and answered <= due, self.as_of > due, void
                ),
            }
            known |= new

    def tm2(self) -> Iterator[Json]:
        told = told_by(self.events, "admission_notice")
        if not any(self.units[key]["kind"] == "open_care" for key in told):
            return
        left, met = self.first("discharge"), self.first("appoint_named_contact")
        in_time = met and (left is None or met <= left)
        ended = self.first(*ENDS) is not None
        yield {
            "code": "TM2",
            "name": "appoint_named_contact",
            "due_at": written(left),
            "met_at": written(met),
            "status": self.stands(met, in_time, left is not None, ended),
        }

    def tm4(self) -> Iterator[Json]:
        for notice in self.notices() if self.sip_required() else []:
            due, met = self.call_due(notice["sent"]), self.call_for(notice)
            void = notice["withdrawn"] or self.first(*ENDS)
            void = bool(void) or self.planning_not_applicable(due)
            yield {
                "code": "TM4",
                "name": "sip_call",
                "due_on": due.isoformat(),
                "met_at": written(met),
                "status": self.stands(
                    met, met and day(met) <= due, self.today > due, void
                ),
            }

    def tm6(self) -> Iterator[Json]:
        left, met = self.first("discharge"), self.first("information_transferred")
        if left is None or not (self.needed or self.notices()):
            return
        ended = self.first(*ENDS) is not None
        yield {
            "code": "TM6",
            "name": "information_transferred",
            "due_on": day(left).isoformat(),
            "met_at": written(met),
            "status": self.stands(
                met, met and day(met) <= day(left), self.today > day(left), ended
            ),
        }

    @staticmethod
    def stands(met: Any, in_time: Any, overdue: bool, void: bool) -> str:
        if met:
            return "met" if in_time else "late"
        if void:
            return "void"
        return "missed" if overdue else "open"

    def answer(self) -> Json:
        """Everything but the reasons."""
        return {
            "state": state_after(self.events),
            "sip_required": self.sip_required(),
            "deadlines": self.deadlines(),
            "notices": self.notice_answers(),
            "liability": {
                "payer": self.payer,
                "status": self.status(),
                "payable_days": [on.isoformat() for on in self.payable()],
                "amount": self.amount(),
                "ready_days": self.ready_days(),
            },
        }


def answer_of(case: Json) -> Json:
    """The whole answer but its reasons. Raises Impossible."""
    return Oracle(case).answer()
