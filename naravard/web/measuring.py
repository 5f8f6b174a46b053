"""Every answer is counted and logged: method, route, status, time; nothing of whom."""

import logging
import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from naravard.core.log_lines import AnsweredRequest
from naravard.core.metrics import count_request

log = logging.getLogger("naravard.request")

NO_ROUTE = "(ingen)"
KNOWN_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
# Asked for all the time by machines; counted, not logged.
QUIET = frozenset({"health", "health/ready", "metrics"})


class Measuring:
    """The outermost middleware."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the rest of the chain."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and note how it went."""
        began = time.perf_counter()
        response = self.get_response(request)
        seconds = time.perf_counter() - began
        method = str(request.method)
        answered = AnsweredRequest(
            method=method if method in KNOWN_METHODS else "(annan)",
            route=request.resolver_match.route if request.resolver_match else NO_ROUTE,
            status=response.status_code,
            milliseconds=round(seconds * 1000, 1),
        )
        count_request(
            method=answered.method,
            route=answered.route,
            status=answered.status,
            seconds=seconds,
        )
        if answered.route not in QUIET:
            log.info("answered", extra={"answered": answered})
        return response
