"""A file over budget ends the build; a quick start that is not complete has no budget."""

import pytest

from tools import sizes

INITIAL = "before the first statement, brotli"


@pytest.fixture
def dist(tmp_path):
    folder = tmp_path / "dist"
    folder.mkdir()
    for name in (*sizes.INITIAL_FILES, "a.whl"):
        (folder / name).write_bytes(b"content")
    return folder


def test_files_within_budget_are_listed(dist, tmp_path, capsys):
    sizes.report(dist, tmp_path / "cache")
    printed = capsys.readouterr().out
    assert f"of {sizes.INITIAL_BROTLI:,}\n" in printed
    assert all(name in printed for name in sizes.INITIAL_FILES)


def test_a_quick_start_over_budget_ends_the_build(dist, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(sizes, "INITIAL_BROTLI", 0)
    with pytest.raises(SystemExit, match="over budget"):
        sizes.report(dist, tmp_path / "cache")
    assert f"{INITIAL}: " in capsys.readouterr().out


@pytest.mark.parametrize("missing", ["snapshot.bin", "pyodide.initial.wasm"])
def test_a_quick_start_that_is_not_complete_has_no_budget(
    dist, tmp_path, capsys, monkeypatch, missing
):
    monkeypatch.setattr(sizes, "INITIAL_BROTLI", 0)
    (dist / missing).unlink()
    sizes.report(dist, tmp_path / "cache")
    assert f"{INITIAL}: no budget without the quick start\n" in capsys.readouterr().out
