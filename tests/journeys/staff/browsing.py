"""What people do in the browser: open an act, send its form, follow where it leads."""

from uuid import UUID, uuid4

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse


def act_address(case_id: UUID, slug: str, message_id: UUID | None = None) -> str:
    """Where an act is done."""
    if message_id is not None:
        return reverse("staff:act_about", args=[case_id, slug, message_id])
    return reverse("staff:act", args=[case_id, slug])


def do(
    page: Client,
    case_id: UUID,
    slug: str,
    *,
    about: UUID | None = None,
    **entered: object,
) -> HttpResponse:
    """Send an act's form and follow where it leads."""
    return page.post(
        act_address(case_id, slug, about),
        {"request_id": str(uuid4()), **entered},
        follow=True,
    )


def case_page(page: Client, case_id: UUID) -> str:
    """The page of the case as text."""
    return page.get(reverse("staff:case", args=[case_id])).text


def worklist(page: Client, query: str = "") -> str:
    """The list as text."""
    return page.get(reverse("staff:worklist") + query).text


def answered(response: HttpResponse) -> bool:
    """Whether the act was done: the page after it says so in a good tone."""
    return response.status_code == 200 and "ruta bra" in response.content.decode()
