"""The page's elements and events: `DOMNode`, `DOMEvent`, `bind`."""
