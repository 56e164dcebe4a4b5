"""`attrs`, `elt[name]`, properties."""

from browser import document, html
from notes import attempt, done, see, shown

box = document["box"]
link = html.A("x", href="/path", id="link", data_n=3)
box <= link
see("attrs", lambda: (link.attrs["href"], link.attrs["id"], link.attrs["data-n"]))
see("by item", lambda: link["href"])
see("the property", lambda: link.href.endswith("/path") and link.href.startswith("http"))
link.attrs["title"] = "t"
link.attrs["data-n"] = 5
link["rel"] = "nofollow"
shown("set")
see("an int is a str", lambda: link.attrs["data-n"])
see("in", lambda: ("href" in link.attrs, "nope" in link.attrs))
see("get", lambda: (link.attrs.get("href"), link.attrs.get("nope"), link.attrs.get("nope", "d")))
see("keys", lambda: sorted(link.attrs.keys()))
see("items", lambda: sorted([key, value] for key, value in link.attrs.items()))
see("values", lambda: sorted(link.attrs.values()))
see("iteration", lambda: sorted(link.attrs))
see("len", lambda: len(link.attrs))
del link.attrs["title"]
see("deleted", lambda: "title" in link.attrs)
see("no such", lambda: link.attrs["title"])
attempt("deleted twice", lambda: link.attrs.__delitem__("title"))
see("no such item", lambda: link["title"])
see("pop", lambda: link.attrs.pop("rel"))
see("update", lambda: (link.attrs.update({"lang": "en"}), link.attrs["lang"])[1])
see("setdefault", lambda: link.attrs.setdefault("lang", "fr"))
see("True", lambda: (link.attrs.__setitem__("hidden", True), link.attrs["hidden"])[1])
see("False", lambda: (link.attrs.__setitem__("hidden", False), link.attrs.get("hidden"))[1])
del link["href"]
shown("del of an item")
link.setAttribute("href", "/other")
see("getAttribute", lambda: (link.getAttribute("href"), link.getAttribute("nope") is None))
see("hasAttribute", lambda: (link.hasAttribute("href"), link.hasAttribute("nope")))
link.removeAttribute("href")
see("removeAttribute", lambda: link.hasAttribute("href"))
link.id = "other"
link.title = "by property"
link.href = "/third"
see("properties", lambda: (link.attrs["id"], link.attrs["title"], link.attrs["href"]))
see("dataset", lambda: (link.dataset.n, hasattr(link.dataset, "nope")))
see("no such property", lambda: link.nope)
see("hasattr", lambda: (hasattr(link, "href"), hasattr(link, "nope")))
see("getattr", lambda: getattr(link, "nope", "default"))
link.mine = {"a": [1]}
see("a property of one's own", lambda: (link.mine["a"], document["other"].mine["a"]))
link.count = 1
link.count += 1
see("an int of one's own", lambda: link.count)
see("deleted property", lambda: (delattr(link, "count"), hasattr(link, "count"))[1])
attempt("a property deleted that is none", lambda: delattr(link, "nope"))
see("set to None", lambda: (setattr(link, "nothing", None), link.nothing)[1])
done()
