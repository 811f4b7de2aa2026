// A picture that can be touched: regions (region.py) lead to states and take numbers, by pointer
// and by keyboard.

import { element, keyed } from "./dom.js";
import { Pad } from "./pad.js";

// Lies over the picture: a place for each region, with the keyboard's and the pointer's cell.
export class Pointing {
  constructor(picture, spec, page) {
    this.picture = picture;
    this.spec = spec;
    this.page = page; // { state(), lead(changes), type(cell, text), say(text), pass(text) }
    this.places = new Map();
    this.pads = new Map(); // by the control that they set
    this.field = null;
  }

  show(regions) {
    const names = new Set(regions.map((region) => region.name));
    for (const [name, place] of this.places) place.node.hidden = !names.has(name);
    for (const region of regions) {
      if (region.draws) {
        this.showPad(region);
        continue;
      }
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

  showPad(region) {
    const { draws } = region;
    if (!this.pads.has(draws)) {
      const page = { draw: (text) => this.page.lead({ [draws]: text }), say: this.page.say };
      const pad = new Pad(region, page, (...place) => this.put(...place));
      this.picture.append(pad.node, pad.mark);
      this.pads.set(draws, pad);
    }
    this.pads.get(draws).region = region;
    this.showDrawings();
  }

  // A drawing shows at once, before the kernel has answered.
  showDrawings() {
    for (const [draws, pad] of this.pads) pad.show(this.page.state()[draws]);
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
      this.page.pass(good || field.value === "" ? "" : `Write ${this.spec.typing.words}.`);
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
      this.page.pass("");
    }
  }
}
