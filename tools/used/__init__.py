"""Which functions of the WebAssembly file pages call: tools/used.json, by which it is split."""
