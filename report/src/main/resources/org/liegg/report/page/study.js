/* Pictures of a study: heat maps, symmetry against accuracy, and the course of training. */
const measures = [["testError", "test error"], ["varianceMean", "symmetry variance"], ["referenceDefectMean", "mean defect"], ["largestAngle", "largest angle, °"]];
const done = () => report.cells.filter(c => c.status === "done");

Object.assign(plots, {
  maps(picture) {
    const cells = done();
    const sizes = report.spec.grid.parameterBudgets.length > 0 ? c => c.cell.parameterBudget : c => c.cell.width;
    const regime = c => Object.values(c.cell.regime).join(" ");
    const byRegime = new Set(cells.map(regime)).size > 1;
    const byDepth = !byRegime || new Set(cells.map(c => c.cell.hiddenLayers)).size > 1;
    const named = r => r.augmentation.toLowerCase() + (r.activation ? " " + r.activation.toLowerCase() : "") + (r.weightDecay ? " decay" : "")
        + (r.pretrain ? " pretrain" : "") + (r.layerwise ? " layerwise" : "");
    const row = c => [...(byRegime ? [named(c.cell.regime)] : []), ...(byDepth ? [c.cell.hiddenLayers] : [])].join(" ");
    const names = [...new Set(cells.map(row))], columns = [...new Set(cells.map(sizes))].sort((a, b) => a - b);
    const tiles = d3.select(picture.host).append("div").attr("class", "tiles");
    measures.filter(([key]) => cells.some(c => c.findings[key] !== undefined)).forEach(([key, title]) => {
      const mean = d3.rollup(cells, group => d3.mean(group, c => c.findings[key]), row, sizes);
      const all = [...mean.values()].flatMap(m => [...m.values()]).filter(v => v > 0);
      const tone = d3.scaleSequentialLog([d3.min(all) * .999, d3.max(all) * 1.001], t => d3.interpolateViridis(1 - .85 * t));
      const left = byRegime ? 150 : 40, cw = 66, ch = 30;
      const root = picture.svg(names.length * ch + 62, left + columns.length * cw + 8, tiles.append("div").attr("class", "wide").node());
      root.append("text").attr("class", "title").attr("y", 14).text(title);
      columns.forEach((c, i) => root.append("text").attr("x", left + i * cw + cw / 2).attr("y", 34).attr("text-anchor", "middle").text(c));
      names.forEach((r, j) => {
        root.append("text").attr("x", left - 6).attr("y", 60 + j * ch).attr("text-anchor", "end").text(r);
        columns.forEach((c, i) => {
          const v = mean.get(r) && mean.get(r).get(c);
          if (v === undefined) return;
          const g = root.append("g").attr("transform", `translate(${left + i * cw},${42 + j * ch})`);
          g.append("rect").attr("width", cw - 2).attr("height", ch - 2).attr("fill", v > 0 ? tone(v) : "none").attr("stroke", v > 0 ? "none" : variable("line"));
          g.append("text").attr("x", cw / 2 - 1).attr("y", 18).attr("text-anchor", "middle")
              .style("fill", v > 0 ? (d3.lab(tone(v)).l > 55 ? "#111" : "#fff") : variable("ink")).text(shown(v));
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
      const points = cells.map(c => ({x: c.findings.testError, y: c.findings[field], cell: c.cell})).filter(p => p.x > 0 && p.y > 0);
      if (points.length < 2) return;
      const f = frame(picture, {height: 300, x: {values: points.map(p => p.x)}, y: points.map(p => p.y), xLabel: "test error", yLabel: title});
      points.filter(p => !picture.hidden.has(key(p.cell.hiddenLayers))).forEach(p => {
        const {shape, colour} = look(p.cell.hiddenLayers);
        symbol(f.root.append("path"), shape, colour).attr("transform", `translate(${f.x(p.x)},${f.y(p.y)})`);
        picture.mark(f.root.node(), f.x(p.x), f.y(p.y), `${p.cell.hiddenLayers} hidden, width ${p.cell.width}, seed ${p.cell.seed}: test error ${shown(p.x)}, ${title} ${shown(p.y)}`);
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
        own.forEach(p => picture.mark(f.root.node(), f.x(p.epoch), f.y(p.findings[key]), `${name(c)}, epoch ${p.epoch}: ${title} ${shown(p.findings[key])}`));
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
