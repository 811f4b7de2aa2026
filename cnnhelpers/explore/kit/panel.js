// The page of an explorer: what shell.py ships, put together. The modules beside this file come as
// text, like this one, and so have no address by which one could import another: load() gives them
// addresses.

const addresses = (globalThis.cnnExplorerModules ??= new Map()); // by text, for the whole page

// Returns all that the modules export; each imports only from those before it.
async function load(modules) {
  const at = {};
  const found = {};
  for (const [name, text] of modules) {
    const linked = text.replace(/from "\.\/([\w.]+)"/g, (_, other) => `from "${at[other]}"`);
    if (!addresses.has(linked))
      addresses.set(linked, URL.createObjectURL(new Blob([linked], { type: "text/javascript" })));
    at[name] = addresses.get(linked);
    Object.assign(found, await import(at[name]));
  }
  return found;
}

// The elements of an explorer; `act` is what its buttons do.
function build(modules, spec, act) {
  const { NS, element, button, CONTROLS, Goals, uploader } = modules;
  const svg = document.createElementNS(NS, "svg");
  svg.setAttribute("viewBox", `0 0 ${spec.width} ${spec.height}`);
  svg.setAttribute("role", "img");
  svg.setAttribute("text-anchor", "middle");
  const passing = element("div", { class: "cnn-passing", role: "status" });
  const picture = element("div", { class: "cnn-picture" }, svg, passing);
  const sentence = element("div", { class: "cnn-sentence", "aria-live": "polite" });
  const room = element("div", { class: "cnn-room", "aria-hidden": "true" });
  const words = element("div", { class: "cnn-words" }, sentence, room);
  const note = element("div", { class: "cnn-note", role: "status" });
  const spoken = element("div", { class: "cnn-spoken", "aria-live": "polite" });
  const movable = spec.controls.map((control) =>
    CONTROLS[control.kind](control, (value) => act.set({ [control.name]: value })));
  const play = button("play", "Play", act.play);
  const reset = button("reset", "Reset", act.reset);
  const upload = spec.upload ? uploader(spec.upload, act.upload, act.note) : [];
  const bar = element("div", { class: "cnn-bar" }, ...(spec.position ? [play.node] : []),
    reset.node, ...upload);
  const goals = new Goals(spec.goals);
  const controls = element("div", { class: "cnn-controls" },
    ...movable.map(({ node }) => node), bar, ...goals.nodes);
  const root = element("div", { class: "cnn-explorer", "data-cnn-explorer": spec.name },
    controls, picture, words, note, spoken);
  return { root, controls, movable, play, goals, picture, svg, passing, sentence, room, words, note,
    spoken };
}

class Explorer {
  constructor(modules, model, el) {
    this.model = model;
    this.spec = model.get("spec");
    this.position = this.spec.controls.find(({ name }) => name === this.spec.position);
    this.outer = this.spec.controls.filter((control) => control !== this.position);
    this.playing = null;
    this.parts = build(modules, this.spec, {
      set: (changes) => this.set(changes),
      play: () => this.play(),
      reset: () => this.reset(),
      upload: (size, pixels) => this.asking.send({ upload: size }, [pixels.buffer]),
      note: (text) => this.note(text),
    });
    el.append(this.parts.root);
    this.store = new modules.Store();
    this.canvas = new modules.Canvas(this.parts.svg, this.store);
    this.pointing = new modules.Pointing(this.parts.picture, this.spec, {
      state: () => this.state,
      lead: (changes) => {
        this.setPlaying(false);
        this.set(changes);
      },
      type: (cell, text) => this.set({ typed: { ...this.state.typed, [cell]: text } }),
      say: (text) => { this.parts.spoken.textContent = text; },
      pass: (text) => this.pass(text),
    });
    this.asking = new modules.Asking(model, {
      root: this.parts.root,
      key: () => this.key,
      state: () => this.state,
      note: (text) => this.note(text),
      pass: (text) => this.pass(text),
      restore: () => this.restore(),
    });
    this.fitting = new modules.Fitting(this.spec, this.parts);
    this.listeners = {
      "change:state": () => this.paint(),
      "change:reached": () => this.parts.goals.show(model.get("reached")),
      "change:answered": () => this.answered(),
      "comm_live_update": () => this.asking.connection(),
    };
    for (const [event, listener] of Object.entries(this.listeners)) model.on(event, listener);
  }

  async start() {
    this.parts.goals.show(this.model.get("reached"));
    await this.add(this.model.get("tables"));
    await this.add(this.model.get("answered").tables);
    this.paint();
  }

  stop() {
    for (const [event, listener] of Object.entries(this.listeners)) this.model.off(event, listener);
    this.setPlaying(false);
    this.asking.stopTimers();
    this.fitting.stop();
  }

  // States

  get state() {
    return this.model.get("state");
  }

  set(changes) {
    this.model.set("state", { ...this.state, ...changes }); // which paints, or asks
    this.save();
  }

  reset() {
    this.setPlaying(false);
    this.model.set("state", this.spec.start);
    this.save();
  }

  // The kernel hears of a state when it has nothing to answer: its answer would come the later.
  save() {
    if (this.asking.waiting === null) this.model.save_changes();
  }

  // The name of the setting, as Explorer.key in Python writes it.
  get key() {
    const values = this.outer.map(({ name }) => this.state[name]);
    const typed = Object.entries(this.state.typed || {}).sort(([a], [b]) => (a < b ? -1 : 1));
    return JSON.stringify(typed.length ? [...values, typed] : values);
  }

  // What is shown, where it is known; where the position stands, and its last stop.
  get shown() {
    const states = this.store.settings.get(this.key);
    if (!states || !this.position) return { states, found: states?.[0] };
    const { name, min, step } = this.position;
    const last = min + (states.length - 1) * step;
    const at = Math.min(this.state[name], last);
    return { states, last, at, found: states[(at - min) / step] };
  }

  // The controls go back to what is shown, where nothing else can be.
  restore() {
    const told = this.parts.root.dataset.state;
    if (told && !this.shown.found) this.model.set("state", JSON.parse(told));
    else this.paint();
  }

  // The picture and its words

  async add(tables) {
    if (!tables) return;
    try {
      await this.store.add(tables);
    } catch (error) {
      this.note(`The picture cannot be drawn in this browser: ${error.message}`);
    }
    const room = this.store.longest.padEnd(this.spec.room || 0, " x");
    if (this.parts.room.textContent === room) return;
    this.parts.room.textContent = room;
    this.fitting.fit();
  }

  paint() {
    const { root, svg, sentence, movable } = this.parts;
    const { states, last, at, found } = this.shown;
    const values = states && this.position ? { ...this.state, [this.position.name]: at } : this.state;
    this.spec.controls.forEach((control, index) => {
      movable[index].show(values[control.name], control === this.position ? last : undefined);
    });
    this.pointing.showDrawings();
    if (!found) return void this.asking.ask();
    this.canvas.show(found.placed);
    this.pointing.show(found.regions);
    sentence.textContent = found.sentence;
    svg.setAttribute("aria-label", found.sentence);
    root.dataset.state = JSON.stringify(values);
    root.setAttribute("aria-busy", "false");
    if (!this.asking.asleep && this.asking.waiting === null) this.note("");
    this.pass("");
    this.light(found.goals);
    if (states.includes(null)) this.asking.askRest();
  }

  // Goals count in how many settings they were reached; what was typed makes none different.
  light(met) {
    const reached = this.model.get("reached");
    const way = JSON.stringify(this.outer.map(({ name }) => this.state[name]));
    const news = {};
    for (const index of met) {
      const ways = reached[index] || [];
      if (ways.length < this.spec.goals[index].times && !ways.includes(way))
        news[index] = [...ways, way];
    }
    if (!Object.keys(news).length) return;
    this.model.set("reached", { ...reached, ...news });
    this.model.save_changes();
  }

  note(text) {
    const all = text || this.model.get("note");
    if (this.parts.note.textContent !== all) this.parts.note.textContent = all;
  }

  // Says something for as long as it takes.
  pass(text) {
    if (this.parts.passing.textContent !== text) this.parts.passing.textContent = text;
  }

  async answered() {
    const { key, tables, error, taken } = this.model.get("answered");
    if (taken) {
      this.store.settings.clear(); // what was drawn of the photograph before
      this.set(this.spec.upload.sets);
      return this.paint(); // the second photograph of one's own leaves the state as it was
    }
    await this.add(tables);
    this.asking.answered(key);
    if (!error) this.paint();
    else this.refused(key, error);
    this.save();
  }

  refused(key, error) {
    this.pass("");
    this.parts.root.setAttribute("aria-busy", "false");
    this.note(error);
    if (key && key !== this.key) this.paint();
  }

  // Playing

  play() {
    if (this.playing) return this.setPlaying(false);
    if (this.shown.at >= this.shown.last) this.set({ [this.position.name]: this.position.min });
    this.setPlaying(true);
  }

  setPlaying(on) {
    clearInterval(this.playing);
    this.playing = on ? setInterval(() => this.step(), this.spec.interval) : null;
    this.parts.play.face(on ? "pause" : "play", on ? "Pause" : "Play");
    // A reader that speaks every step of a running play would never stop speaking.
    this.parts.sentence.setAttribute("aria-live", on ? "off" : "polite");
  }

  step() {
    const { at, last } = this.shown;
    if (!this.parts.root.isConnected || at >= last) return this.setPlaying(false);
    this.set({ [this.position.name]: at + this.position.step });
  }
}

// Puts an explorer into an element; returns what takes it away again. The book, which has the
// modules without a kernel, calls it as well.
export async function mount(modules, model, el) {
  const explorer = new Explorer(modules, model, el);
  await explorer.start();
  return () => explorer.stop();
}

async function render({ model, el }) {
  return mount(await load(model.get("modules")), model, el);
}

export default { render };
