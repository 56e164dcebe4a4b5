from tools.codes import ROOT, TARGET, typescript


def test_the_generated_module_is_up_to_date():
    assert TARGET.read_text(encoding="utf-8") == typescript(), "run `python -m tools.codes`"


def test_it_says_that_it_is_generated():
    first = TARGET.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("// Generated from src/browser/_codes.py and ")
    assert first.endswith("; do not edit.")
    assert (ROOT / "src" / "browser" / "_codes.py").exists()


def test_constants_and_the_pattern_are_typescript():
    lines = typescript().splitlines()
    assert 'export const SHIM_MODULE = "_pyodide_browser_shim";' in lines
    assert "export const GIVEN = -100;" in lines
    assert "export const UPLOAD = 16;" in lines
    assert lines[-2] == "export const SECRET_NAME ="
    assert lines[-1].endswith("|.key$/i;")
