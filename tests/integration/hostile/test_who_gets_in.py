"""For every address, role and other person: the answer is the decision's."""

import random
import re
from collections import Counter
from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client
from hypothesis import settings as looking
from pytest_django.fixtures import Settings

from tests.integration.hostile.addresses import DOORS, Door, addresses
from tests.integration.hostile.decided import lets_in
from tests.integration.hostile.door import answer, knocks
from tests.integration.hostile.knock import Knock
from tests.integration.hostile.town import NOW, Town, build_town, client_of

A_YEAR = 365 * 24 * 3600  # seconds
SEED = 2
# At each address in `make test`; `make soak` has five thousand examples, thus 200.
AT_EACH = 3
EXAMPLES_A_KNOCK = 25
TRIED_FOR = 30  # knocks looked at to find those who are let in
ELSEWHERE = 302
SIGN_IN, REFUSED, NOT_THERE, BREAKS_A_RULE = 302, 403, 404, 422
KEY = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# Where a no may be told as that there is nothing: none, or none one may know of.
NOTHING_THERE = frozenset(
    {
        Door.OWN_WORDS,
        Door.OWN_MEETING,
        Door.PLAN_TEXT,
        Door.PLAN_PART,
        Door.CONCERN_TOLD,
        Door.VISIT,
        Door.MAKES_VISIT,
        Door.ASKED_VISIT,
    }
)


@pytest.fixture
def town(db: None, settings: Settings) -> Iterator[Town]:
    settings.SESSION_COOKIE_AGE = A_YEAR
    with time_machine.travel(NOW, tick=False):
        yield build_town()


def test_every_address_says_whom_it_is_for() -> None:
    assert sorted(addresses()) == sorted(DOORS)


def test_every_answer_is_the_decision_functions(town: Town) -> None:
    asked = list(knocks(town))
    chosen = _chosen(town, asked)

    wrong = Counter(_disagreement(town, knock) for knock in chosen)

    told = wrong.pop("", 0)
    print(f"{len(chosen)} knocks of {len(asked)}, {told} answered as decided")
    assert not wrong, "\n".join(sorted(wrong))


def test_a_stranger_is_led_to_sign_in_from_every_closed_door(town: Town) -> None:
    closed = {
        knock.address: knock
        for knock in knocks(town)
        if DOORS[knock.address] is not Door.OPEN
    }

    answers = [answer(town, Client(), knock) for knock in closed.values()]

    assert {got.status_code for got in answers} == {SIGN_IN}
    assert {got.url.partition("?")[0] for got in answers} == {"/logga-in/"}


def _disagreement(town: Town, knock: Knock) -> str:
    """What was wrong, if anything: not as decided, or a no that tells something."""
    expected = lets_in(town, knock, NOW)
    response = answer(town, client_of(town.visitors[knock.visitor]), knock)
    status = response.status_code
    refusals = {REFUSED, *_other_refusals(knock)}
    if status >= 500 or (status not in refusals) != expected:
        return f"{_named(knock)}: {status}, decided {expected}"
    if not expected and _tells(town, knock, response.content.decode()):
        return f"{_named(knock)}: the refusal tells about the person"
    return ""


def _other_refusals(knock: Knock) -> set[int]:
    """How one is told that what was asked for is not there, or not one's own."""
    door = DOORS[knock.address]
    if knock.address == "staff:my_day":  # who reviews logs is led to the reviews
        return {ELSEWHERE}
    if knock.address == "inhabitant:paper" or door in NOTHING_THERE:
        return {NOT_THERE}
    if door is Door.LIFT:  # there is nothing she has closed
        return {BREAKS_A_RULE}
    return {NOT_THERE, BREAKS_A_RULE} if door is Door.SOMETHING else set()


def _chosen(town: Town, asked: list[Knock]) -> list[Knock]:
    """As many at every address, about half of them by somebody who is let in."""
    usual = looking.default
    at_each = AT_EACH if usual.derandomize else usual.max_examples // EXAMPLES_A_KNOCK
    drawn = random.Random(_seed())
    by_address: dict[str, list[Knock]] = {}
    for knock in asked:
        by_address.setdefault(knock.address, []).append(knock)
    return [
        knock
        for knocks_there in by_address.values()
        for knock in _some(town, drawn, knocks_there, at_each)
    ]


def _some(
    town: Town, drawn: random.Random, there: list[Knock], count: int
) -> list[Knock]:
    looked_at = drawn.sample(there, min(len(there), max(TRIED_FOR, 2 * count)))
    let_in = [knock for knock in looked_at if lets_in(town, knock, NOW)][: count // 2]
    return (
        let_in
        + [knock for knock in looked_at if knock not in let_in][: count - len(let_in)]
    )


def _named(knock: Knock) -> str:
    way = "POST" if knock.sent else "GET"
    return f"{knock.visitor}, {way} {knock.address} {knock.slug} about {knock.about}"


def _tells(town: Town, knock: Knock, text: str) -> bool:
    """Whether a page says anything that only her own pages may say."""
    citizen = town.citizens[knock.about]
    actor = town.visitors[knock.visitor].actor
    own = citizen.id in {actor.person_id, actor.on_behalf_of}
    # Four digits also fall by chance in a drawn key, which says nothing of anybody.
    said = KEY.sub("", text)
    return not own and any(secret in said for secret in citizen.secrets)


def _seed() -> int:
    """The same knocks every time in `make test`, others each time in `make soak`."""
    return (
        SEED if looking.default.derandomize else random.SystemRandom().getrandbits(32)
    )
