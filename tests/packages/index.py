"""What `make dist-packages` made, as PyPI's and npm's registries would serve it."""

import base64
import hashlib
import json
import re
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from pyodide_browser_testing.server import Server


@contextmanager
def serving(packages: Path) -> Iterator[str]:
    """The origin of /simple, for pip and micropip, and of /npm."""

    def simple(request: Request) -> Response:
        """A project's page as the simple repository API has it."""
        stem = re.sub(r"[-_.]+", "_", request.path_params["project"]).lower()
        files = [*packages.glob(f"{stem}-[0-9]*.whl"), *packages.glob(f"{stem}-[0-9]*.tar.gz")]
        if not files:
            raise HTTPException(404)
        links = [f'<a href="/files/{file.name}#{fragment(file)}">{file.name}</a>' for file in files]
        head = '<!doctype html><meta name="pypi:repository-version" content="1.0">'
        return HTMLResponse(head + "".join(links))

    def npm(request: Request) -> Response:
        """A package's metadata as npm's registry has it."""
        name = request.path_params["package"]
        for file in packages.glob(f"{name}-[0-9]*.tgz"):
            with tarfile.open(file) as archive:
                manifest = json.load(archive.extractfile("package/package.json"))
            sha512 = base64.b64encode(hashlib.sha512(file.read_bytes()).digest()).decode()
            dist = {
                "tarball": f"{request.base_url}files/{file.name}",
                "integrity": f"sha512-{sha512}",
            }
            version = manifest["version"]
            versions = {version: manifest | {"dist": dist}}
            latest = {"latest": version}
            return JSONResponse({"name": name, "dist-tags": latest, "versions": versions})
        raise HTTPException(404)

    routes = [
        Route("/simple/{project}/", simple),
        Route("/npm/{package}", npm),
        Mount("/files", StaticFiles(directory=packages)),
    ]
    anywhere = Middleware(CORSMiddleware, allow_origins=["*"])  # as PyPI, for micropip
    with Server(Starlette(routes=routes, middleware=[anywhere])) as server:
        yield server.origin


def fragment(file: Path) -> str:
    return f"sha256={hashlib.sha256(file.read_bytes()).hexdigest()}"
