"""SQL on FHIR: ViewDefinitions compiled to DuckDB's SQL, and run over files of FHIR."""
