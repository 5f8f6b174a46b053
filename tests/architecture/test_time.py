"""Only the clock module reads the clock, and only there does a moment become a day."""

from tests.architecture.source import dotted, modules

CLOCK = "naravard/core/clock.py"
READS_THE_CLOCK = (
    "datetime.now",
    "datetime.utcnow",
    "datetime.today",
    "date.today",
    "timezone.now",
    "timezone.localdate",
    "timezone.localtime",
    "time.time",
    "time.time_ns",
)


def test_only_the_clock_module_reads_the_clock():
    elsewhere = [
        module.place_of(call)
        for module in modules()
        if module.path != CLOCK
        for call in module.calls()
        if dotted(call.func).endswith(READS_THE_CLOCK)
    ]

    assert not elsewhere


def test_only_the_clock_module_makes_a_day_of_a_moment():
    elsewhere = [
        module.place_of(call)
        for module in modules()
        if module.path != CLOCK
        for call in module.calls()
        if dotted(call.func).endswith(".date") and not call.args and not call.keywords
    ]

    assert not elsewhere
