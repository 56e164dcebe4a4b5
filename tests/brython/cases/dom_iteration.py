"""`for x in element`, with removal within the loop."""

from browser import document, html, window
from notes import done, record, see, shown

box = document["box"]
box.html = "a<b>1</b>c<i>2</i><!-- note -->"
see("nodes", lambda: [(node.nodeType, node.textContent) for node in box])
for node in box:
    node.remove()
shown("removed within the loop")
box <= (html.LI(i) for i in range(6))
for node in box:
    if int(node.text) % 2:
        node.remove()
shown("every second removed")
walked = 0
for node in box.children:
    walked += 1
    if walked < 10:
        box <= html.B(node.text)
record("children, appended within the loop", walked)
for node in document.select("#box b"):
    node.remove()
shown("select")
box.clear()
box <= html.SELECT(html.OPTION(i) for i in range(3))
see("options by iteration", lambda: [node.text for node in box.children[0]])
see("options", lambda: [option.text for option in box.children[0].options])
box.children[0].options[1].remove()
see("an option removed", lambda: len(box.children[0].options))
while box.firstChild:
    box.removeChild(box.firstChild)
shown("while firstChild")
box.html = "<p>1</p><p>2</p>"
see("reversed", lambda: [node.text for node in reversed(box.children)])
see("sorted", lambda: [node.text for node in sorted(box.children, key=lambda n: -int(n.text))])
see("enumerate and zip", lambda: [(i, n.text) for i, n in enumerate(box)])
for node in sorted(box.children, key=lambda node: -int(node.text)):
    box <= node
shown("sorted and appended again")
see("list", lambda: [node.text for node in list(box)])
see("getElementsByTagName", lambda: [node.text for node in box.getElementsByTagName("p")])
see("live collection", lambda: window.document.getElementsByTagName("p").length)
see("querySelectorAll", lambda: [node.text for node in box.querySelectorAll("p")])
done()
