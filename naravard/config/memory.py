"""What a long-running server does with its memory before it begins to answer."""

import gc

# Objects made before the collector looks for cycles again. A request makes some ten
# thousand and leaves almost no cycles; Python's 700 would stop it a dozen times.
YOUNG_OBJECTS = 50_000


def settle_memory() -> None:
    """Set aside what is loaded once and lives for ever, and look for rubbish seldom."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG_OBJECTS, 20, 50)
