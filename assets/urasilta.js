// Small comforts. Every task works without this file.
(() => {
  "use strict";
  // A page with mistakes in its form: the reader starts at the list of them.
  const faults = document.querySelector("[data-faults]");
  if (faults) faults.focus();

  // An impatient second press sends nothing: an answer that is shown once would be lost.
  document.addEventListener("submit", (event) => {
    const { dataset } = event.target;
    if (dataset.sent) { event.preventDefault(); return; }
    dataset.sent = "yes";
    setTimeout(() => { delete dataset.sent; }, 4000);
  });

  // Long texts are kept in this tab until they are sent, so that an expired session loses nothing.
  // They are kept for one person: on a shared computer the next one signed in finds nothing.
  // data-person is therefore the same for a person from session to session.
  const person = document.body.dataset.person;
  if (!person) return;
  const own = `draft ${person} `;
  const path = (url) => new URL(url, location.href).pathname;
  const store = (work) => { try { work(sessionStorage); } catch { /* no storage: nothing is kept */ } };
  const forget = (which) => store((kept) => Object.keys(kept).filter(which).forEach((one) => kept.removeItem(one)));
  const draft = (one) => one.startsWith("draft ");

  forget((one) => draft(one) && !one.startsWith(own));
  // The page after a successful send says data-clear-draft: the form sent last is forgotten, or the named action.
  const done = document.querySelector("[data-clear-draft]");
  if (done) store((kept) => {
    const action = done.dataset.clearDraft ? path(done.dataset.clearDraft) : kept.getItem(`${own}sent`);
    forget((one) => one.startsWith(`${own}at ${action} `) || one === `${own}sent`);
  });

  for (const area of document.querySelectorAll("form textarea[data-keep]")) {
    const action = path(area.form.getAttribute("action") || "");
    const key = `${own}at ${action} ${area.name}`;
    store((kept) => {
      const text = kept.getItem(key);
      if (text !== null && area.value.trim() === "") area.value = text;
    });
    area.addEventListener("input", () => store((kept) => {
      if (area.value) kept.setItem(key, area.value); else kept.removeItem(key);
    }));
    area.form.addEventListener("submit", () => store((kept) => kept.setItem(`${own}sent`, action)));
  }

  for (const form of document.querySelectorAll('form[action$="/signout"]')) {
    form.addEventListener("submit", () => forget(draft));
  }
})();
