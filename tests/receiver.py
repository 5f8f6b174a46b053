"""Another system that receives messages over HTTP, on this machine, as tests wish."""

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread
from types import TracebackType
from typing import Self


class Receiver:
    """Stores each idempotency key once and remembers every post.

    Its mood decides the answer: "ok", "error" (500, stored nothing), "redirect",
    "slow" (no answer in time, stored nothing) or "cut" (stored, line cut).
    """

    def __init__(self) -> None:
        self.posts: list[str] = []
        self.stored: dict[str, object] = {}
        self._moods: list[str] = []
        self._lock = Lock()
        self._closing = Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler_for(self))
        self._server.daemon_threads = False
        self._thread = Thread(target=self._server.serve_forever, args=(0.01,))

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/meddelanden"

    def answers(self, *moods: str) -> None:
        """The moods of the coming posts; after the last one it is well again."""
        self._moods = list(moods)

    def take(self, key: str, body: bytes) -> str:
        with self._lock:
            mood = self._moods.pop(0) if self._moods else "ok"
            self.posts.append(key)
            if mood in {"ok", "cut"}:
                self.stored.setdefault(key, json.loads(body))
        if mood == "slow":
            self._closing.wait(2)
        return mood

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._closing.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


STATUS = {"ok": 200, "error": 500, "redirect": 302}


def _handler_for(receiver: Receiver) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            mood = receiver.take(self.headers["Idempotency-Key"], body)
            if mood in STATUS:
                self.send_response(STATUS[mood])
                self.send_header("Location", "/annan")
                self.send_header("Content-Length", "0")
                self.end_headers()

        def log_message(self, *_args: object) -> None:
            """Say nothing in the tests' output."""

    return Handler
