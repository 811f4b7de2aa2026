// A pad to draw on: a region whose cells hold a brightness. The strokes are the reader's; what they
// lead to is computed by the kernel.

import { element, keyed } from "./dom.js";

const LEVELS = 15; // a cell is a hexadecimal digit: 0 is black, f white
const BRUSH = 1.1; // cells from the middle of the brush to where it is half as bright

export class Pad {
  // `page` is { draw(text), say(text) }; `put` places a node over a rectangle.
  constructor(region, page, put) {
    const { rows, columns } = region;
    this.page = page;
    this.region = region;
    this.at = [Math.floor(rows / 2), Math.floor(columns / 2)];
    this.canvas = element("canvas", { class: "cnn-canvas", width: columns, height: rows });
    this.mark = element("div", { class: "cnn-mark", hidden: "" });
    this.node = element("div", keyed({
      class: "cnn-region cnn-pad",
      role: "application",
      tabindex: "0",
      "aria-label": `${region.name}; draw with the pointer, or with the arrow keys: `
        + "Space draws, Backspace wipes, Delete clears all",
    }), this.canvas);
    this.put = () => {
      const { x, y, width, height } = this.region;
      put(this.node, x, y, columns * width, rows * height);
      put(this.mark, x + this.at[1] * width, y + this.at[0] * height, width, height);
    };
    this.cells = new Array(rows * columns).fill(0);
    this.listen();
  }

  listen() {
    const { node } = this;
    let before = null;
    const place = (event) => {
      const box = node.getBoundingClientRect();
      return [((event.clientY - box.top) / box.height) * this.region.rows - 0.5,
        ((event.clientX - box.left) / box.width) * this.region.columns - 0.5];
    };
    node.addEventListener("pointerdown", (event) => {
      node.setPointerCapture(event.pointerId);
      before = place(event);
      this.stroke(before, before);
    });
    node.addEventListener("pointermove", (event) => {
      if (!before) return;
      const here = place(event);
      this.stroke(before, here);
      before = here;
    });
    for (const end of ["pointerup", "pointercancel"])
      node.addEventListener(end, () => { before = null; });
    node.addEventListener("focus", () => { this.mark.hidden = !node.matches(":focus-visible"); });
    node.addEventListener("blur", () => { this.mark.hidden = true; });
    node.addEventListener("keydown", (event) => this.key(event));
  }

  key(event) {
    const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
    const step = steps[event.key];
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (step) {
      const most = [this.region.rows - 1, this.region.columns - 1];
      const before = this.at;
      this.at = this.at.map((place, axis) => Math.min(most[axis], Math.max(0, place + step[axis])));
      this.mark.hidden = false;
      this.put();
      if (event.shiftKey) this.stroke(before, this.at); // Shift and an arrow draw a line
      this.page.say(`row ${this.at[0]}, column ${this.at[1]}`);
    } else if (event.key === " ") this.stroke(this.at, this.at);
    else if (event.key === "Backspace") this.wipe();
    else if (event.key === "Delete") this.change(() => 0);
    else return;
    event.preventDefault();
  }

  // Draws from one place to another, both [row, column]; the brush is soft at its edge.
  stroke([top, left], [bottom, right]) {
    const length = Math.max(1, Math.ceil(2 * Math.hypot(bottom - top, right - left)));
    this.change((value, row, column) => {
      let brightest = value;
      for (let part = 0; part <= length; part++) {
        const share = part / length;
        const far = Math.hypot(row - top - share * (bottom - top), column - left - share * (right - left));
        const level = Math.round(LEVELS * Math.min(1, Math.max(0, 1.5 - far / BRUSH)));
        brightest = Math.max(brightest, level);
      }
      return brightest;
    });
  }

  wipe() {
    const [top, left] = this.at;
    this.change((value, row, column) => (Math.hypot(row - top, column - left) < 1.5 ? 0 : value));
  }

  change(rule) {
    const { columns } = this.region;
    this.cells = this.cells.map((value, index) => rule(value, Math.floor(index / columns), index % columns));
    const blank = this.cells.every((value) => !value);
    this.page.draw(blank ? "" : this.cells.map((value) => value.toString(16)).join(""));
  }

  // Shows what the state says.
  show(text) {
    this.put();
    if (this.text === text) return;
    this.text = text;
    this.cells = this.cells.map((_, index) => parseInt(text[index] || "0", 16));
    const context = this.canvas.getContext("2d");
    const image = context.createImageData(this.canvas.width, this.canvas.height);
    this.cells.forEach((value, index) => {
      image.data.fill(Math.round((255 * value) / LEVELS), 4 * index, 4 * index + 3);
      image.data[4 * index + 3] = 255;
    });
    context.putImageData(image, 0, 0);
  }
}
