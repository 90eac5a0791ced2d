// The bar of the tour: it has the focus at each step, arrows and Enter go on, Escape leaves. Without this file its links do the same.
const tour = $("#tour");
if (tour) {
  const TYPING = "textarea, select, input, summary, dialog, [contenteditable]";
  const go = selector => { const link = $(selector, tour); link?.click(); return Boolean(link); };
  // After the page has gone to the part that the step is about, so that what is read aloud next is the step.
  addEventListener("load", () => setTimeout(() => tour.focus({ preventScroll: true }), 0));
  addEventListener("keydown", e => {
    if (e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey || e.target.closest?.(TYPING) || $(".menu[open], dialog[open]")) return;
    const done = e.key === "Escape" ? go("[data-leave]")
      : e.key === "ArrowRight" || (e.key === "Enter" && e.target === tour) ? go("[rel=next]")
      : e.key === "ArrowLeft" ? go("[rel=prev]") : false;
    if (done) e.preventDefault();
  });
}
