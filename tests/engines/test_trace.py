"""`pyodideBrowser.trace`: each request with the Python line that sent it, and nothing secret."""

import re

import pytest


def opened(visit, trace=""):
    assert visit.open(f"/pages/trace.html?raw={visit.server.raw_origin}&trace={trace}") == []
    visit.wait(lambda: visit.js("return globalThis.asideRan"))


@pytest.fixture
def traced(visit):
    """The last report of each request, by a word of its URL."""
    opened(visit)
    visit.wait(lambda: all(last["end"] for last in told(visit).values()))
    return told(visit)


def told(visit):
    every = visit.js("return traced")
    words = ("callback", "upload", "blocking", "code", "raw", "timeout", "abort", "one", "two")
    return {
        word: next(states[-1] for key, states in every.items() if word in key)
        for word in (*words, "stream")
    }


def test_a_request_is_told_with_its_python_line(traced):
    sources = {word: (told["file"], told["line"], told["code"]) for word, told in traced.items()}
    line = "ajax.get(…, blocking=True, cache=True)"
    assert sources["blocking"] == ("trace.html#asks", 9, line)
    assert [line for _, line, _ in sources.values()] == [7, 8, 9, 10, 11, 12, 15, 17, 17, 18]


def test_a_request_is_told_with_its_end_its_times_and_its_sizes(traced):
    ends = {word: (told["method"], told["state"], told["status"]) for word, told in traced.items()}
    assert ends == {
        "callback": ("GET", "load", 200),
        "upload": ("POST", "load", 200),
        "blocking": ("GET", "load", 200),
        "code": ("GET", "load", 404),
        "raw": ("GET", "error", 0),
        "timeout": ("GET", "timeout", 0),
        "abort": ("GET", "abort", 0),
        "one": ("GET", "load", 200),
        "two": ("GET", "load", 200),
        "stream": ("GET", "load", 200),
    }
    for word in ("callback", "blocking", "stream"):
        last = traced[word]
        assert last["start"] <= last["answered"] <= last["end"]
        assert last["received"] == len(word)
    assert traced["upload"]["size"] == traced["upload"]["sent"] >= 1000


def test_nothing_secret_is_told(visit, traced):
    assert traced["callback"]["requestHeaders"] == {"Authorization": "***", "X-Mine": "shown"}
    assert "token=***" in traced["callback"]["url"]
    assert traced["callback"]["code"] == "ajax.get(…, headers=SECRET, cache=True)"
    assert traced["callback"]["responseHeaders"]["content-type"].startswith("text/plain")
    assert "s3cret" not in visit.js("return JSON.stringify(traced)")
    measures = "return JSON.stringify(performance.getEntriesByType('measure'))"
    assert "s3cret" not in visit.js(measures)


def test_requests_are_in_the_performance_timeline(visit, traced):
    measures = visit.js("return performance.getEntriesByType('measure').map((one) => one.toJSON())")
    (blocking,) = (one for one in measures if "blocking" in one["name"])
    assert blocking["name"] == "GET /text?body=blocking"
    detail = visit.js(
        "return performance.getEntriesByName(arguments[0])[0].detail", blocking["name"]
    )
    assert (detail["file"], detail["line"], detail["status"]) == ("trace.html#asks", 9, 200)
    last = traced["blocking"]
    assert blocking["duration"] == pytest.approx(last["end"] - last["start"], abs=0.1)


def test_true_prints_a_grouped_line_a_request(visit):
    opened(visit, "console")
    pattern = re.compile(
        r"GET /text\?body=blocking: 200, [\d.]+ ms, 0 B up, 8 B down, trace.html#asks:9"
    )

    def said() -> list[str]:
        return [*visit.js("return groups"), str(visit.said)]

    visit.wait(lambda: any(pattern.fullmatch(line) for line in said()))
    visit.wait(lambda: any("/reset?raw: error" in line for line in said()))
    assert "s3cret" not in str(said())


def test_switched_off_it_tells_nothing(visit):
    visit.open("/pages/plain.html")
    visit.js(
        "pyodideBrowser.trace = (request) => { globalThis.told = request; };"
        "pyodideBrowser.trace = false;"
    )
    python = "from browser import ajax; ajax.get('/text?body=1', blocking=True)"
    visit.js("pyodideBrowser.pyodide.runPython(arguments[0])", python)
    assert visit.js("return globalThis.told ?? null") is None
    assert visit.js("return performance.getEntriesByType('measure').length") == 0


def test_a_function_that_raises_is_reported_and_the_request_goes_on(visit):
    visit.open("/pages/plain.html")
    # In a script of the page: Chromium mutes errors in a script of the driver.
    raising = "pyodideBrowser.trace = () => { throw new Error('mine'); };"
    visit.js(
        "const script = document.createElement('script'); script.text = arguments[0];"
        "document.head.append(script);",
        raising,
    )
    python = "from browser import ajax; ajax.get('/text?body=1', blocking=True).text"
    assert visit.js("return pyodideBrowser.pyodide.runPython(arguments[0])", python) == "1"
    assert "mine" in str(visit.said["error"])
