"""Whatever is written in whatever form: never a 500, never a script, never a half."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from uuid import UUID, uuid4

import pytest
import time_machine
from django import forms
from django.db import connection, transaction
from django.http import HttpResponse, QueryDict
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django.fixtures import Settings

from naravard.access.rules import Actor, PartyKind, may_do
from naravard.discharge import services
from naravard.web import actor as sessions
from naravard.web.components.moments import MomentField
from naravard.web.staff.acts.definition import setting_of
from naravard.web.staff.acts.offered import ACTS
from naravard.web.staff.case.acting import sent_form
from naravard.web.staff.forms.rows import RowsField
from tests.house import build_house
from tests.integration.hostile.town import NOW, Town, build_town
from tests.integration.hostile.values import (
    GOOD_MOMENTS,
    MOMENTS,
    RAW,
    hostile,
    identifiers,
)
from tests.pages_role import as_pages

A_YEAR = 365 * 24 * 3600  # seconds
WRITTEN = (
    "discharge_caseevent",
    "care_messages_message",
    "care_messages_receipt",
    "care_messages_withdrawal",
    "access_consent",
    "discharge_inpatientepisode",
    "discharge_dischargecase",
)
# The town stays as it was after every example.


def _in_one_town(examples: int) -> settings:
    """So many examples in `make test`, as many as the profile says in `make soak`."""
    usual = settings.default
    return settings(
        max_examples=examples if usual.derandomize else usual.max_examples,
        suppress_health_check=[
            HealthCheck.function_scoped_fixture,
            HealthCheck.too_slow,
        ],
    )


STAFF_PAGES = ("min-dag", "utskrivningar", "utskrivningar/nytt", "avvikelser")
PARAMETERS = (
    *("visa", "sida", "sjukhus", "spar", "arende", "oppnad", "kant", "period"),
    *("fore", "text", "next", "code", "state", "iss", "error"),
)


_TRIED: Counter[int] = Counter()  # by the status of the answer


@pytest.fixture
def town(db: None, settings: Settings) -> Iterator[Town]:
    settings.SESSION_COOKIE_AGE = A_YEAR
    with time_machine.travel(NOW, tick=False):
        yield build_town()
        print(f"{_TRIED.total()} hostile inputs so far")


@_in_one_town(80)
@given(data=st.data())
def test_every_act_meets_hostile_forms(town: Town, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(["cared for", "without capacity", "child of ten"]))
    citizen = town.citizens[name]
    act = data.draw(st.sampled_from(ACTS))
    actor = data.draw(st.sampled_from(_able(town, act.action)))
    fields = _fields_of(actor, citizen.case, act)
    form = data.draw(_forms(fields, _elsewhere(town)))
    path = _act_path(citizen.case, act, citizen.message)

    with _taken_back(), as_pages():
        before = _rows()
        answer = _staff(actor).post(
            path, form.urlencode(), content_type="application/x-www-form-urlencoded"
        )
        shown = _pages_after(actor, citizen.case) if answer.status_code == 302 else ""

        _check(answer)
        assert answer.status_code == 302 or _rows() == before
        assert not any(raw in shown for raw in RAW)


@_in_one_town(10)
@given(data=st.data())
def test_admission_reason_and_search_meet_hostile_forms(
    town: Town, data: st.DataObject
) -> None:
    person = town.citizens["child of fourteen"].id
    path, names = data.draw(
        st.sampled_from(
            [
                (f"/personer/{person}/", ("reason",)),
                (
                    f"/personer/{person}/skriv-in/",
                    ("reason_for_care", "estimated_at", "at", "care", "request_id"),
                ),
                ("/sok/", ("q",)),
                ("/sprak/", ("next", "language")),
                ("/logga-in/", ("choice", "next")),
            ]
        )
    )
    form = {name: data.draw(hostile | st.just(str(uuid4()))) for name in names}

    with _taken_back(), as_pages():
        _check(_staff(town.house.ward_nurse).post(path, form))


@_in_one_town(10)
@given(data=st.data())
def test_an_inhabitant_sends_hostile_forms(town: Town, data: st.DataObject) -> None:
    known = identifiers(_elsewhere(town))
    form = {
        "case_id": data.draw(known | st.just(str(town.citizens["cared for"].case))),
        "answer": data.draw(st.sampled_from(["given", "withdrawn"]) | hostile),
        "request_id": data.draw(known),
        "related_id": data.draw(known),
    }
    path = data.draw(st.sampled_from(["/samtycke/planering/svar/", "/las-for/"]))

    with _taken_back(), as_pages():
        _check(_inhabitant(town.citizens["cared for"].id).post(path, form))


@_in_one_town(10)
@given(data=st.data())
def test_every_page_meets_hostile_addresses(town: Town, data: st.DataObject) -> None:
    citizen = town.citizens["cared for"]
    asked = data.draw(
        st.dictionaries(
            st.sampled_from(PARAMETERS),
            hostile | st.sampled_from([f"{NOW.isoformat()}", "3:abc", "1", "2"]),
            max_size=4,
        )
    )
    path = data.draw(
        st.sampled_from(
            [
                *(f"/{page}/" for page in STAFF_PAGES),
                f"/arenden/{citizen.case}/",
                f"/personer/{citizen.id}/",
                "/logga-in/",
                "/logga-in/klart/",
                "/logga-in/uppdrag/",
                "/logga-in/fortsatt/",
                "/logga-ut/klart/",
            ]
        )
    )
    own = data.draw(st.sampled_from(["/hem/", "/vem-har-last/", "/papper/"]))

    with _taken_back(), as_pages():
        _check(_staff(town.house.care_planner).get(path, asked))
        _check(_inhabitant(citizen.id).get(own, asked))


@pytest.mark.parametrize(
    "address",
    [
        f"/utskrivningar/?sida={'9' * 5_000}",
        f"/utskrivningar/?sida={'9' * 30}",
        "/utskrivningar/?sida=999999",
        "/utskrivningar/?sjukhus=%00",
        "/utskrivningar/?sjukhus=%ed%a0%80",
        f"/utskrivningar/nytt/?kant=2026-03-04T08:00:00%2B00:00*{'9' * 5_000}",
        "/utskrivningar/nytt/?kant=0001-01-01T00:00:00%2B14:00*1",
        "/vem-har-last/?fore=99999999999999999999",
    ],
)
def test_an_address_that_nobody_has_clicked_is_answered(db: None, address: str) -> None:
    house = build_house()
    actor = house.care_planner

    with _taken_back(), as_pages():
        _check(_staff(actor).get(address))


def _check(answer: HttpResponse) -> None:
    _TRIED[answer.status_code] += 1
    assert answer.status_code < 500
    assert not any(raw in answer.content.decode() for raw in RAW)
    assert "\n" not in "".join(answer.headers.values())


@cache
def _able_actors(house: object) -> tuple[Actor, ...]:
    names = ("physician", "ward_nurse", "care_planner", "municipal_nurse")
    more = ("head_of_centre", "district_nurse")
    return tuple(getattr(house, name) for name in (*names, *more))


def _able(town: Town, action: object) -> list[Actor]:
    """Those who may do the act in some part of a case."""
    return [
        actor
        for actor in _able_actors(town.house)
        if any(may_do(actor, action, part).allowed for part in PartyKind)
    ] or [town.house.district_nurse]


def _elsewhere(town: Town) -> tuple[UUID, ...]:
    """Numbers of other cases, persons, messages and units."""
    other = town.citizens["of another municipality"]
    found = (other.id, other.case, other.message, town.house.other_ward)
    return tuple(each for each in found if each)


@cache
def _fields_of(actor: Actor, case_id: UUID | None, act: object) -> dict[str, object]:
    with _taken_back():
        opened = services.open_case(actor=actor, case_id=case_id, now=NOW)
        form = sent_form(act, setting_of(opened, NOW), QueryDict())
        return dict(form.fields)


@st.composite
def _forms(
    draw: st.DrawFn, fields: dict[str, object], known: tuple[UUID, ...]
) -> QueryDict:
    """A form that is right in most places and hostile in some."""
    form = QueryDict(mutable=True)
    for name, field in fields.items():
        for key, value in draw(_entered(name, field, known)):
            form.appendlist(key, value)
    for name in draw(st.lists(st.sampled_from(["next", "fler", "extra"]), max_size=1)):
        form.appendlist(name, draw(hostile))
    return form


def _entered(
    name: str, field: object, known: tuple[UUID, ...]
) -> st.SearchStrategy[list[tuple[str, str]]]:
    if name == "request_id":
        return _as(name, st.uuids().map(str) | identifiers(known))
    if isinstance(field, RowsField):
        return _rows_entered(name, field)
    if isinstance(field, MomentField):
        good = st.just("") if name == "at" else st.sampled_from(GOOD_MOMENTS)
        return _as(name, good | good | st.sampled_from(MOMENTS) | hostile)
    if isinstance(field, forms.ChoiceField):
        right = st.sampled_from([str(value) for value, _text in field.choices] or [""])
        return _as(name, right | right | right | identifiers(known), most=2)
    return _as(name, st.just("Hon går med rollator.") | hostile)


def _as(
    name: str, value: st.SearchStrategy[str], *, most: int = 1
) -> st.SearchStrategy[list[tuple[str, str]]]:
    return st.lists(value.map(lambda one: (name, one)), min_size=1, max_size=most)


def _rows_entered(
    name: str, field: RowsField
) -> st.SearchStrategy[list[tuple[str, str]]]:
    count = st.sampled_from(["1", "2", "0", "-1", "9" * 5_000, "٣", "x"])
    cells = [
        _as(f"{name}-{row}-{column.name}", st.just("Paracetamol") | hostile)
        for row in range(2)
        for column in field.widget.columns
    ]
    return st.tuples(_as(f"{name}-antal", count), *cells).map(
        lambda parts: [pair for part in parts for pair in part]
    )


def _act_path(case_id: UUID | None, act: object, message: UUID | None) -> str:
    if act.about_message:
        return reverse("staff:act_about", args=[case_id, act.slug, message])
    return reverse("staff:act", args=[case_id, act.slug])


def _pages_after(actor: Actor, case_id: UUID | None) -> str:
    """Where what was written is shown next, to others and to the person."""
    browser = _staff(actor)
    paths = [reverse("staff:case", args=[case_id]), reverse("staff:worklist")]
    answers = [browser.get(path) for path in paths]
    for answer in answers:
        _check(answer)
    return "".join(answer.content.decode() for answer in answers)


def _rows() -> tuple[int, ...]:
    counted = ", ".join(f"(SELECT count(*) FROM {table})" for table in WRITTEN)
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        cursor.execute(f"SELECT {counted}")
        row: tuple[int, ...] = cursor.fetchone()
        cursor.execute("SET ROLE naravard_app")
    return row


def _staff(actor: Actor) -> Client:
    assert actor.assignment_id is not None
    return _signed_in(sessions.staff(actor.assignment_id), "staff")


def _inhabitant(person: UUID) -> Client:
    return _signed_in(sessions.inhabitant(person), "inhabitant")


def _signed_in(kept: dict[str, str], face: str) -> Client:
    client = Client(raise_request_exception=False, REMOTE_ADDR=_address())
    session = client.session
    session["actor"] = kept
    session["shown"] = {
        "name": "Mika",
        "role": "",
        "organisation": "",
        "unit": "",
        "caregiver": "P",
        "face": face,
    }
    session.save()
    return client


def _address() -> str:
    return f"10.1.{_TRIED.total() // 250 % 250}.{_TRIED.total() % 250}"


class _taken_back:  # noqa: N801 (reads as a statement)
    """Whatever is written inside is gone afterwards."""

    def __enter__(self) -> None:
        self._block = transaction.atomic()
        self._block.__enter__()

    def __exit__(self, kind: object, problem: object, trace: object) -> None:
        connection.needs_rollback = True
        self._block.__exit__(None, None, None)
