"""Sixty persons to a phone, and sixty notes back, on a slow net.

`python -m benchmarks.mobile_sync` builds a team with sixty visits today, starts Nära as
`naravard serve` does, opens the team's day in Chromium with the net throttled as 3G
(1.6 Mbit/s down, 0.768 up, 300 ms there and back), and prints how long it takes until
the day is kept encrypted on the device, and until sixty notes written without a
connection have been taken.
"""

import os
import platform
import time
from datetime import timedelta

from benchmarks.faults.scene import Scene, new_scene
from naravard.config import __name__ as _config  # noqa: F401 - found from the root

PERSONS, NURSES = 60, 6
TIMES = 3
NETS = {  # name: kbit/s down, kbit/s up, milliseconds there and back
    "3G (1,6 Mbit/s, 300 ms)": (1600, 768, 300),
    "långsam 3G (0,4 Mbit/s, 400 ms)": (400, 400, 400),
}
KEPT = "Sparat på telefonen"
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
        const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key,
            new TextEncoder().encode(JSON.stringify(form)));
        await new Promise((done) => {
            const asked = database.transaction("queue", "readwrite")
                .objectStore("queue").put({ iv, data }, fields.note_id);
            asked.onsuccess = done;
        });
    }
    database.close();
    return visits.length;
}"""
