"""Classic programs, without the browser, for Brython and this package. Each takes the number of
repetitions."""

import json
import re

from browser import window


def fib(count):
    def of(n):
        return n if n < 2 else of(n - 1) + of(n - 2)

    for _ in range(count):
        assert of(18) == 2584


def nqueens(count):
    def place(row, columns, falling, rising, size):
        if row == size:
            return 1
        found = 0
        for column in range(size):
            if column in columns or row - column in falling or row + column in rising:
                continue
            found += place(
                row + 1,
                columns | {column},
                falling | {row - column},
                rising | {row + column},
                size,
            )
        return found

    for _ in range(count):
        assert place(0, frozenset(), frozenset(), frozenset(), 6) == 4


def nbody(count):
    bodies = [[float(i), i * 0.5, 0.1 * i, 0.01, 0.02 * i, 0.0, 1.0 + i] for i in range(5)]
    for _ in range(count * 20):
        for i, one in enumerate(bodies):
            for other in bodies[i + 1 :]:
                dx, dy, dz = one[0] - other[0], one[1] - other[1], one[2] - other[2]
                force = 0.01 / ((dx * dx + dy * dy + dz * dz) ** 1.5 + 1e-9)
                one[3] -= dx * other[6] * force
                one[4] -= dy * other[6] * force
                one[5] -= dz * other[6] * force
                other[3] += dx * one[6] * force
                other[4] += dy * one[6] * force
                other[5] += dz * one[6] * force
        for body in bodies:
            body[0] += 0.01 * body[3]
            body[1] += 0.01 * body[4]
            body[2] += 0.01 * body[5]


def spectral_norm(count):
    def times(u):
        return [
            sum(value / ((i + j) * (i + j + 1) / 2 + i + 1) for j, value in enumerate(u))
            for i in range(len(u))
        ]

    for _ in range(count):
        times(times([1.0] * 30))


def building_dicts(count):
    for _ in range(count):
        found = {}
        for i in range(1000):
            found[f"key {i % 100}"] = found.get(f"key {i % 100}", 0) + i


def building_sets(count):
    for _ in range(count):
        {(i * 7) % 501 for i in range(1000)} & {i for i in range(300)}


def building_text(count):
    for _ in range(count):
        text = ""
        for i in range(500):
            text += f"{i}, "
        assert text.split(", ")[10] == "10"


def sorting_objects(count):
    class Item:
        def __init__(self, name, price):
            self.name = name
            self.price = price

    things = [Item(f"name {i * 7919 % 300}", i * 31 % 100) for i in range(300)]
    for _ in range(count):
        sorted(things, key=lambda item: (item.price, item.name))


def regular_expressions(count):
    text = "Ada <ada@example.org>, Grace <grace@example.org>; " * 20
    for _ in range(count):
        assert len(re.findall(r"(\w+) <(\w+)@([\w.]+)>", text)) == 40


def json_round_trip(count):
    data = [{"id": i, "name": f"name {i}", "tags": ["a", "b"], "price": i * 1.5} for i in range(100)]
    for _ in range(count):
        assert len(json.loads(json.dumps(data))) == 100


def class_calls(count):
    class Counter:
        def __init__(self):
            self.value = 0

        def add(self, number):
            self.value += number
            return self

    for _ in range(count):
        counter = Counter()
        for i in range(500):
            counter.add(i).add(1)


def exceptions(count):
    for _ in range(count):
        for i in range(100):
            try:
                if i % 2:
                    raise ValueError(i)
            except ValueError as error:
                str(error)


total = 0


def statements_on_globals(count):
    global total
    for _ in range(count):
        for i in range(1000):
            total += i


def measured(run):
    def measure(url, count, done):
        run(count)
        done(count)

    return measure


PROGRAMS = [fib, nqueens, nbody, spectral_norm, building_dicts, building_sets, building_text]
PROGRAMS += [sorting_objects, regular_expressions, json_round_trip, class_calls, exceptions]
PROGRAMS += [statements_on_globals]
for run in PROGRAMS:
    setattr(window, f"py_{run.__name__}", measured(run))
