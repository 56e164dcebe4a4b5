"""The bodies of tests/agreement over the stand-in; tests/browser runs them in browsers."""

from importlib import import_module
from pathlib import Path

import pytest

from tests.agreement.standin import world
from tests.agreement.world import bodies

BODIES = Path(__file__).parents[2] / "agreement" / "bodies"
MODULES = [path.stem for path in sorted(BODIES.glob("[a-z]*.py"))]
ALL = {
    f"{name}.{body}": function
    for name in MODULES
    for body, function in bodies(import_module(f"tests.agreement.bodies.{name}")).items()
}


@pytest.mark.parametrize("body", ALL)
def test_the_stand_in_agrees(body):
    with world() as (server, its_world):
        server.run(ALL[body](its_world))
        if body.startswith("bad_input."):
            assert server.requests == []


def test_each_body_says_what_it_is_about():
    assert all(body.__doc__ for body in ALL.values())
