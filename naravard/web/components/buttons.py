"""Buttons and links that look like them. One filled button per surface."""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

# Look in a template -> class in the stylesheet.
LOOKS = {"plain": "", "primary": "framst", "ours": "gron", "quiet": "tyst"}
SIZES = {"normal": "", "small": "liten", "wide": "bred"}


def button(
    text: str,
    *,
    about: str = "",
    look: str = "plain",
    size: str = "normal",
    icon: str = "",
    name: str = "",
    value: str = "",
    disabled: bool = False,
) -> SafeString:
    """A submit button; `about` ends its spoken name: "Svara för Karin Holmgren"."""
    return render_to_string(
        "components/button.html",
        {
            "text": text,
            "about": about,
            "classes": f"{LOOKS[look]} {SIZES[size]}".strip(),
            "icon": icon,
            "name": name,
            "value": value,
            "disabled": disabled,
        },
    )


def link_button(
    text: str,
    href: str,
    *,
    about: str = "",
    look: str = "plain",
    size: str = "normal",
    icon: str = "",
) -> SafeString:
    """A link that looks like a button; `about` ends its spoken name."""
    return render_to_string(
        "components/link_button.html",
        {
            "text": text,
            "href": href,
            "about": about,
            "classes": f"{LOOKS[look]} {SIZES[size]}".strip(),
            "icon": icon,
        },
    )
