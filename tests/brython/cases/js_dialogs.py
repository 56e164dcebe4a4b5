"""alert, confirm, prompt; console."""

from browser import alert, confirm, console, prompt, window
from notes import done, record, see

before = {name: window[name] for name in ("alert", "confirm", "prompt")}
said = []
window.alert = lambda *args: said.append(list(args))
window.confirm = lambda *args: (said.append(list(args)), True)[1]
window.prompt = lambda *args: (said.append(list(args)), "Ann")[1]
see("alert", lambda: alert("hello"))
see("alert of an int", lambda: alert(5))
see("alert of a list", lambda: alert([1, "a"]))
see("confirm", lambda: confirm("sure?"))
see("prompt", lambda: prompt("name"))
see("prompt with a default", lambda: prompt("name", "nobody"))
see("window.alert", lambda: window.alert("by window"))
record("what was said", said)
window.prompt = lambda *args: None
see("prompt, cancelled", lambda: prompt("name") is None)
window.confirm = lambda *args: False
see("confirm, cancelled", lambda: confirm("sure?"))
for name, function in before.items():
    window[name] = function
logged = []
log = console.log
console.log = lambda *args: logged.append(list(args))
console.log("a", 1, True, None)
print("printed", 5)
console.log = log
record("logged", logged)
done()
