"""What is wrong with a hosting, and the line that mends it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

SERVERS = {
    "nginx": "nginx",
    "apache": "Apache",
    "netlify": "Netlify",
    "cloudflare": "Cloudflare",
    "github.com": "GitHub Pages",
}
"""A part of the header `Server`, in lower case → the name of the host."""

UNKNOWN = ("nginx", "Apache")
"""The hosts whose lines are shown if the server is another one."""


@dataclass(frozen=True)
class Finding:
    """Something that is wrong: `kind` is a table of mends.toml."""

    kind: str
    text: str
    file: str = ""

    def is_like(self, other: Finding) -> bool:
        """Whether both say the same of different files."""
        return (self.kind, self.text) == (other.kind, other.text)


def server_of(header: str) -> str:
    """Returns the name of the host for a header `Server`; "" if it is unknown.

    >>> server_of("nginx/1.22.1"), server_of("SimpleHTTP/0.6")
    ('nginx', '')
    """
    return next((name for part, name in SERVERS.items() if part in header.lower()), "")


def described(findings: Iterable[Finding], server: str) -> list[str]:
    """Returns the lines to show: each finding once, with its files and what mends it."""
    lines: list[str] = []
    waiting = list(findings)
    while waiting:
        first = waiting[0]
        names = [one.file for one in waiting if one.is_like(first) and one.file]
        waiting = [one for one in waiting if not one.is_like(first)]
        shown = ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
        lines.append(f"{first.kind}: {shown}: {first.text}" if shown else _head(first))
        lines += [f"    {line}" for line in mends(first.kind, server)]
    return lines


def _head(finding: Finding) -> str:
    return f"{finding.kind}: {finding.text}"


def mends(kind: str, server: str) -> list[str]:
    """Returns the lines that mend a kind of finding: for the server, or for the usual ones."""
    table = _mends()[kind]
    if server in table or "any" in table:
        return [table.get(server, table.get("any", ""))]
    return [f"{name}: {table[name]}" for name in UNKNOWN if name in table]


@cache
def _mends() -> dict[str, dict[str, str]]:
    file = files("pyodide_browser_testing") / "hosting" / "mends.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
