"""Ready-made parts of a page: `dialog`."""
