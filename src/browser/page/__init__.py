"""Runs the Python scripts of a page."""
