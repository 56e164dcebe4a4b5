import pytest

from browser._secrets import is_secret, is_secret_parameter


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
    ],
)
def test_other_names(name):
    assert not is_secret(name)
    assert not is_secret_parameter(name)


@pytest.mark.parametrize("name", ["key", "code", "sig", "assertion"])
def test_names_that_are_secret_in_urls_only(name):
    assert is_secret_parameter(name)
    assert not is_secret(name)
