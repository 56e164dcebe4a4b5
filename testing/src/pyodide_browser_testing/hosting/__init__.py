"""Checks whether a server, or a folder to publish, sends pages and Python as browsers need them."""
