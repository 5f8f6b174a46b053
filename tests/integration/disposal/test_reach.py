"""Every table that leads to a person is reached when her record goes, or named here."""

from django.apps import apps
from django.db.models import ForeignKey, Model

from naravard.disposal.holdings import (
    KEEPS_PERSON,
    OF_PERSON,
    PARTS,
    POINTING_AT,
    tables_of_things,
)
from naravard.disposal.lock import BELONGS_TO
from tests.integration.lock.test_privileges import about_persons

# Reached in another way, and why.
OTHERWISE = {
    "access_accesslogentry": "goes by whole months, by another decision",
    "access_accesslogseal": "numbers and digests, kept so that the chain holds",
    "disposal_letgo": "goes with the thing",
    "disposal_item": "what is to be erased; gone when it has been",
    "mobile_dayplan": "identifiers of visits only",
    "people_personmerge": "goes with the person",
    "review_word": "goes with the review",
}
# Held by one owner alone: gone, never only let go.
ONE_OWNERS = {
    "access_carerelation",
    "access_consent",
    "dialogue_letter",
    "dialogue_toldwishes",
    "discharge_inpatientepisode",
    "mobile_movedpromise",
    "mobile_stop",
    "mobile_visit",
    "mobile_visitnote",
    "plan_absence",
}


def with_person() -> set[str]:
    return {table for table, _column in (*OF_PERSON, *KEEPS_PERSON)}


def test_every_table_that_leads_to_a_person_is_reached():
    tables = {model._meta.db_table for model in about_persons()}

    assert tables == tables_of_things() | with_person() | OTHERWISE.keys()


def test_what_is_let_go_is_out_of_sight_in_every_shared_table():
    assert {table for table, _column in BELONGS_TO} == tables_of_things() - ONE_OWNERS


def own_columns(model: type[Model]) -> list[ForeignKey]:
    return [each for each in model._meta.fields if isinstance(each, ForeignKey)]


def test_nothing_is_left_pointing_at_what_is_gone():
    of_thing = {
        thing: {table for table, _which in parts} for thing, parts in PARTS.items()
    }
    dangling = {
        f"{model._meta.db_table}.{field.column}"
        for model in apps.get_models()
        for field in own_columns(model)
        for thing, tables in of_thing.items()
        if field.related_model._meta.db_table in tables
        and model._meta.db_table not in tables
        and (model._meta.db_table, field.column) not in POINTING_AT.get(thing, ())
    }

    # A case goes with its stay.
    assert dangling == {"discharge_dischargecase.episode_id"}
