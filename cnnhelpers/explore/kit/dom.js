// Elements of a page, and what JupyterLab has to be told about them.

export const NS = "http://www.w3.org/2000/svg";

const ICONS = {
  play: "M3 2l10 6-10 6z",
  pause: "M3 2h4v12H3zM9 2h4v12H9z",
  reset: "M8 3V0L3.5 4 8 8V5a4 4 0 1 1-4 4H2a6 6 0 1 0 6-6z",
  open: "M8 1l4.5 5H10v5H6V6H3.5zM2 12h2v2h8v-2h2v4H2z",
};

export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

// Keys pressed on what is made here stay away from the notebook's shortcuts.
export const keyed = (attributes) => ({ ...attributes, "data-lm-suppress-shortcuts": "true" });

function icon(name) {
  const svg = document.createElementNS(NS, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(NS, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

// A button with an icon; face(icon, text) changes both.
export function button(name, label, act) {
  const node = element("button", keyed({ type: "button", class: `cnn-button cnn-${name}` }));
  const face = (icon_, text) => node.replaceChildren(icon(icon_), element("span", {}, text));
  face(name, label);
  node.addEventListener("click", act);
  return { node, face };
}
