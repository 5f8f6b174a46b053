"""Every address, by room."""

from django.urls import include, path

from naravard.web import language, pages, watching
from naravard.web.components import gallery

urlpatterns = [
    path("", pages.front, name="front"),
    path("", include("naravard.web.signin.urls")),
    path("sprak/", language.choose, name="language"),
    path("tillganglighet/", pages.accessibility, name="accessibility"),
    path("sa-hanterar-vi-uppgifter/", pages.data_handling, name="data_handling"),
    path("komponenter/", gallery.gallery, name="gallery"),
    path("health", pages.health, name="health"),
    path("health/ready", watching.ready, name="ready"),
    path("metrics", watching.metrics, name="metrics"),
    path("", include("naravard.web.inhabitant.urls")),
    path("", include("naravard.web.staff.urls")),
    path("beslut/", include("naravard.web.decisions.urls")),
]

handler400 = "naravard.web.errors.bad_request"
handler403 = "naravard.web.errors.forbidden"
handler404 = "naravard.web.errors.not_found"
handler500 = "naravard.web.errors.server_error"
