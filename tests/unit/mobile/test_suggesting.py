"""Criteria suggested from the record: what seems to hold, why, what is not known."""

from datetime import date

import pytest

from naravard.mobile.rules.enrolling import Criteria
from naravard.mobile.rules.suggesting import Scored, Seen, suggest

WORSE = Scored(total=6, on=date(2026, 2, 20))
CALM = Scored(total=1, on=date(2026, 3, 1))


def seen(**rest):
    given = {"age": 83, "stays": 3, "home_nursing": "Lillby hemsjukvård", "news2": ()}
    return Seen(**(given | rest))


@pytest.mark.parametrize(
    ("text", "record", "holds", "why"),
    [
        ("Har fyllt 18 år", seen(), True, "Personen är 83 år."),
        ("75 år eller äldre", seen(age=70), False, "Personen är 70 år."),
        ("Över 75 år", seen(age=None), None, "Åldern är inte känd."),
        (
            "Minst tre vårdtillfällen på ett år",
            seen(),
            True,
            "3 vårdtillfällen på sjukhus de senaste tolv månaderna.",
        ),
        (
            "Minst 3 inläggningar på ett år",
            seen(stays=1),
            None,
            "1 vårdtillfälle på sjukhus de senaste tolv månaderna som syns.",
        ),
        (
            "Minst tre vårdtillfällen på ett år",
            seen(stays=None),
            None,
            "Vårdtillfällena går inte att läsa härifrån. Bedöm själv.",
        ),
        ("Har hemsjukvård", seen(), True, "Inskriven hos Lillby hemsjukvård."),
        (
            "Har hemsjukvård",
            seen(home_nursing=""),
            None,
            "Ingen inskrivning i hemsjukvård syns här.",
        ),
        (
            "Försämras snabbt",
            seen(news2=(WORSE,)),
            True,
            "NEWS2 6 den 2026-02-20.",
        ),
        ("Försämras snabbt", seen(news2=(CALM, WORSE)), False, "NEWS2 1 den"),
        (
            "Behoven är sammansatta eller omfattande",
            seen(stays=0, news2=(CALM, WORSE)),
            True,
            "Inskriven hos Lillby hemsjukvård, NEWS2 6 den 2026-02-20.",
        ),
        (
            "Behoven är sammansatta eller omfattande",
            seen(stays=0),
            None,
            "Inskriven hos Lillby hemsjukvård.",
        ),
        (
            "Behöver teamets insatser hemma",
            seen(),
            None,
            "Syns inte i det som finns här. Bedöm själv.",
        ),
    ],
)
def test_each_criterion_is_read_by_its_words(text, record, holds, why):
    [found] = suggest(Criteria(texts=(text,), needed=1), record)

    assert found.holds is holds
    assert found.why.startswith(why)


def test_every_criterion_is_told_of_in_its_order():
    texts = ("Har hemsjukvård", "Något annat", "Har fyllt 18 år")

    found = suggest(Criteria(texts=texts, needed=2), seen())

    assert tuple(each.text for each in found) == texts
