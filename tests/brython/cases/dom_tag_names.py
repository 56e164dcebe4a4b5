"""The classes of `browser.html`, `maketag`, classes of one's own."""

import browser.html
from browser import document, html
from browser.html import *  # noqa: F403
from notes import done, record, see

NAMES = """
    A ABBR ACRONYM ADDRESS APPLET AREA B BASE BASEFONT BDO BIG BLOCKQUOTE BODY BR BUTTON CAPTION
    CENTER CITE CODE COL COLGROUP DD DEL DFN DIR DIV DL DT EM FIELDSET FONT FORM FRAME FRAMESET H1
    H2 H3 H4 H5 H6 HEAD HR HTML I IFRAME IMG INPUT INS ISINDEX KBD LABEL LEGEND LI LINK MAP MENU
    META NOFRAMES NOSCRIPT OBJECT OL OPTGROUP OPTION P PARAM PRE Q S SAMP SCRIPT SELECT SMALL SPAN
    STRIKE STRONG STYLE SUB SUP SVG TABLE TBODY TD TEXTAREA TFOOT TH THEAD TITLE TR TT U UL VAR
    ARTICLE ASIDE AUDIO BDI CANVAS COMMAND DATA DATALIST EMBED FIGCAPTION FIGURE FOOTER HEADER
    KEYGEN MAIN MARK MATH METER NAV OUTPUT PROGRESS RB RP RT RTC RUBY SECTION SOURCE TEMPLATE TIME
    TRACK VIDEO WBR DETAILS DIALOG MENUITEM PICTURE SUMMARY SLOT SEARCH HGROUP
""".split()
see("missing", lambda: [name for name in NAMES if not hasattr(html, name)])
odd = [name for name in NAMES if hasattr(html, name) and getattr(html, name)().tagName != name]
record("tags of another name", odd)
see("star import", lambda: DIV("x").outerHTML)  # noqa: F405
see("import as a module", lambda: browser.html.DIV is html.DIV)
see("no such tag", lambda: html.NOPE)
see("an instance", lambda: isinstance(html.DIV(), html.DIV))
see("another instance", lambda: isinstance(html.DIV(), html.B))
see("a DOMNode", lambda: isinstance(html.DIV(), browser.DOMNode))
made = html.maketag("p2")
see("maketag", lambda: made("x", Class="c").outerHTML)
see("maketag, then html.p2", lambda: html.p2("y").outerHTML)
see("maketag of a tag that is there", lambda: html.maketag("DIV"))
see("maketag of an int", lambda: html.maketag(3))
see("maketag with a hyphen", lambda: html.maketag("my-tag")("x").outerHTML)
see("tags", lambda: ("DIV" in html.tags, html.tags["DIV"] is html.DIV))
see("the class's name", lambda: html.DIV.__name__)


class Card(html.DIV):
    def __init__(self, title):
        super().__init__(html.H1(title), Class="card")
        self.title_text = title
        self.likes = []

    def like(self, name):
        self.likes.append(name)
        return len(self.likes)


card = Card("one")
document["box"] <= card
see("a class of one's own", lambda: card.outerHTML)
see("its attributes", lambda: (card.title_text, card.like("a"), card.like("b"), card.likes))
found = document["box"].children[0]
see("found again", lambda: found == card)
see("its methods, found again", lambda: found.like("c"))
done()
