/* One run: what was asked, how far it is, what was found. */
import {button, drawFigures, el, errorBox, figure, figures, folded, link, announce, section} from "./dom.js";
import {follow, get, query, send} from "./api.js";
import {go} from "./router.js";
import {actionName, bounded, chip, chosen, count, dimensionOf, duration, isFinal, lookOf, modelName, progressBar, progressOf, refName, sentence, time} from "./words.js";
import {reportSections} from "./findings.js";
import {orbitSection} from "./orbit.js";

export async function runPage({begin, parameters: [id], signal}) {
  const main = begin("Run", "Run");
  const run = await get("/analyses/" + encodeURIComponent(id), signal);
  const page = new RunPage(run, main, signal);
  page.change(run);
  if (!isFinal(run)) follow(id, changed => page.change(changed), signal);
}

class RunPage {
  constructor(run, main, signal) {
    this.signal = signal;
    this.path = "/analyses/" + encodeURIComponent(run.id);
    this.main = main;
    this.names = {};
    this.top = el("div", {});
    this.tools = el("div", {class: "tools"});
    this.problem = el("div", {});
    this.asked = el("div", {});
    this.live = el("div", {});
    this.found = el("div", {});
    main.querySelector("h1").textContent = modelName(run);
    document.title = `${modelName(run)} – LieGG`;
    main.append(this.top, this.tools, this.problem, this.live, this.found, this.asked);
    this.fileNames();
  }

  /* Uploaded files by what they are called. */
  async fileNames() {
    const ask = (kind, id) => id ? get(`/${kind}/${id}`, this.signal).then(file => { this.names[id] = file.name; }).catch(() => null) : null;
    await Promise.all([ask("models", this.run?.request.model.id), ask("datasets", this.run?.request.data.id)]);
    if (!this.signal.aborted) this.drawAsked();
  }

  /* Whatever changed of it. */
  change(run) {
    const before = this.run;
    this.run = run;
    if (!before || before.state !== run.state) {
      this.drawTop();
      this.drawTools();
      this.drawAsked();
      if (!before) this.fileNames();
      if (before) announce(`${modelName(run)}: ${lookOf(run).word}`);
      if (run.state === "done") this.drawReport().catch(error => this.fault(error));
    }
    this.drawLive();
  }

  drawTop() {
    const {run} = this, {outcome, error, times} = run;
    this.top.replaceChildren(...[
      el("p", {}, chip(lookOf(run))),
      outcome ? el("p", {class: `verdict ${lookOf(run).tone}`}, sentence(outcome)) : null,
      error ? errorBox(error) : null,
      figures([
        ["dimension", outcome && dimensionOf(outcome)],
        ["algebra", outcome && outcome.algebra],
        ["worst defect", outcome && outcome.gate && bounded(outcome.gate.worst)],
        ["at most", outcome && outcome.gate && chosen(outcome.gate.maxDefect)],
        ["took", outcome && duration(outcome.seconds)],
        ["created", time(times.created)],
        ["started", times.started && time(times.started)],
        ["finished", times.finished && time(times.finished)],
        ["attempts", times.attempts > 1 ? count(times.attempts) : null]])].filter(Boolean));
  }

  drawTools() {
    const {run, path} = this, at = "/api/v1" + path, done = run.state === "done";
    const focused = this.tools.contains(document.activeElement);
    this.tools.replaceChildren(...[
      done ? el("a", {class: "action", href: at + "/report.html", target: "_blank", rel: "noopener"}, "Full report (new tab)") : null,
      done ? el("a", {class: "action", href: at + "/report", download: `liegg-${run.id}.json`}, "Download the JSON") : null,
      link("/new" + query({like: run.id}), "Start another like this", {class: "action"}),
      run.request.model.name ? link("/models/" + encodeURIComponent(run.request.model.name), `History of ${run.request.model.name}`, {class: "action"}) : null,
      isFinal(run) ? twice("Delete the run", () => this.remove()) : button("Cancel the run", () => this.cancel())].filter(Boolean));
    if (focused) this.main.querySelector("h1").focus();
  }

  drawAsked() {
    const {model, data, expect, reference, maxDefect, options = {}} = this.run.request;
    this.asked.replaceChildren(section("What was asked", figures([
      ["model", refName(model, this.names)], ["name", model.name], ["version", model.version],
      ["data", refName(data, this.names)], ["action", actionName(this.run)], ["expected", expect],
      ["largest defect that passes", maxDefect === undefined ? null : chosen(maxDefect)], ["reference", reference],
      ...Object.entries(options).map(([name, value]) => [name, value === true ? "yes" : String(value)])])));
  }

  /* Progress, and the spectrum of the samples so far; only numbers change while it goes on. */
  drawLive() {
    const {run} = this;
    if (isFinal(run)) {
      this.live.replaceChildren();
      this.bar = null;
      return;
    }
    if (!this.bar) {
      this.bar = el("div", {});
      this.words = el("p", {});
      this.spectrum = el("div", {});
      this.live.replaceChildren(section("Progress", this.bar, this.words, this.spectrum));
    }
    const {text, share} = progressOf(run);
    const bar = this.bar.firstChild;
    if (bar && share !== null && bar.hasAttribute("value")) bar.value = share;
    else this.bar.replaceChildren(progressBar(run));
    if (this.words.textContent !== text) this.words.textContent = text;
    this.sayProgress(text, share);
    this.drawSpectrum(run.progress && run.progress.spectrum);
  }

  /* Aloud only when a stage begins, and at each quarter of it. */
  sayProgress(text, share) {
    const now = `${this.run.progress ? this.run.progress.stage : this.run.state} ${Math.floor(4 * (share || 0))}`;
    if (now === this.told) return;
    this.told = now;
    announce(text);
  }

  /* That of the most samples so far: parts of them are summed apart, and each part tells. A new attempt begins anew. */
  drawSpectrum(partial) {
    const {attempts} = this.run.times;
    if (!partial || !partial.singularValues.length || attempts === this.attempt && partial.samples <= this.samples) return;
    this.attempt = attempts;
    this.samples = partial.samples;
    this.values = [...partial.singularValues].reverse();
    if (this.picture) {
      const {at} = this.picture;
      this.picture.render();
      if (at >= 0) this.picture.select(at);
      this.table.replaceWith(this.table = this.spectrumTable());
      return;
    }
    this.table = this.spectrumTable();
    this.spectrum.append(figure("Spectrum of the samples so far: small values are directions along which the output hardly changes", picture => liveSpectrum(picture, this.values)), this.table);
    [this.picture] = drawFigures();
  }

  spectrumTable() {
    const open = this.table && this.table.open;
    const made = folded(`Spectrum of ${count(this.samples, "sample")}`, ["place", "σ/√N", "σ²/N"], this.values.map((v, i) => [i + 1, shown(v), shown(v * v)]));
    made.open = Boolean(open);
    return made;
  }

  async drawReport() {
    const report = await get(this.path + "/report", this.signal);
    if (this.signal.aborted) return;
    showReport(report);
    const orbit = report.generators.length ? orbitSection(report, this.path, this.signal) : null;
    this.found.replaceChildren(...reportSections(report, orbit));
    drawFigures();
  }

  async cancel() {
    await this.trying(async () => this.change(await send("POST", this.path + "/cancel")));
  }

  async remove() {
    await this.trying(async () => {
      await send("DELETE", this.path);
      go("/", {replace: true});
      announce("The run is deleted.");
    });
  }

  async trying(act) {
    this.problem.replaceChildren();
    try {
      await act();
    } catch (error) {
      this.fault(error);
    }
  }

  fault(error) {
    if (this.signal.aborted) return;
    this.problem.replaceChildren(errorBox(error));
    if (error.status === undefined) console.error(error);
  }
}

/* What cannot be taken back is asked for a second time. */
function twice(words, act) {
  let timer = 0;
  const made = button(words, () => {
    if (made.textContent !== words) {
      clearTimeout(timer);
      act();
      return;
    }
    made.textContent = words + ": press again, it cannot be taken back";
    timer = setTimeout(() => { made.textContent = words; }, 6000);
  }, {class: "danger", "aria-live": "polite"});
  return made;
}

/* As the report draws it, from the singular values over the root of the number of samples. */
function liveSpectrum(picture, values) {
  const v = values.map(value => value * value);
  const f = frame(picture, {height: 280, x: {first: 1, last: v.length}, y: v, xLabel: "place, smallest σ first", yLabel: "σ²/N"});
  v.forEach((d, i) => {
    symbol(f.root.append("path"), "circle", "mark").attr("transform", `translate(${f.x(i + 1)},${f.y(d)})`);
    picture.mark(f.root.node(), f.x(i + 1), f.y(d), `Place ${i + 1}: σ²/N ${shown(d)}`);
  });
}
