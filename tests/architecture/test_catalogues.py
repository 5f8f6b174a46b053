"""Every entry of a catalogue says what it builds on, and shows an example."""

from importlib import import_module

import pytest

from tests.architecture.source import modules

# Names under which a definition gives its ground, and its worked examples.
GROUNDS = ("law", "legal_ground", "legal_grounds", "source", "sources")
EXAMPLES = ("example", "examples")

ENTRIES = [
    module.name
    for module in modules()
    if module.name.split(".")[-2:-1] == ["catalogue"]
]


def definitions(name: str) -> list[object]:
    """The definitions of one file: its upper-case names made by a `definition.py`."""
    found = vars(import_module(name))
    return [
        value
        for key, value in found.items()
        if key.isupper() and type(value).__module__.endswith(".definition")
    ]


def filled(entry: object, names: tuple[str, ...]) -> bool:
    return any(getattr(entry, name, None) for name in names)


@pytest.mark.parametrize("name", ENTRIES)
def test_a_file_holds_one_definition(name):
    assert len(definitions(name)) == 1


@pytest.mark.parametrize("name", ENTRIES)
def test_a_definition_names_its_law_or_source(name):
    assert filled(definitions(name)[0], GROUNDS)


@pytest.mark.parametrize("name", ENTRIES)
def test_a_definition_shows_an_example(name):
    assert filled(definitions(name)[0], EXAMPLES)
