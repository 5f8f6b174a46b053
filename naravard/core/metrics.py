"""What is counted about the running of the house, in Prometheus's own format.

Several page processes count together through files, when PROMETHEUS_MULTIPROC_DIR
names a directory. No label ever tells of a person: a route is a pattern.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Histogram,
    generate_latest,
)
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

CONTENT_TYPE = CONTENT_TYPE_LATEST
SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)

_answered = Counter(
    "naravard_requests", "Besvarade anrop.", ("method", "route", "status")
)
_seconds = Histogram(
    "naravard_request_seconds", "Hur lång tid svaret tog.", ("route",), buckets=SECONDS
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gauge:
    """One figure as it is now."""

    name: str
    about: str
    value: float


def count_request(*, method: str, route: str, status: int, seconds: float) -> None:
    """Count one answered request."""
    _answered.labels(method=method, route=route, status=str(status)).inc()
    _seconds.labels(route=route).observe(seconds)


def exposition(gauges: Iterable[Gauge]) -> bytes:
    """Everything counted, by every process, and the figures given."""
    registry: CollectorRegistry = CollectorRegistry()
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    else:
        registry.register(_Counted())
    registry.register(_Now(tuple(gauges)))
    return generate_latest(registry)


class _Counted(Collector):
    """What this process alone has counted."""

    def collect(self) -> Iterator[object]:  # type: ignore[override]
        """Our own series, none of the interpreter's."""
        for each in (_answered, _seconds):
            yield from each.collect()


class _Now(Collector):
    """The figures that are asked for when somebody looks."""

    def __init__(self, gauges: tuple[Gauge, ...]) -> None:
        """Keep them."""
        self.gauges = gauges

    def collect(self) -> Iterator[object]:  # type: ignore[override]
        """One series each."""
        for gauge in self.gauges:
            yield GaugeMetricFamily(gauge.name, gauge.about, value=gauge.value)
