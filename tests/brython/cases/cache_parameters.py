"""Two requests in one millisecond: is the cache parameter unique?"""

from browser import ajax
from notes import done, expect, record

expect(40)
urls = []


def complete(req):
    urls.append(req.json["url"])
    if len(urls) == 40:
        record("all differ", len(set(urls)) == 40)
    done()


for _ in range(40):
    ajax.get("/echo", oncomplete=complete)
