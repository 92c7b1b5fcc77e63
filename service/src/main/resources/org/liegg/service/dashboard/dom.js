/* Elements. What comes from the server is put in as text, never as HTML. */

/* An element: attributes by name, listeners as on: {click}, then text and elements; what is null is left out. */
export function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => {
    if (name === "on") Object.entries(value).forEach(([event, act]) => made.addEventListener(event, act));
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value);
  });
  made.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return made;
}

export const link = (href, text, attributes = {}) => el("a", {href, ...attributes}, text);

export const button = (text, act, attributes = {}) => el("button", {type: "button", on: {click: act}, ...attributes}, text);

let last = 0;

/* A name for an element that no other has. */
export const fresh = stem => `${stem}-${++last}`;

/* A part of a page under its heading. */
export function section(title, ...children) {
  const id = fresh("part");
  return el("section", {"aria-labelledby": id}, el("h2", {id}, title), ...children);
}

/* Numbers that stand together: [label, value] each; those without a value are left out. */
export const figures = pairs => el("dl", {class: "figures"}, pairs.filter(([, value]) => value !== null && value !== undefined && value !== "")
    .map(([label, value]) => el("div", {}, el("dt", {}, label), el("dd", {}, value))));

/* Rows of texts or elements; the first of each is what the row is about. */
export function table(caption, header, rows) {
  return el("div", {class: "table", tabindex: "0", role: "region", "aria-label": caption}, el("table", {},
      el("thead", {}, el("tr", {}, header.map(text => el("th", {scope: "col"}, text)))),
      el("tbody", {}, rows.map(row => el("tr", {}, row.map(cell => el("td", {}, cell)))))));
}

/* The same, to be opened. */
export const folded = (caption, header, rows) => el("details", {}, el("summary", {}, caption), table(caption, header, rows));

/* A picture and what it shows in words; it is drawn when it stands on the page. */
export function figure(label, draw) {
  const host = el("div", {class: "plot", role: "img", "aria-label": label});
  pending.push([host, draw]);
  return el("figure", {}, host, el("figcaption", {}, label));
}

let pending = [];

/* Draws the figures that were made since; one that fails takes no other with it: its table has the values. */
export function drawFigures() {
  const now = pending;
  pending = [];
  return now.filter(([host]) => host.isConnected).map(([host, draw]) => {
    try {
      return new Picture(host, draw);
    } catch (fault) {
      host.textContent = "This picture could not be drawn; the table has its values.";
      console.error(fault);
      return null;
    }
  });
}

/* A label above its control, and what helps below it. */
export function field(label, control, help = null) {
  control.id = control.id || fresh("field");
  const hint = help ? el("p", {class: "help", id: control.id + "-help"}, help) : null;
  if (hint) control.setAttribute("aria-describedby", hint.id);
  return el("div", {class: "field"}, el("label", {for: control.id}, label), control, hint);
}

export function select(options, chosen, attributes = {}) {
  return el("select", attributes, options.map(([value, text]) => el("option", {value, selected: value === chosen}, text)));
}

/* Says something to those who do not see the page change. */
export function announce(text) {
  const status = document.getElementById("status");
  if (status.textContent !== text) status.textContent = text;
}

function plainly({code, message}) {
  const words = code && message.startsWith(code + ": ") ? message.slice(code.length + 2) : message;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/* An error in plain words, its code beside it; the words of the service begin with the code. */
export const errorBox = error => el("div", {class: "error", role: "alert"},
    el("p", {}, plainly(error)), error.code ? el("p", {class: "small"}, "Code: ", el("code", {}, error.code)) : null);
