"""Brython's `javascript` module."""
