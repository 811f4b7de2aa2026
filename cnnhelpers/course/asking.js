// What a question and a poll are drawn with; it stands before each of the two.

const SLOW = "Python has not answered yet. If it does not run any more, run the first cell, then this one.";
const PATIENCE = 5000; // milliseconds

const SIGNS = {
  right: "M2.5 8.5l4 4 7-9",
  wrong: "M3 3l10 10M13 3L3 13",
};

function element(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

function html(tag, attributes, words) {
  const node = element(tag, attributes);
  node.innerHTML = words; // escaped by Python
  return node;
}

// A drawn sign: not every machine has the letter ✓.
function sign(kind) {
  return html(
    "span",
    { class: "cnn-ask-sign", "aria-hidden": "true" },
    `<svg viewBox="0 0 16 16" width="16" height="16"><path d="${SIGNS[kind]}" fill="none" ` +
      'stroke="currentColor" stroke-width="2.6" stroke-linecap="round" ' +
      'stroke-linejoin="round"/></svg>',
  );
}

// Put a sign and a word beside a choice of which it was said whether it is right.
function mark(row, place, right) {
  const kind = right ? "right" : "wrong";
  if (row.dataset.mark === kind) return;
  row.dataset.mark = kind;
  const words = element("span", { class: "cnn-ask-unseen" }, right ? ", right" : ", not it");
  place.replaceChildren(sign(kind), words);
}
