"""Who follows a measure is told once when it has become a signal, and by e-mail."""

import socket
from collections.abc import Iterator
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import Envelope
from django.urls import reverse

from naravard.indicators import services
from naravard.indicators.models import Signal, SignalSubscription, StoredValue
from naravard.indicators.rules import LimitMissing, NotAnAddress, SignalWhen
from naravard.indicators.services import Wish
from naravard.jobs.signals import Told, tell_signals
from tests.house import at
from tests.journeys.decisions.conftest import NOW, month

pytestmark = pytest.mark.usefixtures("counted", "road")
NIGHT = at(NOW)
GUNVOR = "gunvor.alm@region.example"


class PostOffice:
    """Takes what is handed in, and keeps it."""

    def __init__(self) -> None:
        self.letters: list[Envelope] = []

    async def handle_DATA(self, *given: Any) -> str:  # noqa: N802 (the protocol's)
        self.letters.append(given[-1])
        return "250 Taken"


def free_port() -> int:
    """A port that nobody has; the server itself cannot ask for any."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


@pytest.fixture
def post(settings: Any) -> Iterator[PostOffice]:
    """A real SMTP server on this machine, on a port of its own choice."""
    office = PostOffice()
    server = Controller(office, hostname="127.0.0.1", port=free_port())
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = server.port
    settings.EMAIL_TIMEOUT = 10
    settings.MAIL = "smtp://127.0.0.1"
    settings.SIGNIN_ADDRESS = "https://nara.example"
    yield office
    server.stop()


def follow(who, measure: str = "NV-04", **wanted: Any) -> SignalSubscription:
    wish = Wish(indicator=measure, geo="all", **wanted)
    return SignalSubscription.objects.get(
        pk=services.subscribe(actor=who, wish=wish, now=NIGHT)
    )


def test_a_signal_is_told_once_while_it_stands(politician):
    follow(politician)

    assert tell_signals(now=NIGHT).raised == 1
    assert tell_signals(now=NIGHT).raised == 0
    assert Signal.objects.get().state == "better"


def test_what_stands_still_is_no_signal(politician):
    follow(politician, "NV-03")

    assert tell_signals(now=NIGHT) == Told()


def test_only_what_is_worse_is_told_to_whoever_asks_for_that(politician):
    follow(politician, when=SignalWhen.WORSE)

    assert tell_signals(now=NIGHT).raised == 0


@pytest.mark.parametrize(
    ("when", "limit", "raised"),
    [
        (SignalWhen.ABOVE, 1.9, 1),
        (SignalWhen.ABOVE, 9.0, 0),
        (SignalWhen.BELOW, 9.0, 1),
        (SignalWhen.BELOW, 1.9, 0),
    ],
)
def test_a_limit_of_ones_own_is_held_against_the_latest_value(
    politician, when, limit, raised
):
    follow(politician, when=when, limit=limit)

    assert tell_signals(now=NIGHT).raised == raised


def test_when_it_has_been_calm_between_it_is_told_again(politician):
    follow(politician, when=SignalWhen.ABOVE, limit=3.0)

    told = [after_a_night_at(5.0), after_a_night_at(2.0), after_a_night_at(5.0)]

    assert told == [1, 0, 1]


def after_a_night_at(value: float) -> int:
    """How many signals are new when the latest month has that value."""
    latest = StoredValue.objects.filter(indicator="NV-04", span="month")
    latest.filter(first=month(1), geo="all").update(value=value)
    return tell_signals(now=NIGHT).raised


def test_a_signal_goes_by_post_with_the_point_first_and_no_person(politician, post):
    follow(politician, email=GUNVOR)

    told = tell_signals(now=NIGHT)

    (letter,) = post.letters
    text = letter.content.decode("utf-8", "replace")
    assert told == Told(raised=1, mailed=1)
    assert letter.rcpt_tos == [GUNVOR]
    assert "https://nara.example/beslut/matt/NV-04/" in text
    assert "Gunvor" not in text.partition("\n\n")[2]


def test_a_letter_is_sent_once(politician, post):
    follow(politician, email=GUNVOR)
    tell_signals(now=NIGHT)

    tell_signals(now=NIGHT)

    assert len(post.letters) == 1


def test_when_the_post_office_is_closed_it_is_tried_the_next_night(politician, post):
    follow(politician, email=GUNVOR)
    post.handle_DATA = closed

    first = tell_signals(now=NIGHT)
    del post.handle_DATA
    second = tell_signals(now=NIGHT)

    assert (first.mailed, first.failed) == (0, 1)
    assert (second.mailed, second.failed) == (1, 0)


async def closed(*_given: Any) -> str:
    return "451 Closed for the night"


def test_without_a_post_office_it_is_told_on_the_page_alone(politician, settings):
    settings.MAIL = ""
    follow(politician, email=GUNVOR)

    assert tell_signals(now=NIGHT) == Told(raised=1)


def test_a_limit_must_be_said(politician):
    with pytest.raises(LimitMissing):
        follow(politician, when=SignalWhen.ABOVE)


def test_post_goes_to_an_address(politician):
    with pytest.raises(NotAnAddress):
        follow(politician, email="gunvor\nbcc: alla@region.example")


def test_another_wish_for_the_same_measure_takes_the_place_of_the_first(politician):
    follow(politician)

    follow(politician, when=SignalWhen.WORSE)

    assert SignalSubscription.objects.get(ended_at=None).when == "worse"


def test_what_has_happened_stands_on_the_page_until_it_is_read(sign_in, politician):
    client = sign_in(politician)
    client.post(reverse("decisions:follow", args=["NV-04"]), {"plats": "all"})
    tell_signals(now=NIGHT)

    before = client.get(reverse("decisions:signals"))
    client.post(reverse("decisions:signals_seen"))
    after = client.get(reverse("decisions:signals"))

    assert "En ny signal." in before.text
    assert "Säkert bättre" in before.text
    assert "En ny signal." not in after.text


def test_a_limit_that_is_no_number_is_said_to_be_none(sign_in, politician):
    page = sign_in(politician).post(
        reverse("decisions:follow", args=["NV-04"]), {"when": "above", "limit": "fyra"}
    )

    assert "En uppgift behöver rättas" in page.text
