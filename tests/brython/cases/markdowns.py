"""`browser.markdown`."""

from browser import html
from browser.markdown import mark
from notes import attempt, done, see


def tags(source):
    shown = html.DIV()
    shown.html = mark(source)[0]
    return [(node.tagName, " ".join(node.text.split())) for node in shown.select("*") if node.text]


see("a paragraph", lambda: tags("a *b* **c**"))
see("a heading", lambda: tags("# Title"))
see("an underlined heading", lambda: tags("Title\n====="))
see("code", lambda: tags("`<b> & c`"))
see("a list", lambda: tags("- one\n- two"))
see("a numbered list", lambda: tags("1. one\n2. two"))
see("a link", lambda: mark("[text](page.html)")[0].strip())
see("an image", lambda: 'src="a.png"' in mark("![text](a.png)")[0])
see("a block of code", lambda: tags("```python\nx < 1\n```"))
see("an indented block", lambda: tags("text\n\n    x = 1\n"))
see("a quotation", lambda: tags("> text")[:1])
see("two paragraphs", lambda: tags("one\n\ntwo"))
see("HTML", lambda: tags("<u>raw</u>")[-1:])
see("a table", lambda: tags("| a |\n|---|\n| 1 |")[:1])
see("a script", lambda: mark('<script type="text/python">\nprint(1)\n</script>\n')[1])
see(
    "the script in the HTML",
    lambda: "print(1)" in mark('<script type="text/python">\nprint(1)\n</script>\n')[0],
)
attempt("bytes", lambda: mark(b"x"))
done()
