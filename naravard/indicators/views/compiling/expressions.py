"""Turns the tree of a path into SQL (pure)."""

from naravard.indicators.fragments import literal
from naravard.indicators.views.compiling.function import Function
from naravard.indicators.views.compiling.functions import FUNCTIONS
from naravard.indicators.views.compiling.navigating import (
    of_type,
    step,
    step_of_type,
    type_named,
    whole,
)
from naravard.indicators.views.compiling.operators import OPERATORS
from naravard.indicators.views.compiling.values import (
    Scope,
    Value,
    as_item,
    as_list,
    as_number,
    of_literal,
    single,
)
from naravard.indicators.views.errors import ViewNotValid
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

ROW_INDEX = "rowIndex"
RESOURCES = frozenset({"resource", "rootResource"})
# Constants that FHIRPath itself names.
CODE_SYSTEMS = {
    "sct": "http://snomed.info/sct",
    "loinc": "http://loinc.org",
    "ucum": "http://unitsofmeasure.org",
}
OF_TYPE = frozenset({"ofType", "as"})


def compiled(tree: Tree, scope: Scope) -> Value:
    """The SQL of the tree where it stands. Raises ViewNotValid."""
    match tree:
        case Literal():
            return of_literal(tree)
        case Constant(name):
            return _constant(name, scope)
        case Variable(name):
            return _variable(name, scope)
        case Member():
            return _member(tree, scope)
        case _:
            return _composed(tree, scope)


def _composed(tree: Sign | Index | Binary | Call, scope: Scope) -> Value:
    match tree:
        case Sign(operator, operand):
            return _signed(operator, compiled(operand, scope))
        case Index(base, place):
            return _indexed(compiled(base, scope), compiled(place, scope))
        case Binary():
            return _binary(tree, scope)
        case Call():
            return _call(tree, scope)


def _member(tree: Member, scope: Scope) -> Value:
    if tree.base is not None:
        return step(_base(tree.base, scope), tree.name, scope)
    if tree.name == scope.resource:
        return _resource(scope)
    return step(scope.focus, tree.name, scope)


def _base(tree: Tree | None, scope: Scope) -> Value | None:
    """What a step is taken from; None is the resource, of which it reads a field."""
    if tree is None:
        return scope.focus
    if _is_resource(tree, scope):
        return None
    return compiled(tree, scope)


def _is_resource(tree: Tree, scope: Scope) -> bool:
    match tree:
        case Constant(name):
            return name in RESOURCES
        case Variable("this"):
            return scope.focus is None
        case Member(None, name):
            return name == scope.resource
        case _:
            return False


def _constant(name: str, scope: Scope) -> Value:
    if name in scope.constants:
        return of_literal(scope.constants[name])
    if name == ROW_INDEX:
        return Value(f"CAST({scope.row} AS BIGINT)", Kind.INTEGER)
    if name in RESOURCES:
        return _resource(scope)
    if name == "context":
        return scope.focus or _resource(scope)
    if name in CODE_SYSTEMS:
        return Value(literal(CODE_SYSTEMS[name]), Kind.STRING)
    raise ViewNotValid(
        f"Konstanten %{name} är inte angiven.", remedy="Ange den under constant."
    )


def _variable(name: str, scope: Scope) -> Value:
    if name == "this":
        return scope.focus or _resource(scope)
    if name == "index" and scope.index is not None:
        return Value(f"({scope.index} - 1)", Kind.INTEGER)
    raise ViewNotValid(
        f"${name} betyder ingenting här.", remedy="Använd den inuti where eller select."
    )


def _resource(scope: Scope) -> Value:
    return single(whole(scope.reading))


def _signed(operator: str, value: Value) -> Value:
    kind = Kind.DECIMAL if value.kind is Kind.NODE else value.kind
    return Value(f"({operator}{as_number(value)})", kind)


def _indexed(base: Value, place: Value) -> Value:
    number = f"CAST({as_number(place)} AS BIGINT)"
    return Value(
        f"fhir_list({as_list(base)}[{number} + 1])",
        hint=base.hint,
    )


def _binary(tree: Binary, scope: Scope) -> Value:
    if tree.operator in {"is", "as"}:
        return _typed(tree, scope)
    left, right = compiled(tree.left, scope), compiled(tree.right, scope)
    return OPERATORS[tree.operator](left, right)


def _typed(tree: Binary, scope: Scope) -> Value:
    found = _of_type(tree.left, tree.right, scope)
    if tree.operator == "as":
        return found
    anything = as_list(compiled(tree.left, scope))
    return Value(
        f"CASE WHEN len({anything}) > 0 THEN len({found.sql}) > 0 END", Kind.BOOLEAN
    )


def _of_type(base: Tree | None, named: Tree, scope: Scope) -> Value:
    """Those of the base that are of the type; a choice says so by its name."""
    type_name = type_named(named)
    if type_name is None:
        raise ViewNotValid(
            "ofType, as och is behöver en typ.", remedy="Skriv som ofType(Quantity)."
        )
    if isinstance(base, Member) and not _is_resource(base, scope):
        return step_of_type(_base(base.base, scope), base.name, type_name, scope)
    value = (scope.focus or _resource(scope)) if base is None else compiled(base, scope)
    return of_type(Value(as_list(value)), type_name)


def _call(tree: Call, scope: Scope) -> Value:
    if tree.name in OF_TYPE and len(tree.arguments) == 1:
        return _of_type(tree.base, tree.arguments[0], scope)
    if tree.name == "is" and len(tree.arguments) == 1 and tree.base is not None:
        return _typed(Binary("is", tree.base, tree.arguments[0]), scope)
    if tree.name == "getResourceKey" and not tree.arguments:
        return _resource_key(tree, scope)
    if tree.name == "extension" and len(tree.arguments) == 1:
        return _extension(tree, scope)
    function = FUNCTIONS.get(tree.name)
    if function is None:
        raise ViewNotValid(
            f"Funktionen {tree.name}() finns inte här.",
            remedy=f"Här finns {', '.join(sorted(FUNCTIONS))}.",
        )
    _check_arguments(tree, function)
    return function.make(_focus(tree.base, scope), tree.arguments, scope, compiled)


def _focus(base: Tree | None, scope: Scope) -> Value:
    if base is not None:
        return compiled(base, scope)
    return scope.focus or _resource(scope)


def _check_arguments(tree: Call, function: Function) -> None:
    if not function.least <= len(tree.arguments) <= function.most:
        raise ViewNotValid(
            f"{tree.name}() har {len(tree.arguments)} argument.",
            remedy=f"Den tar {function.least} till {function.most}.",
        )


def _resource_key(tree: Call, scope: Scope) -> Value:
    """The id of the resource, or of one inside it, as `contained.getResourceKey()`."""
    if tree.base is None or _is_resource(tree.base, scope):
        return step(scope.focus if tree.base is None else None, "id", scope)
    return step(compiled(tree.base, scope), "id", scope)


def _extension(tree: Call, scope: Scope) -> Value:
    """Extensions with the address; those of a simple element stand beside it."""
    url = compiled(tree.arguments[0], scope)
    found = step(_base(tree.base, scope), "extension", scope).sql
    if isinstance(tree.base, Member) and not _is_resource(tree.base, scope):
        parent = _base(tree.base.base, scope)
        beside = step(parent, f"_{tree.base.name}", scope)
        found = f"list_concat({found}, {step(beside, 'extension', scope).sql})"
    name = scope.reading.name("e")
    text = f"json_extract_string({as_item(url)}, '$')"
    return Value(f"list_filter({found}, lambda {name}: {name} ->> 'url' = {text})")
