// Single keys, one mechanism for every page. $, $$ and store are those of forefront.js.
// An element with data-key answers to that key: a field gets the focus, anything else is clicked. A script adds what no element stands for.
const keys = (() => {
  const dialog = $("#keys"), on = $("[data-keys]"), acts = new Map();
  const FIELDS = "textarea, select, input:not([type=radio]):not([type=checkbox]), [contenteditable], dialog";
  const there = el => el.checkVisibility ? el.checkVisibility() : el.offsetParent !== null;
  const element = key => $$(`[data-key="${CSS.escape(key)}"]`).find(there);
  const words = el => el.dataset.says || el.getAttribute("aria-label") || (el.labels?.[0] || el).textContent.trim().replace(/\s+/g, " ");
  const enabled = () => store.get("keys") !== "off";
  const add = (key, said, act) => acts.set(key, { said, act });

  // The sheet: what answers on this page, then what answers on all of them.
  function row([key, said]) {
    const tr = document.createElement("tr"), name = document.createElement("td"), what = document.createElement("td");
    for (const part of key.split(" ")) { const kbd = document.createElement("kbd"); kbd.textContent = part; name.append(kbd, " "); }
    what.textContent = said;
    tr.append(name, what);
    return tr;
  }
  function list() {
    const found = new Map($$("[data-key]").filter(there).reverse().map(el => [el.dataset.key, el]));
    const rows = [...found].reverse().map(([key, el]) => [Boolean(el.closest("header")), [key, words(el)]]);
    const here = [...[...acts].map(([key, { said }]) => [key, said]), ...rows.filter(([all]) => !all).map(([, r]) => r)];
    $("[data-here]", dialog).replaceChildren(...here.map(row));
    $("[data-here]", dialog).closest("section").hidden = !here.length;
    $("[data-everywhere]", dialog).replaceChildren(...rows.filter(([all]) => all).map(([, r]) => row(r)));
  }
  function open() {
    const from = document.activeElement;
    list();
    dialog.showModal();
    dialog.addEventListener("close", () => from?.focus?.({ preventScroll: true }), { once: true });
  }

  // Never while typing, and they can be switched off for good (WCAG 2.1.4).
  if (dialog) {
    on.checked = enabled();
    on.addEventListener("change", () => store.set("keys", on.checked ? "on" : "off"));
    $$("[data-open=keys]").forEach(b => b.addEventListener("click", open));
    addEventListener("keydown", e => {
      if (!enabled() || e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey || e.isComposing || e.target.closest?.(FIELDS)) return;
      const el = element(e.key), act = acts.get(e.key);
      if (e.key === "?") open();
      else if (act) { if (act.act() === false) return; }
      else if (el) el.matches("input:not([type=radio]):not([type=checkbox]), textarea, select") ? (el.focus(), el.select?.()) : el.click();
      else return;
      e.preventDefault();
    });
  }
  return { add };
})();

// Walking: one stands on one thing at a time. It has the focus and a bar beside it, and is unfolded; "stand" tells the page.
const walk = (() => {
  let at = null;
  const here = () => at?.isConnected && !at.hidden ? at : null;
  function stand(el, scroll = true) {
    $$(".is-current").forEach(was => was.classList.remove("is-current"));
    at = el;
    if (!el) return;
    for (let fold = el.closest("details:not([open])"); fold; fold = fold.parentElement.closest("details:not([open])")) fold.open = true;
    el.classList.add("is-current");
    if (!el.matches("a[href], button, summary")) el.tabIndex = -1;
    if (document.activeElement !== el && !el.contains(document.activeElement)) el.focus({ preventScroll: true });
    if (scroll) { el.focus({ preventScroll: true }); el.scrollIntoView({ block: "start" }); }
    document.dispatchEvent(new CustomEvent("stand", { detail: el }));
  }
  // From where one stands; else from the first that begins at or below the bar at the top of the window. At the end one stays.
  function step(list, by) {
    if (!list.length) return;
    const from = here(), top = $(".workbar")?.getBoundingClientRect().bottom ?? 0;
    const where = el => from ? from.compareDocumentPosition(el) : el.getBoundingClientRect().top >= top - 1 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
    const next = by > 0 ? list.find(el => where(el) & Node.DOCUMENT_POSITION_FOLLOWING) : list.findLast(el => where(el) & Node.DOCUMENT_POSITION_PRECEDING);
    stand(next ?? (list.includes(from) ? from : by > 0 ? list.at(-1) : list[0]));
  }
  return { stand, step, here };
})();
