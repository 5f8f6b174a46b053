"""Surfaces that hold other things: cards, messages and empty states."""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.text import slugify

from naravard.web.tones import Tone, tone_named

BOX_ICONS = {
    Tone.PLAIN: "info",
    Tone.INFO: "info",
    Tone.GOOD: "done",
    Tone.WARNING: "warning",
    Tone.DANGER: "warning",
}


def card(
    content: str,
    *,
    title: str,
    aside: str = "",
    link: str = "",
    extra_class: str = "",
    heading_id: str = "",
) -> SafeString:
    """A white surface with a heading; `aside` stands to the right, as a link if any.

    `heading_id` is needed only when two cards on a page have the same title.
    """
    return render_to_string(
        "components/card.html",
        {
            "content": content,
            "title": title,
            "aside": aside,
            "link": link,
            "extra_class": extra_class,
            "heading_id": heading_id or f"rubrik-{slugify(title)}",
        },
    )


def box(
    content: str, *, tone: str = "plain", title: str = "", live: bool = False
) -> SafeString:
    """A message in a tone; a `live` one is read aloud when it appears."""
    shown = tone_named(tone)
    return render_to_string(
        "components/box.html",
        {
            "content": content,
            "tone": shown,
            "icon": BOX_ICONS[shown],
            "title": title,
            "live": live,
        },
    )


def empty_state(content: str, *, title: str) -> SafeString:
    """What an empty list means, and in the content when something is next."""
    return render_to_string(
        "components/empty_state.html", {"content": content, "title": title}
    )


def loading(text: str) -> SafeString:
    """One line that says what is being fetched."""
    return render_to_string("components/loading.html", {"text": text})
