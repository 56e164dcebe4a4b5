"""The parameters that consoles, notebooks and `help` show, as `__wrapped__` of the functions of
browser.ajax and browser.aio."""

# mypy: allow-untyped-defs


def of_ajax(
    url,
    *,
    mode="text",
    blocking=False,
    data=None,
    headers=None,
    timeout=None,
    encoding=None,
    credentials=False,
    progress=False,
    cache=False,
    oncomplete=None,
    onprogress=None,
    onuploadprogress=None,
    ontimeout=None,
    **callbacks,
): ...


def of_upload(
    url,
    file,
    method="POST",
    field_name="filetosave",
    *,
    mode="text",
    blocking=False,
    data=None,
    headers=None,
    timeout=None,
    encoding=None,
    credentials=False,
    progress=False,
    cache=False,
    oncomplete=None,
    onprogress=None,
    onuploadprogress=None,
    ontimeout=None,
    **callbacks,
): ...


def of_aio(
    method,
    url,
    format="text",
    *,
    data=None,
    headers=None,
    timeout=None,
    encoding=None,
    credentials=False,
    progress=False,
    cache=False,
    oncomplete=None,
    onprogress=None,
    onuploadprogress=None,
    ontimeout=None,
    **callbacks,
): ...


def of_aio_head(
    url,
    *,
    data=None,
    headers=None,
    timeout=None,
    encoding=None,
    credentials=False,
    progress=False,
    cache=False,
    oncomplete=None,
    onprogress=None,
    onuploadprogress=None,
    ontimeout=None,
    **callbacks,
): ...


def of_aio_get(
    url,
    format="text",
    *,
    data=None,
    headers=None,
    timeout=None,
    encoding=None,
    credentials=False,
    progress=False,
    cache=False,
    oncomplete=None,
    onprogress=None,
    onuploadprogress=None,
    ontimeout=None,
    **callbacks,
): ...


def of_aio_upload(
    url,
    file,
    method="POST",
    field_name="filetosave",
    format="text",
    *,
    data=None,
    headers=None,
    timeout=None,
    encoding=None,
    credentials=False,
    progress=False,
    cache=False,
    oncomplete=None,
    onprogress=None,
    onuploadprogress=None,
    ontimeout=None,
    **callbacks,
): ...
