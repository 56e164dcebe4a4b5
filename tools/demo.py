"""Builds what `make demo` serves besides pages: the editor in .build/demo/, and the notebooks of
examples/notebooks/ as a JupyterLite site in .build/lite/.

python -m tools.demo
"""

import shutil
import subprocess
import sys

from tools.build import CACHE, ROOT, run

EDITOR = CACHE / "demo" / "editor.js"
LITE = CACHE / "lite"


def main() -> None:
    run(
        "node_modules/.bin/esbuild",
        "examples/editor/editor.ts",
        f"--outfile={EDITOR}",
        "--bundle",
        "--minify",
        "--format=iife",
        "--target=es2022",
        "--legal-comments=eof",
        "--log-level=warning",
    )
    build_notebooks()


def build_notebooks() -> None:
    """With the wheel, for `%pip install`, and with a Pyodide of this server."""
    work = CACHE / "lite-work"  # JupyterLite reads its settings from the current folder
    for folder in (work, LITE):
        shutil.rmtree(folder, ignore_errors=True)
    work.mkdir(parents=True)
    shutil.copy(ROOT / "examples" / "jupyter-lite.json", work)
    wheels = [*(CACHE / "notebook-guest-wheels").glob("*.whl"), *(ROOT / "dist").glob("*.whl")]
    done = subprocess.run(
        [
            *(sys.executable, "-m", "jupyterlite_core.app", "build"),
            *("--contents", str(ROOT / "examples" / "notebooks"), "--output-dir", str(LITE)),
            *(part for wheel in wheels for part in ("--piplite-wheels", str(wheel))),
        ],
        cwd=work,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"jupyter lite build failed\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    main()
