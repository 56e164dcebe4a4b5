"""Responses as documents, which only a browser can parse."""

import pytest
from pytest_pyodide import run_in_pyodide

BOTH = pytest.mark.parametrize("blocking", [False, True], ids=["callback", "blocking"])


@BOTH
@run_in_pyodide
async def test_mode_document_is_a_document(selenium, blocking):
    from guest import got

    req = await got("/xml?body=<a><b>%C3%A9</b></a>", blocking, mode="document")
    for document in (req.xml, req.read(), req.response, req.responseXML, req.text):
        assert document.documentElement.tagName == "a"
        assert document.getElementsByTagName("b")[0].textContent == "é"
    assert req.responseText == "<a><b>é</b></a>"
    html = await got("/html", blocking, mode="document")
    assert html.xml.documentElement.tagName == "HTML"
    assert html.responseText.lower().lstrip().startswith(("<html", "<!doctype"))
    assert (await got("/status/204", blocking, mode="document")).xml is None


@BOTH
@run_in_pyodide
async def test_s15_xml_of_a_text_request_is_a_dom_object(selenium, blocking):
    from guest import got

    req = await got("/xml?body=<a><b>c</b></a>", blocking)
    assert req.xml.documentElement.tagName == "a"
    assert req.xml.getElementsByTagName("b")[0].textContent == "c"
    assert req.text == "<a><b>c</b></a>"
    assert (await got("/xml?body=<a>", blocking)).xml is None


@run_in_pyodide
async def test_overrideMimeType_makes_text_xml(selenium):
    from guest import finished

    from browser import ajax

    req = ajax.Ajax()
    req.open("GET", "/text?body=%3Ca/%3E")
    req.overrideMimeType("text/xml")
    req.send()
    await finished(req)
    assert req.xml.documentElement.tagName == "a"


@run_in_pyodide
async def test_aios_format_document(selenium):
    from browser import aio

    document = (await aio.get("/xml?body=<a/>", format="document")).data
    assert document.documentElement.tagName == "a"
