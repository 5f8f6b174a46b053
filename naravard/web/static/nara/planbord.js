/* Move a visit by dragging it, or by Shift and an arrow key where it stands: the same form
   is sent either way, and what it would mean is shown while one chooses. */
(function () {
  "use strict";

  const KIND = "text/x-nara-besok";
  const form = document.getElementById("flytta-dragen");
  if (!form) return;
  const rounds = [...document.querySelectorAll("[data-pass]")];
  const visitsOf = (round) => [...round.querySelectorAll("[data-besok]")];
  const roundOf = (visit) => visit.closest("[data-pass]");
  let dragged = null;
  let shown = "";
  let waiting = 0;

  const fill = (visit, round, place) => {
    form.elements.visit.value = visit;
    form.elements.shift.value = round.dataset.pass;
    form.elements.place.value = place;
  };
  const send = (visit, round, place) => { fill(visit, round, place); form.requestSubmit(); };
  const show = (visit, round, place) => {
    const wanted = `${visit} ${round.dataset.pass} ${place}`;
    if (wanted === shown || !window.htmx) return;
    shown = wanted;
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      fill(visit, round, place);
      const { day, shift } = form.elements;
      htmx.ajax("GET", form.dataset.prova, {
        target: "#provat",
        values: { day: day.value, visit, shift: shift.value, place },
      });
    }, 150);
  };
  const placeAt = (target) => {
    const after = target.closest("[data-besok]");
    return after && after.dataset.besok !== dragged ? after.dataset.besok : "";
  };

  for (const visit of document.querySelectorAll("[data-besok]")) {
    visit.draggable = true;
    visit.addEventListener("dragstart", (event) => {
      dragged = visit.dataset.besok;
      event.dataTransfer.setData(KIND, dragged);
      event.dataTransfer.effectAllowed = "move";
    });
    visit.addEventListener("dragend", () => { dragged = null; });
  }
  for (const round of rounds) {
    round.addEventListener("dragover", (event) => {
      if (!event.dataTransfer.types.includes(KIND)) return;
      event.preventDefault();
      round.classList.add("mal");
      if (dragged) show(dragged, round, placeAt(event.target));
    });
    round.addEventListener("dragleave", () => round.classList.remove("mal"));
    round.addEventListener("drop", (event) => {
      event.preventDefault();
      round.classList.remove("mal");
      send(event.dataTransfer.getData(KIND), round, placeAt(event.target));
    });
  }

  /* The same visit on the map and along the hours lights up together. */
  const dots = [...document.querySelectorAll("[data-pa-kartan]")];
  const lift = (id, on) => {
    for (const dot of dots) dot.classList.toggle("lyft", on && dot.dataset.paKartan === id);
    for (const bar of document.querySelectorAll("[data-besok]"))
      bar.classList.toggle("lyft", on && bar.dataset.besok === id);
  };
  const light = (element, id) => {
    for (const name of ["mouseenter", "focusin"])
      element.addEventListener(name, () => lift(id, true));
    for (const name of ["mouseleave", "focusout"])
      element.addEventListener(name, () => lift(id, false));
  };
  for (const bar of document.querySelectorAll("[data-besok]")) light(bar, bar.dataset.besok);
  for (const dot of dots) {
    light(dot, dot.dataset.paKartan);
    dot.addEventListener("click", () => {
      const bar = document.getElementById(`b-${dot.dataset.paKartan}`);
      if (bar) bar.click();
    });
  }

  /* Left and right: earlier and later in the round. Up and down: another's round. */
  const within = (visit, step) => {
    const round = roundOf(visit);
    if (!round) return;
    const all = visitsOf(round);
    const to = all.indexOf(visit) + step;
    if (to < 0 || to >= all.length) return;
    const after = step > 0 ? all[to] : all[to - 1];
    send(visit.dataset.besok, round, after ? after.dataset.besok : "forst");
  };
  const between = (visit, step) => {
    const here = roundOf(visit);
    const to = here ? rounds.indexOf(here) + step : 0;
    if (rounds[to]) send(visit.dataset.besok, rounds[to], "");
  };
  const KEYS = {
    ArrowLeft: (visit) => within(visit, -1),
    ArrowRight: (visit) => within(visit, 1),
    ArrowUp: (visit) => between(visit, -1),
    ArrowDown: (visit) => between(visit, 1),
  };
  /* The address that comes back ends with the visit, so that one stands on it still. */
  document.addEventListener("keydown", (event) => {
    const visit = event.shiftKey && KEYS[event.key] && event.target.closest("[data-besok]");
    if (!visit) return;
    event.preventDefault();
    KEYS[event.key](visit);
  });
})();
