"""The one door to the compiler, so that every compiled function is compiled alike.

Machine code is kept beside the source, in a folder named by what all the source says:
a change anywhere in the search makes all of it compile again.
"""

import atexit
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from shutil import copytree, rmtree
from tempfile import TemporaryFile, mkdtemp
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


def writable(folder: Path) -> Path:
    """The folder, or a copy of our own where it may not be written in.

    A page server in operation may only read what was compiled at installation, and
    numba keeps nothing, and reads nothing, where it cannot write.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        TemporaryFile(dir=folder).close()
    except OSError:
        return _copied(folder)
    return folder


def _copied(folder: Path) -> Path:
    # Inside what only we may enter: what lies there is run.
    own = Path(mkdtemp(prefix="naravard-compiled-"))
    atexit.register(rmtree, own, ignore_errors=True)
    copy = own / folder.name
    if folder.is_dir():
        copytree(folder, copy)
    copy.mkdir(exist_ok=True)
    return copy


# Whoever sets NUMBA_CACHE_DIR decides; otherwise the code lies beside its source.
settings: Any = numba.config
if not settings.CACHE_DIR:
    settings.CACHE_DIR = str(writable(HERE / "__pycache__" / source_name()))


def is_compiled() -> bool:
    """Whether there is machine code to read, so that nobody has to wait for it."""
    return any(Path(settings.CACHE_DIR).rglob("*.nbc"))


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
