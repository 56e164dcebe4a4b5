from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.server import TestServer


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestServer]:
    folder = tmp_path_factory.mktemp("static")
    (folder / "index.html").write_text("<p>index</p>")
    (folder / "page.py").write_text("print('caf\u00e9')", encoding="utf-8")
    (folder / "mod.mjs").write_text("export {}")
    (folder / "code.wasm").write_bytes(b"\0asm")
    with TestServer(static={"/dist": folder}) as running:
        yield running


@pytest.fixture(autouse=True)
def _empty_log(server: TestServer) -> None:
    server.log.clear()
