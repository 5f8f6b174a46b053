"""The only writers of persons, units, staff and what another system says of them."""

from naravard.people.services.bulk import import_people
from naravard.people.services.merging import (
    REFERENCES_TO_PERSON,
    Merge,
    merge_persons,
    part_persons,
)
from naravard.people.services.outside import (
    UNKNOWN_START,
    record_outside_assignment,
    record_outside_organisation,
    record_outside_person,
    record_outside_professional,
    record_outside_unit,
)
from naravard.people.services.persons import (
    add_identifier,
    link_identity,
    list_with_unit,
    note_capacity,
    note_death,
    note_language,
    place_person,
    register_person,
    set_protection,
)
from naravard.people.services.related import (
    add_related,
    describe_related,
    end_related,
    forget_related,
    set_mandate,
)
from naravard.people.services.staff import (
    ImportedProfessional,
    add_professional,
    assign,
    import_staff,
)
from naravard.people.services.units import load_county, merge_units

__all__ = [
    "REFERENCES_TO_PERSON",
    "UNKNOWN_START",
    "ImportedProfessional",
    "Merge",
    "add_identifier",
    "add_professional",
    "add_related",
    "assign",
    "describe_related",
    "end_related",
    "forget_related",
    "import_people",
    "import_staff",
    "link_identity",
    "list_with_unit",
    "load_county",
    "merge_persons",
    "merge_units",
    "note_capacity",
    "note_death",
    "note_language",
    "part_persons",
    "place_person",
    "record_outside_assignment",
    "record_outside_organisation",
    "record_outside_person",
    "record_outside_professional",
    "record_outside_unit",
    "register_person",
    "set_mandate",
    "set_protection",
]
