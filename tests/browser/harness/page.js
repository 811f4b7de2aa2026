// Functions that the tests call in the page, as cnnTest.NAME. `window.jupyterapp` is there because
// the server is started with LabApp.expose_app_in_browser.
window.cnnTest = (() => {
  const notebook = () => window.jupyterapp?.shell?.currentWidget;
  const kernel = () => notebook()?.sessionContext?.session?.kernel;
  const node = () => notebook().content.node;
  const explorer = (index) => document.querySelectorAll('[data-cnn-explorer]')[index];
  const output = (index) => {
    const root = explorer(index);
    return root.closest('.jp-OutputArea-child') || root.parentElement;
  };
  const scroller = () => node().querySelector('.jp-WindowedPanel-outer') || node();

  // What the notebook at `path` waits for, in words; empty when it is drawn and its kernel idle.
  const opening = (path) => {
    const widget = notebook();
    if (widget?.context?.path !== path) {
      const dialog = document.querySelector('.jp-Dialog')?.innerText;
      return `${widget?.context?.path ?? 'nothing'} is in front${dialog ? `: ${dialog}` : ''}`;
    }
    if (!widget.context.isReady || !widget.content?.model) return 'its file is not read';
    const drawn = node().querySelectorAll('.jp-Cell').length;
    if (drawn === 0 && widget.content.model.cells.length > 0) return 'no cell is drawn';
    const status = kernel()?.status;
    if (status === 'idle') return '';
    const connection = kernel()?.connectionStatus ?? 'none';
    return `its kernel is ${status}, the connection ${connection}`;
  };
  const ready = (path) => opening(path) === '';

  // Does not wait: what goes wrong while it opens is to be seen as it happens.
  const open = (path) => {
    jupyterapp.commands.execute('docmanager:open', { path, factory: 'Notebook' });
  };

  // Lets more than one document be seen. JupyterLab would then, at some time, lay out what an earlier
  // page had open, and take this notebook away: so that is forgotten first.
  const makeRoom = () => {
    jupyterapp.shell._layoutRestorer?._deferred?.splice(0);
    jupyterapp.shell.mode = 'multiple-document';
  };

  const stopKernel = () => notebook().sessionContext.shutdown();

  // Now and then the server closes the old connection together with the answer that the page waits
  // for ("Got events for closed stream", its log says); then a reader would reconnect, too.
  const restartKernel = async (patience = 60000) => {
    const late = new Promise((done) => setTimeout(() => done('late'), patience));
    if (await Promise.race([kernel().restart(), late]) === 'late') await kernel().reconnect();
  };
  const close = () => {
    for (const one of [...jupyterapp.shell.widgets('main')]) one.dispose();
  };

  const cells = () => notebook().content.model.toJSON().cells;
  const cellIds = () => {
    const list = notebook().content.model.cells;
    return [...Array(list.length).keys()].map((index) => list.get(index).id);
  };

  // What keeps the page from being finished, as sentences; an empty list when it has settled.
  const unsettled = () => {
    const waits = [];
    if (kernel() && kernel().status !== 'idle') waits.push(`the kernel is ${kernel().status}`);
    for (const area of node().querySelectorAll('.jp-OutputArea-output')) {
      if (/^\s*Loading widget/.test(area.textContent)) waits.push('a widget is still loading');
    }
    for (const image of node().querySelectorAll('.jp-OutputArea img, .jp-RenderedMarkdown img')) {
      if (!image.complete) waits.push('a picture is still loading');
    }
    for (const root of node().querySelectorAll('[data-cnn-explorer]')) {
      if (root.dataset.state === undefined) {
        waits.push(`${root.dataset.cnnExplorer} has not painted a state`);
      }
    }
    return waits;
  };

  const label = (child) => {
    const cell = child.closest('.jp-Cell');
    const index = [...node().querySelectorAll('.jp-Cell')].indexOf(cell);
    return `cell ${index + 1}`;
  };

  const findings = () => {
    const found = [];
    const cells = notebook().content.model.cells;
    for (let i = 0; i < cells.length; i++) {
      const cell = cells.get(i).toJSON();
      if (cell.cell_type !== 'code') continue;
      const tags = cell.metadata.tags || [];
      const source = Array.isArray(cell.source) ? cell.source.join('') : cell.source;
      if (source.trim() && !cell.execution_count) found.push(`cell ${i + 1} was not executed`);
      for (const one of cell.outputs) {
        if (one.output_type === 'error' && !tags.includes('raises-exception')) {
          found.push(`cell ${i + 1} raised ${one.ename}: ${one.evalue}`);
        }
        if (one.output_type === 'stream' && one.name === 'stderr') {
          const text = Array.isArray(one.text) ? one.text.join('') : one.text;
          // The bars of training.fit and training.with_bar are meant to be there.
          const rest = text.split(/[\r\n]+/).filter((line) =>
            line.trim() && !/^(\x1b\[A|\s)*(\[.*\] *)?[\w/ ]+: +\d+%\|.*\|/.test(line));
          if (rest.length) {
            found.push(`cell ${i + 1} wrote to stderr: ${rest.join(' ').slice(0, 200)}`);
          }
        }
      }
    }
    for (const area of node().querySelectorAll('.jp-OutputArea-output')) {
      const text = area.textContent;
      if (/Error displaying widget|Failed to load model|Error creating widget/.test(text)) {
        found.push(`${label(area)} says: ${text.trim().slice(0, 200)}`);
      }
    }
    for (const image of node().querySelectorAll('.jp-OutputArea img, .jp-RenderedMarkdown img')) {
      if (!(image.complete && image.naturalWidth > 0)) {
        found.push(`${label(image)} has a picture that did not load: ${image.src.slice(0, 80)}`);
      }
    }
    for (const svg of node().querySelectorAll('.jp-OutputArea-output svg')) {
      if (svg.parentElement.closest('svg') || svg.closest('button, .jp-icon3')) continue;
      const box = svg.getBoundingClientRect();
      if (!(box.width > 0 && box.height > 0)) found.push(`${label(svg)} has an empty drawing`);
    }
    return found;
  };

  const bytes = async (image) => {
    const response = await fetch(image.src);
    const data = new Uint8Array(await response.arrayBuffer());
    let text = '';
    for (const one of data) text += String.fromCharCode(one);
    return btoa(text);
  };

  // The picture's markup without its words or, for an <img>, its bytes: two equal strings are two
  // equal pictures.
  const picture = async (root) => {
    const parts = [];
    // Chosen before the first wait, in which the page may put others in their place.
    const shown = [...root.querySelectorAll('svg, img')].filter(
      (one) => !one.parentElement.closest('svg') && !one.closest('button'));
    for (const one of shown) {
      if (one.tagName === 'IMG') { parts.push(await bytes(one)); continue; }
      const copy = one.cloneNode(true);
      for (const words of copy.querySelectorAll('title, desc')) words.remove();
      copy.removeAttribute('aria-label');
      parts.push(copy.outerHTML);
    }
    return parts.join('\n');
  };

  const sentence = (root) =>
    [...root.querySelectorAll('.cnn-sentence')]
      .map((one) => one.textContent.trim().replace(/\s+/g, ' ')).join(' ');

  const sliders = (index) =>
    [...output(index).querySelectorAll('[role=slider], input[type=range]')];

  // How far one arrow key moves a slider.
  const keyStep = (index, number) => Number(sliders(index)[number].step) || 1;

  const valueOf = (slider) => slider.getAttribute('aria-valuenow') ?? slider.value;

  const look = async (index) => {
    const root = explorer(index);
    for (const image of root.querySelectorAll('img')) {
      try { await image.decode(); } catch { /* `findings` reports a picture that is broken */ }
    }
    const area = output(index);
    const box = area.getBoundingClientRect();
    const cells = [...node().querySelectorAll('.jp-Cell')];
    const next = cells[cells.indexOf(area.closest('.jp-Cell')) + 1];
    const place = (rect) => [rect.left, rect.top, rect.width, rect.height].map(Math.round);
    const panel = scroller().getBoundingClientRect();
    return {
      name: root.dataset.cnnExplorer,
      state: root.dataset.state,
      sentence: sentence(root),
      picture: await picture(root),
      values: sliders(index).map(valueOf),
      box: place(box),
      next: next ? place(next.getBoundingClientRect()) : null,
      scroll: Math.round(scroller().scrollTop),
      panel: place(panel),
    };
  };

  const execute = async (code, expression) => {
    const future = kernel().requestExecute({
      code, silent: false, store_history: false, user_expressions: { answer: expression },
    });
    const reply = (await future.done).content;
    if (reply.status !== 'ok') throw new Error(`${reply.ename}: ${reply.evalue}`);
    const answer = reply.user_expressions.answer;
    if (answer.status !== 'ok') throw new Error(`${answer.ename}: ${answer.evalue}`);
    return answer.data['text/plain'];
  };

  const frame = () => new Promise((done) => requestAnimationFrame(() => done()));
  // Of one explorer that says itself when it waits for the kernel, the kernel is not asked.
  const settle = async (index) => {
    await frame();
    if (index === undefined || !explorer(index)?.hasAttribute('aria-busy')) {
      await execute('', 'None');
      await execute('', 'None');
      await frame();
    }
    await frame();
    const end = performance.now() + 10000;
    const busy = () => [...node().querySelectorAll('[data-cnn-explorer][aria-busy=true]')];
    while (busy().length && performance.now() < end) await frame();
    return busy().map((one) => `${one.dataset.cnnExplorer} is still busy after 10 seconds`);
  };

  // Turns a slider to a value at once; false if it stands there.
  const turn = (index, number, value) => {
    const slider = sliders(index)[number];
    const steps = Math.round((value - Number(valueOf(slider))) / keyStep(index, number));
    if (steps === 0) return false;
    if (slider.type === 'range') {
      slider.value = value;
      for (const name of ['input', 'change']) slider.dispatchEvent(new Event(name, { bubbles: true }));
      return true;
    }
    const key = steps > 0 ? 'ArrowRight' : 'ArrowLeft';
    for (let i = 0; i < Math.abs(steps); i++) {
      slider.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    }
    return true;
  };

  const explorerCount = () => document.querySelectorAll('[data-cnn-explorer]').length;
  const sliderCount = (index) => sliders(index).length;
  const nameOf = (index) => explorer(index).dataset.cnnExplorer;

  // Whether the keyboard is somewhere in an explorer, and on which of its sliders.
  const focused = (index) => [
    output(index).contains(document.activeElement), sliders(index).indexOf(document.activeElement),
  ];

  // One screenful down; false at the end.
  const scrollOn = () => {
    const box = scroller();
    const was = box.scrollTop;
    box.scrollTop = was + box.clientHeight - 40;
    return box.scrollTop > was + 1;
  };
  const scrollToTop = () => { scroller().scrollTop = 0; };

  // True once nothing in the notebook's outputs has changed for `quiet` milliseconds: widgets draw
  // their children one promise after the other, and no event tells of the last one.
  const still = (quiet, limit) => new Promise((done) => {
    const started = performance.now();
    let last = started;
    const watch = new MutationObserver(() => { last = performance.now(); });
    watch.observe(node(), { childList: true, subtree: true });
    const look = () => {
      const now = performance.now();
      if (unsettled().length > 0) last = now;
      const stilled = now - last >= quiet;
      if (!stilled && now - started < limit) { setTimeout(look, 40); return; }
      watch.disconnect();
      done(stilled);
    };
    look();
  });

  // JupyterLab shows a stored SVG as an <img>, whose title has to be read from its address.
  const titleOf = (address) => {
    if (!address.startsWith('data:image/svg+xml')) return '';
    const text = decodeURIComponent(address.slice(address.indexOf(',') + 1));
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    return parsed.querySelector('title')?.textContent || '';
  };

  const pictures = (cell) => {
    const found = [];
    const here = node().querySelectorAll('.jp-Cell')[cell];
    for (const one of here.querySelectorAll('.jp-OutputArea-output :is(svg, img)')) {
      if (one.parentElement.closest('svg') || one.closest('button')) continue;
      const box = one.getBoundingClientRect();
      const words = one.tagName === 'IMG'
        ? one.alt || titleOf(one.src)
        : one.getAttribute('aria-label') || one.querySelector('title')?.textContent;
      found.push({ width: box.width, height: box.height, words: words || '' });
    }
    return found;
  };

  // The model of the widget that the notebook's output shows.
  const modelId = (index) => {
    const cell = explorer(index).closest('.jp-Cell');
    const roots = [...cell.querySelectorAll('[data-cnn-explorer]')];
    const at = [...node().querySelectorAll('.jp-Cell')].indexOf(cell);
    const views = notebook().content.model.cells.get(at).toJSON().outputs
      .map((one) => one.data?.['application/vnd.jupyter.widget-view+json']?.model_id)
      .filter(Boolean);
    return views[roots.indexOf(explorer(index))];
  };

  return {
    notebook, kernel, node, open, close, opening, ready, makeRoom, stopKernel, restartKernel, execute,
    settle, still, unsettled, findings, cells, cellIds, pictures, scrollOn, scrollToTop,
    explorer, explorerCount, nameOf, output, look, sentence, modelId,
    sliders, sliderCount, keyStep, turn, focused,
  };
})();
