"""The lake: facts as Parquet files, pseudonymous, spread over 64 buckets of persons."""
