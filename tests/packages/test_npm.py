"""The npm package, in an empty project: its files, its types, its README's pages built by Vite."""

import json

import pytest

from tools.versions import version

SHOWN = '"form":[["x","0"],["y","1"]]'

TYPED = """\
import { install, version } from "pyodide-browser";
import { loadPyodide } from "pyodide-browser/pyodide/pyodide.mjs";

export async function sum(): Promise<number> {
  const pyodide = await loadPyodide({ indexURL: version });
  install(pyodide);
  // @ts-expect-error: not a Pyodide
  install(1);
  const { errors } = await window.pyodideBrowser!.ready;
  const first: string | undefined = errors[0];
  // @ts-expect-error: not a method of Pyodide
  window.pyodideBrowser!.pyodide!.nothing();
  return window.pyodideBrowser!.pyodide!.runPython(first ?? "1 + 1");
}
"""


def test_a_page_that_includes_the_page_script_shows_the_answer(visit):
    assert visit.open("/app/index.html") == []
    visit.wait(lambda: SHOWN in visit.text("#result"))
    assert visit.js("return pyodideBrowser.version") == version()


def test_a_module_that_starts_pyodide_itself_shows_the_answer(visit):
    visit.open("/app/host.html")
    visit.wait(lambda: SHOWN in visit.text("#result"))


def test_vite_has_nothing_to_remark(vite):
    assert "built in" in vite.said
    assert "externalized" not in vite.said
    assert "can't be bundled" not in vite.said


def test_every_way_into_the_package_is_there(vite):
    manifest = json.loads((vite.installed / "package.json").read_text())
    assert manifest["version"] == version()
    targets = [
        path
        for way in manifest["exports"].values()
        for path in (way.values() if isinstance(way, dict) else [way])
    ]
    assert all(list(vite.installed.glob(path.removeprefix("./"))) for path in targets)
    assert manifest["exports"]["./wheel"].endswith(f"/pyodide_browser-{version()}-py3-none-any.whl")


def test_nothing_else_is_packed(vite):
    names = {path.name for path in vite.installed.iterdir()}
    code = {"pyodide-browser.js", "pyodide-browser.mjs", "copy.mjs", "pyodide", "types"}
    assert names == code | {"package.json", "README.md", "LICENSE"}
    suffixes = {path.suffix for path in vite.installed.rglob("*")}
    assert suffixes.isdisjoint({".br", ".gz", ".map", ".ts.map"})
    assert list((vite.installed / "pyodide").glob("offline.*")) == []


@pytest.mark.parametrize("resolution", ["bundler", "nodenext"])
def test_the_types_are_found(vite, resolution):
    vite.write("typed.ts", TYPED)
    module = "nodenext" if resolution == "nodenext" else "esnext"
    options = ("--ignoreConfig", "--noEmit", "--strict", "--skipLibCheck", "--target", "es2022")
    ways = ("--module", module, "--moduleResolution", resolution)
    vite.tool("tsc", *options, *ways, "typed.ts")


def test_a_copy_needs_a_folder(vite):
    with pytest.raises(AssertionError, match="usage: pyodide-browser-copy FOLDER"):
        vite.run("npx", "--no-install", "pyodide-browser-copy")
