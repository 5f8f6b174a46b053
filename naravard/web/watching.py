"""What machines ask: is this page server ready, and how does the house run?"""

import hmac

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from naravard.core import clock
from naravard.core.errors import NotFound
from naravard.core.metrics import CONTENT_TYPE, Gauge, exposition
from naravard.discharge.queries.lag import deadlines_not_noted
from naravard.disposal.queries import waiting as records_waiting
from naravard.messages.queries.waiting import waiting_deliveries
from naravard.web.openness import guards_itself, open_to_all

LOOPBACK = frozenset({"127.0.0.1", "::1"})
# A reverse proxy on the same machine comes from there as well, and says for whom.
FORWARDED = ("X-Forwarded-For", "Forwarded", "X-Real-Ip")


@open_to_all
@require_safe
def ready(_request: HttpRequest) -> HttpResponse:
    """Whether pages can be served: the database answers and is of this version."""
    try:
        executor = MigrationExecutor(connection)
        behind = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return JsonResponse({"database": "unreachable"}, status=503)
    if behind:
        return JsonResponse({"database": "ok", "migrations": "behind"}, status=503)
    return JsonResponse({"database": "ok", "migrations": "ok"})


@guards_itself
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Figures for Prometheus, to this machine or to whoever has the token.

    Raises NotFound for everybody else, who need not know that the page is here.
    """
    if not (_on_this_machine(request) or _has_token(request)):
        raise NotFound("Det finns ingen sida på den här adressen.")
    return HttpResponse(exposition(_gauges()), content_type=CONTENT_TYPE)


def _gauges() -> tuple[Gauge, ...]:
    now = clock.now()
    try:
        waiting = waiting_deliveries(now)
        not_noted = deadlines_not_noted(now)
        to_erase = records_waiting()
    except DatabaseError:
        return (_database(answers=False),)
    return (
        _database(answers=True),
        Gauge(
            name="naravard_outbox_waiting",
            about="Meddelanden som väntar på mottagarens system.",
            value=waiting.count,
        ),
        Gauge(
            name="naravard_outbox_oldest_seconds",
            about="Hur länge det äldsta av dem har väntat sedan det kunde skickas.",
            value=waiting.oldest_seconds,
        ),
        Gauge(
            name="naravard_deadlines_not_noted",
            about="Passerade tidsgränser som klockan inte har noterat; ska vara 0.",
            value=not_noted,
        ),
        Gauge(
            name="naravard_retention_proposed",
            about="Akter och journaler som föreslås gallras och väntar på beslut.",
            value=to_erase.proposed,
        ),
        Gauge(
            name="naravard_retention_approved",
            about="Akter och journaler som ska gallras enligt beslut och finns kvar.",
            value=to_erase.approved,
        ),
    )


def _database(*, answers: bool) -> Gauge:
    return Gauge(
        name="naravard_database_up", about="Om databasen svarar.", value=int(answers)
    )


def _on_this_machine(request: HttpRequest) -> bool:
    forwarded = any(name in request.headers for name in FORWARDED)
    return request.META.get("REMOTE_ADDR") in LOOPBACK and not forwarded


def _has_token(request: HttpRequest) -> bool:
    expected = settings.METRICS_TOKEN
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    same = hmac.compare_digest(token.encode(), expected.encode())
    return bool(expected) and scheme == "Bearer" and same
