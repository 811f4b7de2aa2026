// Paints the states of an explorer that Python computed. It looks up and places; it knows no
// arithmetic of convolutions. The tables are described in tables.py.

const NS = "http://www.w3.org/2000/svg";

async function unpack(view) {
  const stream = new Blob([view]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).json();
}

// The tables of all chunks so far.
class Store {
  constructor() {
    this.parts = [];
    this.placed = [];
    this.phrases = [];
    this.settings = new Map();
    this.longest = "";
  }
  add(chunk) {
    for (const part of chunk.parts) this.parts.push(part);
    for (const number of chunk.placed) this.placed.push(number);
    for (const phrase of chunk.phrases) this.phrases.push(phrase);
    for (const [setting, states] of Object.entries(chunk.settings))
      this.settings.set(Number(setting), states);
    this.longest = chunk.longest;
  }
}

// Draws scenes into an <svg>, reusing the nodes of the scene before.
class Canvas {
  constructor(svg, store) {
    this.svg = svg;
    this.store = store;
    this.templates = new Map();
    this.free = new Map();
    this.layers = [];
  }

  take(part) {
    const free = this.free.get(part);
    if (free && free.length) return free.pop();
    const content = this.store.parts[part];
    const node = document.createElementNS(NS, "g");
    if (typeof content === "string") {
      let template = this.templates.get(part);
      if (!template) {
        template = document.createElementNS(NS, "g");
        template.innerHTML = content;
        this.templates.set(part, template);
      }
      for (const child of template.childNodes) node.append(child.cloneNode(true));
      return { part, node, children: null };
    }
    return { part, node, children: content, made: [], shown: 0 };
  }

  release(piece) {
    if (!this.free.has(piece.part)) this.free.set(piece.part, []);
    this.free.get(piece.part).push(piece);
  }

  place(piece, dx, dy, first) {
    const where = `translate(${dx},${dy})`;
    if (piece.where !== where) {
      piece.node.setAttribute("transform", where);
      piece.where = where;
    }
    if (!piece.children) return;
    const count = first < 0 ? piece.children.length : Math.min(first, piece.children.length);
    while (piece.shown > count) piece.made[--piece.shown].remove();
    while (piece.shown < count) {
      const index = piece.shown++;
      if (!piece.made[index]) piece.made[index] = this.make(piece.children[index]);
      piece.node.append(piece.made[index]);
    }
  }

  make(id) {
    const [part, dx, dy, first] = this.store.placed.slice(4 * id, 4 * id + 4);
    const piece = this.take(part);
    this.place(piece, dx, dy, first);
    return piece.node;
  }

  show(ids) {
    const { placed } = this.store;
    // Release what leaves before taking what comes, so that nodes move instead of being made.
    const kept = Math.min(ids.length, this.layers.length);
    for (let index = 0; index < this.layers.length; index++) {
      const layer = this.layers[index];
      if (index >= kept || placed[4 * ids[index]] !== layer.piece.part) {
        this.release(layer.piece);
        layer.old = layer.piece.node;
        layer.piece = null;
        layer.id = -1;
      }
    }
    for (let index = 0; index < ids.length; index++) {
      const id = ids[index];
      let layer = this.layers[index];
      if (layer && layer.id === id) continue;
      const at = 4 * id;
      if (!layer) this.layers[index] = layer = { id: -1, piece: null, old: null };
      if (!layer.piece) {
        layer.piece = this.take(placed[at]);
        if (!layer.slot) {
          layer.slot = document.createElementNS(NS, "g");
          this.svg.append(layer.slot);
        }
        layer.slot.replaceChildren(layer.piece.node);
        layer.old = null;
      }
      this.place(layer.piece, placed[at + 1], placed[at + 2], placed[at + 3]);
      layer.id = id;
    }
    for (let index = ids.length; index < this.layers.length; index++) this.layers[index].slot.remove();
    this.layers.length = ids.length;
  }
}

function element(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

// ipywidgets gives a slider's handle no name, and lets letters typed on it reach the notebook.
function mendSliders(el, labels) {
  const box = el.closest(".cnn-explorer");
  if (!box) return false;
  const sliders = box.querySelectorAll(".widget-hslider");
  sliders.forEach((slider, index) => {
    const handle = slider.querySelector(".noUi-handle");
    if (!handle || index >= labels.length) return;
    for (const node of [slider, handle]) {
      if (!node.hasAttribute("data-lm-suppress-shortcuts"))
        node.setAttribute("data-lm-suppress-shortcuts", "true");
    }
    if (handle.getAttribute("aria-label") !== labels[index])
      handle.setAttribute("aria-label", labels[index]);
    const readout = slider.querySelector(".widget-readout");
    if (readout && !readout.hasAttribute("aria-label")) {
      readout.setAttribute("role", "textbox");
      readout.setAttribute("aria-label", `${labels[index]}, type a number`);
    }
  });
  return sliders.length >= labels.length;
}

function watchSliders(el, labels, signal) {
  let observer = null;
  const start = () => {
    if (signal.aborted) return;
    const box = el.closest(".cnn-explorer");
    if (!box) return void requestAnimationFrame(start);
    mendSliders(el, labels);
    observer = new MutationObserver(() => mendSliders(el, labels));
    for (const slider of box.querySelectorAll(".cnn-sliders"))
      observer.observe(slider, { childList: true, subtree: true });
  };
  start();
  signal.addEventListener("abort", () => observer && observer.disconnect());
}

async function render({ model, el }) {
  const spec = model.get("spec");
  const stop = new AbortController();
  const root = element("div", { class: "cnn-painter", "data-cnn-explorer": spec.name });
  root.setAttribute("data-lm-suppress-shortcuts", "true");
  const holder = element("div", { class: "cnn-picture" });
  root.style.maxWidth = `${spec.width}px`;
  holder.innerHTML = `<svg xmlns="${NS}" ${spec.svg}>${spec.card}</svg>`;
  const svg = holder.firstChild;
  const play = element("button", { type: "button", class: "cnn-button cnn-play" });
  const reset = element("button", { type: "button", class: "cnn-button cnn-reset" }, "↺ Reset");
  const bar = element("div", { class: "cnn-bar" });
  if (spec.position) bar.append(play);
  bar.append(reset);
  const sentence = element("div", { class: "cnn-sentence", "aria-live": "polite" });
  const room = element("div", { class: "cnn-room", "aria-hidden": "true" });
  const words = element("div", { class: "cnn-words" }, sentence, room);
  const note = element("div", { class: "cnn-note", role: "status" });
  root.append(bar, holder, words, note);
  el.append(root);

  const store = new Store();
  const canvas = new Canvas(svg, store);
  const last = spec.names.length - 1;
  const fields = spec.names.map((_, index) => `slider_${index}`);
  const asked = new Set();
  let correcting = false;
  let timer = null;

  const values = () => fields.map((field) => model.get(field));
  const settingOf = (state) => {
    let setting = 0;
    for (let i = 0; i < (spec.position ? last : last + 1); i++)
      setting = setting * (spec.max[i] - spec.min[i] + 1) + (state[i] - spec.min[i]);
    return setting;
  };
  const say = (text) => {
    if (note.textContent !== text) note.textContent = text;
  };

  function paint() {
    if (correcting) return;
    const state = values();
    const setting = settingOf(state);
    const states = store.settings.get(setting);
    if (!states) {
      if (!asked.has(setting)) {
        asked.add(setting);
        model.send({ need: setting });
      }
      say("Computing this setting …");
      return;
    }
    let index = 0;
    if (spec.position) {
      const clamped = Math.min(Math.max(state[last], 1), states.length);
      // A slider whose ends are equal is an error in ipywidgets, so the last stop is at least 2.
      const stops = Math.max(states.length, 2);
      if (clamped !== state[last] || model.get("stops") !== stops) {
        // Not at once: a link passes nothing back while it is still passing a value on.
        queueMicrotask(() => correct(setting, clamped, stops));
        state[last] = clamped;
      }
      index = clamped - 1;
    }
    const [ids, phrases] = states[index];
    canvas.show(ids);
    const text = phrases.map((phrase) => store.phrases[phrase]).join(" ");
    sentence.textContent = text;
    svg.setAttribute("aria-label", text);
    root.dataset.state = spec.names.map((name, i) => `${name}=${state[i]}`).join(",");
    say(model.get("note"));
  }

  // Tells the last slider where it ends, and where it stands if that was beyond the end.
  function correct(setting, clamped, stops) {
    if (settingOf(values()) !== setting) return;
    correcting = true;
    // First the value, then the end: a slider whose end passes its value moves by itself.
    model.set(fields[last], clamped);
    model.set("stops", stops);
    model.save_changes();
    correcting = false;
  }

  async function add(view) {
    store.add(await unpack(view));
    room.textContent = store.longest;
    if (!stop.signal.aborted) paint();
  }

  function setPlaying(on) {
    if (timer) clearInterval(timer);
    timer = on ? setInterval(step, spec.interval) : null;
    play.textContent = on ? "⏸ Pause" : "▶ Play";
    play.title = on ? "" : `move the ${spec.labels[last]} along`;
    // A reader that speaks every step of a running play would never stop speaking.
    sentence.setAttribute("aria-live", on ? "off" : "polite");
  }
  function move(position) {
    model.set(fields[last], position);
    model.save_changes();
  }
  function count() {
    const states = store.settings.get(settingOf(values()));
    return states ? states.length : 1;
  }
  function step() {
    const position = model.get(fields[last]);
    if (!root.isConnected || position >= count()) return setPlaying(false);
    move(position + 1);
  }
  setPlaying(false);
  play.addEventListener("click", () => {
    if (timer) return setPlaying(false);
    if (model.get(fields[last]) >= count()) move(1);
    setPlaying(true);
  });
  reset.addEventListener("click", () => {
    setPlaying(false);
    model.set(Object.fromEntries(fields.map((field, i) => [field, spec.value[i]])));
    model.save_changes();
  });

  const onMessage = (message, buffers) => {
    if (message.error) say(message.error);
    else if (message.added !== undefined) add(buffers[0]).catch(fail);
  };
  const fail = (error) => say(`The picture cannot be drawn in this browser: ${error.message}`);
  model.on("change", paint);
  model.on("msg:custom", onMessage);
  watchSliders(el, spec.labels, stop.signal);
  await add(model.get("tables")).catch(fail);

  return () => {
    stop.abort();
    setPlaying(false);
    model.off("change", paint);
    model.off("msg:custom", onMessage);
  };
}

export default { render };
