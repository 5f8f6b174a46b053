"""Invented stays of every kind, likely and unlikely, from a source of chance."""

from datetime import UTC, datetime, timedelta, timezone
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from tests.unit.discharge.cases import SALA, UNITS, VASTERAS

Json = dict[str, Any]

STOCKHOLM = ZoneInfo("Europe/Stockholm")
# A plain week, both clock changes, Christmas, New Year, Easter, Midsummer, a leap day.
MORNINGS = (
    "2022-03-01",
    "2022-03-07",
    "2022-03-24",
    "2022-10-27",
    "2022-12-20",
    "2022-12-27",
    "2022-04-11",
    "2022-06-20",
    "2024-02-26",
    "2023-10-30",
    "2023-04-28",
    "2024-05-06",
)
CLOCKS = ((9, 0, 0), (11, 59, 59), (12, 0, 0), (12, 0, 1), (23, 59, 59), (0, 0, 0))
OFFSETS = (UTC, timezone(timedelta(hours=5, minutes=30)))
OUTSIDE = [key for key in UNITS if key not in {"ward", "other_ward"}]
USUAL = ["vc", "hsv", "bistand"]
CHOICES: dict[str, tuple[Any, ...]] = {
    "model": ("statutory", "statutory", "statutory", "monthly_average"),
    "late_admission_notice": ("disqualify", "ignore", "delay_start_by_lateness"),
    "late_sip_call": ("disqualify", "ignore", "start_when_call_sent"),
    "early_sip_call_ok": (True, False),
    "declined_sip_blocks_liability": (True, False),
    "withdrawal_resets": (True, False, "pause"),
    "count_discharge_day": (True, False),
    "noon_strict": (True, False),
    "sip_call_weekend_slide": (True, False),
    "rate_year": ("year_of_the_day", "year_of_discharge"),
    "blocker_release_offset_days": (0, 1, 2),
    "threshold_days": (0, 2, 3, 3.5),
    "cap_days": (None, 0, 3, 7),
    "individual": ("beyond_cap", "whole_stay_if_over_cap", "none"),
}


class Stay:
    """A stay under way: the moment, and what has happened."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.events: list[Json] = []
        hour = chance.choice((0, 8, 9, 12, 22))
        self.now = datetime.fromisoformat(chance.choice(MORNINGS)).replace(
            hour=hour, tzinfo=STOCKHOLM
        )

    def wait(self) -> None:
        """Nothing, a little, some hours, or until a clock time that matters."""
        how = self.chance.randrange(6)
        local = self.now.astimezone(STOCKHOLM)
        if how == 1:
            local += timedelta(seconds=1)
        elif how in {2, 3}:
            hours = self.chance.choice((1, 3, 8, 20, 24, 40, 72, 120))
            local = (self.now.astimezone(UTC) + timedelta(hours=hours)).astimezone(
                STOCKHOLM
            )
        elif how >= 4:
            hour, minute, second = self.chance.choice(CLOCKS)
            days = self.chance.choice((0, 1, 1, 2, 3))
            then = local.replace(hour=hour, minute=minute, second=second)
            local = max(local, then + timedelta(days=days))
        self.now = local.astimezone(UTC)

    def wait_briefly(self) -> None:
        """Until later the same day, as a rule."""
        if self.chance.random() < 0.1:
            self.wait()
        self.now += timedelta(minutes=self.chance.choice((0, 1, 60, 180)))

    def add(self, kind: str, **fields: Any) -> None:
        """The event at this moment, written with one offset or another."""
        event: Json = {"type": kind, "at": self.written(self.now), **fields}
        if self.chance.random() < 0.1:
            event["recorded_at"] = self.written(self.now + timedelta(hours=30))
        self.events.append(event)

    def perhaps(self, likely: float, kind: str, **fields: Any) -> None:
        """The event, or not."""
        if self.chance.random() < likely:
            self.add(kind, **fields)

    def written(self, at: datetime) -> str:
        zone = self.chance.choice(OFFSETS) if self.chance.random() < 0.1 else STOCKHOLM
        return at.astimezone(zone).isoformat()

    def some(self) -> list[str]:
        """Whom something concerns; mostly as it should be."""
        if self.chance.random() < 0.9:
            return USUAL
        return self.chance.sample(OUTSIDE, self.chance.choice((1, 1, 2, 3)))


def _begin(stay: Stay) -> None:
    notice = {"to": stay.some(), "estimated_discharge": "2022-03-07"}
    stay.perhaps(0.1, "need_assessed", units=stay.some())
    stay.add("admit", unit="ward")
    stay.wait_briefly()
    stay.perhaps(0.9, "need_assessed", units=stay.some())
    stay.wait_briefly()
    stay.perhaps(0.93, "admission_notice", **notice)
    stay.perhaps(0.8, "appoint_named_contact", by="vc")
    stay.perhaps(0.8, "consent", planning="given")
    stay.wait()
    stay.perhaps(0.97, "ready_decision")
    stay.perhaps(0.9, "ready_notice", to=stay.some())
    stay.wait()
    stay.perhaps(0.5, "sip_call", by="vc")


def _anything(stay: Stay) -> None:
    chance = stay.chance
    reason = chance.choice(("not_available", "not_clarified"))
    by = chance.choice(OUTSIDE) if chance.random() < 0.1 else "vc"
    happenings: tuple[tuple[str, Json], ...] = (
        ("need_assessed", {"units": stay.some()}),
        (
            "admission_notice",
            {"to": stay.some(), "estimated_discharge": "2022-03-09"},
        ),
        ("new_estimate", {"estimated_discharge": "2022-03-10T12:00:00+01:00"}),
        ("acknowledge", {"by": chance.choice(USUAL)}),
        ("appoint_named_contact", {"by": by}),
        ("consent", {"planning": chance.choice(("given", "declined", "withdrawn"))}),
        ("ready_decision", {}),
        ("ready_notice", {"to": stay.some()}),
        ("ready_notice", {"to": stay.some()}),
        ("ready_withdrawn", {}),
        ("sip_call", {"by": by}),
        ("sip_call", {"by": "vc"}),
        ("region_blocker", {"on": True, "reason": reason}),
        ("region_blocker", {"on": True, "reason": reason}),
        ("region_blocker", {"on": False}),
        ("region_blocker", {"on": False, "reason": reason}),
        ("transfer", {"unit": "other_ward"}),
        ("opt_notice", {"to": stay.some()}),
    )
    kind, fields = chance.choice(happenings)
    if kind == "ready_withdrawn" and not _holds(stay.events):
        return
    if kind == "region_blocker" and not fields["on"] and not _is_on(stay.events):
        return
    stay.add(kind, **fields)


def _holds(events: list[Json]) -> bool:
    """Whether a notice holds that has not been withdrawn."""
    kinds = [e["type"] for e in events]
    words = [
        kind
        for kind in kinds
        if kind in {"ready_notice", "opt_notice", "ready_withdrawn"}
    ]
    return bool(words) and words[-1] != "ready_withdrawn"


def _is_on(events: list[Json]) -> bool:
    words = [e["on"] for e in events if e["type"] == "region_blocker"]
    return bool(words) and words[-1]


def _begin_well(stay: Stay) -> None:
    """Everybody told and called, so that every notice can cost something."""
    stay.add("admit", unit="ward")
    stay.add("need_assessed", units=USUAL)
    stay.add("admission_notice", to=USUAL, estimated_discharge="2022-03-07")
    stay.add("appoint_named_contact", by="vc")
    stay.add("sip_call", by="vc")
    stay.add("ready_decision")
    stay.add("ready_notice", to=USUAL)


def _notices_and_hinders(stay: Stay) -> None:
    chance = stay.chance
    happenings: tuple[tuple[str, Json], ...] = (
        *[("ready_notice", {"to": stay.some()})] * 4,
        *[("ready_withdrawn", {})] * 3,
        ("region_blocker", {"on": True, "reason": "not_clarified"}),
        ("region_blocker", {"on": False}),
        ("consent", {"planning": chance.choice(("given", "declined"))}),
    )
    for _ in range(chance.choice((1, 2, 4, 8))):
        stay.wait()
        stay.wait()
        kind, fields = chance.choice(happenings)
        if kind != "ready_withdrawn" or _holds(stay.events):
            stay.add(kind, **fields)


def _go_on_anyhow(stay: Stay) -> None:
    for _ in range(stay.chance.choice((0, 0, 1, 2, 3, 5, 8))):
        stay.wait()
        _anything(stay)


def _finish(stay: Stay) -> None:
    endings = (*["discharge"] * 7, "death", "abort", None)
    how = stay.chance.choice(endings)
    stay.wait()
    if how == "discharge":
        stay.add("discharge")
        stay.wait()
        stay.perhaps(0.4, "information_transferred")
        stay.perhaps(0.15, "sip_call", by="vc")
        stay.perhaps(0.1, "death")
    elif how is not None:
        fields = {"reason": "behovet har upphört"} if how == "abort" else {}
        stay.add(how, **fields)


def a_case(chance: Random) -> Json:
    """A case of the contract; some cannot have happened, and are to be refused."""
    stay = Stay(chance)
    costly = chance.random() < 0.4
    (_begin_well if costly else _begin)(stay)
    (_notices_and_hinders if costly else _go_on_anyhow)(stay)
    _finish(stay)
    moments = [datetime.fromisoformat(event["at"]) for event in stay.events]
    as_of = chance.choice((*moments, stay.now, stay.now, stay.now)) + timedelta(
        seconds=chance.choice((0, 0, 1, -1)), days=chance.choice((0, 0, 1, 3, 9, 30))
    )
    chance.shuffle(stay.events)
    names = chance.sample(sorted(CHOICES), chance.choice((0, 0, 1, 2, 4, len(CHOICES))))
    placed_by = chance.choice((*[None] * 12, VASTERAS, "0180"))
    return {
        "as_of": stay.written(as_of),
        "agreement": {name: chance.choice(CHOICES[name]) for name in sorted(names)},
        "rates": chance.choice(
            (
                {"2022": 9300, "2023": 10500, "2024": 11600},
                {"2022": 9300.1, "2023": 10500, "2024": 11600.25},
                {"2022": 9300, "2023": None},
            )
        ),
        "registered_in": chance.choice((*[SALA] * 12, VASTERAS, None)),
        "placed_by": placed_by,
        "units": UNITS,
        "events": stay.events,
    }
