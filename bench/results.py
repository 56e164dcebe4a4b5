"""The results of a run, as JSON: the machine, the versions, every sample."""

import json
import os
import platform
import tomllib
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from bench.measure import Row

ROOT = Path(__file__).resolve().parent.parent


def _machine() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines() if os.name == "posix" else ():
        if line.startswith("model name"):
            return f"{line.partition(':')[2].strip()}, {os.cpu_count()} cores, {platform.system()}"
    return f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}"


def _versions() -> dict[str, str]:
    packages = json.loads((ROOT / "package.json").read_text())["devDependencies"]
    own = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    names = ("pyodide", "brython", "@pyscript/core")
    return {"pyodide-browser": own} | {name: packages[name] for name in names}


@dataclass
class Results:
    rounds: int
    machine: str = field(default_factory=_machine)
    date: str = field(default_factory=lambda: datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"))
    versions: dict[str, str] = field(default_factory=_versions)
    rows: list[Row] = field(default_factory=list)

    def write(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(asdict(self), indent=1, ensure_ascii=False) + "\n")


def read(path: Path) -> Results:
    found = json.loads(path.read_text())
    return Results(**(found | {"rows": [Row(**row) for row in found["rows"]]}))
