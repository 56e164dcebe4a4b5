"""The example of the documentation, the front page, and its links."""

import hashlib
import re

import pytest


@pytest.mark.parametrize("name", ["long-way.html", "short-way.html"])
def test_the_seeds_example_shows_the_servers_answer(page, name):
    page.open(name)
    page.wait_text("#result", re.compile(re.escape('"form":[["x","0"],["y","1"]]')))
    assert '"method":"POST"' in page.text("#result")


PICTURES = """
    const pictures = [...document.querySelectorAll(".cards img")];
    for (const picture of pictures) picture.loading = "eager";
    return pictures.filter((picture) => picture.naturalWidth === 320).length;
"""


def hrefs(page, selector):
    return [a.get_property("href").rpartition("/")[2] for a in page.find_all(selector)]


def test_the_front_page_leads_to_every_example_and_to_its_source(page, python_page_folder):
    """Each of them has its own test here."""
    page.open("index.html")
    links = hrefs(page, ".cards a:not(.source)")
    pages = {path.name for path in python_page_folder.glob("*.html")}
    assert sorted(links) == sorted(pages - {"index.html", "editor.html"})
    page.wait(lambda: page.driver.execute_script(PICTURES) == len(links))
    assert hrefs(page, ".cards .source") == [f"editor.html#program={link}" for link in links]


def test_chosen_files_reach_the_server_byte_by_byte(page, tmp_path):
    content = bytes(i * 7 % 256 for i in range(100_000))
    files = [tmp_path / "bytes.bin", tmp_path / "ünïcode ✓.txt"]
    files[0].write_bytes(content)
    files[1].write_text("café", "utf-8")
    page.open("upload.html")
    page.find("#send").click()
    page.wait_text("#result", "Choose a file first.")

    page.find("#files").send_keys("\n".join(map(str, files)))
    page.find("#send").click()
    sha256 = hashlib.sha256(content).hexdigest()[:16]
    page.wait_text("#result", re.compile(f"bytes.bin: 100000 bytes, sha256 {sha256}"))
    assert "ünïcode ✓.txt: 5 bytes" in page.text("#result")
    assert page.find("#bar").get_property("value") == 1
