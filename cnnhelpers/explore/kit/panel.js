// The page of an explorer: its controls, a picture that can be pointed at, and its sentence. It
// looks up and places what Python has drawn (tables.py); it knows no arithmetic of convolutions.

const NS = "http://www.w3.org/2000/svg";
const PATIENCE = 8000; // ms until an answer of the kernel is missed
const LARGEST = 2; // of a picture, where the text around it has 14 pixels
const SIDE = 15; // width of the controls beside a picture, in ems
const ICONS = {
  play: "M3 2l10 6-10 6z",
  pause: "M3 2h4v12H3zM9 2h4v12H9z",
  reset: "M8 3V0L3.5 4 8 8V5a4 4 0 1 1-4 4H2a6 6 0 1 0 6-6z",
  open: "M8 1l4.5 5H10v5H6V6H3.5zM2 12h2v2h8v-2h2v4H2z",
};

function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

// Keys pressed on what is made here stay away from the notebook's shortcuts.
const keyed = (attributes) => ({ ...attributes, "data-lm-suppress-shortcuts": "true" });

function icon(name) {
  const svg = document.createElementNS(NS, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(NS, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

// What Python has drawn -------------------------------------------------------------------------

// All tables so far, as one: what comes later names its parts by numbers of its own.
class Store {
  constructor() {
    this.parts = [];
    this.placed = [];
    this.phrases = [];
    this.regions = [];
    this.settings = new Map();
    this.known = new Map();
    this.longest = "";
  }

  part(content) {
    const name = typeof content === "string" ? content : content.join();
    if (!this.known.has(name)) this.known.set(name, this.parts.push(content) - 1);
    return this.known.get(name);
  }

  async add(bytes) {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    const tables = await new Response(stream).json();
    await Promise.all(tables.parts.flatMap(decoded));
    const at = this.placed.length / 4;
    const phrase = this.phrases.length;
    const region = this.regions.length;
    // A group names placements of this table, and these name parts that stand before them.
    const parts = [];
    let done = 0;
    const place = (until) => {
      for (; done < until; done++) {
        const [part, dx, dy, first] = tables.placed.slice(4 * done, 4 * done + 4);
        this.placed.push(parts[part], dx, dy, first);
      }
    };
    for (const content of tables.parts) {
      if (typeof content === "string") parts.push(this.part(content));
      else {
        place(Math.max(0, ...content.map((id) => id + 1)));
        parts.push(this.part(content.map((id) => id + at)));
      }
    }
    place(tables.placed.length / 4);
    for (const one of tables.phrases) this.phrases.push(one);
    for (const one of tables.regions) this.regions.push(one);
    for (const [key, states] of Object.entries(tables.settings))
      this.settings.set(key, states.map(([placed, phrases, regions, goals]) => ({
        placed: placed.map((id) => id + at),
        sentence: phrases.map((id) => this.phrases[id + phrase]).join(" "),
        regions: regions.map((id) => this.regions[id + region]),
        goals,
      })));
    if (tables.longest.length > this.longest.length) this.longest = tables.longest;
  }
}

// Photographs in a part, decoded before they are shown, so that they never show half of themselves.
function decoded(part) {
  if (typeof part !== "string" || !part.includes("data:image")) return [];
  return [...part.matchAll(/href="(data:image[^"]+)"/g)].map(([, address]) => {
    const image = new Image();
    image.src = address;
    return image.decode().catch(() => null);
  });
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
    if (typeof content !== "string") return { part, node, children: content, made: [], shown: 0 };
    let template = this.templates.get(part);
    if (!template) {
      template = document.createElementNS(NS, "g");
      template.innerHTML = content;
      this.templates.set(part, template);
    }
    for (const child of template.childNodes) node.append(child.cloneNode(true));
    return { part, node, children: null };
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
    this.layers.forEach((layer, index) => {
      if (index < kept && placed[4 * ids[index]] === layer.piece.part) return;
      this.release(layer.piece);
      layer.piece = null;
      layer.id = -1;
    });
    ids.forEach((id, index) => {
      let layer = this.layers[index];
      if (layer && layer.id === id) return;
      if (!layer) {
        this.layers[index] = layer = { slot: document.createElementNS(NS, "g"), piece: null };
        this.svg.append(layer.slot);
      }
      const [part, dx, dy, first] = placed.slice(4 * id, 4 * id + 4);
      if (!layer.piece) {
        layer.piece = this.take(part);
        layer.slot.replaceChildren(layer.piece.node);
      }
      this.place(layer.piece, dx, dy, first);
      layer.id = id;
    });
    for (const layer of this.layers.splice(ids.length)) layer.slot.remove();
  }
}

// Controls --------------------------------------------------------------------------------------

// Each control is { node, show(value, last) }; what the reader does calls set(value).
const CONTROLS = {
  slider({ name, label, min, max, step }, set) {
    const range = element("input", keyed({ type: "range", name, min, max, step, "aria-label": label }));
    const said = element("output", { "aria-hidden": "true" });
    range.addEventListener("input", () => set(Number(range.value)));
    const show = (value, last = max) => {
      if (range.max !== String(last)) range.max = last;
      if (range.value !== String(value)) range.value = value;
      range.disabled = last === min;
      said.textContent = value;
    };
    said.style.minWidth = `${String(max).length * 0.65}em`;
    const words = element("span", {}, label);
    return { node: element("label", { class: "cnn-slider" }, words, range, said), show };
  },

  buttons({ name, label, options }, set) {
    const group = `${name}-${Math.random().toString(36).slice(2)}`;
    const radios = options.map((option) => {
      const radio = element("input", keyed({ type: "radio", name: group, value: option }));
      radio.addEventListener("change", () => set(option));
      return radio;
    });
    const faces = radios.map((radio, index) =>
      element("label", {}, radio, element("span", {}, options[index])));
    const node = element("fieldset", { class: "cnn-choice" }, element("legend", {}, label),
      element("div", {}, ...faces));
    const show = (value) => {
      for (const radio of radios) radio.checked = radio.value === value;
    };
    return { node, show };
  },

  menu({ name, label, options }, set) {
    const choices = options.map((option) => element("option", { value: option }, option));
    const select = element("select", keyed({ name, "aria-label": label }), ...choices);
    select.addEventListener("change", () => set(select.value));
    const show = (value) => {
      select.value = value;
    };
    return { node: element("label", { class: "cnn-menu" }, element("span", {}, label), select), show };
  },
};

function button(name, label, act) {
  const node = element("button", keyed({ type: "button", class: `cnn-button cnn-${name}` }));
  const face = (icon_, text) => node.replaceChildren(icon(icon_), element("span", {}, text));
  face(name, label);
  node.addEventListener("click", act);
  return { node, face };
}

// A button that takes a photograph from the reader's disk; the page makes it small.
function uploader({ label, side }, take, fail) {
  const file = element("input", { type: "file", accept: "image/*", hidden: "" });
  const { node } = button("open", label, () => file.click());
  file.addEventListener("change", async () => {
    const [chosen] = file.files;
    file.value = ""; // so that the same file can be chosen again
    if (!chosen) return;
    const image = await createImageBitmap(chosen).catch(() => null);
    if (!image) return fail(`“${chosen.name}” is no picture that this browser can read. `
      + "Choose a PNG or JPEG file.");
    const scale = Math.min(1, side / Math.max(image.width, image.height));
    const [width, height] = [image.width, image.height].map((size) => Math.max(1, Math.round(size * scale)));
    const canvas = element("canvas", { width, height });
    const context = canvas.getContext("2d");
    context.imageSmoothingQuality = "high";
    context.drawImage(image, 0, 0, width, height);
    take([height, width], context.getImageData(0, 0, width, height).data);
  });
  return [node, file];
}

// Pointing --------------------------------------------------------------------------------------

// Lies over the picture: a place for each region, with the keyboard's and the pointer's cell.
class Pointing {
  constructor(picture, spec, page) {
    this.picture = picture;
    this.spec = spec;
    this.page = page; // { state, lead(changes), type(cell, text), say(text), note(text) }
    this.places = new Map();
    this.field = null;
  }

  show(regions) {
    const names = new Set(regions.map((region) => region.name));
    for (const [name, place] of this.places) place.node.hidden = !names.has(name);
    for (const region of regions) {
      if (!this.places.has(region.name)) this.places.set(region.name, this.make(region));
      const place = this.places.get(region.name);
      if (place.region === region) continue;
      place.region = region;
      this.put(place.node, region.x, region.y, region.columns * region.width,
        region.rows * region.height);
      place.at = Math.min(place.at, region.rows * region.columns - 1);
      if (!place.mark.hidden) this.mark(place, place.at);
    }
  }

  // Puts something over a rectangle of the picture, whatever size this has on the page.
  put(node, x, y, width, height) {
    const { width: wide, height: tall } = this.spec;
    node.style.left = `${(100 * x) / wide}%`;
    node.style.top = `${(100 * y) / tall}%`;
    node.style.width = `${(100 * width) / wide}%`;
    node.style.height = `${(100 * height) / tall}%`;
  }

  make(region) {
    const what = [region.values && "arrow keys lead", region.types && "type a number"];
    const node = element("div", keyed({
      class: `cnn-region${region.types ? " cnn-types" : ""}${region.values ? " cnn-leads" : ""}`,
      role: "application",
      tabindex: "0",
      "aria-label": `${region.name}; ${what.filter(Boolean).join(", ")}`,
    }));
    const mark = element("div", { class: "cnn-mark", hidden: "" });
    this.picture.append(node, mark);
    const place = { node, mark, region: null, at: 0 };
    let down = null;
    const cellOf = (event) => {
      const box = node.getBoundingClientRect();
      const { rows, columns } = place.region;
      const within = (share, count) => Math.min(count - 1, Math.max(0, Math.floor(share * count)));
      return within((event.clientY - box.top) / box.height, rows) * columns
        + within((event.clientX - box.left) / box.width, columns);
    };
    node.addEventListener("pointerdown", (event) => {
      down = { cell: cellOf(event), dragged: false };
      node.setPointerCapture(event.pointerId);
      if (!place.region.types) this.lead(place, down.cell);
    });
    node.addEventListener("pointermove", (event) => {
      const cell = cellOf(event);
      if (cell === place.at && !place.mark.hidden) return;
      this.mark(place, cell);
      if (down && cell !== down.cell) down.dragged = true;
      if (down ? down.dragged || !place.region.types : !place.region.types) this.lead(place, cell);
    });
    node.addEventListener("pointerup", () => {
      if (down && !down.dragged && place.region.types) this.open(place, down.cell);
      down = null;
    });
    node.addEventListener("pointerleave", () => {
      if (document.activeElement !== node) mark.hidden = true;
    });
    node.addEventListener("focus", () => {
      const here = (place.region.values || []).findIndex((_, cell) => this.changes(place, cell)?.here);
      if (here >= 0 && !place.region.types) place.at = here;
      if (node.matches(":focus-visible")) this.mark(place, place.at);
    });
    node.addEventListener("blur", () => { mark.hidden = true; });
    node.addEventListener("keydown", (event) => this.key(place, event));
    return place;
  }

  mark(place, cell) {
    const { x, y, width, height, columns } = place.region;
    place.at = cell;
    place.mark.hidden = false;
    this.put(place.mark, x + (cell % columns) * width, y + Math.floor(cell / columns) * height,
      width, height);
  }

  // What a cell changes in the state, and whether that is already so.
  changes({ region: { sets, values = [] } }, cell) {
    const value = values[cell];
    if (value === undefined || value === null) return null;
    const changes = sets ? { [sets]: value } : value;
    const state = this.page.state();
    return { changes, here: Object.entries(changes).every(([name, one]) => state[name] === one) };
  }

  lead(place, cell) {
    const found = this.changes(place, cell);
    if (found && !found.here) this.page.lead(found.changes);
  }

  name(place, cell) {
    const { name, rows, columns } = place.region;
    const row = rows > 1 ? `row ${Math.floor(cell / columns)}, ` : "";
    return `${name}, ${row}column ${cell % columns}`;
  }

  key(place, event) {
    const { rows, columns, types, texts = [] } = place.region;
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }[event.key];
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (step !== undefined) {
      const cell = place.at + step;
      const leaves = cell < 0 || cell >= rows * columns
        || (Math.abs(step) === 1 && Math.floor(cell / columns) !== Math.floor(place.at / columns));
      if (!leaves) {
        this.mark(place, cell);
        if (!types) this.lead(place, cell);
        const text = types ? `: ${texts[cell]}` : "";
        this.page.say(`${this.name(place, cell)}${text}`);
      }
    } else if (types && (event.key === "Enter" || /^[-−\d]$/.test(event.key))) {
      this.open(place, place.at, event.key === "Enter" ? null : event.key);
    } else if (!types && (event.key === "Enter" || event.key === " ")) {
      this.lead(place, place.at);
    } else return;
    event.preventDefault();
  }

  // Opens a field over a cell; every number that is one is taken at once.
  open(place, cell, first = null) {
    this.close();
    const { x, y, width, height, columns, texts, types } = place.region;
    const before = texts[cell];
    const field = element("input", keyed({
      class: "cnn-field",
      type: "text",
      inputmode: "decimal",
      autocomplete: "off",
      spellcheck: "false",
      maxlength: "9",
      pattern: this.spec.typing.pattern,
      "aria-label": `${this.name(place, cell)}; ${this.spec.typing.words}`,
    }));
    const row = Math.floor(cell / columns);
    const column = cell % columns;
    this.put(field, x + column * width, y + row * height, width, height);
    field.value = first ?? before;
    const take = () => {
      const good = field.value !== "" && field.checkValidity();
      field.setAttribute("aria-invalid", String(!good));
      this.page.note(good || field.value === "" ? "" : `Write ${this.spec.typing.words}.`);
      if (good) this.page.type(`${types}[${place.region.rows > 1 ? `${row},` : ""}${column}]`, field.value);
    };
    field.addEventListener("input", take);
    field.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        field.value = before;
        take();
      } else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
        const number = Number(field.value.replace("−", "-").replace(",", "."));
        if (!Number.isFinite(number)) return;
        const by = (event.key === "ArrowUp" ? 1 : -1) * (event.shiftKey ? 0.1 : 1);
        field.value = String(Math.round(100 * (number + by)) / 100);
        take();
        event.preventDefault();
        return;
      } else if (event.key !== "Enter") return;
      event.preventDefault();
      this.close();
      place.node.focus();
      this.mark(place, cell);
    });
    field.addEventListener("blur", () => this.close());
    this.field = field;
    this.picture.append(field);
    field.focus();
    if (first === null) field.select();
    else take();
  }

  close() {
    const field = this.field;
    this.field = null;
    if (field) {
      field.remove();
      this.page.note("");
    }
  }
}

// Goals -----------------------------------------------------------------------------------------

class Goals {
  constructor(goals) {
    this.goals = goals;
    this.node = element("ul", { class: "cnn-goals", "aria-label": "Try to" });
    this.items = goals.map(({ words, times }) => {
      const said = element("span", { class: "cnn-spoken" });
      const count = element("span", { class: "cnn-count" });
      const light = element("span", { class: "cnn-light", "aria-hidden": "true", title: words });
      const item = element("li", { "aria-label": words }, light,
        element("span", { class: "cnn-try" }, words), count, said);
      this.node.append(item);
      return { item, said, count, times };
    });
    this.node.hidden = !goals.length;
  }

  show(reached) {
    this.items.forEach(({ item, said, count, times }, index) => {
      const ways = (reached[index] || []).length;
      item.dataset.reached = String(ways >= times);
      said.textContent = ways >= times ? " reached" : "";
      count.textContent = times > 1 ? ` (${ways} of ${times})` : "";
    });
  }
}

// The whole -------------------------------------------------------------------------------------

async function render({ model, el }) {
  const spec = model.get("spec");
  const last = spec.controls.length - 1;
  const outer = spec.position ? spec.controls.slice(0, last) : spec.controls;
  const stop = new AbortController();
  const store = new Store();

  const svg = document.createElementNS(NS, "svg");
  for (const [name, value] of Object.entries({
    viewBox: `0 0 ${spec.width} ${spec.height}`,
    role: "img",
    "text-anchor": "middle",
  })) svg.setAttribute(name, value);
  const passing = element("div", { class: "cnn-passing", role: "status" });
  const picture = element("div", { class: "cnn-picture" }, svg, passing);
  const sentence = element("div", { class: "cnn-sentence", "aria-live": "polite" });
  const room = element("div", { class: "cnn-room", "aria-hidden": "true" });
  const words = element("div", { class: "cnn-words" }, sentence, room);
  const note = element("div", { class: "cnn-note", role: "status" });
  const spoken = element("div", { class: "cnn-spoken", "aria-live": "polite" });
  const canvas = new Canvas(svg, store);
  const goals = new Goals(spec.goals);

  const state = () => model.get("state");
  function set(changes) {
    model.set("state", { ...state(), ...changes });
    model.save_changes();
  }
  const controls = spec.controls.map((control) =>
    CONTROLS[control.kind](control, (value) => set({ [control.name]: value })));
  const play = button("play", "Play", () => {
    if (playing) return setPlaying(false);
    if (shown().at >= shown().count) set({ [spec.position]: 1 });
    setPlaying(true);
  });
  const reset = button("reset", "Reset", () => {
    setPlaying(false);
    model.set("state", spec.start);
    model.save_changes();
  });
  const upload = !spec.upload ? [] : uploader(spec.upload,
    (size, pixels) => model.send({ upload: size }, undefined, [pixels.buffer]), (text) => say(text));
  const bar = element("div", { class: "cnn-bar" }, ...(spec.position ? [play.node] : []),
    reset.node, ...upload);
  const root = element("div", { class: "cnn-explorer", "data-cnn-explorer": spec.name },
    element("div", { class: "cnn-controls" }, ...controls.map(({ node }) => node), bar, goals.node),
    picture, words, note, spoken);
  el.append(root);

  // States and their pictures

  const keyOf = (values) => {
    const typed = Object.entries(values.typed || {}).sort(([a], [b]) => (a < b ? -1 : 1));
    return JSON.stringify([...outer.map(({ name }) => values[name]), ...(typed.length ? [typed] : [])]);
  };
  function shown() {
    const states = store.settings.get(keyOf(state()));
    const count = states ? states.length : 1;
    const at = spec.position ? Math.min(Math.max(state()[spec.position], 1), count) : 1;
    return { states, count, at };
  }
  const say = (text) => {
    const all = text || model.get("note");
    if (note.textContent !== all) note.textContent = all;
  };
  const whisper = (text) => {
    if (passing.textContent !== text) passing.textContent = text;
  };
  const pointing = new Pointing(picture, spec, {
    state,
    say: (text) => { spoken.textContent = text; },
    note: whisper,
    lead(changes) {
      setPlaying(false);
      set(changes);
    },
    type: (cell, text) => set({ typed: { ...state().typed, [cell]: text } }),
  });

  function paint() {
    const { states, count, at } = shown();
    const values = state();
    controls.forEach(({ show }, index) => {
      const { name } = spec.controls[index];
      if (name === spec.position && states) show(at, count);
      else show(values[name]);
    });
    if (!states) return ask();
    const { placed, sentence: text, regions, goals: met } = states[at - 1];
    canvas.show(placed);
    pointing.show(regions);
    sentence.textContent = text;
    svg.setAttribute("aria-label", text);
    const told = spec.position ? { ...values, [spec.position]: at } : values;
    root.dataset.state = JSON.stringify(told);
    root.setAttribute("aria-busy", "false");
    if (waiting === null && !asleep) say("");
    whisper("");
    light(met);
  }

  function light(met) {
    const reached = model.get("reached");
    const way = JSON.stringify(outer.map(({ name }) => state()[name]));
    const news = {};
    for (const index of met) {
      const ways = reached[index] || [];
      if (ways.length < spec.goals[index].times && !ways.includes(way)) news[index] = [...ways, way];
    }
    if (!Object.keys(news).length) return;
    model.set("reached", { ...reached, ...news });
    model.save_changes();
  }

  // Asking the kernel: one question at a time, and after its answer the newest

  let waiting = null;
  let asleep = false;
  let patience = null;
  let slow = null;
  function ask() {
    root.setAttribute("aria-busy", "true");
    if (waiting !== null) return;
    if (asleep || root.closest(".jupyter-widgets-disconnected")) return sleep();
    waiting = keyOf(state());
    clearTimeout(patience);
    clearTimeout(slow);
    patience = setTimeout(() => say("No answer from the kernel: it is busy, or it was restarted. "
      + "If it was restarted, run this cell again."), PATIENCE);
    slow = setTimeout(() => whisper("Computing this setting …"), 300);
    model.send({ need: waiting, state: state() });
  }
  function sleep() {
    asleep = true;
    clearTimeout(patience);
    clearTimeout(slow);
    whisper("");
    waiting = null;
    root.setAttribute("aria-busy", "false");
    say("Python is not running this explorer any more, so only what was computed before can be seen. "
      + "Run this cell again.");
    // The controls go back to what is shown.
    if (root.dataset.state && !shown().states) model.set("state", JSON.parse(root.dataset.state));
  }
  async function onAnswer() {
    const { key, tables, error, taken } = model.get("answered");
    clearTimeout(slow);
    if (taken) {
      store.settings.clear(); // what was drawn of the photograph before
      set(spec.upload.sets);
      return paint();
    }
    if (tables) await store.add(tables).catch(fail);
    if (stop.signal.aborted) return;
    keepRoom();
    if (key === waiting) {
      waiting = null;
      clearTimeout(patience);
    }
    if (!error) return paint();
    root.setAttribute("aria-busy", "false");
    say(error);
    if (key && key !== keyOf(state())) paint();
  }
  const fail = (error) => say(`The picture cannot be drawn in this browser: ${error.message}`);

  // Playing

  let playing = null;
  function setPlaying(on) {
    clearInterval(playing);
    playing = on ? setInterval(step, spec.interval) : null;
    play.face(on ? "pause" : "play", on ? "Pause" : "Play");
    // A reader that speaks every step of a running play would never stop speaking.
    sentence.setAttribute("aria-live", on ? "off" : "polite");
  }
  function step() {
    const { at, count } = shown();
    if (!root.isConnected || at >= count) return setPlaying(false);
    set({ [spec.position]: at + 1 });
  }

  // Fitting: controls above the picture or beside it, whichever leaves the picture more room

  function keepRoom() {
    room.textContent = store.longest.padEnd(spec.room || 0, " x");
    fit();
  }
  let fitted = "";
  function fit() {
    const width = root.clientWidth;
    const window_ = root.closest(".jp-WindowedPanel-outer, .jp-Notebook");
    const height = window_ ? window_.clientHeight : innerHeight;
    root.classList.toggle("cnn-low", height < 480);
    const letters = parseFloat(getComputedStyle(root).fontSize);
    const now = [width, height, letters, room.textContent.length].join();
    if (!width || now === fitted) return;
    fitted = now;
    const tall = (node) => (node.hidden ? 0 : node.offsetHeight);
    const [top, side] = ["top", "side"].map((layout) => {
      root.dataset.layout = layout;
      const beside = layout === "side" ? (SIDE + 1) * letters : 0;
      const tools = tall(root.firstChild);
      const free = height - tall(words) - tall(note) - letters - (beside ? 0 : tools);
      const most = (LARGEST * letters) / 14;
      const scale = Math.min((width - beside) / spec.width, free / spec.height, most);
      return { layout, beside, scale: beside && tools > free ? 0 : scale };
    });
    const best = side.scale > top.scale ? side : top;
    const least = Math.min(11 / spec.smallest, (width - best.beside) / spec.width);
    const scale = Math.max(best.scale, least);
    root.dataset.layout = best.layout;
    picture.style.width = `${spec.width * scale}px`;
    svg.setAttribute("class", scale * spec.smallest < 17.3 ? "cnn-small" : "");
  }
  const resized = new ResizeObserver(() => requestAnimationFrame(fit));
  resized.observe(root);
  addEventListener("resize", fit, { signal: stop.signal });

  const showGoals = () => goals.show(model.get("reached"));
  model.on("change:state", paint);
  model.on("change:reached", showGoals);
  model.on("change:answered", onAnswer);
  model.on("comm_live_update", sleep);
  showGoals();
  await store.add(model.get("tables")).catch(fail);
  if (model.get("answered").tables) await store.add(model.get("answered").tables).catch(fail);
  keepRoom();
  paint();

  return () => {
    stop.abort();
    setPlaying(false);
    clearTimeout(patience);
    resized.disconnect();
    model.off("change:state", paint);
    model.off("change:reached", showGoals);
    model.off("change:answered", onAnswer);
    model.off("comm_live_update", sleep);
  };
}

export default { render };
