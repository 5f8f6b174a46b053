"""The one door to the compiler, so that every compiled function is compiled alike.

Machine code is kept beside the source, in a folder named by what all the source says:
a change anywhere in the search makes all of it compile again.
"""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import numba

Given = ParamSpec("Given")
Answer = TypeVar("Answer")

HERE = Path(__file__).resolve().parent
NAME_LENGTH = 16


def source_name() -> str:
    """A name that is new whenever any module of the search is."""
    digest = sha256(numba.__version__.encode())
    for path in sorted(HERE.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:NAME_LENGTH]


# Whoever sets NUMBA_CACHE_DIR decides; otherwise the code lies beside its source.
settings: Any = numba.config
if not settings.CACHE_DIR:
    settings.CACHE_DIR = str(HERE / "__pycache__" / source_name())

INSIDE: dict[str, Any] = {"no_cpython_wrapper": True, "_nrt": False}


def compiled(function: Callable[Given, Answer]) -> Callable[Given, Answer]:
    """A function inside the search as machine code, for compiled callers only.

    It neither makes nor keeps arrays, so nothing counts references to them: with such
    counting the search is some twenty times slower.
    """
    made: Callable[Given, Answer] = numba.njit(error_model="numpy", **INSIDE)(function)
    return made


def entrance(function: Callable[Given, Answer]) -> Callable[Given, Answer]:
    """A function that Python calls, as machine code kept on disk for the next time."""
    made: Callable[Given, Answer] = numba.njit(
        cache=True, error_model="numpy", nogil=True
    )(function)
    return made
