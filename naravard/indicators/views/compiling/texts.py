"""FHIRPath's functions of text and numbers in SQL (pure). Source: FHIRPath N1, 5.5."""

from naravard.indicators.views.compiling.function import (
    Arguments,
    Compile,
    Function,
    Make,
    whole,
)
from naravard.indicators.views.compiling.values import (
    NOTHING,
    Scope,
    Value,
    as_list,
    as_number,
    as_text,
)
from naravard.indicators.views.tree import Kind

UNBOUNDED = 2**31

# Text.


def _join(base: Value, arguments: Arguments, scope: Scope, make: Compile) -> Value:
    between = as_text(make(arguments[0], scope)) if arguments else "''"
    texts = f"list_transform({as_list(base)}, lambda j: json_extract_string(j, '$'))"
    return Value(f"array_to_string({texts}, {between})", Kind.STRING)


def _of_text(pattern: str, kind: Kind = Kind.STRING) -> Make:
    """A function of the focus as text (`{0}`) and its arguments as text."""

    def made(base: Value, arguments: Arguments, scope: Scope, make: Compile) -> Value:
        texts = [as_text(base), *(as_text(make(each, scope)) for each in arguments)]
        return Value(pattern.format(*texts), kind)

    return made


def _substring(base: Value, arguments: Arguments, scope: Scope, make: Compile) -> Value:
    text, first = as_text(base), whole(arguments[0], scope, make)
    long = whole(arguments[1], scope, make) if len(arguments) > 1 else str(UNBOUNDED)
    inside = f"{first} >= 0 AND {first} < length({text})"
    cut = f"substring({text}, {first} + 1, greatest({long}, 0))"
    return Value(f"CASE WHEN {inside} THEN {cut} END", Kind.STRING)


def _split(base: Value, arguments: Arguments, scope: Scope, make: Compile) -> Value:
    parts = f"string_split({as_text(base)}, {as_text(make(arguments[0], scope))})"
    return Value(f"COALESCE(list_transform({parts}, lambda j: to_json(j)), {NOTHING})")


# Numbers and kinds.


def _of_number(pattern: str, kind: Kind | None = None) -> Make:
    """A function of the focus as a number; without kind, of the number's own."""

    def made(base: Value, arguments: Arguments, scope: Scope, make: Compile) -> Value:
        numbers = [as_number(base), *(whole(each, scope, make) for each in arguments)]
        own = base.kind if base.kind is not Kind.NODE else Kind.DECIMAL
        return Value(pattern.format(*numbers), kind or own)

    return made


def _round(base: Value, arguments: Arguments, scope: Scope, make: Compile) -> Value:
    places = whole(arguments[0], scope, make) if arguments else "0"
    return Value(f"round({as_number(base)}, CAST({places} AS INTEGER))", Kind.DECIMAL)


def _power(base: Value, arguments: Arguments, scope: Scope, make: Compile) -> Value:
    return Value(
        f"pow({as_number(base)}, {as_number(make(arguments[0], scope))})", Kind.DECIMAL
    )


def _to_boolean(base: Value, _a: Arguments, _s: Scope, _m: Compile) -> Value:
    text = f"lower({as_text(base)})"
    return Value(
        f"CASE WHEN {text} IN ('true', 't', 'yes', 'y', '1', '1.0') THEN TRUE"
        f" WHEN {text} IN ('false', 'f', 'no', 'n', '0', '0.0') THEN FALSE END",
        Kind.BOOLEAN,
    )


def _converted(kind: Kind, pattern: str) -> Make:
    return _of_text(pattern, kind)


VALUE_FUNCTIONS: dict[str, Function] = {
    "join": Function(_join, 0, 1),
    "startsWith": Function(_of_text("starts_with({0}, {1})", Kind.BOOLEAN), 1, 1),
    "endsWith": Function(_of_text("suffix({0}, {1})", Kind.BOOLEAN), 1, 1),
    "contains": Function(_of_text("contains({0}, {1})", Kind.BOOLEAN), 1, 1),
    "matches": Function(_of_text("regexp_matches({0}, {1})", Kind.BOOLEAN), 1, 1),
    "replace": Function(_of_text("replace({0}, {1}, {2})"), 2, 2),
    "replaceMatches": Function(_of_text("regexp_replace({0}, {1}, {2}, 'g')"), 2, 2),
    "indexOf": Function(_of_text("(strpos({0}, {1}) - 1)", Kind.INTEGER), 1, 1),
    "length": Function(_of_text("length({0})", Kind.INTEGER)),
    "upper": Function(_of_text("upper({0})")),
    "lower": Function(_of_text("lower({0})")),
    "trim": Function(_of_text("trim({0})")),
    "substring": Function(_substring, 1, 2),
    "split": Function(_split, 1, 1),
    "abs": Function(_of_number("abs({0})")),
    "ceiling": Function(_of_number("CAST(ceil({0}) AS BIGINT)", Kind.INTEGER)),
    "floor": Function(_of_number("CAST(floor({0}) AS BIGINT)", Kind.INTEGER)),
    "truncate": Function(_of_number("CAST(trunc({0}) AS BIGINT)", Kind.INTEGER)),
    "round": Function(_round, 0, 1),
    "sqrt": Function(_of_number("CASE WHEN {0} >= 0 THEN sqrt({0}) END", Kind.DECIMAL)),
    "exp": Function(_of_number("exp({0})", Kind.DECIMAL)),
    "ln": Function(_of_number("CASE WHEN {0} > 0 THEN ln({0}) END", Kind.DECIMAL)),
    "power": Function(_power, 1, 1),
    "toBoolean": Function(_to_boolean),
    "toString": Function(_of_text("{0}")),
    "toInteger": Function(_converted(Kind.INTEGER, "TRY_CAST({0} AS BIGINT)")),
    "toDecimal": Function(_converted(Kind.DECIMAL, "TRY_CAST({0} AS DOUBLE)")),
    "toDate": Function(_converted(Kind.DATE, "left({0}, 10)")),
    "toDateTime": Function(_converted(Kind.DATETIME, "{0}")),
}
