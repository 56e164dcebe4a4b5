from sizes import human

from browser import ajax, bind, document, html


def show(message):
    document["message"].text = message


def answered(use):
    """A callback that gives the answer's JSON to `use`, or shows what went wrong."""

    def complete(req):
        if req.error:
            show("The server cannot be reached.")
        elif req.status >= 400:
            show(f"That did not work: {req.text}")
        else:
            show("")
            use(req.json)

    return complete


def logged_in(answer):
    document["login"].hidden = True
    document["notes"].hidden = False
    list_notes()


def list_notes():
    ajax.get("api/notes", oncomplete=answered(show_notes))


def show_notes(notes):
    document["list"].clear()
    for note in notes:
        delete = html.BUTTON("×", Class="delete")
        delete.bind("click", lambda event, note=note: delete_note(note))
        item = html.LI()
        item <= note["text"] + " "
        item <= delete
        document["list"] <= item


def delete_note(note):
    ajax.delete(f"api/notes/{note['id']}", oncomplete=answered(show_notes))


@bind("#login", "submit")
def log_in(event):
    event.preventDefault()
    data = {"name": document["name"].value, "password": document["password"].value}
    ajax.post("api/login", data=data, oncomplete=answered(logged_in))


@bind("#add", "submit")
def add_note(event):
    event.preventDefault()
    data = {"text": document["text"].value}
    ajax.post("api/notes", data=data, oncomplete=answered(show_notes))


@bind("#file", "change")
def upload(event):
    def moved(event):
        document["progress"].value = event.loaded / event.total

    def stored(answer):
        show(f"{answer['name']}: {human(answer['size'])} stored")

    file = document["file"].files[0]
    ajax.file_upload("api/files", file, onuploadprogress=moved, oncomplete=answered(stored))


ajax.get("api/login", oncomplete=lambda req: logged_in(None) if req.status == 200 else None)
