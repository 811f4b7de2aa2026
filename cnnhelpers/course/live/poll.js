// A question with fields for the hands of a class, in two rounds. Python sends the words, keeps the
// counts, and says why a choice is right or wrong when its letter is clicked.

const GONE = "Python does not know this question any more. Run the first cell of the notebook, then this one, to count.";

function place(node, row, column) {
  node.style.gridArea = `${row + 1} / ${column + 1}`;
  return node;
}

function render({ model, el }) {
  const { question, choices, rounds, most, room } = model.get("spec");
  // JupyterLab takes letters for itself unless the very node in focus forbids it.
  const ours = { "data-lm-suppress-shortcuts": "true" };
  const buttons = choices.map(({ letter }) =>
    html(
      "button",
      { type: "button", title: "Say why it is right or wrong", ...ours },
      letter,
    ),
  );
  const marks = choices.map(() => element("span", { class: "cnn-ask-mark" }));
  const rows = choices.map(({ text }, index) =>
    place(
      element(
        "div",
        { class: "cnn-poll-choice" },
        buttons[index],
        html("span", {}, text),
        marks[index],
      ),
      index + 1,
      0,
    ),
  );
  const names = rounds.map((_, round) =>
    place(element("div", { class: "cnn-poll-name" }), 0, round + 1),
  );
  const fields = rounds.map((name) =>
    buttons.map((button) =>
      element("input", {
        type: "number",
        min: 0,
        max: most,
        "aria-label": `Hands for ${button.textContent}, ${name}`,
        ...ours,
      }),
    ),
  );
  const bars = rounds.map(() =>
    choices.map(() => element("div", { class: "cnn-poll-bar", hidden: "" })),
  );
  // The rounds one after the other, as they are counted: that is the order of the Tab key.
  const columns = rounds.flatMap((name, round) => [
    names[round],
    ...choices.map((choice, index) =>
      place(
        element(
          "div",
          { class: "cnn-poll-hands", "data-round": round },
          fields[round][index],
          element("div", { class: "cnn-poll-track" }, bars[round][index]),
        ),
        index + 1,
        round + 1,
      ),
    ),
  ]);
  const said = element("div", { class: "cnn-ask-said", "aria-live": "polite" });
  const space = element("div", { class: "cnn-ask-room", "aria-hidden": "true" });
  space.textContent = "explained ".repeat(Math.ceil(room / 9));
  const note = element("div", { class: "cnn-ask-note", role: "status" });
  const form = element(
    "form",
    { class: "cnn-predict cnn-poll" },
    element(
      "fieldset",
      {},
      html("legend", {}, question),
      element("div", { class: "cnn-poll-rows" }, ...rows, ...columns),
    ),
    element("div", { class: "cnn-ask-words" }, said, space),
    note,
  );
  el.classList.add("cnn-question");
  el.append(form);

  // ipywidgets marks a widget without a kernel by this class, and tells of a restart by an event.
  let gone = el.closest(".jupyter-widgets-disconnected") !== null;
  let late = null; // the timer that runs while Python has not answered
  const remark = () => {
    note.textContent = gone ? GONE : model.get("note");
    for (const each of [...fields.flat(), ...buttons]) each.disabled = gone;
  };
  const draw = () => {
    const counts = model.get("counts");
    const largest = Math.max(1, ...counts.flat());
    counts.forEach((counted, round) => {
      const hands = counted.reduce((sum, each) => sum + each, 0);
      names[round].textContent = rounds[round] + (hands ? `: ${hands}` : "");
      counted.forEach((count, index) => {
        const field = fields[round][index];
        // A field that is being filled in is left as it is.
        if (field !== document.activeElement) field.value = count || (hands ? 0 : "");
        bars[round][index].hidden = count === 0;
        bars[round][index].style.width = `${(100 * count) / largest}%`;
      });
    });
  };
  const show = () => {
    clearTimeout(late);
    remark();
    const told = model.get("told");
    told.forEach(({ index, right }) => mark(rows[index], marks[index], right));
    const last = told[told.length - 1];
    said.replaceChildren();
    if (last !== undefined) {
      said.dataset.mark = last.right ? "right" : "wrong";
      said.append(sign(said.dataset.mark), html("span", {}, last.said));
    }
  };
  const lost = () => {
    clearTimeout(late);
    gone = true;
    remark();
  };
  fields.forEach((column, round) =>
    column.forEach((field, index) => {
      field.addEventListener("input", () => {
        const counts = model.get("counts").map((counted) => [...counted]);
        const hands = Math.round(Number(field.value)) || 0;
        counts[round][index] = Math.min(most, Math.max(0, hands));
        model.set("counts", counts);
        model.save_changes();
      });
      field.addEventListener("change", draw);
      field.addEventListener("blur", draw);
    }),
  );
  form.addEventListener("submit", (event) => event.preventDefault()); // the Enter key in a field
  buttons.forEach((button, index) =>
    button.addEventListener("click", () => {
      clearTimeout(late);
      late = setTimeout(() => {
        note.textContent = SLOW;
      }, PATIENCE);
      model.set("answered", [...model.get("answered"), index]);
      model.save_changes();
    }),
  );
  model.on("change:counts", draw);
  model.on("change:told", show);
  model.on("change:note", remark);
  model.on("comm_live_update", lost);
  draw();
  show();
  return () => {
    clearTimeout(late);
    model.off("change:counts", draw);
    model.off("change:told", show);
    model.off("change:note", remark);
    model.off("comm_live_update", lost);
  };
}

export default { render };
