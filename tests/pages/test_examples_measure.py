"""The page that measures in the visitor's own browser."""

import re

from tests.pages.shown import opened, texts

IMPATIENT = (
    "pyodideBrowser.pyodide.runPython('import __main__; __main__.PATIENCE_WITH_BRYTHON = 3')"
)


def test_the_measurements_compare_three_ways(page, page_engine):
    brython = page_engine != "webkit"  # in whose test browser Brython does not start
    opened(page, "measure.html", re.compile("Not measured yet"))
    page.driver.execute_script("document.getElementById('rounds').value = '1'")
    if not brython:
        page.driver.execute_script(IMPATIENT)
    page.find("#measure").click()
    end = r"takes [\d.]+ times as long as Brython" if brython else "Brython did not start"
    page.wait_text("[role=status]", re.compile(end), timeout=120)
    rows = len(page.find_all("#results tr"))
    assert rows == 14
    ratios = texts(page, "#results .number")
    assert all(float(ratio) > 0 for ratio in ratios) if brython else set(ratios) == {"–"}
    for way, measured in (("ours", rows), ("brython", rows * brython), ("plain", rows - 5)):
        assert len(page.find_all(f"#results .{way}")) == measured
    assert page.find_all("iframe") == []
    assert page.find("#measure").is_enabled()
