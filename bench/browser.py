"""Pages for measuring."""

import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil

MEASURE = """
    const [name, url, argument, done] = arguments;
    measure(name, url, argument).then(done, (error) => done(String(error)));
"""


class Page:
    """A page of bench/pages/ in its own window; measures.py runs in it."""

    def __init__(self, browser: Any, url: str) -> None:
        self.browser = browser
        before = {process: resident(process) for process in renderers(browser)}
        browser.switch_to.new_window("window")
        self.window = browser.current_window_handle
        browser.get(url)
        deadline = time.monotonic() + 60
        while not browser.execute_script("return globalThis.python_is_ready"):
            if time.monotonic() > deadline:
                raise TimeoutError(url)
            time.sleep(0.1)
        # Chromium has a spare renderer: the page's is the one that grew most. 0 in other browsers.
        grown = {
            process: resident(process) - before.get(process, 0) for process in renderers(browser)
        }
        self.process = max(grown, key=grown.__getitem__, default=0)

    def run(self, script: str) -> Any:
        self.browser.switch_to.window(self.window)
        return self.browser.execute_script(script)

    def measure(self, name: str, url: str, argument: Any) -> float:
        """Milliseconds."""
        return float(self.measured(name, url, argument))

    def measured(self, name: str, url: str, argument: Any) -> Any:
        """Milliseconds, or the measure's own result."""
        self.browser.switch_to.window(self.window)
        took = self.browser.execute_async_script(MEASURE, name, url, argument)
        if isinstance(took, str):
            raise RuntimeError(took)
        return took

    def peak(self, name: str, url: str, argument: Any) -> float:
        """Megabytes by which the renderer's resident memory rose."""
        self.browser.switch_to.window(self.window)
        self.browser.execute_cdp_cmd("HeapProfiler.collectGarbage", {})
        Path(f"/proc/{self.process}/clear_refs").write_text("5")  # resets the peak
        before = memory(self.process, "VmRSS")
        self.measure(name, url, argument)
        return memory(self.process, "VmHWM") - before


def renderers(browser: Any) -> set[int]:
    """The renderers of this browser; empty if it is not Chromium."""
    found = set()
    for process in psutil.Process(browser.service.process.pid).children(recursive=True):
        with suppress(psutil.NoSuchProcess):
            if "--type=renderer" in process.cmdline():
                found.add(process.pid)
    return found


def resident(process: int) -> float:
    return memory(process, "VmRSS")


def memory(process: int, name: str) -> float:
    """In megabytes."""
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) * 1024 / 1e6
    raise KeyError(name)
