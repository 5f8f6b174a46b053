"""The only writers of decisions to erase; the erasing itself is the database's own."""

from naravard.disposal.services.approving import approve
from naravard.disposal.services.erasing import Erased, erase, finish
from naravard.disposal.services.logs import erase_logs
from naravard.disposal.services.preserving import load_preservations
from naravard.disposal.services.proposing import propose
from naravard.disposal.services.single import Single, erase_single

__all__ = [
    "Erased",
    "Single",
    "approve",
    "erase",
    "erase_logs",
    "erase_single",
    "finish",
    "load_preservations",
    "propose",
]
