// Fits an explorer into its column and its window: controls above the picture or beside it,
// whichever leaves the picture more room, and no letter smaller than 11 pixels.

const LEGIBLE = 11; // pixels
const LARGEST = 2; // times a scene's own size, where the prose around it has 14 pixels
const SIDE = 15; // width of the controls beside a picture, in ems
const SIDE_LOW = 14; // the same where the window is low
const LOW = 480; // pixels: the height of a window that has no room to spare
const FINE = 17.3; // pixels of the smallest letters below which fine print is left out

export class Fitting {
  constructor(spec, { root, controls, picture, svg, words, note }) {
    Object.assign(this, { spec, root, controls, picture, svg, words, note });
    this.before = "";
    this.observer = new ResizeObserver(() => requestAnimationFrame(() => this.fit()));
    this.observer.observe(root);
    this.resized = () => this.fit();
    addEventListener("resize", this.resized);
  }

  stop() {
    this.observer.disconnect();
    removeEventListener("resize", this.resized);
  }

  fit() {
    const { root, words } = this;
    const width = root.clientWidth;
    const window_ = root.closest(".jp-WindowedPanel-outer, .jp-Notebook, .jp-LinkedOutputView");
    if (window_ && window_ !== this.around) {
      this.around = window_;
      this.observer.observe(window_); // it gets lower when another one opens beside it
    }
    const height = window_ ? window_.clientHeight : innerHeight;
    root.classList.toggle("cnn-low", height < LOW);
    const letters = parseFloat(getComputedStyle(root).fontSize);
    const now = [width, height, letters, words.textContent.length].join();
    if (!width || now === this.before) return;
    this.before = now;
    const top = this.measured("top", width, height, letters);
    const side = this.measured("side", width, height, letters);
    const { layout, scale, room } = side.scale > top.scale ? side : top;
    root.dataset.layout = layout;
    const least = Math.min(LEGIBLE / this.spec.smallest, room / this.spec.width);
    const shown = Math.max(scale, least);
    this.picture.style.width = `${this.spec.width * shown}px`;
    this.svg.setAttribute("class", shown * this.spec.smallest < FINE ? "cnn-small" : "");
  }

  // How large the picture can be in a layout, and how much room there is from left to right.
  measured(layout, width, height, letters) {
    this.root.dataset.layout = layout;
    const side = height < LOW ? SIDE_LOW : SIDE;
    const room = layout === "side" ? width - (side + 1) * letters : width;
    const tools = this.controls.offsetHeight;
    const free = height - this.words.offsetHeight - this.note.offsetHeight - letters;
    if (layout === "side" && tools > free) return { layout, room, scale: 0 };
    const tall = layout === "side" ? free : free - tools;
    const most = (LARGEST * letters) / 14;
    return { layout, room, scale: Math.min(room / this.spec.width, tall / this.spec.height, most) };
  }
}
