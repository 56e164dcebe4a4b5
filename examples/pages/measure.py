"""Measures this package, Brython and plain JavaScript, one after the other, in this browser."""

import statistics

from browser import aio, bind, document, html, window

WAYS = {"ours": "pyodide-browser", "brython": "Brython", "plain": "JavaScript"}
PAGES = {"ours": "/bench/measures_ours.html", "brython": "/bench/measures_brython.html"}
STARTS = {"ours": "/bench/imports.html", "brython": "/bench/brython.html"}
WARM_UPS = 2
"""Rounds in which the browser compiles what is measured."""

LEAST = 0.1
"""Milliseconds: browsers round times, also to 0."""

PATIENCE = 120
"""Seconds for a page to start Python."""

PATIENCE_WITH_BRYTHON = 20
"""Brython does not start in every browser."""

LAST = "py_statements_on_globals"
"""What the last script of a page defines."""

TASKS = [
    ("start Python, files in the cache", "", 1),
    ("20 requests, one after the other", "many", 20),
    ("find 20 elements", "select_20", 200),
    ("create an element", "new_li", 500),
    ("set the text of an element", "set_text", 1000),
    ("call a listener", "click", 500),
    ("draw a rectangle", "canvas_call", 2000),
    ("render 100 items with listeners", "render", 2),
    ("sort a table of 100 rows", "sort_table", 2),
    ("filter 500 rows", "filter_rows", 2),
    ("compute the bodies of a solar system", "nbody", 3),
    ("place six queens on a board", "nqueens", 2),
    ("read and write JSON", "json_round_trip", 10),
    ("find text with regular expressions", "regular_expressions", 10),
]
"""What it is, the name of the measure in bench/pages/, and how often it runs at a time."""


def frame_of(url):
    """Adds a page that is laid out, but not visible."""
    frame = html.IFRAME(src=url, Class="measured", title="measured page", tabindex=-1)
    frame.attrs["aria-hidden"] = "true"
    document.body <= frame
    return frame


async def attribute(frame, name, patience=PATIENCE):
    """The attribute of the page in the frame, as soon as it is there. Raises TimeoutError."""
    end = window.performance.now() + patience * 1000
    while (value := getattr(frame.contentWindow, name, None)) is None:
        if window.performance.now() > end:
            raise TimeoutError(f"{frame.src} did not start within {patience} s")
        await aio.sleep(0.02)
    return value


async def start_of(url):
    """Milliseconds from the request of the page to its first statement in Python."""
    frame = frame_of(url)
    milliseconds = await attribute(frame, "started")
    frame.remove()
    return milliseconds


class Frames:
    """The pages in which the tasks run."""

    async def open(self):
        """Returns the ways that this browser can measure: Brython may not start."""
        self.frames = {way: frame_of(url) for way, url in PAGES.items()}
        await attribute(self.frames["ours"], LAST)
        try:
            await attribute(self.frames["brython"], LAST, PATIENCE_WITH_BRYTHON)
        except TimeoutError:
            return [way for way in WAYS if way != "brython"]
        return list(WAYS)

    def close(self):
        for frame in self.frames.values():
            frame.remove()

    async def time(self, way, name, count):
        """Milliseconds of one run; None if there is nothing to measure in this way."""
        if not name:
            return await start_of(STARTS[way]) if way in STARTS else None
        page = self.frames["brython" if way == "brython" else "ours"].contentWindow
        function = f"raw_{name}" if way == "plain" else f"py_{name}"
        if not hasattr(page, function) and function != "raw_many":
            return None
        milliseconds = await page.measure(function, "/bench/twenty_bytes.txt", count)
        return max(milliseconds, LEAST) / count


async def measure(frames, ways, name, count, rounds):
    """The median milliseconds by way. Measures all ways in each round; the first do not count."""
    samples: dict[str, list[float]] = {way: [] for way in ways}
    for number in range(rounds + WARM_UPS):
        for way in ways if number % 2 else reversed(ways):
            milliseconds = await frames.time(way, name, count)
            if number >= WARM_UPS and milliseconds is not None:
                samples[way].append(milliseconds)
    return {way: statistics.median(found) for way, found in samples.items() if found}


def shown(milliseconds):
    if milliseconds < 1:
        return f"{milliseconds * 1000:.3g} µs"
    return f"{milliseconds:.3g} ms" if milliseconds < 100 else f"{milliseconds:,.0f} ms"


def row_of(title, medians):
    longest = max(medians.values())
    row = html.TR(html.TH(title, scope="row"))
    for way in WAYS:
        cell = html.TD(Class="bar")
        if way in medians:
            bar = html.DIV(Class=way)
            bar.style.width = f"{100 * medians[way] / longest:.1f}%"
            cell <= bar + html.SPAN(shown(medians[way]))
        else:
            cell <= "–"
        row <= cell
    ratio = ratio_of(medians)
    row <= html.TD(f"{ratio:.3g}" if ratio else "–", Class="number")
    return row


def ratio_of(medians):
    """To Brython; None without it."""
    return medians["ours"] / medians["brython"] if "brython" in medians else None


def conclusion(ratios):
    if None in ratios:
        return "Brython did not start in this browser."
    return (
        f"In this browser, pyodide-browser takes {statistics.median(ratios):.2f} times as long as"
        f" Brython (the median of {len(ratios)} tasks)."
    )


@bind(document["measure"], "click")
async def measure_all(ev):
    button, table, progress = document["measure"], document["results"], document["progress"]
    button.disabled = True
    table.clear()
    progress.max, progress.value, progress.hidden = len(TASKS), 0, False
    document["status"].text = "Measuring. Do not leave this page: browsers slow down hidden pages."
    rounds = int(document["rounds"].value)
    frames = Frames()
    ratios = []
    try:
        ways = await frames.open()
        for done, (title, name, count) in enumerate(TASKS, 1):
            medians = await measure(frames, ways, name, count, rounds)
            ratios.append(ratio_of(medians))
            table <= row_of(title, medians)
            progress.value = done
    finally:
        frames.close()
        button.disabled, progress.hidden = False, True
    document["status"].text = conclusion(ratios)


document["measure"].disabled = False
document["status"].text = f"{window.navigator.hardwareConcurrency} processors. Not measured yet."
