"""The examples that send files: upload with preview, drag and drop."""

import hashlib
import re
import struct

import pytest

from tests.pages.shown import opened, texts

STATUS = "[role=status]"
SLOW = {"offline": False, "latency": 0, "download_throughput": -1, "upload_throughput": 200_000}
FAST = SLOW | {"upload_throughput": -1}

DRAG = """
    const [zone, input, types] = arguments;
    const dataTransfer = new DataTransfer();
    for (const file of input.files) dataTransfer.items.add(file);
    for (const type of types) zone.dispatchEvent(new DragEvent(type,
        { dataTransfer, bubbles: true, cancelable: true }));
    input.remove();
"""


def picture(width, height):
    """A picture of noise: a BMP file with 24 bits a pixel."""
    size = (width * 3 + 3) // 4 * 4 * height
    start = struct.pack("<2sIHHI", b"BM", 54 + size, 0, 0, 54)
    header = struct.pack("<IiiHHIIiiII", 40, width, height, 1, 24, 0, size, 0, 0, 0, 0)
    return start + header + bytes(i * i * 7 % 251 for i in range(size))


@pytest.fixture
def preview(page):
    return opened(page, "upload_preview.html", "Choose a picture.")


def test_a_picture_is_seen_before_it_is_sent_and_sent_with_progress(preview, page_engine, tmp_path):
    assert not preview.find("#send").is_enabled()
    content = picture(400, 300)
    file = tmp_path / "nöise <b>.bmp"
    file.write_bytes(content)
    preview.find("#picture").send_keys(str(file))
    size = f"400 × 300 pixels, {len(content)} bytes"
    preview.wait_text(STATUS, f"nöise <b>.bmp: {size}. Not sent yet.")
    shown = preview.find("#preview img")
    assert shown.get_attribute("alt") == "Preview of nöise <b>.bmp"
    assert shown.get_attribute("src").startswith("data:image/bmp;base64,")
    assert preview.text("#percent") == "0%"

    slows_down = page_engine == "chromium"  # the others cannot
    if slows_down:
        preview.driver.set_network_conditions(**SLOW)
    preview.find("#send").click()
    if slows_down:
        preview.wait_text("#percent", re.compile(r"^[1-9]\d?%$"))
        assert not preview.find("#send").is_enabled()
        preview.driver.set_network_conditions(**FAST)
    preview.wait_text("#percent", "100%")
    sha256 = hashlib.sha256(content).hexdigest()
    preview.wait_text(
        STATUS,
        "The server received nöise <b>.bmp as picture:\n"
        f"{len(content)} bytes of image/bmp\nsha256 {sha256}",
    )
    assert preview.find("#bar").get_property("value") == 1
    assert preview.find("#send").is_enabled()


def test_what_is_no_picture_is_not_sent(preview, tmp_path):
    for name, said in [
        ("notes.txt", "notes.txt is no picture."),
        ("broken.png", "broken.png cannot be shown."),
    ]:
        (tmp_path / name).write_text("text")
        preview.find("#picture").send_keys(str(tmp_path / name))
        preview.wait_text(STATUS, said)
    assert preview.find_all("#preview *") == []
    assert not preview.find("#send").is_enabled()


@pytest.fixture
def drop(page):
    return opened(page, "drop.html", "Nothing to send.")


@pytest.fixture
def drag(drop, page_engine):
    """A function that drags files from outside of the browser over the zone, and drops them or
    drags them away again. Other browsers than Chromium get the events only."""

    def real(files, end):
        box = drop.find("#zone").rect
        there = {"x": box["x"] + box["width"] / 2, "y": box["y"] + 10}
        ends = {"drop": [("drop", there)], "leave": [("dragOver", {"x": 5, "y": 5})]}
        steps = [("dragEnter", there), ("dragOver", there), *ends[end]]
        data = {"items": [], "files": [str(file) for file in files], "dragOperationsMask": 1}
        for kind, where in steps:
            event = {"type": kind, "data": data, **where}
            drop.driver.execute_cdp_cmd("Input.dispatchDragEvent", event)

    def told(files, end):
        make = "const i = document.createElement('input'); i.type = 'file'; i.multiple = true;"
        drop.driver.execute_script(f"{make} document.body.append(i)")
        source = drop.find("body > input")
        source.send_keys("\n".join(str(file) for file in files))
        types = ["dragenter", "dragover", {"drop": "drop", "leave": "dragleave"}[end]]
        drop.driver.execute_script(DRAG, drop.find("#zone"), source, types)

    return real if page_engine == "chromium" else told


def test_files_dropped_and_chosen_go_out_in_one_request(drop, drag, tmp_path):
    contents = {
        "first <i>.txt": b"dropped",
        "bytes.bin": bytes(i % 256 for i in range(5000)),
        "chosen.txt": b"chosen by hand",
        "too much.txt": b"no",
    }
    files = [tmp_path / name for name in contents]
    for file in files:
        file.write_bytes(contents[file.name])

    assert not drop.find("#send").is_enabled()
    drag(files[:2], "drop")
    drop.wait_text(STATUS, "2 to send, 5007 bytes")
    assert drop.find("#zone").get_attribute("class") == "zone"
    assert texts(drop, "#files .wide") == ["first <i>.txt", "bytes.bin"]

    drop.find("#choose").send_keys("\n".join(map(str, files[2:])))
    drop.wait_text(STATUS, "4 to send, 5023 bytes")
    drop.find("[aria-label='Remove too much.txt']").click()
    drop.wait_text(STATUS, "3 to send, 5021 bytes")

    drop.find("#comment").clear()
    drop.find("#comment").send_keys("grüße & <b>")
    drop.find("#send").click()
    drop.wait_text(
        STATUS,
        "The server received\nfirst <i>.txt: 7 bytes\nbytes.bin: 5000 bytes\n"
        "chosen.txt: 14 bytes\nand the comment “grüße & <b>”.",
    )
    assert drop.find_all("#files li") == []
    assert not drop.find("#send").is_enabled()
    assert [request.url.rpartition("/")[2] for request in drop.requests] == ["upload"]


def test_files_dragged_away_again_are_not_taken(drop, drag, tmp_path):
    file = tmp_path / "stays.txt"
    file.write_text("here")
    drag([file], "leave")
    drop.wait(lambda: drop.find("#zone").get_attribute("class") == "zone")
    assert drop.find_all("#files li") == []

    drag([file], "drop")
    drop.wait_text(STATUS, "1 to send, 4 bytes")
    drop.find("#empty").click()
    drop.wait_text(STATUS, "Nothing to send.")
