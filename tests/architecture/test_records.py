"""A person's data is read through an opened record, and one room opens records."""

from inspect import signature

import pytest

from tests.architecture.source import ROOMS, dotted, modules, offered

OPENS_RECORDS = ("naravard.access.services",)

# Queries that take a person's id instead of an opened record, each with its reason.
WITHOUT_A_RECORD = {
    "access.actor_for_person": "makes the one who asks; no record is open yet",
    "access.actor_for_relative": "makes the one who asks; no record is open yet",
    "access.subject_facts": "gathers what the decision to open a record rests on",
}

# Queries about care that ask neither for an actor nor for an opened record.
ABOUT_NOBODY = {
    "discharge.case_reference": "says whose record to open, and nothing else",
    "discharge.agreement_in_force": "what region and municipality have agreed",
    "discharge.agreement_row": "what region and municipality have agreed",
    "discharge.rate_rows": "what a day costs",
    "discharge.units_of": "reads a case view that has been opened, no table",
    "discharge.history_of": "reads a case view that has been opened, no table",
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


@pytest.mark.parametrize("room", ROOMS)
def test_no_query_takes_a_person_without_an_opened_record(room):
    closed = {
        f"{room}.{function.__name__}"
        for function in offered(room, "queries")
        if {"person_id", "person"} & set(signature(function).parameters)
    }

    assert closed <= set(WITHOUT_A_RECORD)


@pytest.mark.parametrize("room", ["messages", "plan", "discharge"])
def test_every_query_about_care_says_who_asks(room):
    anonymous = {
        f"{room}.{function.__name__}"
        for function in offered(room, "queries")
        if not {"record", "actor"} & set(signature(function).parameters)
    }

    assert anonymous <= set(ABOUT_NOBODY)
