"""A person's data is read through an opened record, and one room opens records."""

from tests.architecture.source import arguments, dotted, modules, modules_of

OPENS_RECORDS = ("naravard.access.services",)

# Queries that take a person's id instead of an opened record, each with its reason.
WITHOUT_A_RECORD = {
    "naravard.access.queries.actor_for_person": "makes the one who asks, before any"
    " record can be opened",
    "naravard.access.queries.actor_for_relative": "makes the one who asks, before any"
    " record can be opened",
}


def test_only_access_services_makes_an_opened_record():
    elsewhere = [
        module.place_of(call)
        for module in modules()
        if not module.name.startswith(OPENS_RECORDS)
        for call in module.calls()
        if dotted(call.func).rpartition(".")[2] == "OpenRecord"
    ]

    assert not elsewhere


def test_no_query_takes_a_person_without_an_opened_record():
    closed = [
        f"{module.name}.{function.name}"
        for module in modules_of("queries")
        for function in module.public_functions()
        if {"person_id", "person"} & set(arguments(function))
    ]

    assert set(closed) <= set(WITHOUT_A_RECORD)


def test_every_query_says_who_asks():
    anonymous = [
        f"{module.place_of(function)} {function.name}"
        for module in modules_of("queries")
        if module.name.startswith(("naravard.messages", "naravard.discharge"))
        for function in module.public_functions()
        if not {"record", "actor"} & set(arguments(function))
    ]

    assert not anonymous
