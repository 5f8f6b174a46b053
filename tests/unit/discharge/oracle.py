"""The law once more, slow and straight, to compare the real rules with.

Written from the text of the act and of the contract, not from `naravard.discharge`:
plain Python on the JSON, one look through all events for every question.
"""

import math
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

Json = dict[str, Any]

STOCKHOLM = ZoneInfo("Europe/Stockholm")
DAY = timedelta(days=1)
MUNICIPAL = {"municipal_health_care", "social_services"}
IN_HOSPITAL = {"OPEN", "NOTIFIED", "PLANNING", "READY"}
READY_NOTICES = {"ready_notice", "opt_notice"}
ENDS = {"death", "abort"}
SAME_MOMENT = [
    "admit",
    "transfer",
    "need_assessed",
    "admission_notice",
    "new_estimate",
    "appoint_named_contact",
    "consent",
    "region_blocker",
    "ready_withdrawn",
    "ready_decision",
    "ready_notice",
    "opt_notice",
    "acknowledge",
    "sip_call",
    "discharge",
    "information_transferred",
    "death",
    "abort",
]
DEFAULTS: Json = {
    "model": "statutory",
    "late_admission_notice": "disqualify",
    "late_sip_call": "disqualify",
    "early_sip_call_ok": True,
    "declined_sip_blocks_liability": False,
    "withdrawal_resets": True,
    "count_discharge_day": False,
    "noon_strict": True,
    "sip_call_weekend_slide": True,
    "rate_year": "year_of_the_day",
    "blocker_release_offset_days": 1,
    "threshold_days": 3,
    "cap_days": 7,
    "include_day_zero": True,
    "individual": "beyond_cap",
    "mean_decimals": None,
}


class Impossible(Exception):
    """The case breaks its own logic; `path` is where in the file."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


# Days and moments


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def day(at: datetime) -> date:
    return at.astimezone(STOCKHOLM).date()


def written(at: datetime | None) -> str | None:
    return at.astimezone(STOCKHOLM).isoformat() if at else None


def easter_day(year: int) -> date:
    """Gauss's and Butcher's reckoning of the Gregorian Easter."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    p = h + m - 7 * n + 114
    return date(year, p // 31, p % 31 + 1)


def first_from(start: date, weekday: int) -> date:
    return start + ((weekday - start.weekday()) % 7) * DAY


def free_from_work(on: date) -> bool:
    """Lag 1930:173 2 §: Saturday, Sunday, public holiday or one of three eves."""
    easter, year = easter_day(on.year), on.year
    midsummer = first_from(date(year, 6, 20), 5)
    fixed = {(1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31)}
    moving = {easter - 2 * DAY, easter + DAY, easter + 39 * DAY}
    moving |= {midsummer, midsummer - DAY, first_from(date(year, 10, 31), 5)}
    return on.weekday() >= 5 or (on.month, on.day) in fixed or on in moving


# The case's own logic: T1–T17


def sort_key(event: Json) -> tuple[Any, ...]:
    return (
        moment(event["at"]),
        SAME_MOMENT.index(event["type"]),
        moment(event.get("recorded_at", event["at"])),
        event.get("by", ""),
        event.get("unit", ""),
        event.get("to", []),
        event.get("units", []),
        event.get("on") is False,
        event.get("planning", ""),
        event.get("reason", ""),
        str(event.get("estimated_discharge")),
    )


# Event: the states it changes, and the state after.
MOVES: dict[str, tuple[set[str | None], str]] = {
    "admit": ({None}, "OPEN"),
    "admission_notice": ({"OPEN"}, "NOTIFIED"),
    "acknowledge": ({"NOTIFIED"}, "PLANNING"),
    "ready_notice": ({*IN_HOSPITAL}, "READY"),
    "opt_notice": ({*IN_HOSPITAL}, "READY"),
    "ready_withdrawn": ({"READY"}, "PLANNING"),
    "discharge": ({*IN_HOSPITAL}, "DISCHARGED"),
    "death": ({*IN_HOSPITAL, "DISCHARGED"}, "ABORTED"),
    "abort": ({*IN_HOSPITAL, "DISCHARGED"}, "ABORTED"),
}


def state_after(events: list[Json]) -> str | None:
    state: str | None = None
    for event in events:
        moved, after = MOVES.get(event["type"], (set(), ""))
        state = after if state in moved else state
    return state


MAY_HAPPEN_IN = {
    "admit": {None},
    "need_assessed": {None, *IN_HOSPITAL},
    "admission_notice": IN_HOSPITAL,
    "new_estimate": {"NOTIFIED", "PLANNING", "READY"},
    "acknowledge": {*IN_HOSPITAL, "DISCHARGED"},
    "appoint_named_contact": {None, *IN_HOSPITAL, "DISCHARGED"},
    "consent": {None, *IN_HOSPITAL, "DISCHARGED"},
    "ready_decision": IN_HOSPITAL,
    "ready_notice": IN_HOSPITAL,
    "opt_notice": IN_HOSPITAL,
    "ready_withdrawn": {"READY"},
    "sip_call": {*IN_HOSPITAL, "DISCHARGED"},
    "region_blocker": {None, *IN_HOSPITAL, "DISCHARGED"},
    "transfer": IN_HOSPITAL,
    "information_transferred": {"DISCHARGED"},
    "discharge": IN_HOSPITAL,
    "death": {*IN_HOSPITAL, "DISCHARGED"},
    "abort": {*IN_HOSPITAL, "DISCHARGED"},
}


def told_by(events: list[Json], *kinds: str) -> set[str]:
    return {key for e in events if e["type"] in kinds for key in e["to"]}


def could_happen(event: Json, before: list[Json], units: Json) -> bool:
    kind = event["type"]
    in_state = state_after(before) in MAY_HAPPEN_IN[kind]
    check = CHECKS.get(kind)
    return in_state and (check is None or check(event, before, units))


def kinds_of(keys: Iterable[str], units: Json) -> set[str]:
    return {units[key]["kind"] for key in keys}


def to_a_ward(event: Json, _before: list[Json], units: Json) -> bool:
    return kinds_of([event["unit"]], units) == {"inpatient"}


def not_to_a_ward(event: Json, _before: list[Json], units: Json) -> bool:
    concerned = event.get("to", event.get("units", []))
    return "inpatient" not in kinds_of(concerned, units)


def with_open_care_told(event: Json, before: list[Json], units: Json) -> bool:
    told = told_by([*before, event], "admission_notice")
    alone = "open_care" not in kinds_of(told, units)
    needs_it = "municipal_health_care" in kinds_of(event["to"], units)
    return not_to_a_ward(event, before, units) and not (needs_it and alone)


def by_one_who_was_told(event: Json, before: list[Json], _units: Json) -> bool:
    return event["by"] in told_by(before, "admission_notice", *READY_NOTICES)


def after_a_decision(event: Json, before: list[Json], units: Json) -> bool:
    decided = any(e["type"] == "ready_decision" for e in before)
    return decided and not_to_a_ward(event, before, units)


def by_open_care(event: Json, _before: list[Json], units: Json) -> bool:
    return kinds_of([event["by"]], units) == {"open_care"}


def by_the_contacts_unit(event: Json, before: list[Json], units: Json) -> bool:
    contacts = [e["by"] for e in before if e["type"] == "appoint_named_contact"]
    right = not contacts or contacts[-1] == event["by"]
    return right and by_open_care(event, before, units)


def with_something_to_lift(event: Json, before: list[Json], _units: Json) -> bool:
    on = {b["reason"] for b in blockers(before) if b["until"] is None}
    lifts = bool(on) and event.get("reason", min(on)) in on
    return lifts or bool(event["on"])


CHECKS: dict[str, Callable[[Json, list[Json], Json], bool]] = {
    "admit": to_a_ward,
    "transfer": to_a_ward,
    "need_assessed": not_to_a_ward,
    "admission_notice": with_open_care_told,
    "acknowledge": by_one_who_was_told,
    "ready_notice": after_a_decision,
    "opt_notice": not_to_a_ward,
    "appoint_named_contact": by_open_care,
    "sip_call": by_the_contacts_unit,
    "region_blocker": with_something_to_lift,
}


def blockers(events: list[Json]) -> list[Json]:
    found: list[Json] = []
    for event in events:
        if event["type"] != "region_blocker":
            continue
        same = [
            b
            for b in found
            if b["until"] is None and event.get("reason") in {None, b["reason"]}
        ]
        if not event["on"]:
            for each in same:
                each["until"] = moment(event["at"])
        elif not same:
            found.append(
                {
                    "reason": event["reason"],
                    "since": moment(event["at"]),
                    "until": None,
                }
            )
    return found


# The answer


class Oracle:
    """One case as of its moment; every answer is worked out anew when asked."""

    def __init__(self, case: Json) -> None:
        self.rules = {**DEFAULTS, **case.get("agreement", {})}
        self.as_of, self.today = moment(case["as_of"]), day(moment(case["as_of"]))
        self.rates = case.get("rates", {})
        self.payer = case.get("placed_by") or case["registered_in"]
        self.units = self._units(case)
        self.events = self._events(case)
        self.needs = self.of("need_assessed")
        told = [key for e in self.of("admission_notice") for key in e["to"]]
        judged = [key for e in self.needs for key in e["units"]]
        self.needed = judged or told

    @staticmethod
    def _units(case: Json) -> Json:
        """Those who care for a placed person do it for the one that placed her,
        unless that one has units of its own in the case."""
        payer, home = case.get("placed_by"), case["registered_in"]
        codes = {unit.get("municipality") for unit in case["units"].values()}
        if payer is None or payer in codes:
            return dict(case["units"])
        return {
            key: {**unit, "municipality": payer}
            if home is not None and unit.get("municipality") == home
            else unit
            for key, unit in case["units"].items()
        }

    def _events(self, case: Json) -> list[Json]:
        ordered = sorted(case["events"], key=sort_key)
        for n, event in enumerate(ordered):
            if not could_happen(event, ordered[:n], self.units):
                same = [e is event for e in case["events"]]
                raise Impossible(f"events[{same.index(True)}]")
        then = [e for e in ordered if moment(e["at"]) <= self.as_of]
        if not any(e["type"] == "admit" for e in then):
            raise Impossible("as_of")
        return then

    def of(self, *kinds: str) -> list[Json]:
        return [e for e in self.events if e["type"] in kinds]

    def first(self, *kinds: str) -> datetime | None:
        return next((moment(e["at"]) for e in self.of(*kinds)), None)

    @property
    def admitted(self) -> datetime:
        return moment(self.of("admit")[0]["at"])

    def works_for_payer(self, keys: list[str]) -> bool:
        return any(
            self.units[key]["kind"] in MUNICIPAL
            and self.units[key].get("municipality") == self.payer
            for key in keys
        )

    # 4 kap. 1 §

    def sip_required(self) -> bool:
        kinds = {self.units[key]["kind"] for key in self.needed}
        both = "open_care" in kinds and bool(kinds & MUNICIPAL)
        return both and not self.of("opt_notice")

    def does_not_want_planning(self, on: date) -> bool:
        said = [e["planning"] for e in self.of("consent") if day(moment(e["at"])) <= on]
        return bool(said) and said[-1] in {"declined", "withdrawn"}

    def planning_not_applicable(self, due: date) -> bool:
        declined = self.does_not_want_planning(min(due, self.today))
        return declined and not self.rules["declined_sip_blocks_liability"]

    # The notices and their clocks

    def notices(self) -> list[Json]:
        found = []
        for n, event in enumerate(self.events):
            if event["type"] in READY_NOTICES:
                sent = moment(event["at"])
                withdrawn = [
                    moment(e["at"])
                    for e in self.events[n:]
                    if e["type"] == "ready_withdrawn"
                ]
                found.append(
                    {
                        "sent": sent,
                        "to": event["to"],
                        "withdrawn": withdrawn[0] if withdrawn else None,
                        "last": not any(
                            e["type"] in READY_NOTICES for e in self.events[n + 1 :]
                        ),
                    }
                )
        return found

    def free_days(self, sent: datetime) -> int:
        clock = sent.astimezone(STOCKHOLM).time()
        strict = self.rules["noon_strict"]
        by_noon = clock <= time(12) if strict else clock < time(12)
        return 3 if by_noon else 4

    def call_due(self, sent: datetime) -> date:
        due = day(sent) + 3 * DAY
        while self.rules["sip_call_weekend_slide"] and free_from_work(due):
            due += DAY
        return due

    def call_for(self, notice: Json) -> datetime | None:
        """The first call that counts; one after the withdrawal is for another."""
        for event in self.of("sip_call"):
            at = moment(event["at"])
            early = at < notice["sent"] and not self.rules["early_sip_call_ok"]
            too_late = notice["withdrawn"] and at > notice["withdrawn"]
            if not early:
                return None if too_late else at
        return None

    # 5 kap. 3 §

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

    # 5 kap. 4–5 §§

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

    # The deadlines

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


def days_from(first: date, end: date) -> list[date]:
    return [first + n * DAY for n in range((end - first).days)]


def answer_of(case: Json) -> Json:
    """The whole answer but its reasons. Raises Impossible."""
    return Oracle(case).answer()


def month_of(given: Json) -> Json:
    """`average_bill` of the worked months, in exact fractions."""
    rules = {**DEFAULTS, **given["agreement"]}
    threshold, cap = Fraction(str(rules["threshold_days"])), rules["cap_days"]
    stays = [r for r in given["ready_days"] if r > 0 or rules["include_day_zero"]]
    over = [r for r in stays if cap is not None and r > cap]
    individual = Fraction(0)
    if rules["individual"] == "beyond_cap":
        individual = Fraction(sum(r - cap for r in over))
    in_mean = stays
    if rules["individual"] == "whole_stay_if_over_cap":
        individual = sum((max(Fraction(0), r - threshold) for r in over), Fraction(0))
        in_mean = [r for r in stays if r not in over]
    capped = [r if cap is None else min(r, cap) for r in in_mean]
    n = len(capped)
    mean = Fraction(sum(capped), n) if n else None
    if mean is not None and rules["mean_decimals"] is not None:
        scale = 10 ** rules["mean_decimals"]
        mean = Fraction(math.floor(mean * scale + Fraction(1, 2)), scale)
    excess = max(Fraction(0), (mean - threshold) * n) if mean is not None else 0
    rate = given["rate"]
    amount = None if rate is None else (excess + individual) * Fraction(str(rate))
    if amount is not None:
        amount = Fraction(math.floor(amount * 100 + Fraction(1, 2)), 100)
    return {
        "n": n,
        "mean": mean,
        "excess_days": excess,
        "individual_days": individual,
        "amount": amount,
    }
