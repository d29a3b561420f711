"""The model for whole files of pupils: Splink on DuckDB or on Spark."""
