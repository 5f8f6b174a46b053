"""Two hundred people at work at once: what they wait, and whether anybody is refused.

`python benchmarks/load.py [--users 200] [--seconds 30]` builds a county, starts Nära as
`naravard serve` does, signs everybody in and lets them read their list, open a person,
search, note and write, with a pause to think between. It prints p50, p95 and p99 of
each, and fails when anything was answered with an error. `--seconds 600` is the bar.
"""

import os
import platform
import random
import sys
import time
from argparse import ArgumentParser, Namespace
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from threading import Event, Lock, Thread
from urllib.parse import urlencode
from uuid import uuid4

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.faults.scene import (  # noqa: E402
    Desk,
    Scene,
    build,
    desks,
    new_scene,
    processes_in,
    serve,
)
from benchmarks.faults.writers import FORM_SECRET, LATER  # noqa: E402

THINKING = 20.0  # seconds between what one person does, on average
# Of a hundred doings; reading the list is what people do most. Own figures.
MIX = {
    "worklist": 40,
    "person": 25,
    "case": 10,
    "search": 10,
    "message": 10,
    "append": 5,
}
PARTS = (0.5, 0.95, 0.99)
WELL = frozenset({200, 204, 302})
LONGEST_ANSWER = 60


@dataclass(slots=True)
class Waited:
    """How long each kind of doing took, and what was answered."""

    seconds: defaultdict[str, list[float]] = field(
        default_factory=lambda: defaultdict(list)
    )
    errors: Counter[str] = field(default_factory=Counter)
    cpu: float = 0.0  # seconds, of pages, clockwork and database together
    lock: Lock = field(default_factory=Lock)

    def note(self, kind: str, seconds: float, status: int) -> None:
        """Keep one answer."""
        with self.lock:
            self.seconds[kind].append(seconds)
            if status not in WELL:
                self.errors[f"{kind} {status}"] += 1


class User(Thread):
    """One signed-in person with an address of her own, who works without haste."""

    def __init__(
        self, number: int, own: Sequence[Desk], port: int, waited: Waited, enough: Event
    ) -> None:
        super().__init__(daemon=True)
        self.own, self.port, self.waited, self.enough = own, port, waited, enough
        self.chance = random.Random(number)
        self.address = f"10.2.{number // 250}.{number % 250}"

    def run(self) -> None:
        kinds, weights = tuple(MIX), tuple(MIX.values())
        self.enough.wait(self.chance.uniform(0, THINKING))
        while not self.enough.is_set():
            kind = self.chance.choices(kinds, weights)[0]
            began = time.perf_counter()
            status = self._do(kind, self.chance.choice(self.own))
            self.waited.note(kind, time.perf_counter() - began, status)
            self.enough.wait(self.chance.expovariate(1 / THINKING))

    def _do(self, kind: str, desk: Desk) -> int:
        match kind:
            case "worklist":
                return self._ask(desk, "GET", "/utskrivningar/")
            case "person":
                return self._ask(desk, "GET", f"/personer/{desk.person}/")
            case "case":
                return self._ask(desk, "GET", f"/arenden/{desk.case}/")
            case "search":
                return self._ask(desk, "POST", "/sok/", [("q", desk.number)])
            case "append" if desk.is_ward:
                at = LATER + timedelta(minutes=self.chance.randrange(60 * 24 * 20))
                form = [("estimated_at", at.strftime("%Y-%m-%dT%H:%M"))]
                return self._act(desk, "beraknad-utskrivning", form)
            case _:
                told = [("to", str(unit)) for unit in desk.others]
                said = [("subject", "Fråga"), ("text", "Har hon nyckel hemma?")]
                return self._act(desk, "meddelande", [*told, *said])

    def _act(self, desk: Desk, slug: str, form: list[tuple[str, str]]) -> int:
        path = f"/arenden/{desk.case}/gor/{slug}/"
        return self._ask(desk, "POST", path, [("request_id", str(uuid4())), *form])

    def _ask(
        self,
        desk: Desk,
        method: str,
        path: str,
        form: list[tuple[str, str]] | None = None,
    ) -> int:
        headers = {
            "Cookie": f"sessionid={desk.cookie}; csrftoken={FORM_SECRET}",
            "X-Forwarded-For": self.address,
        }
        body = None
        if form is not None:
            body = urlencode([("csrfmiddlewaretoken", FORM_SECRET), *form])
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        line = HTTPConnection("127.0.0.1", self.port, timeout=LONGEST_ANSWER)
        try:
            line.request(method, path, body=body, headers=headers)
            answer = line.getresponse()
            answer.read()
        except (OSError, HTTPException):
            return 0
        finally:
            line.close()
        return answer.status


def main() -> int:
    """Build, let everybody work, and print what they waited."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--users", type=int, default=200)
    parser.add_argument("--seconds", type=int, default=30)
    chosen = parser.parse_args()
    with new_scene() as scene:
        build(scene, municipalities=10, receiver="", staff_a_unit=5)
        port = serve(scene)
        waited = _work(scene, port, chosen)
    return _report(waited, chosen)


def _work(scene: Scene, port: int, chosen: Namespace) -> Waited:
    by_person: defaultdict[str, list[Desk]] = defaultdict(list)
    for desk in desks(scene):
        by_person[desk.cookie].append(desk)
    people = list(by_person.values())
    random.Random(1).shuffle(people)
    waited, enough = Waited(), Event()
    users = [
        User(number, people[number % len(people)], port, waited, enough)
        for number in range(chosen.users)
    ]
    print(f"{len(users)} inloggade, {len({id(user.own) for user in users})} uppdrag")
    began = _cpu(scene)
    for user in users:
        user.start()
    time.sleep(chosen.seconds)
    enough.set()
    for user in users:
        user.join()
    waited.cpu = _cpu(scene) - began
    return waited


def _cpu(scene: Scene) -> float:
    """Seconds that the house's processes have worked, those that still run."""
    own = {*processes_in(ROOT), *processes_in(scene.database.directory)} - {os.getpid()}
    ticks = 0
    for process in own:
        fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def _report(waited: Waited, chosen: Namespace) -> int:
    print(f"{platform.processor() or platform.machine()}, {os.cpu_count()} kärnor")
    print(f"{'':10}{'antal':>8}{'p50':>9}{'p95':>9}{'p99':>9}   (ms)")
    everything: list[float] = []
    for kind in MIX:
        took = sorted(waited.seconds[kind])
        everything += took
        _line(kind, took)
    _line("alla", sorted(everything))
    rate = len(everything) / chosen.seconds
    errors = waited.errors.total()
    print(f"{rate:.1f} svar i sekunden i {chosen.seconds} s, {errors} fel", end=" ")
    print(dict(waited.errors) or "")
    print(
        f"{waited.cpu * 1000 / len(everything):.0f} ms CPU för varje svar, "
        f"{waited.cpu / chosen.seconds:.2f} kärnor i arbete"
    )
    return 1 if errors else 0


def _line(kind: str, took: list[float]) -> None:
    if took:
        at = [took[min(len(took) - 1, int(len(took) * part))] * 1000 for part in PARTS]
        print(f"{kind:10}{len(took):8}" + "".join(f"{each:9.0f}" for each in at))


if __name__ == "__main__":
    sys.exit(main())
