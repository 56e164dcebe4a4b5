"""Writes js_shim/codes.ts: what Python and TypeScript share, from src/browser/_codes.py and
src/browser/_secrets.py.

    python -m tools.codes

Run it after a change of these modules; tests/unit/tools/test_codes.py fails when it was forgotten.
"""

import json
import runpy
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("src/browser/_codes.py", "src/browser/_secrets.py")
TARGET = ROOT / "js_shim" / "codes.ts"


def main() -> None:
    TARGET.write_text(typescript(), encoding="utf-8")
    print(f"{TARGET.relative_to(ROOT)}: written")


def typescript() -> str:
    """The content of js_shim/codes.ts: one export for each constant."""
    codes, secrets = (runpy.run_path(str(ROOT / name)) for name in SOURCES)
    lines = [f"// Generated from {' and '.join(SOURCES)}; do not edit.", ""]
    lines += [
        f"export const {name} = {json.dumps(value)};"
        for name, value in codes.items()
        if name.isupper()
    ]
    pattern = secrets["SECRET_NAME"].replace("/", r"\/")
    lines += ["export const SECRET_NAME =", f"  /{pattern}/i;"]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    main()
