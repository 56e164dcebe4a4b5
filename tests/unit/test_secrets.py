import pytest

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
