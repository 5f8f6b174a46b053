"""What must hold before anything is paid (5 kap. 3 §)."""

import math
from datetime import datetime, timedelta
from typing import Any

from tests.unit.discharge.oracle.case import CaseAsOf
from tests.unit.discharge.oracle.days import DAY, day, moment
from tests.unit.discharge.oracle.possible import IN_HOSPITAL, state_after

Json = dict[str, Any]
ENDS = {"death", "abort"}


class Conditions(CaseAsOf):
    """The notices and the call, as conditions for each ready notice."""

    def told_payer(self) -> datetime | None:
        for event in self.of("admission_notice"):
            if self.works_for_payer(event["to"]):
                return moment(event["at"])
        return None

    def notice_due_for_payer(self) -> datetime:
        own = [e for e in self.needs if self.works_for_payer(e["units"])]
        judged = own or self.needs
        known = moment(judged[0]["at"]) if judged else self.admitted
        return max(known, self.admitted) + timedelta(hours=24)

    def in_hospital(self) -> bool:
        return state_after(self.events) in IN_HOSPITAL

    def lateness(self) -> int:
        """Begun days that the admission notice to the payer was late."""
        told = self.told_payer()
        late = (told - self.notice_due_for_payer()) / DAY if told else 0
        return max(0, math.ceil(late))

    def admission_awaited(self) -> bool:
        in_time = self.as_of <= self.notice_due_for_payer()
        return self.told_payer() is None and self.in_hospital() and in_time

    def call_awaited(self, notice: Json) -> bool:
        """No call yet, nothing lost by it, and still a condition."""
        due = self.call_due(notice["sent"])
        needed = self.sip_required() and not self.planning_not_applicable(due)
        missing = self.call_for(notice) is None
        return needed and missing and not self.call_lost(notice)

    def call_lost(self, notice: Json) -> bool:
        due = self.call_due(notice["sent"])
        ends = [notice["withdrawn"], self.first(*ENDS)]
        stopped = [at for at in ends if at is not None]
        if not stopped:
            return self.today > due
        could_begin = day(notice["sent"]) + self.free_days(notice["sent"]) * DAY
        return day(min(stopped)) > min(due, could_begin)

    def forfeited(self, notice: Json) -> str | None:
        """Why nothing is paid; where several hold, the first in this order."""
        if self.payer is None:
            return None
        told, due = self.told_payer(), self.notice_due_for_payer()
        late = told is not None and told > due
        strict = self.rules["late_admission_notice"] == "disqualify"
        holds = {
            "NO_ADMISSION_NOTICE": told is None and not self.admission_awaited(),
            "LATE_ADMISSION_NOTICE": late and strict,
            "NO_READY_NOTICE": not self.works_for_payer(notice["to"]),
            **self.forfeited_by_call(notice),
        }
        return next((code for code, so in holds.items() if so), None)

    def forfeited_by_call(self, notice: Json) -> dict[str, bool]:
        due, call = self.call_due(notice["sent"]), self.call_for(notice)
        if not self.sip_required() or self.planning_not_applicable(due):
            return {}
        late = call is not None and day(call) > due
        return {
            "NO_SIP_CALL": call is None and self.call_lost(notice),
            "LATE_SIP_CALL": late and self.rules["late_sip_call"] == "disqualify",
        }

    def awaited(self, notice: Json) -> bool:
        return self.admission_awaited() or self.call_awaited(notice)
