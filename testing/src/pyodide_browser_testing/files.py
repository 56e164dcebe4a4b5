"""Static files with the media types that browsers need, on every machine."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import PurePath
from typing import ClassVar

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

MIME_TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".py": "text/x-python; charset=utf-8",
    ".json": "application/json",
    ".wasm": "application/wasm",
    ".whl": "application/zip",
    ".zip": "application/zip",
}


class Files(StaticFiles):
    """Serves files with the right media type. The browser must revalidate them. Serves FILE.br
    instead of FILE if it exists and the browser accepts brotli."""

    more_headers: ClassVar[Mapping[str, str]] = {}
    compressed: ClassVar[bool] = True

    def file_response(
        self,
        full_path: str | os.PathLike[str],
        stat_result: os.stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        brotli = f"{os.fspath(full_path)}.br"
        accepted = Headers(scope=scope).get("accept-encoding", "")
        if self.compressed and "br" in accepted.split(", ") and os.path.exists(brotli):
            response = super().file_response(brotli, os.stat(brotli), scope, status_code)
            response.headers.update({"Content-Encoding": "br", "Vary": "Accept-Encoding"})
        else:
            response = super().file_response(full_path, stat_result, scope, status_code)
        response.headers.update({"Cache-Control": "no-cache", **self.more_headers})
        mime_type = MIME_TYPES.get(PurePath(full_path).suffix.lower())
        if mime_type is not None and response.status_code != 304:
            response.headers["Content-Type"] = mime_type
        return response
