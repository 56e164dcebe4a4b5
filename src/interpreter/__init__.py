"""A Python console in the page: ``Interpreter("console")`` for ``<div id="console">``."""

from interpreter._console import Interpreter
from interpreter._inspector import Inspector

__all__ = ["Inspector", "Interpreter"]
