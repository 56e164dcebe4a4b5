"""Whole pages, workers and hosts, in every engine by one body (selenium)."""
