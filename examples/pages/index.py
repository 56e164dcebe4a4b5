"""The front page: the script that it runs, its requests, a link to each example's source."""

import sys

from network_panel import NetworkPanel

from browser import bind, document, html, window
from browser.page import source

milliseconds = window.performance.now()
how = {"snapshot": "from its memory snapshot", "plain": "anew"}[window.pyodideBrowser.start]
version = sys.version.split()[0]
document["started"].text = (
    f"CPython {version} started {how}; its first statement ran"
    f" {milliseconds:.0f} ms after the page was asked for."
)
window.pyodideBrowser.trace = NetworkPanel(document["network"]).trace

script = document["four-lines"]
document["code"].text = source.inline(script.text).strip()

for item in document.select("#examples li"):
    page = item.select_one("a").attrs["href"]
    link = html.A("source", href=f"editor.html#program={page}", Class="source")
    link.attrs["aria-label"] = f"Source of {item.select_one('a').text}"
    item <= link

again = document["again"]
again.disabled = False


@bind(again, "click")
def ask_again(ev):
    exec(compile(source.inline(script.text), "index.html#four-lines", "exec"), {})
