"""Imports modules and packages from the folder of the page, over HTTP."""

import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import find_spec, spec_from_loader
from types import ModuleType
from urllib.parse import urljoin

from browser import _host
from browser.page._options import options
from browser.page._source import compiled, declared_encoding

LIMIT = 30_000
"""Milliseconds for a file while Python is suspended."""


class PageFinder(MetaPathFinder):
    """The last finder, for names that are neither in the standard library nor installed."""

    def __init__(self) -> None:
        self._missing: set[str] = set()

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        name = fullname.rpartition(".")[2]
        if path is None:
            if fullname in sys.stdlib_module_names:
                return None
            path = _page_path()
        for folder in path:
            if "://" not in folder:
                continue
            for url, is_package in ((f"{name}.py", False), (f"{name}/__init__.py", True)):
                spec = self._spec(fullname, urljoin(folder, url), is_package)
                if spec is not None:
                    return spec
        return None

    def invalidate_caches(self) -> None:
        """Requests missing files again."""
        self._missing.clear()

    def _spec(self, fullname: str, url: str, is_package: bool) -> ModuleSpec | None:
        if url in self._missing:
            return None
        source = _source(url)
        if source is None:
            self._missing.add(url)
            return None
        if encoding := declared_encoding(source):
            source = _decoded(url, encoding)
        loader = PageLoader(url, source)
        spec = spec_from_loader(fullname, loader, origin=url, is_package=is_package)
        if spec is not None and is_package:
            spec.submodule_search_locations = [urljoin(url, ".")]
        return spec


class PageLoader(Loader):
    def __init__(self, url: str, source: str) -> None:
        self.url, self.source = url, source

    def exec_module(self, module: ModuleType) -> None:
        module.__file__ = self.url
        folder = urljoin(_host.js_shim().files.base(), ".")
        code = compiled(self.source, self.url.removeprefix(folder))
        exec(code, module.__dict__)

    def get_source(self, fullname: str) -> str:
        return self.source


def _source(url: str) -> str | None:
    """Returns None if there is no such file. Raises ImportError if it does not arrive in time."""
    try:
        # A blocking request in a window can have no time limit.
        if not (_host.has_document() and _host.can_suspend()):
            return _host.js_shim().files.text(url)  # type: ignore[no-any-return]
        status, content_type, text = _host.fetched(url, LIMIT)
    except _host.js_exception() as error:
        if getattr(error, "name", "") != "TimeoutError":
            return None
        raise ImportError(f"GET {url}: the server did not respond in time", path=url) from None
    if status != 200 or content_type.startswith("text/html"):
        return None
    _host.run_sync(_host.js_shim().files.need(text))
    return text


def _decoded(url: str, encoding: str) -> str:
    """Requests a file again, because the browser has decoded it as UTF-8. Raises SyntaxError if
    Python does not have the encoding, or if the file is in another one."""
    from browser import ajax

    request = ajax.get(url, blocking=True, mode="binary", cache=True)
    request.raise_for_status()
    try:
        return str(request.read(), encoding)
    except (LookupError, UnicodeDecodeError) as error:
        raise SyntaxError(f"encoding problem: {encoding}: {error}", (url, 1, 0, "")) from None


class UrllibFinder(MetaPathFinder):
    """Lets `urllib.request` send its requests with `browser.ajax`."""

    _finding = False

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname != "urllib.request" or self._finding:
            return None
        self._finding = True
        try:
            spec = find_spec(fullname)
        finally:
            self._finding = False
        if spec is not None and spec.loader is not None:
            from browser.page._urlopen import UrllibLoader

            spec.loader = UrllibLoader(spec.loader)
        return spec


def _page_path() -> list[str]:
    base = _host.js_shim().files.base()
    folders = [".", *(f"{folder.rstrip('/')}/" for folder in options.pythonpath)]
    return [urljoin(base, folder) for folder in folders]


def install() -> None:
    sys.meta_path.insert(0, UrllibFinder())
    sys.meta_path.append(PageFinder())
