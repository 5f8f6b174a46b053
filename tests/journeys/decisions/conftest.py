"""A small county with figures that have been counted, and those who read them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import time_machine
from django.test import Client

from naravard.access.rules import Actor
from naravard.indicators.models import Counting, StoredValue
from naravard.people.models import CareUnit
from naravard.people.roles import Role
from naravard.roadmap.document import read_roadmap
from naravard.roadmap.services import load_roadmap
from naravard.web import actor as sessions
from tests.house import House, actor, at, build_house, employ

ROAD = Path(__file__).parents[3] / "counties" / "roadmap" / "vastmanland.toml"
NOW = "2026-03-02 08:00"
MONTHS = 30
SignIn = Callable[[Actor], Client]


@pytest.fixture(autouse=True)
def monday_morning():
    with time_machine.travel(at(NOW), tick=False):
        yield


@pytest.fixture
def house(db: None) -> House:
    return build_house()


@pytest.fixture
def politician(house: House) -> Actor:
    unit = CareUnit.objects.get(pk=house.health_centre)
    return actor(employ("Gunvor", "Alm", "ordförande", unit.pk, Role.DECISION_MAKER))


@pytest.fixture
def manager(house: House) -> Actor:
    return actor(
        employ("Lisbet", "Sund", "avdelningschef", house.ward, Role.HEAD_OF_UNIT)
    )


@pytest.fixture
def road(house: House) -> None:
    load_roadmap(document=read_roadmap(ROAD, date(2026, 3, 2)), now=at(NOW))


@pytest.fixture
def counted(house: House) -> None:
    """The wait is shorter since the joint planning; returns go up and down."""
    Counting.objects.create(
        began_at=at(NOW),
        ended_at=at(NOW),
        snapshot="abc",
        source="test",
        after=date(2026, 3, 1),
        done=60,
        total=60,
    )
    for back in range(MONTHS, 0, -1):
        first = month(back)
        wait = 2.0 if back <= 8 else 4.0
        keep("NV-04", first, wait + 0.1 * (back % 2))
        keep("NV-03", first, 12.0 + back % 2)
    keep("NV-04", month(12), 3.1, span="year", period="2025-03/2026-02")
    keep("NV-03", month(12), 12.5, span="year", period="2025-03/2026-02")
    for code, value in (("9901", 2.4), ("9902", 3.6)):
        place = {"geo_level": "municipality", "geo": code}
        keep("NV-04", month(12), value, span="year", period="2025-03/2026-02", **place)
    for group, value in (("interpreter=ja", 20.4), ("interpreter=nej", 12.1)):
        keep(
            "NV-03",
            month(12),
            value,
            span="year",
            period="2025-03/2026-02",
            stratum=group,
        )
    StoredValue.objects.create(
        **columns("NV-03", month(12), "year", "2025-03/2026-02"),
        stratum="interpreter=okänd",
        suppressed=True,
    )


def month(back: int) -> date:
    """The first day of the month so many before March 2026."""
    number = 2026 * 12 + 2 - back
    return date(number // 12, number % 12 + 1, 1)


def columns(
    name: str,
    first: date,
    span: str,
    period: str,
    geo_level: str = "all",
    geo: str = "all",
) -> dict[str, object]:
    return {
        "indicator": name,
        "version": "1.0.0",
        "span": span,
        "period": period or f"{first:%Y-%m}",
        "first": first,
        "geo_level": geo_level,
        "geo": geo,
        "snapshot": "abc",
        "counted_at": at(NOW),
    }


def keep(
    name: str,
    first: date,
    value: float,
    *,
    span: str = "month",
    period: str = "",
    stratum: str = "all",
    **place: str,
) -> None:
    StoredValue.objects.create(
        **columns(name, first, span, period, **place),
        stratum=stratum,
        num=value * 10,
        den=1000,
        value=value,
        ci_lo=value * 0.9,
        ci_hi=value * 1.1,
    )


@pytest.fixture
def sign_in() -> SignIn:
    def signed_in(who: Actor) -> Client:
        client = Client()
        session = client.session
        session["actor"] = sessions.staff(who.assignment_id)
        session["shown"] = {
            "name": who.name,
            "role": who.title,
            "organisation": who.organisation_name,
            "unit": who.unit_name,
            "caregiver": "A",
            "face": "decisionmaker",
        }
        session.save()
        return client

    return signed_in
