"""Finds "one file, one entry" collections."""

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType


def entries(package: ModuleType, attribute: str) -> list[object]:
    """The named attribute of every module in the package, in file-name order.

    Raises AttributeError, naming the file, when a module lacks it.
    """
    return [
        getattr(import_module(f"{package.__name__}.{module.name}"), attribute)
        for module in sorted(iter_modules(package.__path__), key=lambda m: m.name)
    ]
