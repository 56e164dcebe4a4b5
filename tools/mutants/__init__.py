"""Mutation testing of the package and of the shim: `make mutants`."""
