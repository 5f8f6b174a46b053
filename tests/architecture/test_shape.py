"""Short files, short functions, names that say something."""

import ast
from inspect import Parameter, signature

import pytest

from tests.architecture.source import ROOMS, modules, offered

LONGEST_MODULE = 300  # lines
LONGEST_BODY = 60  # lines below the docstring; usually at most 20
# Bulk services, whose first argument is the rows.
TAKE_ROWS_FIRST = {"import_people", "log_many"}
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "misc", "common"}


def lines_below_docstring(function: ast.FunctionDef) -> int:
    documented = ast.get_docstring(function) is not None and len(function.body) > 1
    first = function.body[1 if documented else 0]
    return function.end_lineno - first.lineno + 1


def test_no_module_is_longer_than_a_reader_can_hold():
    too_long = {
        module.path: lines
        for module in modules()
        if (lines := len(module.text.splitlines())) > LONGEST_MODULE
    }

    assert not too_long


def test_no_function_is_longer_than_a_screen():
    too_long = [
        f"{module.place_of(function)} {function.name}"
        for module in modules()
        for function in module.functions()
        if lines_below_docstring(function) > LONGEST_BODY
    ]

    assert not too_long


def test_every_module_has_a_name_that_says_what_it_holds():
    nameless = [
        module.path
        for module in modules()
        if NAMES_THAT_SAY_NOTHING & set(module.name.split("."))
    ]

    assert not nameless


@pytest.mark.parametrize("room", ROOMS)
def test_services_are_called_with_every_argument_named(room):
    positional = [
        function.__name__
        for function in offered(room, "services")
        if function.__name__ not in TAKE_ROWS_FIRST
        and any(
            parameter.kind is not Parameter.KEYWORD_ONLY
            for parameter in signature(function).parameters.values()
        )
    ]

    assert not positional
