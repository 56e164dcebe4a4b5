"""The tests of the notes."""

import backend
from conftest import log_in

from pyodide_browser_testing import in_page


def items(app):
    return [item.text.removesuffix("×").strip() for item in app.find_all("#list li")]


def test_a_new_visitor_sees_the_login(app):
    assert app.find("#login").is_displayed()
    assert not app.find("#notes").is_displayed()


def test_a_wrong_password_shows_an_error(app):
    log_in(app, "ada", "guess")
    app.wait_text("#message", "That did not work: wrong name or password")
    assert app.find("#login").is_displayed()


def test_the_login_shows_the_notes(notes):
    assert items(notes) == ["buy milk", "call Grace"]
    assert not notes.find("#login").is_displayed()


def test_the_login_survives_a_reload(notes):
    notes.open("index.html")
    notes.wait(lambda: items(notes) == ["buy milk", "call Grace"])


def test_a_note_is_added(notes):
    notes.find("#text").send_keys("water the plants")
    notes.find("#add button").click()
    notes.wait(lambda: "water the plants" in items(notes))
    assert "water the plants" in backend.notes.values()


def test_a_note_without_a_text_is_refused(notes):
    notes.find("#add button").click()
    notes.wait_text("#message", "That did not work: a note must have a text")
    assert notes.requests[-1].status == 400


def test_a_note_is_deleted(notes):
    notes.find("#list .delete").click()
    notes.wait(lambda: items(notes) == ["call Grace"])


def test_a_file_is_uploaded_with_progress(notes, tmp_path):
    file = tmp_path / "photo.bin"
    file.write_bytes(bytes(1_500_000))
    notes.find("#file").send_keys(str(file))
    notes.wait_text("#message", "photo.bin: 1.5 MB stored")
    assert float(notes.find("#progress").get_property("value")) == 1


def test_a_file_that_is_too_large_shows_an_error(notes, tmp_path):
    file = tmp_path / "film.bin"
    file.write_bytes(bytes(backend.LIMIT + 1))
    notes.find("#file").send_keys(str(file))
    notes.wait(lambda: "at most 5000000 bytes" in notes.text("#message"))


@in_page("index.html")
def test_sizes_are_readable():
    from sizes import human

    assert human(999) == "999 B"
    assert human(1500) == "1.5 kB"
    assert human(2_000_000_000) == "2 GB"
