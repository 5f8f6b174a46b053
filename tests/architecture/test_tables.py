"""Migrations go one way, and tables only lean on the rooms below them."""

import tomllib

from django.apps import apps
from django.db.migrations.loader import MigrationLoader

from tests.architecture.source import ROOT

OURS = {config.label: config.name for config in apps.get_app_configs()}


def layers() -> tuple[str, ...]:
    """The rooms from the top down, as the import contract lists them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contract = settings["tool"]["importlinter"]["contracts"][0]
    return tuple(contract["layers"])


def height_of(app_label: str) -> int:
    """How high a room stands; the lowest has height zero."""
    room = OURS[app_label].removeprefix("naravard.").partition(".")[0]
    heights = {
        name: height
        for height, names in enumerate(reversed(layers()))
        for name in names.split(" | ")
    }
    return heights[room]


def test_every_room_has_one_line_of_migrations():
    graph = MigrationLoader(None).graph
    ours = [label for label, name in OURS.items() if name.startswith("naravard.")]

    branching = [label for label in ours if len(graph.leaf_nodes(label)) > 1]

    assert not branching


def test_tables_point_only_downwards():
    upward = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if model.__module__.startswith("naravard.")
        for field in model._meta.get_fields()
        if field.concrete and field.is_relation
        if height_of(field.related_model._meta.app_label)
        > height_of(model._meta.app_label)
    ]

    assert not upward
