"""What the soak does differently in each engine: collecting garbage, memory, going offline."""

import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil

from pyodide_browser_testing import browsers

COLLECT = """
    // Engines that cannot be told to collect garbage do it when memory is needed.
    for (let i = 0; i < 40; i++) new Uint8Array(10_000_000).fill(1);
    setTimeout(arguments[0], 200);
"""
MINIMIZE = """
    const done = arguments[arguments.length - 1];
    const service = Cc["@mozilla.org/memory-reporter-manager;1"];
    service.getService(Ci.nsIMemoryReporterManager).minimizeMemoryUsage(() => done());
"""
REPORTS = """
    const done = arguments[arguments.length - 1];
    const USED = "js-main-runtime-gc-heap-committed/used";
    const service = Cc["@mozilla.org/memory-reporter-manager;1"];
    const workers = new Set();
    let heap = 0;
    const add = (process, path, kind, units, amount) => {
      if (!process.startsWith("webIsolated")) return;
      if (path.startsWith(USED)) heap += amount;
      const [worker] = path.match(/worker\\(.*?0x[0-9a-f]+\\)/) ?? [];
      if (worker) workers.add(worker);
    };
    const end = () => done([workers.size, heap]);
    service.getService(Ci.nsIMemoryReporterManager).getReports(add, null, end, null, false);
"""
FIRE = "dispatchEvent(new Event(arguments[0]))"


class Engine:
    """WebKit, which has no command for any of this."""

    name = "webkit"
    flags: tuple[str, ...] = ()
    process = "WebKitWebProcess"
    """A part of the command line of the processes that run pages."""
    restores_pages = True
    """Whether a page that has worked for long comes back from the back-forward cache."""

    def __init__(self, timeout: float) -> None:
        self.browser: Any = browsers.start(self.name, *self.flags, timeout=timeout)

    def collect(self) -> None:
        self.browser.execute_async_script(COLLECT)

    def left(self) -> dict[str, float]:
        """What the engine itself counts."""
        return {"workers": self._threads("WebCore: Work")}

    def _threads(self, name: str) -> int:
        """How many threads of pages have this name."""
        paths = (path for process in self._processes() for path in _threads(process))
        return sum(path.read_text().startswith(name) for path in paths)

    def memory(self) -> float:
        """The memory of all pages, in megabytes."""
        return sum(process.memory_full_info().uss for process in self._processes()) / 1e6

    def _processes(self) -> Iterator[psutil.Process]:
        for process in psutil.Process(self.browser.service.process.pid).children(recursive=True):
            with suppress(psutil.NoSuchProcess):
                if any(self.process in word for word in process.cmdline()):
                    yield process

    def hidden(self) -> None:
        """The page is hidden for a while."""
        time.sleep(1)

    def set_offline(self, offline: bool) -> None:
        """Only the events: requests go to a server that is gone."""
        self.browser.execute_script(FIRE, "offline" if offline else "online")


class Chromium(Engine):
    name = "chromium"
    flags = ("--js-flags=--expose-gc",)
    process = "--type=renderer"

    def collect(self) -> None:
        self.browser.execute_cdp_cmd("HeapProfiler.collectGarbage", {})
        time.sleep(0.1)

    def left(self) -> dict[str, float]:
        used = self.browser.execute_cdp_cmd("Runtime.getHeapUsage", {})["usedSize"]
        return {"workers": self._threads("DedicatedWorker"), "JavaScript: heap, MB": used / 1e6}

    def hidden(self) -> None:
        """chromedriver forbids Chromium to throttle timers: they stop for a second. Not longer: the
        page's connections stop, too, and other pages use the same ones."""
        for state in "frozen", "active":
            self.browser.execute_cdp_cmd("Page.setWebLifecycleState", {"state": state})
            time.sleep(1)

    def set_offline(self, offline: bool) -> None:
        network = {"latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
        self.browser.execute_cdp_cmd("Network.enable", {})
        self.browser.execute_cdp_cmd(
            "Network.emulateNetworkConditions", {"offline": offline, **network}
        )


class Firefox(Engine):
    name = "firefox"
    flags = ("-remote-allow-system-access",)
    process = "-isForBrowser"
    restores_pages = False

    def collect(self) -> None:
        with self.browser.context("chrome"):
            self.browser.execute_async_script(MINIMIZE)
        time.sleep(0.1)

    def left(self) -> dict[str, float]:
        with self.browser.context("chrome"):
            workers, heap = self.browser.execute_async_script(REPORTS)
        return {"workers": workers, "JavaScript: heap, MB": heap / 1e6}

    def set_offline(self, offline: bool) -> None:
        """Firefox still reaches localhost."""
        with self.browser.context("chrome"):
            self.browser.execute_script("Services.io.offline = arguments[0]", offline)


def _threads(process: psutil.Process) -> Iterator[Path]:
    """The files with the names of its threads."""
    return Path(f"/proc/{process.pid}/task").glob("*/comm")


ENGINES = {engine.name: engine for engine in (Chromium, Firefox, Engine)}
