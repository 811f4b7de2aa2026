// Stands in for the model of a widget: values by name, and who wants to hear that one has changed.

"use strict";

cnnBook.Model = class {
  // `sent` is called with each message that would go to Python.
  constructor(values, sent = () => {}) {
    this.values = values;
    this.sent = sent;
    this.listeners = new Map();
  }

  get(name) {
    return this.values[name];
  }

  set(name, value) {
    const changes = typeof name === "string" ? { [name]: value } : name;
    for (const [each, now] of Object.entries(changes)) {
      if (JSON.stringify(this.values[each]) === JSON.stringify(now)) continue;
      this.values[each] = now;
      for (const listener of [...(this.listeners.get(`change:${each}`) || [])]) listener();
    }
  }

  save_changes() {}

  send(content) {
    this.sent(content);
  }

  on(event, listener) {
    if (!this.listeners.has(event)) this.listeners.set(event, new Set());
    this.listeners.get(event).add(listener);
  }

  off(event, listener) {
    this.listeners.get(event)?.delete(listener);
  }
};
