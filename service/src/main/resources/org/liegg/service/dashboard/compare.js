/* Two runs side by side, and what changed from one to the other. */
import {drawFigures, el, errorBox, figure, figures, folded, link, section} from "./dom.js";
import {get, query} from "./api.js";
import {actionName, bounded, chip, count, dimensionOf, lookOf, modelName, sentence, time} from "./words.js";

export async function comparePage({begin, query: asked, signal}) {
  const main = begin("Compare two runs", "Comparison");
  const before = asked.get("before"), after = asked.get("after");
  if (!before || !after) {
    main.append(el("p", {}, "Choose two runs in ", link("/", "the list"), " to compare them."));
    return;
  }
  const runs = await Promise.all([before, after].map(id => get("/analyses/" + encodeURIComponent(id), signal)));
  main.append(el("div", {class: "columns"}, side("Before", runs[0]), side("After", runs[1])),
      el("p", {}, link("/compare" + query({before: after, after: before}), "Exchange before and after")));
  const asking = query({before, after});
  try {
    show(main, await get("/compare" + asking, signal), asking);
  } catch (error) {
    if (signal.aborted) throw error;
    main.append(errorBox(error));
  }
}

function side(title, run) {
  return section(title,
      el("p", {}, link("/runs/" + encodeURIComponent(run.id), modelName(run)), " ", chip(lookOf(run))),
      run.outcome ? el("p", {}, sentence(run.outcome)) : null,
      figures([
        ["dimension", run.outcome && dimensionOf(run.outcome)],
        ["algebra", run.outcome && run.outcome.algebra],
        ["worst defect", run.outcome && run.outcome.gate && bounded(run.outcome.gate.worst)],
        ["action", actionName(run)], ["expected", run.request.expect], ["created", time(run.times.created)]]));
}

const tones = {BETTER: "good", SAME: "good", WORSE: "bad", INSUFFICIENT_EVIDENCE: "open"};

function answer({change, before, after, pairs}) {
  if (change === "SAME") return "Nothing changed beyond noise.";
  if (change === "INSUFFICIENT_EVIDENCE") return "Not enough evidence to compare: a report has no settled bounds. Extract it from more samples.";
  return (change === "BETTER" ? "The symmetry got better: " : "The symmetry got worse beyond noise: ") + why(before, after, pairs);
}

function why(before, after, pairs) {
  if (before.high < after.low || after.high < before.low) return `dimension ${before.value} before, ${after.value} after.`;
  const larger = pairs.filter(p => p.ratio && p.ratio.low > 1).length, smaller = pairs.filter(p => p.ratio && p.ratio.high < 1).length;
  return `of ${count(pairs.length, "matching generator")} ${larger} ${larger === 1 ? "has a" : "have"} larger and ${smaller} smaller defects.`;
}

const asked = {REFERENCE: "references", HEAD: "heads", OUTPUT: "outputs", INPUT: "inputs", TOLERANCE: "tolerances", RULE: "rules of deciding"};

const difference = ({aspect, before, after}) => `They have different ${asked[aspect] || aspect.toLowerCase()}, ${before ?? "none"} before and ${after ?? "none"} after.`;

const dimension = found => `${found.value} [${found.low}, ${found.high}]`;

function said(ratio) {
  if (!ratio) return "not known";
  return ratio.low > 1 ? "larger beyond noise" : ratio.high < 1 ? "smaller beyond noise" : "no change beyond noise";
}

function show(main, comparison, asking) {
  const {before, after, angles, pairs, reference, differences, change} = comparison;
  showReport(comparison);
  const angle = angles.length ? `${angles[angles.length - 1].toFixed(2)}°` : null;
  main.querySelector("h1").after(...[
    el("p", {class: `verdict ${tones[change] || "open"}`}, answer(comparison)),
    ...differences.map(one => el("p", {class: "caution"}, difference(one))),
    figures([["dimension before", dimension(before)], ["dimension after", dimension(after)], ["largest angle", angle],
      ["worst of the reference, after / before", reference && bounded(reference)]]),
    el("p", {class: "tools"}, el("a", {class: "action", href: "/api/v1/compare.html" + asking, target: "_blank", rel: "noopener"}, "Full comparison (new tab)"))]);
  const rows = pairs.map(p => [`generator ${p.before + 1} → ${p.after + 1}`, p.ratio]).concat(reference ? [["worst of the reference", reference]] : []);
  if (rows.some(([, ratio]) => ratio)) main.append(ratios(rows));
  drawFigures();
}

function ratios(rows) {
  return section("Defects, after / before",
      el("p", {}, "Generators are matched where they point the same way. 1 is no change, 2 is twice the defect; what is rounding in both counts as equal."),
      figure("Defects after over before on a logarithmic scale, with bounds: triangles are larger beyond noise, circles smaller, hollow marks show no change beyond noise", plots.pairs),
      folded("Defects as a table", ["of", "after / before", "which is"], rows.map(([name, ratio]) => [name, ratio ? bounded(ratio) : "no bounds", said(ratio)])));
}
