"""Reads a FHIRPath expression into a tree, by the strength of its operators (pure).

Source: FHIRPath N1, section 6.8, operator precedence.
"""

from naravard.indicators.views.errors import PathNotReadable
from naravard.indicators.views.tokens import Sort, Token, tokens_of
from naravard.indicators.views.tree import (
    Binary,
    Call,
    Constant,
    Index,
    Kind,
    Literal,
    Member,
    Sign,
    Tree,
    Variable,
)

# The weakest first; all are read from the left.
STRENGTHS = (
    ("implies",),
    ("or", "xor"),
    ("and",),
    ("in", "contains"),
    ("=", "~", "!=", "!~"),
    ("<=", "<", ">", ">="),
    ("|",),
    ("is", "as"),
    ("+", "-", "&"),
    ("*", "/", "div", "mod"),
)
TYPE_OPERATORS = {"is", "as"}
TRUTHS = {"true", "false"}


def parse(path: str) -> Tree:
    """The tree of the path. Raises PathNotReadable."""
    reader = _Reader(path)
    tree = reader.expression()
    reader.expect_end()
    return tree


class _Reader:
    """Goes through the words once, from left to right."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._tokens = tokens_of(path)
        self._at = 0

    def expression(self, strength: int = 0) -> Tree:
        """An expression whose operators are at least as strong."""
        if strength == len(STRENGTHS):
            return self._signed()
        tree = self.expression(strength + 1)
        while self._is_operator(STRENGTHS[strength]):
            operator = self._next().text
            right = (
                self._type()
                if operator in TYPE_OPERATORS
                else self.expression(strength + 1)
            )
            tree = Binary(operator, tree, right)
        return tree

    def expect_end(self) -> None:
        """Refuse anything that stands after the expression."""
        if self._peek().sort is not Sort.END:
            raise self._unexpected()

    def _signed(self) -> Tree:
        if self._peek().sort is Sort.SIGN and self._peek().text in {"+", "-"}:
            return Sign(self._next().text, self._signed())
        return self._postfixed(self._term())

    def _postfixed(self, tree: Tree) -> Tree:
        while self._peek().sort is Sort.SIGN and self._peek().text in {".", "["}:
            if self._next().text == "[":
                tree = Index(tree, self.expression())
                self._expect("]")
            else:
                tree = self._step(tree)
        return tree

    def _step(self, base: Tree) -> Tree:
        if self._peek().sort is Sort.VARIABLE:
            raise self._unexpected()
        return self._named(base)

    def _term(self) -> Tree:
        token = self._peek()
        if token.sort is Sort.SIGN:
            return self._bracketed()
        if token.sort is Sort.NAME:
            return self._named(None)
        if token.sort is Sort.END:
            raise self._unexpected()
        return self._leaf(self._next())

    def _bracketed(self) -> Tree:
        opening = self._next().text
        if opening == "(":
            tree = self.expression()
            self._expect(")")
            return tree
        if opening == "{":
            self._expect("}")
            return Literal(None)
        self._at -= 1
        raise self._unexpected()

    def _leaf(self, token: Token) -> Tree:
        match token.sort:
            case Sort.CONSTANT:
                return Constant(token.text)
            case Sort.VARIABLE:
                return Variable(token.text)
            case Sort.STRING:
                return Literal(Kind.STRING, token.text)
            case Sort.NUMBER:
                kind = Kind.DECIMAL if "." in token.text else Kind.INTEGER
                return Literal(kind, token.text)
            case _:
                return _moment(token.text)

    def _named(self, base: Tree | None) -> Tree:
        token = self._next()
        if token.sort is not Sort.NAME:
            self._at -= 1
            raise self._unexpected()
        if base is None and token.text in TRUTHS and not token.quoted:
            return Literal(Kind.BOOLEAN, token.text)
        if self._peek().sort is Sort.SIGN and self._peek().text == "(":
            return Call(base, token.text, self._arguments())
        return Member(base, token.text)

    def _arguments(self) -> tuple[Tree, ...]:
        self._expect("(")
        found: list[Tree] = []
        while self._peek().text != ")" or self._peek().sort is not Sort.SIGN:
            found.append(self.expression())
            if self._peek().text == ",":
                self._next()
            elif self._peek().text != ")":
                raise self._unexpected()
        self._expect(")")
        return tuple(found)

    def _type(self) -> Tree:
        """The name of a type, which may say whose it is: `FHIR.Patient`."""
        tree = self._named(None)
        while self._peek().sort is Sort.SIGN and self._peek().text == ".":
            self._next()
            tree = self._named(tree)
        return tree

    def _is_operator(self, operators: tuple[str, ...]) -> bool:
        token = self._peek()
        return (
            token.sort in {Sort.SIGN, Sort.NAME}
            and not token.quoted
            and token.text in operators
        )

    def _expect(self, sign: str) -> None:
        token = self._peek()
        if token.sort is not Sort.SIGN or token.text != sign:
            raise self._unexpected()
        self._next()

    def _peek(self) -> Token:
        return self._tokens[self._at]

    def _next(self) -> Token:
        self._at += 1
        return self._tokens[self._at - 1]

    def _unexpected(self) -> PathNotReadable:
        token = self._peek()
        found = f"”{token.text}”" if token.text else "slut"
        return PathNotReadable(
            f"Sökvägen ”{self._path}”: oväntat {found} vid tecken {token.at + 1}.",
            remedy="Skriv den som FHIRPath.",
        )


def _moment(text: str) -> Literal:
    if text.startswith("T"):
        return Literal(Kind.TIME, text[1:])
    if "T" in text:
        return Literal(Kind.DATETIME, text.removesuffix("T"))
    return Literal(Kind.DATE, text)
