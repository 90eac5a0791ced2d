// The page of a review: filters at once, keys, links that can be copied, and what is changed in place. Without this file it reads and posts.
// $ and $$ are those of forefront.js, keys and walk those of keys.js. Its words stand in the page: mandates/_words.html.
const work = $("[data-review]");
if (work) {
  const words = $("#review-words").content.firstElementChild.dataset;
  const counted = (sentence, number, total) => sentence.replace("{number}", number).replace("{total}", total);
  const filters = $("[data-filters]"), position = () => $("[data-position]");
  const reachable = el => !el.hidden && !el.closest("[hidden]");
  const unfolded = el => reachable(el) && !el.parentElement.closest("details:not([open])");
  const findings = () => $$(".finding", work).filter(reachable);
  const paragraphs = () => $$(".para[id], .ghost, .fold > summary", work).filter(el => el.matches("summary") ? unfolded(el.parentElement) : unfolded(el));
  const tasks = () => $$(".para[data-task]", work), crime = () => $$(".para", work).filter(p => $("mark.crime", p)).filter(unfolded);

  // Filters: the server lays the text out anew, the address can be sent to a colleague, and nothing that was typed is lost.
  function address() {
    const said = new FormData(filters), asked = new URLSearchParams();
    for (const name of ["show", "about", "state"]) if (said.get(name) && said.get(name) !== "all") asked.set(name, said.get(name));
    const severity = said.getAll("severity");
    if (severity.length && severity.length < $$("[name=severity]", filters).length) for (const one of severity) asked.append("severity", one);
    return location.pathname + (asked.size ? `?${asked}` : "");
  }
  function show() {
    history.replaceState(null, "", address());
    htmx.ajax("GET", address(), { source: filters, target: "#sheet", swap: "outerHTML" });
  }
  filters.addEventListener("change", show);
  filters.addEventListener("submit", e => { e.preventDefault(); show(); });
  let typed = [];
  document.addEventListener("htmx:beforeSwap", e => {
    if (e.detail.target?.id !== "sheet") return;
    typed = $$("textarea[id]", work).filter(t => t.value !== t.defaultValue).map(t => [t.id, t.value, t.form && $("[name=verdict]:checked", t.form)?.value]);
  });
  document.addEventListener("htmx:afterSettle", e => {
    if (e.detail.target?.id !== "sheet") return;
    for (const [id, value, verdict] of typed) {
      const field = document.getElementById(id), choice = field && verdict && $(`[name=verdict][value=${verdict}]`, field.form);
      if (field) field.value = value;
      if (choice) choice.checked = true;
    }
    walk.stand(null);
    if (work.getBoundingClientRect().top < 0) work.scrollIntoView({ block: "start", behavior: "instant" });
  });

  // Where one stands: "3 of 9" among the findings, and its link.
  const link = document.createElement("button");
  Object.assign(link, { type: "button", className: "copylink", title: words.copylink });
  link.innerHTML = '<svg aria-hidden="true"><use href="#g-link"/></svg><span class="vh"></span>';
  link.lastChild.textContent = words.copylink;
  const place = el => el?.closest?.(".finding[id], .para[id], .ghost[id]");
  function offer(el) { if (el && navigator.clipboard && link.parentElement !== el) el.append(link); }
  async function copy() {
    const el = link.parentElement || walk.here();
    if (!el?.id) return false;
    const there = new URL(`${work.dataset.address}#${el.id}`, location.href).href;
    try { await navigator.clipboard.writeText(there); link.dataset.said = words.copied; } catch { link.dataset.said = words.notcopied; }
    setTimeout(() => { delete link.dataset.said; }, 2000);
  }
  link.addEventListener("click", copy);
  work.addEventListener("pointerover", e => offer(place(e.target)));
  work.addEventListener("focusin", e => offer(place(e.target)));
  document.addEventListener("stand", e => {
    const list = findings(), here = list.indexOf(walk.here());
    if (position()) position().textContent = here >= 0 ? counted(position().dataset.at, here + 1, list.length) : position().dataset.said;
    offer(place(e.detail));
  });
  work.addEventListener("focusin", e => { const el = place(e.target); if (el && el !== walk.here() && !el.contains(walk.here())) walk.stand(el, false); });

  // A link to a place unfolds it, also one that a filter left out, and one stands on it.
  function arrive() {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !work.contains(target)) return;
    for (let el = target; el !== work; el = el.parentElement) el.hidden = false;
    walk.stand(target);
    target.scrollIntoView({ block: "start", behavior: "instant" });
  }
  addEventListener("hashchange", arrive);
  addEventListener("load", arrive);

  // What one stands on begins below the bar, however many lines that has.
  const bar = $(".workbar", work), below = () => { root.style.scrollPaddingTop = getComputedStyle(bar).position === "sticky" ? `${bar.offsetHeight + 12}px` : ""; };
  new ResizeObserver(below).observe(bar);

  // Keys.
  $$("[data-step]", work).forEach(b => b.addEventListener("click", () => walk.step(findings(), Number(b.dataset.step))));
  keys.add("n", words.next, () => walk.step(findings(), 1));
  keys.add("p", words.previous, () => walk.step(findings(), -1));
  keys.add("j", words.nextParagraph, () => walk.step(paragraphs(), 1));
  keys.add("k", words.previousParagraph, () => walk.step(paragraphs(), -1));
  keys.add("t", words.nextTask, () => walk.step(tasks(), 1));
  keys.add("T", words.previousTask, () => walk.step(tasks(), -1));
  keys.add("c", words.nextCrime, () => walk.step(crime(), 1));
  const finding = () => walk.here()?.closest(".finding");
  const press = find => () => { const el = finding() && find(finding()); if (!el) return false; el.click(); return el; };
  function decide(verdict) {
    const radio = press(f => $(`[name=verdict][value=${verdict}]`, f))();
    if (!radio) return false;
    $("textarea", radio.form).focus();
  }
  keys.add("a", words.accept, () => decide("accept"));
  keys.add("x", words.dismiss, () => decide("dismiss"));
  keys.add("d", words.defer, () => decide("defer"));
  keys.add("o", words.open, press(f => $(".more > summary", f)));
  keys.add("m", words.comment, () => {
    const talk = finding() && $(".talk", finding());
    if (!talk) return false;
    talk.open = true;
    $("textarea", talk).focus();
  });
  keys.add("e", words.correct, () => {
    const here = walk.here(), paragraph = here?.closest(".para") || (here && $(".para", here.closest(".block") || here));
    const mend = paragraph && $(".mend", paragraph);
    if (!mend) return false;
    mend.click();
  });
  keys.add("y", words.copy, copy);

  // In the form of a decision Enter records; Shift and Enter begin a new line.
  work.addEventListener("keydown", e => {
    if (e.key === "Enter" && !e.shiftKey && !e.isComposing && e.target.matches(".decide textarea")) { e.preventDefault(); e.target.form.requestSubmit(); }
    if (e.key === "Escape" && e.target.closest(".mending")) shut(e.target.closest(".mending"));
  });

  // After a decision: count again, and put the focus where the reader was.
  document.addEventListener("htmx:afterSettle", e => {
    const f = e.detail.target?.matches?.(".finding") && document.getElementById(e.detail.target?.id);
    if (!f) return;
    const all = $$(".finding", work), done = all.filter(one => one.dataset.state !== "open").length;
    $("[data-progress]").textContent = counted($("[data-progress]").dataset.progress, done, all.length);
    $("progress", work).value = done;
    walk.stand(f, false);
    $(".error", f) ? $("textarea", f).focus() : f.focus({ preventScroll: true });
  });

  // A correction in place: its form opens under the paragraph; once it is kept the page is made again, and one stands there.
  function shut(form) { const paragraph = form.closest(".para"); form.remove(); $(".mend", paragraph)?.focus(); }
  work.addEventListener("click", e => {
    const mend = e.target.closest(".mend"), paragraph = mend?.closest(".para");
    if (!mend || e.ctrlKey || e.metaKey || e.shiftKey) return;
    e.preventDefault();
    if ($(".mending", paragraph)) shut($(".mending", paragraph));
    else htmx.ajax("GET", mend.getAttribute("href"), { source: paragraph, target: paragraph, swap: "beforeend" });
  });
  work.addEventListener("click", e => { const back = e.target.closest(".mending [data-back]"); if (back) { e.preventDefault(); shut(back.closest(".mending")); } });
  document.addEventListener("htmx:afterSettle", e => { const form = $(".mending", work); if (form && e.detail.elt?.closest(".para")) ($(".error", form) || $("select, input:not([type=hidden])", form)).focus(); });
  document.addEventListener("corrected", e => { history.replaceState(null, "", `${location.pathname}${location.search}#${e.detail.at}`); location.reload(); });
  for (const told of $$(".messages [data-at]")) {
    const paragraph = document.getElementById(told.dataset.at);
    if (!paragraph) continue;
    const said = Object.assign(document.createElement("p"), { className: "mended", textContent: told.textContent });
    said.setAttribute("role", "status");
    paragraph.append(said);
    told.remove();
  }
}
