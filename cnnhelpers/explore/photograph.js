// Shows a photograph, an editable kernel, and the response that Python computes for a state.
// At most one question is on its way to the kernel: when its answer arrives, the newest state is
// asked for. So a held key builds no backlog. A state seen before is shown at once.

const KEPT = 120; // answers that are remembered

function element(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

// ipywidgets gives a slider's handle no name, and lets letters typed on it reach the notebook.
function mendControls(box, labels) {
  for (const control of box.querySelectorAll(".cnn-sliders, .cnn-sliders select"))
    control.setAttribute("data-lm-suppress-shortcuts", "true");
  box.querySelectorAll(".widget-hslider").forEach((slider, index) => {
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
}

function watchControls(el, labels, signal) {
  let observer = null;
  const start = () => {
    if (signal.aborted) return;
    const box = el.closest(".cnn-explorer");
    if (!box) return void requestAnimationFrame(start);
    mendControls(box, labels);
    observer = new MutationObserver(() => mendControls(box, labels));
    for (const controls of box.querySelectorAll(".cnn-sliders"))
      observer.observe(controls, { childList: true, subtree: true });
  };
  start();
  signal.addEventListener("abort", () => observer && observer.disconnect());
}

// The same words as `clean` in photograph.py, so that a state has one name on both sides.
function clean(text) {
  const word = text.replaceAll("−", "-").replaceAll(",", ".").replaceAll("=", "");
  return [...word.replace(/\s+/g, "")].slice(0, 12).join("") || "?";
}

function render({ model, el }) {
  const spec = model.get("spec");
  const stop = new AbortController();
  const root = element("div", {
    class: "cnn-painter",
    "data-cnn-explorer": "PhotographExplorer",
    "data-lm-suppress-shortcuts": "true",
  });
  root.style.maxWidth = `${spec.width}px`;
  const button = (name) => element("button", { type: "button", class: "cnn-button" }, name);
  const sizes = { 3: button("3×3"), 5: button("5×5") };
  const reset = button("↺ Reset");
  const bar = element("div", { class: "cnn-bar" }, sizes[3], sizes[5], reset);
  const figure = (name, ...parts) =>
    element("figure", {}, element("figcaption", {}, name), ...parts);
  const room = (size) => {
    const node = element("div", { class: "cnn-room-for-picture" });
    node.style.width = `${size}px`;
    node.style.height = `${spec.side}px`;
    return node;
  };
  const input = room(spec.side);
  const output = room(spec.side);
  const grid = element("div", { class: "cnn-weights", role: "group", "aria-label": "kernel" });
  grid.style.width = grid.style.height = `${spec.cells}px`;
  const middle = room(spec.cells);
  middle.append(grid);
  const scale = element("div", { class: "cnn-scale", "aria-hidden": "true" });
  const ends = element("div", { class: "cnn-scale-ends", "aria-hidden": "true" });
  const row = element(
    "div",
    { class: "cnn-photo" },
    figure("photograph", input),
    figure("kernel", middle),
    figure("response", output, scale, ends),
  );
  const sentence = element("div", { class: "cnn-sentence", "aria-live": "polite" });
  const space = element("div", { class: "cnn-room", "aria-hidden": "true" });
  const words = element("div", { class: "cnn-words" }, sentence, space);
  const note = element("div", { class: "cnn-note", role: "status" });
  root.append(bar, row, words, note);
  el.append(root);

  // Kernel -----------------------------------------------------------------------------------

  let fields = [];
  const typed = () => fields.map((line) => line.map((field) => field.value));

  function send(weights) {
    model.set("weights", weights);
    model.set("preset", place(weights));
    model.save_changes();
  }
  function place(weights) {
    const text = JSON.stringify(weights.map((line) => line.map(clean)));
    const index = spec.presets.findIndex((preset) => JSON.stringify(preset) === text);
    return index < 0 ? spec.presets.length : index;
  }
  function step(field, by) {
    const value = Number(clean(field.value));
    if (!Number.isFinite(value)) return;
    field.value = String(Math.round((value + by) * 1000) / 1000);
    send(typed());
  }
  function showWeights() {
    const weights = model.get("weights");
    const size = weights.length;
    if (fields.length !== size) {
      grid.dataset.size = size;
      grid.style.gridTemplate = `repeat(${size}, 1fr) / repeat(${size}, 1fr)`;
      fields = weights.map((line, r) =>
        line.map((_, c) => {
          const field = element("input", {
            type: "text",
            inputmode: "decimal",
            autocomplete: "off",
            spellcheck: "false",
            "aria-label": `weight in row ${r + 1}, column ${c + 1}`,
            "data-lm-suppress-shortcuts": "true",
          });
          field.addEventListener("input", () => send(typed()));
          field.addEventListener("focus", () => field.select());
          field.addEventListener("keydown", (event) => {
            if (event.key === "ArrowUp" || event.key === "ArrowDown") {
              event.preventDefault();
              step(field, (event.key === "ArrowUp" ? 1 : -1) * (event.shiftKey ? 0.1 : 1));
            }
          });
          return field;
        }),
      );
      grid.replaceChildren(...fields.flat());
      for (const [key, one] of Object.entries(sizes))
        one.setAttribute("aria-pressed", String(Number(key) === size));
    }
    fields.forEach((line, r) =>
      line.forEach((field, c) => {
        if (clean(field.value) !== clean(weights[r][c])) field.value = weights[r][c];
      }),
    );
  }
  function resize(size) {
    const old = model.get("weights");
    const edge = (size - old.length) / 2;
    if (!edge) return;
    const line = (r) =>
      Array.from({ length: size }, (_, c) => old[r - edge]?.[c - edge] ?? "0");
    send(Array.from({ length: size }, (_, r) => line(r)));
  }
  sizes[3].addEventListener("click", () => resize(3));
  sizes[5].addEventListener("click", () => resize(5));
  reset.addEventListener("click", () => {
    model.set(spec.start);
    model.save_changes();
  });

  // States -----------------------------------------------------------------------------------

  const answers = new Map();
  const photos = new Map();
  let waiting = null; // the state that the kernel was asked for
  let turn = 0;
  let longest = "response ".repeat(48); // room for any sentence, so that nothing below moves
  space.textContent = longest;

  const stateNow = () => {
    const kernel = model.get("weights").map((line) => line.map(clean).join(" ")).join(" / ");
    const photo = spec.photos[model.get("photo")];
    const numbers = `strength=${model.get("strength")},stride=${model.get("stride")}`;
    return `photo=${photo},kernel=${kernel},${numbers}`;
  };
  const say = (text) => {
    if (note.textContent !== text) note.textContent = text;
  };
  const address = (view) => URL.createObjectURL(new Blob([view], { type: "image/png" }));

  async function picture(url, [width, height], alt) {
    const image = element("img", { src: url, alt, draggable: "false" });
    const fits = spec.side / Math.max(width, height);
    const times = fits >= 1 ? Math.floor(fits) : fits;
    image.style.width = `${width * times}px`;
    image.style.height = `${height * times}px`;
    await image.decode(); // so that it never shows half of itself
    return image;
  }

  async function show(answer) {
    const mine = ++turn;
    const none = answer.output[0] === 0;
    const [left, right] = await Promise.all([
      input.dataset.photo === answer.photo
        ? null
        : picture(photos.get(answer.photo), answer.input, "the photograph"),
      none ? null : picture(answer.url, answer.output, "the response, in words below"),
    ]);
    if (mine < turn || stop.signal.aborted) return; // a newer one has overtaken it
    if (left) {
      input.replaceChildren(left);
      input.dataset.photo = answer.photo;
    }
    output.replaceChildren(
      right || element("div", { class: "cnn-problem" }, answer.problem || "There is no response."),
    );
    if (answer.colours.length === fields.length ** 2)
      fields.flat().forEach((field, index) => {
        [field.style.background, field.style.color] = answer.colours[index];
      });
    const marks = none ? [] : answer.signed ? ["−1", "0", "1"] : ["0", "1"];
    ends.replaceChildren(...marks.map((mark) => element("span", {}, mark)));
    scale.style.visibility = none ? "hidden" : "visible";
    scale.style.background = `linear-gradient(to right, ${
      answer.signed ? spec.diverging.join() : "#000000, #ffffff"
    })`;
    const heading = output.parentElement.querySelector("figcaption");
    heading.textContent = answer.heading;
    heading.classList.toggle("cnn-wrong", answer.heading !== "response");
    sentence.textContent = answer.sentence;
    if (answer.sentence.length > longest.length) {
      longest = answer.sentence;
      space.textContent = longest;
    }
    root.dataset.state = answer.state;
    root.setAttribute("aria-busy", String(stateNow() !== answer.state));
    say("");
  }

  function ask() {
    const state = stateNow();
    root.setAttribute("aria-busy", String(root.dataset.state !== state));
    const known = answers.get(state);
    if (known) {
      answers.delete(state); // the last used is the last to be forgotten
      answers.set(state, known);
      if (root.dataset.state !== state) show(known).catch(fail);
      else turn++; // the picture is back, and one on its way comes too late
      return;
    }
    if (waiting !== null) return;
    waiting = state;
    model.send({ need: state, photo: !photos.has(state.split(",")[0]) });
  }

  function onMessage(message, buffers) {
    if (message.state === undefined) return;
    if (message.state === waiting) waiting = null;
    if (message.error) {
      say(message.error);
      if (stateNow() !== message.state) ask();
      else root.setAttribute("aria-busy", "false");
      return;
    }
    const photo = message.state.split(",")[0];
    const answer = { ...message, photo, url: address(buffers[0]) };
    if (buffers[1]) photos.set(photo, address(buffers[1]));
    answers.set(message.state, answer);
    for (const [state, old] of answers) {
      if (answers.size <= KEPT) break;
      answers.delete(state);
      URL.revokeObjectURL(old.url);
    }
    const newest = stateNow();
    show(answer).catch(fail);
    if (newest !== message.state) ask();
  }

  const fail = (error) => say(`The picture cannot be drawn in this browser: ${error.message}`);
  // Not at once: what is set while a change is being passed on is not passed on.
  const onPreset = () => queueMicrotask(() => {
    const preset = spec.presets[model.get("preset")];
    if (!preset || place(model.get("weights")) === model.get("preset")) return;
    model.set("weights", preset);
    model.save_changes();
  });
  const onChange = () => {
    showWeights();
    ask();
  };
  model.on("change:preset", onPreset);
  model.on("change", onChange);
  model.on("msg:custom", onMessage);
  watchControls(el, spec.labels, stop.signal);
  showWeights();
  ask();

  return () => {
    stop.abort();
    model.off("change:preset", onPreset);
    model.off("change", onChange);
    model.off("msg:custom", onMessage);
    for (const { url } of answers.values()) URL.revokeObjectURL(url);
    for (const url of photos.values()) URL.revokeObjectURL(url);
  };
}

export default { render };
