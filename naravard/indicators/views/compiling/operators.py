"""FHIRPath's operators in SQL (pure). Source: FHIRPath N1, section 6."""

from collections.abc import Callable

from naravard.indicators.views.compiling.values import (
    MOMENTS,
    NOTHING,
    NUMBERS,
    Value,
    as_item,
    as_list,
    as_number,
    as_text,
    as_truth,
)
from naravard.indicators.views.errors import ViewNotValid
from naravard.indicators.views.tree import Kind

DECIMALS = 8  # what a decimal of FHIRPath is sure to hold
Operator = Callable[[Value, Value], Value]


def _truth(sql: str) -> Value:
    return Value(f"({sql})", Kind.BOOLEAN)


def _equal(left: Value, right: Value) -> Value:
    if left.kind is Kind.NODE and right.kind is Kind.NODE:
        return _truth(f"fhir_equal({left.sql}, {right.sql})")
    if Kind.NODE in {left.kind, right.kind}:
        found, known = (left, right) if left.kind is Kind.NODE else (right, left)
        return _truth(_found_equal(found.sql, known))
    return _truth(_same(left, right))


def _found_equal(found: str, known: Value) -> str:
    """Whether what is found in a resource is one value, the known one."""
    if known.kind in MOMENTS:
        return f"fhir_equal({found}, {as_list(known)})"
    if known.kind in NUMBERS:
        found = f"list_transform({found}, lambda n: TRY_CAST(n AS DOUBLE))"
        same = f"NULLIF({found}, []) = [CAST({known.sql} AS DOUBLE)]"
        return f"CASE WHEN {known.sql} IS NOT NULL THEN {same} END"
    return f"NULLIF({found}, {NOTHING}) = NULLIF({as_list(known)}, {NOTHING})"


def _same(left: Value, right: Value) -> str:
    """Two values that are worked out, each single."""
    if left.kind in MOMENTS and right.kind in MOMENTS:
        return f"fhir_moment_same({left.sql}, {right.sql})"
    if left.kind is right.kind or {left.kind, right.kind} <= NUMBERS:
        return f"{left.sql} = {right.sql}"
    # Different kinds are never equal, and nothing is equal to nothing.
    return f"fhir_same({as_item(left)}, {as_item(right)})"


def _differs(left: Value, right: Value) -> Value:
    return _truth(f"NOT {_equal(left, right).sql}")


def _alike(left: Value, right: Value) -> Value:
    """Equivalent: letters' case is of no account, and nothing is like nothing."""
    both = f"len({as_list(left)}) = 0 AND len({as_list(right)}) = 0"
    plain = _equal(left, right).sql
    texts = (
        f"(len({as_list(left)}) = 1 AND len({as_list(right)}) = 1"
        f" AND lower(CAST(({as_list(left)})[1] AS VARCHAR))"
        f" = lower(CAST(({as_list(right)})[1] AS VARCHAR)))"
    )
    return _truth(f"({both}) OR COALESCE({plain}, FALSE) OR {texts}")


def _unlike(left: Value, right: Value) -> Value:
    return _truth(f"NOT {_alike(left, right).sql}")


def _less(left: Value, right: Value) -> str:
    kinds = {left.kind, right.kind} - {Kind.NODE}
    if Kind.BOOLEAN in kinds:
        raise ViewNotValid(
            "Sant och falskt går inte att ordna.", remedy="Jämför med =."
        )
    if not kinds:
        return f"fhir_less({as_item(left)}, {as_item(right)})"
    if kinds <= NUMBERS:
        return f"{as_number(left)} < {as_number(right)}"
    if kinds <= MOMENTS:
        return f"fhir_moment_before({as_text(left)}, {as_text(right)})"
    if len(kinds) == 1:
        return f"{as_text(left)} < {as_text(right)}"
    raise ViewNotValid(
        f"{left.kind} och {right.kind} går inte att ordna.", remedy="Jämför lika slag."
    )


def _below(left: Value, right: Value) -> Value:
    return _truth(_less(left, right))


def _above(left: Value, right: Value) -> Value:
    return _truth(_less(right, left))


def _at_most(left: Value, right: Value) -> Value:
    return _truth(f"NOT ({_less(right, left)})")


def _at_least(left: Value, right: Value) -> Value:
    return _truth(f"NOT ({_less(left, right)})")


def _and(left: Value, right: Value) -> Value:
    return _truth(f"{as_truth(left)} AND {as_truth(right)}")


def _or(left: Value, right: Value) -> Value:
    return _truth(f"{as_truth(left)} OR {as_truth(right)}")


def _xor(left: Value, right: Value) -> Value:
    return _truth(f"({as_truth(left)}) <> ({as_truth(right)})")


def _implies(left: Value, right: Value) -> Value:
    return _truth(f"(NOT {as_truth(left)}) OR {as_truth(right)}")


def _add(left: Value, right: Value) -> Value:
    kinds = {left.kind, right.kind}
    if Kind.STRING in kinds:
        return Value(f"({as_text(left)} || {as_text(right)})", Kind.STRING)
    if kinds == {Kind.NODE}:
        one, other = as_item(left), as_item(right)
        summed = f"to_json(CAST({one} AS DOUBLE) + CAST({other} AS DOUBLE))"
        joined = f"to_json({as_text(left)} || {as_text(right)})"
        both = f"fhir_both_numbers({one}, {other})"
        return Value(f"fhir_list(CASE WHEN {both} THEN {summed} ELSE {joined} END)")
    return _reckoned("+", left, right)


def _reckon(sign: str) -> Operator:
    return lambda left, right: _reckoned(sign, left, right)


def _reckoned(sign: str, left: Value, right: Value) -> Value:
    one, other = as_number(left), as_number(right)
    if {left.kind, right.kind} == {Kind.INTEGER}:
        return Value(f"({one} {sign} {other})", Kind.INTEGER)
    double = f"CAST({one} AS DOUBLE) {sign} CAST({other} AS DOUBLE)"
    return Value(f"round({double}, {DECIMALS})", Kind.DECIMAL)


def _divide(left: Value, right: Value) -> Value:
    one, other = as_number(left), as_number(right)
    quotient = f"CAST({one} AS DOUBLE) / NULLIF(CAST({other} AS DOUBLE), 0)"
    return Value(f"round({quotient}, {DECIMALS})", Kind.DECIMAL)


def _whole_times(left: Value, right: Value) -> Value:
    one, other = as_number(left), as_number(right)
    return Value(
        f"CAST(trunc(CAST({one} AS DOUBLE) / NULLIF({other}, 0)) AS BIGINT)",
        Kind.INTEGER,
    )


def _remainder(left: Value, right: Value) -> Value:
    one, other = as_number(left), as_number(right)
    whole = {left.kind, right.kind} == {Kind.INTEGER}
    rest = f"({one}) % NULLIF({other}, 0)"
    if whole:
        return Value(f"({rest})", Kind.INTEGER)
    return Value(f"round({rest}, {DECIMALS})", Kind.DECIMAL)


def _joined(left: Value, right: Value) -> Value:
    texts = [f"COALESCE({as_text(each)}, '')" for each in (left, right)]
    return Value(f"({' || '.join(texts)})", Kind.STRING)


def _union(left: Value, right: Value) -> Value:
    return Value(f"fhir_distinct(list_concat({as_list(left)}, {as_list(right)}))")


def _in(left: Value, right: Value) -> Value:
    found = f"list_contains({as_list(right)}, {as_item(left)})"
    return _truth(f"CASE WHEN {as_item(left)} IS NOT NULL THEN {found} END")


def _contains(left: Value, right: Value) -> Value:
    return _in(right, left)


OPERATORS: dict[str, Operator] = {
    "=": _equal,
    "!=": _differs,
    "~": _alike,
    "!~": _unlike,
    "<": _below,
    ">": _above,
    "<=": _at_most,
    ">=": _at_least,
    "and": _and,
    "or": _or,
    "xor": _xor,
    "implies": _implies,
    "+": _add,
    "-": _reckon("-"),
    "*": _reckon("*"),
    "/": _divide,
    "div": _whole_times,
    "mod": _remainder,
    "&": _joined,
    "|": _union,
    "in": _in,
    "contains": _contains,
}
