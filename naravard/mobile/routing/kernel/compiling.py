"""The one door to the compiler, so that every compiled function is compiled alike."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

import numba

Given = ParamSpec("Given")
Answer = TypeVar("Answer")


def compiled(function: Callable[Given, Answer]) -> Callable[Given, Answer]:
    """A function inside the search as machine code, for compiled callers only.

    It neither makes nor keeps arrays, so nothing counts references to them.
    """
    made: Callable[Given, Answer] = numba.njit(
        error_model="numpy", no_cpython_wrapper=True, _nrt=False
    )(function)
    return made


def entrance(function: Callable[Given, Answer]) -> Callable[Given, Answer]:
    """A function that Python calls, as machine code kept on disk for the next time."""
    made: Callable[Given, Answer] = numba.njit(
        cache=True, error_model="numpy", nogil=True
    )(function)
    return made
