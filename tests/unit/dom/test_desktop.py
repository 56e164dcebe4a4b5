"""`browser` on a desktop Python: all imports work; a use names what is missing."""

import subprocess
import sys
from importlib import import_module

import pytest

import browser
from browser import NoBrowserError

MODULES = """
    browser.dom._attributes browser.dom._bind browser.dom._content browser.dom._events
    browser.dom._node
    browser.highlight browser.html browser.local_storage browser.object_storage
    browser.session_storage browser.svg browser.template browser.timer
    browser.webcomponent browser.websocket browser.widgets.dialog browser.widgets.menu javascript
""".split()  # noqa: SIM905


@pytest.mark.parametrize("name", MODULES)
def test_each_module_imports(name):
    module = import_module(name)
    assert module.__doc__


@pytest.mark.parametrize("name", [name for name in MODULES if "dom." not in name])
def test_all_is_sorted_and_exists(name):
    module = import_module(name)
    listed = module.__all__
    assert listed == sorted(listed)
    for each in listed:
        if (name, each) != ("browser.websocket", "supported"):
            assert getattr(module, each, None) is not None or each in ("NULL", "UNDEFINED")


def test_names_of_browser_import_without_a_browser():
    code = "from browser import DOMEvent, DOMNode, alert, bind, document, html, timer, window"
    subprocess.run(
        [sys.executable, "-W", "error", "-c", code], check=True, env={"PYTHONPATH": "src"}
    )


def test_importing_document_and_ajax_imports_little():
    code = (
        "import sys; before = set(sys.modules); from browser import ajax; import browser;"
        "from browser._bridge import bridge; import browser.dom._node;"
        "own = [name for name in sys.modules if name.startswith('browser')];"
        "assert len(own) < 40, own; assert 'browser.html' not in own"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env={"PYTHONPATH": "src"})


@pytest.mark.parametrize(
    "use",
    [
        lambda: browser.document["x"],
        lambda: browser.document <= "x",
        lambda: browser.document.body,
        lambda: browser.window.location,
        lambda: browser.html.DIV("x"),
        lambda: browser.alert("x"),
        lambda: browser.timer.set_timeout(print, 5),
        lambda: browser.local_storage.storage["x"],
        lambda: browser.webcomponent.define("x-y", type("Own", (), {})),
        lambda: import_module("browser.widgets.menu").Menu(),
    ],
)
def test_using_them_says_what_to_do(use):
    with pytest.raises(NoBrowserError, match=r"pyodide-browser\.js"):
        use()


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="has no attribute 'nope'"):
        _ = browser.nope
    assert browser.is_webworker is False
