"""The software bill of materials of what is published, in CycloneDX's JSON format."""

import base64
import hashlib
import json
import re
from datetime import UTC, datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from pkginfo import Wheel

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ROOT / "tools" / "shipped.txt"
WHEELS = ROOT / ".build" / "page-wheels"
PINNED = re.compile(r"^(\S+)==(\S+) --hash=sha256:([0-9a-f]{64})$", re.MULTILINE)


def sbom(version: str, dist: Path, released: int) -> str:
    """As JSON: this package and what the files in `dist` contain. `released` are seconds since
    1970: the same sources give the same file."""
    license = json.loads((ROOT / "npm" / "package.json").read_text())["license"]
    own = component("npm", "pyodide-browser", version, license)
    lock = json.loads((dist / "pyodide" / "pyodide-lock.json").read_text())
    python = lock["info"]["python"]
    parts = [pyodide(), component("generic", "cpython", python, "PSF-2.0"), *python_packages()]
    bom = Bom(components=parts, serial_number=uuid5(NAMESPACE_URL, f"pyodide-browser {version}"))
    bom.metadata.component = own
    bom.metadata.timestamp = datetime.fromtimestamp(released, UTC)
    bom.register_dependency(own, parts)
    return str(JsonV1Dot6(bom).output_as_string(indent=2)) + "\n"


def component(kind: str, name: str, version: str, license: str, *hashes: HashType) -> Component:
    url = PackageURL(kind, name=name, version=version)
    return Component(
        type=ComponentType.LIBRARY,
        name=name,
        version=version,
        purl=url,
        bom_ref=url.to_string(),
        hashes=hashes,
        licenses=[LicenseFactory().make_from_string(license)],
    )


def pyodide() -> Component:
    """As package-lock.json pins it."""
    lock = json.loads((ROOT / "package-lock.json").read_text())
    package = lock["packages"]["node_modules/pyodide"]
    algorithm, _, digest = package["integrity"].partition("-")
    if algorithm != "sha512":
        raise ValueError(f"package-lock.json: a hash of the kind {algorithm}, not sha512")
    content = base64.b64decode(digest).hex()
    hash_ = HashType(alg=HashAlgorithm.SHA_512, content=content)
    return component("npm", "pyodide", package["version"], package["license"], hash_)


def python_packages() -> list[Component]:
    """Those of tools/shipped.txt."""
    found = []
    for name, version, digest in PINNED.findall(SHIPPED.read_text()):
        (wheel,) = WHEELS.glob(f"{name}-{version}-*.whl")
        license = Wheel(str(wheel)).license or ""
        hash_ = HashType(alg=HashAlgorithm.SHA_256, content=digest)
        found.append(component("pypi", name, version, license, hash_))
    return found


def checksums(folder: Path) -> str:
    """SHA-256 and name of each file, as `sha256sum --check` reads them."""
    return "".join(
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n"
        for path in sorted(folder.iterdir())
    )


def integrity(path: Path) -> str:
    """The value of the attribute `integrity` of a script."""
    digest = hashlib.sha384(path.read_bytes()).digest()
    return f"sha384-{base64.b64encode(digest).decode()}"
