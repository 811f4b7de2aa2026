// A thin bar at the foot of the page: what is planned, and how much time is gone. It stands where
// JupyterLab has its status bar, and covers nothing else.

const EVERY = 5000; // milliseconds

function element(tag, className, words = "") {
  const node = document.createElement(tag);
  node.className = className;
  node.textContent = words;
  return node;
}

function render({ model, el }) {
  const parts = model.get("parts");
  const total = parts.reduce((sum, part) => sum + part.minutes, 0);
  const bar = element("div", "cnn-pace");
  bar.setAttribute("role", "status");
  const track = element("div", "cnn-pace-track");
  const gone = element("div", "cnn-pace-gone");
  const words = element("div", "cnn-pace-words");
  const pieces = parts.map((part) => {
    const piece = element("div", "cnn-pace-part", part.section || "·");
    piece.style.flexGrow = part.minutes;
    piece.title = `${part.name}: ${part.minutes} minutes`;
    return piece;
  });
  track.append(...pieces, gone);
  bar.append(track, words);
  document.body.append(bar);
  el.textContent = "The pace bar stands at the foot of the page. %pace stop takes it away.";

  const draw = () => {
    const end = model.get("stopped") || Date.now();
    const minutes = (end - model.get("started")) / 60000;
    const here = model.get("section");
    gone.style.width = `${Math.min(100, (100 * minutes) / total)}%`;
    let until = 0;
    let planned = null;
    parts.forEach((part, index) => {
      until += part.minutes;
      pieces[index].dataset.here = String(part.section !== "" && part.section === here);
      if (part.section === here) planned = until;
    });
    let said = `${Math.floor(minutes)} of ${total} min`;
    if (planned !== null && here !== "") {
      const late = Math.floor(minutes - planned);
      said += late > 0 ? ` · section ${here}: ${late} behind` : ` · section ${here} until ${planned}`;
    }
    if (words.textContent !== said) words.textContent = said;
    const status = document.getElementById("jp-main-statusbar");
    bar.style.height = `${status ? status.offsetHeight : 0}px`;
    bar.hidden = Boolean(model.get("stopped"));
    if (model.get("stopped")) el.textContent = `${Math.floor(minutes)} of ${total} planned minutes.`;
  };
  const timer = setInterval(draw, EVERY);
  model.on("change", draw);
  draw();
  return () => {
    clearInterval(timer);
    model.off("change", draw);
    bar.remove();
  };
}

export default { render };
