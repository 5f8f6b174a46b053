"""Minutes between places: from an OSRM-compatible service, or estimated and said so."""

import json
import logging
from http.client import HTTPException
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

from django.conf import settings

from naravard.mobile.rules.travel import TO_THE_DOOR, Point, Roads, estimated

log = logging.getLogger(__name__)
PATIENCE = 3  # seconds; a planner waits for the answer
SECONDS = 60.0


def roads_between(points: tuple[Point, ...]) -> Roads:
    """Minutes of driving between all the places.

    Without a service, or when it does not answer, the roads are estimated and marked
    as such. Only coordinates leave the house.
    """
    service = settings.ROADS
    if not service or len(points) < 2:  # noqa: PLR2004 - one place has no roads
        return estimated(points)
    try:
        return _asked(service, points)
    except (URLError, HTTPException, TimeoutError, ValueError, KeyError) as fault:
        log.warning("roads_not_answered", extra={"fault": type(fault).__name__})
        return estimated(points)


def _asked(service: str, points: tuple[Point, ...]) -> Roads:
    """What `/table/v1/driving` says. Raises ValueError when a way is missing."""
    if urlsplit(service).scheme not in {"http", "https"}:
        raise ValueError("the address of the road service must be http or https")
    places = ";".join(f"{each.longitude:.5f},{each.latitude:.5f}" for each in points)
    address = f"{service.rstrip('/')}/table/v1/driving/{places}?annotations=duration"
    with urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310 - checked above
        rows = json.load(answer)["durations"]
    if len(rows) != len(points) or any(None in row for row in rows):
        raise ValueError("a way is missing")
    return Roads(minutes=_minutes(rows), estimated=False)


def _minutes(rows: list[list[float]]) -> tuple[tuple[float, ...], ...]:
    return tuple(
        tuple(
            0.0 if i == j else float(round(seconds / SECONDS + TO_THE_DOOR))
            for j, seconds in enumerate(row)
        )
        for i, row in enumerate(rows)
    )
