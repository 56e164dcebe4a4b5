"""file_upload, form_data and files among data: multipart, to the byte."""

import hashlib

from pytest_pyodide import run_in_pyodide

EVERY_BYTE = bytes(range(256)) * 40


@run_in_pyodide
async def parts(selenium, code, content):
    """The parts that the server received of the request which `code` makes."""
    import guest

    from browser import ajax

    file = guest.file(content, "é.bin", "image/x-special")
    names = {"ajax": ajax, "file": file, "content": content}

    def start(done):
        exec(code, {**names, "done": done})

    req = await guest.completed(start)
    assert req.status == 200, req.text
    return [
        {key: part[key] for key in ("field", "filename", "content_type", "sha256", "size")}
        for part in req.json["parts"]
    ]


def sha(content):
    return hashlib.sha256(content).hexdigest()


def test_file_upload_with_its_defaults(selenium, log):
    (part,) = parts(selenium, "ajax.file_upload('/upload', file, oncomplete=done)", EVERY_BYTE)
    assert part == {
        "field": "filetosave",
        "filename": "é.bin",
        "content_type": "image/x-special",
        "sha256": sha(EVERY_BYTE),
        "size": len(EVERY_BYTE),
    }
    (record,) = log
    assert (record.method, record.target) == ("POST", "/upload")


def test_file_upload_with_everything(selenium, log):
    code = (
        "ajax.file_upload('/upload', file, 'put', 'picture', headers={'X-CSRFToken': 't',"
        " 'Content-Type': 'multipart/form-data'}, data={'a': [1, 2]}, timeout=5, oncomplete=done)"
    )
    got = parts(selenium, code, b"x")
    assert [part["field"] for part in got] == ["a", "a", "picture"]
    (record,) = log
    assert record.method == "PUT"
    assert record.header("x-csrftoken") == "t"
    assert record.header("content-type").startswith("multipart/form-data; boundary=")


def test_file_upload_of_bytes_and_with_form_data(selenium):
    code = """
form = ajax.form_data()
form.append('note', 'n')
ajax.file_upload('/upload', content, data=form, oncomplete=done)
"""
    note, upload = parts(selenium, code, EVERY_BYTE)
    assert (note["field"], note["filename"]) == ("note", None)
    assert (upload["field"], upload["sha256"]) == ("filetosave", sha(EVERY_BYTE))


def test_files_among_the_values_of_a_dict(selenium):
    code = "ajax.post('/upload', data={'f': [file, file], 'n': 1, 'b': content}, oncomplete=done)"
    first, second, number, data = parts(selenium, code, EVERY_BYTE)
    assert first == second
    assert first["sha256"] == data["sha256"] == sha(EVERY_BYTE)
    assert (number["field"], number["filename"], number["size"]) == ("n", None, 1)


def test_a_multipart_content_type_makes_a_dict_form_data(selenium):
    code = (
        "ajax.post('/upload', data={'n': 1}, headers={'content-type': 'multipart/form-data'},"
        " oncomplete=done)"
    )
    (number,) = parts(selenium, code, b"")
    assert (number["field"], number["size"]) == ("n", 1)


def test_form_data_with_a_file_and_of_a_form(selenium):
    code = """
import js
form = js.document.createElement('form')
field = js.document.createElement('input')
field.name, field.value = 'colour', 'blue'
form.append(field)
data = ajax.form_data(form)
data.append('f', file, 'other name.bin')
data.append('g', file)
ajax.post('/upload', data=data, oncomplete=done)
"""
    colour, other, same = parts(selenium, code, EVERY_BYTE)
    assert (colour["field"], colour["size"]) == ("colour", 4)
    assert (other["field"], other["filename"]) == ("f", "other name.bin")
    assert (same["field"], same["filename"]) == ("g", "é.bin")
    assert other["sha256"] == same["sha256"] == sha(EVERY_BYTE)


def test_a_blocking_upload(selenium):
    code = "done(ajax.file_upload('/upload', file, blocking=True))"
    (part,) = parts(selenium, code, EVERY_BYTE)
    assert part["sha256"] == sha(EVERY_BYTE)


@run_in_pyodide
async def test_the_answer_of_an_upload_can_be_json(selenium):
    from guest import completed, file

    from browser import ajax

    req = await completed(
        lambda done: ajax.file_upload("/upload", file(b"1", "a"), oncomplete=done)
    )
    assert req.json["parts"][0]["size"] == 1
