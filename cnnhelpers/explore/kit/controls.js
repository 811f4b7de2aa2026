// What a reader moves or chooses (controls.py), and the goals (goals.py).

import { button, element, keyed } from "./dom.js";

// Each control is { node, show(value, last) }; what the reader does calls set(value).
export const CONTROLS = {
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

  pad: () => ({ node: "", show() {} }), // it lies over the picture

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

// A button that takes a photograph from the reader's disk; the page makes it small.
export function uploader({ label, side }, take, fail) {
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

// Goals, each with a light that goes on when it is reached. Where the window is low, a button has
// the lights, and lays the words over the foot of the explorer.
export class Goals {
  constructor(goals) {
    this.list = element("ul", { class: "cnn-goals", "aria-label": "Try to" });
    this.news = element("div", { class: "cnn-spoken", role: "status" });
    const lights = element("span", { class: "cnn-lights", "aria-hidden": "true" });
    this.button = element("button", keyed({ type: "button", class: "cnn-button cnn-tries",
      title: ["Try to", ...goals.map(({ words }) => words)].join("\n") }), lights);
    this.items = goals.map(({ words, times }) => {
      const said = element("span", { class: "cnn-spoken" });
      const count = element("span", { class: "cnn-count" });
      const light = () => element("span", { class: "cnn-light", "aria-hidden": "true" });
      const item = element("li", {}, light(), element("span", {}, words), count, said);
      const small = element("span", {}, light());
      this.list.append(item);
      lights.append(small);
      return { words, item, small, said, count, times, ways: null };
    });
    this.nodes = [this.button, this.list, this.news];
    for (const node of this.nodes) node.hidden = !goals.length;
    this.button.addEventListener("click", () => this.open(!this.opened));
    this.button.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.opened) return;
      event.stopPropagation();
      this.open(false);
    });
    this.open(false);
  }

  get opened() {
    return this.button.getAttribute("aria-expanded") === "true";
  }

  open(on) {
    this.button.setAttribute("aria-expanded", String(on));
  }

  show(reached) {
    this.items.forEach((one, index) => {
      const { words, item, small, said, count, times } = one;
      const ways = (reached[index] || []).length;
      for (const node of [item, small]) node.dataset.reached = String(ways >= times);
      said.textContent = ways >= times ? " reached" : "";
      count.textContent = times > 1 ? ` (${ways} of ${times})` : "";
      if (one.ways !== null && ways > one.ways)
        this.news.textContent = `${ways >= times ? "Reached" : `${ways} of ${times}`}: ${words}`;
      one.ways = ways;
    });
    const done = this.items.filter(({ ways, times }) => ways >= times).length;
    this.button.setAttribute("aria-label", `Try to: ${done} of ${this.items.length} reached`);
  }
}
