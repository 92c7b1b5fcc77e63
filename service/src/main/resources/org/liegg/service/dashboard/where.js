/* Where a group is broken, in the report's words. */
import {el, figure, folded, section} from "./dom.js";
import {chip, chosen, count, withBounds} from "./words.js";

const answers = {
  invariant: {tone: "good", word: "holds"},
  broken: {tone: "bad", word: "breaks"},
  "insufficient-evidence": {tone: "open", word: "not certain"}
};

const answer = part => chip(part.worst || part.verdict !== "insufficient-evidence" ? answers[part.verdict] || {tone: "open", word: part.verdict} : {tone: "open", word: "too few"});
const percent = share => `${shown(100 * share)} %`;
const worst = part => part && part.worst ? withBounds(part.worst.defect, part.worst.interval) : "not measured";
const along = part => part.worst ? part.worst.element : "";

const parts = (caption, all) => folded(caption, ["samples", "answer", "defect", "count", "share", "of all change", "along"],
    all.map(p => [p.name, answer(p), worst(p), count(p.samples), percent(p.share), percent(p.ofChange), along(p)]));

export function whereSection({slices, region, beyond, layers}) {
  const leaves = region ? region.leaves.map(leaf => leaf.part) : [];
  return section("Where it breaks",
      region ? el("p", {}, inWords(region, leaves)) : null,
      leaves.concat(slices.flatMap(s => s.parts)).some(p => p.worst) ? figure("Worst defect of every part of the samples, with bounds, and the tolerance", plots.where) : null,
      region ? parts("The region as a tree", leaves) : null,
      slices.map(slice => parts(`Slices by ${slice.by}`, slice.parts)),
      beyond ? beyondData(beyond) : [],
      layers.length ? folded("Features of layers", ["layer", "kind", "size", "answer", "defect"],
          layers.map(l => [l.layer, l.kind, count(l.size), l.failed || answer(l), worst(l)])) : null);
}

function inWords({breaks, elsewhere}, leaves) {
  const broken = leaves.filter(p => p.verdict === "broken");
  if (!broken.length) return leaves.every(p => p.verdict === "invariant") ? "No region was found in which it breaks." : "Where it breaks is not certain. Give more samples.";
  if (!elsewhere) return "It breaks everywhere: no threshold of the inputs tells where it does not.";
  const where = broken.map(p => `${p.name} (${percent(p.share)} of the samples)`).join(", or where ");
  return `It breaks where ${where}: ${worst(breaks)}; elsewhere ${elsewhere.verdict === "invariant" ? "it holds" : "it is not certain"}: ${worst(elsewhere)}.`;
}

/* How far from the data it holds. */
function reach({steps, holdsTo}) {
  const first = steps.find(s => s.verdict === "broken");
  const said = [holdsTo === undefined ? null : `keep it up to a factor of ${chosen(holdsTo)}`, first ? `break it at a factor of ${chosen(first.factor)}` : null].filter(Boolean);
  return said.length ? said.join(" and ") : "tell too little to say how far it holds";
}

function beyondData(beyond) {
  return [
    el("p", {}, `Moved away from their mean, samples ${reach(beyond)}.`),
    beyond.steps.some(s => s.worst) ? figure("Worst defect of samples that are moved away from their mean, by the factor", plots.beyond) : null,
    folded("Samples moved away from their mean", ["factor", "answer", "defect", "along"], beyond.steps.map(s => [chosen(s.factor), answer(s), worst(s), along(s)]))];
}
