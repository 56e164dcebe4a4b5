"""Cookies to another origin of the same site: `withCredentials`."""

from browser import ajax, window
from notes import done, record


def complete(req):
    record("reads back", req.withCredentials)
    record("cookies", req.json)
    done()


def ask(set_cookie):
    req = ajax.Ajax()
    req.bind("complete", complete)
    req.open("GET", window.same_site_origin + "/cookies?cors=cred")
    req.withCredentials = True
    req.send()


req = ajax.Ajax()
req.bind("complete", ask)
req.open("GET", window.same_site_origin + "/cookies/set?cors=cred&flavour=oat")
req.withCredentials = True
req.send()
