"""docs/messages.md lists messages that exist."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
ROW = re.compile(r"^\| `(.+?)` \|", re.MULTILINE)
JOINT = re.compile(r'["\']\s*\n\s*f?["\']')
"""Between the parts of a long message in a source file."""


def source():
    files = [
        *ROOT.glob("src/**/*.py"),
        *ROOT.glob("js_shim/**/*.ts"),
        ROOT / "tools/quickstart/patches.mjs",  # what it puts into Pyodide's core
    ]
    return JOINT.sub("", "\n".join(path.read_text() for path in files))


def test_every_message_of_the_page_is_in_the_source():
    text = source()
    messages = ROW.findall((ROOT / "docs" / "messages.md").read_text())
    assert len(messages) > 40
    parts = {part.strip(" ;") for message in messages for part in message.split("…")}
    assert [part for part in sorted(parts) if part not in text] == []
