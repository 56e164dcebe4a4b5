"""`__BRYTHON__`: what JavaScript calls of Brython."""

NOT_COMPILED = (
    "Python is not compiled to JavaScript here: run the source with __BRYTHON__.runPythonSource"
)


def test_javascript_runs_and_imports_python(visit):
    errors = visit.open("/pages/brython_object.html")
    visit.global_("used")
    visit.wait(lambda: "awaited" in visit.said["log"])
    seen = visit.js("return seen")
    wrong = seen.pop("wrong")
    assert seen == {
        "early": "Error: Python has not started: use __BRYTHON__.whenReady",
        "order": "before the scripts",
        "values": [
            "later",
            8,
            {"integer": 8},
            ["brython_object.html#later", "a", "b"],
            "brython_object.html#later",
            "in_lib",
        ],
        "call": 8,
        "changed": [7, 7, True, None],
        "added": [1],
        "same": True,
        "imported": True,
        "standard": [0, 0, 1],
        "unnamed": ["python_script_1", "python_script_2"],
        "pair": 8,
        "absent": [None, None, None],
        "failed": True,
        "square": 9,
    }
    for error, end in zip(
        wrong,
        (
            "ModuleNotFoundError: No module named 'nowhere_at_all'",
            "TypeError: __BRYTHON__.runPythonSource: the source must be a string, not NoneType",
            "TypeError: __BRYTHON__: the attributes must be an id or an object, not int",
            "TypeError: __BRYTHON__.importPythonModule: the name must be a string, not NoneType",
            f"NotImplementedError: __BRYTHON__.pythonToJS: {NOT_COMPILED}",
            f"NotImplementedError: __BRYTHON__.python_to_js: {NOT_COMPILED}",
        ),
        strict=True,
    ):
        assert error.rstrip().endswith(end), error
    (failed,) = errors
    assert 'File "brython_object.html#failing", line 2' in failed
    assert failed.endswith("ZeroDivisionError: division by zero")
