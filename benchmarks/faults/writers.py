"""People who write without pause, through every interruption, and remember."""

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from http.client import HTTPConnection, HTTPException
from threading import Event, Lock, Thread
from urllib.parse import urlencode
from uuid import UUID, uuid4

from benchmarks.faults.scene import Desk, Scene, desks

SECONDS_TO_ANSWER = 20
LONGEST_WAIT = 90  # seconds without a single write
SECONDS_BETWEEN_TRIES = 0.25
FORM_SECRET = "a" * 32  # the browser's half and the form's half of the same secret
DONE = 302
# What a server says whose database has just been killed, or that nobody answers.
NOBODY = 0
IS_DOWN = frozenset({NOBODY, 500, 502, 503})
GIVES_UP = 0.15  # the share of writes that nobody sends again when they were cut off
ESTIMATES = 0.25  # the share of a ward's writes that change the day of going home
LATER = datetime(2027, 1, 1, tzinfo=UTC)


class Kind(StrEnum):
    """What is written."""

    MESSAGE = "message"
    ESTIMATE = "estimate"


@dataclass(slots=True)
class Write:
    """One form, how often it was sent, and when the page after it was shown."""

    id: UUID
    kind: Kind
    case: UUID
    unit: UUID
    tries: int = 0
    acknowledged: bool = False
    refused: str = ""


@dataclass(slots=True)
class Book:
    """Everything anybody tried to write."""

    writes: list[Write] = field(default_factory=list)
    acknowledged: int = 0
    turned_away: int = 0  # answers that said that the house is down
    lock: Lock = field(default_factory=Lock)

    def note(self, write: Write) -> None:
        """Keep a write that is about to be sent."""
        with self.lock:
            self.writes.append(write)

    def note_done(self, write: Write) -> None:
        """Keep that the writer has been told that it is done."""
        with self.lock:
            write.acknowledged = True
            self.acknowledged += 1


class Writer(Thread):
    """Works at some desks in turn, against whichever server answers."""

    def __init__(
        self,
        desks: Sequence[Desk],
        ports: Sequence[int],
        book: Book,
        enough: Event,
        *,
        seed: int,
        pace: float = 0.0,
    ) -> None:
        super().__init__(daemon=True)
        self.desks, self.ports, self.book, self.enough = desks, ports, book, enough
        self.chance, self.pace = random.Random(seed), pace
        self.address = f"10.{seed // 250 % 250}.{seed % 250}.7"
        self.first = seed

    def run(self) -> None:
        turn = self.first
        while not self.enough.is_set():
            desk = self.desks[turn % len(self.desks)]
            self._write(desk)
            turn += 1
            time.sleep(self.pace)

    def _write(self, desk: Desk) -> None:
        is_estimate = desk.is_ward and self.chance.random() < ESTIMATES
        kind = Kind.ESTIMATE if is_estimate else Kind.MESSAGE
        write = Write(uuid4(), kind, desk.case, desk.unit)
        form = self._form(desk, write)
        self.book.note(write)
        while not self.enough.is_set() or write.tries == 0:
            status, text = self._send(desk, write, form)
            if status not in IS_DOWN:
                break
            self.book.turned_away += status != NOBODY
            if self.chance.random() < GIVES_UP:
                return
            time.sleep(SECONDS_BETWEEN_TRIES)
        else:
            return
        if status == DONE:
            self.book.note_done(write)
        else:
            write.refused = f"{status} {text}"

    def _form(self, desk: Desk, write: Write) -> list[tuple[str, str]]:
        form = [
            ("csrfmiddlewaretoken", FORM_SECRET),
            ("request_id", str(write.id)),
        ]
        if write.kind is Kind.ESTIMATE:
            minutes = self.chance.randrange(1, 60 * 24 * 30)
            at = LATER + timedelta(minutes=minutes)
            return [*form, ("estimated_at", at.strftime("%Y-%m-%dT%H:%M"))]
        told = [("to", str(unit)) for unit in desk.others]
        return [*form, *told, ("subject", "Under last"), ("text", str(write.id))]

    def _send(
        self, desk: Desk, write: Write, form: list[tuple[str, str]]
    ) -> tuple[int, str]:
        write.tries += 1
        slug = "meddelande" if write.kind is Kind.MESSAGE else "beraknad-utskrivning"
        return post(
            self.chance.choice(self.ports),
            f"/arenden/{desk.case}/gor/{slug}/",
            form,
            cookie=desk.cookie,
            address=self.address,
        )


def post(
    port: int,
    path: str,
    form: Sequence[tuple[str, str]],
    *,
    cookie: str,
    address: str,
) -> tuple[int, str]:
    """Send a form and return the status, 0 when nobody answered, and what a no says."""
    line = HTTPConnection("127.0.0.1", port, timeout=SECONDS_TO_ANSWER)
    try:
        line.request(
            "POST",
            path,
            body=urlencode(form),
            headers={
                "Content-Type": "application/x-www-form-urlencoded",
                "Cookie": f"sessionid={cookie}; csrftoken={FORM_SECRET}",
                "X-Forwarded-For": address,
            },
        )
        answer = line.getresponse()
        text = answer.read().decode(errors="replace")
    except (OSError, HTTPException):
        return NOBODY, ""
    finally:
        line.close()
    return answer.status, "" if answer.status == DONE else text


def hire(scene: Scene, book: Book, enough: Event, *, count: int) -> list[Writer]:
    """So many people at desks of their own, who begin at once."""
    places = desks(scene)
    random.Random(1).shuffle(places)
    share = len(places) // count
    ports = tuple(scene.ports.values())
    writers = [
        Writer(
            places[number * share : (number + 1) * share],
            ports,
            book,
            enough,
            seed=number + 1,
        )
        for number in range(count)
    ]
    for writer in writers:
        writer.start()
    return writers


def wait_for_writes(book: Book, more: int) -> None:
    """Return when so many more writes have been acknowledged."""
    wanted, until = book.acknowledged + more, time.monotonic() + LONGEST_WAIT
    while book.acknowledged < wanted:
        if time.monotonic() > until:
            said = [write.refused[:500] for write in book.writes if write.refused]
            raise SystemExit(f"Ingen skriver längre. {said[-3:]}")
        time.sleep(0.02)
