"""`pyodide-browser serve`, as a process."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from tests.testing.commands import COMMAND


@contextmanager
def serving(*arguments: str, cwd: object) -> Iterator[str]:
    """The origin of `serve` with these arguments, on a free port."""
    process = subprocess.Popen(
        [str(COMMAND), "serve", *arguments, "--port=0"],
        cwd=str(cwd),
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        yield process.stdout.readline().partition("/  (")[0]
    finally:
        process.terminate()
        process.communicate(timeout=60)
