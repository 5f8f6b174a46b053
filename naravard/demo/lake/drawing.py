"""Words of SQL that the generator draws with (pure).

Everything is drawn by a hash of who and what, so the same people give the same lake
whatever the order; there is no state, and DuckDB draws millions at once.
"""

from collections.abc import Iterable

from naravard.demo.lake.planted import Effect, Window
from naravard.indicators.fragments import literal

MACROS = """
CREATE OR REPLACE MACRO u(who, what) AS
    (hash(who, $seed, what) % 1000003) / 1000003.0;
CREATE OR REPLACE MACRO waits(mean, chance) AS
    CAST(floor(-ln(1 - chance * 0.999) * mean) AS INTEGER);
"""


def macros(seed: str) -> str:
    """`u(who, what)` draws 0–1, `waits(mean, u)` whole days with a long tail."""
    return MACROS.replace("$seed", literal(seed))


def factor(effects: Iterable[Effect], window: Window, *, day: str, person: str) -> str:
    """What the effects together multiply by, for one person on one day."""
    parts = [_one(effect, window, day, person) for effect in effects]
    return " * ".join(parts) or "1.0"


def _one(effect: Effect, window: Window, day: str, person: str) -> str:
    conditions = [f"{day} >= {literal(window.month(effect.since))}"]
    if effect.municipality:
        conditions.append(f"{person}.muni = {literal(effect.municipality)}")
    if effect.group:
        conditions.append(f"{person}.{effect.group}")
    return f"CASE WHEN {' AND '.join(conditions)} THEN {effect.factor} ELSE 1.0 END"


def one_of_these(words: Iterable[str], chance: str) -> str:
    """One of the words, each as likely."""
    listed = [literal(word) for word in words]
    return (
        f"[{', '.join(listed)}][1 + CAST(floor({chance} * {len(listed)}) AS INTEGER)]"
    )
