// Scenes as Python has packed them (tables.py), and how they come into an <svg>: looked up and
// placed, without any arithmetic of convolutions.

import { NS } from "./dom.js";

// All tables so far, as one: what comes later names its parts by numbers of its own.
export class Store {
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
export class Canvas {
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
