"""What every command says to wrong arguments: what is wrong, and what to do."""

import errno
import shutil
import socket
from pathlib import Path

import pytest
from click.testing import CliRunner

from pyodide_browser_testing.cli import main

PAGE = '<script src="pyodide-browser.js"></script><script type="text/python"></script>'
REFUSED = "no response: Connection refused: check the URL, and that the server runs"
CASES = {
    "new": (2, "Missing argument 'FOLDER'"),
    "new full": (2, "full is not empty: choose another name"),
    "new file": (2, "file is a file: choose another name"),
    "new file/app": (2, "cannot write file/app: Not a directory: choose another folder"),
    "serve nowhere": (2, "Directory 'nowhere' does not exist"),
    "serve file": (2, "Directory 'file' is a file"),
    "serve full --port 70000": (2, "70000 is not in the range"),
    "serve full --host host.invalid": (8, "cannot listen on host.invalid:8000: "),
    "serve full --port {port} --host 127.0.0.1": (8, "is already in use: choose another with --po"),
    "serve full --app nowhere_at_all:app": (2, 'Could not import module "nowhere_at_all"'),
    "build nowhere --out out": (2, "Directory 'nowhere' does not exist"),
    "build file --out out": (2, "Directory 'file' is a file"),
    "build pages": (2, "Missing option '--out'"),
    "build pages --out full": (2, "full is not empty, and no earlier build: choose another"),
    "build pages --out file": (2, "file is not empty, and no earlier build: choose another"),
    "build pages --out file/out": (2, "Not a directory: choose another"),
    "build full --out out": (1, 'no page has a <script type="text/python">: add one, or choose an'),
    "check": (2, "Missing argument 'URL|FOLDER'"),
    "check nowhere": (2, "nowhere is no folder and no URL"),
    "check file": (2, "file is no folder and no URL"),
    "check full": (4, 'full: no page with <script src="pyodide-browser.js">'),
    "check http://127.0.0.1:1/": (4, f"GET http://127.0.0.1:1/: {REFUSED}"),
    "check http://host.invalid/": (4, "check the URL, and that the server runs"),
    "check http://": (4, "check the URL"),
    "check http://[::1": (4, "http://[::1: Invalid IPv6 URL: check the URL"),
    "check http://localhost:many/": (4, "check the URL"),
    "migrate nowhere.html": (2, "File 'nowhere.html' does not exist"),
    "migrate full": (2, "File 'full' is a directory"),
    "migrate pages/index.html": (
        2,
        "includes no brython.js: it is no Brython page, or it was migr",
    ),
    "run nowhere.html": (4, "page not found: nowhere.html: check the path"),
    "run full": (4, "full is a folder: name a page in it"),
    "run pages/index.html --folder nowhere": (2, "Directory 'nowhere' does not exist"),
    "run pages/index.html --folder full": (2, "index.html is not in full"),
}


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for folder in ("full", "pages"):
        Path(folder).mkdir()
    Path("full/mine.txt").touch()
    Path("file").touch()
    Path("pages/index.html").write_text(PAGE)


def run(*arguments):
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.stderr


@pytest.mark.parametrize("command", CASES)
def test_every_error_says_what_is_wrong(here, command):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        code, message = run(*command.format(port=taken.getsockname()[1]).split())
    assert (code, CASES[command][1] in message) == (CASES[command][0], True), message
    assert sorted(path.name for path in Path().iterdir()) == ["file", "full", "pages"]


def fails(*arguments, **keywords):
    raise PermissionError(errno.EACCES, "Permission denied")


def test_folders_and_files_that_are_not_writable(here, monkeypatch):
    Path("pages/old.html").write_text('<script src="brython.js"></script>')
    monkeypatch.setattr(shutil, "copytree", fails)
    monkeypatch.setattr(Path, "write_bytes", fails)
    monkeypatch.setattr(Path, "mkdir", fails)
    for command, advice in {
        "new app": "cannot write app: Permission denied: choose another folder",
        "migrate --write pages/old.html": "Permission denied: make it writable, or copy it",
        "build pages --out out": "cannot write out: Permission denied: choose another",
    }.items():
        code, message = run(*command.split())
        assert (code, advice in message) == (2, True), message
