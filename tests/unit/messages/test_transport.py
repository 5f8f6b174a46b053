from functools import partial

import pytest

from naravard.messages.envelope import Outgoing
from naravard.messages.transport import post_over_http
from tests.receiver import Receiver

post = partial(post_over_http, timeout_seconds=0.3)


def letter(url: str) -> Outgoing:
    return Outgoing(url=url, key="one:two", body=b'{"id": "one"}')


@pytest.fixture
def receiver():
    with Receiver() as receiver:
        yield receiver


def test_a_post_carries_its_key_and_body(receiver: Receiver):
    answer = post(letter(receiver.url))

    assert answer.status == 200
    assert receiver.stored == {"one:two": {"id": "one"}}


def test_an_error_is_told_by_its_number(receiver: Receiver):
    receiver.answers("error")

    assert post(letter(receiver.url)).status == 500


def test_a_redirect_is_not_followed(receiver: Receiver):
    receiver.answers("redirect")

    assert post(letter(receiver.url)).status == 302
    assert len(receiver.posts) == 1


def test_a_slow_receiver_is_not_waited_for(receiver: Receiver):
    receiver.answers("slow")

    answer = post(letter(receiver.url))

    assert answer.status == 0
    assert answer.error == "Ingen kontakt: TimeoutError"


def test_a_cut_line_is_no_answer(receiver: Receiver):
    receiver.answers("cut")

    answer = post(letter(receiver.url))

    assert answer.status == 0
    assert "RemoteDisconnected" in answer.error


def test_nobody_at_home_is_no_answer():
    with Receiver() as gone:
        url = gone.url

    assert post(letter(url)).status == 0


def test_https_that_is_not_https_gets_nothing(receiver: Receiver):
    answer = post(letter(receiver.url.replace("http:", "https:")))

    assert answer.status == 0
    assert receiver.posts == []


def test_this_machine_may_be_called_by_its_name(receiver: Receiver):
    url = f"{receiver.url}?kanal=1".replace("127.0.0.1", "localhost")

    assert post(letter(url)).status == 200


@pytest.mark.parametrize(
    "url",
    [
        "http://mottagare.example/in",  # readable by all on the way
        "ftp://127.0.0.1/in",
        "https:///in",
        "http://127.0.0.1:hundra/in",
        "",
    ],
)
def test_an_unsafe_or_broken_address_gets_nothing(url: str):
    answer = post(letter(url))

    assert answer.status == 0
    assert answer.error
