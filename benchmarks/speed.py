"""What opening, listing, searching and recording cost: CPU and SQL, with their bars.

`python benchmarks/speed.py [--municipalities 10] [--times 200]`: 10 municipalities are
5 000 persons and 1 000 open stays; a second county ten times as large is measured in
the same run, to show that the cost of a request does not grow with the county.
CPU is the application's own and its database process's, in milliseconds a request,
with access decision, read audit and the second lock on: the database is asked as the
pages ask it in operation. Wall time stands beside it.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO
from uuid import uuid4

import orjson

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.world import World, act_as, as_pages, build, set_up

# Milliseconds of CPU and number of SQL statements that may not be passed.
BARS = {
    "person": (15.0, 8),
    "worklist": (12.0, 4),
    "search": (4.0, None),
    "append": (10.0, None),
}
CLIENTS, SECONDS = 8, 8
TICKS = os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Build two counties, measure both, and print them side by side."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--municipalities", type=int, default=10)
    arguments.add_argument("--times", type=int, default=200)
    chosen = arguments.parse_args()
    small = _in_a_process(chosen.municipalities, chosen.times)
    large = _in_a_process(chosen.municipalities * 10, chosen.times)
    print(f"{platform.processor() or platform.machine()}, {os.cpu_count()} kärnor")
    for county in (small, large):
        print(
            f"\n{county['persons']} personer, {county['stays']} pågående vårdtillfällen"
        )
        for name, cost in county["costs"].items():
            _print_line(name, cost)
        served = county["throughput"]
        print(
            f"  8 klienter: {served['per_second']:.0f} listor/s,"
            f" {served['per_core']:.0f} listor/s och kärna (gräns 80)"
        )
    print("\nLän tio gånger så stort, kostnad per anrop (kvot):")
    for name in small["costs"]:
        ratio = large["costs"][name]["cpu"] / small["costs"][name]["cpu"]
        print(f"  {name:<22} {ratio:5.2f}")


def _print_line(name: str, cost: dict[str, float]) -> None:
    parts = f"{cost['app']:6.2f} + {cost['db']:5.2f} = {cost['cpu']:6.2f} ms CPU"
    print(
        f"  {name:<22} {parts}  {cost['sql']:3.0f} SQL  {cost['wall']:6.2f} ms"
        f"{_verdict(name, cost)}"
    )


def _verdict(name: str, cost: dict[str, float]) -> str:
    if name not in BARS:
        return ""
    bar, statements = BARS[name]
    held = cost["cpu"] <= bar and (statements is None or cost["sql"] <= statements)
    asked = f"{bar:g} ms" + (f", {statements} SQL" if statements else "")
    return f"  gräns {asked}: {'håller' if held else 'HÅLLER INTE'}"


def _in_a_process(municipalities: int, times: int) -> dict:
    """Each county in a process of its own, so that Django starts anew."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        with os.fdopen(writer, "w") as answer:
            json.dump(_measure(municipalities, times), answer)
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as answer:
        found = json.load(answer)
    os.waitpid(child, 0)
    return found


def _measure(municipalities: int, times: int) -> dict:
    set_up(f"speed_{municipalities}")
    from naravard.config.memory import settle_memory

    world = build(municipalities)
    settle_memory()  # as the server does before it forks
    as_pages()
    costs = {
        name: _cost(act, times)
        for name, act in {
            "person": _by(world.planner, _open_person(world)),
            "worklist": _by(world.planner, _worklist(world)),
            "worklist som HTML": _worklist_page(world),
            "person som HTML": _person_page(world),
            "search": _by(world.planner, _search(world)),
            "append": _by(world.ward_nurse, _append(world)),
        }.items()
    }
    return {
        "persons": world.persons,
        "stays": world.stays,
        "costs": costs,
        "throughput": _throughput(world),
    }


def _throughput(world: World) -> dict[str, float]:
    """Eight clients, each a process with its own connection, for eight seconds."""
    from django.db import connection

    connection.close()
    started = time.perf_counter()
    readers = [_client(world) for _ in range(CLIENTS)]
    answers = [json.loads(reader.read()) for reader in readers]
    lasted = time.perf_counter() - started
    for _ in readers:
        os.wait()
    done = sum(answer["done"] for answer in answers)
    spent = sum(answer["cpu"] for answer in answers)
    return {"per_second": done / lasted, "per_core": done / spent}


def _client(world: World) -> IO[str]:
    """Reads lists until time is up; tells how many, and the CPU of both processes."""
    from django.db import connection

    reader, writer = os.pipe()
    if os.fork() == 0:
        os.close(reader)
        act, done = _by(world.planner, _worklist(world)), 0
        act(0)
        backend = connection.connection.info.backend_pid
        before = _app_cpu() + _process_cpu(backend)
        until = time.perf_counter() + SECONDS
        while time.perf_counter() < until:
            act(done)
            done += 1
        spent = _app_cpu() + _process_cpu(backend) - before
        with os.fdopen(writer, "w") as answer:
            json.dump({"done": done, "cpu": spent}, answer)
        os._exit(0)
    os.close(writer)
    return os.fdopen(reader)


def _cost(act: Callable[[int], object], times: int) -> dict[str, float]:
    from django.db import connection

    for number in range(20):
        act(number)
    count = _Count()
    with connection.execute_wrapper(count):
        act(20)
    backend = connection.connection.info.backend_pid
    app, db, wall = _app_cpu(), _process_cpu(backend), time.perf_counter()
    for number in range(21, 21 + times):
        act(number)
    spent = (_app_cpu() - app) * 1000 / times
    served = (_process_cpu(backend) - db) * 1000 / times
    return {
        "app": spent,
        "db": served,
        "cpu": spent + served,
        "wall": (time.perf_counter() - wall) * 1000 / times,
        "sql": count.statements,
    }


class _Count:
    """Counts the SQL statements of one request, without savepoints and BEGIN."""

    def __init__(self) -> None:
        self.statements = 0

    def __call__(self, execute, sql, params, many, context):
        if not sql.startswith(("SAVEPOINT", "RELEASE")):
            self.statements += 1
        return execute(sql, params, many, context)


def _app_cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _process_cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def _by(actor: object, act: Callable[[int], object]) -> Callable[[int], object]:
    """The act, done by somebody whom the database has been told of."""

    def done_by(number: int) -> object:
        act_as(actor)
        return act(number)

    return done_by


def _open_person(world: World) -> Callable[[int], object]:
    from naravard.discharge.services import open_person

    return lambda number: orjson.dumps(
        (
            open_person(
                actor=world.planner,
                person_id=world.person_ids[number % len(world.person_ids)],
                now=world.now,
            )
        ),
    )


def _worklist(world: World) -> Callable[[int], object]:
    from naravard.discharge.rows import WorklistFilter
    from naravard.discharge.services import open_worklist

    return lambda _number: orjson.dumps(
        (
            open_worklist(
                actor=world.planner, wanted=WorklistFilter(limit=50), now=world.now
            )
        ),
    )


def _worklist_page(world: World) -> Callable[[int], object]:
    client = _signed_in(world)
    return lambda _number: _ok(client.get("/utskrivningar/"))


def _person_page(world: World) -> Callable[[int], object]:
    client = _signed_in(world)
    persons = world.person_ids
    return lambda number: _ok(
        client.get(f"/personer/{persons[number % len(persons)]}/")
    )


def _signed_in(world: World) -> object:
    """Whole requests: session, actor, reading, template, headers; no network."""
    from dataclasses import asdict

    from django.test import Client

    from naravard.web import actor
    from naravard.web.signin.session import ACTOR, SHOWN, Shown

    client = Client()
    session = client.session
    session[ACTOR] = actor.staff(world.planner.assignment_id)
    shown = Shown(
        name="Maja Lind",
        role="samordnare",
        organisation="Kommunen",
        unit="Samordning hemgång",
        caregiver="K",
        face="staff",
    )
    session[SHOWN] = asdict(shown)
    session.save()
    return client


def _ok(response: object) -> object:
    if response.status_code != 200:
        raise SystemExit(f"Sidan svarade {response.status_code}.")
    return response


def _search(world: World) -> Callable[[int], object]:
    from naravard.access.services.finding import find_person

    return lambda number: find_person(
        actor=world.planner,
        text=world.numbers[number % len(world.numbers)],
        now=world.now,
    )


def _append(world: World) -> Callable[[int], object]:
    from datetime import timedelta

    from naravard.discharge import services

    def append(number: int) -> None:
        services.change_estimate(
            actor=world.ward_nurse,
            case_id=world.case_ids[number % len(world.case_ids)],
            estimated_at=world.now + timedelta(days=3, minutes=number),
            when=services.When(
                now=world.now + timedelta(seconds=number), request_id=uuid4()
            ),
        )

    return append


if __name__ == "__main__":
    main()
