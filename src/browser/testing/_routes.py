"""Routes: which request gets which response."""

import re
from typing import Unpack

from browser.ajax._arguments import check_method
from browser.ajax._errors import describe
from browser.testing._requests import Request
from browser.testing._responses import (
    Response,
    ResponseFunction,
    ResponseOptions,
    response_from,
)
from browser.testing._urls import query_of, resolve, same_place, without_cache_parameter

Url = str | re.Pattern[str]


class Route:
    """A route of a Server, made by `Server.on` and `Server.expect`."""

    def __init__(
        self,
        page: str,
        method: str,
        url: Url,
        response: Response | ResponseFunction,
        times: int | None,
        expected: bool,
    ) -> None:
        if not isinstance(url, str | re.Pattern):
            raise TypeError(f"a route's url must be a str or a pattern, not {type(url).__name__}")
        if times is not None and times < 1:
            raise ValueError(f"a route must respond at least once, not {times} times")
        self.method: str = method if method == "*" else check_method(method, _shown(url))
        self.url: Url = url
        self.times: int | None = times
        self.expected: bool = expected
        self.requests: list[Request] = []
        """The requests that this route responded to, in order."""
        self._target = url if url == "*" or not isinstance(url, str) else resolve(page, url)
        self._responses = [response]

    def then(
        self,
        response: Response | ResponseFunction | None = None,
        **options: Unpack[ResponseOptions],
    ) -> "Route":
        """Adds the response to the next request, after the responses before. The last response is
        used for all further requests.

        Takes the same arguments as `Server.on`.
        """
        self._responses.append(response_from(response, options))
        return self

    def matches(self, method: str, url: str) -> bool:
        """Whether the route responds to such a request. Ignores the cache parameter of the URL."""
        if self.method not in ("*", method) or len(self.requests) == self.times:
            return False
        target = self._target
        if isinstance(target, re.Pattern):
            return target.search(without_cache_parameter(url)) is not None
        if target == "*":
            return True
        same_query = "?" not in target or query_of(target) == query_of(url)
        return same_place(target, url) and same_query

    def take(self, request: Request) -> Response | ResponseFunction:
        """Records the request and returns its response."""
        self.requests.append(request)
        return self._responses[min(len(self.requests), len(self._responses)) - 1]

    def missing(self) -> str:
        """Describes the expected requests that have not come; "" if there are none."""
        wanted = self.times or 1
        if not self.expected or len(self.requests) >= wanted:
            return ""
        what = "expected, but never requested"
        if wanted > 1:
            what = f"expected {wanted} times, requested {len(self.requests)} times"
        return describe(what, self.method, _shown(self.url))

    def __repr__(self) -> str:
        return f"<{describe('Route', self.method, _shown(self.url))}>"


def _shown(url: Url) -> str:
    return url.pattern if isinstance(url, re.Pattern) else str(url)
