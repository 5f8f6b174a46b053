"""What other systems send us in FHIR, read into commands for our services."""
