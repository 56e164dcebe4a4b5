"""A strict Content Security Policy works; one that forbids too much is named."""


def test_a_strict_policy_with_trusted_types_holds(visit):
    assert visit.open("/pages/strict.html") == []
    visit.wait(lambda: visit.text("#result") == "answered text moved")
    assert visit.said["error"] == []


def test_a_policy_that_forbids_webassembly_is_named(visit):
    (error,) = visit.open("/pages/no_wasm.html")
    assert "'wasm-unsafe-eval'" in error
    assert error in visit.said["error"]
    assert visit.text("[role=alert]") == error
