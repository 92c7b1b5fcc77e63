/* Requests to the service, under the same origin. */

const base = "/api/v1";

/* What the service, or the way to it, did not do: a code, and a message for people. */
export class ServiceError extends Error {
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

const unreachable = () => new ServiceError(0, "", "The service cannot be reached. Nothing was changed; try again.");

const waiting = new Set();

/* The banner says that the service is not reached, as long as anything waits for it. */
function waits(key, text) {
  if (text) waiting.add(key);
  else waiting.delete(key);
  const banner = document.getElementById("banner");
  const words = waiting.size ? text || banner.textContent : "";
  if (banner.textContent !== words) banner.textContent = words;
}

/* Whoever shows the page asks for the token. */
function needsToken(error) {
  if (error.status === 401) dispatchEvent(new Event("liegg-token"));
  return error;
}

async function fault(response) {
  const text = await response.text();
  try {
    const {code, message} = JSON.parse(text).error;
    return new ServiceError(response.status, code, message);
  } catch (other) {
    return new ServiceError(response.status, "", `The service answered with HTTP status ${response.status}.`);
  }
}

const pause = (seconds, signal) => new Promise((resolve, reject) => {
  const timer = setTimeout(resolve, seconds * 1000);
  if (signal) signal.addEventListener("abort", () => { clearTimeout(timer); reject(signal.reason); }, {once: true});
});

const passing = status => [429, 502, 503, 504].includes(status);

/* Asks for JSON, again and again where the service is away or busy, until the page is left. */
export async function get(path, signal) {
  const key = {};
  try {
    for (let trial = 0; ; trial++) {
      let seconds = Math.min(10, 2 ** trial);
      try {
        const response = await fetch(base + path, {signal, headers: {Accept: "application/json"}});
        if (response.ok) return await response.json();
        if (!passing(response.status)) throw needsToken(await fault(response));
        seconds = Number(response.headers.get("Retry-After")) || seconds;
        waits(key, "The service is busy; this page tries again.");
      } catch (error) {
        if (error instanceof ServiceError || signal && signal.aborted) throw error;
        waits(key, "The service cannot be reached; this page tries again.");
      }
      await pause(seconds, signal);
    }
  } finally {
    waits(key, null);
  }
}

/* Changes something, once: whether a request that failed had arrived is not known. */
export async function send(method, path, body) {
  let response;
  try {
    response = await fetch(base + path, {method, headers: {"Content-Type": "application/json", Accept: "application/json"},
      body: body === undefined ? undefined : JSON.stringify(body)});
  } catch (error) {
    throw unreachable();
  }
  if (!response.ok) throw path === "/session" ? await fault(response) : needsToken(await fault(response));
  const text = await response.text();
  return text ? JSON.parse(text) : null;
}

/* Sends a file; XMLHttpRequest alone tells how much of it has gone. */
export function upload(kind, file, {progress, signal}) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `${base}/${kind}?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.addEventListener("progress", event => { if (event.lengthComputable) progress(event.loaded / event.total); });
    request.addEventListener("error", () => reject(unreachable()));
    request.addEventListener("abort", () => reject(new ServiceError(0, "", "The upload was stopped.")));
    request.addEventListener("load", async () => {
      if (request.status < 300) resolve(JSON.parse(request.responseText));
      else reject(needsToken(await fault(new Response(request.responseText, {status: request.status}))));
    });
    signal.addEventListener("abort", () => request.abort(), {once: true});
    request.send(file);
  });
}

/* Every change of a run until it is final. Where the stream does not come, the run is asked for. */
export function follow(id, changed, signal) {
  const source = new EventSource(`${base}/analyses/${encodeURIComponent(id)}/events`), key = {};
  const end = () => { source.close(); waits(key, null); };
  const take = run => {
    waits(key, null);
    changed(run);
    if (["done", "failed", "cancelled"].includes(run.state)) end();
  };
  source.addEventListener("analysis", event => take(JSON.parse(event.data)));
  source.addEventListener("error", () => {
    if (source.readyState === EventSource.CLOSED) { end(); poll(id, changed, signal); }
    else waits(key, "The service cannot be reached; this page tries again.");
  });
  source.addEventListener("open", () => waits(key, null));
  signal.addEventListener("abort", end, {once: true});
}

async function poll(id, changed, signal) {
  try {
    for (;;) {
      await pause(2, signal);
      const run = await get(`/analyses/${encodeURIComponent(id)}`, signal);
      changed(run);
      if (["done", "failed", "cancelled"].includes(run.state)) return;
    }
  } catch (error) {
    if (!signal.aborted) console.warn(error.message);
  }
}

/* A query of those parameters that have a value. */
export function query(parameters) {
  const some = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value));
  return some.size ? "?" + some : "";
}
