"""Compressed copies, FILE.br and FILE.gz, for servers that can send them."""

import gzip
import shutil
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

SUFFIXES = (
    *(".bin", ".css", ".csv", ".html", ".js", ".json", ".map", ".md", ".mjs", ".py", ".svg"),
    *(".txt", ".wasm", ".webmanifest", ".xml"),
)
"""The files that compress; images, fonts and zips are compressed already."""

FORMATS: Mapping[str, Callable[[bytes], bytes]] = {
    ".br": brotli.compress,
    ".gz": lambda content: gzip.compress(content, compresslevel=6, mtime=0),
}
SMALL = 200
"""Bytes of a file that is not worth it."""


def compress(files: Iterable[Path]) -> None:
    """Writes the copies beside each file that compresses, unless they are there."""
    chosen = [file for file in files if compresses(file)]
    with ThreadPoolExecutor() as threads:
        list(threads.map(_compress_one, chosen))


def compresses(file: Path) -> bool:
    """Whether the file gets compressed copies."""
    return file.suffix.lower() in SUFFIXES and file.stat().st_size >= SMALL


def _compress_one(file: Path) -> None:
    content = file.read_bytes()
    for suffix, compressed in FORMATS.items():
        copy = Path(f"{file}{suffix}")
        if not copy.exists():
            copy.write_bytes(compressed(content))


def copy_with_compressed(source: Path, target: Path) -> None:
    """Copies a file, and the compressed copies that exist beside it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    for suffix in ("", ".br", ".gz"):
        if (one := Path(f"{source}{suffix}")).is_file():
            shutil.copyfile(one, f"{target}{suffix}")
