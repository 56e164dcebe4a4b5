"""A folder with files, for one test."""

import pytest

from tests import drivers

drivers.set_up()


@pytest.fixture
def folder(tmp_path):
    """A function that writes files into an empty folder: `page_html="…"` is page.html."""

    def write(**files):
        for name, text in files.items():
            stem, _, suffix = name.rpartition("_")
            (tmp_path / f"{stem}.{suffix}").write_text(text, "utf-8")
        return tmp_path

    return write
