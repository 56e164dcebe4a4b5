"""Widgets for a page: `dialog`, `menu`."""
