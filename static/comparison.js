// A comparison is walked through with keys and filtered at once. Without this file every change is there, and the filter loads the page.
// $ and $$ and store are those of forefront.js.
const part = $("[data-changes]");
if (part) {
  const form = $("[data-show]"), position = $("[data-position]"), paragraphs = $("[data-part]"), keys = $("[data-keys]"), dialog = $("#keys");
  const all = () => $$(".change", part), changes = () => all().filter(c => c.dataset.number && !c.hidden);
  const shows = {
    all: () => true,
    changed: c => Boolean(c.dataset.number),
    crime: c => "crime" in c.dataset,
    tasks: c => c.dataset.kind === "task",
  };
  let at = null;  // the change that one stands on

  function say() {
    const list = changes(), here = list.indexOf(at), total = all().filter(c => c.dataset.number).length;
    position.textContent = here >= 0 ? `${here + 1} of ${list.length}` : `${list.length} change${list.length === 1 ? "" : "s"}${list.length === total ? "" : ` of ${total}`}`;
  }
  function show() {
    const asked = new FormData(form).get("show");
    for (const c of all()) c.hidden = !shows[asked](c);
    for (const f of $$(".fold", part)) f.hidden = !$$(".change", f).some(c => !c.hidden);
    paragraphs.hidden = asked === "tasks";
    $("[data-none]").hidden = changes().length > 0 || asked === "all";
    const address = new URL(location);
    address.searchParams.set("show", asked);
    history.replaceState(null, "", address);
    say();
  }
  function stand(change, scroll = true) {
    at?.classList.remove("is-current");
    at = change;
    at.classList.add("is-current");
    at.tabIndex = -1;
    at.focus({ preventScroll: true });
    if (scroll) at.scrollIntoView({ block: "start" });
    say();
  }
  // From where one stands; else from the first change that begins at or below the top of the window.
  function step(by) {
    const list = changes();
    if (!list.length) return;
    const here = list.indexOf(at), top = part.querySelector(".workbar").getBoundingClientRect().bottom;
    const below = list.findIndex(c => c.getBoundingClientRect().top >= top - 1);
    const next = here >= 0 ? here + by : by > 0 ? (below < 0 ? list.length - 1 : below) : (below < 0 ? list.length : below) - 1;
    stand(list[Math.max(0, Math.min(next, list.length - 1))]);
  }

  form.addEventListener("change", show);
  form.addEventListener("submit", e => { e.preventDefault(); show(); });
  $("button", form).hidden = true;
  if ($("[data-walk]")) $("[data-walk]").hidden = false;
  $$("[data-step]").forEach(b => b.addEventListener("click", () => step(Number(b.dataset.step))));
  $$("[data-open]").forEach(b => b.addEventListener("click", () => dialog.showModal()));
  part.addEventListener("focusin", e => { const c = e.target.closest(".change"); if (c?.dataset.number && c !== at) { at?.classList.remove("is-current"); at = c; at.classList.add("is-current"); say(); } });

  // Single keys: never while typing, and they can be switched off (WCAG 2.1.4).
  keys.checked = store.get("keys") !== "off";
  keys.addEventListener("change", () => store.set("keys", keys.checked ? "on" : "off"));
  addEventListener("keydown", e => {
    if (!keys.checked || e.ctrlKey || e.metaKey || e.altKey || e.target.closest("textarea, select, input:not([type=radio]):not([type=checkbox]), dialog")) return;
    if (e.key === "n" || e.key === "j") step(1);
    else if (e.key === "p" || e.key === "k") step(-1);
    else if (e.key === "?") dialog.showModal();
    else if (e.key === "o" && at) ($("input[name=verdict]", at) || $(".talk > a", at))[$("input[name=verdict]", at) ? "focus" : "click"]();
    else return;
    e.preventDefault();
  });

  // A change that was opened or decided is a new element: one stands on it as before.
  document.addEventListener("htmx:afterSettle", e => {
    const c = document.getElementById(e.detail.target.id);
    if (!c?.matches(".change")) return;
    stand(c, false);
    $("input[name=verdict]", c)?.focus();
  });
}
