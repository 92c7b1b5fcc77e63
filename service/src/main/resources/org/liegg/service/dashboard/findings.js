/* What a report found: each thing as a picture by the report's own script, and as a table. */
import {el, figure, figures, folded, section, table} from "./dom.js";
import {chosen, count, withBounds} from "./words.js";
import {whereSection} from "./where.js";

/* All sections in their order; the moved sample comes behind the generators that move it. */
export function reportSections(report, orbit) {
  return [
    warnings(report), defects(report),
    report.generators.length ? generators(report) : null, orbit,
    report.algebra ? algebra(report.algebra) : null,
    report.where ? whereSection(report.where) : null,
    report.finiteCheck && report.finiteCheck.some(p => p.t > 0) ? finiteCheck(report) : null,
    report.finite ? elements(report.finite) : null,
    report.discrete ? discrete(report.discrete) : null,
    report.spectrum.singularValues.length ? spectrum(report) : null,
    report.stability ? stability(report.stability) : null,
    report.measure && report.measure.outputs.length > 1 ? outputs(report.measure.outputs) : null
  ].filter(Boolean);
}

function warnings({warnings: all}) {
  if (!all.length) return el("p", {class: "small"}, "The report has no warnings.");
  return section("What to know before believing the rest",
      el("ul", {class: "warnings"}, all.map(w => el("li", {}, el("code", {}, w.code), " ", w.message))));
}

function defects({heldOut, spectrum: {defect}, nullspace}) {
  const measured = heldOut && heldOut.directions.length;
  if (!measured && !defect.length) return null;
  const rows = measured
      ? heldOut.directions.map((d, i) => [nullspace.trivial + i + 1, shown(d.chosenDefect), shown(d.defect), interval(d.defectInterval)])
      : [...defect].reverse().map((d, i) => [i + 1, shown(d)]);
  return section("Defects",
      el("p", {}, `A direction is a symmetry at or below the tolerance of ${chosen(nullspace.tolerance)}.`),
      measured ? el("p", {}, `Directions were chosen on ${count(heldOut.chosenOn, "sample")} and measured on ${count(heldOut.measuredOn)} others.`) : null,
      figure("Defect of every direction on a logarithmic scale, smallest first, and the tolerance; hollow marks are not settled", plots.defects),
      folded("Defects as a table", measured ? ["place", "where chosen", "defect", "interval"] : ["place", "defect"], rows));
}

function spectrum({spectrum: {singularValues, symmetryVariance}}) {
  const last = singularValues.length - 1;
  return section("Spectrum of the polarization matrix",
      figure("Symmetry variance on a logarithmic scale, smallest first", plots.spectrum),
      folded("Spectrum as a table", ["place", "σ", "σ²/N"], singularValues.map((s, i) => [i + 1, shown(singularValues[last - i]), shown(symmetryVariance[last - i])])));
}

/* The coefficients that are not negligible, with the names of their fields. */
function coefficients(values, names) {
  const largest = Math.max(...values.map(Math.abs));
  return values.map((value, a) => ({value, name: names[a] || `v${a + 1}`})).filter(c => Math.abs(c.value) > .05 * largest)
      .slice(0, 12).map(c => `${c.name}: ${shown(c.value)}`).join(", ");
}

function generators({generators: all, nullspace, action}) {
  const names = action.fieldNames || [], open = nullspace.verdict === "insufficient-evidence";
  return section("Generators",
      open ? el("p", {class: "verdict open small-verdict"}, "There is not enough evidence: these look like symmetries and may only be unseen.") : null,
      figure("Entries of every generator as a grid, smallest defect first: row i and column j say how fast input i moves for every unit of input j", plots.generators),
      folded("Generators as a table", ["generator", "defect", "symmetry variance", "coefficients"],
          all.map((g, i) => [i + 1, withBounds(g.defect, g.defectInterval), withBounds(g.symmetryVariance, g.varianceInterval), coefficients(g.coefficients, names)])));
}

const signature = counts => counts && `(${counts.join(", ")})`;

function algebra(found) {
  const residual = found.closureResidual === undefined ? null
      : shown(found.closureResidual) + (found.closureBound === undefined ? "" : `, up to ${shown(found.closureBound)} counts`);
  return section(`Algebra: ${found.name}`,
      figures([
        ["dimension", found.dimension], ["closure residual", residual],
        ["Killing form (+, −, 0)", signature(found.killingSignature)],
        ["derived algebras", found.derivedDimensions && found.derivedDimensions.join(", ")],
        ["center", found.centerDimension],
        ["the same as", found.isomorphicTo.join(", ")]]),
      found.evidence.map(text => el("p", {}, text)),
      found.invariantForms.map(forms));
}

function forms(form) {
  const names = form.matrix.map((row, i) => i + 1);
  return folded(`Keeps ${form.kind === "symmetric" ? "a symmetric" : "an antisymmetric"} form of signature ${signature(form.signature)}`,
      ["input", ...names], form.matrix.slice(0, 40).map((row, i) => [names[i], ...row.map(v => Math.abs(v) < 1e-9 ? "0" : shown(v))]));
}

function finiteCheck({finiteCheck: points, breakingSamples = [], reference}) {
  const exact = Boolean(reference) && points.some(p => p.exact !== undefined);
  return section("Predicted against measured",
      el("p", {}, "How much the output changes along finite transformations, against what the generator predicts to second order. A symmetry that holds beyond the samples stays on its prediction."),
      figure("Measured change (line with points) and predicted change (dashed) over t, both axes logarithmic, a pair of lines for every generator; the band is rounding", plots.finite),
      folded("Finite transformations as a table", ["generator", "t", "measured", "predicted", ...(exact ? ["along the reference"] : []), "rounding up to"],
          points.map(p => [p.generator + 1, chosen(p.t), shown(p.measured), shown(p.predicted), ...(exact ? [p.exact === undefined ? "" : shown(p.exact)] : []), p.rounding === undefined ? "" : shown(p.rounding)])),
      breakingSamples.length ? folded("Samples that change most", ["generator", "sample, counted from 0", "t", "change", "share of all"],
          breakingSamples.map(s => [s.generator + 1, s.sample, chosen(s.t), shown(s.change), `${(100 * s.share).toFixed(1)} %`])) : null);
}

function elements({samples, elements: all}) {
  return section("Transformations that were tried",
      el("p", {}, `Measured on ${count(samples, "sample")}.`),
      folded("Transformations as a table", ["transformation", "defect", "note"], all.map(e => [e.name, withBounds(e.defect, e.interval), e.insensitive ? "insensitive" : ""])));
}

function discrete(found) {
  return section(`Discrete symmetries: ${found.name}`,
      figures([["order", found.order], ["candidates tried", count(found.tested)], ["measured on", count(found.samples, "sample")]]),
      found.generators.length ? table("Generators of the group", ["what it does", "defect"], found.generators.map(g => [g.name, withBounds(g.defect, g.interval)])) : el("p", {}, "None of the candidates is kept."));
}

function stability({holds, trials}) {
  return section("Stability",
      el("p", {}, holds ? "The answer holds when the samples are halved, drawn anew or disturbed." : "The answer does not hold for other samples; see where it differs."),
      folded("Trials", ["samples", "used", "dimension", "insensitive", "largest defect", "largest angle"],
          trials.map(t => [t.variation, count(t.samples), t.dimension, t.trivial, shown(t.largestDefect), `${t.largestAngle.toFixed(2)}°`])));
}

function outputs(all) {
  return section("Single outputs", folded("Outputs as a table", ["output, counted from 0", "worst defect"], all.map(o => [o.output, withBounds(o.defect, o.defectInterval)])));
}
