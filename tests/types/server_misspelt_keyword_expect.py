from browser.testing import Server

with Server() as server:
    server.expect("GET", "/items", netwrok_error=True)  # reject: "netwrok_error"
