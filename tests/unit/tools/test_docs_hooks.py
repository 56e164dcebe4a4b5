"""The changes of the pages of docs/ for the site."""

import base64
import doctest
from types import SimpleNamespace

import pytest

from tools import docs_hooks, docs_reference

EXAMPLE = '```python\nfrom browser import ajax\n\najax.get("/api/echo")\n```\n'


@pytest.mark.parametrize("module", [docs_hooks, docs_reference])
def test_examples(module):
    result = doctest.testmod(module)
    assert result.attempted
    assert not result.failed


def test_an_example_gets_a_link_that_holds_its_code():
    page = docs_hooks.with_run_links(EXAMPLE, "../editor.html")
    assert page.startswith(EXAMPLE)
    code = page.partition('href="../editor.html#code=')[2].partition('"')[0]
    assert "=" not in code
    assert base64.urlsafe_b64decode(code + "==") == EXAMPLE.encode()[10:-4]


@pytest.mark.parametrize(
    "code",
    [
        'ajax.get("/text?body=1")',
        'document["result"].text = "there is no such element"',
        'document["choosefiles"].files',
    ],
)
def test_what_needs_the_tests_own_page_or_server_gets_none(code):
    fence = f"```python\n{code}\n```\n"
    assert docs_hooks.with_run_links(fence, "../editor.html") == fence


def test_links_out_of_docs_become_text_at_every_depth():
    page = "[a](../a.md) [b](../../tests/b.py) [`c`](https://c.example) ![d](../../d.png)"
    kept = "[a](../a.md) b [`c`](https://c.example) ![d](../../d.png)"
    assert docs_hooks.without_outside(page, "reference/ajax.md") == kept
    assert docs_hooks.without_outside(page, "ajax.md").startswith("a b ")


def test_a_docstrings_example_is_a_block_and_its_source_is_left_out():
    source = "An example (seed S17).\n\n>>> get(1)\n"
    text = docs_reference.SOURCE.sub("", source)
    assert docs_reference.fenced(text) == "An example.\n\n```python\nget(1)\n```"


def test_the_404_page_says_what_to_do_with_links_that_work_at_every_depth():
    config = SimpleNamespace(extra={"served_at": "/docs"})
    made = docs_hooks.NOT_FOUND + '<link href="/assets/site.css">'
    shown = docs_hooks.on_post_template(made, template_name="404.html", config=config)
    assert 'Search for the page, or go to <a href="/docs/index.html">' in shown
    assert '<link href="/docs/assets/site.css">' in shown
    assert docs_hooks.on_post_template(made, template_name="index.html", config=config) == made
