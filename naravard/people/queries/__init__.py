"""The only readers of persons, units and staff; every answer is frozen rows."""

from naravard.people.queries.close import mandated, person_called
from naravard.people.queries.persons import (
    find_by_identifier,
    person_header,
    person_with_number,
    reads_for,
    search_by_name,
)
from naravard.people.queries.rows import (
    PersonCard,
    PersonHeader,
    ProfessionalRow,
    ReadsForRow,
    RelatedRow,
    UnitRow,
)
from naravard.people.queries.units import (
    municipality_names,
    organisation_names,
    professional_with_hsa_id,
    professionals_of_unit,
    unit_today,
    unit_with_hsa_id,
    units_by_id,
    units_by_key,
    units_for_municipality,
    units_of_kind,
    units_of_organisation,
)

__all__ = [
    "PersonCard",
    "PersonHeader",
    "ProfessionalRow",
    "ReadsForRow",
    "RelatedRow",
    "UnitRow",
    "find_by_identifier",
    "mandated",
    "municipality_names",
    "organisation_names",
    "person_called",
    "person_header",
    "person_with_number",
    "professional_with_hsa_id",
    "professionals_of_unit",
    "reads_for",
    "search_by_name",
    "unit_today",
    "unit_with_hsa_id",
    "units_by_id",
    "units_by_key",
    "units_for_municipality",
    "units_of_kind",
    "units_of_organisation",
]
