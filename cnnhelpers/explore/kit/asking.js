// Asks the kernel for what the page does not know: one question at a time, and after its answer
// the newest, so that a held key builds no backlog. Says so when nobody can answer. Of a position it
// asks for the stop that is looked at, and for the others when the reader rests.

const PATIENCE = 8000; // ms until an answer is missed
const SLOW = 300; // ms until one is told to wait
const REST = 250; // ms without a question until the reader rests

export class Asking {
  // `page` is { root, key(), state(), known(), note(text), pass(text) }.
  constructor(model, page) {
    this.model = model;
    this.page = page;
    this.waiting = null; // the key that was asked for
    this.asleep = false;
    this.timers = [];
    this.rest = null;
  }

  ask() {
    const { root, key, state, note, pass } = this.page;
    root.setAttribute("aria-busy", "true");
    if (this.waiting !== null) return;
    if (this.asleep || this.disconnected) return void this.sleep();
    this.stopTimers();
    this.waiting = key();
    this.timers = [
      setTimeout(() => pass("Computing this setting …"), SLOW),
      setTimeout(() => note("No answer from the kernel: it is busy, or it was restarted. "
        + "If it was restarted, run the cells above and this one again."), PATIENCE),
    ];
    this.send({ need: this.waiting, state: state() });
  }

  // Nobody waits for the other stops, so nothing is said of them.
  askRest() {
    const { root, key, state } = this.page;
    clearTimeout(this.rest);
    this.rest = setTimeout(() => {
      if (this.waiting !== null || this.asleep || this.disconnected || !root.isConnected) return;
      this.send({ need: key(), state: state(), whole: true });
    }, REST);
  }

  // To a kernel that was shut down nothing can be sent; ipywidgets tells of it in no other way.
  send(message, buffers = []) {
    try {
      this.model.send(message, undefined, buffers);
    } catch {
      this.sleep();
    }
  }

  // Whether this answer is the one that was waited for.
  answered(key) {
    if (key !== this.waiting) return false;
    this.stopTimers();
    this.waiting = null;
    return true;
  }

  get disconnected() {
    return Boolean(this.page.root.closest(".jupyter-widgets-disconnected"));
  }

  // The connection to the kernel has gone, or come back: ipywidgets tells that, not which.
  connection() {
    if (!this.asleep) return this.sleep();
    this.asleep = false;
    this.page.note("");
    this.page.restore();
  }

  sleep() {
    this.stopTimers();
    this.asleep = true;
    this.waiting = null;
    this.page.pass("");
    this.page.root.setAttribute("aria-busy", "false");
    this.page.note("Python is not running this explorer any more, so only what was computed before "
      + "can be seen. Run this cell again, and after a restart those above first.");
    this.page.restore();
  }

  stopTimers() {
    for (const timer of [...this.timers, this.rest]) clearTimeout(timer);
  }
}
