/* Pictures of a study: heat maps, symmetry against accuracy, and the course of training. */
const measures = [["testError", "test error"], ["varianceMean", "symmetry variance"], ["referenceDefectMean", "mean defect"], ["largestAngle", "largest angle, °"]];
const done = () => report.cells.filter(c => c.status === "done");

const regimeName = r => r.augmentation.toLowerCase() + (r.activation ? " " + r.activation.toLowerCase() : "") + (r.weightDecay ? " decay" : "")
    + (r.pretrain ? " pretrain" : "") + (r.layerwise ? " layerwise" : "");

/* Opens the table of all networks at these, and goes there; Escape comes back. */
function showNetworks(cells, from) {
  const table = document.querySelector("#networks ~ details table"), rows = [...table.tBodies[0].rows];
  const chosen = rows.filter((row, i) => cells.includes(report.cells[i]));
  table.closest("details").open = true;
  rows.forEach(row => row.classList.toggle("chosen", chosen.includes(row)));
  chosen.forEach(row => {
    row.tabIndex = -1;
    row.onkeydown = event => { if (event.key === "Escape") from.focus(); };
  });
  chosen[0].focus();
}

/* Fields of a map by row and column, with the networks of each, also of those that have no result. */
function mapFields() {
  const cells = report.cells, budgets = report.spec.grid.parameterBudgets.length > 0;
  const size = c => budgets ? c.cell.parameterBudget : c.cell.width;
  const byRegime = new Set(cells.map(c => Object.values(c.cell.regime).join(" "))).size > 1;
  const byDepth = !byRegime || new Set(cells.map(c => c.cell.hiddenLayers)).size > 1;
  const row = c => [...(byRegime ? [regimeName(c.cell.regime)] : []), ...(byDepth ? [c.cell.hiddenLayers] : [])].join(" ");
  const place = c => [...(byRegime ? [regimeName(c.cell.regime)] : []), `${c.cell.hiddenLayers} hidden`, `${budgets ? "budget" : "width"} ${size(c)}`].join(", ");
  const groups = d3.rollup(cells, group => ({cells: group, place: place(group[0])}), row, size);
  return {groups, names: [...groups.keys()], columns: [...new Set(cells.map(size))].sort((a, b) => a - b), byRegime, byDepth};
}

/* What stands in a field: the mean of its networks, or how they ended. */
function fieldValue(cells, key) {
  const own = cells.filter(c => c.status === "done"), value = d3.mean(own, c => c.findings[key]);
  return {value, count: own.length, text: value !== undefined ? shown(value) : own.length ? "none" : cells[0].status};
}

Object.assign(plots, {
  maps(picture) {
    const {groups, names, columns, byRegime, byDepth} = mapFields(), cells = done();
    const tiles = d3.select(picture.host).append("div").attr("class", "tiles");
    const known = measures.filter(([key]) => cells.some(c => c.findings[key] !== undefined));
    (known.length ? known : measures.slice(0, 1)).forEach(([key, title]) => {
      const all = [...groups.values()].flatMap(m => [...m.values()]).map(f => fieldValue(f.cells, key).value).filter(v => v > 0);
      const tone = d3.scaleSequentialLog([d3.min(all) * .999, d3.max(all) * 1.001], t => d3.interpolateViridis(1 - .85 * t));
      const left = byRegime ? 150 : 40, cw = 66, ch = 30;
      const root = picture.svg(names.length * ch + 62, left + columns.length * cw + 8, tiles.append("div").attr("class", "wide").node());
      root.append("text").attr("class", "title").attr("y", 14).text(title);
      columns.forEach((c, i) => root.append("text").attr("x", left + i * cw + cw / 2).attr("y", 34).attr("text-anchor", "middle").text(c));
      names.forEach((r, j) => {
        root.append("text").attr("x", left - 6).attr("y", 60 + j * ch).attr("text-anchor", "end").text(r);
        columns.forEach((c, i) => {
          const field = groups.get(r).get(c);
          if (!field) return;
          const {value, count, text} = fieldValue(field.cells, key), x = left + i * cw, y = 42 + j * ch;
          const g = root.append("g").attr("transform", `translate(${x},${y})`);
          g.append("rect").attr("width", cw - 2).attr("height", ch - 2).attr("fill", value > 0 ? tone(value) : "none").attr("stroke", value > 0 ? "none" : variable("line"));
          g.append("text").attr("x", cw / 2 - 1).attr("y", 18).attr("text-anchor", "middle")
              .style("fill", value > 0 ? (d3.lab(tone(value)).l > 55 ? "#111" : "#fff") : variable("ink")).text(text);
          const other = field.cells.length - count;
          picture.mark(root.node(), x + cw / 2 - 1, y + ch / 2 - 1, `${field.place}: ${title} ${text}${value === undefined ? "" : count === 1 ? ", of 1 network" : `, mean of ${count} networks`}${other ? `; ${other} without a result` : ""}`,
              () => showNetworks(field.cells, picture.host));
        });
      });
      root.append("text").attr("x", left).attr("y", names.length * ch + 58).text(byDepth ? "size →, hidden layers ↓" : "size →");
    });
  },

  scatter(picture) {
    const cells = done(), all = [...new Set(cells.map(c => c.cell.hiddenLayers))].sort((a, b) => a - b);
    const key = d => "d" + d, kinds = ["circle", "triangle", "ring", "diamond"];
    const look = d => ({shape: kinds[all.indexOf(d) % 4], colour: series(all.indexOf(d)).colour});
    picture.legend(all.map(d => ({label: `${d} hidden`, ...look(d), toggles: key(d)})));
    [["varianceMean", "symmetry variance"], ["referenceDefectMean", "mean defect"]].forEach(([field, title]) => {
      const points = cells.map(c => ({x: c.findings.testError, y: c.findings[field], cell: c.cell, whole: c})).filter(p => p.x > 0 && p.y > 0);
      if (points.length < 2) return;
      const f = frame(picture, {height: 300, x: {values: points.map(p => p.x)}, y: points.map(p => p.y), xLabel: "test error", yLabel: title});
      points.filter(p => !picture.hidden.has(key(p.cell.hiddenLayers))).forEach(p => {
        const {shape, colour} = look(p.cell.hiddenLayers);
        symbol(f.root.append("path"), shape, colour).attr("transform", `translate(${f.x(p.x)},${f.y(p.y)})`);
        picture.mark(f.root.node(), f.x(p.x), f.y(p.y), `${p.cell.hiddenLayers} hidden, width ${p.cell.width}, seed ${p.cell.seed}: test error ${shown(p.x)}, ${title} ${shown(p.y)}`, () => showNetworks([p.whole], picture.host));
      });
    });
  },

  track(picture) {
    const tracked = report.cells.filter(c => c.track && c.track.length > 1);
    const name = c => `${c.cell.hiddenLayers} hidden, width ${c.cell.width}, seed ${c.cell.seed}`;
    if (tracked.length <= 24) picture.legend(tracked.map((c, i) => ({label: name(c), ...series(i), toggles: "n" + i})));
    measures.forEach(([key, title]) => {
      const points = tracked.flatMap(c => c.track.filter(p => p.findings[key] > 0));
      if (points.length < 2) return;
      const f = frame(picture, {height: 250, x: {first: d3.min(points, p => p.epoch), last: d3.max(points, p => p.epoch)},
        y: points.map(p => p.findings[key]), xLabel: "epoch", yLabel: title});
      tracked.forEach((c, i) => {
        if (picture.hidden.has("n" + i)) return;
        const own = c.track.filter(p => p.findings[key] > 0), look = series(i);
        f.root.append("path").attr("fill", "none").attr("stroke", variable(look.colour)).attr("stroke-dasharray", look.dash || null)
            .attr("d", d3.line()(own.map(p => [f.x(p.epoch), f.y(p.findings[key])])));
        own.forEach(p => picture.mark(f.root.node(), f.x(p.epoch), f.y(p.findings[key]), `${name(c)}, epoch ${p.epoch}: ${title} ${shown(p.findings[key])}`, () => showNetworks([c], picture.host)));
      });
    });
  },

  studyOrbits(picture) {
    report.cells.filter(c => c.orbits && c.orbits.length).slice(-4).forEach(cell => {
      const box = d3.select(picture.host).append("div");
      box.append("div").attr("class", "name").text(`${cell.cell.regime.augmentation.toLowerCase()}, seed ${cell.cell.seed}`);
      const orbit = cell.orbits[0], step = Math.max(1, Math.floor(orbit.t.length / 9)), path = {factor: 1, name: "t", unit: ""};
      const some = orbit.t.map((t, i) => i).filter(i => i % step === 0);
      const thin = {...orbit, t: some.map(i => orbit.t[i]), inputs: some.map(i => orbit.inputs[i])};
      if (isImage(thin)) images(box, thin, i => "t = " + shown(thin.t[i]));
      else trail(picture, box, thin, path);
      curves(picture, orbit.outputs[0].map((unused, k) => ({points: orbit.t.map((t, i) => [t, orbit.outputs[i][k]]),
        text: i => `t = ${shown(orbit.t[i])}: output ${k} ${shown(orbit.outputs[i][k])}`})), {parent: box.node(), width: picture.width, height: 200, xLabel: "t"});
    });
  }
});
