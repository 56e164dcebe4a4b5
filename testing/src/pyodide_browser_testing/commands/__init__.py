"""The commands of `pyodide-browser`, one in each module; cli.py has `run` and `serve`."""
