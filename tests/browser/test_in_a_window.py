"""Needs a window: the timeout of a blocking request, the lines of a profile."""

from pytest_pyodide import run_in_pyodide


@run_in_pyodide
def test_a_blocking_request_in_a_window_answers_and_warns_where_its_timeout_cannot_hold(selenium):
    import warnings

    from browser import _host, ajax

    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        req = ajax.get("/text?body=1", blocking=True, timeout=5)
    assert req.text == "1"
    expected = 0 if _host.can_suspend() else 1
    assert ["the timeout has no effect" in str(found.message) for found in seen] == [
        True
    ] * expected


@run_in_pyodide
def test_a_profile_tells_the_lines_of_the_script(selenium):
    import cProfile
    import io
    import pstats

    from browser import document, html

    names = {"document": document, "html": html}
    code = "def work():\n    document.body <= html.P('profiled')\n\nwork()\n"
    profile = cProfile.Profile()
    profile.runctx(compile(code, "index.html#__main__", "exec"), names, names)
    told = io.StringIO()
    pstats.Stats(profile, stream=told).sort_stats("cumulative").print_stats()
    assert "index.html#__main__:1(work)" in told.getvalue()
