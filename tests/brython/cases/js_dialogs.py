"""alert, confirm, prompt; console."""

from browser import alert, confirm, console, prompt, window
from notes import done, record, see

window.eval("answers = {confirm: true, prompt: 'Ann'}")
see("alert", lambda: alert("hello"))
see("alert of an int", lambda: alert(5))
see("alert of a list", lambda: alert([1, "a"]))
see("confirm", lambda: confirm("sure?"))
see("prompt", lambda: prompt("name"))
see("prompt with a default", lambda: prompt("name", "nobody"))
see("window.alert", lambda: window.alert("by window") is None)
see("what was said", lambda: list(window.said))
window.eval("answers = {confirm: false, prompt: null}")
see("prompt, cancelled", lambda: prompt("name") is None)
see("prompt, cancelled, falsy", lambda: not prompt("name"))
see("confirm, cancelled", lambda: confirm("sure?"))
logged = []
log = console.log
console.log = lambda *args: logged.append(list(args))
console.log("a", 1, True, None)
console.log = log
record("logged", logged)
done()
