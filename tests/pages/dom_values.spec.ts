/** Issue's lines: JavaScript values cross as Brython's documentation says; the module javascript. */

import { expect, test } from "./helpers";
import { onPage } from "./shared";

interface Scope {
  greet(name: string): unknown;
  add(...numbers: number[]): number;
  later(value: number): Promise<unknown>;
  taken: { values_taken: unknown[]; kept: unknown; values: Record<string, unknown> };
}

test.describe("JavaScript values:", () => {
  onPage("values.html", (on) => {
    test("window.f = python_function: arguments, a dict back, a promise of an async def", async () => {
      const answers = await on.page.evaluate(async () => {
        const scope = globalThis as unknown as Scope;
        return [scope.greet("Ada"), scope.add(1, 2, 3.5), await scope.later(7)];
      });
      expect(answers).toEqual([{ greeted: ["Ada", true, null] }, 6.5, [7]]);
      await on.shows("greeted", "Hello, Ada | True");
    });

    test("callables, dicts, lists, tuples, bytes and None given to JavaScript", async () => {
      await on.click("out", "sent", "True");
      const got = await on.page.evaluate(() => {
        const { taken } = globalThis as unknown as Scope;
        const [dict, tuple, bytes] = taken.values_taken as [
          { a: unknown[]; f(n: number): number },
          unknown,
          Uint8Array,
        ];
        const kinds = [Array.isArray(tuple), bytes instanceof Uint8Array];
        return [dict.a, dict.f(4), tuple, [...bytes], kinds, taken.kept];
      });
      const dict = [1, 2.5, true, null, { b: "x" }];
      expect(got).toEqual([dict, 5, ["t"], [1, 255], [true, true], ["a"]]);
    });

    test("arrays, objects, null and undefined coming back, and changed from Python", async () => {
      await on.click(
        "back",
        "came",
        "True | True | 42 | TEXT | True | [1, 'two', None] | None | ['two', None] | 3",
      );
      await on.shows(
        "object",
        "1 | 1 | 2 | True | True | False | {'x': 1, 'deep': {'list': [{'y': 2}]}}",
      );
      const values = await on.page.evaluate(() => (globalThis as unknown as Scope).taken.values);
      expect([values.array, values.object]).toEqual([[1, "two", null, 4], { x: { new: [1] } }]);
    });

    test("classes with `new`, methods, functions given to methods", async () => {
      await on.click("calls", "called", "31 | 7 | 7 | 5.5 | [10, 20, 30]");
    });

    test("promises are awaited, a rejection is an exception", async () => {
      await on.click("promise", "kept", "kept | Error: refused");
    });

    test("javascript.JSON", async () => {
      await on.click(
        "json",
        "parsed",
        '{\'a\': [1, None, True]} | {"a":true,"b":null} | {"a":1,"b":[2]} | {"a":[null,false]}',
      );
    });

    test("javascript: Date, Math, RegExp, NULL, UNDEFINED; `this()`", async () => {
      await on.click("module", "of_javascript", "2012 | 3.14 | 44 | True | True");
    });
  });
});
