"""`browser.widgets.menu`, with the example of its documentation."""

from browser import document, html
from browser.widgets.menu import Menu
from notes import done, see

zone = html.DIV()
document["box"] <= zone
chosen = []
menu = Menu(zone)
file_menu = menu.add_menu("File")
save_menu = file_menu.add_menu("Save")
choice = save_menu.add_menu("choice 1")
sub_choice = choice.add_item("sub-choice 1", lambda event: chosen.append(event.type))
item = file_menu.add_item("Open", lambda event: chosen.append(event.currentTarget is item))
link = file_menu.add_link("Link", "#there")
edit_menu = menu.add_menu("Edition")
edit_menu.add_item("Search")
plain = menu.add_item("<b>Plain</b>", lambda event: chosen.append("plain"))
link_of_bar = menu.add_link("Link", "#here")


def shown():
    return [submenu.style.display != "none" for submenu in document.select(".brython-menu-submenu")]


see("instances", lambda: all(isinstance(one, Menu) for one in (file_menu, save_menu, choice)))
see("items", lambda: [one.text for one in zone.select(".brython-menu-navbar-item")])
see("links", lambda: (link.select_one("a") is not None, link_of_bar.tagName))
see("link's address", lambda: link_of_bar.attrs["href"])
see("closed", shown)
bar = zone.select(".brython-menu-navbar-item")
bar[0].click()
see("opened", shown)
see("selected", lambda: [one.text for one in zone.select(".brython-menu-navbar-item-selected")])
save_menu.parent.select_one(".brython-menu-submenu-item").click()
see("opened within", shown)
item.click()
see("chosen", lambda: chosen)
see("closed by it", shown)
bar[1].click()
see("another", shown)
document.body.click()
see("closed by a click elsewhere", shown)
plain.click()
see("chosen in the bar", lambda: chosen)
see("container", lambda: (menu.container is zone, menu.parent))
zone.remove()
done()
