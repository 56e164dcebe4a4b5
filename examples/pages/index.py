"""The front page: shows its script, its requests, and a link to the source of each example."""

import sys

from network_panel import NetworkPanel

from browser import bind, document, html, window
from browser.page import _source

milliseconds = window.performance.now()
how = {"snapshot": "from its memory snapshot", "plain": "without its memory snapshot"}[
    window.pyodideBrowser.start
]
version = sys.version.split()[0]
document["started"].text = (
    f"CPython {version} started {how}. Its first statement ran"
    f" {milliseconds:.0f} ms after the request for the page."
)
window.pyodideBrowser.trace = NetworkPanel(document["network"]).trace

script = document["four-lines"]
document["code"].text = _source.inline(script.text).strip()

for item in document.select(".cards li"):
    (example,) = item.select("a")
    page = example.attrs["href"]
    link = html.A("source", href=f"editor.html#program={page}", Class="source")
    link.attrs["aria-label"] = f"Source of {example.text}"
    item <= link

again = document["again"]
again.disabled = False


@bind(again, "click")
def ask_again(ev):
    exec(compile(_source.inline(script.text), "index.html#four-lines", "exec"), {})
