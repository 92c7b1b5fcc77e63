/* Which page an address shows; links within change the address without loading it anew. */
import {el, errorBox} from "./dom.js";
import {ServiceError} from "./api.js";
import {loginForm} from "./login.js";

let pages = [];
let leave = new AbortController();
let shownAddress = "";

const address = () => location.pathname + location.search;

/* A part of an address as text; one that is no such text stays as it is, and is not found. */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch (malformed) {
    return part;
  }
}

function found(path) {
  for (const [pattern, page] of pages) {
    const match = pattern.exec(path);
    if (match) return {page, parameters: match.slice(1).map(decoded)};
  }
  return null;
}

const notFound = ({begin}) => begin("Page not found").append(el("p", {}, "There is no page at this address."), el("p", {}, el("a", {href: "/"}, "All runs")));

/* What every page is given: its parameters, a signal for when it is left, and how it begins. */
function context(parameters, first) {
  const main = document.getElementById("main");
  leave.abort();
  leave = new AbortController();
  return {
    parameters,
    query: new URLSearchParams(location.search),
    signal: leave.signal,
    /* Empties the page but for its heading, which takes the focus where someone came by a link. */
    begin(title, kind = null) {
      const heading = el("h1", {tabindex: "-1"}, title);
      main.replaceChildren(...[kind ? el("p", {class: "kind"}, kind) : null, heading].filter(Boolean));
      document.title = `${title} – LieGG`;
      if (!first) heading.focus();
      return main;
    }
  };
}

function markCurrent() {
  document.querySelectorAll("nav a").forEach(a => {
    const path = a.getAttribute("href");
    if (path === location.pathname) a.setAttribute("aria-current", "page");
    else a.removeAttribute("aria-current");
  });
}

/* In place of the page the form for a token; who has given it sees the page. */
function askToken() {
  leave.abort();
  const main = document.getElementById("main");
  if (main.querySelector("form.login")) return;
  document.title = "Log in – LieGG";
  main.replaceChildren(loginForm(() => show()));
  main.querySelector("h1").focus();
}

/* An error of the page as a whole, in full. */
function failed(error, main) {
  main.append(errorBox(error));
  if (!(error instanceof ServiceError)) console.error(error);
}

async function show(first = false) {
  shownAddress = address();
  markCurrent();
  const {page, parameters} = found(location.pathname) || {page: notFound, parameters: []};
  const here = context(parameters, first);
  scrollTo(0, 0);
  try {
    await page(here);
  } catch (error) {
    if (!here.signal.aborted) failed(error, document.getElementById("main"));
  }
}

export function go(path, {replace = false} = {}) {
  history[replace ? "replaceState" : "pushState"](null, "", path);
  show();
}

/* Keeps what was chosen on this page in its address, without showing it anew. */
export function keep(path) {
  history.replaceState(null, "", path);
  shownAddress = address();
}

function clicked(event) {
  const a = event.target.closest("a");
  if (!a || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (a.origin !== location.origin || a.target || a.hasAttribute("download") || a.hash || !found(a.pathname)) return;
  event.preventDefault();
  go(a.pathname + a.search);
}

export function start(table) {
  pages = table;
  document.addEventListener("click", clicked);
  addEventListener("liegg-token", askToken);
  addEventListener("popstate", () => { if (address() !== shownAddress) show(); });
  show(true);
}
