"""FHIR's bulk export into the lake: one view a type of resource, one SELECT a table."""
