"""Writes the files from which pages import what the memory snapshot lacks: library.NAME.bin.

Each has the code of many modules, one after the other. The names of the modules in a group are in
the page script, too: it loads the groups that a script imports while Python is still starting.
"""

import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

GROUPS = {
    "asyncio": """
        asyncio code codeop concurrent contextvars heapq pyodide.webloop signal threading traceback
        browser.aio browser.page._tasks browser.websocket interpreter
    """,
    "classes": """
        _ast_unparse _colorize _opcode_metadata annotationlib ast copy dataclasses dis inspect
        opcode pyodide.code token tokenize
    """,
    "data": """
        _strptime base64 bisect calendar colorsys csv datetime decimal difflib fractions graphlib
        hashlib hmac ipaddress locale numbers pprint queue random secrets statistics string
        struct uuid
    """,
    "files": """
        _compat_pickle bz2 compression configparser fnmatch glob gzip logging lzma mimetypes ntpath
        pathlib pickle pyodide._package_loader pyodide.common pyodide.http shutil tarfile tempfile
        zipfile
    """,
    "browser": "browser",
    "javascript": "javascript",
    "markdown": "browser.markdown html mistune",
    "turtle": "browser.svg turtle",
    "others": """
        asyncio.__main__ asyncio.base_subprocess asyncio.graph asyncio.proactor_events
        asyncio.selector_events asyncio.sslproto asyncio.streams asyncio.subprocess asyncio.tools
        asyncio.unix_events asyncio.windows_events asyncio.windows_utils
        concurrent.futures.interpreter concurrent.futures.process concurrent.futures.thread
    """,
}
OTHERS = "others"
"""The group of all modules that no group names."""

USELESS = """
    asyncio.base_subprocess asyncio.proactor_events asyncio.selector_events asyncio.subprocess
    asyncio.unix_events asyncio.windows_events asyncio.windows_utils concurrent.futures.process
    ftplib imaplib nturl2path poplib pty smtplib socketserver
"""
"""Need processes, sockets or another system. If a script imports one, the page waits for it."""

HEADER = 16
"""Bytes of a .pyc file before the code."""

Table = str
"""A line for each module, after an empty one: "name group offset length module" or "… package"."""


def group_of(module: str) -> str:
    """The group that names the module or, most precisely, a package of it."""
    name = module
    while name:
        for group, names in GROUPS.items():
            if name in names.split():
                return group
        name = name.rpartition(".")[0]
    return OTHERS


def write_groups(zips: Mapping[str, Path], folder: Path) -> dict[str, Table]:
    """Writes the files to `folder`. `zips` contain .pyc files. Returns the table of each."""
    contents = {group: bytearray() for group in GROUPS}
    tables = {}
    for archive, path in zips.items():
        lines = []
        for module, kind, code in modules(path):
            group = group_of(module)
            lines.append(f"{module} {group} {len(contents[group])} {len(code)} {kind}\n")
            contents[group] += code
        tables[archive] = "".join(["\n", *lines])
    for group, content in contents.items():
        (folder / file_name(group)).write_bytes(content)
    return tables


def modules(path: Path) -> Iterator[tuple[str, str, bytes]]:
    """The name, kind and code of each module in a zip."""
    with zipfile.ZipFile(path) as archive:
        for file in archive.namelist():
            if file.endswith(".pyc"):
                name = file.removesuffix(".pyc").replace("/", ".")
                module = name.removesuffix(".__init__")
                kind = "module" if module == name else "package"
                yield module, kind, archive.read(file)[HEADER:]


def names(tables: Iterable[Table], loaded: Iterable[str]) -> dict[str, str]:
    """Group → the names by which scripts import its modules: packages, and modules in packages of
    other groups or of the snapshot, which has the modules `loaded`. Without private and useless
    ones."""
    found: dict[str, list[str]] = {group: [] for group in GROUPS}
    group_of_name: dict[str, str] = {}
    for module in sorted(line.split()[0] for table in tables for line in table.split("\n")[1:-1]):
        group = "" if module in loaded else group_of(module)
        is_private = any(part[0] == "_" or part == "encodings" for part in module.split("."))
        if is_private or module in USELESS.split():
            continue  # programs do not import them
        if group_of_name.get(module.rpartition(".")[0], "") != group:
            found.setdefault(group, []).append(module)
        group_of_name[module] = group
    found.pop("", None)
    return {group: " ".join(names) for group, names in found.items()}


def file_name(group: str) -> str:
    return f"library.{group}.bin"
