"""The test server as a process:
``python -m tests.server --port 8100 --static /dist=dist --json``."""

from __future__ import annotations

import argparse
import json
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from tests.server import TestServer


def mount(text: str) -> tuple[str, Path]:
    prefix, separator, directory = text.partition("=")
    if not separator or not prefix.startswith("/"):
        raise argparse.ArgumentTypeError(f"expected /prefix=directory, not {text!r}")
    if not Path(directory).is_dir():
        raise argparse.ArgumentTypeError(f"no such directory: {directory}")
    return prefix, Path(directory)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.server", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="the first origin (localhost)")
    parser.add_argument("--other-port", type=int, default=0, help="the other origin (127.0.0.1)")
    parser.add_argument(
        "--raw-port", type=int, default=0, help="the origin of the broken responses"
    )
    parser.add_argument("--static", type=mount, action="append", default=[], metavar="/DIST=dist")
    parser.add_argument("--json", action="store_true", help="print the origins as one JSON line")
    options = parser.parse_args(arguments)

    server = TestServer(
        dict(options.static),
        port=options.port,
        other_port=options.other_port,
        raw_port=options.raw_port,
    )
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    try:
        with server:
            origins = {
                "origin": server.origin,
                "other_origin": server.other_origin,
                "same_site_origin": server.same_site_origin,
                "raw_origin": server.raw_origin,
            }
            if options.json:
                print(json.dumps(origins), flush=True)
            else:
                for name, value in origins.items():
                    print(f"{name:17}{value}", flush=True)
            stop.wait()
    except OSError as error:
        print(f"cannot listen: {error.strerror}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
