"""Nobody may knock without end, and nobody waits for what another has done."""

from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from naravard.operation.models import Allowance
from naravard.operation.rules import (
    LIMITS,
    Doing,
    Limit,
    Spending,
    TooManyTimes,
    spendings,
)
from naravard.operation.services import forget_whole_allowances, spend
from naravard.web.limits import address_of
from tests.house import at

NOW = at("2026-03-02 09:00")
FIVE = (Spending(key="karin", limit=Limit(times=5)),)
SEARCHES = LIMITS[Doing.SEARCH][0].times


def spend_times(times: int, spending: tuple[Spending, ...] = FIVE) -> None:
    for _ in range(times):
        spend(spendings=spending, now=NOW)


def search(client: Client, times: int = 1) -> HttpResponse:
    answers = [client.post(reverse("staff:search"), {"q": ""}) for _ in range(times)]
    return answers[-1]


@pytest.mark.django_db
def test_a_whole_allowance_may_be_spent_at_once_and_no_more():
    spend_times(5)

    with pytest.raises(TooManyTimes):
        spend(spendings=FIVE, now=NOW)


@pytest.mark.django_db
def test_one_more_is_earned_when_a_step_has_passed():
    spend_times(5)

    spend(spendings=FIVE, now=NOW + timedelta(seconds=12))

    with pytest.raises(TooManyTimes):
        spend(spendings=FIVE, now=NOW + timedelta(seconds=12))


@pytest.mark.django_db
def test_what_was_refused_is_not_counted():
    spend_times(5)
    with pytest.raises(TooManyTimes):
        spend(spendings=FIVE, now=NOW)

    spend(spendings=FIVE, now=NOW + timedelta(seconds=12))


@pytest.mark.django_db
def test_a_clock_set_back_keeps_nobody_out():
    spend(spendings=FIVE, now=NOW + timedelta(days=1))

    spend_times(5)


@pytest.mark.django_db
def test_one_spent_allowance_of_two_is_enough_to_refuse():
    both = tuple(
        sorted((*FIVE, Spending(key="all", limit=Limit(times=50))), key=lambda s: s.key)
    )
    spend_times(5, both)

    with pytest.raises(TooManyTimes):
        spend(spendings=both, now=NOW)


@pytest.mark.django_db
def test_whole_allowances_are_forgotten_and_spent_ones_kept():
    spend_times(5)
    spend(spendings=(Spending(key="ali", limit=Limit(times=60)),), now=NOW)

    forget_whole_allowances(now=NOW + timedelta(seconds=30))

    assert [row.key for row in Allowance.objects.all()] == ["karin"]


@pytest.mark.django_db
def test_a_limiter_is_counted_together_by_every_page_server(
    django_assert_num_queries,
):
    with django_assert_num_queries(1):
        spend(spendings=FIVE, now=NOW)


@given(
    person=st.text(min_size=1),
    address=st.text(min_size=1),
    doing=st.sampled_from(Doing),
)
def test_a_key_tells_nobody_whose_it_is(person, address, doing):
    found = spendings(doing, person=person, address=address, secret="s")
    other = spendings(doing, person=person, address=address, secret="t")

    assert all(len(spending.key) == 64 for spending in found)
    assert not {s.key for s in found} & {s.key for s in other}
    assert list(found) == sorted(found, key=lambda spending: spending.key)


def test_somebody_who_searches_too_much_is_told_calmly(ali, time_machine):
    time_machine.move_to(NOW, tick=False)
    last_allowed = search(ali, SEARCHES)

    answer = search(ali)

    assert last_allowed.status_code == 200
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "2"
    assert "Vänta en stund" in answer.text
    assert "vänta en minut och försök igen" in answer.text


def test_a_colleague_at_the_same_address_is_not_kept_out(ali, maja, time_machine):
    time_machine.move_to(NOW, tick=False)
    search(ali, SEARCHES + 1)

    assert search(maja).status_code == 200


def test_signing_in_is_counted_by_address(db, time_machine, monkeypatch):
    time_machine.move_to(NOW, tick=False)
    monkeypatch.setitem(LIMITS, Doing.SIGN_IN, (Limit(times=9), Limit(times=3)))
    address = reverse("sign_in")
    codes = [Client().post(address, {"choice": "-"}).status_code for _ in range(3)]

    answer = Client().post(address, {"choice": "-"})

    assert set(codes) == {404}
    assert answer.status_code == 429


def test_reading_is_not_counted(ali, time_machine):
    time_machine.move_to(NOW, tick=False)

    answers = [ali.get(reverse("staff:search")) for _ in range(SEARCHES + 1)]

    assert answers[-1].status_code == 200


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "", "192.0.2.1"),
        (0, "198.51.100.7", "192.0.2.1"),  # nobody we trust has said so
        (1, "198.51.100.7", "198.51.100.7"),
        (1, "203.0.113.9, 198.51.100.7", "198.51.100.7"),  # the first was made up
        (2, "203.0.113.9, 198.51.100.7", "203.0.113.9"),
        (2, "198.51.100.7", "198.51.100.7"),
        (1, "", "192.0.2.1"),
        (1, "2001:db8::1", "2001:db8::/64"),
        (1, "2001:db8::2", "2001:db8::/64"),
        (1, "unknown", "unknown"),
    ],
)
def test_an_address_is_believed_only_from_our_own_proxies(
    settings, proxies, forwarded, address
):
    settings.PROXIES = proxies
    told = {"X-Forwarded-For": forwarded} if forwarded else {}
    request = RequestFactory().get("/", headers=told, REMOTE_ADDR="192.0.2.1")

    assert address_of(request) == address
