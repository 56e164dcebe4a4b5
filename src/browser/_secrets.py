"""Which values are never shown: those of headers, URL parameters and properties with these names.
`python -m tools.codes` writes the same pattern to js_shim/codes.ts. Pure."""

import re
from urllib.parse import unquote

SECRET_NAME = "|".join(
    (
        # A part of the name; `author` and `authority` hold no secret, `authorization` does.
        *("api[_-]?key", "auth(?!or(?!i[sz]))", "bearer", "cookie", "credential", "csrf", "jwt"),
        *("(?:client|access)[_-]?assertion", "connection[_-]?string", "mnemonic", "passcode"),
        *("passphrase", "passwd", "password", "passwort", "private[._-]?key", "saml", "secret"),
        *("sessid", "session", "signature", "ticket", "token", "verifier", "xsrf"),
        "(?:backup|device|recovery|reset|verification)[_-]?code",
        # A whole word: `user_pin`, but not `pinned`, `opinion`, `passenger`.
        "(?:^|[^a-z])(?:cvc|cvv|mfa|t?otp|pass|pin|psw|pw|pwd|sid)(?![a-z])",
        # The end of a name: `x-functions-key`, but not `keyboard` and `key`.
        ".key$",
    )
)
"""A regular expression for Python and JavaScript, to be searched for in any case, in the name and
in its `words`."""

_PARAMETERS = frozenset({"assertion", "code", "key", "sig"})
_search = re.compile(SECRET_NAME, re.IGNORECASE).search

_PARAMETER = re.compile(r"([?&;#])([^?&;#=]+)=([^&;#]*)")
_INNER_PARAMETER = re.compile(r"([?&;#]|^)([^?&;#=]+)=([^&;#]*)")
_IGNORED = re.compile(r"[\t\n\r]")
"""The characters that browsers remove from a URL."""

_AROUND = "".join(map(chr, range(33)))
"""The characters that browsers remove before and after a URL."""

_USER_INFO = re.compile(
    r"^((?:https?|wss?|ftp):[/\\]*|(?:[a-z][a-z0-9+.-]*:)*[/\\]{2,})[^/?#]*@", re.IGNORECASE
)
"""What a browser's URL parser takes for user name and password, and the part before it. It takes
backslashes and a wrong number of slashes, too."""

_INVALID_USER_INFO = re.compile(
    r"^((?:[a-z][a-z0-9+.-]*:)*[/\\]{2,})[^/?#\\@[]*:(?!\d*(?:[/?#\\]|$)).*@"
    r"|^(?!mailto:)[^/?#\\@:]+:[^/?#\\]*@",
    re.IGNORECASE,
)
"""A password with `/`, `?` or `#` in it, where browsers find an invalid port. Or one without a
scheme before it."""

_URL_IN_TEXT = re.compile(
    r"\b(?:https?|wss?|ftp)://[^\s\"'<>]+|(?<!\S)/[^\s\"'<>]*\?[^\s\"'<>]+", re.IGNORECASE
)
_QUOTED = re.compile(r"""(["'])([^"'\\]{1,99})\1\s*:\s*""")
"""A name in JSON."""

_LEVELS = 4
"""So many URLs may be in one another, and so many times encoded."""


def words(name: str) -> str:
    """The words of a name, apart.

    >>> words("userPin")
    'user_Pin'
    """
    return re.sub(r"([a-z\d])([A-Z])", r"\1_\2", name)


def is_secret(name: str) -> bool:
    """Returns whether a header or property of this name holds a secret.

    >>> [is_secret(name) for name in ("X-Api-Key", "csrf_token", "keyboard", "author")]
    [True, True, False, False]
    """
    return _search(name) is not None or _search(words(name)) is not None


def is_secret_parameter(name: str) -> bool:
    """The same for a parameter of a URL, where `key`, `code` and `sig` are secret too."""
    return name.lower() in _PARAMETERS or is_secret(name)


def redact(url: str) -> str:
    """The URL for messages, as a browser reads it: without white space around it, and with `***`
    instead of user info and of the values of secret parameters. Any text may be given.

    >>> redact("https://ann:pw@host/x?token=abc&n=1")
    'https://***@host/x?token=***&n=1'
    """
    return _redacted(url, _LEVELS)


def redact_header(name: str, value: str) -> str:
    """The value of a header, without what is secret in it; `***` if the header is.

    >>> redact_header("Set-Cookie", "id=1"), redact_header("Location", "/x?token=abc")
    ('***', '/x?token=***')
    """
    return "***" if is_secret(name) else redact(redact_urls(value))


def redact_urls(text: str) -> str:
    """A text with each URL in it redacted.

    >>> redact_urls("<https://ann:pw@host/>; rel=next")
    '<https://***@host/>; rel=next'
    """
    return _URL_IN_TEXT.sub(lambda found: redact(found[0]), text)


def _redacted(url: str, levels: int) -> str:
    if not levels:
        return "***"
    url = _IGNORED.sub("", url).strip(_AROUND)
    url, is_masked = _USER_INFO.subn(r"\1***@", url)
    if not is_masked and "@" in url:
        url = _INVALID_USER_INFO.sub(r"\1***@", url)
    for found in _QUOTED.finditer(url):
        if is_secret_parameter(found[2]):
            url = f"{url[: found.end()]}***"
            break
    pattern = _PARAMETER if levels == _LEVELS else _INNER_PARAMETER
    return pattern.sub(lambda found: _without_secret(found, levels - 1), url)


def _without_secret(found: re.Match[str], levels: int) -> str:
    separator, name, value = found.groups()
    if is_secret_parameter(_decoded(name.replace("+", " "))):
        return f"{separator}{name}=***"
    # The value may be a URL: `next=/login?token=abc`, `next=%2Flogin%3Ftoken%3Dabc`.
    decoded = _decoded(value)
    shown = _redacted(decoded, levels)
    return f"{separator}{name}={value if shown == decoded.strip(_AROUND) else shown}"


def _decoded(text: str) -> str:
    for _ in range(_LEVELS):
        text = unquote(text)
    return text
