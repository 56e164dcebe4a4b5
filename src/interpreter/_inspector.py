"""A console with the variables of a running function."""

import sys
from types import FrameType
from typing import Any

from browser import _report, html
from interpreter._console import Interpreter


class Inspector(Interpreter):
    """A console in a dialog that shows the variables where the program calls ``Inspector()``, and
    those of the functions that called it. The program goes on; changes do not reach it."""

    def __init__(
        self,
        title: str = "Frames inspector",
        rows: int = 30,
        cols: int = 84,
        default_css: bool = True,
    ) -> None:
        self._frames: list[tuple[dict[str, Any], dict[str, Any]]] = []
        choice = html.SELECT()
        choice.attrs["aria-label"] = "Frame"
        frame: FrameType | None = sys._getframe(1)
        while frame is not None:
            if _report.is_users(frame.f_code.co_filename):
                self._frames.append((dict(frame.f_globals), dict(frame.f_locals)))
                option = html.OPTION()
                option.text = f"{frame.f_code.co_name}, line {frame.f_lineno}"
                choice.attach(option)
            frame = frame.f_back
        names, values = self._frames[0] if self._frames else ({}, {})
        super().__init__(None, title, names, values, None, rows, cols, default_css)
        choice.bind("change", self._choose)
        self.dialog.panel.insertBefore(choice, self.zone)

    def _choose(self, event: Any) -> None:
        self._see(*self._frames[event.target.selectedIndex])
