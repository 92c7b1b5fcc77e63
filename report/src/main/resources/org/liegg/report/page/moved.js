/* Pictures of samples that move. */
Object.assign(plots, {
  orbits(picture) {
    const tiles = d3.select(picture.host).append("div").attr("class", "tiles");
    report.orbits.forEach(orbit => {
      const box = tiles.append("div"), path = pathOf(report.generators[orbit.generator]);
      box.append("div").attr("class", "name").text(`Generator ${orbit.generator + 1}`);
      box.append("div").attr("class", "small").text(`sample ${orbit.sample} of the data, counted from 0`);
      if (isImage(orbit)) images(box, orbit, i => path.name === "t" ? "t = " + shown(orbit.t[i]) : shown(orbit.t[i] * path.factor) + path.unit);
      else trail(picture, box, orbit, path);
    });
  },

  outputs(picture) {
    const count = report.orbits[0].outputs[0].length, few = Math.min(count, 24);
    const name = k => count === 1 ? "output" : `output ${k}`;
    picture.legend(d3.range(few).map(k => ({label: name(k), ...series(k), toggles: few > 1 ? "o" + k : null})));
    const tiles = d3.select(picture.host).append("div").attr("class", "tiles");
    report.orbits.forEach(orbit => {
      const box = tiles.append("div"), path = pathOf(report.generators[orbit.generator]);
      box.append("div").attr("class", "name").text(`Generator ${orbit.generator + 1}`);
      const lines = d3.range(few).map(k => ({points: orbit.t.map((t, i) => [t * path.factor, orbit.outputs[i][k]]),
        text: i => `Generator ${orbit.generator + 1}, ${pathText(path, orbit.t[i])}: ${name(k)} ${shown(orbit.outputs[i][k])}`}));
      curves(picture, lines, {parent: box.node(), width: picture.narrow ? picture.width : Math.min(340, picture.width), height: 210,
        xLabel: path.name, hidden: k => picture.hidden.has("o" + k)});
    });
  },

  moved(picture) {
    const tiles = d3.select(picture.host).append("div").attr("class", "tiles");
    report.where.moved.forEach(one => {
      const box = tiles.append("div");
      box.append("div").attr("class", "small").text(`sample ${one.sample} of the data, counted from 0: ${one.element}`);
      const change = one.inputs[1].map((v, i) => v - one.inputs[0][i]);
      images(box, {shape: one.shape, inputs: one.inputs}, i => ["as it is", "moved"][i]);
      images(box, {shape: one.shape, inputs: [change]}, () => "difference");
    });
  }
});

const isImage = orbit => orbit.shape.length >= 2 && orbit.shape[0] > 3 && orbit.shape[1] > 3;

/* The path in the two coordinates in which it moves most. */
function trail(picture, box, orbit, path) {
  const d = orbit.inputs[0].length;
  const spread = d3.range(d).map(i => ({i, range: d3.max(orbit.inputs, x => x[i]) - d3.min(orbit.inputs, x => x[i])})).sort((a, b) => b.range - a.range);
  const a = spread[0].i, b = d > 1 ? spread[1].i : a;
  const name = i => inputName(i, d, orbit.shape), size = 250, root = picture.svg(size, size, box.node());
  const reach = d3.max(orbit.inputs, x => Math.max(Math.abs(x[a]), Math.abs(x[b]))) * 1.15 || 1;
  const x = d3.scaleLinear([-reach, reach], [46, size - 14]), y = d3.scaleLinear([-reach, reach], [size - 42, 4]);
  axis(root, `translate(0,${size - 42})`, d3.axisBottom(x).ticks(4));
  axis(root, "translate(46,0)", d3.axisLeft(y).ticks(4));
  root.append("line").attr("class", "zero").attr("x1", x(-reach)).attr("x2", x(reach)).attr("y1", y(0)).attr("y2", y(0));
  root.append("line").attr("class", "zero").attr("x1", x(0)).attr("x2", x(0)).attr("y1", y(-reach)).attr("y2", y(reach));
  root.append("path").attr("d", d3.line().curve(d3.curveCatmullRom)(orbit.inputs.map(p => [x(p[a]), y(p[b])]))).attr("fill", "none").attr("stroke", variable("mark"));
  orbit.inputs.forEach((p, i) => {
    const still = orbit.t[i] === 0;
    root.append("circle").attr("cx", x(p[a])).attr("cy", y(p[b])).attr("r", still ? 6 : 3).attr("fill", variable(still ? "other" : "mark"));
    picture.mark(root.node(), x(p[a]), y(p[b]), `Generator ${orbit.generator + 1}, ${pathText(path, orbit.t[i])}: ${name(a)} = ${shown(p[a])}, ${name(b)} = ${shown(p[b])}`);
  });
  root.append("text").attr("class", "title").attr("x", size - 8).attr("y", size - 6).attr("text-anchor", "end").text(cut(name(a), 24));
  root.append("text").attr("class", "title").attr("x", 50).attr("y", 14).text(cut(name(b), 24));
}

function images(box, orbit, caption) {
  const [h, w] = orbit.shape, channels = orbit.shape[2] || 1;
  const all = orbit.inputs.flat(), low = d3.min(all), high = d3.max(all);
  const strip = box.append("div").attr("class", "tiles");
  orbit.inputs.forEach((x, index) => {
    const tile = strip.append("div");
    const canvas = tile.append("canvas").attr("width", w).attr("height", h).style("width", Math.max(72, Math.min(300, w * 2)) + "px").node();
    const context = canvas.getContext("2d"), pixels = context.createImageData(w, h);
    for (let p = 0; p < h * w; p++) {
      for (let c = 0; c < 3; c++) pixels.data[4 * p + c] = 255 * (x[p * channels + Math.min(c, channels - 1)] - low) / (high - low || 1);
      pixels.data[4 * p + 3] = 255;
    }
    context.putImageData(pixels, 0, 0);
    tile.append("div").attr("class", "small").text(caption(index));
  });
  box.append("div").attr("class", "small").text(`black ${shown(low)}, white ${shown(high)}`);
}
