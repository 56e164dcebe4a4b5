"""A release is refused, with one line for each reason, unless all is in order."""

import json
import subprocess

import pytest

from tools import release, versions

CHANGES = """\
# Changelog

## [Unreleased]

## [0.2.0] - 2026-11-24

### Added

* This.
"""
PROJECT = '[project]\nname = "pyodide-browser"\nversion = "0.2.0"\n'
PINNED = PROJECT + '[project.optional-dependencies]\ntesting = ["pyodide-browser-testing==0.2.0"]\n'


@pytest.fixture
def tree(tmp_path):
    """Files that are ready for 0.2.0."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "src" / "browser").mkdir(parents=True)
    (tmp_path / "testing").mkdir()
    files = {
        "CHANGELOG.md": CHANGES,
        "README.md": "",
        "docs/hosts.md": "The wheel\n`pyodide_browser-0.2.0-py3-none-any.whl`.\n",
        "package-lock.json": json.dumps({"packages": {"": {"version": "0.2.0"}}}),
        "src/browser/_codes.py": 'VERSION = "0.2.0"\n',
        "testing/pyproject.toml": PROJECT,
        "pyproject.toml": PINNED,
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    return tmp_path


@pytest.fixture
def repository(tree, monkeypatch):
    """A repository of them."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "somebody")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "somebody@example.org")
    git(tree, "init", "--quiet", "--initial-branch=main")
    git(tree, "add", ".")
    git(tree, "commit", "--quiet", "--message", "ready")
    return tree


def git(repository, *arguments):
    subprocess.run(["git", *arguments], cwd=repository, check=True, capture_output=True)


def refused(repository, version="0.2.0"):
    return list(release.reasons(version, repository))


def test_nothing_is_refused_when_all_is_in_order(repository):
    assert refused(repository) == []


def test_a_version_is_three_numbers(repository):
    (reason,) = refused(repository, "v0.2")
    assert reason == "'v0.2' is not a version: use three numbers, as in 0.2.0"


def test_a_dirty_tree(repository):
    (repository / "new.py").touch()
    assert refused(repository) == ["uncommitted changes: commit or revert them"]


def test_another_branch(repository):
    git(repository, "switch", "--quiet", "--create", "work")
    assert refused(repository) == ["the branch is work, not main"]


def test_a_tag_that_exists(repository):
    git(repository, "tag", "v0.2.0")
    assert refused(repository) == ["the tag v0.2.0 exists"]


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("pyproject.toml", "pyproject.toml"),
        ("pyproject.toml", "pyproject.toml: pyodide-browser-testing==0.1.0"),
        ("testing/pyproject.toml", "testing/pyproject.toml"),
        ("src/browser/_codes.py", "src/browser/_codes.py"),
        ("package-lock.json", "package-lock.json: packages"),
        ("docs/hosts.md", "docs/hosts.md:2"),
    ],
)
def test_a_version_that_disagrees(tree, name, place):
    text = (tree / name).read_text()
    before = "==" if "==" in place else ""
    if name == "pyproject.toml" and not before:
        text = text.replace('version = "0.2.0"', 'version = "0.1.0"')
    else:
        text = text.replace(f"{before}0.2.0", f"{before}0.1.0")
    (tree / name).write_text(text)
    assert versions.disagreeing("0.2.0", tree) == [f"{place} has 0.1.0, not 0.2.0"]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ("# Changelog\n", "CHANGELOG.md has no section [Unreleased]"),
        (CHANGES.replace("[Unreleased]\n", "[Unreleased]\n\n* That.\n"), "is not empty"),
        (CHANGES.replace("[0.2.0]", "[0.1.0]"), "CHANGELOG.md has no section [0.2.0]"),
        (CHANGES.replace(" - 2026-11-24", ""), "[0.2.0] has no date"),
        (CHANGES.split("### Added")[0], "[0.2.0] is empty"),
    ],
)
def test_a_changelog_that_is_not_ready(changes, reason):
    assert reason in next(release.changelog("0.2.0", changes))


def test_each_reason_has_a_line(repository):
    assert refused(repository, "0.3.0") == [
        *versions.disagreeing("0.3.0", repository),
        "CHANGELOG.md has no section [0.3.0]",
    ]
    assert len(refused(repository, "0.3.0")) == 7


def test_a_refusal_runs_and_prints_nothing_else(repository, capsys):
    (repository / "new.py").touch()
    with pytest.raises(SystemExit) as refusal:
        release.main(["0.2.0", "--publish"], repository)
    assert str(refusal.value) == "not released: uncommitted changes: commit or revert them"
    assert capsys.readouterr().out == ""


def test_without_publish_the_commands_are_printed_only(repository, capsys):
    release.main(["0.2.0"], repository)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "$ npm audit"
    assert [line.split()[1] for line in lines[1:3]] == [".venv/bin/pip-audit"] * 2
    assert lines[3:5] == ["$ make test", "$ make dist-packages"]
    assert "pyodide_browser_testing-0.2.0.tar.gz" in lines[5]
    assert lines[6] == "$ npm publish dist-packages/pyodide-browser-0.2.0.tgz"
    assert lines[-1] == "No command was run; --publish runs them"
    assert refused(repository) == []  # there is no tag


def test_a_command_that_fails_ends_it(repository, monkeypatch, capsys):
    steps = [("git", "tag", "one"), ("git", "no-such-command"), ("git", "tag", "two")]
    monkeypatch.setattr(release, "commands", lambda version, root: steps)
    with pytest.raises(SystemExit, match="not released further: git no-such-command failed"):
        release.main(["0.2.0", "--publish"], repository)
    assert release.git(repository, "tag", "--list") == "one"


def test_the_versions_of_this_project_agree():
    assert versions.disagreeing(versions.version()) == []
