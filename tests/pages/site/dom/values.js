// What the Python of values.html gives to JavaScript, and what it gets from it.
globalThis.taken = {
  take(...values) {
    this.values_taken = values;
  },
  values: {
    null: null,
    undefined: undefined,
    number: 41,
    text: "text",
    flag: true,
    array: [1, "two", null],
    object: { x: 1, deep: { list: [{ y: 2 }] } },
    pair: { a: 1, b: [2] },
  },
  Counter: class {
    constructor(start) {
      this.count = start;
    }
    up(by) {
      this.count += by;
      return this.count;
    }
  },
  promise: (value) => new Promise((resolve) => setTimeout(resolve, 5, value)),
  refuse: () => Promise.reject(new Error("refused")),
};
