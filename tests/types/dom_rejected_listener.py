"""A listener takes one argument, the event."""

from browser import bind, document, timer


def no_event() -> None: ...


def text(ev: str) -> None: ...


document["save"].bind("click", no_event)  # reject: arg-type | reportArgumentType
document["save"].bind("click", text)  # reject: arg-type | reportArgumentType
document["save"].bind(no_event)  # reject: call-overload | reportArgumentType


@bind("#save", "click")  # reject: type-var | reportArgumentType
def none_at_all() -> None: ...


@bind("#save", "click")  # reject: type-var | reportArgumentType
def number(ev: int) -> None: ...


timer.set_timeout(text, 500)  # reject: arg-type | reportArgumentType
timer.set_timeout(no_event(), 500)  # reject: arg-type | reportArgumentType
