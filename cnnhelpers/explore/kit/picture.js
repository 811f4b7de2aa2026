// Scenes as Python has packed them (tables.py), and how they come into an <svg>: looked up and
// placed, without any arithmetic of convolutions.

import { NS } from "./dom.js";

// All tables so far, as one: what comes later names its parts by numbers of its own. What is equal
// keeps its number, so that the canvas lets it stand.
export class Store {
  constructor() {
    this.parts = [];
    this.placed = [];
    this.phrases = [];
    this.regions = [];
    this.settings = new Map();
    this.known = new Map(); // parts, and where they are placed, by what they are
    this.longest = "";
  }

  part(content) {
    const name = typeof content === "string" ? content : content.join();
    if (!this.known.has(name)) this.known.set(name, this.parts.push(content) - 1);
    return this.known.get(name);
  }

  place(part, dx, dy, first) {
    const name = `${part} ${dx} ${dy} ${first}`;
    if (!this.known.has(name)) this.known.set(name, this.placed.push(part, dx, dy, first) / 4 - 1);
    return this.known.get(name);
  }

  async add(bytes) {
    const tables = await unpacked(bytes);
    const news = tables.parts.filter((part) => !this.known.has(part));
    await Promise.all(news.flatMap(decoded));
    const phrase = this.phrases.length;
    const region = this.regions.length;
    // A group names placements of this table, and these name parts that stand before them.
    const parts = [];
    const places = [];
    const place = (until) => {
      for (let done = 4 * places.length; done < 4 * until; done += 4) {
        const [part, dx, dy, first] = tables.placed.slice(done, done + 4);
        places.push(this.place(parts[part], dx, dy, first));
      }
    };
    for (const content of tables.parts) {
      if (typeof content === "string") parts.push(this.part(content));
      else {
        place(Math.max(0, ...content.map((id) => id + 1)));
        parts.push(this.part(content.map((id) => places[id])));
      }
    }
    place(tables.placed.length / 4);
    for (const one of tables.phrases) this.phrases.push(one);
    for (const one of tables.regions) this.regions.push(one);
    for (const [key, states] of Object.entries(tables.settings))
      this.settings.set(key, states.map((state, stop) => {
        if (!state) return this.settings.get(key)?.[stop] ?? null;
        const [placed, phrases, regions, goals] = state;
        return {
          placed: placed.map((id) => places[id]),
          sentence: phrases.map((id) => this.phrases[id + phrase]).join(" "),
          regions: regions.map((id) => this.regions[id + region]),
          goals,
        };
      }));
    if (tables.longest.length > this.longest.length) this.longest = tables.longest;
  }
}

// Tables as they were packed: short ones are text, and are there at once.
function unpacked(bytes) {
  const { buffer, byteOffset, byteLength } = bytes;
  const view = new Uint8Array(buffer, byteOffset, byteLength);
  if (view[0] === "{".charCodeAt()) return JSON.parse(new TextDecoder().decode(view));
  const stream = new Blob([view]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).json();
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

  // A layer that stays where it was is not touched, whatever comes before it or goes: to lay out
  // again what has not changed would take longer than all the rest.
  show(ids) {
    const { placed } = this.store;
    const before = new Map(); // the layers that may stay, by what they show
    for (const layer of this.layers) {
      if (!before.has(layer.id)) before.set(layer.id, []);
      before.get(layer.id).push(layer);
    }
    const layers = ids.map((id) => before.get(id)?.shift() ?? null);
    // Release what leaves before taking what comes, so that nodes move instead of being made.
    const leaving = new Set([...before.values()].flat());
    for (const { piece } of leaving) this.release(piece);
    ids.forEach((id, index) => {
      if (layers[index]) return;
      const [part, dx, dy, first] = placed.slice(4 * id, 4 * id + 4);
      const piece = this.take(part);
      this.place(piece, dx, dy, first);
      layers[index] = { id, piece };
    });
    const shown = new Set(layers.map(({ piece }) => piece));
    for (const { piece } of leaving) if (!shown.has(piece)) piece.node.remove();
    let next = this.svg.firstChild;
    for (const { piece: { node } } of layers) {
      if (node === next) next = node.nextSibling;
      else this.svg.insertBefore(node, next);
    }
    this.layers = layers;
  }
}
