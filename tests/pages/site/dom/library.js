globalThis.library = { double: (number) => 2 * number };
