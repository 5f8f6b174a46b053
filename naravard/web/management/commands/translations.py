"""`naravard translations` keeps the English catalogue in step with the texts."""

from argparse import ArgumentParser
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.core.management.base import BaseCommand, CommandError

from naravard.web.translations import PACKAGE, Text, texts_in_package

FOLDER = PACKAGE / "web" / "locale" / "en" / "LC_MESSAGES"
SOURCE = FOLDER / "django.po"
COMPILED = FOLDER / "django.mo"
HEADER = """\
msgid ""
msgstr ""
"Language: en\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
# Babel writes a time in the compiled file; a fixed one keeps the bytes the same.
ALWAYS = datetime(2026, 1, 1, tzinfo=UTC)


class Command(BaseCommand):
    """Adds new texts to the catalogue, removes those that are gone, compiles it."""

    help = "Keep the English texts in step with the Swedish ones."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """`--check` changes nothing and fails when something is missing."""
        parser.add_argument("--check", action="store_true")

    def handle(self, *_args: object, **options: object) -> None:
        """Update and compile, or only check."""
        if options["check"]:
            faults = catalogue_faults()
            if faults:
                raise CommandError("\n".join(faults))
            return
        _bring_in_step()
        self.stdout.write("\n".join(catalogue_faults()))


def catalogue_faults(source: Path = SOURCE, compiled: Path = COMPILED) -> list[str]:
    """What is wrong with the catalogue, in words; empty when nothing is."""
    wanted, catalogue = texts_in_package(), _read(source)
    translated = {_text(message.id) for message in catalogue if message.id}
    faults = [f"Saknas: {text.singular}" for text in sorted(wanted - translated)]
    faults += [f"Används inte: {text.singular}" for text in sorted(translated - wanted)]
    faults += [
        f"Saknar engelska: {_text(message.id).singular}"
        for message in catalogue
        if message.id and not _is_translated(message.string)
    ]
    if not compiled.exists() or compiled.read_bytes() != _compiled(catalogue):
        faults.append("django.mo är inte gjord av django.po: naravard translations")
    return faults


def _bring_in_step() -> None:
    before = _read(SOURCE)
    catalogue = Catalog(locale="en")
    for text in sorted(texts_in_package()):
        key = (text.singular, text.plural) if text.plural else text.singular
        known = before.get(key)
        still_fits = known is not None and known.pluralizable == bool(text.plural)
        catalogue.add(key, known.string if known and still_fits else None)
    _write(catalogue)


def _write(catalogue: Catalog) -> None:
    body = BytesIO()
    write_po(body, catalogue, width=88, omit_header=True)
    SOURCE.write_bytes(HEADER.encode() + body.getvalue())
    COMPILED.write_bytes(_compiled(_read(SOURCE)))


def _read(source: Path) -> Catalog:
    with source.open("rb") as file:
        return read_po(file, locale="en")


def _compiled(catalogue: Catalog) -> bytes:
    buffer = BytesIO()
    catalogue.creation_date = catalogue.revision_date = ALWAYS
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def _text(key: str | tuple[str, ...] | list[str]) -> Text:
    return Text(key) if isinstance(key, str) else Text(*key)


def _is_translated(string: str | tuple[str, ...] | list[str] | None) -> bool:
    return all(string) if isinstance(string, list | tuple) else bool(string)
