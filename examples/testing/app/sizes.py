def human(size):
    """Formats a number of bytes: `human(1500)` returns "1.5 kB"."""
    for unit in ("B", "kB", "MB"):
        if size < 1000:
            return f"{size:.3g} {unit}"
        size /= 1000
    return f"{size:.3g} GB"
