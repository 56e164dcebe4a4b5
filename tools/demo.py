"""Bundles the editor that `make demo` serves, in .build/demo/.

python -m tools.demo
"""

from tools.build import CACHE, run

EDITOR = CACHE / "demo" / "editor.js"


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


if __name__ == "__main__":
    main()
