// Small comforts only. Without this file the pages still read, fold, jump and submit.
const $ = (s, el = document) => el.querySelector(s), $$ = (s, el = document) => [...el.querySelectorAll(s)];
const store = { get: k => { try { return localStorage.getItem(k); } catch { return null; } }, set: (k, v) => { try { localStorage.setItem(k, v); } catch { /* private window */ } } };

// Theme: the system decides until the reader does.
const root = document.documentElement, toggle = $("[data-theme-toggle]");
const isDark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
const paint = () => { if (toggle) toggle.textContent = isDark() ? toggle.dataset.sayLight : toggle.dataset.sayDark; };
if (store.get("theme")) root.dataset.theme = store.get("theme");
paint();
toggle?.addEventListener("click", () => { root.dataset.theme = isDark() ? "light" : "dark"; store.set("theme", root.dataset.theme); paint(); });

// Menus: Escape or a click elsewhere closes them.
addEventListener("click", e => $$(".menu[open]").forEach(m => { if (!m.contains(e.target)) m.open = false; }));
addEventListener("keydown", e => { if (e.key === "Escape") $$(".menu[open]").forEach(m => { m.open = false; $("summary", m).focus(); }); });

// A file dropped anywhere on the form is the file chosen.
const picker = $("input[type=file]"), sheet = picker?.form;
sheet?.addEventListener("dragover", e => { if (e.dataTransfer.types.includes("Files")) e.preventDefault(); });
sheet?.addEventListener("drop", e => { if (e.dataTransfer.files.length) { e.preventDefault(); picker.files = e.dataTransfer.files; picker.focus(); } });

// Paper shows everything that the screen folds, except the untouched paragraphs.
addEventListener("beforeprint", () => $$(".more, .later").forEach(d => { d.dataset.was = d.open; d.open = true; }));
addEventListener("afterprint", () => $$("[data-was]").forEach(d => { d.open = d.dataset.was === "true"; }));

// Copy: the words with their citation. Where the browser allows none, the text can be selected.
const copies = el => navigator.clipboard && $$("[data-copy]", el).forEach(b => { b.hidden = false; });
copies(document);
document.addEventListener("click", async e => {
  const button = e.target.closest?.("[data-copy]");
  if (!button) return;
  const said = button.innerHTML;
  try { await navigator.clipboard.writeText(button.dataset.copy); button.textContent = document.body.dataset.sayCopied; } catch { button.textContent = document.body.dataset.sayNotCopied; }
  setTimeout(() => { button.innerHTML = said; }, 2000);
});

// Work under way asks again by itself when it was not answered. Where its row is gone, or may not be seen any more, the page says so.
document.addEventListener("htmx:responseError", e => { if (e.detail.elt.matches(".progress[hx-get]")) location.reload(); });

// After a comment: what can be copied is offered again, and the focus is where the reader was.
document.addEventListener("htmx:afterSwap", e => {
  if (e.detail.target?.matches(".comments")) $("textarea", document.getElementById(e.detail.target.id))?.focus();
  copies(document);
});
