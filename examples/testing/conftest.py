import backend
import pytest


@pytest.fixture(scope="session")
def python_page_app():
    return backend.app


@pytest.fixture
def app(python_page):
    """The page before the login. The back end has two notes."""
    backend.notes.clear()
    backend.notes.update({1: "buy milk", 2: "call Grace"})
    python_page.open("index.html")
    python_page.wait_idle()
    return python_page


@pytest.fixture
def notes(app):
    """The page after the login."""
    log_in(app, "ada", "lovelace")
    app.wait(lambda: app.find("#list li"))
    return app


def log_in(app, name, password):
    app.find("#name").send_keys(name)
    app.find("#password").send_keys(password)
    app.find("#login button").click()
