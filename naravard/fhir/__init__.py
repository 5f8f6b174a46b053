"""FHIR R4, both ways, at the edge."""
