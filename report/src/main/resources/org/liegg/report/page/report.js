/* Pictures of a report: what decided, the spectrum, generators, finite transformations, parts, layers. */
const plots = {
  /* Places are by the size of the defect, smallest first, those that move nothing before all others. */
  defects(picture) {
    const {heldOut, nullspace, spectrum} = report;
    const insufficient = nullspace.verdict === "insufficient-evidence";
    const [certain, possible] = nullspace.interval || [0, report.action.dimension];
    const raw = heldOut && heldOut.directions.length
        ? heldOut.directions.map(d => ({value: d.defect, low: d.defectInterval[0], high: d.defectInterval[1], bounded: true}))
        : spectrum.defect.slice(0, spectrum.defect.length - nullspace.trivial).reverse().map(d => ({value: d, low: d, high: d}));
    const tolerance = nullspace.tolerance, floor = spectrum.roundingBelow ? spectrum.roundingBelow.defect : 0;
    const points = raw.map((p, i) => {
      const place = nullspace.trivial + i + 1;
      const state = stateOf(p.value, p.low, p.high, tolerance, insufficient && place > certain && place <= possible);
      return {...p, place, state, text: `Place ${place}: defect ${shown(p.value)}${p.bounded ? " " + interval([p.low, p.high]) : ""}, ${states[state].label}${p.value <= floor ? "; 0 up to rounding" : ""}`};
    });
    const still = nullspace.trivial <= 40 ? d3.range(1, nullspace.trivial + 1) : [];
    picture.legend([...(still.length ? [{label: "insensitive", shape: "square", colour: "faint"}] : []), ...stateLegend(points.map(p => p.state)), ...(points.some(p => p.value <= floor && floor) ? [{label: "0 up to rounding", band: true}] : [])]);
    if (!points.length && !still.length) return;
    const f = frame(picture, {height: 320, x: {first: still.length ? 1 : nullspace.trivial + 1, last: nullspace.trivial + points.length},
      y: points.flatMap(p => [p.value, p.low, p.high]).concat(tolerance), xLabel: "place, smallest defect first", yLabel: "defect", floor});
    levelLine(f, tolerance, "tolerance " + String(tolerance));
    still.forEach(place => {
      symbol(f.root.append("path"), "square", "faint").attr("transform", `translate(${f.x(place)},${f.yr[0]})`);
      picture.mark(f.root.node(), f.x(place), f.yr[0], `Place ${place}: insensitive, it moves only what the model does not depend on`);
    });
    pointsWithBounds(picture, f, points);
  },

  spectrum(picture) {
    const v = [...report.spectrum.symmetryVariance].reverse(), sigma = [...report.spectrum.singularValues].reverse();
    const rounding = report.spectrum.roundingBelow ? report.spectrum.roundingBelow.singularValue : 0;
    const floor = rounding * rounding / Math.max(1, report.data.used);
    const zero = i => sigma[i] <= rounding;
    const f = frame(picture, {height: 280, x: {first: 1, last: v.length}, y: v, xLabel: "place, smallest σ first", yLabel: "σ²/N", floor});
    picture.legend([{label: "σ²/N", shape: "circle", colour: "mark"}, ...(v.some((d, i) => zero(i)) ? [{label: "0 up to rounding", shape: "ring", colour: "mark"}] : [])]);
    const gap = report.nullspace.largestGapDimension;
    if (gap > 0 && gap < v.length) {
      const x = f.x(gap + .5), right = x > picture.width - 110;
      f.root.append("line").attr("class", "gap").attr("x1", x).attr("x2", x).attr("y1", f.yr[0]).attr("y2", f.yr[1]);
      f.root.append("text").attr("class", "note").attr("x", x + (right ? -4 : 4)).attr("y", (f.yr[0] + f.yr[1]) / 2).attr("text-anchor", right ? "end" : "start").text("largest gap");
    }
    v.forEach((d, i) => {
      symbol(f.root.append("path"), zero(i) ? "ring" : "circle", "mark").attr("transform", `translate(${f.x(i + 1)},${f.y(d)})`);
      picture.mark(f.root.node(), f.x(i + 1), f.y(d), `Place ${i + 1}: σ ${shown(sigma[i])}, σ²/N ${shown(d)}${zero(i) ? "; 0 up to rounding" : ""}`);
    });
  },

  generators(picture) {
    const some = report.generators.slice(0, 24), open = report.nullspace.verdict === "insufficient-evidence";
    const tiles = d3.select(picture.host).append("div").attr("class", "tiles");
    const largest = d3.max(some.flatMap(g => (g.matrix ? g.matrix.flat() : g.coefficients).map(Math.abs))) || 1;
    some.forEach((g, index) => {
      const tile = tiles.append("div").attr("class", open ? "tile open" : "tile"), path = pathOf(g);
      tile.append("div").attr("class", "name").text(`Generator ${index + 1}${open ? ": open" : ""}`);
      tile.append("div").attr("class", "small").text(`δ ${shown(g.defect)}${g.defectInterval ? " " + interval(g.defectInterval) : ""}`);
      if (path.name !== "t") {
        tile.append("div").attr("class", "small").text(path.name === "turns" ? `one turn at t = ${shown(1 / path.factor)}` : `rapidity η = ${shown(path.factor)} t`);
      }
      if (g.matrix) matrix(picture, tile.node(), g.matrix, axisNames(g.matrix.length), axisNames(g.matrix[0].length), largest, `Generator ${index + 1}`);
      else bars(picture, tile.node(), g.coefficients, index);
    });
    if (report.generators.length > some.length) {
      d3.select(picture.host).append("p").text(`${report.generators.length - some.length} more are in the table.`);
    }
    if (some.some(g => g.matrix)) scaleOf(picture, largest);
  },

  finite(picture) {
    const points = report.finiteCheck.filter(p => p.t > 0);
    const groups = [...d3.group(points, p => p.generator)];
    const floor = d3.max(points, p => p.rounding || 0) || 0;
    const key = g => "g" + g, on = g => !picture.hidden.has(key(g));
    picture.legend([
      ...(points.some(p => p.rounding && p.measured <= p.rounding) ? [{label: "rounding: what lies here may be 0", band: true}] : []),
      {label: "predicted", colour: "faint", dash: "5 4", toggles: "predicted"},
      ...(points.some(p => p.exact !== undefined) ? [{label: "along the reference", colour: "faint", dash: "1 4", toggles: "exact"}] : []),
      ...groups.map(([g]) => ({label: `generator ${g + 1}`, ...series(g), toggles: key(g)}))]);
    const left = points.filter(p => on(p.generator));
    const values = (left.length ? left : points).flatMap(p => [p.measured, p.predicted].concat(p.exact === undefined ? [] : p.exact));
    const f = frame(picture, {height: 340, x: {values: points.map(p => p.t)}, y: values,
      xLabel: "t", yLabel: "mean squared change", floor, depth: 1e7});
    groups.filter(([g]) => on(g)).forEach(([g, group]) => {
      const look = series(g), line = of => d3.line().x(p => f.x(p.t)).y(p => f.y(of(p)))(group);
      const path = of => f.root.append("path").attr("fill", "none").attr("d", line(of));
      if (!picture.hidden.has("predicted")) path(p => p.predicted).attr("stroke", variable("faint")).attr("stroke-dasharray", "5 4");
      if (!picture.hidden.has("exact") && group.every(p => p.exact !== undefined)) path(p => p.exact).attr("stroke", variable("faint")).attr("stroke-dasharray", "1 4");
      path(p => p.measured).attr("stroke", variable(look.colour)).attr("stroke-dasharray", look.dash || null).attr("stroke-width", 1.8);
      const reading = pathOf(report.generators[g]);
      group.forEach(p => {
        symbol(f.root.append("path"), p.rounding && p.measured <= p.rounding ? "ring" : "circle", look.colour, 30).attr("transform", `translate(${f.x(p.t)},${f.y(p.measured)})`);
        picture.mark(f.root.node(), f.x(p.t), f.y(p.measured), `Generator ${g + 1}, ${pathText(reading, p.t)}: measured ${shown(p.measured)}, predicted ${shown(p.predicted)}`
            + (p.rounding && p.measured <= p.rounding ? `; up to ${shown(p.rounding)} it may be rounding alone` : ""));
      });
    });
  },

  where(picture) {
    const parts = (report.where.region ? report.where.region.leaves.map(leaf => leaf.part) : [])
        .concat(report.where.slices.flatMap(s => s.parts)).filter(p => p.worst);
    judged(picture, parts.map(p => [p.name, p]));
  },

  beyond(picture) {
    judged(picture, report.where.beyond.steps.filter(s => s.worst).map(s => ["factor " + s.factor, s]));
  },

  layers(picture) {
    const layers = report.layers.map((l, i) => ({...l, place: i + 1})).filter(l => l.result);
    if (!layers.length) return;
    const points = layers.map(l => {
      const bounds = l.result.reference ? l.result.reference.worstInterval : null;
      const value = l.result.reference ? l.result.reference.worst : l.result.smallestDefect || 0;
      const low = bounds ? bounds[0] : value, high = bounds ? bounds[1] : value;
      const state = stateOf(value, low, high, report.tolerance, l.result.verdict === "insufficient-evidence");
      return {place: l.place, value, low, high, state, text: `Layer ${l.place}, ${l.name}: defect ${shown(value)}${bounds ? " " + interval(bounds) : ""}, ${states[state].label}; dimension ${l.result.dimension}`};
    });
    picture.legend(stateLegend(points.map(p => p.state)));
    const f = frame(picture, {height: 320, x: {first: 1, last: report.layers.length, names: report.layers.map(l => l.name)},
      y: points.flatMap(p => [p.value, p.low, p.high]).concat(report.tolerance), xLabel: "layer, first to last", yLabel: "defect"});
    levelLine(f, report.tolerance, "tolerance " + String(report.tolerance));
    f.root.append("path").attr("fill", "none").attr("stroke", variable("faint")).attr("d", d3.line()(points.map(p => [f.x(p.place), f.y(p.value)])));
    pointsWithBounds(picture, f, points);
  },

  /* Ratios of defects, after over before: right of 1 it got worse. */
  pairs(picture) {
    const named = report.pairs.filter(p => p.ratio).map(p => [`generator ${p.before + 1} → ${p.after + 1}`, p.ratio]);
    if (report.reference) named.push(["worst of the reference", report.reference]);
    const parts = named.map(([label, r]) => ({label, value: r.value, low: r.low, high: r.high,
      state: r.low > 1 ? "broken" : r.high < 1 ? "symmetry" : "open",
      text: `${label}: ${shown(r.value)} times before ${interval([r.low, r.high])}`}));
    const words = {symmetry: "smaller beyond noise", open: "no change beyond noise", broken: "larger beyond noise"};
    picture.legend(Object.keys(words).filter(s => parts.some(p => p.state === s)).map(s => ({...states[s], label: words[s]})));
    rows(picture, parts, {label: "defect after / before", level: 1, levelText: "no change"});
  }
};

const verdicts = {invariant: "symmetry", broken: "broken", "insufficient-evidence": "open"};

function judged(picture, parts) {
  const made = parts.map(([label, p]) => ({label, value: p.worst.defect, low: p.worst.interval[0], high: p.worst.interval[1],
    state: verdicts[p.verdict], text: `${label}: defect ${shown(p.worst.defect)} ${interval(p.worst.interval)}`}));
  const words = {symmetry: "holds", open: "not settled", broken: "broken"};
  picture.legend(Object.keys(words).filter(s => made.some(p => p.state === s)).map(s => ({...states[s], label: words[s]})));
  rows(picture, made, {label: "defect", level: report.nullspace.tolerance, levelText: "tolerance " + String(report.nullspace.tolerance)});
}

/* A matrix in two colours whose strength is the size of an entry, on the ground of the page. */
function matrix(picture, parent, values, rowNames, columnNames, largest, title) {
  const size = Math.max(values.length, values[0].length), labelled = size <= 12;
  const longest = labelled ? Math.min(9, d3.max(rowNames.concat(columnNames), n => n.length)) : 0;
  const left = labelled ? 8 + 7 * longest : 0, top = labelled ? (longest > 3 ? 10 + 6 * longest : 20) : 0;
  const cell = Math.max(3, Math.min(38, Math.floor((Math.min(300, picture.width - 8) - left) / size)));
  const root = picture.svg(values.length * cell + top + 2, values[0].length * cell + left + 2, parent);
  if (labelled) {
    rowNames.forEach((n, r) => root.append("text").attr("x", left - 5).attr("y", top + r * cell + cell / 2 + 4).attr("text-anchor", "end").text(cut(n, 9)));
    columnNames.forEach((n, c) => {
      const x = left + c * cell + cell / 2, name = root.append("text").text(cut(n, 9));
      if (longest > 3) name.attr("transform", `translate(${x + 4},${top - 5}) rotate(-60)`);
      else name.attr("x", x).attr("y", top - 6).attr("text-anchor", "middle");
    });
  }
  values.forEach((row, r) => row.forEach((value, c) => {
    const share = Math.abs(value) / largest, x = left + c * cell, y = top + r * cell;
    root.append("rect").attr("class", "cell").attr("x", x).attr("y", y).attr("width", cell).attr("height", cell);
    root.append("rect").attr("x", x + .5).attr("y", y + .5).attr("width", cell - 1).attr("height", cell - 1)
        .attr("fill", variable(value < 0 ? "negative" : "positive")).attr("fill-opacity", share);
    if (cell >= 16 && share > .05) {
      root.append("text").attr("class", share > .55 ? "strong" : "weak").attr("x", x + cell / 2).attr("y", y + cell / 2 + 4).attr("text-anchor", "middle")
          .text(cell >= 34 ? (value < 0 ? "−" : "") + Math.abs(value).toFixed(2).replace(/^0/, "") : value < 0 ? "−" : "+");
    }
    if (size <= 24) picture.mark(root.node(), x + cell / 2, y + cell / 2, `${title}: d${rowNames[r]}/dt has ${shown(value)} · ${columnNames[c]}`);
  }));
}

function scaleOf(picture, largest) {
  const width = Math.min(260, picture.width - 20), root = picture.svg(36, width + 20);
  d3.range(41).forEach(i => {
    const value = (i - 20) / 20;
    root.append("rect").attr("x", 10 + i * width / 41).attr("y", 2).attr("width", width / 41 + .5).attr("height", 12)
        .attr("fill", variable(value < 0 ? "negative" : "positive")).attr("fill-opacity", Math.abs(value));
  });
  root.append("rect").attr("class", "cell").attr("x", 10).attr("y", 2).attr("width", width).attr("height", 12);
  [[0, -largest, "start"], [.5, 0, "middle"], [1, largest, "end"]].forEach(([at, value, anchor]) =>
    root.append("text").attr("x", 10 + at * width).attr("y", 30).attr("text-anchor", anchor).text(shown(value).replace("-", "−")));
}

/* The largest coefficients of a field that is no matrix, by the names of its parts. */
function bars(picture, parent, coefficients, index) {
  const names = report.action.fieldNames || [], largest = d3.max(coefficients, Math.abs) || 1;
  const most = coefficients.map((value, a) => ({value, name: names[a] || `v${a + 1}`}))
      .filter(c => Math.abs(c.value) > .05 * largest).sort((a, b) => Math.abs(b.value) - Math.abs(a.value)).slice(0, 12);
  const width = Math.min(340, picture.width), left = 150, root = picture.svg(most.length * 22 + 6, width, parent);
  const x = d3.scaleLinear([-largest, largest], [left, width - 8]);
  root.append("line").attr("class", "zero").attr("x1", x(0)).attr("x2", x(0)).attr("y1", 0).attr("y2", most.length * 22 + 4);
  most.forEach((c, i) => {
    root.append("text").attr("x", left - 6).attr("y", i * 22 + 16).attr("text-anchor", "end").text(cut(c.name, 20));
    root.append("rect").attr("x", Math.min(x(0), x(c.value))).attr("width", Math.abs(x(c.value) - x(0))).attr("y", i * 22 + 5).attr("height", 14)
        .attr("fill", variable(c.value < 0 ? "negative" : "positive"));
    picture.mark(root.node(), x(c.value), i * 22 + 12, `Generator ${index + 1}: ${shown(c.value)} · ${c.name}`);
  });
}
