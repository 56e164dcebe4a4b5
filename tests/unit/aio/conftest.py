from collections.abc import Iterator

import pytest

from browser.testing import Server


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        yield running
