"""Measurements: every figure stands in one table beside its peer of the same run."""
