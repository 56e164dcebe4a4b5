from sizes import human

from browser import ajax, bind, document, html


def show(message):
    document["message"].text = message


def on_response(use):
    """Returns a callback that passes the JSON of the response to `use`, or shows the error."""

    def complete(req):
        if req.error:
            show("The server does not respond.")
        elif req.status >= 400:
            show(f"That did not work: {req.text}")
        else:
            show("")
            use(req.json)

    return complete


def logged_in(user):
    document["login"].hidden = True
    document["notes"].hidden = False
    list_notes()


def list_notes():
    ajax.get("api/notes", oncomplete=on_response(show_notes))


def show_notes(notes):
    document["list"].clear()
    for note in notes:
        document["list"] <= item_of(note)


def item_of(note):
    delete = html.BUTTON("×", Class="delete")
    delete.bind("click", lambda event: delete_note(note))
    item = html.LI()
    item <= note["text"] + " "
    item <= delete
    return item


def delete_note(note):
    ajax.delete(f"api/notes/{note['id']}", oncomplete=on_response(show_notes))


@bind("#login", "submit")
def log_in(event):
    event.preventDefault()
    data = {"name": document["name"].value, "password": document["password"].value}
    ajax.post("api/login", data=data, oncomplete=on_response(logged_in))


@bind("#add", "submit")
def add_note(event):
    event.preventDefault()
    data = {"text": document["text"].value}
    ajax.post("api/notes", data=data, oncomplete=on_response(show_notes))


@bind("#file", "change")
def upload(event):
    def show_progress(event):
        document["progress"].value = event.loaded / event.total

    def stored(file):
        show(f"{file['name']}: {human(file['size'])} stored")

    file = document["file"].files[0]
    ajax.file_upload(
        "api/files", file, onuploadprogress=show_progress, oncomplete=on_response(stored)
    )


ajax.get("api/login", oncomplete=lambda req: logged_in(None) if req.status == 200 else None)
