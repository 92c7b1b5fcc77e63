/* The service: its version, limits, and what it can do. */
import {el, figures, link, section, table} from "./dom.js";
import {get} from "./api.js";
import {logOut} from "./login.js";
import {bytes, count} from "./words.js";

const kinds = {engine: "Engines, which open models", decomposition: "Decompositions", action: "Actions, the candidate symmetries", group: "Groups that are tried by their elements"};

const columns = [["name", p => p.name], ["what it is", p => p.usage || (p.available === false ? "" : p.detail)], ["version", p => p.version], ["from", p => p.jar],
  ["state", p => p.available === false ? `not available${p.detail ? `: ${p.detail}` : ""}` : ""]];

/* Columns that say nothing of any are left out. */
function plugins(kind, some) {
  const said = columns.filter(([, of]) => some.some(of));
  return table(`Table of ${kind}s`, said.map(([name]) => name), some.map(p => said.map(([, of]) => of(p) || "")));
}

export async function aboutPage({begin, signal}) {
  const main = begin("About");
  const [info, {items = []}] = await Promise.all([get("/info", signal), get("/plugins", signal)]);
  const {limits = {}, roots = []} = info;
  main.append(
      el("p", {}, "LieGG reads out of a trained network the symmetries that it has learned, and says how sure that is."),
      figures([["version", info.version], ["Java", info.java], ["workers", count(info.workers)],
        ["largest upload", limits.upload === undefined ? null : bytes(limits.upload)], ["longest queue", limits.queue === undefined ? null : count(limits.queue)],
        ["folders of the service", roots.length ? roots.join(", ") : "none"], ["token", info.tokenNeeded ? "needed" : "not needed"]]),
      el("p", {class: "tools"}, el("a", {class: "action", href: "/openapi.json"}, "Description of the API"), info.tokenNeeded ? logOut() : null));
  const groups = d3.group(items, p => p.kind);
  groups.forEach((some, kind) => main.append(section(kinds[kind] || kind, plugins(kind, some))));
  if (!items.length) main.append(el("p", {}, "The service names no plug-ins. ", link("/", "All runs")));
}
