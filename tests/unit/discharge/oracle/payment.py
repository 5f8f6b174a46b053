"""Which days are paid, by whom, and what they cost (5 kap. 1–6 §§)."""

import math
from datetime import date
from fractions import Fraction
from typing import Any

from tests.unit.discharge.oracle.conditions import ENDS, Conditions
from tests.unit.discharge.oracle.days import DAY, day, days_from, moment, written
from tests.unit.discharge.oracle.possible import blockers

Json = dict[str, Any]


class Payment(Conditions):
    """The days and the sum."""

    def start(self, notice: Json) -> date:
        free = self.free_days(notice["sent"])
        if self.rules["withdrawal_resets"] is not True:
            used = set()
            for earlier in self.notices():
                if earlier["withdrawn"] and earlier["withdrawn"] <= notice["sent"]:
                    last = day(earlier["withdrawn"])
                    used |= set(days_from(day(earlier["sent"]), last))
            free = max(0, free - len(used))
        start = day(notice["sent"]) + free * DAY
        if self.rules["late_admission_notice"] == "delay_start_by_lateness":
            start += self.lateness() * DAY
        due, call = self.call_due(notice["sent"]), self.call_for(notice)
        applies = self.sip_required() and not self.planning_not_applicable(due)
        if applies and self.rules["late_sip_call"] == "start_when_call_sent":
            start = max(start, day(call)) if call and day(call) > due else start
        return start

    def blocked(self, on: date) -> bool:
        for each in blockers(self.events):
            until = each["until"]
            offset = self.rules["blocker_release_offset_days"] * DAY
            free_again = day(until) + offset if until else date.max
            if day(each["since"]) <= on < free_again:
                return True
        return False

    def starts_on(self, notice: Json) -> date | None:
        if self.payer is None or self.forfeited(notice):
            return None
        start = self.start(notice)
        last = max((day(moment(e["at"])) for e in self.events), default=start)
        horizon = max(start, last) + 400 * DAY
        while self.blocked(start) and start < horizon:
            start += DAY
        if start >= horizon:
            return None
        withdrawn = notice["withdrawn"]
        return None if withdrawn and day(withdrawn) < start else start

    def own_days(self, notice: Json) -> list[date]:
        if self.payer is None or self.forfeited(notice) or self.awaited(notice):
            return []
        left = self.first("discharge")
        end = day(left or self.as_of)
        statutory = self.rules["model"] == "statutory"
        if statutory and self.rules["count_discharge_day"]:
            end += DAY
        for stop in (notice["withdrawn"], self.first(*ENDS)):
            end = min(end, day(stop)) if stop else end
        first = self.start(notice) if statutory else self.first_beyond(notice, end)
        return [on for on in days_from(first, end) if not self.blocked(on)]

    def first_beyond(self, notice: Json, end: date) -> date:
        """Under a monthly average: the first day charged one by one, else `end`."""
        cap, rule = self.rules["cap_days"], self.rules["individual"]
        ready = day(notice["sent"])
        valid = notice["last"] and notice["withdrawn"] is None
        if not valid or cap is None or rule == "none" or (end - ready).days <= cap:
            return end
        whole = rule == "whole_stay_if_over_cap"
        return ready + (math.ceil(self.rules["threshold_days"]) if whole else cap) * DAY

    def notice_answers(self) -> list[Json]:
        paid: set[date] = set()
        answers = []
        for notice in self.notices():
            days = [on for on in self.own_days(notice) if on not in paid]
            paid |= set(days)
            starts = self.starts_on(notice)
            answers.append(
                {
                    "sent_at": written(notice["sent"]),
                    "liability_starts_on": starts.isoformat() if starts else None,
                    "forfeited": self.forfeited(notice),
                    "payable_days": [on.isoformat() for on in days],
                }
            )
        return answers

    # The sum

    def payable(self) -> list[date]:
        return sorted({on for n in self.notices() for on in self.own_days(n)})

    def amount(self) -> float | int | None:
        if self.rules["model"] == "monthly_average":
            return None
        left, total = self.first("discharge"), Fraction(0)
        for on in self.payable():
            by_discharge = self.rules["rate_year"] == "year_of_discharge" and left
            year = day(left).year if by_discharge and left else on.year
            rate = self.rates.get(str(year))
            if rate is None:
                return None
            total += Fraction(str(rate))
        return int(total) if total.denominator == 1 else float(total)

    def ready_days(self) -> int | None:
        left, notices = self.first("discharge"), self.notices()
        if left is None or not notices or notices[-1]["withdrawn"]:
            return None
        return (day(left) - day(notices[-1]["sent"])).days

    def status(self) -> str:
        notices = self.notices()
        if self.payer is None or not notices:
            return "none"
        last = notices[-1]
        over = last["withdrawn"] is not None or not self.in_hospital()
        if self.forfeited(last):
            return "ended" if over and self.payable() else "forfeited"
        if over:
            return "ended"
        if any(b["until"] is None for b in blockers(self.events)):
            return "suspended"
        starts = self.starts_on(last)
        if starts is None or self.today < starts or self.awaited(last):
            return "grace"
        return "suspended" if self.blocked(self.today) else "accruing"
