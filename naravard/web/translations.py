"""Finds every Swedish text meant for people, in templates and in Python.

GNU gettext need not be installed: this reads the texts, Babel keeps the catalogue.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.template.base import Lexer, Token, TokenType
from django.utils.translation import trim_whitespace

PACKAGE = Path(__file__).resolve().parents[1]
SINGULAR = frozenset({"gettext", "gettext_lazy"})
PLURAL = frozenset({"ngettext", "ngettext_lazy"})
LITERAL = re.compile(r"""^_?\(?(["'])(?P<text>.*)\1\)?$""")
FILTER_LITERAL = re.compile(r"""_\((["'])(?P<text>.*?)\1\)""")
WHOLE_BLOCK = {
    "blocktranslate": "endblocktranslate",
    "blocktrans": "endblocktrans",
}


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """One text to translate, with its plural when there is one."""

    singular: str
    plural: str = ""


def texts_in_package(root: Path = PACKAGE) -> set[Text]:
    """Every text in the package's templates and modules."""
    return {
        *(text for file in root.rglob("*.py") for text in texts_in_python(_read(file))),
        *(
            text
            for file in root.rglob("templates/**/*.html")
            for text in texts_in_template(_read(file))
        ),
    }


def texts_in_python(source: str) -> Iterator[Text]:
    """The literal arguments of gettext and ngettext calls.

    Raises ValueError for a text that is put together while the program runs, since
    no one can translate it beforehand.
    """
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        if node.func.id in SINGULAR:
            yield Text(_literal(node.args[0]))
        elif node.func.id in PLURAL:
            yield Text(_literal(node.args[0]), _literal(node.args[1]))


def texts_in_template(source: str) -> Iterator[Text]:
    """The texts of translate tags, blocktranslate tags and `_("…")`.

    Django doubles every percent sign of a template's text before it looks it up.
    """
    tokens = iter(Lexer(source).tokenize())
    for token in tokens:
        if token.token_type is TokenType.VAR:
            yield from _in_filters(token.contents)
        if token.token_type is TokenType.BLOCK:
            yield from _in_tag(token, tokens)


def _in_tag(token: Token, following: Iterator[Token]) -> Iterator[Text]:
    bits = token.split_contents()
    if bits[0] in {"translate", "trans"}:
        match = LITERAL.match(bits[1])
        if match:
            yield Text(match["text"].replace("%", "%%"))
    elif bits[0] in WHOLE_BLOCK:
        yield _block(bits, following)
    else:
        yield from _in_filters(token.contents)


def _block(bits: list[str], following: Iterator[Token]) -> Text:
    trim = trim_whitespace if "trimmed" in bits else str
    parts: list[list[str]] = [[]]
    for token in following:
        if token.token_type is TokenType.BLOCK:
            if token.contents.strip() == WHOLE_BLOCK[bits[0]]:
                break
            parts.append([])
        elif token.token_type is TokenType.VAR:
            parts[-1].append(f"%({token.contents})s")
        elif token.token_type is TokenType.TEXT:
            parts[-1].append(token.contents.replace("%", "%%"))
    return Text(*(trim("".join(part)) for part in parts))


def _in_filters(contents: str) -> Iterator[Text]:
    for match in FILTER_LITERAL.finditer(contents):
        yield Text(match["text"].replace("%", "%%"))


def _literal(node: ast.expr) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise ValueError(f"The text on line {node.lineno} is not a literal.")


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8")
