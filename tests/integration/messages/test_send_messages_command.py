import os
import signal
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from naravard.messages.models import Delivery
from tests.integration.messages.conftest import House, gives_address, write
from tests.receiver import Receiver


@pytest.fixture
def own_signals():
    """The signal handlers of the test process are put back."""
    kept = {sign: signal.getsignal(sign) for sign in (signal.SIGTERM, signal.SIGINT)}
    yield
    [signal.signal(sign, was) for sign, was in kept.items()]


def test_one_round_says_what_it_did(house: House):
    said = StringIO()
    with Receiver() as receiver:
        gives_address(house.care_planners, receiver.url)
        write(house, house.ward, house.care_planners)

        call_command("send_messages", "--once", stdout=said)

    assert said.getvalue() == "1 framme, 0 försöks igen, varav 0 inte når fram.\n"
    assert Delivery.objects.get().delivered_at


def test_a_round_with_nothing_to_do_is_silent(house: House):
    said = StringIO()

    call_command("send_messages", "--once", stdout=said)

    assert not said.getvalue()


class StopsTheSender(Receiver):
    """Tells the sending process to stop when the first message has come."""

    def take(self, key: str, body: bytes) -> str:
        os.kill(os.getpid(), signal.SIGTERM)
        return super().take(key, body)


def test_it_goes_on_until_it_is_told_to_stop_and_finishes_its_round(
    house: House, own_signals
):
    said = StringIO()
    with StopsTheSender() as receiver:
        gives_address(house.care_planners, receiver.url)
        write(house, house.ward, house.care_planners)

        call_command("send_messages", "--every", "0.05", stdout=said)

    assert said.getvalue().startswith("1 framme")


def test_no_pause_at_all_is_refused():
    with pytest.raises(CommandError):
        call_command("send_messages", "--every", "0")
