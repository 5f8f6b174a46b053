"""Another organisation's system: takes each key once, and remembers in which order."""

import json
from collections import Counter, defaultdict
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread


class Receiver:
    """Stores by idempotency key; says 503 while it is closed."""

    def __init__(self) -> None:
        self.posts: Counter[str] = Counter()
        self.stored: dict[str, dict[str, object]] = {}
        self.lines: defaultdict[tuple[object, object], list[str]] = defaultdict(list)
        self.turned_away = 0
        self.open = True
        self._lock = Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler_for(self))
        self._server.daemon_threads = True
        Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        """Where to post."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/meddelanden"

    def take(self, key: str, body: bytes) -> bool:
        """Store what is new; False when closed."""
        with self._lock:
            if not self.open:
                self.turned_away += 1
                return False
            self.posts[key] += 1
            if key not in self.stored:
                told = json.loads(body)
                self.stored[key] = told
                self.lines[told["recipient"], told["thread"]].append(key)
        return True


def _handler_for(receiver: Receiver) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            taken = receiver.take(self.headers["Idempotency-Key"], body)
            self.send_response(200 if taken else 503)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_args: object) -> None:
            """Say nothing among the figures."""

    return Handler
