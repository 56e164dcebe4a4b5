"""Bytes that Python gives to JavaScript: each API receives a buffer that it takes."""

from pytest_pyodide import run_in_pyodide


@run_in_pyodide
async def test_response_is_an_array_buffer_for_javascript(selenium):
    from guest import finished

    from browser import ajax, window

    body = bytes(range(256))
    for blocking in (False, True):
        req = ajax.Ajax()
        req.open("POST", "/raw", not blocking)
        req.responseType = "arraybuffer"
        req.send(body)
        if not blocking:
            await finished(req)
        assert window.Object.prototype.toString.call(req.response) == "[object ArrayBuffer]"
        window.received = req.response
        assert window.received.constructor.name == "ArrayBuffer"
        del window.received
        assert list(window.Uint8Array.new(req.response)) == list(body)
        assert window.Float32Array.new(req.response).length == 64
        assert window.DataView.new(req.response).getUint16(0) == 1
        assert window.Blob.new([req.response, req.response]).size == 512
        assert window.structuredClone({"a": req.response}).a.byteLength == 256
        assert req.response == req.read() == body


@run_in_pyodide
async def test_decode_audio_data_takes_what_python_has(selenium):
    import io
    import wave

    from guest import finished

    from browser import ajax, window
    from javascript import JavascriptError

    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setparams((1, 2, 44100, 0, "NONE", ""))
        sound.writeframes(bytes(44100 * 2))
    req = ajax.Ajax()
    req.open("POST", "/raw")
    req.responseType = "arraybuffer"
    req.send(file.getvalue())
    await finished(req)
    context = window.OfflineAudioContext.new(1, 44100, 44100)
    for data in (req.response, req.response, file.getvalue(), bytearray(file.getvalue())):
        try:
            decoded = await context.decodeAudioData(data)
        except JavascriptError as error:  # an engine without the decoder still takes the buffer
            assert error.name == "EncodingError", error
        else:
            assert decoded.duration == 1


@run_in_pyodide
async def test_every_kind_of_bytes_arrives_as_bytes_has_it(selenium):
    import random

    from browser import window

    seeds = random.Random(19)
    sizes = {"B": 1, "b": 1, "c": 1, "?": 1, "h": 2, "H": 2, "e": 2, "i": 4, "f": 4, "d": 8, "q": 8}
    cases = [b"", bytearray(), memoryview(b""), memoryview(b"")[::-1], bytearray(b"ab")]
    cases += [memoryview(bytes(range(12))).cast("B", (3, 4))]
    for format, size in sizes.items():
        view = memoryview(seeds.randbytes(size * seeds.randrange(1, 40))).cast(format)
        for step in (1, 2, 3, -1, -2):
            start = seeds.randrange(len(view))
            cases += [view[start::step], view[:start:step]]
    for case in cases:
        blob = await window.Blob.new([case]).arrayBuffer()
        assert blob._js.to_bytes() == bytes(case), case
        view = window.DataView.new(case)
        assert view.byteLength == len(bytes(case))
        text = window.TextDecoder.new("latin1").decode(case)
        assert len(text) == len(bytes(case))


@run_in_pyodide
def test_a_typed_array_of_javascript_stays_one(selenium):
    import pytest

    from browser import window
    from javascript import JavascriptError

    with pytest.raises(JavascriptError, match="TypeError"):
        window.DataView.new(window.Uint8Array.new(2))
