"""S13 to S15: status, text, xml."""

from browser import ajax
from notes import done, expect, record

expect(3)


def ask(url, complete):
    def completed(req):
        complete(req)
        done()

    req = ajax.Ajax()
    req.bind("complete", completed)
    req.open("GET", url, True)
    req.send()


def xml(req):
    record("xml", req.xml.documentElement.tagName)
    record("text inside", req.xml.getElementsByTagName("b")[0].textContent)


ask("/status/404", lambda req: record("status", (req.status, req.text)))
ask("/text", lambda req: record("text", req.text))
ask("/xml?body=<a><b>c</b></a>", xml)
