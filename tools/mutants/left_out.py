"""Mutants that `make mutants` leaves out, with the reason."""

EQUIVALENT = (
    # A cache makes it faster, nothing else.
    ("RemoveDecorator", "@lru_cache(64)"),
    ("NumberReplacer", "@lru_cache(64)"),
    # For type checkers.
    ("RemoveDecorator", "@_typed"),
    ("RemoveDecorator", "@overload"),
    # These objects equal only themselves.
    ("ReplaceComparisonOperator_IsNot_NotEq", "if blocking is not UNSET:"),
    ("ReplaceComparisonOperator_IsNot_NotEq", "if async_ is not UNSET:"),
    ("ReplaceComparisonOperator_IsNot_NotEq", "if type(module) is not LateModule:"),
    # There are no smaller ones.
    (
        "ReplaceComparisonOperator_NotEq_Gt",
        'if status != 200 or content_type.startswith("text/html"):',
    ),
    # There are two kinds; "module" comes first in the alphabet.
    ("ReplaceComparisonOperator_Eq_GtE", 'if kind == "package":'),
    (
        "ReplaceComparisonOperator_Eq_GtE",
        'file = f"{path}/__init__.pyc" if kind == "package" else f"{path}.pyc"',
    ),
    ("ReplaceComparisonOperator_Eq_GtE", 'yield prefix + child, kind == "package"'),
    (
        "ReplaceComparisonOperator_Eq_GtE",
        'spec = ModuleSpec(fullname, loader, origin=file, is_package=kind == "package")',
    ),
    # A buffer only changes how the file is read.
    (
        "NumberReplacer",
        'with open(f"{_FOLDER}/library.{self._group}.bin", "rb", buffering=0) as file:',
    ),
    # The sets have no common items.
    ("ReplaceBinaryOperator_BitOr_BitXor", '| {"XMLDocument", "HTMLDocument"}'),
    ("ReplaceBinaryOperator_BitOr_BitXor", '| {"credentials", "progress"}'),
    # Numbers that only have to differ.
    ("NumberReplacer", "_last_id = 0"),
    # Of the names of the ends "abort" is the first in the alphabet.
    ("ReplaceComparisonOperator_Eq_LtE", 'if event == "abort":'),
    # Any number that grows with the time will do.
    (
        "NumberReplacer",
        "_last_cache_parameter = max(_last_cache_parameter + 1, time_ns() // 1000)",
    ),
    (
        "ReplaceBinaryOperator_FloorDiv",
        "_last_cache_parameter = max(_last_cache_parameter + 1, time_ns() // 1000)",
    ),
    # There is at least one there.
    ("ReplaceComparisonOperator_Gt_NotEq", "if len(positional) > 1:"),
    # Ends as an AttributeError in any case, whose message `Ajax.__getattr__` writes.
    (
        "ReplaceUnaryOperator_Delete_Not",
        'if self.mode in NATIVE_MODES and not hasattr(self._response, "to_bytes"):',
    ),
    # A typed array ignores what is written after its end.
    ("EqualityOperator i <= text.length", "for (let i = 0; i < text.length; i++) {"),
    (
        "EqualityOperator i <= marked.length",
        "for (let i = 0; i < marked.length; i++) units[i] = marked.charCodeAt(i);",
    ),
    # The search finds the same without the start of the line.
    ("Regex /.*\\b(?:async|await)\\b/m", "const ASYNC = /^.*\\b(?:async|await)\\b/m;"),
    # A name that no group has.
    (
        'ArrayDeclaration ["Stryker was here"]',
        'const found = ASYNC.test(source) ? ["asyncio"] : [];',
    ),
    # For the type checker: one of the two is there.
    (
        'StringLiteral "Stryker was here!"',
        'for (const [word] of (imported ?? modules ?? "").matchAll(WORD)) {',
    ),
    # No group has an empty name.
    (
        "EqualityOperator end >= 0",
        'for (let end = name.length; end > 0; end = name.lastIndexOf(".", end - 1)) {',
    ),
)
"""The start of the change, and the line: the mutant does what the original does."""

UNREACHED = frozenset(
    {
        "_bridge.__getattr__",
        "_shim._persistent",
        "_suspend.until_end",
    }
)
"""Functions, as module.function, that only run in a browser: tests/browser and tests/pages."""
