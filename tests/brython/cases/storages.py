"""`local_storage`, `session_storage`, `object_storage`."""

from browser import local_storage, session_storage, window
from browser.local_storage import storage
from browser.object_storage import ObjectStorage
from notes import done, record, see

for name, one in (("local", local_storage.storage), ("session", session_storage.storage)):
    one.clear()
    one["k1"] = "v1"
    one["k 2"] = "é ✓"
    record(f"{name}: raw", window[f"{name}Storage"].getItem("k1"))
    record(f"{name}: read", (one["k1"], one["k 2"]))
    record(f"{name}: len", len(one))
    record(f"{name}: in", ("k1" in one, "nope" in one))
    record(f"{name}: get", (one.get("k1"), one.get("nope"), one.get("nope", "d")))
    record(f"{name}: keys", sorted(one.keys()))
    record(f"{name}: values", sorted(one.values()))
    record(f"{name}: items", sorted([k, v] for k, v in one.items()))
    record(f"{name}: iteration", sorted(one))
    del one["k1"]
    record(f"{name}: deleted", "k1" in one)
    see(f"{name}: no such", lambda: one["k1"])
    see(f"{name}: deleted twice", lambda: one.__delitem__("k1"))
    see(f"{name}: pop", lambda: one.pop("k 2"))
    see(f"{name}: pop with a default", lambda: one.pop("k 2", None))
    see(f"{name}: pop without", lambda: one.pop("k 2"))
    one.clear()
    record(f"{name}: cleared", len(one))
see("a value that is no str", lambda: storage.__setitem__("k", 3))
see("a key that is no str", lambda: storage.__setitem__(3, "v"))
see("reading a key that is no str", lambda: storage[3])
see("`in` of no str", lambda: 3 in storage)
see("the same storage", lambda: storage is local_storage.storage)
for name in ("key", "length", "getItem", "__proto__"):
    storage[name] = "v"
    see(f"{name!r} as a key", lambda name=name: (name in storage, storage[name]))
    see(f"{name!r}: keys", lambda: list(storage.keys()))
    storage.clear()
window.localStorage.setItem("from js", "x")
see("from JavaScript", lambda: (storage["from js"], len(storage)))
see("update", lambda: (storage.update({"a": "b"}), storage["a"])[1])
see("setdefault", lambda: storage.setdefault("a", "c"))
storage["a"] = "b"
storage["a"] += "more"
see("+=", lambda: storage["a"])
storage.clear()
objects = ObjectStorage(storage)
objects["n"] = {"a": [1, 2.5, True, None]}
objects[1] = "one"
objects[("t", 1)] = [1]
see("objects", lambda: (objects["n"], objects[1], objects[("t", 1)]))
see("objects: len and in", lambda: (len(objects), "n" in objects, "m" in objects))
see("objects: raw", lambda: storage['"n"'])
see("objects: no such", lambda: objects["m"])
see("objects: get", lambda: (objects.get("m"), objects.get("m", 3)))
see("objects: keys", lambda: sorted(map(str, objects.keys())))
del objects[1]
see("objects: deleted", lambda: 1 in objects)
see("objects: pop", lambda: objects.pop("n"))
objects.clear()
see("objects: cleared", lambda: len(storage))
done()
