"""The checksums and the software bill of materials beside the packages."""

import json
import re
import subprocess

from tests.packages.conftest import ROOT
from tools import sbom
from tools.packages import TIME
from tools.versions import version


def test_the_checksums_are_those_of_all_files(packages):
    command = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
    checked = subprocess.run(command, cwd=packages, capture_output=True, text=True, check=True)
    names = {line.removesuffix(": OK") for line in checked.stdout.splitlines()}
    assert names == {path.name for path in packages.iterdir()} - {"SHA256SUMS"}


def test_the_bill_of_materials_has_what_the_files_contain(packages):
    bill = json.loads((packages / "sbom.cdx.json").read_text())
    assert bill["metadata"]["component"]["purl"] == f"pkg:npm/pyodide-browser@{version()}"
    parts = {part["name"]: part for part in bill["components"]}
    assert set(parts) == {"cpython", "mistune", "pyodide"}
    manifest = json.loads((ROOT / "node_modules" / "pyodide" / "package.json").read_text())
    assert parts["pyodide"]["version"] == manifest["version"]
    assert parts["pyodide"]["hashes"][0]["alg"] == "SHA-512"
    assert parts["mistune"]["hashes"][0]["content"] in sbom.SHIPPED.read_text()
    assert all(part["licenses"] for part in parts.values())
    again = sbom.sbom(version(), ROOT / "dist", int(TIME["SOURCE_DATE_EPOCH"]))
    assert again == (packages / "sbom.cdx.json").read_text()


def test_the_integrity_that_is_printed_is_the_one_of_the_documented_command():
    (command,) = re.findall(r"openssl .*", (ROOT / "docs" / "hosting.md").read_text())
    printed = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, check=True).stdout
    assert sbom.integrity(ROOT / "dist" / "pyodide-browser.js") == f"sha384-{printed.decode()}"
