"""Publish and subscribe within the process and the transaction; no broker.

Who reacts to what stands in `config/subscriptions.py` and nowhere else.
"""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

_subscribers: dict[type, list[Callable[[Any], None]]] = defaultdict(list)


def subscribe(event_type: type, reaction: Callable[[Any], None]) -> None:
    """Let `reaction` run, in the publisher's transaction, for each such event."""
    if reaction not in _subscribers[event_type]:
        _subscribers[event_type].append(reaction)


def publish(event: object) -> None:
    """Tell every subscriber, in the order they subscribed."""
    for reaction in _subscribers[type(event)]:
        reaction(event)
