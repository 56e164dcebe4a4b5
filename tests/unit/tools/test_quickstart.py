"""A part of the quick start that cannot be built is reported; the build goes on without it."""

import hashlib
import json
import re
import shutil
import zipfile
from pathlib import Path

import pytest

from tools.build import QUICK_START_FILES, ROOT
from tools.quickstart import build

WITHOUT = "; pages start without it (slower)"


@pytest.fixture
def runtime(tmp_path: Path) -> Path:
    folder = tmp_path / "runtime"
    folder.mkdir()
    return folder


def test_all_patches_that_do_not_match_are_listed(runtime, tmp_path, capsys):
    other = tmp_path / "pyodide"
    other.mkdir()
    (other / "pyodide.mjs").write_text("another loader")
    (other / "pyodide.asm.mjs").write_text("another core")
    build.patch_pyodide(other, runtime)
    first, *details = capsys.readouterr().out.splitlines()
    summary = rf"(\d+) of (\d+) patches do not match this Pyodide{re.escape(WITHOUT)}"
    counts = re.fullmatch(f"pyodide.patched.mjs: NOT BUILT: {summary}", first)
    assert counts
    assert counts[1] == counts[2]
    assert "    pyodide.mjs: 0 matches instead of 1: await $api.packageIndexReady," in details
    assert "        nearest: another loader" in details
    files = {line.split(":")[0].strip() for line in details if "instead of 1" in line}
    assert files == {"pyodide.mjs", "pyodide.asm.mjs"}
    assert list(runtime.iterdir()) == []


def test_a_pyodide_of_other_files_is_reported(runtime, tmp_path, capsys):
    build.patch_pyodide(tmp_path, runtime)
    assert capsys.readouterr().out.startswith("pyodide.patched.mjs: NOT BUILT: ENOENT")
    assert list(runtime.iterdir()) == []


def test_without_a_patched_pyodide_there_is_no_snapshot(runtime, tmp_path, capsys):
    assert not build.build_snapshot(runtime, tmp_path / "library", tmp_path)
    reason = "there is no pyodide.patched.mjs"
    assert capsys.readouterr().out == f"snapshot.bin: NOT BUILT: {reason}{WITHOUT}\n"


@pytest.fixture
def patched(runtime: Path) -> Path:
    for name in build.SNAPSHOT_INPUTS:
        (runtime / name).write_bytes(b"")
    return runtime


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "tables.json").write_text("{}")
    return folder


def test_another_python_means_no_library(runtime, tmp_path, capsys):
    (runtime / "pyodide_browser.zip").write_bytes(b"")
    with zipfile.ZipFile(tmp_path / "python_stdlib.zip", "w") as archive:
        archive.writestr("asyncio/futures.py", "import logging\n")
    assert build.build_library(tmp_path, runtime, tmp_path) is None
    first, *details = capsys.readouterr().out.splitlines()
    assert first.startswith("snapshot.bin: NOT BUILT: ")
    assert any("asyncio/futures.py: 0 matches instead of 1" in line for line in details)


def test_without_chromium_there_is_no_snapshot(patched, library, tmp_path, capsys, monkeypatch):
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(build, "BROWSERS", ())
    assert not build.build_snapshot(patched, library, tmp_path)
    first, advice = capsys.readouterr().out.splitlines()
    assert first == f"snapshot.bin: NOT BUILT: there is no Chromium{WITHOUT}"
    assert "apt-get install chromium" in advice
    assert not (patched / "snapshot.bin").exists()


def test_a_browser_that_fails_means_no_snapshot(patched, library, tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("CHROMIUM", "/bin/false")
    assert not build.build_snapshot(patched, library, tmp_path)
    reason = "/bin/false does not start"
    assert capsys.readouterr().out == f"snapshot.bin: NOT BUILT: {reason}{WITHOUT}\n"
    assert not (patched / "snapshot.bin").exists()


def test_a_profile_for_another_webassembly_file_is_reported(runtime, capsys):
    (runtime / "pyodide.asm.wasm").write_bytes(b"\0asm\1\0\0\0")
    assert build.split_wasm(runtime) == ""
    reason = "wasm_profile.json is for another Pyodide: run python -m tools.quickstart.profile"
    assert capsys.readouterr().out == f"pyodide.initial.wasm: NOT BUILT: {reason}{WITHOUT}\n"


def test_a_webassembly_file_of_an_unknown_kind_is_reported(runtime, tmp_path, capsys, monkeypatch):
    wasm = b"\0asm\1\0\0\0" + bytes((1, 3, 1, 0x5F, 0))  # a type that is no function
    (runtime / "pyodide.asm.wasm").write_bytes(wasm)
    (tmp_path / "split.mjs").symlink_to(build.HERE / "split.mjs")
    profile = {"wasm_sha256": hashlib.sha256(wasm).hexdigest(), "called": []}
    (tmp_path / "wasm_profile.json").write_text(json.dumps(profile))
    monkeypatch.setattr(build, "HERE", tmp_path)
    assert build.split_wasm(runtime) == ""
    reason = "the WebAssembly file has an unknown kind of type"
    assert capsys.readouterr().out == f"pyodide.initial.wasm: NOT BUILT: {reason}{WITHOUT}\n"
    assert [path.name for path in runtime.iterdir()] == ["pyodide.asm.wasm"]


def test_without_a_profile_the_file_stays_whole(runtime, tmp_path, capsys, monkeypatch):
    (runtime / "pyodide.asm.wasm").write_bytes(b"\0asm\1\0\0\0")
    (tmp_path / "split.mjs").symlink_to(build.HERE / "split.mjs")
    monkeypatch.setattr(build, "HERE", tmp_path)
    assert build.split_wasm(runtime) == ""
    assert capsys.readouterr().out.startswith("pyodide.initial.wasm: NOT BUILT: ENOENT")
    assert [path.name for path in runtime.iterdir()] == ["pyodide.asm.wasm"]


def test_a_tool_that_waits_forever_is_ended(runtime, tmp_path, capsys, monkeypatch):
    (tmp_path / "patch.mjs").write_text("setInterval(() => {}, 1000)")
    monkeypatch.setattr(build, "HERE", tmp_path)
    monkeypatch.setattr(build, "TIMEOUT", 1)
    build.patch_pyodide(tmp_path, runtime)
    reason = "patch.mjs does not end within 1 s"
    assert capsys.readouterr().out == f"pyodide.patched.mjs: NOT BUILT: {reason}{WITHOUT}\n"


def test_the_pinned_pyodide_has_its_quick_start():
    """Otherwise a patch that breaks by accident would only skip the tests of the quick start."""
    if not any(map(shutil.which, build.BROWSERS)):
        pytest.skip("there is no Chromium to take the snapshot")
    wasm = ROOT / "node_modules" / "pyodide" / "pyodide.asm.wasm"
    profile = json.loads((build.HERE / "wasm_profile.json").read_text())
    if profile["wasm_sha256"] != hashlib.sha256(wasm.read_bytes()).hexdigest():
        pytest.skip("another Pyodide: see tools/quickstart/UPGRADING.md")
    runtime = ROOT / "dist" / "pyodide"
    assert [name for name in QUICK_START_FILES if not (runtime / name).exists()] == []
