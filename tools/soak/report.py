"""How the samples of a page went on, as a chart of text."""

from dataclasses import dataclass, field
from statistics import median

BARS = "▁▂▃▄▅▆▇█"
TOLERANCES = {"processes: memory, MB": 0.3, "MB": 0.1, "Python: objects": 0.01, "": 0.0}
"""By the end of a measure's name: the part by which it may grow. Processes have caches, too."""

LATE = {"functions that JavaScript holds": 1000, "PyProxies": 1000}
"""What WebKit, which collects garbage when it likes, may have more: five rounds."""

HEAD = """\
# A page that works for a long time

By `make soak` (`tools/soak/`): a page sends requests, reads streams, cancels tasks, makes nodes
with listeners, inserts and removes scripts, starts and ends workers, renders templates, again and
again. Fifteen times, it is hidden while another page works in another tab, is left and restored
from the back-forward cache, and goes offline. Then garbage is collected, and what is left is
counted. At the end it must be what it was at the start, after a warm-up of five rounds.

* Hidden: Firefox throttles the timers of a hidden page. Chromium's driver forbids this: the page is
  frozen for a second instead. WebKitGTK's driver hides no page.
* Restored: the other page in each engine, the measured one in Chromium and WebKitGTK.
* Offline: Chromium has no network. Firefox reaches localhost in any case, and WebKitGTK cannot be
  told: the page gets the events, and its requests go to a server that is gone.
* Workers: Chromium's and WebKitGTK's threads, Firefox's own list. WebKitGTK does not report its
  heap, and collects garbage when it likes.
"""


@dataclass
class Course:
    """The samples of one engine, in order."""

    browser: str
    minutes: float
    counts: dict[str, int] = field(default_factory=dict)
    samples: list[dict[str, float]] = field(default_factory=list)

    @property
    def grown(self) -> list[str]:
        """The measures that are larger at the end."""
        return [name for name in self.samples[0] if self._has_grown(name)]

    def _has_grown(self, name: str) -> bool:
        values = self.values(name)
        part = next(part for end, part in TOLERANCES.items() if name.endswith(end))
        some = LATE.get(name, 0) if self.browser.startswith("MiniBrowser") else 0
        return self.late(values) > self.early(values) * (1 + part) + some

    def values(self, name: str) -> list[float]:
        return [sample[name] for sample in self.samples]

    def early(self, values: list[float]) -> float:
        """The median of the first third."""
        return median(values[: len(values) // 3 or 1])

    def late(self, values: list[float]) -> float:
        """The median of the last third."""
        return median(values[-(len(values) // 3 or 1) :])

    def rows(self) -> list[tuple[str, str, str, str]]:
        """Name, start, end, chart of each measure."""
        return [
            (name, number(self.early(values)), number(self.late(values)), chart(values))
            for name in self.samples[0]
            for values in [self.values(name)]
        ]

    def done(self) -> str:
        return ", ".join(f"{count:,} {name}" for name, count in self.counts.items())


def number(value: float) -> str:
    return f"{value:,.1f}" if value != int(value) else f"{int(value):,}"


def chart(values: list[float]) -> str:
    """A bar for each value, from zero to the largest."""
    most = max(values) or 1
    return "".join(BARS[min(len(BARS) - 1, int(value / most * len(BARS)))] for value in values)


def printed(course: Course) -> str:
    lines = [f"{course.browser}, {course.minutes:g} minutes: {course.done()}"]
    for name, start, end, bars in course.rows():
        mark = "  GROWN" if name in course.grown else ""
        lines.append(f"  {name:34}{start:>12}{end:>12}  {bars}{mark}")
    return "\n".join(lines)


def document(courses: list[Course]) -> str:
    lines = [HEAD]
    for course in courses:
        lines += [f"## {course.browser}", "", f"{course.minutes:g} minutes: {course.done()}.", ""]
        lines += ["| | start | end | course |", "|---|--:|--:|---|"]
        lines += [f"| {' | '.join(row)} |" for row in course.rows()]
        lines.append("")
    return "\n".join(lines)
