"""Widgets for a page: `dialog`."""
