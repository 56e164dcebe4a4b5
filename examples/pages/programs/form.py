# Sends a form as a dict. The server returns the fields.
from browser import ajax, bind, document, html

name = html.INPUT(name="name", value="Ada")
send = html.BUTTON("Send", type="button")
result = html.PRE()
document <= html.P(html.LABEL(["Name ", name]) + " " + send) + result


@bind(send, "click")
def clicked(ev):
    ajax.post(
        "/api/echo", data={"name": name.value, "language": ["Python", "HTML"]}, oncomplete=show
    )


def show(req):
    result.text = "\n".join(f"{field} = {value}" for field, value in req.json["form"])


send.click()
