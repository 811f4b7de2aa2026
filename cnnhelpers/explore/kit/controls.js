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

// Goals, each with a light that goes on when it is reached.
export class Goals {
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
