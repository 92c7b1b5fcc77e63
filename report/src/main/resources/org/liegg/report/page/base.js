"use strict";

/* What every picture needs: numbers, names, width, redrawing, values at the pointer, legends. */
let report = (data => data ? JSON.parse(data.textContent) : {})(document.getElementById("data"));

/* A page that shows one report after another says which one it is. */
function showReport(other) {
  report = other;
}

/* As the tables write numbers: three digits, plain from 0.001 to 99 999. */
function shown(value) {
  if (value === 0 || !isFinite(value)) return String(value);
  const [digits, power] = value.toExponential(2).split("e");
  const exponent = Number(power);
  return exponent < -3 || exponent > 4 ? digits + "e" + exponent : value.toFixed(Math.max(0, 2 - exponent));
}

const interval = bounds => `[${shown(bounds[0])}, ${shown(bounds[1])}]`;
const superscript = number => String(number).replace("-", "⁻").replace(/\d/g, d => "⁰¹²³⁴⁵⁶⁷⁸⁹"[d]);
const variable = name => `var(--${name})`;

/* Height and width where the action is one of images, in the grammar's words. */
function imageShape() {
  const found = report.action && report.action.spec ? /^[a-z-]*image\((\d+)x(\d+)(?:x(\d+))?/.exec(report.action.spec) : null;
  return found ? {height: +found[1], width: +found[2], channels: +(found[3] || 1)} : null;
}

/* What an input is called: its column, its pixel, or its place from 1. */
function inputName(place, inputs, shape = []) {
  const columns = report.data && report.data.columns || [];
  const from = report.model && columns.length !== inputs ? report.model.inputFrom || 0 : 0;
  const image = shape.length >= 2 ? {width: shape[1], channels: shape[2] || 1} : imageShape();
  if (image && inputs % (image.width * image.channels) === 0 && inputs > image.width) {
    const pixel = Math.floor(place / image.channels);
    const channel = image.channels > 1 ? `, channel ${place % image.channels + 1}` : "";
    return `pixel (${Math.floor(pixel / image.width) + 1}, ${pixel % image.width + 1}${channel})`;
  }
  return columns.length >= from + inputs ? columns[from + place] : `x${place + 1}`;
}

/* What the rows of a generator's matrix move; a block that several copies share has places. */
function axisNames(size) {
  if (imageShape() && size === 2) return ["x →", "y ↓"];
  const inputs = report.model.inputSize;
  return d3.range(size).map(i => size === inputs ? inputName(i, inputs) : size === inputs + 1 && i === inputs ? "1" : size === inputs + 1 ? inputName(i, inputs) : `x${i + 1}`);
}

/* How t is read along a generator: in turns where it rotates, as rapidity where it boosts; a shear, AAA = 0, is neither. */
function pathOf(generator) {
  const t = {factor: 1, name: "t", unit: ""};
  const matrix = generator && generator.matrix;
  if (!matrix || matrix.length !== matrix[0].length || matrix.length > 40) return t;
  const times = (a, b) => a.map(row => b[0].map((unused, j) => d3.sum(row, (v, k) => v * b[k][j])));
  const cube = times(times(matrix, matrix), matrix);
  const size = d3.sum(matrix.flat(), v => v * v);
  const c = d3.sum(matrix.flatMap((row, i) => row.map((v, j) => v * cube[i][j]))) / size;
  const rest = Math.sqrt(d3.sum(cube.flatMap((row, i) => row.map((v, j) => (v - c * matrix[i][j]) ** 2))));
  const trace = d3.sum(matrix, (row, i) => row[i]);
  if (Math.abs(c) < .01 * size) return t;
  if (rest > .03 * Math.abs(c) * Math.sqrt(size) || Math.abs(trace) > .03 * Math.sqrt(size)) return t;
  const speed = Math.sqrt(Math.abs(c));
  return c < 0 ? {factor: speed / (2 * Math.PI), name: "turns", unit: " turns"} : {factor: speed, name: "rapidity", unit: " rapidity"};
}

const pathText = (path, t) => path.name === "t" ? `t = ${shown(t)}` : `t = ${shown(t)} (${shown(t * path.factor)}${path.unit})`;

/* A picture in its figure: drawn for the width there is, and again when that changes. */
class Picture {
  constructor(host, draw) {
    this.host = host;
    this.hidden = new Set();
    this.draw = draw;
    this.marks = [];
    this.at = -1;
    this.legendBox = document.createElement("div");
    this.legendBox.className = "legend";
    this.readout = document.createElement("p");
    this.readout.className = "readout";
    this.readout.setAttribute("aria-live", "polite");
    host.before(this.legendBox);
    host.after(this.readout);
    host.addEventListener("pointermove", event => this.nearest(event));
    host.addEventListener("pointerdown", event => this.nearest(event));
    host.addEventListener("pointerleave", () => this.select(-1));
    host.addEventListener("keydown", event => this.step(event));
    host.addEventListener("click", event => { this.nearest(event); this.open(); });
    this.render();
    if (window.ResizeObserver) {
      new ResizeObserver(() => { if (host.isConnected && Math.abs(this.room() - this.width) > 4) this.render(); }).observe(host);
    }
  }

  room() {
    return Math.max(260, Math.min(760, this.host.clientWidth || 680));
  }

  render() {
    this.width = this.room();
    this.narrow = this.width < 480;
    this.marks = [];
    this.at = -1;
    this.host.replaceChildren();
    this.legendBox.replaceChildren();
    this.draw(this);
    if (this.marks.length) {
      this.host.tabIndex = 0;
      this.host.setAttribute("aria-keyshortcuts", "ArrowLeft ArrowRight" + (this.opens() ? " Enter" : ""));
    }
    this.select(-1);
  }

  svg(height, width = this.width, parent = this.host) {
    return d3.select(parent).append("svg").attr("viewBox", [0, 0, width, height])
        .attr("width", width).attr("height", height).attr("aria-hidden", "true");
  }

  /* A value that can be asked for: an element with a place in it, words, and what it opens where there is more. */
  mark(node, x, y, text, open = null) {
    this.marks.push({node, x, y, text, open});
  }

  opens() {
    return this.marks.some(mark => mark.open);
  }

  open() {
    const mark = this.marks[this.at];
    if (mark && mark.open) mark.open();
  }

  select(at) {
    this.at = at;
    d3.select(this.host).selectAll(".cursor").remove();
    const mark = this.marks[at];
    const words = mark ? mark.text : this.marks.length ? "Values: point at the picture, or select it and use the arrow keys." + (this.opens() ? " Enter or a click opens what is behind one." : "") : "";
    if (this.readout.textContent !== words) this.readout.textContent = words;
    this.readout.classList.toggle("hint", !mark);
    if (mark) {
      d3.select(mark.node.ownerSVGElement || mark.node).append("circle").attr("class", "cursor")
          .attr("cx", mark.x).attr("cy", mark.y).attr("r", 8);
    }
  }

  nearest(event) {
    let best = -1, least = 40 * 40;
    this.marks.forEach((mark, i) => {
      const box = (mark.node.ownerSVGElement || mark.node).getBoundingClientRect();
      const away = (event.clientX - box.left - mark.x) ** 2 + (event.clientY - box.top - mark.y) ** 2;
      if (away < least) [best, least] = [i, away];
    });
    if (best !== this.at) this.select(best);
  }

  step(event) {
    const by = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1}[event.key];
    if (event.key === "Escape") this.select(-1);
    if (event.key === "Enter") this.open();
    if (!by || !this.marks.length) return;
    event.preventDefault();
    this.select(this.at < 0 ? (by > 0 ? 0 : this.marks.length - 1) : (this.at + by + this.marks.length) % this.marks.length);
    this.host.querySelector(".cursor").scrollIntoView({block: "nearest", inline: "nearest"});
  }

  /* Entries: {label, shape, colour, dash, toggles}; what toggles is shown or hidden by its key. */
  legend(entries) {
    entries.forEach(entry => {
      const item = document.createElement(entry.toggles ? "button" : "span");
      if (entry.toggles) {
        item.type = "button";
        item.setAttribute("aria-pressed", String(!this.hidden.has(entry.toggles)));
        item.addEventListener("click", () => this.toggle(entry.toggles));
      }
      const swatch = d3.select(item).append("svg").attr("width", 22).attr("height", 12).attr("aria-hidden", "true");
      if (entry.shape) {
        symbol(swatch.append("path"), entry.shape, entry.colour).attr("transform", "translate(11,6)");
      } else if (entry.band) {
        swatch.append("rect").attr("width", 22).attr("height", 12).attr("class", "band");
      } else {
        swatch.append("line").attr("x1", 0).attr("x2", 22).attr("y1", 6).attr("y2", 6).attr("stroke-width", 2)
            .attr("stroke", variable(entry.colour)).attr("stroke-dasharray", entry.dash || null);
      }
      item.append(entry.label);
      this.legendBox.append(item);
    });
  }

  toggle(key) {
    if (!this.hidden.delete(key)) this.hidden.add(key);
    const place = [...this.legendBox.children].indexOf(document.activeElement);
    this.render();
    if (place >= 0) this.legendBox.children[place].focus();
  }
}

const shapes = {circle: d3.symbolCircle, ring: d3.symbolCircle, triangle: d3.symbolTriangle, diamond: d3.symbolDiamond, square: d3.symbolSquare};

/* What is not settled is hollow. */
function symbol(path, shape, colour, size = 52) {
  return path.attr("d", d3.symbol(shapes[shape], size)())
      .attr("fill", ["ring", "diamond", "square"].includes(shape) ? variable("ground") : variable(colour))
      .attr("stroke", variable(colour)).attr("stroke-width", 2);
}

/* Lines that are told apart by colour, and by dashes where colours run out. */
const series = index => ({colour: `s${index % 8 + 1}`, dash: ["", "7 3", "2 3", "9 3 2 3"][Math.floor(index / 8) % 4]});
