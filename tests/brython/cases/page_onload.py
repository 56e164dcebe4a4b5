"""A page with `onload="brython(2)"`."""

from browser import document, html, window
from notes import done, record


def shown(text):
    html_of_page = text.split("<script")[0] + text.split("</script>")[-1]
    record("the page", html_of_page.strip())
    done()


window.pageShown = shown
document["box"] <= html.IFRAME(src=f"/brython/onload_{window.runtime}.html")
