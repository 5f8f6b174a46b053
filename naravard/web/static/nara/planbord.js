/* Drag a visit to somebody's round. The same is done by keyboard with the form in each
   visit, which is what is sent here too. */
(function () {
  "use strict";

  const KIND = "text/x-nara-besok";
  const rounds = document.querySelectorAll("[data-pass]");
  for (const visit of document.querySelectorAll("[data-besok]")) {
    if (!visit.querySelector("select[name=shift]")) continue;
    visit.draggable = true;
    visit.addEventListener("dragstart", (event) => {
      event.dataTransfer.setData(KIND, visit.dataset.besok);
      event.dataTransfer.effectAllowed = "move";
    });
  }
  for (const round of rounds) {
    round.addEventListener("dragover", (event) => {
      if (!event.dataTransfer.types.includes(KIND)) return;
      event.preventDefault();
      round.classList.add("mal");
    });
    round.addEventListener("dragleave", () => round.classList.remove("mal"));
    round.addEventListener("drop", (event) => {
      event.preventDefault();
      round.classList.remove("mal");
      const id = event.dataTransfer.getData(KIND);
      const visit = document.querySelector(`[data-besok="${CSS.escape(id)}"]`);
      const select = visit && visit.querySelector("select[name=shift]");
      if (!select || visit.parentElement === round) return;
      select.value = round.dataset.pass;
      select.form.requestSubmit();
    });
  }
})();
