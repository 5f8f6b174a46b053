"""The case as it stands: who is needed, what the person said, the notices."""

from datetime import date, datetime, time
from typing import Any

from tests.unit.discharge.oracle.days import DAY, STOCKHOLM, day, free_from_work, moment
from tests.unit.discharge.oracle.possible import (
    READY_NOTICES,
    Impossible,
    could_happen,
    sort_key,
)

Json = dict[str, Any]
MUNICIPAL = {"municipal_health_care", "social_services"}
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


class CaseAsOf:
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
        """What had happened and was known by then. All of it must be possible."""
        ordered = sorted(case["events"], key=sort_key)
        then = [e for e in ordered if moment(e["at"]) <= self.as_of]
        for n, event in enumerate(ordered):
            if n == len(then):
                self._check_admitted(then)
            if not could_happen(event, ordered[:n], self.units):
                same = [e is event for e in case["events"]]
                raise Impossible(f"events[{same.index(True)}]")
        self._check_admitted(then)
        known = [e for e in then if moment(e.get("recorded_at", e["at"])) <= self.as_of]
        self._check_admitted(known)
        return known

    @staticmethod
    def _check_admitted(then: list[Json]) -> None:
        if not any(e["type"] == "admit" for e in then):
            raise Impossible("as_of")

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
