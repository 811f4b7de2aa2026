// Keys that lead from one block to the next, and a clock beside the plan. Nothing leaves the page.
const stops = [...document.querySelectorAll(".stop")];
const bars = [...document.querySelectorAll(".bar li")];
const pace = document.getElementById("pace");
const button = document.getElementById("start");
let current = 0;
let begun = null;

function planned(stop) {
  return stop.dataset.start === undefined ? null : Number(stop.dataset.start);
}

function words(minutes) {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

function tell() {
  const at = planned(stops[current]);
  bars.forEach((bar, index) => {
    const next = index + 1 < bars.length ? Number(bars[index + 1].dataset.start) : Infinity;
    const here = at !== null && Number(bar.dataset.start) <= at && at < next;
    here ? bar.setAttribute("aria-current", "true") : bar.removeAttribute("aria-current");
  });
  if (begun === null) return;
  const minutes = Math.floor((Date.now() - begun) / 60000);
  const late = at === null ? 0 : minutes - at;
  pace.hidden = false;
  pace.className = late > 0 ? "behind" : "";
  const apart = late > 0 ? `${late} min late` : late < 0 ? `${-late} min early` : "on time";
  pace.textContent = `${words(minutes)} gone; planned here ${at === null ? "–" : words(at)}; ${apart}`;
}

function go(index) {
  stops[current].removeAttribute("aria-current");
  current = Math.max(0, Math.min(stops.length - 1, index));
  stops[current].setAttribute("aria-current", "true");
  stops[current].focus({ preventScroll: true });
  stops[current].scrollIntoView({ block: "start" });
  tell();
}

const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target === button) return;
  if (event.key in steps) go(current + steps[event.key]);
  else if (event.key === " ") go(current + (event.shiftKey ? -1 : 1));
  else if (event.key === "Home") go(0);
  else if (event.key === "End") go(stops.length - 1);
  else return;
  event.preventDefault();
});

button.addEventListener("click", () => {
  begun = Date.now();
  button.textContent = "Start the clock again";
  tell();
});

setInterval(tell, 10000);
tell();
