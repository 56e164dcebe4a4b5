"""Which request gets which answer."""

import re
from typing import Any

from browser.ajax.errors import describe
from browser.ajax.options import check_method
from browser.testing.answers import Answer, AnswerFunction
from browser.testing.requests import Request
from browser.testing.urls import query_of, resolve, same_place, without_cache_parameter

Url = str | re.Pattern[str]


class Route:
    """Made by `Server.on` and `Server.expect`. `requests` are those that it answered."""

    def __init__(
        self, page: str, method: str, url: Url, answer: Any, times: int | None, expected: bool
    ) -> None:
        if not isinstance(url, str | re.Pattern):
            raise TypeError(f"a route's url is a str or a pattern, not {type(url).__name__}")
        if times is not None and times < 1:
            raise ValueError(f"a route answers at least once, not {times} times")
        self.method = method if method == "*" else check_method(method, _shown(url))
        self.url = url
        self.times, self.expected = times, expected
        self.requests: list[Request] = []
        self._target = url if url == "*" or not isinstance(url, str) else resolve(page, url)
        self._answers: list[Answer | AnswerFunction] = [answer]

    def then(self, answer: Answer | AnswerFunction | None = None, **keywords: Any) -> "Route":
        """What the next request gets, once the answers before have been given; the last answer
        goes for all that follow."""
        self._answers.append(chosen(answer, keywords))
        return self

    def matches(self, method: str, url: str) -> bool:
        """Whether it answers such a request; without regard to the cache parameter."""
        if self.method not in ("*", method) or len(self.requests) == self.times:
            return False
        target = self._target
        if isinstance(target, re.Pattern):
            return target.search(without_cache_parameter(url)) is not None
        if target == "*":
            return True
        asks = "?" not in target or query_of(target) == query_of(url)
        return same_place(target, url) and asks

    def take(self, request: Request) -> Answer | AnswerFunction:
        """The answer for this request, which counts from now on."""
        self.requests.append(request)
        return self._answers[min(len(self.requests), len(self._answers)) - 1]

    def missing(self) -> str:
        """What it still waits for; "" for nothing."""
        wanted = self.times or 1
        if not self.expected or len(self.requests) >= wanted:
            return ""
        what = f"expected {wanted} times, asked {len(self.requests)} times" if wanted > 1 else ""
        return describe(what or "expected and never asked", self.method, _shown(self.url))

    def __repr__(self) -> str:
        return f"<{describe('Route', self.method, _shown(self.url))}>"


def _shown(url: Url) -> str:
    return url.pattern if isinstance(url, re.Pattern) else str(url)


def chosen(answer: Any, keywords: dict[str, Any]) -> Answer | AnswerFunction:
    """The answer that `on` and `then` were given, in one of three ways."""
    if answer is None:
        return Answer(**keywords)
    if keywords:
        raise TypeError(f"give an answer, or its keywords ({', '.join(keywords)}), not both")
    if isinstance(answer, Answer) or callable(answer):
        return answer  # type: ignore[no-any-return]
    raise TypeError(
        f"an answer is an Answer, a function that returns one, or keywords such as body= and json=,"
        f" not {type(answer).__name__}"
    )
