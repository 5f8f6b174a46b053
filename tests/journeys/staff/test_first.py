import pytest
from django.urls import reverse
from tests.integration.discharge.steps import planned, ready, called, notified
from tests.house import at


@pytest.mark.parametrize(
    "who",
    [
        "ward_nurse",
        "physician",
        "head_of_centre",
        "district_nurse",
        "care_planner",
        "municipal_nurse",
    ],
)
@pytest.mark.parametrize("stage", ["notified", "planned", "ready", "called"])
def test_all(house, karin, clock, sign_in, who, stage):
    clock.move_to(at("2026-03-05 09:30"))
    case = notified(house, karin) if stage == "notified" else planned(house, karin)
    if stage in ("ready", "called"):
        ready(house, case)
    if stage == "called":
        called(house, case)
    c = sign_in(getattr(house, who))
    for url in [
        reverse("staff:my_day"),
        reverse("staff:worklist"),
        reverse("staff:case", args=[case]),
        reverse("staff:evidence", args=[case]),
        reverse("staff:person", args=[karin]),
        reverse("staff:panel", args=[case]),
        reverse("staff:worklist_print"),
        reverse("staff:how_we_count"),
        reverse("staff:deviations"),
        reverse("staff:reserve"),
        reverse("staff:reserve_list"),
        reverse("staff:reserve_form"),
        reverse("staff:search"),
    ]:
        r = c.get(url)
        assert r.status_code == 200, (url, r.status_code, r.text[-1500:])
    from naravard.web.staff.acts.offered import ACTS

    seen = []
    for a in ACTS:
        if a.about_message:
            continue
        r = c.get(reverse("staff:act", args=[case, a.slug]))
        assert r.status_code in (200, 422, 403), (a.slug, r.status_code, r.text[-800:])
        if r.status_code == 200:
            seen.append(a.slug)
    print(who, stage, seen)
