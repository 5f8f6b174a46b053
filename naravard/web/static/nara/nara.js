/* Conveniences only: every page works without this file. */
(function () {
  "use strict";

  const SHORTCUT = "nara-genvag";
  const search = document.querySelector("[data-sok]");
  const toggle = document.querySelector("[data-genvag]");
  const lost = document.getElementById("avbrott");
  const announcer = document.getElementById("andringar");

  /* "/" goes to the search field, unless it is turned off (WCAG 2.1.4). */
  const remembered = () => {
    try { return localStorage.getItem(SHORTCUT) !== "av"; } catch { return true; }
  };
  let shortcutOn = remembered();
  const showShortcut = () => {
    const hint = search && search.parentElement.querySelector("kbd");
    if (hint) hint.hidden = !shortcutOn;
    if (toggle) toggle.setAttribute("aria-pressed", String(shortcutOn));
  };
  if (toggle) {
    toggle.hidden = false;
    toggle.addEventListener("click", () => {
      shortcutOn = !shortcutOn;
      try { localStorage.setItem(SHORTCUT, shortcutOn ? "pa" : "av"); } catch { /* private mode */ }
      showShortcut();
    });
  }
  showShortcut();
  const writing = (element) =>
    element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closeMenu();
    if (event.key !== "/" || !search || !shortcutOn) return;
    if (event.ctrlKey || event.metaKey || event.altKey || writing(event.target)) return;
    event.preventDefault();
    search.focus();
  });

  /* The menu under the name closes by Escape and by a click beside it. */
  const menu = document.querySelector("details.jag");
  const closeMenu = () => {
    if (!menu || !menu.open) return;
    const inside = menu.contains(document.activeElement);
    menu.open = false;
    if (inside) menu.querySelector("summary").focus();
  };
  document.addEventListener("click", (event) => {
    if (menu && !menu.contains(event.target)) menu.open = false;
  });

  /* What a team's device keeps is locked with keys of the session: they die with it. */
  const forgetKeys = () => new Promise((done) => {
    if (!window.indexedDB) { done(); return; }
    const asked = indexedDB.open("nara-hembesok");
    asked.onupgradeneeded = () => asked.transaction.abort();
    asked.onerror = (event) => { event.preventDefault(); done(); };
    asked.onsuccess = () => {
      const database = asked.result;
      const over = () => { database.close(); done(); };
      if (!database.objectStoreNames.contains("kept")) { over(); return; }
      const work = database.transaction("kept", "readwrite");
      work.oncomplete = over;
      work.onabort = over;
      work.objectStore("kept").clear();
    };
  });
  if ("utloggad" in document.body.dataset) forgetKeys();
  for (const form of document.querySelectorAll("form[data-logga-ut]")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      forgetKeys().then(() => form.submit());
    });
  }

  /* Printing. */
  for (const button of document.querySelectorAll("[data-skriv-ut]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }

  /* Focus goes to what asks for it: a summary of errors, a refusal. */
  const focusIn = (root) => {
    const wanted = root.querySelector("[data-fokus]");
    if (wanted) wanted.focus();
  };
  focusIn(document);

  /* Live updates: a row whose version has changed is marked, never moved. */
  const versions = (root) =>
    new Map([...root.querySelectorAll("[data-version]")].map((row) => [row.id, row.dataset.version]));
  let before = new Map();
  document.addEventListener("htmx:beforeSwap", (event) => {
    before = versions(event.detail.target);
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    const target = document.getElementById(event.detail.target.id) || event.detail.target;
    if (target.id === "besked") target.focus();
    focusIn(target);
    const changed = [...versions(target)].filter(
      ([id, version]) => before.has(id) && before.get(id) !== version);
    for (const [id] of changed) document.getElementById(id).classList.add("andrad");
    if (changed.length && announcer) {
      announcer.textContent = changed.length === 1
        ? announcer.dataset.en
        : announcer.dataset.flera.replace("%d", changed.length);
    }
  });

  /* The worklist: the row whose case is open beside it is marked as chosen. */
  const markChosen = () => {
    const open = document.querySelector("#panel [data-rad]");
    for (const row of document.querySelectorAll("tr.rad")) {
      const chosen = Boolean(open) && row.id === open.dataset.rad;
      row.classList.toggle("vald", chosen);
      const name = row.querySelector("a.namn");
      if (!name) continue;
      if (chosen) name.setAttribute("aria-current", "true");
      else name.removeAttribute("aria-current");
    }
  };
  document.addEventListener("htmx:afterSwap", markChosen);
  document.addEventListener("htmx:oobAfterSwap", markChosen);
  /* Where the panel has no room, a link goes to the page instead. */
  document.addEventListener("htmx:beforeRequest", (event) => {
    const { target, elt } = event.detail;
    if (!target || target.id !== "panel" || target.offsetParent) return;
    event.preventDefault();
    if (elt.href) window.location.href = elt.href;
  });

  /* Say when the server cannot be reached, and stop saying it when it can. */
  document.addEventListener("htmx:sendError", () => { if (lost) lost.hidden = false; });
  document.addEventListener("htmx:afterOnLoad", () => { if (lost) lost.hidden = true; });
})();
