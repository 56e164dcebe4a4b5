"""A table that sorts by the column clicked; a calculator with a grid of buttons."""

from browser import document, html
from notes import done, record, shown

box = document["box"]
rows = [("Ann", 30, 1.5), ("Bob", 4, 22.25), ("Cid", 25, 0.75)]
table = html.TABLE(Class="sortable", border=1)
table <= html.THEAD(html.TR(html.TH(name, data_column=i) for i, name in enumerate("nax")))
table <= html.TBODY(html.TR(html.TD(value) for value in row) for row in rows)
box <= table


def sort(event):
    column = int(event.target.dataset.column)
    body = table.select_one("tbody")

    def key(row):
        text = row.children[column].text
        try:
            return (0, float(text), "")
        except ValueError:
            return (1, 0, text)

    ordered = sorted(body.children, key=key, reverse=event.target.class_name == "up")
    for header in table.select("th"):
        header.class_name = ""
    event.target.class_name = "up"
    for row in ordered:
        body <= row


for header in table.select("th"):
    header.bind("click", sort)
shown("the table")
table.select("th")[1].click()
record("by number", [row.children[0].text for row in table.select("tbody tr")])
table.select("th")[1].click()
record("and back", [row.children[0].text for row in table.select("tbody tr")])
table.select("th")[2].click()
shown("sorted")

box.clear()
calculator = html.TABLE()
calculator <= html.TR(html.TH(html.DIV("0", id="result"), colspan=3) + html.TD("C", id="clear"))
for line in ("789/", "456*", "123-", "0.=+"):
    calculator <= html.TR(html.TD(x) for x in line)
box <= calculator


def action(event):
    element = event.target
    value = element.text
    result = document["result"]
    if value not in "=C":
        result.text = value if result.text in ("0", "error") else result.text + value
    elif value == "C":
        result.text = "0"
    else:
        try:
            result.text = eval(result.text)
        except Exception:
            result.text = "error"


for button in document.select("#box td"):
    button.bind("click", action)
keys = {button.text: button for button in document.select("#box td")}
for text in ("6*7=", "C8/0=", "C1.5+2="):
    for char in text:
        keys[char].click()
    record(text, document["result"].text)
shown("the calculator")
done()
