"""The list of mutants that no test can notice is up to date."""

import ast
from pathlib import Path

import pytest

from tools.mutants.left_out import EQUIVALENT, UNREACHED

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def lines():
    modules = [*ROOT.glob("src/browser/**/*.py"), *ROOT.glob("js_shim/**/*.ts")]
    return {line.strip() for module in modules for line in module.read_text().splitlines()}


@pytest.mark.parametrize("line", sorted({line for _, line in EQUIVALENT}))
def test_each_line_is_in_the_code(lines, line):
    assert line in lines


@pytest.mark.parametrize("name", sorted(UNREACHED))
def test_each_function_is_in_its_module(name):
    module, function = name.split(".")
    (path,) = ROOT.glob(f"src/browser/**/{module}.py")
    nodes = ast.walk(ast.parse(path.read_text()))
    assert function in {node.name for node in nodes if isinstance(node, ast.FunctionDef)}
