"""A receiver is down for a day while people write, and then up: each message once.

The pages and PostgreSQL are real; the day passes in the outbox's own clock, a round a
minute, by real posts over HTTP that are turned away.
"""

import logging
from argparse import ArgumentParser, Namespace
from datetime import timedelta
from threading import Event

from benchmarks.faults import looking
from benchmarks.faults.receiver import Receiver
from benchmarks.faults.scene import Scene, build, new_scene
from benchmarks.faults.writers import Book, hire, wait_for_writes

PAGES = ("sidor-1", "sidor-2")
A_DAY, MINUTE = 24 * 60, timedelta(minutes=1)
LONGEST_AFTERWARDS = 3 * 60  # minutes


def options(parser: ArgumentParser) -> None:
    """How much is written while it is away."""
    parser.add_argument("--messages", type=int, default=300)
    parser.add_argument("--writers", type=int, default=4)


def run(chosen: Namespace) -> bool:
    """Write, let a day pass, open the receiver; True when all came once, in order."""
    receiver = Receiver()
    receiver.open = False
    with new_scene() as scene:
        build(scene, municipalities=2, receiver=receiver.url)
        for name in PAGES:
            scene.start_pages(name)
        for name in PAGES:
            scene.wait_for(name)
        book, enough = Book(), Event()
        writers = hire(scene, book, enough, count=chosen.writers)
        wait_for_writes(book, chosen.messages)
        enough.set()
        for writer in writers:
            writer.join()
        return _pass_a_day(scene, receiver, book)


def _pass_a_day(scene: Scene, receiver: Receiver, book: Book) -> bool:
    from naravard.core import clock
    from naravard.messages.outbox import deliver_due
    from naravard.messages.transport import post_over_http

    logging.disable(logging.WARNING)  # each attempt that fails says so
    now = clock.now()
    for minute in range(A_DAY):
        deliver_due(now=now + minute * MINUTE, post=post_over_http)
    turned_away, reached = receiver.turned_away, len(receiver.stored)
    receiver.open = True
    minutes = A_DAY
    while looking.waiting(scene) and minutes < A_DAY + LONGEST_AFTERWARDS:
        deliver_due(now=now + minutes * MINUTE, post=post_over_http)
        minutes += 1
    arrived, found = looking.sent(scene, receiver), looking.compare(scene, book.writes)
    print(
        f"Mottagaren borta ett dygn: {turned_away} försök avvisade, {reached} framme. "
        f"Allt framme {minutes - A_DAY} minuter efter att den svarade igen."
    )
    print(f"  {found}.")
    print(f"  {arrived}; {looking.waiting(scene)} väntar.")
    return arrived.whole and not (found.lost or found.doubled or reached)
