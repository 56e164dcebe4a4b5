"""Groups of modules: each module is in one, and its code is where the table says."""

import zipfile

import pytest

from tools.quickstart import groups


@pytest.mark.parametrize(
    ("module", "group"),
    [
        ("asyncio", "asyncio"),
        ("asyncio.events", "asyncio"),
        ("asyncio.streams", "others"),
        ("browser.aio._streams", "asyncio"),
        ("browser.html", "browser"),
        ("browser.svg", "turtle"),
        ("dataclasses", "classes"),
        ("datetime", "data"),
        ("html.entities", "markdown"),
        ("interpreter._console", "asyncio"),
        ("turtle._screen", "turtle"),
        ("zipfile._path.glob", "files"),
        ("xml.etree", "others"),
    ],
)
def test_the_most_precise_name_counts(module, group):
    assert groups.group_of(module) == group


def test_no_name_is_in_two_groups():
    names = [name for listed in groups.GROUPS.values() for name in listed.split()]
    assert len(names) == len(set(names))


def test_the_table_says_where_the_code_is(tmp_path):
    codes = {
        "csv.pyc": b"csv code",
        "xml/__init__.pyc": b"xml",
        "xml/dom.pyc": b"dom",
        "a.txt": b"",
    }
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name, code in codes.items():
            archive.writestr(name, bytes(groups.HEADER) + code)
    tables = groups.write_groups({"a.zip": tmp_path / "a.zip"}, tmp_path)
    first, *lines, last = tables["a.zip"].split("\n")
    assert (first, last) == ("", "")
    found = {}
    for line in lines:
        name, group, offset, length, kind = line.split(" ")
        content = (tmp_path / f"library.{group}.bin").read_bytes()
        found[name] = content[int(offset) : int(offset) + int(length)], group, kind
    assert found == {
        "csv": (b"csv code", "data", "module"),
        "xml": (b"xml", "others", "package"),
        "xml.dom": (b"dom", "others", "module"),
    }


def test_scripts_find_packages_and_what_is_apart_from_them():
    modules = """
        asyncio asyncio.events asyncio.streams asyncio.subprocess json json.tool smtplib urllib
        urllib.request _private
    """
    table = "\n" + "".join(f"{name} x 0 0 module\n" for name in modules.split())
    found = groups.names([table], ["json", "urllib"])
    assert found["asyncio"] == "asyncio"
    assert found["others"] == "asyncio.streams json.tool urllib.request"
