"""The lake: its tables, their columns, and what each may hold (pure).

The first columns of each table are those every lake has; `optional` ones make more
indicators and divisions possible. docs/lake.md says the same to people.
"""

from naravard.indicators.schema.answers import PALLIATIVE, RISK, SURVEY
from naravard.indicators.schema.care import (
    BEDS,
    DISCHARGE_CASE,
    HOME_VISIT,
    PHONE,
    STAY,
    VISIT,
)
from naravard.indicators.schema.column import Column, Kind, Table
from naravard.indicators.schema.people import (
    CLINICIAN,
    CONTACT_PERSON,
    HOME_CLIENT,
    LISTING,
    MEDLIST,
    PERSON,
    PLAN_TABLE,
    POPULATION,
    RESIDENCE,
)

TABLES = (
    PERSON,
    RESIDENCE,
    STAY,
    VISIT,
    LISTING,
    CONTACT_PERSON,
    CLINICIAN,
    PLAN_TABLE,
    HOME_VISIT,
    HOME_CLIENT,
    MEDLIST,
    PHONE,
    BEDS,
    SURVEY,
    PALLIATIVE,
    RISK,
    POPULATION,
    DISCHARGE_CASE,
)
BY_NAME = {name: table for table in TABLES for name in (table.name, *table.aliases)}

__all__ = ["BY_NAME", "TABLES", "Column", "Kind", "Table"]
