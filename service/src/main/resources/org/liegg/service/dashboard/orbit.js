/* A sample that is moved along a generator by a slider, and what the network makes of it. */
import {el, errorBox, field, section, select, table, drawFigures, figure} from "./dom.js";
import {get, query} from "./api.js";
import {movedSample} from "./moved-sample.js";

const steps = 41;
const reaches = [["turn", "one turn"], ["0.5", "−0.5 to 0.5"], ["1", "−1 to 1"], [String(Math.PI), "−π to π"], [String(2 * Math.PI), "−2π to 2π"]];

export function orbitSection(report, path, signal) {
  const page = new Orbit(report, path, signal);
  page.load();
  return page.host;
}

class Orbit {
  constructor(report, address, signal) {
    this.report = report;
    this.address = address;
    this.signal = signal;
    this.generator = select(report.generators.map((g, i) => [String(i), `${i + 1} (δ ${shown(g.defect)})`]), "0");
    this.sample = el("input", {type: "number", min: "0", max: String(Math.max(0, report.data.samples - 1)), step: "1", value: "0", required: true});
    this.reach = select(reaches, "turn");
    this.turns();
    this.generator.addEventListener("change", () => this.turns());
    [this.generator, this.sample, this.reach].forEach(control => control.addEventListener("change", () => this.load()));
    this.slider = el("input", {type: "range", min: "0", max: String(steps - 1), step: "1", value: String((steps - 1) / 2), class: "slider"});
    this.slider.addEventListener("input", () => this.move());
    this.words = el("p", {class: "readout"});
    this.period = el("p", {class: "help"});
    this.stage = el("div", {class: "stage"});
    this.host = section("Move a sample",
        el("p", {}, "Moves one sample x along exp(tA) of a generator A. " + (report.action.equivariant ? "The output of an equivariant model moves with it as expected." : "A symmetry leaves the output level.")),
        el("div", {class: "filters"}, field("Generator", this.generator), field("Sample, counted from 0", this.sample), field("Range of t", this.reach)),
        field("t", this.slider, "Arrow keys move it by a step, Page Up and Page Down by more, Home and End to the ends."), this.words, this.period, this.stage);
  }

  get path() {
    return pathOf(this.report.generators[Number(this.generator.value)]);
  }

  /* Only what rotates has a turn. */
  turns() {
    const turns = this.path.name === "turns";
    this.reach.options[0].disabled = !turns;
    if (!turns && this.reach.value === "turn") this.reach.value = "1";
  }

  async load() {
    if (!this.sample.validity.valid || this.sample.value === "") {
      this.words.textContent = `Sample: ${this.sample.validationMessage}`;
      return;
    }
    const round = this.round = (this.round || 0) + 1;
    const asked = {generator: this.generator.value, sample: this.sample.value, steps, reach: this.reach.value === "turn" ? .5 / this.path.factor : this.reach.value};
    this.words.textContent = "The service moves the sample.";
    try {
      const orbit = await get(`${this.address}/orbit${query(asked)}`, this.signal);
      if (round === this.round) this.take(orbit);
    } catch (error) {
      if (this.signal.aborted || round !== this.round) return;
      this.orbit = null;
      this.slider.disabled = true;
      this.words.textContent = this.period.textContent = "";
      this.stage.replaceChildren(errorBox(error));
      if (error.status === undefined) console.error(error);
    }
  }

  take(orbit) {
    this.orbit = orbit;
    this.slider.disabled = false;
    this.slider.max = String(orbit.t.length - 1);
    this.along = this.path;
    this.period.textContent = orbit.period === undefined ? "" : `After t = ${shown(orbit.period)} the sample is where it was.`;
    this.moved = movedSample(orbit);
    this.values = el("details", {}, el("summary", {}, "Values at this t"));
    this.values.addEventListener("toggle", () => this.drawValues());
    const lines = figure("Outputs over t (lines) and what is expected of them (dashed); the vertical line is the slider", picture => this.drawOutputs(picture));
    this.stage.replaceChildren(el("div", {class: "columns"}, this.moved.host, lines), this.values);
    drawFigures();
    this.move();
  }

  get at() {
    return Number(this.slider.value);
  }

  move() {
    if (!this.orbit) return;
    const words = pathText(this.along, this.orbit.t[this.at]);
    this.slider.setAttribute("aria-valuetext", words);
    this.words.textContent = words + this.change();
    this.moved.show(this.at);
    this.placeCursor();
    this.drawValues();
  }

  /* How far the output is from where it should be. */
  change() {
    const {outputs, expected} = this.orbit;
    const should = expected[this.at];
    const away = Math.sqrt(d3.sum(outputs[this.at], (v, k) => (v - should[k]) ** 2)), size = Math.sqrt(d3.sum(should, v => v * v));
    return `: the output is ${shown(away)} away from what is expected${size > 0 ? `, ${shown(away / size)} of its size` : ""}.`;
  }

  /* The step at which t is nearest to 0. */
  nearest() {
    return d3.minIndex(this.orbit.t, Math.abs);
  }

  drawOutputs(picture) {
    const {t, outputs, expected} = this.orbit, few = Math.min(outputs[0].length, 24), {factor, name} = this.along;
    const called = k => outputs[0].length === 1 ? "output" : `output ${k}`;
    picture.legend([...d3.range(few).map(k => ({label: called(k), ...series(k), toggles: few > 1 ? "o" + k : null})),
      {label: "expected", colour: "faint", dash: "2 4", toggles: "expected"}]);
    const line = (values, k, prefix) => ({points: t.map((u, i) => [u * factor, values[i][k]]), text: i => `${pathText(this.along, t[i])}: ${prefix}${called(k)} ${shown(values[i][k])}`});
    const lines = d3.range(few).map(k => line(outputs, k, ""));
    const width = Math.min(picture.width, 420);
    const drawn = curves(picture, lines.concat(d3.range(few).map(k => line(expected, k, "expected "))), {width, height: 260, xLabel: name,
      hidden: i => i < few ? picture.hidden.has("o" + i) : true});
    if (!picture.hidden.has("expected")) this.drawExpected(drawn, expected, few, picture);
    this.cursor = drawn.root.append("line").attr("class", "now").attr("y1", 10).attr("y2", 220);
    this.scale = drawn.x;
    this.placeCursor();
  }

  drawExpected({root, x, y}, expected, few, picture) {
    d3.range(few).filter(k => !picture.hidden.has("o" + k)).forEach(k => root.append("path").attr("fill", "none").attr("stroke", variable(series(k).colour))
        .attr("stroke-width", 3).attr("stroke-opacity", .55).attr("stroke-dasharray", "2 5").attr("d", d3.line()(this.orbit.t.map((t, i) => [x(t * this.along.factor), y(expected[i][k])]))));
  }

  placeCursor() {
    if (!this.cursor || !this.orbit) return;
    const x = this.scale(this.orbit.t[this.at] * this.along.factor);
    this.cursor.attr("x1", x).attr("x2", x);
  }

  /* Numbers behind the pictures, where somebody opened them. */
  drawValues() {
    if (!this.values || !this.values.open) return;
    const {inputs, outputs, expected} = this.orbit, start = this.nearest(), now = this.at;
    const rows = inputs[now].slice(0, 200).map((v, i) => [inputName(i, inputs[now].length, this.moved.shape), shown(inputs[start][i]), shown(v), ""]);
    const outs = outputs[now].slice(0, 200).map((v, k) => [`output ${k}`, shown(outputs[start][k]), shown(v), shown(expected[now][k])]);
    const header = ["value", "at t = 0", "now", "expected"];
    const made = table("Values at this t", header, outs.concat(rows).map(row => row.slice(0, header.length)));
    const place = this.values.children[1] ? this.values.children[1].scrollTop : 0;
    this.values.replaceChildren(this.values.firstChild, made);
    made.scrollTop = place;
  }
}
