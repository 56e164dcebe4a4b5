from browser.testing import Server

with Server() as server:
    server.on("GET", "/items", status=503).then(boby="text")  # reject: "boby"
