/* A sample as it moves: an image, bars by name where there are few values, a line where there are many. */
import {el} from "./dom.js";

const few = 40;

export function movedSample(orbit) {
  if (orbit.image) return image(orbit);
  return drawn(orbit, orbit.inputs[0].length <= few ? bars : line);
}

function framed(label, picture) {
  return el("figure", {}, picture, el("figcaption", {}, label));
}

/* Grey or coloured pixels, over the range of all steps, so that brightness means the same at each. */
function image({image: {height, width, channels}, inputs}) {
  const low = d3.min(inputs, x => d3.min(x)), high = d3.max(inputs, x => d3.max(x));
  const canvas = el("canvas", {width, height, role: "img", "aria-label": "The sample, moved"});
  canvas.style.width = Math.min(300, Math.max(168, 2 * width)) + "px";
  const context = canvas.getContext("2d");
  const show = at => {
    const pixels = context.createImageData(width, height), x = inputs[at];
    for (let p = 0; p < height * width; p++) {
      for (let c = 0; c < 3; c++) pixels.data[4 * p + c] = 255 * (x[p * channels + Math.min(c, channels - 1)] - low) / (high - low || 1);
      pixels.data[4 * p + 3] = 255;
    }
    context.putImageData(pixels, 0, 0);
  };
  const host = framed(`The sample, moved: black ${shown(low)}, white ${shown(high)}`, el("div", {class: "plot"}, canvas));
  return {host, show, shape: [height, width, channels]};
}

function drawn(orbit, draw) {
  const plot = el("div", {class: "plot", role: "img", "aria-label": "The sample, moved; its values are in the table"});
  const start = d3.minIndex(orbit.t, Math.abs);
  const reach = d3.max(orbit.inputs, x => d3.max(x, Math.abs)) || 1;
  const host = framed(draw === bars ? "Inputs: bars are the moved sample, marks the sample itself" : "Inputs: the moved sample, and the sample itself (faint)", plot);
  return {host, shape: [], show: at => draw(plot, orbit.inputs[at], orbit.inputs[start], reach)};
}

function svg(host, width, height) {
  host.replaceChildren();
  return d3.select(host).append("svg").attr("viewBox", [0, 0, width, height]).attr("width", width).attr("height", height).attr("aria-hidden", "true");
}

function bars(host, now, start, reach) {
  const size = now.length, step = Math.max(12, Math.min(24, 400 / size)), left = 90, width = 320, height = size * step + 24;
  const root = svg(host, width, height), x = d3.scaleLinear([-reach, reach], [left, width - 10]);
  axis(root, `translate(0,${size * step + 2})`, d3.axisBottom(x).ticks(4, "~g"));
  root.append("line").attr("class", "zero").attr("x1", x(0)).attr("x2", x(0)).attr("y1", 0).attr("y2", size * step);
  now.forEach((value, i) => {
    const y = i * step;
    root.append("text").attr("x", left - 6).attr("y", y + step / 2 + 4).attr("text-anchor", "end").text(cut(inputName(i, size), 12));
    root.append("rect").attr("x", Math.min(x(0), x(value))).attr("width", Math.abs(x(value) - x(0))).attr("y", y + 2).attr("height", step - 4).attr("fill", variable(value < 0 ? "negative" : "positive"));
    root.append("line").attr("class", "now").attr("x1", x(start[i])).attr("x2", x(start[i])).attr("y1", y + 1).attr("y2", y + step - 1);
  });
}

function line(host, now, start, reach) {
  const width = 320, height = 260, root = svg(host, width, height);
  const x = d3.scaleLinear([1, now.length], [46, width - 10]), y = d3.scaleLinear([-reach, reach], [height - 40, 10]);
  axis(root, `translate(0,${height - 40})`, d3.axisBottom(x).ticks(4));
  axis(root, "translate(46,0)", d3.axisLeft(y).ticks(5, "~g"));
  const path = values => root.append("path").attr("fill", "none").attr("d", d3.line()(values.map((v, i) => [x(i + 1), y(v)])));
  path(start).attr("stroke", variable("faint")).attr("stroke-dasharray", "3 3");
  path(now).attr("stroke", variable("mark")).attr("stroke-width", 1.6);
  root.append("text").attr("class", "title").attr("x", width - 10).attr("y", height - 6).attr("text-anchor", "end").text("input");
}
