"""Sends a request to each fault in each way. `ROWS` says which requests."""

import asyncio

HOPELESS = 0.5
"""Seconds: the limit of a request that never ends."""
PATIENT = 60
BLOCKING, IN_WORKER = "`ajax.get(url, blocking=True)`", "blocking in a worker"
LIMIT = {"timeout": HOPELESS}
PREFLIGHT = {"headers": {"X-A": "1"}}

ROWS = {
    "The connection": {
        "the host is unknown": "http://no-such-host.invalid/",
        "the port is closed": "http://127.0.0.1:{closed}/",
        "browsers block the port": "http://127.0.0.1:1/",
        "a Content Security Policy forbids the host": "http://forbidden.invalid/",
        "closed before a response": "{raw}/empty",
        "reset before a response": "{raw}/reset",
        "no response ever": ("{stalling}/hang", LIMIT),
        "closed in the headers": "{raw}/half-head",
        "reset in the headers": "{raw}/half-head-reset",
        "stalls in the headers": ("{stalling}/half-head-hang", LIMIT),
        "closed in the body": "{raw}/half",
        "closed in the body, after `Connection: close`": "{raw}/half-close",
        "reset in the body": "{raw}/half-reset",
        "stalls in the body": ("{stalling}/half-hang", LIMIT),
        "closed between chunks": "{raw}/half-chunked",
        "stalls between chunks": ("{stalling}/half-chunked-hang", LIMIT),
    },
    "The length of the body": {
        "a chunk's size is not a number": "{raw}/badchunk",
        "a chunk is longer than its size": "{raw}/longchunk",
        "a chunk's size is negative": "{raw}/negativechunk",
        "a chunk's size has more than 64 bits": "{raw}/hugechunk",
        "two values of Content-Length": "{raw}/twolengths",
        "Content-Length besides chunks": "{raw}/chunkedlength",
        "Content-Length is not a number": "{raw}/wordlength",
        "Content-Length is negative": "{raw}/negativelength",
        "a body longer than Content-Length": "{raw}/longbody",
        "no length": "{raw}/nolength",
    },
    "The encoding of the body": {
        "gzip that is none": "{raw}/badgzip",
        "gzip cut short": "{raw}/halfgzip",
        "gzip with a wrong checksum": "{raw}/gzipsum",
        "deflate that is none": "{raw}/baddeflate",
        "deflate cut short": "{raw}/halfdeflate",
        "an unknown Content-Encoding": "{raw}/unknownencoding",
        "bytes that are not UTF-8": "{raw}/badutf8",
        "an unknown charset": "{raw}/unknowncharset",
    },
    "The head": {
        "no head (HTTP/0.9)": "{raw}/http09",
        "a status line that is none": "{raw}/badstatus",
        "a status that is not a number": "{raw}/statusword",
        "status 99": "{raw}/statuslow",
        "status 1000": "{raw}/statushigh",
        "HTTP/9.9": "{raw}/version",
        "a header without a colon": "{raw}/nocolon",
        "a header with a NUL": "{raw}/nul",
        "1,000 headers": "{raw}/manyheaders",
        "a header of 2 MB": "{raw}/hugeheader",
        "lines that end with LF only": "{raw}/newlines",
        "100 Continue first": "{raw}/continue",
        "103 Early Hints first": "{raw}/earlyhints",
        "101 Switching Protocols": "{raw}/switching",
        "no headers at all": "{raw}/noheaders",
    },
    "Redirects": {
        "a loop": "{raw}/loop",
        "without Location": "{raw}/nolocation",
        "to an invalid URL": "{raw}/badlocation",
        "to a closed port": "{own}/redirect?to=http://127.0.0.1:{closed}/",
        "to `javascript:`": "{raw}/toscript",
        "to `file:`": "{raw}/tofile",
        "to `data:`": "{raw}/todata",
    },
    "The status": {
        "204 with a body": "{raw}/204body",
        "205 with a body": "{raw}/205body",
        "304 although nothing is cached": "{raw}/304",
        "401 with a challenge": "{raw}/401",
        "407": "{raw}/407",
        "500": "{own}/status/500",
    },
    "CORS": {
        "no Access-Control-Allow-Origin": "{other}/text",
        "another origin": "{raw}/otherorigin",
        "two origins": "{raw}/twoorigins",
        "`*` with credentials": ("{raw}/nocredentials", {"credentials": True}),
        "the response to the preflight is an error": ("{raw}/preflight-404", PREFLIGHT),
        "the preflight does not allow the header": ("{raw}/preflight-headers", PREFLIGHT),
        "the preflight is redirected": ("{raw}/preflight-redirect", PREFLIGHT),
        "the preflight is reset": ("{raw}/preflight-reset", PREFLIGHT),
        "the preflight stalls": ("{stalling}/preflight-hang", PREFLIGHT | LIMIT),
    },
}


def requests(places):
    """Row → URL and keywords. `places` are the origins."""
    for rows in ROWS.values():
        for name, value in rows.items():
            url, keywords = (value, {}) if isinstance(value, str) else value
            yield name, url.format(**places), {"timeout": PATIENT} | keywords


async def by_callback(url, timeout, headers=None, credentials=False):
    from browser import ajax

    over = asyncio.get_running_loop().create_future()
    req = ajax.Ajax()
    req.bind("loadend", over.set_result)
    req.open("GET", url)
    req.set_timeout(timeout)
    req.withCredentials = credentials
    for name, value in (headers or {}).items():
        req.set_header(name, value)
    req.send()
    await over
    req.raise_for_status()
    return req.text


async def by_await(url, **keywords):
    from browser import aio

    req = await aio.get(url, **keywords)
    req.raise_for_status()
    return req.data


async def by_stream(url, timeout, **keywords):
    from browser import aio

    async with asyncio.timeout(timeout):
        return "".join([piece async for piece in aio.stream(url, **keywords)])


async def blocking(url, **keywords):
    from browser import ajax

    req = ajax.get(url, blocking=True, **keywords)
    req.raise_for_status()
    return req.text


async def outcome(way, url, keywords):
    """The text, or the name of an exception."""
    from browser import ajax

    try:
        return f"={await way(url, **keywords)}"
    except (ajax.RequestError, TimeoutError) as error:
        return type(error).__name__
    except Exception as error:
        return f"{type(error).__name__}: {error}"


async def at_once(way, places):
    rows = list(requests(places))
    found = await asyncio.gather(*(outcome(way, url, keywords) for _, url, keywords in rows))
    return {name: result for (name, _, _), result in zip(rows, found, strict=True)}


async def one_by_one(places, untried):
    """Blocking, without the rows `untried`."""
    found = {}
    for name, url, keywords in requests(places):
        if keywords["timeout"] == PATIENT:
            del keywords["timeout"]  # the browser's own synchronous request
        if name not in untried:
            found[name] = await outcome(blocking, url, keywords)
    return found


async def everywhere(places, untried):
    return {
        "`ajax.get(url, oncomplete=f)`": await at_once(by_callback, places),
        "`await aio.get(url)`": await at_once(by_await, places),
        "`aio.stream(url)`": await at_once(by_stream, places),
        BLOCKING: await one_by_one(places, untried[BLOCKING]),
    }
