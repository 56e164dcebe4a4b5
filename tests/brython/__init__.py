"""The same page scripts in Brython (npm) and here, against the same server.

`cases/` holds the scripts, one file each; a script says what it sees with `record(name, value)`
and ends with `done()` (site/notes.py). `differences/` holds a row for each known difference;
`python -m tests.brython.table` writes them to docs/brython-differences.md.
"""
