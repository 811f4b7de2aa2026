// Brings a page of the book to life: explorers when they come near the window, questions at once.

"use strict";

(() => {
  const NEAR = "600px"; // from the window: so far ahead are the tables of an explorer loaded
  const { Model, kit, question } = cnnBook;
  const root = document.documentElement;

  const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const words = (text) => new TextDecoder().decode(bytes(text));

  function element(tag, attributes = {}, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    node.append(...children);
    return node;
  }

  // What was answered stays in this browser; where it may keep nothing, only on this page.
  const kept = {
    read(key) {
      try {
        return JSON.parse(localStorage.getItem(`cnn-answers ${key}`)) || [];
      } catch {
        return [];
      }
    },
    write(key, answers) {
      try {
        localStorage.setItem(`cnn-answers ${key}`, JSON.stringify(answers));
      } catch {
        // a private window, say
      }
    },
  };

  // Explorers ------------------------------------------------------------------------------------

  // The tables of an explorer are a script that calls this.
  cnnBook.explorer = async (key, { spec, state, note, tables }) => {
    const place = document.querySelector(`.cnn-live[data-key="${key}"]`);
    const model = new Model(
      { spec, state, note, tables: bytes(tables), reached: {}, answered: {} },
      (content) => model.set("answered", {
        key: content.need,
        error: "This setting is not in the book; the notebook computes it.",
      }),
    );
    const node = element("div", { class: "cnn-book-explorer" });
    place.append(node);
    await kit.mount(kit, model, node);
    place.dataset.shown = "true";
  };

  const near = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      const address = `${root.dataset.content_root || "./"}_static/explorers/${target.dataset.key}.js`;
      document.head.append(element("script", { src: address }));
    }
  }, { rootMargin: NEAR });

  // Questions ------------------------------------------------------------------------------------

  function ask(node) {
    const { key } = node.dataset;
    const told = JSON.parse(words(node.dataset.told));
    const before = kept.read(key).filter((index) => told[index]);
    const last = before[before.length - 1];
    const model = new Model({
      spec: JSON.parse(node.dataset.spec),
      index: last ?? null,
      answered: before,
      told: before.map((index) => told[index]),
      note: before.length ? "You gave this answer before. You may choose again." : "",
    });
    model.on("change:answered", () => {
      const answers = model.get("answered");
      model.set({ note: "", told: answers.map((index) => told[index]) });
      kept.write(key, answers);
      show(key);
    });
    const form = element("div");
    question.render({ model, el: form });
    node.replaceChildren(form);
    node.dataset.shown = "true";
    if (before.length) show(key);
  }

  // What reveals an answer, folded up until the question is answered or it is asked for.
  function fold(node) {
    const summary = element("summary", {}, "The answer. Choose yours first, above.");
    const details = element("details", { class: "cnn-told" }, summary);
    details.addEventListener("toggle", () => {
      if (details.open) unfold(node);
    });
    node.replaceChildren(details);
  }

  function unfold(node) {
    const details = node.querySelector("details");
    if (details.children.length > 1) return;
    const inside = element("div");
    inside.innerHTML = words(node.dataset.told);
    details.append(inside);
    details.firstChild.textContent = "The answer";
    wake(inside);
  }

  function show(key) {
    const node = document.querySelector(`.cnn-answer[data-key="${key}"]`);
    if (!node) return;
    unfold(node);
    node.querySelector("details").open = true;
  }

  function wake(part) {
    for (const node of part.querySelectorAll(".cnn-live")) near.observe(node);
  }

  // What moves sideways inside the page can be reached with Tab, and moved by the arrow keys.
  function reach() {
    for (const node of document.querySelectorAll(".bd-article :is(pre, .output, .math, table)")) {
      if (node.scrollWidth > node.clientWidth) node.tabIndex = 0;
      else node.removeAttribute("tabindex");
    }
  }

  // The explorers' styles ask for JupyterLab's theme.
  function dress() {
    document.body.dataset.jpThemeLight = String(root.dataset.theme !== "dark");
  }

  // Python in the browser needs a server, be it one on this machine.
  if (location.protocol === "file:") document.querySelector(".cnn-try-live")?.remove();

  new MutationObserver(dress).observe(root, { attributeFilter: ["data-theme"] });
  dress();
  document.querySelectorAll(".cnn-answer").forEach(fold);
  document.querySelectorAll(".cnn-asked").forEach(ask);
  wake(document);
  addEventListener("load", reach);
  addEventListener("resize", reach);
  document.addEventListener("toggle", reach, { capture: true });
})();
