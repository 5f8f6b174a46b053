"""Opening one's own pages, or those of somebody one may read for."""

from naravard.discharge.services.inhabitant.log import (
    OwnLogExtract,
    OwnReaders,
    extract_own_log,
    open_own_readers,
)
from naravard.discharge.services.inhabitant.opening import NotAnInhabitant, Opened
from naravard.discharge.services.inhabitant.own import (
    OwnConsents,
    OwnPage,
    OwnPaper,
    OwnPapers,
    open_own_consents,
    open_own_page,
    open_own_paper,
    open_own_papers,
)

__all__ = [
    "NotAnInhabitant",
    "Opened",
    "OwnConsents",
    "OwnLogExtract",
    "OwnPage",
    "OwnPaper",
    "OwnPapers",
    "OwnReaders",
    "extract_own_log",
    "open_own_consents",
    "open_own_page",
    "open_own_paper",
    "open_own_papers",
    "open_own_readers",
]
