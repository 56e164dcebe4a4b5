"""Moves a Brython page over: changes its script tags, and lists what is different."""
