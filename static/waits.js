// A form that takes a while (data-waits: what is said meanwhile) says so, can be stopped, and cannot be sent twice.
// Its words stand in base.html. Without this file the browser shows that it waits.
for (const form of document.querySelectorAll("form[data-waits]")) {
  const place = form.appendChild(document.createElement("div")), words = document.getElementById("waits").content;
  const say = part => place.replaceChildren(...(part ? [words.querySelector(part).cloneNode(true)] : []));
  place.setAttribute("role", "status");
  form.addEventListener("submit", e => {
    if (form.hasAttribute("aria-busy")) return e.preventDefault();
    form.setAttribute("aria-busy", "true");
    say(".waits");
    place.querySelector("span").textContent = form.dataset.waits;
    place.querySelector("button").addEventListener("click", () => {
      window.stop();
      form.removeAttribute("aria-busy");
      say(".stopped");
      form.querySelector("button:not([type])").focus();
    });
  });
  addEventListener("pageshow", () => { form.removeAttribute("aria-busy"); say(""); });  // one went back to it: it waits no longer
}
