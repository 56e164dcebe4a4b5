"""A table of the requests of a page, filled by `pyodideBrowser.trace`."""

from browser import html

COLUMNS = ("Method", "URL", "Status", "Time", "Bytes", "Line")
ENDS = {"error": "network error", "timeout": "timed out", "abort": "aborted"}


def size(count):
    if count < 1000:
        return f"{count:.0f} B"
    return f"{count / 1000:.1f} kB" if count < 1e6 else f"{count / 1e6:.1f} MB"


class NetworkPanel:
    """Fills a TABLE. A click on a line number calls `jump(file, line)`."""

    def __init__(self, table, jump=None):
        self.body, self.jump = html.TBODY(id="requests"), jump
        table <= html.THEAD(html.TR([html.TH(name) for name in COLUMNS]))
        table <= self.body
        self.rows = []

    def clear(self):
        self.rows.clear()
        self.body.clear()

    def trace(self, request):
        """For `pyodideBrowser.trace`: called when a request is sent, makes progress, and ends."""
        if request.start not in [start for start, *_ in self.rows] or not hasattr(request, "row"):
            request.row = len(self.rows)
            self.rows.append((request.start, self._added(request)))
        self._show(request, *self.rows[int(request.row)][1])

    def _added(self, request):
        cells = [html.TD(Class=name) for name in ("status", "time", "sizes")]
        bar = html.PROGRESS(max=1, value=0)
        bar.attrs["aria-label"] = f"Progress of {request.method} {request.url}"
        method, url, line = html.TD(), html.TD(Class="url"), html.TD()
        method.text, url.text = request.method, request.url
        url.title = request.url
        line <= self._line(request)
        self.body <= html.TR([method, url, *cells, line])
        cells[1] <= bar
        return cells, bar

    def _line(self, request):
        if not request.line:
            return "–"
        place = f"{request.file.rpartition('#')[2]}:{int(request.line)}"
        jump = self.jump
        text = html.BUTTON(type="button", Class="place") if jump else html.SPAN()
        if jump:
            text.bind("click", lambda ev: jump(request.file, int(request.line)))
        text.text, text.title = place, request.code
        return text

    def _show(self, request, cells, bar):
        status, time, sizes = cells
        sizes.text = f"↑ {size(request.sent)} ↓ {size(request.received)}"
        if not request.end:
            whole = request.size + request.total
            bar.value = (request.sent + request.received) / whole if whole else 0
            status.text = "…"
            return
        failed = request.state in ENDS
        status.text = ENDS[request.state] if failed else str(int(request.status))
        status.class_name = "status wrong" if failed or request.status >= 400 else "status"
        time.clear()
        time.text = f"{request.end - request.start:.0f} ms"
