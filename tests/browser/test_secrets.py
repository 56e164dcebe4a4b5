"""What the browser's URL parser takes for a password or a secret parameter is never shown."""

from pytest_pyodide import run_in_pyodide


@run_in_pyodide
def test_user_info_as_the_browser_reads_it(selenium):
    from itertools import product

    import js

    from browser._secrets import redact

    before = ["", " ", "\t", "\n ", "\x00", "\x1f "]
    schemes = ["", "http:", "HTTPS:", "ws:", "wss:", "ftp:", "h\ttp:", "foo:", "foo+x.1:"]
    slashes = ["", "/", "//", "///", "////", "\\", "\\\\", "/\\", "\\/", "/\t/", "\\\n\\"]
    infos = ["SECRET@", "ann:SECRET@", ":SECRET@", "a@b:SECRET@", "a:SEC\tRET@", "%41:SECRET@@"]
    seen = 0
    for parts in product(before, schemes, slashes, infos, ["host/x@y", "host?q=a@b", "host\\x"]):
        url = "".join(parts)
        if not js.URL.canParse(url, "http://base/folder/page.html"):
            continue
        parsed = js.URL.new(url, "http://base/folder/page.html")
        if "SECRET" in parsed.username + parsed.password:
            seen += 1
            assert "SECRET" not in redact(url), repr(url)
    assert seen > 1000


@run_in_pyodide
def test_parameters_as_the_browser_reads_them(selenium):
    from itertools import product

    import js

    from browser._secrets import redact

    names = ["token", "%74oken", "access[token]", "access%5Btoken%5D", "a.password", "user+pin"]
    places = ["/x?{}", "/x?a=1&{}", "?{}&b=2", "/x?a={}", " /x?{}", "/x\t?{}", "//h/x?b=c?&{}"]
    for name, place in product(names, places):
        url = place.format(f"{name}=SECRET")
        assert "SECRET" in js.URL.new(url, "http://base/").search
        shown = redact(url)
        assert "SECRET" not in shown, repr(url)


@run_in_pyodide
def test_urls_in_the_repr_of_plain_data(selenium):
    from browser import window

    data = window.JSON.parse('{"to": "https://ann:SECRET@h/?token=SECRET", "userPin": "SECRET"}')
    assert repr(data) == '<JavaScript Object: {"to":"https://***@h/?token=***","userPin":"…"}>'
