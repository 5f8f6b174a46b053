"""Linking two persons, or erasing one, reaches every row that points at a person."""

from django.apps import apps

from naravard.people.models import Person
from naravard.people.services import REFERENCES_TO_PERSON


def test_every_reference_to_a_person_is_declared():
    found = {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.concrete and field.related_model is Person
    }

    assert found == set(REFERENCES_TO_PERSON)
