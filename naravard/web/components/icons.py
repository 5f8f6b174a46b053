"""Our own icons, drawn on a 24 px grid; always beside a word, never alone."""

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

# Name -> the inside of the drawing.
DRAWINGS = {
    "list": "<path d='M4 6h2M4 12h2M4 18h2M9 6h11M9 12h11M9 18h11'/>",
    "discharge": "<path d='M13 5H6v14h7M10 12h10M16.5 8.5 20 12l-3.5 3.5'/>",
    "home": "<path d='m4 11 8-7 8 7M6 9.5V20h12V9.5M10 20v-6h4v6'/>",
    "person": (
        "<circle cx='12' cy='8' r='3.6'/>"
        "<path d='M4.5 20c.8-4 3.7-6 7.5-6s6.7 2 7.5 6'/>"
    ),
    "bed": (
        "<path d='M3 18V6M3 15h18v3M21 15v-2.5a3 3 0 0 0-3-3h-7V15M7 11.5a1.7 1.7"
        " 0 1 0 0-.01'/>"
    ),
    "car": (
        "<path d='M4 16v-4l2-5h10l3 5h1.5v4H18M7.5 16h7'/>"
        "<circle cx='6' cy='16.5' r='1.8'/>"
        "<circle cx='16.3' cy='16.5' r='1.8'/>"
        "<path d='M4.5 12h14'/>"
    ),
    "warning": "<path d='M12 4 3 19.5h18zM12 10v4.5M12 17v.2'/>",
    "meeting": (
        "<circle cx='8' cy='9' r='2.6'/>"
        "<circle cx='16' cy='9' r='2.6'/>"
        "<path d='M3 18c.5-3 2.3-4.5 5-4.5s4.5 1.5 5 4.5M14 13.8c3.5-.8 6.3.7 7"
        " 4.2'/>"
    ),
    "search": ("<circle cx='10.5' cy='10.5' r='6'/><path d='m15 15 5 5'/>"),
    "clock": ("<circle cx='12' cy='12' r='8'/><path d='M12 7.5V12l3 2'/>"),
    "tick": "<path d='m5 12.5 4.5 4.5L19 7'/>",
    "ring": "<circle cx='12' cy='12' r='7.5'/>",
    "done": ("<circle cx='12' cy='12' r='8.5'/><path d='m8 12.3 2.8 2.8L16 9.5'/>"),
    "phone": (
        "<path d='M6.5 4h3l1.5 4-2 1.5c1 2.3 2.8 4 5 5l1.5-2 4 1.5v3c0 1-.8"
        " 1.7-1.8 1.6C10.5 18 5.5 12.5 4.9 5.8 4.8 4.8 5.5 4 6.5 4z'/>"
    ),
    "letter": "<path d='M4 6h16v12H4zM4 7l8 6 8-6'/>",
    "calendar": "<path d='M5 6h14v14H5zM5 10.5h14M9 3.5V7M15 3.5V7'/>",
    "pulse": "<path d='M3 12h4l2.5-6 4.5 12 2.5-6H21'/>",
    "eye": (
        "<path d='M2.5 12C5 7.5 8.3 5.5 12 5.5s7 2 9.5 6.5c-2.5 4.5-5.8 6.5-9.5"
        " 6.5S5 16.5 2.5 12z'/>"
        "<circle cx='12' cy='12' r='2.8'/>"
    ),
    "print": "<path d='M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z'/>",
    "arrow": "<path d='m9 5 7 7-7 7'/>",
    "info": ("<circle cx='12' cy='12' r='8.5'/><path d='M12 11v5.5M12 7.6v.2'/>"),
    "plus": "<path d='M12 5v14M5 12h14'/>",
    "lock": "<path d='M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3'/>",
    "heart": (
        "<path d='M12 20C6 15.5 3.5 12.3 3.5 9A4.3 4.3 0 0 1 12 7.5 4.3 4.3 0 0 1"
        " 20.5 9c0 3.3-2.5 6.5-8.5 11z'/>"
    ),
    "chart": "<path d='M4 4v16h16M8 15l3.5-4 3 2.5L20 7'/>",
    "map": "<path d='m4 6.5 5-2 6 2.5 5-2v13l-5 2-6-2.5-5 2zM9 4.5v13M15 7v13'/>",
    "road": "<path d='M9 20 11 4M15 20 13 4M12 7v2M12 12v2M12 17v2'/>",
    "help": (
        "<circle cx='12' cy='12' r='8.5'/>"
        "<path d='M9.5 9.5c.2-1.6 1.2-2.3 2.6-2.3 1.5 0 2.6.9 2.6 2.3 0 1.9-2.7"
        " 2.2-2.7 4.2M12 16.6v.2'/>"
    ),
    "up": "<path d='M12 19V5M6 11l6-6 6 6'/>",
    "down": "<path d='M12 5v14M6 13l6 6 6-6'/>",
    "level": "<path d='M4 14c2.5-5 5-5 8-2s5.5 3 8-2'/>",
    "target": (
        "<circle cx='12' cy='12' r='8.5'/>"
        "<circle cx='12' cy='12' r='4'/>"
        "<path d='M12 12h.01'/>"
    ),
}


def icon(name: str) -> SafeString:
    """One icon as inline SVG, hidden from screen readers; KeyError when misspelt."""
    return format_html(
        '<svg class="ik" viewBox="0 0 24 24" aria-hidden="true">{}</svg>',
        mark_safe(DRAWINGS[name]),  # noqa: S308 (our own drawings, from this file)
    )
