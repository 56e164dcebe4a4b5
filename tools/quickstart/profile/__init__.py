"""Records which functions of the WebAssembly file pages call."""
