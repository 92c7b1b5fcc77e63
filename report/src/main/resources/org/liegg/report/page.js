(() => {
  "use strict";
  const report = JSON.parse(document.getElementById("data").textContent);
  const colour = name => "var(--" + name + ")";
  const shown = d3.format(".3~g");
  const width = 680;

  function svg(host, height, w = width) {
    return d3.select(host).append("svg").attr("viewBox", [0, 0, w, height])
        .attr("width", w).attr("height", height).attr("aria-hidden", "true");
  }

  const positive = values => values.filter(v => v > 0 && isFinite(v));

  /* Zeros have no logarithm: they stand at the lower end of the scale. */
  function logScale(values, range) {
    const above = positive(values);
    const low = above.length ? d3.min(above) : 1e-3, high = above.length ? d3.max(above) : 1;
    const floor = Math.max(low / 2, high * 1e-20);
    const scale = d3.scaleLog([floor, high * 1.5], range).clamp(true);
    return v => scale(v > 0 ? v : floor);
  }
  function logAxis(values, range) {
    const above = positive(values);
    const low = above.length ? d3.min(above) : 1e-3, high = above.length ? d3.max(above) : 1;
    return d3.scaleLog([Math.max(low / 2, high * 1e-20), high * 1.5], range);
  }

  function frame(host, height, xs, ys, xLabel, yLabel, xLog) {
    const m = {top: 14, right: 16, bottom: 40, left: 66};
    const root = svg(host, height);
    const xr = [m.left, width - m.right], yr = [height - m.bottom, m.top];
    const xAxis = xLog ? logAxis(xs, xr) : d3.scaleLinear([d3.min(xs), d3.max(xs)], xr);
    const yAxis = logAxis(ys, yr);
    root.append("g").attr("transform", `translate(0,${height - m.bottom})`)
        .call(xLog ? d3.axisBottom(xAxis).ticks(6, ".0e") : d3.axisBottom(xAxis).ticks(Math.min(12, xs.length)).tickFormat(d3.format("d")));
    root.append("g").attr("transform", `translate(${m.left},0)`).call(d3.axisLeft(yAxis).ticks(6, ".0e"));
    root.append("text").attr("x", width - m.right).attr("y", height - 6).attr("text-anchor", "end").text(xLabel);
    root.append("text").attr("x", 4).attr("y", 11).text(yLabel);
    return {root, x: xLog ? logScale(xs, xr) : xAxis, y: logScale(ys, yr), xr, yr};
  }

  const plots = {
    spectrum(host) {
      const v = report.spectrum.symmetryVariance;
      const f = frame(host, 260, d3.range(1, v.length + 1), v, "direction", "σ²/N", false);
      f.root.append("g").selectAll("circle").data(v).join("circle")
          .attr("cx", (d, i) => f.x(i + 1)).attr("cy", d => f.y(d)).attr("r", 3.5)
          .attr("fill", d => d > 0 ? colour("mark") : "none").attr("stroke", colour("mark"));
      const cut = v.length - report.nullspace.largestGapDimension + .5;
      if (report.nullspace.largestGapDimension > 0 && cut > 1) {
        f.root.append("line").attr("x1", f.x(cut)).attr("x2", f.x(cut)).attr("y1", f.yr[0]).attr("y2", f.yr[1])
            .attr("stroke", colour("faint")).attr("stroke-dasharray", "2 4");
        f.root.append("text").attr("x", f.x(cut) + 4).attr("y", f.yr[1] + 10).text("largest gap");
      }
    },
    defects(host) {
      const held = report.heldOut ? report.heldOut.directions : [];
      const points = held.length
          ? held.map(d => ({value: d.defect, low: d.defectInterval[0], high: d.defectInterval[1]}))
          : report.spectrum.defect.slice(0, report.spectrum.defect.length - report.nullspace.trivial).reverse()
              .map(d => ({value: d, low: d, high: d}));
      const tolerance = report.nullspace.tolerance;
      const f = frame(host, 300, d3.range(1, Math.max(2, points.length) + 1),
          points.flatMap(p => [p.value, p.low, p.high]).concat(tolerance), "direction, smallest first", "defect", false);
      f.root.append("line").attr("x1", f.xr[0]).attr("x2", f.xr[1]).attr("y1", f.y(tolerance)).attr("y2", f.y(tolerance))
          .attr("stroke", colour("bad")).attr("stroke-dasharray", "6 4");
      f.root.append("text").attr("x", f.xr[1]).attr("y", f.y(tolerance) - 5).attr("text-anchor", "end").text("tolerance " + shown(tolerance));
      const mark = f.root.append("g").selectAll("g").data(points).join("g");
      mark.append("line").attr("x1", (d, i) => f.x(i + 1)).attr("x2", (d, i) => f.x(i + 1))
          .attr("y1", d => f.y(d.low)).attr("y2", d => f.y(d.high)).attr("stroke", colour("mark")).attr("stroke-width", 2);
      mark.append("path").attr("transform", (d, i) => `translate(${f.x(i + 1)},${f.y(d.value)})`)
          .attr("d", d => d3.symbol(d.value <= tolerance ? d3.symbolCircle : d3.symbolTriangle, 40)())
          .attr("fill", d => colour(d.value <= tolerance ? "good" : "other"));
    },
    generators(host) {
      const tiles = d3.select(host).append("div").attr("class", "tiles");
      report.generators.slice(0, 24).forEach((g, index) => {
        const matrix = g.matrix || [g.coefficients.slice(0, 64)];
        const names = g.matrix ? [] : report.action.fieldNames || [];
        const rows = matrix.length, columns = matrix[0].length;
        const cell = Math.max(6, Math.min(30, 200 / Math.max(rows, columns)));
        const largest = d3.max(matrix.flat().map(Math.abs)) || 1;
        const tone = d3.scaleDiverging([-largest, 0, largest], t => d3.interpolateRdBu(1 - t));
        const root = svg(tiles.append("div").node(), rows * cell + 20, Math.max(columns * cell, 110));
        root.append("text").attr("y", 12).text(`${index + 1}: δ ${shown(g.defect)}`);
        const cells = root.append("g").attr("transform", "translate(0,18)").selectAll("g")
            .data(matrix.flatMap((row, r) => row.map((value, c) => ({r, c, value})))).join("g")
            .attr("transform", d => `translate(${d.c * cell},${d.r * cell})`);
        cells.append("rect").attr("width", cell - 1).attr("height", cell - 1).attr("fill", d => tone(d.value));
        cells.filter(d => names[d.c]).append("title").text(d => `${names[d.c]}: ${shown(d.value)}`);
        if (cell >= 18) {
          cells.filter(d => Math.abs(d.value) > .3 * largest).append("text").attr("x", cell / 2 - .5).attr("y", cell / 2 + 4)
              .attr("text-anchor", "middle").style("fill", d => Math.abs(d.value) > .7 * largest ? "#fff" : "#111")
              .text(d => d.value < 0 ? "−" : "+");
        }
      });
    },
    where(host) {
      const parts = (report.where.region ? report.where.region.leaves.map(leaf => leaf.part) : [])
          .concat(report.where.slices.flatMap(s => s.parts)).filter(p => p.worst);
      bounds(host, parts.map(p => ({label: p.name, low: p.worst.interval[0], high: p.worst.interval[1], value: p.worst.defect, verdict: p.verdict})));
    },
    beyond(host) {
      bounds(host, report.where.beyond.steps.filter(s => s.worst)
          .map(s => ({label: "factor " + s.factor, low: s.worst.interval[0], high: s.worst.interval[1], value: s.worst.defect, verdict: s.verdict})));
    },
    moved(host) {
      const tiles = d3.select(host).append("div").attr("class", "tiles");
      report.where.moved.forEach(one => {
        const box = tiles.append("div");
        box.append("div").text(`sample ${one.sample}, ${one.element}`);
        const change = one.inputs[1].map((v, i) => v - one.inputs[0][i]);
        images(box, {shape: one.shape, inputs: one.inputs}, i => ["as it is", "moved"][i]);
        images(box, {shape: one.shape, inputs: [change]}, () => "difference");
      });
    },
    orbits(host) {
      const tiles = d3.select(host).append("div").attr("class", "tiles");
      report.orbits.forEach(orbit => {
        const box = tiles.append("div");
        box.append("div").text(`generator ${orbit.generator + 1}, sample ${orbit.sample}`);
        if (orbit.shape.length >= 2 && orbit.shape[0] > 3 && orbit.shape[1] > 3) images(box, orbit);
        else curve(box, orbit);
      });
    },
    outputs(host) {
      const tiles = d3.select(host).append("div").attr("class", "tiles");
      report.orbits.forEach(orbit => {
        const box = tiles.append("div");
        box.append("div").text(`generator ${orbit.generator + 1}`);
        const root = svg(box.node(), 190, 300);
        const series = orbit.outputs[0].map((unused, k) => orbit.t.map((t, i) => [t, orbit.outputs[i][k]]));
        lines(root, series, 300, 190, "t");
      });
    },
    finite(host) {
      const points = report.finiteCheck.filter(p => p.t > 0);
      const values = points.flatMap(p => [p.measured, p.predicted]);
      const f = frame(host, 300, points.map(p => p.t), values, "t", "mean squared change", true);
      d3.group(points, p => p.generator).forEach(group => {
        const line = key => d3.line().x(p => f.x(p.t)).y(p => f.y(p[key]))(group);
        f.root.append("path").attr("d", line("predicted")).attr("fill", "none").attr("stroke", colour("faint")).attr("stroke-dasharray", "5 4");
        f.root.append("path").attr("d", line("measured")).attr("fill", "none").attr("stroke", colour("mark"));
        f.root.append("g").selectAll("circle").data(group).join("circle").attr("cx", p => f.x(p.t)).attr("cy", p => f.y(p.measured)).attr("r", 3).attr("fill", colour("mark"));
      });
    },
    maps(host) {
      const cells = report.cells.filter(c => c.status === "done");
      const sizes = report.spec.grid.parameterBudgets.length > 0 ? c => c.cell.parameterBudget : c => c.cell.width;
      const regime = c => Object.values(c.cell.regime).join(" ");
      const byRegime = new Set(cells.map(regime)).size > 1;
      const byDepth = !byRegime || new Set(cells.map(c => c.cell.hiddenLayers)).size > 1;
      const named = r => r.augmentation.toLowerCase() + (r.activation ? " " + r.activation.toLowerCase() : "") + (r.weightDecay ? " decay" : "")
          + (r.pretrain ? " pretrain" : "") + (r.layerwise ? " layerwise" : "");
      const row = c => [...(byRegime ? [named(c.cell.regime)] : []), ...(byDepth ? [c.cell.hiddenLayers] : [])].join(" ");
      const rows = [...new Set(cells.map(row))], columns = [...new Set(cells.map(sizes))].sort((a, b) => a - b);
      const tiles = d3.select(host).append("div").attr("class", "tiles");
      [["testError", "test error"], ["varianceMean", "symmetry variance"], ["referenceDefectMean", "mean defect"], ["largestAngle", "largest angle, °"]]
          .filter(([key]) => cells.some(c => c.findings[key] !== undefined)).forEach(([key, title]) => {
        const mean = d3.rollup(cells, group => d3.mean(group, c => c.findings[key]), row, sizes);
        const all = [...mean.values()].flatMap(m => [...m.values()]).filter(v => v > 0);
        const tone = d3.scaleSequentialLog([d3.min(all) * .999, d3.max(all) * 1.001], t => d3.interpolateViridis(1 - .85 * t));
        const left = byRegime ? 150 : 40, cw = 66, ch = 30;
        const root = svg(tiles.append("div").node(), rows.length * ch + 62, left + columns.length * cw + 8);
        root.append("text").attr("y", 14).style("font-weight", "600").text(title);
        columns.forEach((c, i) => root.append("text").attr("x", left + i * cw + cw / 2).attr("y", 34).attr("text-anchor", "middle").text(c));
        rows.forEach((r, j) => {
          root.append("text").attr("x", left - 6).attr("y", 60 + j * ch).attr("text-anchor", "end").text(r);
          columns.forEach((c, i) => {
            const v = mean.get(r) && mean.get(r).get(c);
            if (v === undefined) return;
            const g = root.append("g").attr("transform", `translate(${left + i * cw},${42 + j * ch})`);
            g.append("rect").attr("width", cw - 2).attr("height", ch - 2).attr("fill", v > 0 ? tone(v) : "none").attr("stroke", colour("line"));
            const light = v > 0 && d3.lab(tone(v)).l > 60;
            g.append("text").attr("x", cw / 2 - 1).attr("y", 18).attr("text-anchor", "middle").style("fill", v > 0 ? (light ? "#111" : "#fff") : colour("ink")).text(shown(v));
          });
        });
        root.append("text").attr("x", left).attr("y", rows.length * ch + 58).text(byDepth ? "size →, hidden layers ↓" : "size →");
      });
    },
    scatter(host) {
      const cells = report.cells.filter(c => c.status === "done");
      [["varianceMean", "symmetry variance"], ["referenceDefectMean", "mean defect"]].forEach(([key, title]) => {
        const points = cells.map(c => ({x: c.findings.testError, y: c.findings[key], depth: c.cell.hiddenLayers})).filter(p => p.x > 0 && p.y > 0);
        if (points.length < 2) return;
        const f = frame(host, 280, points.map(p => p.x), points.map(p => p.y), "test error", title, true);
        const depths = [...new Set(points.map(p => p.depth))].sort((a, b) => a - b);
        f.root.append("g").selectAll("path").data(points).join("path")
            .attr("transform", p => `translate(${f.x(p.x)},${f.y(p.y)})`)
            .attr("d", p => d3.symbol(d3.symbolsFill[depths.indexOf(p.depth) % 7], 46)())
            .attr("fill", p => d3.interpolateTurbo((depths.indexOf(p.depth) + .5) / depths.length));
        depths.forEach((d, i) => {
          const g = f.root.append("g").attr("transform", `translate(${f.xr[0] + 16},${f.yr[1] + 12 + 16 * i})`);
          g.append("path").attr("d", d3.symbol(d3.symbolsFill[i % 7], 46)()).attr("fill", d3.interpolateTurbo((i + .5) / depths.length));
          g.append("text").attr("x", 10).attr("y", 4).text(d + " hidden");
        });
      });
    },
    track(host) {
      const tracked = report.cells.filter(c => c.track && c.track.length > 1);
      [["testError", "test error"], ["varianceMean", "symmetry variance"], ["referenceDefectMean", "mean defect"], ["largestAngle", "largest angle, °"]].forEach(([key, title]) => {
        const points = tracked.flatMap(c => c.track.filter(p => p.findings[key] > 0).map(p => ({x: p.epoch, y: p.findings[key]})));
        if (points.length < 2) return;
        const f = frame(host, 230, points.map(p => p.x), points.map(p => p.y), "epoch", title, false);
        tracked.forEach((c, i) => f.root.append("path").attr("fill", "none")
            .attr("stroke", d3.interpolateTurbo((i + .5) / tracked.length)).attr("stroke-opacity", .8)
            .attr("d", d3.line()(c.track.filter(p => p.findings[key] > 0).map(p => [f.x(p.epoch), f.y(p.findings[key])]))));
      });
    },
    studyOrbits(host) {
      const cells = report.cells.filter(c => c.orbits && c.orbits.length).slice(-4);
      cells.forEach(cell => {
        const box = d3.select(host).append("div");
        box.append("div").text(`${cell.cell.regime.augmentation.toLowerCase()}, seed ${cell.cell.seed}`);
        const orbit = cell.orbits[0], step = Math.max(1, Math.floor(orbit.t.length / 9));
        const some = orbit.t.map((t, i) => i).filter(i => i % step === 0);
        const thin = {...orbit, t: some.map(i => orbit.t[i]), inputs: some.map(i => orbit.inputs[i])};
        if (orbit.shape.length >= 2) images(box, thin); else curve(box, thin);
        const series = orbit.outputs[0].map((unused, k) => orbit.t.map((t, i) => [t, orbit.outputs[i][k]]));
        lines(svg(box.node(), 170, 520), series, 520, 170, "t");
      });
    },
    layers(host) {
      const layers = report.layers.filter(l => l.result);
      const point = l => l.result.reference
          ? {value: l.result.reference.worst, low: l.result.reference.worstInterval[0], high: l.result.reference.worstInterval[1]}
          : {value: l.result.smallestDefect || 0, low: l.result.smallestDefect || 0, high: l.result.smallestDefect || 0};
      const points = layers.map(point);
      const f = frame(host, 300, d3.range(1, Math.max(2, points.length) + 1),
          points.flatMap(p => [p.value, p.low, p.high]).concat(report.tolerance), "layer, first to last", "defect", false);
      f.root.append("line").attr("x1", f.xr[0]).attr("x2", f.xr[1]).attr("y1", f.y(report.tolerance)).attr("y2", f.y(report.tolerance))
          .attr("stroke", colour("bad")).attr("stroke-dasharray", "6 4");
      f.root.append("path").attr("fill", "none").attr("stroke", colour("line"))
          .attr("d", d3.line().x((p, i) => f.x(i + 1)).y(p => f.y(p.value))(points));
      const mark = f.root.append("g").selectAll("g").data(points).join("g");
      mark.append("line").attr("x1", (p, i) => f.x(i + 1)).attr("x2", (p, i) => f.x(i + 1)).attr("y1", p => f.y(p.low)).attr("y2", p => f.y(p.high)).attr("stroke", colour("mark")).attr("stroke-width", 2);
      mark.append("circle").attr("cx", (p, i) => f.x(i + 1)).attr("cy", p => f.y(p.value)).attr("r", 4).attr("fill", colour("mark"));
    }
  };

  function lines(root, series, w, h, xLabel) {
    const all = series.flat();
    const x = d3.scaleLinear(d3.extent(all, p => p[0]), [44, w - 16]);
    const spread = d3.extent(all, p => p[1]);
    const pad = Math.max((spread[1] - spread[0]) * .1, Math.abs(spread[1]) * .05, 1e-12);
    const y = d3.scaleLinear([spread[0] - pad, spread[1] + pad], [h - 26, 8]);
    root.append("g").attr("transform", `translate(0,${h - 26})`).call(d3.axisBottom(x).ticks(4));
    root.append("g").attr("transform", "translate(44,0)").call(d3.axisLeft(y).ticks(4, "~g"));
    root.append("text").attr("x", w - 16).attr("y", h - 30).attr("text-anchor", "end").text(xLabel);
    series.forEach((s, i) => root.append("path").attr("fill", "none")
        .attr("stroke", series.length === 1 ? colour("mark") : d3.interpolateTurbo((i + .5) / series.length))
        .attr("d", d3.line()(s.map(p => [x(p[0]), y(p[1])]))));
  }

  /* The path in the two coordinates in which it moves most. */
  function curve(box, orbit) {
    const d = orbit.inputs[0].length;
    const spread = d3.range(d).map(i => ({i, range: d3.max(orbit.inputs, x => x[i]) - d3.min(orbit.inputs, x => x[i])}))
        .sort((a, b) => b.range - a.range);
    const a = spread[0].i, b = d > 1 ? spread[1].i : spread[0].i;
    const size = 220, root = svg(box.node(), size, size);
    const reach = d3.max(orbit.inputs, x => Math.max(Math.abs(x[a]), Math.abs(x[b]))) * 1.15 || 1;
    const s = d3.scaleLinear([-reach, reach], [24, size - 8]);
    const path = orbit.inputs.map(x => [s(x[a]), size - s(x[b])]);
    root.append("line").attr("x1", 24).attr("x2", size - 8).attr("y1", size - s(0)).attr("y2", size - s(0)).attr("stroke", colour("line"));
    root.append("line").attr("x1", s(0)).attr("x2", s(0)).attr("y1", 8).attr("y2", size - 24).attr("stroke", colour("line"));
    root.append("path").attr("d", d3.line().curve(d3.curveCatmullRom)(path)).attr("fill", "none").attr("stroke", colour("mark"));
    root.append("g").selectAll("circle").data(path).join("circle").attr("cx", p => p[0]).attr("cy", p => p[1])
        .attr("r", (p, i) => orbit.t[i] === 0 ? 5 : 2.5).attr("fill", (p, i) => colour(orbit.t[i] === 0 ? "other" : "mark"));
    root.append("text").attr("x", size - 8).attr("y", size - s(0) - 4).attr("text-anchor", "end").text(`x${a}`);
    root.append("text").attr("x", s(0) + 4).attr("y", 16).text(`x${b}`);
  }

  /* A row for each part: its defect, the bounds, and the tolerance. */
  function bounds(host, parts) {
    const tolerance = report.nullspace.tolerance, step = 22, left = 250;
    const all = parts.flatMap(p => [p.value, p.low, p.high]).concat(tolerance);
    const height = parts.length * step + 40, root = svg(host, height);
    const range = [left, width - 16], axis = logAxis(all, range), x = logScale(all, range);
    root.append("g").attr("transform", `translate(0,${height - 34})`).call(d3.axisBottom(axis).ticks(6, ".0e"));
    root.append("text").attr("x", width - 16).attr("y", height - 4).attr("text-anchor", "end").text("defect");
    root.append("line").attr("x1", x(tolerance)).attr("x2", x(tolerance)).attr("y1", 4).attr("y2", height - 34)
        .attr("stroke", colour("bad")).attr("stroke-dasharray", "6 4");
    const row = root.append("g").selectAll("g").data(parts).join("g").attr("transform", (p, i) => `translate(0,${i * step + 14})`);
    row.append("text").attr("x", left - 10).attr("y", 4).attr("text-anchor", "end").text(p => p.label.length > 38 ? p.label.slice(0, 37) + "…" : p.label);
    row.append("line").attr("x1", p => x(p.low)).attr("x2", p => x(p.high)).attr("stroke", colour("mark")).attr("stroke-width", 2);
    row.append("path").attr("transform", p => `translate(${x(p.value)},0)`)
        .attr("d", p => d3.symbol(p.verdict === "broken" ? d3.symbolTriangle : d3.symbolCircle, 40)())
        .attr("fill", p => colour(p.verdict === "broken" ? "other" : p.verdict === "invariant" ? "good" : "mark"));
  }

  function images(box, orbit, caption = index => "t = " + shown(orbit.t[index])) {
    const [h, w] = orbit.shape, channels = orbit.shape[2] || 1;
    const all = orbit.inputs.flat(), low = d3.min(all), high = d3.max(all);
    const strip = box.append("div").attr("class", "tiles");
    orbit.inputs.forEach((x, index) => {
      const tile = strip.append("div");
      const canvas = tile.append("canvas").attr("width", w).attr("height", h)
          .style("width", Math.max(56, w * 2) + "px").node();
      const context = canvas.getContext("2d"), picture = context.createImageData(w, h);
      for (let p = 0; p < h * w; p++) {
        for (let c = 0; c < 3; c++) {
          const v = x[p * channels + Math.min(c, channels - 1)];
          picture.data[4 * p + c] = 255 * (v - low) / (high - low || 1);
        }
        picture.data[4 * p + 3] = 255;
      }
      context.putImageData(picture, 0, 0);
      tile.append("div").text(caption(index));
    });
  }

  document.querySelectorAll("[data-plot]").forEach(host => plots[host.dataset.plot](host));
})();
