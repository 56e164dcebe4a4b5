"""Modules and packages beside the page, found over HTTP."""

import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_loader
from types import ModuleType
from urllib.parse import urljoin

from browser import _host
from browser.page.options import options
from browser.page.source import compiled


class PageFinder(MetaPathFinder):
    """The last finder: asked for names that are neither in the standard library nor installed."""

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
        """Asks again for what was missing."""
        self._missing.clear()

    def _spec(self, fullname: str, url: str, is_package: bool) -> ModuleSpec | None:
        if url in self._missing:
            return None
        source = _host.js_shim().files.text(url)
        if source is None:
            self._missing.add(url)
            return None
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


def _page_path() -> list[str]:
    base = _host.js_shim().files.base()
    folders = [".", *(f"{folder.rstrip('/')}/" for folder in options.pythonpath)]
    return [urljoin(base, folder) for folder in folders]


def install() -> None:
    sys.meta_path.append(PageFinder())
