/* Models by their names, and what became of their versions. */
import {drawFigures, el, figure, link, section, table} from "./dom.js";
import {get} from "./api.js";
import {historyOf} from "./spark.js";
import {bounded, chip, chosen, count, dimensionOf, isOpen, outcomeLook, time, worstOf} from "./words.js";

export async function modelsPage({begin, signal}) {
  const main = begin("Models");
  const {items = []} = await get("/history", signal);
  if (!items.length) {
    main.append(el("p", {}, "No run has been given the name of a model. A run that has one is kept in its history."));
    return;
  }
  const list = el("ol", {class: "runs"});
  main.append(list);
  for (const name of items) {
    const result = el("div", {class: "result"});
    const words = el("p", {class: "small"});
    list.append(el("li", {class: "card"}, el("div", {class: "what"}, el("h2", {}, link("/models/" + encodeURIComponent(name), name)), words), result));
    latest(name, words, result, signal);
  }
}

async function latest(name, words, result, signal) {
  try {
    const {entries} = await historyOf(name, signal);
    const last = entries[entries.length - 1];
    if (!last) return;
    words.append(`${count(entries.length, "run")}; the last is of ${last.version ? `version ${last.version}` : "no version"}, `, time(last.finished));
    result.append(chip(outcomeLook(last.outcome)));
  } catch (error) {
    if (!signal.aborted) words.textContent = error.message;
  }
}

export async function modelPage({begin, parameters: [name], signal}) {
  const main = begin(name, "History of a model");
  const {entries} = await get("/history/" + encodeURIComponent(name), signal);
  const questions = d3.group(entries, e => e.question);
  if (!entries.length) main.append(el("p", {}, "No run of this name is done."));
  questions.forEach((of, question) => main.append(questionSection(question, of)));
  drawFigures();
}

/* Runs of one question can be compared; of others they cannot. */
function questionSection(question, entries) {
  const checked = entries.some(e => worstOf(e.outcome));
  const label = checked ? "Worst defect of every version with its bounds, on a logarithmic scale, and what the check lets pass; hollow marks are not settled"
      : "Dimension of the symmetries of every version";
  const picture = entries.length > 1 ? figure(label, host => checked ? defects(host, entries) : dimensions(host, entries)) : null;
  return section(question, picture,
      table(`Versions of ${question}, newest first`, ["version", "verdict", checked ? "worst defect" : "dimension", checked ? "at most" : "algebra", "finished", "run"], [...entries].reverse().map(row(checked))));
}

const row = checked => ({version, analysis, finished, outcome}) => [
  version || "–", chip(outcomeLook(outcome)),
  checked ? bounded(worstOf(outcome)) || "not measured" : dimensionOf(outcome) || "–",
  checked ? outcome.gate ? chosen(outcome.gate.maxDefect) : "" : outcome.algebra || "",
  time(finished), link("/runs/" + encodeURIComponent(analysis), "Show", {"aria-label": `Show the run of version ${version || "without a number"}`})];

const marks = {invariant: "symmetry", broken: "broken", "insufficient-evidence": "open"};
const words = {symmetry: "holds", open: "not enough evidence", broken: "does not hold"};

const versionNames = entries => entries.map(e => e.version || "–");

function defects(picture, entries) {
  const some = entries.map((e, i) => ({place: i + 1, entry: e, worst: worstOf(e.outcome)})).filter(p => p.worst);
  const levels = [...new Set(some.map(p => p.entry.outcome.gate.maxDefect))];
  const points = some.map(({place, entry, worst}) => {
    const state = marks[entry.outcome.gate.verdict] || "open";
    return {place, ...worst, state, text: `Version ${entry.version || "–"}: ${bounded(worst)}, ${words[state]}`};
  });
  picture.legend(Object.keys(words).filter(s => points.some(p => p.state === s)).map(s => ({...states[s], label: words[s]})));
  const f = frame(picture, {height: 320, x: {first: 1, last: entries.length, names: versionNames(entries)},
    y: points.flatMap(p => [p.value, p.low, p.high]).concat(levels), xLabel: "version, first to last", yLabel: "worst defect"});
  if (levels.length === 1) levelLine(f, levels[0], `at most ${chosen(levels[0])}`);
  else gateSteps(f, some);
  f.root.append("path").attr("fill", "none").attr("stroke", variable("faint")).attr("d", d3.line()(points.map(p => [f.x(p.place), f.y(p.value)])));
  pointsWithBounds(picture, f, points);
}

/* What the check let pass, version by version, where that was changed. */
function gateSteps(f, some) {
  const reach = f.x.domain()[1] > f.x.domain()[0] ? (f.x(2) - f.x(1)) / 2 : 30;
  some.forEach(({place, entry}, i) => {
    const most = entry.outcome.gate.maxDefect, x = f.x(place), y = f.y(most);
    const from = Math.max(f.left, x - reach), to = Math.min(f.xr[1], x + reach);
    f.root.append("line").attr("class", "tolerance").attr("x1", from).attr("x2", to).attr("y1", y).attr("y2", y);
    if (!i || most !== some[i - 1].entry.outcome.gate.maxDefect) {
      f.root.append("text").attr("class", "note").attr("x", to).attr("y", y - 5).attr("text-anchor", "end").text(`at most ${chosen(most)}`);
    }
  });
}

/* Whole numbers from 0, a place for each version; no line leads to what is open. */
function dimensions(picture, entries) {
  const height = 240, left = 46, right = picture.width - 18, root = picture.svg(height), names = versionNames(entries);
  const x = d3.scaleLinear([0, entries.length - 1], [left + 20, right - 20]), most = d3.max(entries, e => e.outcome.dimension);
  const y = d3.scaleLinear([0, most + 1], [height - 46, 26]);
  axis(root, `translate(${left},0)`, d3.axisLeft(y).tickValues(places(0, most, 6)).tickFormat(String));
  axis(root, `translate(0,${height - 46})`, d3.axisBottom(x).tickValues(places(0, entries.length - 1, Math.floor(picture.width / 90))).tickFormat(i => cut(names[i], 14)));
  root.append("text").attr("class", "title").attr("x", 2).attr("y", 13).text("dimension");
  root.append("text").attr("class", "title").attr("x", right).attr("y", height - 8).attr("text-anchor", "end").text("version, first to last");
  root.append("path").attr("fill", "none").attr("stroke", variable("faint")).attr("d", d3.line()(entries.map((e, i) => [x(i), y(e.outcome.dimension)]).filter((p, i) => !isOpen(entries[i].outcome))));
  picture.legend(Object.keys(marks).filter(v => entries.some(e => e.outcome.verdict === v)).map(v => ({...states[marks[v]], label: outcomeLook({verdict: v}).word})));
  entries.forEach(({outcome}, i) => {
    const look = states[marks[outcome.verdict] || "open"];
    symbol(root.append("path"), look.shape, look.colour).attr("transform", `translate(${x(i)},${y(outcome.dimension)})`);
    picture.mark(root.node(), x(i), y(outcome.dimension), `Version ${names[i]}: dimension ${dimensionOf(outcome)}, ${outcomeLook(outcome).word}`);
  });
}
