"""The signatures that consoles, notebooks and `help` show."""

from inspect import Parameter, signature

import pytest

from browser import aio, ajax
from browser.ajax._functions import _KEYWORDS

OF_AJAX = (ajax.get, ajax.head, ajax.delete, ajax.options, ajax.post, ajax.put, ajax.patch)
OF_AIO = (aio.get, aio.head, aio.delete, aio.options, aio.post, aio.put, aio.patch, aio.ajax)
NOT_IN_AIO = {"mode", "blocking"}
CALLBACKS = {"oncomplete", "onprogress", "onuploadprogress", "ontimeout"}


def keywords(function):
    parameters = signature(function).parameters.values()
    return {one.name for one in parameters if one.kind == Parameter.KEYWORD_ONLY}


def positional(function):
    parameters = signature(function).parameters.values()
    return [one.name for one in parameters if one.kind == Parameter.POSITIONAL_OR_KEYWORD]


@pytest.mark.parametrize("function", [*OF_AJAX, ajax.file_upload])
def test_functions_of_ajax_show_every_keyword(function):
    shown = keywords(function) | {"url", "async_"}
    assert shown == _KEYWORDS | CALLBACKS


@pytest.mark.parametrize("function", [*OF_AIO, aio.file_upload])
def test_functions_of_aio_show_every_keyword_that_they_accept(function):
    shown = keywords(function) | {"url", "async_"}
    assert shown == (_KEYWORDS | CALLBACKS) - NOT_IN_AIO


@pytest.mark.parametrize("function", [*OF_AIO, aio.file_upload])
def test_positional_parameters_are_those_of_the_definition(function):
    code = function.__code__
    defined = code.co_varnames[: code.co_argcount]
    known = ("headers", "data", "cache")  # of aio.ajax: shown with the other keywords
    assert positional(function) == [name for name in defined if name not in known]


def test_those_of_an_upload():
    assert positional(ajax.file_upload) == ["url", "file", "method", "field_name"]
    assert signature(ajax.file_upload).parameters["field_name"].default == "filetosave"
