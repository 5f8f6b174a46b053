"""Reading a file of a day, packed or not, and finding out which format it has."""

import gzip
import json
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from naravard.core.errors import DomainError
from naravard.mobile.routing.formats import (
    bredstrom,
    mankowska,
    naravard,
    solomon,
    uhhc,
)
from naravard.mobile.routing.model import Problem

PACKED = b"\x1f\x8b"


class Format(StrEnum):
    """How a day is written."""

    MANKOWSKA = "mankowska"
    BREDSTROM = "bredstrom"
    UHHC = "uhhc"
    SOLOMON = "solomon"
    NARAVARD = "naravard"


class UnreadableDay(DomainError):
    """The file does not hold a day in the format said or found."""


READERS: dict[Format, Callable[[str, str], Problem]] = {
    Format.MANKOWSKA: mankowska.read,
    Format.BREDSTROM: bredstrom.read,
    Format.UHHC: uhhc.read,
    Format.SOLOMON: solomon.read,
    Format.NARAVARD: naravard.read,
}


def read_text(path: Path) -> str:
    """The text of a file, unpacked if it is packed with gzip."""
    content = path.read_bytes()
    if content.startswith(PACKED):
        content = gzip.decompress(content)
    return content.decode("utf-8")


def found_format(text: str) -> Format:
    """The format a text is written in, told by its first words."""
    if text.lstrip().startswith("{"):
        keys = json.loads(text).keys()
        if "visits" in keys:
            return Format.NARAVARD
        return Format.UHHC if "terminal_points" in keys else Format.MANKOWSKA
    if "param t_ij" in text:
        return Format.BREDSTROM
    return Format.SOLOMON


def read_problem(path: Path, written_as: Format | None = None) -> Problem:
    """The day that a file holds. Raises UnreadableDay."""
    try:
        text = read_text(path)
        name = path.name.removesuffix(".gz").rsplit(".", 1)[0]
        return READERS[written_as or found_format(text)](text, name)
    except (ValueError, KeyError, IndexError, TypeError, OSError, EOFError) as problem:
        raise UnreadableDay(
            f"{path.name} går inte att läsa som en dag med besök.",
            remedy=f"Ange formatet med --format, eller rätta filen ({problem}).",
        ) from problem
