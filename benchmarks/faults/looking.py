"""What stands in the database afterwards, compared with what people were told."""

import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from benchmarks.faults.receiver import Receiver
from benchmarks.faults.scene import Scene
from benchmarks.faults.writers import Book, Kind, Write

SECONDS_TO_EMPTY = 300
STORED = {
    Kind.MESSAGE: "SELECT id, count(*) FROM care_messages_message"
    " WHERE id = ANY(%s) GROUP BY id",
    Kind.ESTIMATE: "SELECT request_id, count(*) FROM discharge_caseevent"
    " WHERE request_id = ANY(%s) GROUP BY request_id",
}
# A message and what belongs to it are written together or not at all.
HALF_WRITTEN = """
SELECT count(*) FROM care_messages_message m WHERE NOT EXISTS (
    SELECT FROM care_messages_receipt r WHERE r.message_id = m.id)
"""
UNLOGGED = """
SELECT count(*) FROM care_messages_message m
WHERE m.payload->>'subject' = 'Under last' AND NOT EXISTS (
    SELECT FROM access_accesslogentry l
    WHERE l.action = 'send_message' AND l.about = m.thread AND l.at = m.recorded_at
    AND l.unit_id = m.sender_unit_id AND l.assignment_id = m.sender_id)
"""
TO_SEND = """
SELECT m.id::text || ':' || d.unit_id::text, u.hsa_id, m.thread::text
FROM care_messages_delivery d JOIN care_messages_message m ON m.id = d.message_id
JOIN people_careunit u ON u.id = d.unit_id ORDER BY d.id
"""
WAITING = "SELECT count(*) FROM care_messages_delivery WHERE delivered_at IS NULL"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """How the database differs from what people were told."""

    acknowledged: int
    lost: int
    doubled: int

    def __str__(self) -> str:
        return (
            f"{self.acknowledged} kvitterade skrivningar kontrollerade: "
            f"{self.lost} förlorade, {self.doubled} dubblerade"
        )


def compare(scene: Scene, writes: Iterable[Write]) -> Finding:
    """Look for every write: an acknowledged one once, any other at most once."""
    asked = list(writes)
    stored: Counter[UUID] = Counter()
    with scene.connect() as database:
        for kind, question in STORED.items():
            ids = [write.id for write in asked if write.kind is kind]
            stored.update(dict(database.execute(question, [ids]).fetchall()))
    told = [write for write in asked if write.acknowledged]
    return Finding(
        acknowledged=len(told),
        lost=sum(stored[write.id] == 0 for write in told),
        doubled=sum(count > 1 for count in stored.values()),
    )


def refusals(book: Book) -> list[Write]:
    """Writes that were answered with a no, which none of them deserved."""
    return [write for write in book.writes if write.refused]


def half_written(scene: Scene) -> int:
    """Messages without receivers, or without their row in the access log."""
    with scene.connect() as database:
        return sum(
            int(database.execute(question).fetchone()[0])
            for question in (HALF_WRITTEN, UNLOGGED)
        )


def waiting(scene: Scene) -> int:
    """How many deliveries wait in the outbox."""
    with scene.connect() as database:
        return int(database.execute(WAITING).fetchone()[0])


def wait_until_sent(scene: Scene) -> int:
    """Wait until the outbox is empty; returns how many still wait if it never is."""
    until = time.monotonic() + SECONDS_TO_EMPTY
    while (left := waiting(scene)) and time.monotonic() < until:
        time.sleep(0.5)
    return left


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What the receiver has, beside what it should have."""

    expected: int
    missing: int
    unknown: int
    posted_again: int
    out_of_order: int

    def __str__(self) -> str:
        return (
            f"{self.expected} leveranser: {self.missing} saknas, "
            f"{self.unknown} okända, {self.out_of_order} i fel ordning "
            f"({self.posted_again} postade igen under samma nyckel, lagrade en gång)"
        )

    @property
    def whole(self) -> bool:
        """Whether everything arrived once and in order."""
        return not (self.missing or self.unknown or self.out_of_order)


def sent(scene: Scene, receiver: Receiver) -> Sent:
    """Compare the receiver's store with the outbox, line by line."""
    with scene.connect() as database:
        rows = database.execute(TO_SEND).fetchall()
    lines: dict[tuple[object, object], list[str]] = {}
    for key, unit, thread in rows:
        lines.setdefault((unit, thread), []).append(key)
    expected = {row[0] for row in rows}
    return Sent(
        expected=len(expected),
        missing=len(expected - receiver.stored.keys()),
        unknown=len(receiver.stored.keys() - expected),
        posted_again=sum(count - 1 for count in receiver.posts.values()),
        out_of_order=sum(
            receiver.lines.get(line) != keys for line, keys in lines.items()
        ),
    )


def log_is_whole(scene: Scene) -> bool:
    """Seal the rest of the access log and follow the whole chain."""
    for command in ("seal-log", "verify-log"):
        done = scene.run(command)
        print("  ", " ".join(f"{done.stdout} {done.stderr}".split()))
        if done.returncode:
            return False
    return True
