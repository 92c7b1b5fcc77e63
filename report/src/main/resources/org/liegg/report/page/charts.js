/* A logarithmic scale: what is 0, or far below rounding, stands at its lower end. */
function logScale(values, range, floor = 0, depth = 30) {
  const above = values.filter(v => v > 0 && isFinite(v));
  const least = above.length ? d3.min(above) : 1e-3, below = floor > 0 && values.some(v => v <= floor);
  const high = Math.max(above.length ? d3.max(above) : 1, below ? 3 * floor : 0) * 1.6;
  const low = below ? Math.max(floor / depth, Math.min(least / 1.8, floor / 3)) : Math.max(least / 1.8, high * 1e-20);
  const scale = d3.scaleLog([Math.min(low, high / 4), high], range).clamp(true);
  const at = v => scale(v > 0 ? v : scale.domain()[0]);
  at.scale = scale;
  at.floor = below ? floor : 0;
  return at;
}

/* Powers of ten, or 1, 2 and 5 of them where there are few; written in full near 1. */
function logTicks(scale, most) {
  const [low, high] = scale.domain().map(Math.log10);
  const powers = d3.range(Math.ceil(low), Math.floor(high) + 1);
  if (powers.length < 2) return scale.ticks(most).filter(v => [1, 2, 5].includes(Math.round(v / 10 ** Math.floor(Math.log10(v) + 1e-9))));
  const step = Math.ceil(powers.length / most);
  return powers.filter(p => p % step === 0).map(p => 10 ** p);
}

function tickText(value) {
  const power = Math.round(Math.log10(value));
  if (value >= .001 && value < 1e4) return String(+value.toPrecision(3));
  const lead = +(value / 10 ** Math.floor(Math.log10(value) + 1e-9)).toPrecision(2);
  return lead === 1 ? "10" + superscript(power) : `${lead}·10${superscript(Math.floor(Math.log10(value)))}`;
}

/* Whole numbers, each once. */
function places(first, last, most) {
  const step = Math.max(1, Math.ceil((last - first + 1) / most));
  return d3.range(first, last + 1).filter(i => step === 1 || i === first || i % step === 0);
}

function axis(root, transform, made) {
  return root.append("g").attr("class", "axis").attr("transform", transform).call(made);
}

/*
 * Axes: x by places (whole numbers from first to last, or names), or by a logarithm of values;
 * y by a logarithm, with the band of rounding where values reach into it.
 */
function frame(picture, {height, x, y, xLabel, yLabel, floor = 0, depth = 30, parent}) {
  const m = {top: 26, right: 18, bottom: x.names ? 64 : 46, left: 62};
  const root = picture.svg(height, picture.width, parent), width = picture.width;
  const xr = [m.left + 10, width - m.right], yr = [height - m.bottom, m.top];
  const yScale = logScale(y, yr, floor, depth);
  if (yScale.floor) {
    const top = yScale(yScale.floor);
    root.append("rect").attr("class", "band").attr("x", m.left).attr("width", width - m.left - m.right)
        .attr("y", top).attr("height", yr[0] - top);
    root.append("text").attr("class", "note").attr("x", xr[1] - 4).attr("y", yr[0] - 6).attr("text-anchor", "end").text("rounding");
  }
  const bottom = `translate(0,${height - m.bottom})`;
  let xScale;
  if (x.values) {
    xScale = logScale(x.values, xr);
    axis(root, bottom, d3.axisBottom(xScale.scale).tickValues(logTicks(xScale.scale, picture.narrow ? 4 : 7)).tickFormat(tickText));
  } else {
    xScale = d3.scaleLinear([x.first, Math.max(x.last, x.first + 1)], xr);
    if (x.last <= x.first) xScale = Object.assign(() => (xr[0] + xr[1]) / 2, {domain: () => [x.first, x.first], range: () => xr, ticks: () => [x.first], copy: () => xScale});
    const ticks = places(x.first, x.last, Math.floor(width / (x.names ? 90 : 44)));
    const drawn = axis(root, bottom, d3.axisBottom(d3.scalePoint(ticks, [0, 1])).tickValues([]));
    drawn.select(".domain").attr("d", `M${m.left},0H${xr[1]}`);
    ticks.forEach(i => {
      drawn.append("line").attr("class", "tick").attr("x1", xScale(i)).attr("x2", xScale(i)).attr("y2", 6);
      const edge = x.names && i === x.first ? "start" : x.names && i === x.last && i > x.first ? "end" : "middle";
      drawn.append("text").attr("class", "label").attr("x", edge === "start" ? Math.max(xScale(i) - 12, 0) : xScale(i)).attr("y", 20).attr("text-anchor", edge).text(x.names ? cut(x.names[i - x.first], 14) : i);
    });
  }
  axis(root, `translate(${m.left},0)`, d3.axisLeft(yScale.scale).tickValues(logTicks(yScale.scale, 8)).tickFormat(tickText));
  root.append("text").attr("class", "title").attr("x", xr[1]).attr("y", height - 8).attr("text-anchor", "end").text(xLabel);
  root.append("text").attr("class", "title").attr("x", 2).attr("y", 13).text(yLabel);
  return {root, x: xScale, y: yScale, xr, yr, left: m.left};
}

const cut = (text, most) => text.length > most ? text.slice(0, most - 1) + "…" : text;

function levelLine(f, value, text) {
  f.root.append("line").attr("class", "tolerance").attr("x1", f.left).attr("x2", f.xr[1]).attr("y1", f.y(value)).attr("y2", f.y(value));
  f.root.append("text").attr("class", "note").attr("x", f.xr[1]).attr("y", f.y(value) - 5).attr("text-anchor", "end").text(text);
}

/* What a value with bounds says of the tolerance; without enough evidence nothing below it is settled. */
function stateOf(value, low, high, tolerance, insufficient) {
  if (value > tolerance) return insufficient || low <= tolerance ? "unsettled" : "broken";
  return insufficient ? "open" : high > tolerance ? "open" : "symmetry";
}

const states = {
  symmetry: {shape: "circle", colour: "good", label: "at or below the tolerance"},
  open: {shape: "ring", colour: "open", label: "at or below it, but not settled"},
  unsettled: {shape: "diamond", colour: "open", label: "above it, but not settled"},
  broken: {shape: "triangle", colour: "other", label: "above the tolerance"}
};

const stateLegend = used => Object.keys(states).filter(s => used.includes(s)).map(s => states[s]);

/* Points with bounds; each asks for its value. */
function pointsWithBounds(picture, f, points) {
  points.forEach(p => {
    const x = f.x(p.place), y = f.y(p.value), look = states[p.state];
    if (p.low !== p.high) {
      f.root.append("path").attr("class", "bounds").attr("stroke", variable(look.colour))
          .attr("d", `M${x},${f.y(p.low)}V${f.y(p.high)}M${x - 4},${f.y(p.low)}h8M${x - 4},${f.y(p.high)}h8`);
    }
    symbol(f.root.append("path"), look.shape, look.colour).attr("transform", `translate(${x},${y})`);
    picture.mark(f.root.node(), x, y, p.text);
  });
}

/* A row for each part: its name, its value and bounds, and a level to compare with. */
function rows(picture, parts, {label, level, levelText, floor}) {
  const narrow = picture.narrow, width = picture.width, left = narrow ? 12 : 250, step = narrow ? 38 : 24;
  const height = parts.length * step + 66, root = picture.svg(height);
  const x = logScale(parts.flatMap(p => [p.value, p.low, p.high]).concat(level), [left, width - 16], floor || 0);
  axis(root, `translate(0,${height - 40})`, d3.axisBottom(x.scale).tickValues(logTicks(x.scale, narrow ? 5 : 8)).tickFormat(tickText));
  root.append("text").attr("class", "title").attr("x", width - 16).attr("y", height - 6).attr("text-anchor", "end").text(label);
  root.append("line").attr("class", "tolerance").attr("x1", x(level)).attr("x2", x(level)).attr("y1", 16).attr("y2", height - 40);
  const right = x(level) > width - 120;
  root.append("text").attr("class", "note").attr("x", x(level) + (right ? -4 : 4)).attr("y", 12).attr("text-anchor", right ? "end" : "start").text(levelText);
  parts.forEach((p, i) => {
    const y = 28 + i * step + (narrow ? 18 : 0), look = states[p.state];
    root.append("text").attr("x", narrow ? 2 : left - 10).attr("y", narrow ? y - 12 : y + 4).attr("text-anchor", narrow ? "start" : "end")
        .text(cut(p.label, narrow ? Math.floor(width / 7.5) : 36));
    root.append("path").attr("class", "bounds").attr("stroke", variable(look.colour)).attr("d", `M${x(p.low)},${y}H${x(p.high)}M${x(p.low)},${y - 4}v8M${x(p.high)},${y - 4}v8`);
    symbol(root.append("path"), look.shape, look.colour).attr("transform", `translate(${x(p.value)},${y})`);
    picture.mark(root.node(), x(p.value), y, p.text);
  });
}

/* Curves over a linear axis, a name each. */
function curves(picture, lines, {parent, width, height, xLabel, hidden = () => false}) {
  const root = picture.svg(height, width, parent);
  const all = lines.filter((l, i) => !hidden(i)).flatMap(l => l.points);
  const drawn = all.length ? all : lines.flatMap(l => l.points);
  const x = d3.scaleLinear(d3.extent(drawn, p => p[0]), [58, width - 14]);
  const spread = d3.extent(drawn, p => p[1]);
  const pad = Math.max((spread[1] - spread[0]) * .1, Math.abs(spread[1]) * .05, 1e-12);
  const y = d3.scaleLinear([spread[0] - pad, spread[1] + pad], [height - 40, 10]);
  axis(root, `translate(0,${height - 40})`, d3.axisBottom(x).ticks(5));
  axis(root, "translate(58,0)", d3.axisLeft(y).ticks(4, "~g"));
  root.append("text").attr("class", "title").attr("x", width - 14).attr("y", height - 6).attr("text-anchor", "end").text(xLabel);
  lines.forEach((line, i) => {
    if (hidden(i)) return;
    const look = series(i);
    root.append("path").attr("fill", "none").attr("stroke", variable(look.colour)).attr("stroke-width", 1.8)
        .attr("stroke-dasharray", look.dash || null).attr("d", d3.line()(line.points.map(p => [x(p[0]), y(p[1])])));
    line.points.forEach((p, k) => picture.mark(root.node(), x(p[0]), y(p[1]), line.text(k)));
  });
  return {root, x, y};
}
