"""The database's disk fills up while people write, and is given room again.

The data lies in a small file system in memory (needs root). Whatever was acknowledged
before, during and after must be there, and nothing half written.
"""

import subprocess
import time
from argparse import ArgumentParser, Namespace
from pathlib import Path
from threading import Event

from benchmarks.faults import looking
from benchmarks.faults.scene import Scene, answers, build, new_scene, processes_in
from benchmarks.faults.writers import Book, hire, wait_for_writes

SIZE = "700m"
PAGES = ("sidor-1", "sidor-2")
ENOUGH_WRITES = 20
SECONDS_FULL = 8
BLOCK = bytes(1024 * 1024)


def options(parser: ArgumentParser) -> None:
    """How many times."""
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--writers", type=int, default=4)


def run(chosen: Namespace) -> bool:
    """Fill so many times and print what was found; True when nothing was lost."""
    with new_scene() as scene:
        place = scene.folder / "postgres"
        place.mkdir()
        mount = ("mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(place))
        subprocess.run(mount, check=True)
        try:
            return _fill(scene, chosen)
        finally:
            scene.stop()
            subprocess.run(("umount", "--lazy", str(place)), check=True)


def _fill(scene: Scene, chosen: Namespace) -> bool:
    build(scene, municipalities=2)
    for name in PAGES:
        scene.start_pages(name)
    for name in PAGES:
        scene.wait_for(name)
    book, enough = Book(), Event()
    writers = hire(scene, book, enough, count=chosen.writers)
    full = 0
    for _ in range(chosen.rounds):
        wait_for_writes(book, ENOUGH_WRITES)
        ballast = scene.folder / "postgres" / "ballast"
        full += _fill_up(ballast)
        before = book.acknowledged
        time.sleep(SECONDS_FULL)
        print(f"  full disk: {book.acknowledged - before} skrivningar kvitterades")
        ballast.unlink()
        _start_again(scene)
        wait_for_writes(book, ENOUGH_WRITES)
    enough.set()
    for writer in writers:
        writer.join()
    return _report(scene, book, full)


def _fill_up(ballast: Path) -> int:
    """Write until there is no room left; returns 1 when there is none."""
    with ballast.open("wb", buffering=0) as file:
        while True:
            try:
                file.write(BLOCK)
            except OSError:
                return 1


def _start_again(scene: Scene) -> None:
    """As the operator does: a database that has given up is started."""
    if not processes_in(scene.database.directory):
        print("  databasen hade stannat och startas igen")
    scene.database.start()
    for name in PAGES:
        if not answers(scene.ports[name]):
            scene.start_pages(name)
            scene.wait_for(name)


def _report(scene: Scene, book: Book, full: int) -> bool:
    for name in PAGES:
        scene.kill(name)
    found = looking.compare(scene, book.writes)
    refused = looking.refusals(book)
    half = looking.half_written(scene)
    print(
        f"Disken full {full} gånger under last; "
        f"{book.turned_away} gånger fick någon ett lugnt nej i stället för en kvittens."
    )
    print(f"  {found}; {len(book.writes)} försökta.")
    print(f"  {half} halvt skrivna meddelanden, {len(refused)} oväntade nej.")
    for write in refused[:3]:
        print("  ", " ".join(write.refused.split())[:600])
    whole = looking.log_is_whole(scene)
    return whole and not (found.lost or found.doubled or half or refused)
