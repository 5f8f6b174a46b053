"""Every function of FHIRPath that a view may use, by its name (pure)."""

from naravard.indicators.views.compiling.collections import COLLECTION_FUNCTIONS
from naravard.indicators.views.compiling.texts import VALUE_FUNCTIONS

FUNCTIONS = COLLECTION_FUNCTIONS | VALUE_FUNCTIONS
