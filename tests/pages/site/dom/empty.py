"""A script with an address, for imports.html."""
