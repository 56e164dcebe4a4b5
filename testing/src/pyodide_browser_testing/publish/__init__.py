"""Writes the files of a site: pages, runtime, compressed copies, settings of the usual hosts."""
