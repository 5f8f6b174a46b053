"""A log of which nothing is drawn by lot, for tests of what is picked for a reason."""

import pytest

from naravard.review.catalogue import sample

NEVER = 2**70  # more than the numbers that are drawn among


@pytest.fixture
def nobody_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sample, "ONE_IN", NEVER)
