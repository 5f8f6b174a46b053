"""Roads from a service that speaks as OSRM does, over real HTTP; else estimates."""

import json
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import pytest
from pytest_django.fixtures import Settings

from naravard.mobile.roads import roads_between
from naravard.mobile.rules.travel import Point, estimated

FAGERSTA, NORBERG = Point(60.0, 15.8), Point(60.065, 15.92)
BOTH = (FAGERSTA, NORBERG)
Answer = Callable[[str], tuple[int, object]]


@pytest.fixture
def road_service(settings: Settings) -> Iterator[list[Answer]]:
    """A service on this machine; the test says what it answers."""
    answers: list[Answer] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, body = answers[-1](self.path)
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(body).encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    settings.ROADS = f"http://127.0.0.1:{server.server_address[1]}/"
    yield answers
    server.shutdown()
    thread.join()
    server.server_close()


def test_minutes_of_the_service_are_told_as_they_are(road_service: list[Answer]):
    asked = []

    def table(path: str) -> tuple[int, object]:
        asked.append(path)
        return 200, {"code": "Ok", "durations": [[0, 840.2], [901.7, 0]]}

    road_service.append(table)

    roads = roads_between(BOTH)

    assert roads.estimated is False
    assert roads.minutes == ((0.0, 16.0), (17.0, 0.0))
    address = urlsplit(asked[0])
    assert address.path == "/table/v1/driving/15.80000,60.00000;15.92000,60.06500"
    assert parse_qs(address.query) == {"annotations": ["duration"]}


@pytest.mark.parametrize(
    "answer",
    [
        (500, {"code": "InternalError"}),
        (200, {"code": "NoTable"}),
        (200, {"code": "Ok", "durations": [[0, None], [900, 0]]}),
        (200, {"code": "Ok", "durations": [[0]]}),
    ],
    ids=["error", "no table", "a way is missing", "too small"],
)
def test_without_a_whole_answer_the_roads_are_estimated_and_said_to_be(
    road_service: list[Answer], answer: tuple[int, object]
):
    road_service.append(lambda _: answer)

    assert roads_between(BOTH) == estimated(BOTH)


def test_without_a_service_the_roads_are_estimated(settings: Settings):
    settings.ROADS = "http://127.0.0.1:9/"

    assert roads_between(BOTH).estimated
