"""Sixty persons to a phone, and sixty notes back, on a slow net.

`python -m benchmarks.mobile_sync` builds a team with sixty visits today, starts Nära as
`naravard serve` does, opens the team's day in Chromium with the net throttled as 3G
(1.6 Mbit/s down, 0.768 up, 300 ms there and back), and prints how long it takes until
the day is kept encrypted on the device, and until sixty notes written without a
connection have been taken.
"""

import platform
import sys
import time
from datetime import timedelta
from statistics import median
from uuid import UUID, uuid4

from benchmarks.faults.scene import Scene, new_scene, serve, sign_in

PERSONS, NURSES = 60, 6
TIMES = 3
CHROMIUM = "/usr/bin/chromium"
PATIENCE = 60_000  # milliseconds
NETS = {  # name: kbit/s down, kbit/s up, milliseconds there and back
    "3G (1,6 Mbit/s, 300 ms)": (1600, 768, 300),
    "långsam 3G (0,4 Mbit/s, 400 ms)": (400, 400, 400),
}
# Writes a note for each kept visit into the queue, locked as the page itself does.
WRITE_ALL = """async () => {
    const open = () => new Promise((done) => {
        const asked = indexedDB.open("nara-hembesok");
        asked.onsuccess = () => done(asked.result);
    });
    const database = await open();
    const read = (name) => new Promise((done) => {
        const asked = database.transaction("kept").objectStore("kept").get(name);
        asked.onsuccess = () => done(asked.result);
    });
    const key = await read("key"), day = await read("day");
    const own = await read("queue-key"), owner = await read("owner");
    const plain = await crypto.subtle.decrypt(
        { name: "AES-GCM", iv: day.iv }, key, day.data);
    const { visits } = JSON.parse(new TextDecoder().decode(plain));
    for (const visit of visits) {
        const fields = {
            note_id: crypto.randomUUID(), based_on: String(visit.version),
            written_at: new Date().toISOString(), breaths: "16", saturation: "96",
            scale: "1", oxygen: "no", systolic: "134", pulse: "76",
            consciousness: "A", temperature: "36,8", outcome: "stays_home",
            situation: "Uppföljning", background: "",
            assessment: "Mår bättre, benen är mindre svullna. Vikten har gått ner.",
            recommendation: "Ny kontroll om en vecka.",
        };
        const form = { visit: visit.id, name: visit.name, page: visit.page,
            address: visit.address, fields };
        const iv = crypto.getRandomValues(new Uint8Array(12));
        const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, own,
            new TextEncoder().encode(JSON.stringify(form)));
        await new Promise((done) => {
            const asked = database.transaction("queue", "readwrite")
                .objectStore("queue").put({ iv, data, owner }, fields.note_id);
            asked.onsuccess = done;
        });
    }
    database.close();
    return visits.length;
}"""

SYNC = """() => new Promise((done) => {
    const status = document.getElementById("nat-status");
    status.textContent = "";
    const began = performance.now();
    const look = () => status.textContent === "Sparat på telefonen"
        ? done(performance.now() - began) : setTimeout(look, 10);
    window.dispatchEvent(new Event("online"));
    look();
})"""
WAITING = """async () => {
    const database = await new Promise((done) => {
        const asked = indexedDB.open("nara-hembesok");
        asked.onsuccess = () => done(asked.result);
    });
    const count = await new Promise((done) => {
        const asked = database.transaction("queue").objectStore("queue").count();
        asked.onsuccess = () => done(asked.result);
    });
    database.close();
    return count;
}"""


def set_up(scene: Scene) -> UUID:
    """A team with sixty visits today; returns the assignment of whoever plans them."""
    import os

    scene.database.start()
    os.environ["DATABASE_URL"] = scene.address
    os.environ["DJANGO_SETTINGS_MODULE"] = "naravard.config.settings"
    import django
    from django.core.management import call_command
    from django.db import connection

    django.setup()
    call_command("migrate", verbosity=0)
    planner = a_busy_day()
    connection.close()
    return planner


def a_busy_day() -> UUID:
    """Sixty persons of an invented county, each planned in some nurse's round."""
    from naravard.core import clock
    from naravard.core.clock import day_of
    from naravard.mobile import services
    from naravard.mobile.rules.states import TeamKind, TeamState
    from naravard.mobile.rules.travel import Point
    from naravard.people.identity import check_digit_for
    from naravard.people.models import CareUnit
    from naravard.people.roles import Role
    from tests.house import build_house, employ, register

    house, now = build_house(), clock.now()
    unit = CareUnit.objects.get(key="team-syd").pk
    services.start_team(
        team=services.NewTeam(
            unit_id=unit,
            kind=TeamKind.CLOSE_CARE,
            visits_a_day=PERSONS,
            municipalities=("9902",),
            base=Point(59.0, 16.1),
            opens_on=day_of(now),
        ),
        state=TeamState.ACTIVE,
    )
    nurses = [
        employ(f"Nurse{n}", "Lind", "Sjuksköterska", unit, Role.DISTRICT_NURSE)
        for n in range(NURSES)
    ]
    shifts = services.add_shifts(
        shifts=[
            services.NewShift(
                team_id=unit,
                assignment_id=nurse,
                day=day_of(now),
                starts_at=now,
                ends_at=now + timedelta(hours=9),
            )
            for nurse in nurses
        ]
    )
    persons = []
    for n in range(PERSONS):
        digits = f"4{n // 20}{1 + n % 9:02d}{1 + n % 28:02d}{980 + n % 20}"
        persons.append(
            register(
                f"Person{n}",
                "Holm",
                f"19{digits}{check_digit_for(digits)}",
                home=(59.0 + n / 500, 16.1 + n / 400),
            )
        )
    services.import_history(
        visits=[
            visit(n, person, unit, shifts[n % NURSES], nurses[n % NURSES], house, now)
            for n, person in enumerate(persons)
        ],
        now=now,
    )
    return employ("Nadja", "Sund", "Samordnare", unit, Role.COORDINATOR)


def visit(n, person, unit, shift, nurse, house, now):
    """One planned visit of the sixty."""
    from naravard.mobile.rules.sbar import Sbar
    from naravard.mobile.rules.states import Source, Urgency
    from naravard.mobile.rules.travel import Point
    from naravard.mobile.services.history import PastStop, PastVisit

    starts = now + timedelta(minutes=20 + 45 * (n // NURSES))
    return PastVisit(
        id=uuid4(),
        person_id=person,
        team_id=unit,
        from_unit_id=house.home_nursing,
        asked_by=house.municipal_nurse.assignment_id,
        source=Source.MUNICIPAL_NURSE,
        urgency=Urgency.DAYS,
        hand_over=Sbar(situation="Har gått upp två kilo på tre dagar."),
        asked_at=now - timedelta(hours=20),
        answered_at=now - timedelta(hours=19),
        answered_by=nurse,
        why="Uppföljning av hjärtsvikt",
        needs=("nurse",),
        minutes=30,
        opens_at=now,
        closes_at=now + timedelta(hours=9),
        place=Point(59.0 + n / 500, 16.1 + n / 400),
        stops=(
            PastStop(
                shift_id=shift,
                starts_at=starts,
                ends_at=starts + timedelta(minutes=30),
            ),
        ),
    )


def once(browser, address: str, cookie: str, net: tuple[int, int, int]) -> list[float]:
    """Seconds: the page and its day, the day alone, and sixty notes back."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    context.add_cookies([{"name": "sessionid", "value": cookie, "url": address}])
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    day = f"{address}/hembesok/dagen/"
    page.goto(day)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    kept = page.locator("#nat-status", has_text="Sparat på telefonen")
    kept.wait_for()
    throttle(context, page, net)
    began = time.monotonic()
    page.goto(day)
    kept.wait_for()
    opened = time.monotonic() - began
    down = page.evaluate(SYNC) / 1000
    written = page.evaluate(WRITE_ALL)
    up = page.evaluate(SYNC) / 1000
    left = page.evaluate(WAITING)
    context.close()
    if (written, left) != (PERSONS, 0):
        raise SystemExit(f"{written} skrivna, {left} kvar: mätningen gäller inte.")
    return [opened, down, up]


def throttle(context, page, net: tuple[int, int, int]) -> None:
    """The net as Chromium's own tools make it slow."""
    down, up, latency = net
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "downloadThroughput": down * 1000 / 8,
            "uploadThroughput": up * 1000 / 8,
            "latency": latency,
        },
    )


def main() -> None:
    """Measure on each net, and say the middle of some times."""
    from playwright.sync_api import sync_playwright

    print(f"{platform.machine()}, Python {platform.python_version()}, Chromium")
    with new_scene() as scene:
        planner = set_up(scene)
        # Before the browser: Django asks no question beside a running event loop.
        phones = {name: [sign_in(planner) for _ in range(TIMES)] for name in NETS}
        address = f"http://127.0.0.1:{serve(scene)}"
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=CHROMIUM, args=["--no-sandbox"]
            )
            for name in NETS:
                for_each(scene, browser, address, phones[name], name)
            browser.close()


def notes_kept(scene) -> int:
    """How many notes the database holds, so that none is lost and none doubled."""
    with scene.connect() as database:
        asked = database.execute("SELECT count(*) FROM mobile_visitnote")
        return asked.fetchone()[0]


def for_each(scene, browser, address: str, phones: list[str], name: str) -> None:
    """One net, some times over, each on a new phone."""
    found = []
    for cookie in phones:
        with scene.connect() as database:
            database.execute("UPDATE mobile_visit SET state = 'planned'")
        before = notes_kept(scene)
        found.append(once(browser, address, cookie, NETS[name]))
        if notes_kept(scene) - before != PERSONS:
            raise SystemExit("Inte en anteckning var i databasen: gäller inte.")
    middles = [median(each) for each in zip(*found, strict=True)]
    opened, down, up = (f"{seconds:.2f} s" for seconds in middles)
    sys.stdout.write(
        f"{name}: {PERSONS} personer till telefonen {down}"
        f" (sidan med {opened}), {PERSONS} anteckningar tillbaka {up}\n"
    )


if __name__ == "__main__":
    main()
