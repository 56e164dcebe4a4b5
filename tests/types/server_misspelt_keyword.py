from browser.testing import Server

with Server() as server:
    server.on("GET", "/items", stauts=404)  # reject: "stauts"
