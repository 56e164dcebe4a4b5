"""Amounts in cents: a module in the page's folder. The scripts of the page import it."""

import re


def shown(cents):
    """1999 → '19.99'."""
    return f"{cents // 100:,}.{cents % 100:02}"


def parsed(text):
    """'19.99' or '20' → cents. Raises ValueError for other text."""
    match = re.fullmatch(r"\s*(\d{1,7})(?:[.,](\d\d))?\s*", text, re.ASCII)
    if not match:
        raise ValueError(f"{text!r} is no amount: write it as 12 or 12.50")
    return int(match[1]) * 100 + int(match[2] or 0)
