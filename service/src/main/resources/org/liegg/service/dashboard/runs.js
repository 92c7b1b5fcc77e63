/* All runs, newest first. */
import {button, el, field, link, select, announce} from "./dom.js";
import {get, query} from "./api.js";
import {go, keep} from "./router.js";
import {actionName, chip, dimensionOf, expectation, isFinal, lookOf, modelName, progressBar, progressOf, time} from "./words.js";
import {sparkOf} from "./spark.js";

const every = 2000;
const filters = ["state", "verdict", "model"];

const choices = {
  state: [["", "any state"], ...["queued", "running", "done", "failed", "cancelled"].map(s => [s, s])],
  verdict: [["", "any verdict"], ["invariant", "symmetric, or holds"], ["broken", "broken, or does not hold"], ["insufficient-evidence", "not enough evidence"]]
};

export async function runsPage({begin, query: asked, signal}) {
  const main = begin("Runs");
  main.append(el("p", {class: "tools"}, link("/new", "Start a run", {class: "action"})));
  const list = new RunList(filters.map(name => [name, asked.get(name) || ""]), signal);
  main.append(list.form(), list.bar, list.host, list.foot);
  await list.fill();
  list.watch();
}

/* The list, what is chosen of it, and what is known to have changed. */
class RunList {
  constructor(chosen, signal) {
    this.filter = Object.fromEntries(chosen);
    this.signal = signal;
    this.runs = new Map();
    this.next = null;
    this.host = el("ol", {class: "runs"});
    this.foot = el("div", {class: "tools"});
    this.picked = new Set();
    this.compare = button("Compare", () => this.compared());
    this.said = el("span", {role: "status"});
    this.bar = el("div", {class: "bar", role: "group", "aria-label": "Compare two runs"}, this.compare, this.said);
    this.round = 0;
    this.barChanged();
  }

  form() {
    const model = el("input", {type: "search", value: this.filter.model, list: "model-names", autocomplete: "off"});
    const names = el("datalist", {id: "model-names"});
    get("/history", this.signal).then(({items = []}) => names.append(...items.map(value => el("option", {value})))).catch(() => null);
    const controls = {state: select(choices.state, this.filter.state), verdict: select(choices.verdict, this.filter.verdict), model};
    const change = () => {
      filters.forEach(name => { this.filter[name] = controls[name].value.trim(); });
      keep("/" + query(this.filter));
      this.runs.clear();
      this.picked.clear();
      this.barChanged();
      this.fill().catch(error => this.fault(error));
    };
    Object.values(controls).forEach(control => control.addEventListener("change", change));
    return el("form", {class: "filters", role: "search", "aria-label": "Which runs", on: {submit: event => { event.preventDefault(); change(); }}},
        field("State", controls.state), field("Verdict", controls.verdict), field("Model", model), names);
  }

  /* The first part, anew. What a slow answer says of another filter is passed over. */
  async fill() {
    const round = ++this.round;
    const page = await get("/analyses" + query({...this.filter, limit: 50}), this.signal);
    if (round !== this.round) return;
    this.next = page.next || null;
    this.take(page.items);
    announce(this.runs.size ? `${this.runs.size} runs${this.next ? ", and more" : ""}` : "No runs");
  }

  async more() {
    const round = this.round, before = this.runs.size;
    const page = await get("/analyses" + query({...this.filter, limit: 50, before: this.next}), this.signal);
    if (round !== this.round) return;
    this.next = page.next || null;
    this.take(page.items);
    const first = this.host.children[before];
    if (first) first.querySelector("a").focus();
  }

  take(items) {
    items.forEach(run => this.runs.set(run.id, run));
    this.draw();
  }

  /* Newest first; a card that did not change stays, and with it the focus. */
  draw() {
    const order = [...this.runs.values()].sort((a, b) => b.times.created.localeCompare(a.times.created));
    const cards = new Map([...this.host.children].map(card => [card.dataset.id, card]));
    order.forEach((run, place) => {
      const text = JSON.stringify(run);
      let card = cards.get(run.id);
      if (!card || card.said !== text) card = this.replaced(card, run, text);
      cards.delete(run.id);
      if (this.host.children[place] !== card) this.host.insertBefore(card, this.host.children[place] || null);
    });
    cards.forEach(card => card.remove());
    this.footChanged(order.length);
  }

  replaced(old, run, text) {
    const focused = old && old.contains(document.activeElement) ? document.activeElement.dataset.part : null;
    const card = this.card(run);
    card.said = text;
    if (old) {
      old.replaceWith(card);
      if (old.dataset.state !== run.state) announce(`${modelName(run)}: ${lookOf(run).word}`);
      if (focused) card.querySelector(`[data-part="${focused}"]`)?.focus();
    }
    return card;
  }

  card(run) {
    const expected = expectation(run), action = actionName(run), name = modelName(run);
    const card = el("li", {class: "card", "data-id": run.id, "data-state": run.state},
        this.picker(run, name),
        el("div", {class: "what"},
            el("h2", {}, link("/runs/" + encodeURIComponent(run.id), name, {"data-part": "link"})),
            el("p", {class: "small"}, action ? el("code", {}, action) : null, action && expected ? "; " : null, expected),
            el("p", {class: "small"}, time(run.times.created))),
        el("div", {class: "result"}, chip(lookOf(run)), this.going(run)));
    sparkOf(run, card.querySelector(".result"), this.signal);
    return card;
  }

  going(run) {
    if (run.state === "running") return el("div", {class: "going"}, progressBar(run), el("p", {class: "small"}, progressOf(run).text));
    if (run.outcome && !run.outcome.gate) return el("p", {class: "small"}, `${dimensionOf(run.outcome)}${run.outcome.algebra ? `: ${run.outcome.algebra}` : ""}`);
    return run.error ? el("p", {class: "small"}, el("code", {}, run.error.code)) : null;
  }

  picker(run, name) {
    const box = el("input", {type: "checkbox", "data-part": "pick", "aria-label": `Compare ${name}, ${lookOf(run).word}`,
      disabled: run.state !== "done", on: {change: () => this.pick(run.id, box.checked)}});
    box.checked = this.picked.has(run.id);
    return el("div", {class: "pick"}, box);
  }

  /* Of three the one that was chosen first is let go. */
  pick(id, on) {
    this.picked.delete(id);
    if (on) this.picked.add(id);
    if (this.picked.size > 2) {
      const [oldest] = this.picked;
      this.picked.delete(oldest);
      const box = [...this.host.children].find(card => card.dataset.id === oldest)?.querySelector("input");
      if (box) box.checked = false;
    }
    this.barChanged();
  }

  barChanged() {
    this.compare.disabled = this.picked.size !== 2;
    this.said.textContent = this.picked.size === 2 ? "Two runs are chosen." : this.picked.size === 1 ? "Choose one more to compare." : "Choose two runs that are done to compare them.";
  }

  compared() {
    const [before, after] = [...this.picked].map(id => this.runs.get(id)).sort((a, b) => a.times.created.localeCompare(b.times.created));
    go("/compare" + query({before: before.id, after: after.id}));
  }

  footChanged(shownRuns) {
    const parts = [];
    if (!shownRuns) parts.push(el("p", {}, Object.values(this.filter).some(Boolean) ? "No run is like this." : "There are no runs yet."));
    if (this.next) parts.push(button("Show more", () => this.more().catch(error => this.fault(error))));
    if (this.foot.children.length !== parts.length || !this.next) this.foot.replaceChildren(...parts);
  }

  fault(error) {
    if (!this.signal.aborted) announce(error.message);
  }

  /* Looks for changes as long as somebody can see them. */
  watch() {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible" && !this.asking) this.renew();
    }, every);
    this.signal.addEventListener("abort", () => clearInterval(timer), {once: true});
  }

  async renew() {
    this.asking = true;
    const round = this.round;
    try {
      const page = await get("/analyses" + query({...this.filter, limit: 50}), this.signal);
      if (round === this.round) {
        await this.others(page.items);
        if (round === this.round) this.take(page.items);
      }
    } catch (error) {
      this.fault(error);
    } finally {
      this.asking = false;
    }
  }

  /* Those further down that are not finished, and those that are gone from the first part. */
  async others(items) {
    const newest = new Set(items.map(run => run.id));
    const last = items.length ? items[items.length - 1].times.created : "";
    for (const run of [...this.runs.values()]) {
      if (newest.has(run.id)) continue;
      if (run.times.created > last) this.forget(run.id);
      else if (!isFinal(run)) this.runs.set(run.id, await get("/analyses/" + encodeURIComponent(run.id), this.signal));
    }
  }

  forget(id) {
    this.runs.delete(id);
    if (this.picked.delete(id)) this.barChanged();
  }
}
