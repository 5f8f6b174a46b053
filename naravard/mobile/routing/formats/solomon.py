"""Vehicle routing with windows as Solomon, and Gehring and Homberger, wrote it."""

from math import hypot

from naravard.mobile.routing.model import (
    Capacity,
    Caregiver,
    Prices,
    Problem,
    Service,
    Visit,
    Window,
)

PRICES = Prices(travel=1, lateness_is_hard=True, overtime_is_hard=True)
FLEET = 2  # vehicles and what each carries
COLUMNS = 7  # number, x, y, demand, opens, closes, minutes


def read(text: str, name: str) -> Problem:
    """The day: straight roads, one depot, every vehicle alike; the cost is distance."""
    rows = [list(map(float, words)) for words in _number_rows(text)]
    (vehicles, carries), *_ = [row for row in rows if len(row) == FLEET]
    places = [row for row in rows if len(row) == COLUMNS]
    depot, *customers = places
    day = Window(opens=depot[4], closes=depot[5])
    return Problem(
        name=name,
        visits=tuple(
            Visit(
                id=str(int(row[0])),
                place=at,
                services=(Service(name="stop", minutes=row[6], needs=frozenset()),),
                windows=(Window(opens=row[4], closes=row[5]),),
            )
            for at, row in enumerate(customers, 1)
        ),
        caregivers=tuple(
            Caregiver(id=f"v{k}", can=frozenset(), shift=day)
            for k in range(1, int(vehicles) + 1)
        ),
        travel=(
            tuple(
                tuple(hypot(a[1] - b[1], a[2] - b[2]) for b in places) for a in places
            ),
        ),
        prices=PRICES,
        capacity=Capacity(
            carries=carries, takes={str(int(row[0])): row[3] for row in customers}
        ),
    )


def _number_rows(text: str) -> list[list[str]]:
    rows = [line.split() for line in text.splitlines()]
    return [row for row in rows if row and all(_is_number(word) for word in row)]


def _is_number(word: str) -> bool:
    return word.replace(".", "", 1).isdigit()
