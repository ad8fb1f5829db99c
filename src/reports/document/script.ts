/**
 * What makes the sliders move, and chooses what goes on paper: the only code in a document, which
 * reads nothing and sends nothing. Without it everything is there, and nothing moves.
 */
export const SCRIPT = `"use strict";
for (const figure of document.querySelectorAll(".frames")) {
  const slider = figure.querySelector("input");
  const frames = [...figure.querySelectorAll(".frame")];
  const words = [...figure.querySelectorAll(".words")];
  const play = figure.querySelector('[data-do="play"]');
  const title = figure.querySelector("svg.map > title");
  const says = figure.querySelector("svg.map > desc");
  const name = figure.querySelector("figcaption").textContent;
  let timer = 0;
  const show = (at) => {
    const label = frames[at].dataset.label;
    slider.value = String(at);
    slider.setAttribute("aria-valuetext", label);
    frames.forEach((frame, index) => frame.toggleAttribute("hidden", index !== at));
    words.forEach((one, index) => one.toggleAttribute("hidden", index !== at));
    title.textContent = name + ", " + label;
    says.textContent = frames[at].dataset.says;
    figure.querySelector(".moment").textContent = label;
  };
  const stop = () => {
    clearInterval(timer);
    timer = 0;
    play.setAttribute("aria-pressed", "false");
    play.textContent = "Play";
  };
  const step = (by) => show(Math.max(0, Math.min(frames.length - 1, Number(slider.value) + by)));
  const start = () => {
    if (Number(slider.value) === frames.length - 1) show(0);
    play.setAttribute("aria-pressed", "true");
    play.textContent = "Pause";
    timer = setInterval(() => {
      step(1);
      if (Number(slider.value) === frames.length - 1) stop();
    }, 1500);
  };
  slider.addEventListener("input", () => { stop(); show(Number(slider.value)); });
  figure.querySelector('[data-do="back"]').addEventListener("click", () => { stop(); step(-1); });
  figure.querySelector('[data-do="on"]').addEventListener("click", () => { stop(); step(1); });
  play.addEventListener("click", () => (timer === 0 ? start() : stop()));
  figure.querySelector(".controls").hidden = false;
}
for (const tick of document.querySelectorAll("input[data-print]")) {
  const section = document.getElementById(tick.dataset.print);
  const apply = () => section.classList.toggle("unprinted", !tick.checked);
  tick.addEventListener("change", apply);
  tick.hidden = false;
  apply();
}
const folds = document.querySelector("input[data-print-folds]");
folds.closest(".paper").hidden = false;
folds.addEventListener("change", () => document.body.classList.toggle("unfolded", folds.checked));
const opened = [];
addEventListener("beforeprint", () => {
  const closed = folds.checked ? "details:not([open])" : "section.sheet details:not([open])";
  for (const one of document.querySelectorAll(closed)) {
    one.open = true;
    opened.push(one);
  }
});
addEventListener("afterprint", () => {
  for (const one of opened.splice(0)) one.open = false;
});
const unfold = () => {
  const target = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
  for (let one = target; one !== null; one = one.parentElement) if (one.tagName === "DETAILS") one.open = true;
};
addEventListener("hashchange", unfold);
unfold();
`;

/** SHA-256 of the script, base64: the page's own policy lets nothing else run. A test compares. */
export const SCRIPT_SHA256 = "yPQFVTox2AvjiJrKC5HvvOL1Hyyrc1SRZ+yKw6hPveg=";
