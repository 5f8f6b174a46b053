"""Whatever stands in a resource, reading it gives an answer and never an error."""

from hypothesis import given, settings
from hypothesis import strategies as st

from naravard.fhir.inbound.files import Found
from naravard.fhir.inbound.gathering import Gathered
from naravard.fhir.inbound.importing import gather
from naravard.fhir.inbound.problems import Place
from naravard.fhir.inbound.reading import READERS
from naravard.fhir.inbound.tally import Tally
from tests.unit.fhir.resources import (
    TODAY,
    organization,
    patient,
    practitioner,
    practitioner_role,
    stay,
    ward,
)

RESOURCES = (
    patient(),
    organization(),
    ward(),
    practitioner(),
    practitioner_role(),
    stay(),
)

odd_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=10), inner, max_size=3)
    ),
    max_leaves=8,
)


def paths_in(value, path=()):
    yield path
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from paths_in(inner, (*path, key))
    if isinstance(value, list):
        for number, inner in enumerate(value):
            yield from paths_in(inner, (*path, number))


def changed(value, path, new):
    if not path:
        return new
    first, *rest = path
    if isinstance(value, dict):
        return {**value, first: changed(value[first], rest, new)}
    return [
        changed(inner, rest, new) if number == first else inner
        for number, inner in enumerate(value)
    ]


@st.composite
def mutated_resources(draw):
    resource = draw(st.sampled_from(RESOURCES))
    for _ in range(draw(st.integers(1, 4))):
        places = [path for path in paths_in(resource) if path]
        resource = changed(resource, draw(st.sampled_from(places)), draw(odd_values))
    return resource


def tally_of(*resources):
    gathered, tally = Gathered(), Tally(source="odd")
    found = (
        Found(resource=one, full_url="", scope="odd", place=Place(file="odd"))
        for one in resources
    )
    gather(found, gathered, tally, today=TODAY)
    gathered.make_index()
    return gathered, tally


def kept_in(gathered):
    kinds = {type(told.record) for told in gathered.everything()}
    return sum(1 for kind in kinds for _ in gathered.of(kind))


@given(
    st.sampled_from(sorted(READERS)),
    st.dictionaries(st.text(max_size=12), odd_values, max_size=6),
)
def test_any_object_under_a_known_type_is_read_or_reported(type_, values):
    gathered, tally = tally_of({**values, "resourceType": type_})

    assert tally.read == kept_in(gathered) + sum(tally.not_used.values())


@settings(max_examples=400)
@given(st.lists(mutated_resources(), max_size=4))
def test_mutated_resources_are_read_or_reported(resources):
    gathered, tally = tally_of(*resources)

    used = kept_in(gathered) + gathered.repeated
    assert tally.read == used + sum(tally.not_used.values())


@given(odd_values)
def test_any_type_of_resource_is_answered(type_):
    _, tally = tally_of({"resourceType": type_})

    assert tally.read == 1
