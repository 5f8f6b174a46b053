"""Cases that a practice county must have, whatever chance says."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from naravard.demo.course.admitting import Pool
from naravard.demo.course.timeline import Ending, Need, Traits
from naravard.demo.course.writing import WrittenCase
from naravard.demo.course.year import Year
from naravard.demo.people import Patient


class Who(StrEnum):
    """From whom the patient is taken."""

    ANYBODY = "anybody"
    CHILD = "child"
    PROTECTED = "protected"
    PLACED = "placed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Staged:
    """A kind of case, how many of it, and where it stands now."""

    name: str
    state: str
    count: int
    traits: Traits
    who: Who = Who.ANYBODY


STAGED = (
    Staged(name="just in", state="OPEN", count=5, traits=Traits(ending=Ending.HOME)),
    Staged(
        name="told late",
        state="OPEN",
        count=2,
        traits=Traits(late_notice=True, need=Need.BOTH, ending=Ending.HOME),
    ),
    Staged(
        name="just told",
        state="NOTIFIED",
        count=6,
        traits=Traits(unreceived=True, ending=Ending.HOME),
    ),
    Staged(
        name="waiting",
        state="READY",
        count=6,
        traits=Traits(waits=True, need=Need.BOTH, ending=Ending.HOME),
    ),
    Staged(
        name="blocked",
        state="READY",
        count=3,
        traits=Traits(waits=True, blocked=True, need=Need.BOTH, ending=Ending.HOME),
    ),
    Staged(
        name="taken back",
        state="NOTIFIED",
        count=3,
        traits=Traits(withdrawn=True, need=Need.BOTH, ending=Ending.HOME),
    ),
    Staged(
        name="towards open compulsory care",
        state="READY",
        count=2,
        traits=Traits(
            psychiatric=True,
            compulsory=True,
            waits=True,
            need=Need.BOTH,
            ending=Ending.HOME,
        ),
    ),
    Staged(
        name="declined",
        state="NOTIFIED",
        count=3,
        traits=Traits(declines=True, need=Need.BOTH, ending=Ending.HOME),
    ),
    Staged(
        name="home",
        state="DISCHARGED",
        count=4,
        traits=Traits(need=Need.BOTH, ending=Ending.HOME),
    ),
    Staged(
        name="dead", state="ABORTED", count=2, traits=Traits(ending=Ending.DECEASED)
    ),
    Staged(
        name="child",
        state="NOTIFIED",
        count=2,
        traits=Traits(need=Need.BOTH, ending=Ending.HOME),
        who=Who.CHILD,
    ),
    Staged(
        name="protected",
        state="NOTIFIED",
        count=2,
        traits=Traits(need=Need.BOTH, ending=Ending.HOME),
        who=Who.PROTECTED,
    ),
    Staged(
        name="placed",
        state="READY",
        count=2,
        traits=Traits(need=Need.BOTH, waits=True, ending=Ending.HOME),
        who=Who.PLACED,
    ),
)


def staged_cases(
    year: Year, pool: Pool, placed: tuple[Patient, ...], *, seed: int
) -> Iterator[WrittenCase]:
    """One of every kind so many times; kinds that nobody in the county fits are few."""
    random = Random(f"staged {seed}")  # noqa: S311 (not for secrets)
    for staged in STAGED:
        for number in range(staged.count):
            patient = _patient(staged.who, pool, placed, year, random)
            if patient is None and staged.who is not Who.ANYBODY:
                continue
            case = year.case_in_state(
                f"{staged.name} {number}", staged.state, staged.traits, patient
            )
            if case:
                yield case


def _patient(
    who: Who,
    pool: Pool,
    placed: tuple[Patient, ...],
    year: Year,
    random: Random,
) -> Patient | None:
    """Somebody of the kind who has been home so far; None: left to chance."""
    if who is Who.ANYBODY:
        return None
    found = {
        Who.CHILD: pool.children(),
        Who.PROTECTED: pool.protected(),
        Who.PLACED: placed,
    }[who]
    free = [each for each in found if year.has_been_home(each)]
    return random.choice(free) if free else None
