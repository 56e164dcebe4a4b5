"""The differences that a page can observe between Brython and this package: one row for each."""

from tests.brython.differences import (
    answers,
    calling,
    components,
    ends,
    javascript,
    modules,
    nodes,
    properties,
    scripting,
    sending,
)
from tests.brython.differences.row import ABSENT, REQUESTS, Row

__all__ = ["ABSENT", "REQUESTS", "ROWS", "TOPICS", "Row"]

TOPICS = (
    "`async`",
    "return value",
    "several `bind`",
    "event names",
    "XMLHttpRequest's own events",
    "upload progress",
    "timeout",
    "network error",
    "abort",
    "`data`",
    "Content-Type",
    "url, `data` and `cache`",
    "blocking and mode",
    "text decoding",
    "json",
    "mode binary",
    "other keywords",
    "`connect`, `trace`",
    "`open`",
    "headers",
    "callbacks that raise",
    "`file_upload`",
    "XMLHttpRequest's own names",
    "`document`",
    "nodes",
    "`html`, `svg`",
    "`style` and measures",
    "`attrs`, `query`, fields",
    "listeners",
    "`timer`, storage, dialogs",
    "`template`",
    "`webcomponent`",
    "`widgets`",
    "`turtle`",
    "`interpreter`",
    "`markdown`, `indexed_db`",
    "JavaScript's values",
    "`javascript`",
    "`__BRYTHON__`",
    "built-in functions",
)
"""The topics, in the order of the table; each has a row."""

ROWS: tuple[Row, ...] = tuple(
    sorted(
        (
            row
            for module in (
                calling,
                ends,
                sending,
                answers,
                nodes,
                properties,
                modules,
                scripting,
                javascript,
                components,
            )
            for row in module.ROWS
        ),
        key=lambda row: TOPICS.index(row.topic),
    )
)
