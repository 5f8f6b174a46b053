"""Short files, short functions, names that say something."""

from inspect import Parameter, signature

import pytest

from tests.architecture.source import ROOMS, modules, offered

LONGEST_MODULE = 300  # lines
LONGEST_FUNCTION = 60  # lines; usually at most 20
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "misc", "common"}


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
        if function.end_lineno - function.lineno >= LONGEST_FUNCTION
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
        function.__qualname__
        for function in offered(room, "services")
        if any(
            parameter.kind is not Parameter.KEYWORD_ONLY
            for parameter in signature(function).parameters.values()
        )
    ]

    assert not positional
