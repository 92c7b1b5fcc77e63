/* Small pictures of a run on its card: the spectrum while it runs, its model's history once it is done. */
import {el} from "./dom.js";
import {get} from "./api.js";
import {isFinal, isOpen, worstOf} from "./words.js";

const width = 132, height = 36;
const histories = new Map();

/* A history is asked for once a minute at most, however many cards show it. */
export function historyOf(name, signal) {
  const known = histories.get(name);
  if (known && Date.now() - known.at < 60000) return known.answer;
  const answer = get("/history/" + encodeURIComponent(name), signal);
  histories.set(name, {at: Date.now(), answer});
  answer.catch(() => histories.delete(name));
  return answer;
}

export function sparkOf(run, host, signal) {
  const spectrum = run.progress && run.progress.spectrum;
  if (!isFinal(run) && spectrum && spectrum.singularValues.length) {
    const values = [...spectrum.singularValues].reverse();
    host.append(spark(values, `Spectrum so far, ${values.length} singular values from ${shown(values[0])} to ${shown(values[values.length - 1])}`));
  } else if (run.state === "done" && run.request.model.name) {
    ofHistory(run, host, signal);
  }
}

async function ofHistory(run, host, signal) {
  try {
    const {entries} = await historyOf(run.request.model.name, signal);
    const mine = entries.find(e => e.analysis === run.id);
    const same = mine ? entries.filter(e => e.question === mine.question) : [];
    if (same.length < 2 || signal.aborted) return;
    const worst = same.every(e => worstOf(e.outcome));
    const values = same.map(e => worst ? worstOf(e.outcome).value : e.outcome.dimension);
    const words = `${worst ? "Worst defect" : "Dimension"} over ${values.length} versions: ${same.map((e, i) => shown(values[i]) + (isOpen(e.outcome) ? " (open)" : "")).slice(-6).join(", ")}`;
    host.append(spark(values, words, {marked: same.indexOf(mine), log: worst, open: same.map(e => isOpen(e.outcome))}));
  } catch (error) {
    if (!signal.aborted) console.warn(error.message);
  }
}

/* A line through values, on a logarithmic scale where they are sizes; the one of this run is marked, what is open is hollow and on no line. */
function spark(values, words, {marked = -1, log = true, open = []} = {}) {
  const x = d3.scaleLinear([0, Math.max(1, values.length - 1)], [5, width - 5]);
  const scale = log ? logScale(values, [height - 5, 5]) : d3.scaleLinear([Math.min(...values), Math.max(...values) + 1e-9], [height - 5, 5]);
  const root = d3.create("svg").attr("viewBox", [0, 0, width, height]).attr("width", width).attr("height", height)
      .attr("class", "spark").attr("role", "img").attr("aria-label", words);
  root.append("title").text(words);
  root.append("path").attr("fill", "none").attr("stroke", variable("mark")).attr("stroke-width", 1.5)
      .attr("d", d3.line()(values.map((v, i) => [x(i), scale(v)]).filter((p, i) => !open[i])));
  const dots = values.length <= 40 ? values.map((v, i) => i) : marked < 0 ? [] : [marked];
  dots.forEach(i => root.append("circle").attr("cx", x(i)).attr("cy", scale(values[i]))
      .attr("r", i === marked ? 4 : 1.8)
      .attr("fill", variable(open[i] ? "ground" : i === marked ? "other" : "mark")).attr("stroke", variable(open[i] ? "open" : i === marked ? "other" : "mark")));
  return el("div", {}, root.node());
}
