"""`browser.svg`."""

from browser import document, html, svg
from notes import done, record, see, shown

box = document["box"]
panel = html.SVG(width=100, height=50)
panel <= svg.circle(cx=70, cy=20, r=5, stroke="black", stroke_width="2", fill="red")
panel <= svg.rect(x="40", y="10", width=40, height=30, style={"fill": "blue"})
panel <= svg.text("a text", x=70, y=25, font_size=22, text_anchor="middle")
group = svg.g(id="group")
group <= svg.line(x1=0, y1=0, x2=5, y2=5)
group <= svg.path(d="M0 0L5 5")
panel <= group
box <= panel
shown("shapes")
see("namespace", lambda: panel.children[0].namespaceURI)
see("tags", lambda: [node.tagName for node in panel.children])
see("a link", lambda: svg.a("x", xlink_href="#here").outerHTML)
see("class", lambda: svg.circle(Class="c").outerHTML)
see("transform", lambda: svg.g(transform="rotate(5)", id="r").outerHTML)
circle = panel.children[0]
circle.setAttribute("cx", 71)
circle.attrs["cy"] = 21
circle["r"] = 6
see("changed", lambda: (circle.attrs["cx"], circle.attrs["cy"], circle["r"]))
seen = []
circle.bind("click", lambda event: seen.append(event.target == circle))
circle.dispatchEvent(document.defaultView.Event.new("click"))
record("bind", seen)
see("no such element", lambda: svg.nope)
see("svg", lambda: svg.svg(svg.g(), width=5).outerHTML)
see("gradients", lambda: svg.linearGradient(svg.stop(offset="0"), id="g").outerHTML)
see("a sum", lambda: svg.g(svg.line() + svg.rect()).outerHTML)
see("text with markup", lambda: svg.text("a < b").outerHTML)
see("a list", lambda: svg.g([svg.line(), svg.rect()]).outerHTML)
see("a text node", lambda: svg.text("x").text)
see("tspan", lambda: svg.text(svg.tspan("a") + svg.tspan("b")).outerHTML)
see("an int", lambda: svg.text(5).outerHTML)
see("True", lambda: svg.rect(hidden=True).outerHTML)
see("foreignObject", lambda: svg.foreignObject(html.P("x")).outerHTML)
see("animate", lambda: svg.animate(attributeName="x", repeatCount="2").outerHTML)
see("select", lambda: [node.tagName for node in box.select("line, path")])
done()
