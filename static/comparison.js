// A comparison is walked through with keys and filtered at once. Without this file every change is there, and the filter loads the page.
// $ and $$ are those of forefront.js, keys and walk those of keys.js.
const part = $("[data-changes]");
if (part) {
  const form = $("[data-show]"), position = $("[data-position]"), paragraphs = $("[data-part]"), plural = new Intl.PluralRules(document.documentElement.lang);
  const all = () => $$(".change", part), changes = () => all().filter(c => c.dataset.number && !c.hidden);
  const shows = {
    all: () => true,
    changed: c => Boolean(c.dataset.number),
    crime: c => "crime" in c.dataset,
    tasks: c => c.dataset.kind === "task",
  };
  function say() {
    const list = changes(), here = list.indexOf(walk.here()), total = all().filter(c => c.dataset.number).length;
    const form = plural.select(list.length) === "one" ? "one" : "many", values = { place: here + 1, number: list.length, total };
    position.textContent = position.dataset[here >= 0 ? "at" : list.length === total ? form : `${form}Of`].replace(/\{(\w+)\}/g, (_, name) => values[name]);
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
  const step = by => walk.step(changes(), by);

  form.addEventListener("change", show);
  form.addEventListener("submit", e => { e.preventDefault(); show(); });
  $("button", form).hidden = true;
  if ($("[data-walk]")) $("[data-walk]").hidden = false;
  $$("[data-step]").forEach(b => b.addEventListener("click", () => step(Number(b.dataset.step))));
  document.addEventListener("stand", say);
  part.addEventListener("focusin", e => { const c = e.target.closest(".change"); if (c?.dataset.number && c !== walk.here()) walk.stand(c, false); });

  for (const key of ["n", "j"]) keys.add(key, part.dataset.next, () => step(1));
  for (const key of ["p", "k"]) keys.add(key, part.dataset.previous, () => step(-1));
  keys.add("o", part.dataset.decide, () => {
    const choice = walk.here() && $("input[name=verdict]", walk.here());
    if (!walk.here()) return false;
    choice ? choice.focus() : $(".talk > a", walk.here())?.click();
  });

  // A change that was opened or decided is a new element: one stands on it as before.
  document.addEventListener("htmx:afterSettle", e => {
    const c = document.getElementById(e.detail.target?.id);
    if (!c?.matches(".change")) return;
    walk.stand(c, false);
    $("input[name=verdict]", c)?.focus();
  });
}
