"""What JavaScript calls of Brython: `__BRYTHON__`."""

from browser import window
from notes import done, record, see


def javascript(code):
    return window.eval(f"(() => {{ {code} }})()")


record("names", [
    javascript(f"return typeof __BRYTHON__.{name}")
    for name in ("runPythonSource", "importPythonModule", "getPythonModule", "pyobj2jsobj")
])  # fmt: skip
see("whenReady", lambda: javascript("return __BRYTHON__.whenReady instanceof Promise"))
see("run", lambda: javascript("return __BRYTHON__.runPythonSource('x = 5', 'made').x"))
see("getPythonModule", lambda: javascript("return __BRYTHON__.getPythonModule('made').x"))
see(
    "a function",
    lambda: javascript("""
        const source = "def double(n):\\n  return 2 * n";
        return __BRYTHON__.runPythonSource(source, {id: "doubles"}).double(4)
    """),
)
see("imported", lambda: javascript("return __BRYTHON__.imported.made.x"))
see("import", lambda: __import__("made").x)
see(
    "no such module", lambda: javascript("return __BRYTHON__.getPythonModule('nope') === undefined")
)
see(
    "its name",
    lambda: javascript("return __BRYTHON__.runPythonSource('name = __name__', 'called').name"),
)
see(
    "its name without an id",
    lambda: javascript("return __BRYTHON__.runPythonSource('name = __name__').name.slice(0, 14)"),
)
see(
    "importPythonModule",
    lambda: javascript("return typeof __BRYTHON__.importPythonModule('notes')"),
)
see("a str", lambda: javascript("return __BRYTHON__.runPythonSource('s = \"ab\"', 'str').s"))
see("a list", lambda: javascript("return __BRYTHON__.runPythonSource('a = [1, 2]', 'l').a.length"))
see("a dict", lambda: javascript("return __BRYTHON__.runPythonSource('d = {\"k\": 1}', 'd').d.k"))
see("a float", lambda: javascript("return __BRYTHON__.runPythonSource('r = 3.5', 'r').r + 1"))
see("pyobj2jsobj", lambda: javascript("return __BRYTHON__.pyobj2jsobj(5)"))
see("pythonToJS", lambda: javascript("return __BRYTHON__.pythonToJS('x = 1').length > 0"))
see("pythonToAST", lambda: javascript("return typeof __BRYTHON__.pythonToAST('x = 1')"))
see("a syntax error", lambda: javascript("__BRYTHON__.runPythonSource('x = = 1', 'bad')"))
see("an error", lambda: javascript("__BRYTHON__.runPythonSource('1 / 0', 'zero')"))
done()
