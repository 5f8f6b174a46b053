"""OpenTelemetry traces, only where an operator has asked for them (NARAVARD_TRACES).

A span knows the route and how long each statement took; never an address, a value, a
statement's text or an error's words.
"""

from collections.abc import Callable
from functools import cache

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from opentelemetry import trace
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SpanExporter
from opentelemetry.trace import SpanKind, Tracer

SERVER_ERROR = 500


class Traces:
    """Middleware: one span for each request, and one in it for each statement."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the rest of the chain; nothing is started before the first request."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer inside a span."""
        tracer = _tracer()
        with (
            tracer.start_as_current_span(
                str(request.method),
                kind=SpanKind.SERVER,
                record_exception=False,
                set_status_on_exception=False,
            ) as span,
            connection.execute_wrapper(_Statement(tracer)),
        ):
            response = self.get_response(request)
            match = request.resolver_match
            route = match.route if match else ""
            span.update_name(f"{request.method} {route}".strip())
            span.set_attribute("http.request.method", str(request.method))
            span.set_attribute("http.route", route)
            span.set_attribute("http.response.status_code", response.status_code)
            if response.status_code >= SERVER_ERROR:
                span.set_status(trace.StatusCode.ERROR)
        return response


class _Statement:
    """Wraps the running of one statement in a span that knows only its verb."""

    def __init__(self, tracer: Tracer) -> None:
        """Keep who makes spans."""
        self.tracer = tracer

    def __call__(
        self,
        execute: Callable[..., object],
        sql: str,
        params: object,
        many: bool,
        context: dict[str, object],
    ) -> object:
        """Run it."""
        verb = str(sql).split(maxsplit=1)[0].upper()
        with self.tracer.start_as_current_span(
            verb,
            kind=SpanKind.CLIENT,
            record_exception=False,
            set_status_on_exception=False,
        ) as span:
            span.set_attribute("db.system.name", "postgresql")
            span.set_attribute("db.operation.name", verb)
            return execute(sql, params, many, context)


@cache
def _tracer() -> Tracer:
    """Made in the process that answers: threads do not survive a fork."""
    provider = TracerProvider(resource=Resource.create({"service.name": "naravard"}))
    provider.add_span_processor(BatchSpanProcessor(exporter(settings.TRACES)))
    return provider.get_tracer("naravard")


def exporter(endpoint: str) -> SpanExporter:
    """Sends spans over OTLP; the package is the optional extra `traces`."""
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import (  # noqa: PLC0415
        OTLPSpanExporter,
    )

    sender: SpanExporter = OTLPSpanExporter(endpoint=endpoint)
    return sender
