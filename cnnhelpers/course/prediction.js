// A question with choices. Python sends the words, and after each answer what is said to it.

const GONE = "Python does not know this question any more. Run the first cell of the notebook, then this one, to answer.";
const ASKING = "Waiting for Python …";

let views = 0;

function render({ model, el }) {
  const spec = model.get("spec");
  const name = `cnn-predict-${++views}`;
  // JupyterLab takes arrow keys and letters for itself unless the very node in focus forbids it.
  const ours = { "data-lm-suppress-shortcuts": "true" };
  const inputs = spec.choices.map((choice, index) =>
    element("input", { type: "radio", name, value: index, ...ours }),
  );
  const marks = spec.choices.map(() => element("span", { class: "cnn-ask-mark" }));
  const rows = spec.choices.map((choice, index) =>
    element(
      "label",
      {},
      inputs[index],
      html("span", {}, `<b>${choice.letter}</b> ${choice.text}`),
      marks[index],
    ),
  );
  const button = element("button", { type: "submit", ...ours }, "This is my answer");
  const said = element("div", { class: "cnn-ask-said", "aria-live": "polite" });
  const room = element("div", { class: "cnn-ask-room", "aria-hidden": "true" });
  room.textContent = "explained ".repeat(Math.ceil(spec.room / 9));
  const note = element("div", { class: "cnn-ask-note", role: "status" });
  const form = element(
    "form",
    { class: "cnn-predict" },
    element(
      "fieldset",
      {},
      html("legend", {}, `<b>Predict.</b> ${spec.question}`),
      ...rows,
    ),
    button,
    element("div", { class: "cnn-ask-words" }, said, room),
    note,
  );
  el.classList.add("cnn-question");
  el.append(form);

  let waiting = ""; // what is said while Python has not answered
  let timer = null;
  // ipywidgets marks a widget without a kernel by this class, and tells of a restart by an event.
  let gone = el.closest(".jupyter-widgets-disconnected") !== null;
  const remark = () => {
    const words = gone ? GONE : waiting || model.get("note");
    if (note.textContent !== words) note.textContent = words;
    button.disabled = gone;
  };
  const wait = (words) => {
    clearTimeout(timer);
    waiting = words;
    remark();
  };
  const choose = () => {
    const index = model.get("index");
    inputs.forEach((input, each) => {
      input.checked = each === index;
    });
  };
  const show = () => {
    wait("");
    const told = model.get("told");
    told.forEach(({ index, right }) => mark(rows[index], marks[index], right));
    const last = told[told.length - 1];
    said.replaceChildren();
    if (last !== undefined && last.index === model.get("index")) {
      said.dataset.mark = last.right ? "right" : "wrong";
      said.append(sign(said.dataset.mark), html("span", {}, last.said));
    }
  };
  const lost = () => {
    gone = true;
    remark();
  };
  inputs.forEach((input, index) =>
    input.addEventListener("change", () => {
      said.replaceChildren();
      model.set({ index, note: "" });
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
    wait(ASKING);
    timer = setTimeout(() => wait(SLOW), PATIENCE);
    model.set("answered", [...model.get("answered"), index]);
    model.save_changes();
  });
  model.on("change:index", choose);
  model.on("change:told", show);
  model.on("change:note", remark);
  model.on("comm_live_update", lost);
  choose();
  show();
  return () => {
    clearTimeout(timer);
    model.off("change:index", choose);
    model.off("change:told", show);
    model.off("change:note", remark);
    model.off("comm_live_update", lost);
  };
}

export default { render };
