/* The team's day without a connection: today's persons lie encrypted on the device with
   a key of the session, which dies with it (see nara.js). What is written waits in a
   queue, locked with a key that its writer gets anew at each sign-in, until it is sent. */
(function () {
  "use strict";

  const DATABASE = "nara-hembesok";
  const place = document.querySelector("[data-hembesok]");
  if (!place || !window.indexedDB || !window.crypto || !crypto.subtle) return;
  const { spara, arbetare, omfang } = place.dataset;
  const list = document.getElementById("sparade-besok");
  const status = document.getElementById("nat-status");
  const template = document.getElementById("besok-mall");
  const line = document.getElementById("nat-vantar");
  const words = document.getElementById("nat-ord");
  const notices = document.getElementById("nat-besked");

  const today = () => new Date().toLocaleDateString("sv-SE");
  const word = (name) => (words ? words.dataset[name] : "");
  const tell = (name) => {
    if (!status) return;
    status.textContent = word(name);
    status.dataset.nat = name;
  };

  /* ---- The store ---- */
  const open = () => new Promise((resolve, reject) => {
    const asked = indexedDB.open(DATABASE, 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("kept");
      asked.result.createObjectStore("queue");
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  const ask = async (store, mode, work) => {
    const database = await open();
    try {
      return await new Promise((resolve, reject) => {
        const doing = database.transaction(store, mode);
        const asked = work(doing.objectStore(store));
        doing.oncomplete = () => resolve(asked.result);
        doing.onabort = () => reject(doing.error);
      });
    } finally { database.close(); }
  };
  const get = (store, key) => ask(store, "readonly", (s) => s.get(key));
  const put = (store, key, value) => ask(store, "readwrite", (s) => s.put(value, key));
  const drop = (store, key) => ask(store, "readwrite", (s) => s.delete(key));
  const dropAll = (ids) => ask("queue", "readwrite", (s) => {
    for (const id of ids) s.delete(id);
    return s.count();
  });
  const entries = (store) => ask(store, "readonly", (s) => {
    const found = [];
    s.openCursor().onsuccess = ({ target: { result: at } }) => {
      if (!at) return;
      found.push({ id: at.key, value: at.value });
      at.continue();
    };
    return { result: found };
  });

  /* ---- AES-GCM with the session's key, which can be used but not read ---- */
  const bytes = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const importKey = (text) =>
    crypto.subtle.importKey("raw", bytes(text), "AES-GCM", false, ["encrypt", "decrypt"]);
  const lock = async (key, value) => {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = new TextEncoder().encode(JSON.stringify(value));
    return { iv, data: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, plain) };
  };
  const unlock = async (key, locked) => {
    const plain = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv: locked.iv }, key, locked.data);
    return JSON.parse(new TextDecoder().decode(plain));
  };

  /* ---- Keep the day, and send what waits ---- */
  const fetchDay = async () => {
    const answer = await fetch(spara, { headers: { Accept: "application/json" } });
    if (!answer.ok || answer.redirected) throw new Error("not kept");
    return answer.json();
  };
  const keep = async (given) => {
    const found = given || await fetchDay();
    const key = await importKey(found.key);
    await put("kept", "owner", found.owner);
    await put("kept", "until", found.until);
    await put("kept", "key", key);
    await put("kept", "queue-key", await importKey(found.queue_key));
    await put("kept", "day", await lock(key, { day: found.day, visits: found.visits }));
    await put("kept", "way", { csrf: found.csrf, receive: found.receive });
    return found;
  };
  /* What whoever is signed in has written; what others have written waits for them. */
  const waiting = async () => {
    const owner = await get("kept", "owner");
    const key = await get("kept", "queue-key");
    const found = [];
    for (const { id, value: locked } of await entries("queue")) {
      if (key && locked.owner === owner) found.push({ id, form: await unlock(key, locked) });
    }
    return found;
  };
  const tellWaiting = async () => {
    if (!line) return;
    const count = await waiting().then((all) => all.length, () => 0);
    line.hidden = count === 0;
    line.textContent = word(count === 1 ? "en" : "flera").replace("#", count);
  };
  const sendAll = async (way, forms) => {
    /* All in one go: on a slow net each journey there and back costs the most. The
       answer holds the day as it is then. A note is dropped here only when the answer
       says that it is kept there; if the answer never comes, it is sent again, and its
       number makes it one note. */
    const answer = await fetch(way.receive, {
      method: "POST",
      headers: {
        "X-CSRFToken": way.csrf, Accept: "application/json",
        "Content-Type": "application/json",
      },
      body: JSON.stringify({
        owner: await get("kept", "owner"),
        notes: forms.map(({ form }) => ({ visit: form.visit, fields: form.fields })),
      }),
    });
    if (!answer.ok || answer.redirected) return null;
    const { notes, day } = await answer.json();
    const taken = forms.filter(({ id }) => ["sent", "conflict"].includes(notes[id]));
    await dropAll(taken.map(({ id }) => id));
    for (const { id, form } of taken) {
      notice(form, notes[id] === "conflict" ? "krock" : "skickat");
    }
    return day;
  };
  /* With notes waiting, the way known since last time is tried before anything is asked
     for; somebody else signed in, or a new session, and it is asked for after all. */
  const sendFirst = async () => {
    const way = await get("kept", "way");
    const forms = way ? await waiting() : [];
    return forms.length ? sendAll(way, forms) : null;
  };
  const send = async (found) => {
    const { csrf } = found;
    let sent = 0;
    for (const { id, form } of await waiting()) {
      const answer = await fetch(form.address, {
        method: "POST",
        headers: { "X-CSRFToken": csrf, Accept: "application/json" },
        body: new URLSearchParams(form.fields),
      });
      if (answer.ok) {
        await drop("queue", id);
        const { conflicts } = await answer.json();
        notice(form, conflicts ? "krock" : "skickat");
        sent += 1;
      } else if (answer.status === 422) {
        /* Kept, so that nothing written is lost; opened and written again by hand. */
        notice(form, "fel");
      }
    }
    return sent;
  };
  const goOnline = async () => {
    try {
      let found = await keep(await sendFirst());
      const forms = await waiting();
      const day = forms.length > 1 ? await sendAll(found, forms) : null;
      if (day) found = await keep(day);
      if (await send(found)) await keep();
      tell("sparat");
      if (list) await show();
    } catch { tell("utan"); }
    await tellWaiting();
  };
  /* One round at a time: what an earlier one finds out late must not be told last. */
  let round = Promise.resolve();
  const online = () => {
    round = round.then(goOnline);
    return round;
  };

  /* ---- The page without a connection ---- */
  const notice = (form, name) => {
    const row = document.createElement("li");
    const link = document.createElement("a");
    row.dataset.nat = name;
    link.href = form.page;
    link.textContent = form.name;
    row.append(link, `: ${word(name)}`);
    if (notices) notices.append(row);
  };
  const write = (row, visit) => async (event) => {
    event.preventDefault();
    const form = event.target;
    const fields = Object.fromEntries(new FormData(form));
    fields.note_id = crypto.randomUUID();
    fields.based_on = String(visit.version);
    fields.written_at = new Date().toISOString();
    const locked = await lock(await get("kept", "queue-key"), {
      visit: visit.id, name: visit.name, page: visit.page, address: visit.address, fields,
    });
    await put("queue", fields.note_id, { ...locked, owner: await get("kept", "owner") });
    form.reset();
    row.querySelector("details").open = false;
    row.querySelector("[data-lage]").textContent = word("vantar");
    row.querySelector("summary").focus();
    await tellWaiting();
    if (navigator.onLine) await online();
  };
  const reveal = (element, text) => {
    element.hidden = !text;
    element.querySelector("[data-text]").textContent = text;
  };
  const show = async () => {
    const key = await get("kept", "key");
    const locked = await get("kept", "day");
    const holds = Date.now() < (await get("kept", "until") || 0);
    const found = holds && key && locked ? await unlock(key, locked) : null;
    if (!found || found.day !== today()) {
      for (const name of ["key", "queue-key", "day"]) await drop("kept", name);
      list.replaceChildren();
      return tell("tomt");
    }
    const queued = new Set((await waiting()).map(({ form }) => form.visit));
    const rows = found.visits.map((visit) => {
      const row = template.content.firstElementChild.cloneNode(true);
      row.id = `sparat-${visit.id}`;
      row.querySelector("[data-namn]").textContent = `${visit.time} ${visit.name}`.trim();
      row.querySelector("[data-adress]").textContent = visit.address_home;
      row.querySelector("[data-under]").textContent = visit.why;
      reveal(row.querySelector("[data-lovat]"), visit.promise);
      const call = row.querySelector("[data-ring]");
      if (visit.phone) call.href = `tel:${visit.phone}`;
      reveal(call, visit.phone);
      for (const field of row.querySelectorAll("[id]")) field.id += `-${visit.id}`;
      for (const label of row.querySelectorAll("label")) label.htmlFor += `-${visit.id}`;
      row.querySelector("form").addEventListener("submit", write(row, visit));
      if (queued.has(visit.id)) {
        row.querySelector("[data-lage]").textContent = word("vantar");
      }
      return row;
    });
    list.replaceChildren(...rows);
  };

  if (navigator.serviceWorker && arbetare) {
    navigator.serviceWorker.register(arbetare, { scope: omfang });
  }
  window.addEventListener("online", online);
  if (list) show().catch(() => tell("tomt"));
  if (navigator.onLine) online(); else { tell("utan"); tellWaiting(); }
})();
