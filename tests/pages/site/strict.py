import turtle
from browser import ajax, document
from interpreter import Interpreter


def learn():
    """SVG and styles are within the policy, too."""
    turtle.forward(10)
    turtle.write("text")
    console = Interpreter(banner=False)
    console.feed("turtle = 'moved'")
    return console.globals["turtle"]


def on_complete(req):
    document["result"].text = f"{req.text} {req.mode} {learn()}"


ajax.get("/text?body=answered", oncomplete=on_complete)
