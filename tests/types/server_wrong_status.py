from browser.testing import Server

with Server() as server:
    server.expect("GET", "/items", status="404")  # reject: "status"
