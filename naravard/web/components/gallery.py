"""The component page: every building block in every tone, at `/komponenter/`."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from naravard.web.components.gallery_examples import Examples
from naravard.web.openness import open_to_all


@open_to_all
@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """Show all components with invented people, always at the same moment."""
    return render(request, "components/gallery.html", {"shown": Examples()})
