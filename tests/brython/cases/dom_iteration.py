"""`for x in element`, with removal within the loop."""

from browser import document, html, window
from notes import done, record, shown

box = document["box"]
box.html = "a<b>1</b>c<i>2</i><!-- note -->"
record("nodes", [(node.nodeType, node.textContent) for node in box])
for node in box:
    node.remove()
shown("removed within the loop")
box <= (html.LI(i) for i in range(6))
for node in box:
    if int(node.text) % 2:
        node.remove()
shown("every second removed")
for node in box.children:
    if node.text == "2":
        node.remove()
    else:
        box <= html.B(node.text)
shown("children, appended within the loop")
for node in document.select("#box b"):
    del document["box"][node.index()]
shown("select, deleted by index")
box.clear()
box <= html.SELECT(html.OPTION(i) for i in range(3))
record("options by iteration", [node.text for node in box.children[0]])
record("options", [option.text for option in box.children[0].options])
box.children[0].options[1].remove()
record("an option removed", len(box.children[0].options))
while box.firstChild:
    box.removeChild(box.firstChild)
shown("while firstChild")
box.html = "<p>1</p><p>2</p>"
record("reversed", [node.text for node in reversed(box.children)])
record("sorted", [node.text for node in sorted(box.children, key=lambda n: -int(n.text))])
record("enumerate and zip", [(i, n.text) for i, n in enumerate(box)])
for node in sorted(box.children, key=lambda node: -int(node.text)):
    box <= node
shown("sorted and appended again")
record("list", [node.text for node in list(box)])
record("getElementsByTagName", [node.text for node in box.getElementsByTagName("p")])
record("live collection", window.document.getElementsByTagName("p").length)
record("querySelectorAll", [node.text for node in box.querySelectorAll("p")])
done()
