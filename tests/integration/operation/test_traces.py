"""Traces are off until asked for, and tell of routes and verbs, never of persons."""

import os
import subprocess
import sys

import pytest
from django.test import Client
from django.urls import reverse
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from naravard.web import traces
from tests.architecture.source import ROOT


@pytest.fixture
def spans(settings, monkeypatch) -> InMemorySpanExporter:
    kept = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(kept))
    monkeypatch.setattr(traces, "_tracer", lambda: provider.get_tracer("test"))
    settings.MIDDLEWARE = ["naravard.web.traces.Traces", *settings.MIDDLEWARE]
    return kept


def test_a_request_and_its_statements_are_traced_without_what_they_say(
    ali: Client, spans: InMemorySpanExporter
):
    browser = Client()
    browser.cookies = ali.cookies

    browser.post(reverse("staff:search"), {"q": "Karin Holm"})

    finished = spans.get_finished_spans()
    told = " ".join(span.to_json() for span in finished)
    assert finished[-1].name == "POST sok/"
    assert finished[-1].attributes["http.response.status_code"] == 200
    assert {"SELECT", "INSERT"} <= {span.name for span in finished}
    assert "Karin" not in told


def test_an_error_in_a_trace_keeps_its_words_to_itself(ali, spans, monkeypatch):
    def broken(**_: object) -> None:
        raise RuntimeError("Karin Holm")

    monkeypatch.setattr("naravard.access.services.search_persons", broken)
    browser = Client(raise_request_exception=False)
    browser.cookies = ali.cookies

    browser.post(reverse("staff:search"), {"q": "Karin"})

    told = " ".join(span.to_json() for span in spans.get_finished_spans())
    assert "ERROR" in told
    assert "Karin" not in told


@pytest.mark.parametrize(
    ("where", "traced"), [("", "False"), ("http://127.0.0.1:4318/v1/traces", "True")]
)
def test_traces_are_sent_only_where_somebody_has_said(where, traced):
    question = (
        "from naravard.config.settings import MIDDLEWARE as m;"
        "print('naravard.web.traces.Traces' in m)"
    )
    answer = subprocess.run(
        [sys.executable, "-c", question],
        cwd=ROOT,
        env={**os.environ, "NARAVARD_TRACES": where},
        capture_output=True,
        check=True,
        text=True,
    )

    assert answer.stdout.strip() == traced
