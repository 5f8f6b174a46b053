"""Steps from an element to those inside it (pure).

A step from the resource itself reads one of its fields, so that nothing else of it
has to be read.
"""

from naravard.indicators.fragments import literal
from naravard.indicators.views.compiling.values import NOTHING, Reading, Scope, Value
from naravard.indicators.views.tree import Kind, Member, Tree
from naravard.indicators.views.types import (
    CHOICES,
    KIND_OF_TYPE,
    bare_type,
    choice,
)

FIELD = "field_"
WHOLE = "resource"
SIMPLE_TYPES = {
    "boolean": "('BOOLEAN')",
    "integer": "('BIGINT', 'UBIGINT')",
    "integer64": "('BIGINT', 'UBIGINT')",
    "positiveInt": "('BIGINT', 'UBIGINT')",
    "unsignedInt": "('BIGINT', 'UBIGINT')",
    "decimal": "('BIGINT', 'UBIGINT', 'DOUBLE')",
}
TEXT = "('VARCHAR')"


def field_of(name: str, reading: Reading) -> str:
    """The column that holds a field of the resource."""
    bare = name.replace('"', "")
    reading.fields.add(bare)
    return f'"{FIELD}{bare}"'


def whole(reading: Reading) -> str:
    """The column that holds the whole resource."""
    reading.whole = True
    return WHOLE


def step(base: Value | None, name: str, scope: Scope) -> Value:
    """The elements called `name` inside the base; no base is the resource."""
    if name not in CHOICES:
        return Value(_plain(base, name, scope), hint=_known(name))
    # Some are elements of their own in other versions, so the plain name comes first.
    names = [choice(name, each) for each in CHOICES[name]]
    found = _any(base, names, scope)
    return Value(f"list_concat({_plain(base, name, scope)}, {found})")


def step_of_type(base: Value | None, name: str, type_name: str, scope: Scope) -> Value:
    """The elements called `name` that are of the type, as `value.ofType(Quantity)`."""
    wanted = bare_type(type_name)
    chosen = _plain(base, choice(name, wanted), scope)
    plain = of_type(Value(_plain(base, name, scope)), type_name)
    return Value(f"list_concat({chosen}, {plain.sql})", hint=KIND_OF_TYPE.get(wanted))


def of_type(value: Value, type_name: str) -> Value:
    """Those of the elements that can be of the type."""
    wanted = bare_type(type_name)
    kept = f"list_filter({value.sql}, lambda t: {_is(wanted)})"
    return Value(kept, hint=KIND_OF_TYPE.get(wanted))


def type_named(tree: Tree) -> str | None:
    """The type that a tree names: `Patient`, `FHIR.Patient`; None when it is none."""
    match tree:
        case Member(None, name):
            return name
        case Member(Member(None, "FHIR" | "System"), name):
            return name
        case _:
            return None


def _is(wanted: str) -> str:
    if wanted in SIMPLE_TYPES:
        return f"json_type(t) IN {SIMPLE_TYPES[wanted]}"
    if wanted[:1].islower():
        return f"json_type(t) IN {TEXT}"
    same = f"t ->> 'resourceType' = {literal(wanted)}"
    return f"json_type(t) = 'OBJECT' AND COALESCE({same}, TRUE)"


def _plain(base: Value | None, name: str, scope: Scope) -> str:
    if base is None:
        return f"fhir_items({field_of(name, scope.reading)})"
    if base.kind is not Kind.NODE:
        return NOTHING
    path, every = _path(name), _path(name, "[*]")
    if base.item:
        return f"fhir_child({base.item}, {path}, {every})"
    return f"fhir_step({base.sql}, {path}, {every})"


def _any(base: Value | None, names: list[str], scope: Scope) -> str:
    if base is None:
        fields = ", ".join(field_of(name, scope.reading) for name in names)
        return f"list_filter([{fields}]::JSON[], lambda z: z IS NOT NULL)"
    if base.kind is not Kind.NODE:
        return NOTHING
    return f"fhir_any({base.sql}, [{', '.join(map(_path, names))}])"


def _path(name: str, after: str = "") -> str:
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    return literal(f'$."{quoted}"{after}')


# Elements that are a day or a moment wherever they stand in R4.
_DAYS = ("approvalDate", "birthDate", "lastReviewDate", "nextScheduled")
_MOMENTS = (
    *("authored", "authoredOn", "dateAsserted", "dateWritten", "detected", "issued"),
    *("lastModified", "lastUpdated", "received", "recorded", "recordedDate", "sent"),
    *("recordedOn", "started", "timestamp", "whenHandedOver", "whenPrepared"),
    *("start", "end"),
)
_KNOWN = dict.fromkeys(_DAYS, Kind.DATE) | dict.fromkeys(_MOMENTS, Kind.DATETIME)


def _known(name: str) -> Kind | None:
    return _KNOWN.get(name)
