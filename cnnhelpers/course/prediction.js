// A question with choices. Python sends the words; this shows them, and which were answered.

let views = 0;

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

function render({ model, el }) {
  const spec = model.get("spec");
  const name = `cnn-predict-${++views}`;
  // JupyterLab takes arrow keys and letters for itself unless the very node in focus forbids it.
  const ours = { "data-lm-suppress-shortcuts": "true" };
  const inputs = spec.choices.map((choice, index) =>
    element("input", { type: "radio", name, value: index, ...ours }),
  );
  const labels = spec.choices.map((choice, index) =>
    element("label", {}, inputs[index], html("span", {}, `<b>${choice.letter}</b> ${choice.text}`)),
  );
  const button = element("button", { type: "submit", ...ours }, "This is my answer");
  const said = element("div", { class: "cnn-said", "aria-live": "polite" });
  // The longest explanation holds the room of every other, so nothing below moves.
  const room = spec.choices.map((choice) =>
    html("div", { class: "cnn-room", "aria-hidden": "true" }, choice.said),
  );
  const note = element("div", { class: "cnn-note", role: "status" });
  const form = element(
    "form",
    { class: "cnn-predict" },
    element(
      "fieldset",
      {},
      html("legend", {}, `<b>Predict.</b> ${spec.question}`),
      ...labels,
    ),
    button,
    element("div", { class: "cnn-words" }, said, ...room),
    note,
  );
  el.append(form);

  const choose = () => {
    const index = model.get("index");
    inputs.forEach((input, each) => {
      input.checked = each === index;
    });
  };
  const show = () => {
    const answered = model.get("answered");
    const last = answered[answered.length - 1];
    said.innerHTML = last === undefined ? "" : spec.choices[last].said;
  };
  const remark = () => {
    note.textContent = model.get("note");
  };
  inputs.forEach((input, index) =>
    input.addEventListener("change", () => {
      said.textContent = "";
      model.set("index", index);
      model.save_changes();
    }),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const index = inputs.findIndex((input) => input.checked);
    if (index < 0) {
      said.textContent = "Choose one first.";
      return;
    }
    model.set("answered", [...model.get("answered"), index]);
    model.save_changes();
    show();
  });
  model.on("change:index", choose);
  model.on("change:answered", show);
  model.on("change:note", remark);
  choose();
  show();
  remark();
  return () => {
    model.off("change:index", choose);
    model.off("change:answered", show);
    model.off("change:note", remark);
  };
}

export default { render };
