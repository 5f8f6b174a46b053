"""kill -9, again and again, to a page server and PostgreSQL while people write.

Each round kills one of the two page servers and the whole database at the same moment;
the sender of messages and the clock fall with it, and are up again some rounds later.
The round ends when enough new writes have been acknowledged; what was acknowledged
before the kill is then looked for, once.
"""

import os
import random
import time
from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from threading import Event

from benchmarks.faults import looking
from benchmarks.faults.receiver import Receiver
from benchmarks.faults.scene import Scene, build, new_scene
from benchmarks.faults.writers import Book, hire, wait_for_writes

PAGES = ("sidor-1", "sidor-2")
SENDER, CLOCK = "utskick", "klocka"
ENOUGH_WRITES = 5  # acknowledged after each kill, before the next
UNDER_WAY = 50  # more writes than can be on their way at once
CLOCKWORK_EVERY = 4  # rounds between the restarts of sender and clock


def options(parser: ArgumentParser) -> None:
    """How long."""
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--writers", type=int, default=6)
    parser.add_argument("--municipalities", type=int, default=6)


def run(chosen: Namespace) -> bool:
    """Kill so many times and print what was found; True when nothing was lost."""
    receiver = Receiver()
    with new_scene() as scene:
        build(scene, municipalities=chosen.municipalities, receiver=receiver.url)
        return _storm(scene, receiver, chosen)


@dataclass(slots=True)
class Tally:
    """What the rounds have shown so far."""

    rounds: int = 0
    lost: int = 0
    doubled: int = 0
    checked: int = 0
    seconds: float = 0.0


def _storm(scene: Scene, receiver: Receiver, chosen: Namespace) -> bool:
    for name in PAGES:
        scene.start_pages(name)
    _start_clockwork(scene)
    for name in PAGES:
        scene.wait_for(name)
    book, enough = Book(), Event()
    writers = hire(scene, book, enough, count=chosen.writers)
    tally = _rounds(scene, book, chosen.rounds)
    enough.set()
    for writer in writers:
        writer.join()
    return _report(scene, receiver, book, tally)


def _rounds(scene: Scene, book: Book, rounds: int) -> Tally:
    tally, chance, checked = Tally(), random.Random(7), 0
    for number in range(rounds):
        began = time.monotonic()
        wait_for_writes(book, ENOUGH_WRITES)
        time.sleep(chance.random() * 0.5)
        before = len(book.writes)
        _kill(scene, number)
        scene.database.start()
        scene.start_pages(PAGES[number % 2])
        if number % CLOCKWORK_EVERY == 0:
            _start_clockwork(scene)
        found = looking.compare(scene, book.writes[checked:before])
        # What was under way when it was killed is looked for once more next time.
        checked = max(0, before - UNDER_WAY)
        tally.rounds += 1
        tally.lost += found.lost
        tally.doubled += found.doubled
        tally.seconds += time.monotonic() - began
        if (number + 1) % 25 == 0 or found.lost or found.doubled:
            print(
                f"  {number + 1} omgångar, {tally.seconds / tally.rounds:.1f} s var, "
                f"{book.acknowledged} kvitterade av {len(book.writes)}, "
                f"{tally.lost} förlorade, {tally.doubled} dubblerade",
                flush=True,
            )
    return tally


def _kill(scene: Scene, number: int) -> None:
    # The order changes who is left standing for a moment without the other.
    if number % 2:
        scene.kill_database()
        scene.kill(PAGES[number % 2])
    else:
        scene.kill(PAGES[number % 2])
        scene.kill_database()
    scene.kill(SENDER if number % 2 else CLOCK)


def _start_clockwork(scene: Scene) -> None:
    """Start what has ended, by our hand or by losing its database."""
    for name, words in (
        (SENDER, ("send_messages", "--every", "1")),
        (CLOCK, ("tick", "--every", "2")),
    ):
        running = scene.running.get(name)
        if running is None or running.poll() is not None:
            scene.start_command(name, *words)


def _report(scene: Scene, receiver: Receiver, book: Book, tally: Tally) -> bool:
    for name in PAGES:
        scene.kill(name)
    _start_clockwork(scene)
    waiting = looking.wait_until_sent(scene)
    found = looking.compare(scene, book.writes)
    arrived = looking.sent(scene, receiver)
    refused = looking.refusals(book)
    again = sum(write.acknowledged and write.tries > 1 for write in book.writes)
    half = looking.half_written(scene)
    scene.kill(SENDER)
    scene.kill(CLOCK)
    print(
        f"kill -9 av sidserver och PostgreSQL {tally.rounds} gånger under last, "
        f"{tally.seconds / max(1, tally.rounds):.1f} s per omgång, "
        f"{os.cpu_count()} kärnor."
    )
    print(
        f"  {found}; {len(book.writes)} försökta, {again} skickade igen och kvitterade."
    )
    print(f"  {half} halvt skrivna meddelanden, {len(refused)} oväntade nej.")
    print(f"  {arrived}; {waiting} väntar.")
    for write in refused[:3]:
        print("  ", " ".join(write.refused.split())[:600])
    whole = looking.log_is_whole(scene)
    return (
        whole
        and arrived.whole
        and not (found.lost or found.doubled or tally.lost or tally.doubled)
        and not (half or waiting or refused)
    )
