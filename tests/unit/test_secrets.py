from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from browser._secrets import is_secret, is_secret_parameter, redact, redact_urls


@pytest.mark.parametrize(
    "name",
    [
        # Headers.
        *["Authorization", "Proxy-Authorization", "WWW-Authenticate", "Cookie", "Set-Cookie"],
        *["X-CSRFToken", "X-XSRF-TOKEN", "X-Api-Key", "Ocp-Apim-Subscription-Key", "X-Session-Id"],
        *["Sec-WebSocket-Key", "X-Auth", "X-Auth-User"],
        # Parameters of URLs.
        *["token", "access_token", "id_token", "csrfmiddlewaretoken", "password", "passwd"],
        *[
            "client_secret",
            "X-Amz-Signature",
            "api_key",
            "API-Key",
            "apikey_v2",
            "jwt",
            "auth",
            "session",
        ],
        # Properties.
        *["authorisation", "accessKey", "sessionToken", "newPassword"],
        *["pass", "user_pass", "passphrase", "pin", "card-pin", "otp", "pw", "PWD", "ticket"],
        *["bearer", "credential", "credentials", "private_key", "privateKey", "SAMLResponse"],
        *["userPin", "dbPass", "loginOtp", "totp", "mfa", "cvv", "sid", "PHPSESSID", "Passwort"],
        *["client_assertion", "code_verifier", "recovery_code", "deviceCode", "connectionString"],
    ],
)
def test_names_of_secrets(name):
    assert is_secret(name)


@pytest.mark.parametrize(
    "name",
    [
        *["keyboard", "author", "authors", "authority", "design", "signal", "barcode", "codes"],
        *["Content-Type", "X-Mine", "n", "a", "", "pwdx", "encode", "keys"],
        *["passenger", "bypass", "opinion", "pinned", "spin", "powder", "author_pinned"],
        *["side", "reside", "compass", "userPinned", "country_code", "assert"],
    ],
)
def test_other_names(name):
    assert not is_secret(name)
    assert not is_secret_parameter(name)


@pytest.mark.parametrize("name", ["key", "code", "sig", "assertion"])
def test_names_that_are_secret_in_urls_only(name):
    assert is_secret_parameter(name)
    assert not is_secret(name)


@pytest.mark.parametrize(
    "url",
    [
        # Browsers find an invalid port: the request is an error that shows the URL.
        *["https://ann:p/SECRET@host/x", "//ann:p#SECRET@host", "https://ann:SECRET?x@host:80/"],
        *["ann:SECRET@host/x", "ann:x:SECRET@host"],
        '/x?data={"password":"SECRET"}',
        "/x?data={'a': {'token': ['SECRET', 1]}}",
        "/x?v=%7B%22password%22%3A%22a%20SECRET%22%7D",
        *["/x?%2574oken=SECRET", "/x?userPin=SECRET", "/x?filter=token%3DSECRET"],
    ],
)
def test_secrets_in_urls(url):
    assert "SECRET" not in redact(url)


@pytest.mark.parametrize(
    "url",
    [
        *["https://host:80/a@b", "https://[::1]:8000/a@b", "http://[::1]/a:b@c", "/a:b/c@d"],
        *["mailto:ann@host", "/x?data={'a': 'b'}&n=1", "/x?filter=a%3Db"],
    ],
)
def test_urls_without_secrets(url):
    assert redact(url) == url


def test_urls_in_a_text():
    text = "<https://ann:SECRET@host/>; rel=next, </x?token=SECRET>, 0; url=/y?token=SECRET"
    assert redact_urls("<https://ann:SECRET@host/>; rel=next") == "<https://***@host/>; rel=next"
    assert "SECRET" not in redact(redact_urls(text))


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://ann:secret@host/x", "https://***@host/x"),
        ("https://ann:secret@secret@host/x", "https://***@host/x"),
        ("//ann:secret@host/x", "//***@host/x"),
        ("/x?token=secret&n=1", "/x?token=***&n=1"),
        ("/x?access_token=secret#frag", "/x?access_token=***#frag"),
        ("/x?n=1&API-Key=secret", "/x?n=1&API-Key=***"),
        ("/x#id_token=secret&n=1", "/x#id_token=***&n=1"),
        ("/x?csrfmiddlewaretoken=secret", "/x?csrfmiddlewaretoken=***"),
        ("/x?next=/y?token=secret", "/x?next=/y?token=***"),
        ("/x?next=/y?n=1", "/x?next=/y?n=1"),
        ("/x?keyboard=us&author=me", "/x?keyboard=us&author=me"),
        ("/mail@host?to=a@b", "/mail@host?to=a@b"),
        (" https://ann:secret@host/", "https://***@host/"),
        ("http:ann:secret@host/", "http:***@host/"),
        ("\\\\ann:secret@host/", "\\\\***@host/"),
        ("/x?%74oken=secret", "/x?%74oken=***"),
        ("/x?access[token]=secret&n=a%20b", "/x?access[token]=***&n=a%20b"),
        ("/x;token=secret", "/x;token=***"),
        ("/x?to=https%3A%2F%2Fann%3Asecret%40host%2F", "/x?to=https://***@host/"),
    ],
)
def test_redact(url, shown):
    assert redact(url) == shown
    assert "secret" not in redact(url)


SECRETS = st.sampled_from(
    [
        *[
            "https://MARKED@host/",
            "http:/\\a:MARKED@host/x?n=1",
            "//a:MARKED@host",
            "ws:a:MARKED@h",
        ],
        *[
            "/x?token=MARKED",
            "/x;jwt=MARKED",
            "#access%5Ftoken=MARKED&n=1",
            "?n=1&login[pin]=MARKED",
        ],
    ]
)
NESTED = st.recursive(
    SECRETS,
    lambda urls: st.one_of(
        urls.map(lambda url: f"/y?n=1&next={quote(url, safe='')}&m=2"),
        urls.map(lambda url: f"/y?next={url}"),
        urls.map(lambda url: f"  {url}\n"),
    ),
    max_leaves=3,
)


@given(NESTED)
def test_a_marked_secret_is_never_shown(url):
    assert "MARKED" not in redact(url)


@given(st.text(st.sampled_from("ab:/\\@?&;#=% \n25t")))
def test_any_text_may_be_redacted(text):
    once = redact(text)
    assert redact(once) == once


def test_a_url_with_many_others_in_it():
    redact("?a=" * 5000 + "%25" * 5000)
