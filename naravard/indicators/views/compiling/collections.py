"""FHIRPath's functions of collections in SQL (pure). Source: FHIRPath N1, 5.1–5.4."""

from naravard.indicators.fragments import literal
from naravard.indicators.views.compiling.function import (
    Arguments,
    Compile,
    Function,
    Make,
    truth,
    whole,
)
from naravard.indicators.views.compiling.navigating import type_named
from naravard.indicators.views.compiling.values import (
    NOTHING,
    NUMBERS,
    Scope,
    Value,
    as_item,
    as_list,
    as_truth,
)
from naravard.indicators.views.errors import ViewNotValid
from naravard.indicators.views.tree import Kind, Literal, Tree

# What is kept, and what it becomes.


def _where(base: Value, arguments: Arguments, scope: Scope, make: Compile) -> Value:
    return Value(_kept(base, arguments[0], scope, make), hint=base.hint)


def _kept(base: Value, condition: Tree, scope: Scope, make: Compile) -> str:
    item, index = scope.reading.name("x"), scope.reading.name("i")
    truth = as_truth(make(condition, scope.within(item, index)))
    kept = f"lambda {item}, {index}: COALESCE({truth}, FALSE)"
    return f"list_filter({as_list(base)}, {kept})"


def _select(base: Value, arguments: Arguments, scope: Scope, make: Compile) -> Value:
    item, index = scope.reading.name("x"), scope.reading.name("i")
    inner = as_list(make(arguments[0], scope.within(item, index)))
    each = f"list_transform({as_list(base)}, lambda {item}, {index}: {inner})"
    return Value(f"flatten({each})")


def _exists(base: Value, arguments: Arguments, scope: Scope, make: Compile) -> Value:
    if arguments:
        return truth(f"len({_kept(base, arguments[0], scope, make)}) > 0")
    if base.kind is not Kind.NODE:
        return truth(f"{base.sql} IS NOT NULL")
    return truth(f"len({base.sql}) > 0")


def _empty(base: Value, arguments: Arguments, scope: Scope, make: Compile) -> Value:
    return truth(f"NOT {_exists(base, arguments, scope, make).sql}")


def _all(base: Value, arguments: Arguments, scope: Scope, make: Compile) -> Value:
    kept = _kept(base, arguments[0], scope, make)
    return truth(f"len({kept}) = len({as_list(base)})")


def _not(base: Value, _a: Arguments, _s: Scope, _m: Compile) -> Value:
    return truth(f"NOT {as_truth(base)}")


def _every(word: str, *, among: bool) -> Make:
    """allTrue, anyTrue, allFalse and anyFalse: whether all, or any, are the word."""

    def made(base: Value, _a: Arguments, _s: Scope, _m: Compile) -> Value:
        same = f"len(list_filter({as_list(base)}, lambda b: b = '{word}'))"
        whole = f"len({as_list(base)})"
        return truth(f"{same} > 0" if among else f"{same} = {whole}")

    return made


# Which of them.


def _at(place: str) -> Make:
    def made(base: Value, _a: Arguments, _s: Scope, _m: Compile) -> Value:
        return Value(f"fhir_list({as_list(base)}[{place}])", hint=base.hint)

    return made


def _single(base: Value, _a: Arguments, _s: Scope, _m: Compile) -> Value:
    return Value(f"fhir_list({as_item(base)})", hint=base.hint)


def _tail(base: Value, _a: Arguments, _s: Scope, _m: Compile) -> Value:
    return Value(f"{as_list(base)}[2:]", hint=base.hint)


def _skip(base: Value, arguments: Arguments, scope: Scope, make: Compile) -> Value:
    first = f"greatest({whole(arguments[0], scope, make)}, 0) + 1"
    return Value(f"{as_list(base)}[{first}:]", hint=base.hint)


def _take(base: Value, arguments: Arguments, scope: Scope, make: Compile) -> Value:
    last = f"greatest({whole(arguments[0], scope, make)}, 0)"
    return Value(f"{as_list(base)}[1:{last}]", hint=base.hint)


def _count(base: Value, _a: Arguments, _s: Scope, _m: Compile) -> Value:
    return Value(f"len({as_list(base)})", Kind.INTEGER)


def _distinct(base: Value, _a: Arguments, _s: Scope, _m: Compile) -> Value:
    return Value(f"fhir_distinct({as_list(base)})", hint=base.hint)


def _is_distinct(base: Value, _a: Arguments, _s: Scope, _m: Compile) -> Value:
    found = as_list(base)
    return truth(f"len(fhir_distinct({found})) = len({found})")


def _combine(base: Value, arguments: Arguments, scope: Scope, make: Compile) -> Value:
    other = as_list(make(arguments[0], scope))
    return Value(f"list_concat({as_list(base)}, {other})")


def _union(base: Value, arguments: Arguments, scope: Scope, make: Compile) -> Value:
    return Value(f"fhir_distinct({_combine(base, arguments, scope, make).sql})")


def _intersect(base: Value, arguments: Arguments, scope: Scope, make: Compile) -> Value:
    other = as_list(make(arguments[0], scope))
    shared = f"lambda c: list_contains({other}, c)"
    return Value(f"fhir_distinct(list_filter({as_list(base)}, {shared}))")


def _exclude(base: Value, arguments: Arguments, scope: Scope, make: Compile) -> Value:
    other = as_list(make(arguments[0], scope))
    return Value(
        f"list_filter({as_list(base)}, lambda c: NOT list_contains({other}, c))"
    )


def _iif(base: Value, arguments: Arguments, scope: Scope, make: Compile) -> Value:
    del base
    condition, *answers = (make(each, scope) for each in arguments)
    yes = answers[0]
    no = answers[1] if len(answers) > 1 else Value(NOTHING)
    test = f"COALESCE({as_truth(condition)}, FALSE)"
    if yes.kind is no.kind:
        return Value(f"CASE WHEN {test} THEN {yes.sql} ELSE {no.sql} END", yes.kind)
    return Value(f"CASE WHEN {test} THEN {as_list(yes)} ELSE {as_list(no)} END")


# References and limits.


def _reference_key(
    base: Value, arguments: Arguments, scope: Scope, make: Compile
) -> Value:
    wanted = _type_wanted(arguments[0]) if arguments else ""
    item = scope.reading.name("k")
    keys = (
        f"list_transform({as_list(base)}, lambda {item}:"
        f" to_json(fhir_reference({item}, {literal(wanted)})))"
    )
    del make
    return Value(f"list_filter({keys}, lambda z: z IS NOT NULL)")


def _type_wanted(tree: Tree) -> str:
    named = tree.text if isinstance(tree, Literal) else type_named(tree)
    if not named:
        raise ViewNotValid(
            "getReferenceKey() tar en resurstyp.",
            remedy="Skriv som getReferenceKey(Patient).",
        )
    return named


def _boundary(side: str) -> Make:
    def made(base: Value, arguments: Arguments, scope: Scope, make: Compile) -> Value:
        if arguments and base.kind in {*NUMBERS, Kind.NODE}:
            return _rounded_boundary(side, base, arguments[0], scope, make)
        kind = base.hint or (base.kind if base.kind is not Kind.NODE else None)
        hint = literal(kind or "")
        listed = _written(base) if base.kind is Kind.DECIMAL else as_list(base)
        limits = f"lambda b: fhir_{side}_boundary(b, {hint})"
        found = f"list_transform({listed}, {limits})"
        return Value(f"list_filter({found}, lambda b: b IS NOT NULL)", hint=kind)

    return made


def _written(base: Value) -> str:
    """A decimal with the decimals it was written with."""
    return f"[CAST(CAST({base.sql} AS VARCHAR) AS JSON)]"


def _rounded_boundary(
    side: str, base: Value, places: Tree, scope: Scope, make: Compile
) -> Value:
    """The limit at so many decimals, rounded away from the value."""
    listed = _written(base) if base.kind is Kind.DECIMAL else as_list(base)
    number = "CAST(b AS VARCHAR)"
    limit = f"CAST(fhir_{side}_number({number}) AS DECIMAL(38, 12))"
    scale = f"power(10, {whole(places, scope, make)})"
    way = "floor" if side == "low" else "ceil"
    rounded = f"to_json(CAST({way}({limit} * {scale}) / {scale} AS DOUBLE))"
    return Value(f"list_transform({listed}, lambda b: {rounded})")


COLLECTION_FUNCTIONS: dict[str, Function] = {
    "where": Function(_where, 1, 1),
    "select": Function(_select, 1, 1),
    "exists": Function(_exists, 0, 1),
    "empty": Function(_empty),
    "hasValue": Function(_exists),
    "all": Function(_all, 1, 1),
    "not": Function(_not),
    "allTrue": Function(_every("true", among=False)),
    "anyTrue": Function(_every("true", among=True)),
    "allFalse": Function(_every("false", among=False)),
    "anyFalse": Function(_every("false", among=True)),
    "first": Function(_at("1")),
    "last": Function(_at("-1")),
    "single": Function(_single),
    "tail": Function(_tail),
    "skip": Function(_skip, 1, 1),
    "take": Function(_take, 1, 1),
    "count": Function(_count),
    "distinct": Function(_distinct),
    "isDistinct": Function(_is_distinct),
    "combine": Function(_combine, 1, 1),
    "union": Function(_union, 1, 1),
    "intersect": Function(_intersect, 1, 1),
    "exclude": Function(_exclude, 1, 1),
    "iif": Function(_iif, 2, 3),
    "getReferenceKey": Function(_reference_key, 0, 1),
    "lowBoundary": Function(_boundary("low"), 0, 1),
    "highBoundary": Function(_boundary("high"), 0, 1),
}
