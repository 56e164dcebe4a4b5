"""Makes the published files: wheels and source distributions for PyPI, and the npm package.

    python -m tools.packages [FOLDER]

Packs dist/ into dist-packages/ or FOLDER; twine and publint check the result. Adds checksums and a
software bill of materials.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from tools import sbom, versions
from tools.sizes import PAGE_SCRIPT

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
TEMPLATE = ROOT / "npm"
NPM = ROOT / ".build" / "npm"
NOT_PACKED = ("*.br", "*.gz", "library.json", "offline.*.js")
"""Files of dist/ that no page loads from there."""

TIME = {"SOURCE_DATE_EPOCH": "1577836800"}
"""As in tools/build.py: the same sources give the same wheel."""

EXTENSIONLESS = re.compile(r'(from |import\()"(\.{1,2}/[\w./]+)"')


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "dist-packages").resolve()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    version = versions.version()
    if wrong := versions.disagreeing(version):
        sys.exit("\n".join(wrong))
    for project in versions.projects():
        python_package(project, folder)
    npm_package(version, folder)
    check(folder)
    released = int(TIME["SOURCE_DATE_EPOCH"])
    (folder / "sbom.cdx.json").write_text(sbom.sbom(version, DIST, released))
    (folder / "SHA256SUMS").write_text(sbom.checksums(folder))
    print(f"integrity of {PAGE_SCRIPT}: {sbom.integrity(DIST / PAGE_SCRIPT)}")
    for path in sorted(folder.iterdir()):
        print(f"{path.stat().st_size:12,} bytes  {path.name}")


def python_package(project: Path, folder: Path) -> None:
    """Makes the source distribution and the wheel from it. Fails if that wheel differs from the
    tree's: then the source distribution lacks files."""
    made = build(project, folder)
    if project == ROOT:
        (of_tree,) = DIST.glob("*.whl")
        same = of_tree.read_bytes() == made.read_bytes()
    else:
        with tempfile.TemporaryDirectory() as other:
            same = content(build(project, Path(other), "--wheel")) == content(made)
    if not same:
        sys.exit(f"{made.name} from the sdist is not the one from the tree; `make build` first")


def content(wheel: Path) -> set[tuple[str, int]]:
    """Names and checksums of the files; their order may vary."""
    with zipfile.ZipFile(wheel) as archive:
        files = (info for info in archive.infolist() if not info.filename.endswith("/RECORD"))
        return {(info.filename, info.CRC) for info in files}


def build(project: Path, folder: Path, *options: str) -> Path:
    """Runs `python -m build` and returns the wheel."""
    before = set(folder.iterdir())
    arguments = ("--no-isolation", "--outdir", str(folder), *options, str(project))
    run(sys.executable, "-m", "build", *arguments)
    (wheel,) = (path for path in set(folder.iterdir()) - before if path.suffix == ".whl")
    return wheel


def npm_package(version: str, folder: Path) -> None:
    """Packs dist/ without compressed files and those for the commands, with types, as .tgz."""
    shutil.rmtree(NPM, ignore_errors=True)
    shutil.copytree(DIST, NPM, ignore=shutil.ignore_patterns(*NOT_PACKED))
    for wheel in NPM.glob("*.whl"):
        wheel.unlink()  # it is in pyodide/, too
    for source in (TEMPLATE / "README.md", TEMPLATE / "copy.mjs", ROOT / "LICENSE"):
        shutil.copy(source, NPM)
    manifest = json.loads((TEMPLATE / "package.json").read_text())
    (wheel,) = (NPM / "pyodide").glob("pyodide_browser-*.whl")
    manifest["version"] = version
    manifest["exports"]["./wheel"] = f"./pyodide/{wheel.name}"
    (NPM / "package.json").write_text(json.dumps(manifest, indent=2) + "\n")
    declarations(NPM / "types")
    run("npm", "pack", "--silent", "--pack-destination", str(folder), cwd=NPM)


def declarations(folder: Path) -> None:
    """Makes .d.ts files of js_shim/ by tsc, with paths that also work without a bundler."""
    run("node_modules/.bin/tsc", "--project", str(TEMPLATE), "--outDir", str(folder))
    for path in folder.rglob("*.d.ts"):
        text = EXTENSIONLESS.sub(r'\1"\2.js"', path.read_text())
        up = "../" * len(path.relative_to(folder).parts)
        path.write_text(text.replace('from "pyodide"', f'from "{up}pyodide/pyodide.js"'))


def check(folder: Path) -> None:
    for_pypi = [str(path) for path in folder.iterdir() if path.suffix in (".whl", ".gz")]
    run(str(Path(sys.executable).with_name("twine")), "check", "--strict", *for_pypi)
    (for_npm,) = folder.glob("*.tgz")
    run("node_modules/.bin/publint", "run", "--strict", str(for_npm))


def run(*command: str, cwd: Path = ROOT) -> None:
    done = subprocess.run(
        command, cwd=cwd, env=os.environ | TIME, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    main()
