"""Finds files and reads the resources in them, one at a time."""

import gzip
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from naravard.fhir.inbound.element import on_one_line
from naravard.fhir.inbound.json_stream import NotJson, decode, pieces
from naravard.fhir.inbound.problems import Place, Problem, Reason

LINE_BY_LINE = frozenset({".ndjson", ".jsonl"})
READ_IN_FOLDERS = LINE_BY_LINE | {".json"}
DEEPEST_BUNDLE = 5  # bundles inside bundles

_GZIP_MAGIC = b"\x1f\x8b"
_BROKEN_GZIP = (EOFError, gzip.BadGzipFile, zlib.error)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A resource as it stands in a file.

    `scope` is shared by those that may mean each other with a short reference.
    """

    resource: dict[str, object]
    full_url: str
    scope: str
    place: Place


def files_in(path: Path) -> Iterator[Path]:
    """The file itself, or every file in the folder that may hold FHIR, by name."""
    if not path.is_dir():
        yield path
        return
    for found in sorted(path.rglob("*")):
        if _format(found) in READ_IN_FOLDERS and found.is_file():
            yield found


def read_file(path: Path, name: str) -> Iterator[Found | Problem]:
    """Every resource in the file, plain or gzip. Raises OSError if it can not be read.

    `name` is what the report calls the file.
    """
    with path.open("rb") as raw:
        packed = raw.peek(2)[:2] == _GZIP_MAGIC
        handle = cast("BinaryIO", gzip.GzipFile(fileobj=raw)) if packed else raw
        try:
            if _format(path) in LINE_BY_LINE:
                yield from _lines(handle, name)
            else:
                yield from _document(handle, name)
        except _BROKEN_GZIP:
            yield _broken(Place(file=name), "den packade filen är skadad")


def unfold(
    value: object, full_url: str, scope: str, place: Place, depth: int = 0
) -> Iterator[Found | Problem]:
    """The resource, or each of those in it when it is a bundle."""
    if not isinstance(value, dict):
        yield Problem(
            place=place, reason=Reason.NOT_A_RESOURCE, what="inte ett JSON-objekt"
        )
    elif value.get("resourceType") != "Bundle":
        yield Found(resource=value, full_url=full_url, scope=scope, place=place)
    elif depth == DEEPEST_BUNDLE:
        yield Problem(
            place=place,
            reason=Reason.NOT_A_RESOURCE,
            what="för många samlingar (Bundle) inuti varandra",
        )
    else:
        yield from _bundle(value, scope, place, depth + 1)


def _bundle(
    bundle: dict[str, object], scope: str, place: Place, depth: int
) -> Iterator[Found | Problem]:
    entries = bundle.get("entry", [])
    if not isinstance(entries, list):
        yield Problem(
            place=place,
            reason=Reason.WRONG_FORM,
            resource="Bundle",
            path="Bundle.entry",
            what="ska vara en lista",
        )
        return
    for number, entry in enumerate(entries, start=1):
        # The outermost bundle's numbering is the one a reader can follow.
        inner = Place(file=place.file, line=place.line, entry=place.entry or number)
        yield from _entry(
            entry, f"{scope}/{number}" if depth > 1 else scope, inner, depth
        )


def _entry(
    entry: object, scope: str, place: Place, depth: int = 1
) -> Iterator[Found | Problem]:
    if not isinstance(entry, dict) or "resource" not in entry:
        yield from _entry_without_resource(entry, place)
        return
    full_url = entry.get("fullUrl")
    yield from unfold(
        entry["resource"],
        on_one_line(full_url) if isinstance(full_url, str) else "",
        scope,
        place,
        depth,
    )


def _entry_without_resource(entry: object, place: Place) -> Iterator[Problem]:
    request = entry.get("request") if isinstance(entry, dict) else None
    if isinstance(request, dict) and request.get("method") == "DELETE":
        yield Problem(
            place=place,
            reason=Reason.DELETION,
            what="borttagning görs inte genom inläsning",
        )
        return
    yield Problem(
        place=place, reason=Reason.NOT_A_RESOURCE, what="posten har ingen resurs"
    )


def _document(handle: BinaryIO, name: str) -> Iterator[Found | Problem]:
    text = io.TextIOWrapper(handle, encoding="utf-8-sig")
    try:
        for piece in pieces(text):
            place = Place(file=name, line=0 if piece.entry else piece.line)
            if not piece.entry:
                yield from unfold(piece.value, "", f"{name}:{piece.line}", place)
                continue
            place = Place(file=name, line=piece.line, entry=piece.entry)
            is_resource = (
                isinstance(piece.value, dict) and "resourceType" in piece.value
            )
            if is_resource:  # an array of resources rather than of entries
                yield from unfold(piece.value, "", name, place)
            else:
                yield from _entry(piece.value, name, place)
    except NotJson as broken:
        yield _broken(Place(file=name, line=broken.line), broken.what)
    except UnicodeDecodeError:
        yield _broken(Place(file=name), "texten är inte kodad i UTF-8")
    finally:
        text.detach()


def _lines(handle: BinaryIO, name: str) -> Iterator[Found | Problem]:
    for number, line in enumerate(handle, start=1):
        if not line.strip():
            continue
        place = Place(file=name, line=number)
        try:
            value = decode(line.decode("utf-8-sig"))
        except NotJson as broken:
            yield _broken(place, broken.what)
        except UnicodeDecodeError:
            yield _broken(place, "texten är inte kodad i UTF-8")
        else:
            yield from unfold(value, "", name, place)


def _broken(place: Place, what: str) -> Problem:
    return Problem(place=place, reason=Reason.BROKEN_FILE, what=what)


def _format(path: Path) -> str:
    """The file's ending, looked for under `.gz`."""
    name = path.name.lower().removesuffix(".gz")
    return Path(name).suffix
