"""Which values are never shown: those of headers, URL parameters and properties with these names.
`python -m tools.codes` writes the same pattern to js_shim/codes.ts."""

import re

SECRET_NAME = "|".join(
    (
        # A part of the name; `author` and `authority` hold no secret, `authorization` does.
        *("api[_-]?key", "auth(?!or(?!i[sz]))", "bearer", "cookie", "credential", "csrf", "jwt"),
        *("passcode", "passphrase", "passwd", "password", "private[._-]?key", "saml", "secret"),
        *("session", "signature", "ticket", "token", "xsrf"),
        # A whole word: `user_pin`, but not `pinned`, `opinion`, `passenger`.
        "(?:^|[^a-z])(?:otp|pass|pin|pw|pwd)(?![a-z])",
        # The end of a name: `x-functions-key`, but not `keyboard` and `key`.
        ".key$",
    )
)
"""A regular expression for Python and JavaScript, to be searched for in any case."""

_PARAMETERS = frozenset({"assertion", "code", "key", "sig"})
_search = re.compile(SECRET_NAME, re.IGNORECASE).search


def is_secret(name: str) -> bool:
    """Returns whether a header or property of this name holds a secret.

    >>> [is_secret(name) for name in ("X-Api-Key", "csrf_token", "keyboard", "author")]
    [True, True, False, False]
    """
    return _search(name) is not None


def is_secret_parameter(name: str) -> bool:
    """The same for a parameter of a URL, where `key`, `code` and `sig` are secret too."""
    return name.lower() in _PARAMETERS or is_secret(name)
