"""`bind` on other objects: FileReader, window, XMLHttpRequest, WebSocket, MediaQueryList."""

from browser import bind, window
from browser.websocket import WebSocket
from notes import done, expect, record

expect(6)
reader = window.FileReader.new()


def loaded(event):
    record("FileReader", (event.target.result, reader.result, event.loaded, event.type))
    done()


reader.bind("load", loaded)
reader.readAsText(window.Blob.new(["abc"]))
other = window.FileReader.new()


@bind(other, "loadend")
def ended(event):
    record("@bind of a FileReader", other.result.split(",")[0])
    done()


other.readAsDataURL(window.File.new(["abc"], "a.txt", {"type": "text/plain"}))
third = window.FileReader.new()


def onload(event):
    record("onload", event.target.result)
    done()


third.onload = onload
third.readAsText(window.Blob.new(["third"]))
socket = WebSocket(window.location.origin.replace("http", "ws") + "/ws")


def opened(event):
    record("readyState", socket.readyState)
    socket.send("hello")


def message(event):
    record("message", event.data)
    socket.close()


def closed(event):
    record("closed", event.wasClean)
    done()


socket.bind("open", opened)
socket.bind("message", message)
socket.bind("close", closed)
request = window.XMLHttpRequest.new()


def changed(*args):
    if request.readyState == 4:
        record("XMLHttpRequest", (request.status, request.responseText))
        done()


request.open("GET", "/text", True)
request.send()
request.onreadystatechange = changed
second = window.XMLHttpRequest.new()


def second_loaded(event):
    record("addEventListener", (second.status, event.target.status, event.loaded > 0))
    done()


second.addEventListener("load", second_loaded)
second.open("POST", "/echo")
second.send("x=1")
