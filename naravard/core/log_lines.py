"""Log lines as JSON, without anything that could tell about a person.

Our own messages are kept, with numbers masked. Of what others log, only the words
their programmers wrote are kept, never what was filled in: that may be a name.
"""

import json
import logging
import re
import sys
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from traceback import extract_tb
from types import TracebackType

OURS = "naravard"
# Ten or twelve digits, written as people write personal numbers.
NUMBER = re.compile(r"(?<!\d)(?:\d{2})?\d{6}[-+ ]?[\dA-Z]{2}\d{2}(?!\d)")
MASKED = "[nummer]"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredRequest:
    """One request as it is logged: the route's pattern, never its address."""

    method: str
    route: str
    status: int
    milliseconds: float


class JsonLines(logging.Formatter):
    """One JSON object a line, for a journal or a collector of logs."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, from a list of what may be in it rather than what may not."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(
                timespec="milliseconds"
            ),
            "level": record.levelname,
            "logger": record.name,
            "message": said(record),
            "place": f"{record.module}:{record.lineno}",
        }
        answered = getattr(record, "answered", None)
        if isinstance(answered, AnsweredRequest):
            line |= asdict(answered)
        if record.exc_info and record.exc_info[0]:
            line |= stopped_by(record.exc_info[0], record.exc_info[2])
        return json.dumps(line, ensure_ascii=False)


def said(record: logging.LogRecord) -> str:
    """What the record says that may be kept."""
    if record.name.partition(".")[0] == OURS:
        return masked(record.getMessage())
    # Without arguments the words may have been put together already.
    return masked(str(record.msg)) if record.args else ""


def masked(text: str) -> str:
    """The text without anything that looks like a personal number."""
    return NUMBER.sub(MASKED, text)


def stopped_by(
    kind: type[BaseException], trace: TracebackType | None
) -> dict[str, object]:
    """The kind of error and where, never its message: PostgreSQL quotes whole rows."""
    frames = [f"{frame.filename}:{frame.lineno}" for frame in extract_tb(trace)]
    return {"error": kind.__name__, "at": frames[::-1]}


def log_what_stops_the_process() -> None:
    """Let an error nobody caught become one such line instead of a full trace."""
    sys.excepthook = _stop


def _stop(
    kind: type[BaseException], problem: BaseException, trace: TracebackType | None
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    logging.getLogger(OURS).critical("stopped", exc_info=(kind, problem, trace))
