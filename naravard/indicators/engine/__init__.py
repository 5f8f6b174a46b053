"""Runs a definition: DuckDB inside, or the Spark SQL of a region's own cluster."""
