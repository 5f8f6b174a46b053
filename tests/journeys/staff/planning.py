"""What staff do in a plan in the browser: acts, parts, and reading the pages."""

from uuid import UUID, uuid4

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse


def plan_page(page: Client, person_id: UUID) -> str:
    """The page of the plan as text."""
    return page.get(reverse("staff:plan", args=[person_id])).text


def do_in_plan(
    page: Client,
    person_id: UUID,
    slug: str,
    *,
    about: UUID | None = None,
    **said: object,
) -> HttpResponse:
    """Send an act's form and follow where it leads."""
    if about is None:
        address = reverse("staff:plan_act", args=[person_id, slug])
    else:
        address = reverse("staff:plan_act_about", args=[person_id, slug, about])
    return page.post(address, {"request_id": str(uuid4()), **said}, follow=True)


def write_part(
    page: Client,
    person_id: UUID,
    section: str,
    *,
    part_id: UUID | None = None,
    read_version: int = 0,
    **said: object,
) -> HttpResponse:
    """Send the form of a part and follow where it leads."""
    args: list[object] = [person_id, section]
    name = "staff:plan_new_part"
    if part_id is not None:
        name, args = "staff:plan_part", [*args, part_id]
    sent = {"request_id": str(uuid4()), "read_version": read_version, **said}
    return page.post(reverse(name, args=args), sent, follow=True)
