def human(size):
    """A number of bytes as people write it: `human(1500)` is "1.5 kB"."""
    for unit in ("B", "kB", "MB"):
        if size < 1000:
            return f"{size:.3g} {unit}"
        size /= 1000
    return f"{size:.3g} GB"
