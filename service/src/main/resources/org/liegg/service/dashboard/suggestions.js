/* What can be asked for, from what the service has: the words of its plug-ins. */
import {button, el, fresh} from "./dom.js";

/* How a plug-in is written, and what it is: "so(n): rotations" is both. */
function split(plugin) {
  const at = (plugin.usage || "").indexOf(": ");
  return at < 0 ? {form: plugin.usage || plugin.name, meaning: plugin.detail || ""}
      : {form: plugin.usage.slice(0, at), meaning: plugin.usage.slice(at + 2)};
}

/* A list of what the control takes, to type or to choose from; what is chosen stands in the control to be filled in. */
export function suggestions(plugins, kinds, control) {
  const some = plugins.filter(p => kinds.includes(p.kind) && p.available !== false).map(split)
      .sort((a, b) => a.form.localeCompare(b.form));
  if (!some.length) return null;
  const list = el("datalist", {id: fresh("forms")}, some.map(one => el("option", {value: one.form.split(" ")[0]}, one.meaning)));
  control.setAttribute("list", list.id);
  const take = form => {
    control.value = form.split(" ")[0];
    control.focus();
    const from = control.value.indexOf("("), to = control.value.indexOf(")");
    if (from >= 0 && to > from) control.setSelectionRange(from + 1, to);
  };
  return el("div", {}, list, el("details", {}, el("summary", {}, `What there is: ${some.length} forms`),
      el("ul", {class: "forms"}, some.map(one => el("li", {}, button(one.form, () => take(one.form)), one.meaning ? ` ${one.meaning}` : null)))));
}
