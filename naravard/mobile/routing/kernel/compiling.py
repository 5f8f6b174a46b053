"""The one door to the compiler, so that every compiled function is compiled alike."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

import numba

Given = ParamSpec("Given")
Answer = TypeVar("Answer")


def compiled(function: Callable[Given, Answer]) -> Callable[Given, Answer]:
    """The same function as machine code, kept on disk for the next process."""
    made: Callable[Given, Answer] = numba.njit(
        cache=True, boundscheck=False, error_model="numpy", nogil=True
    )(function)
    return made
