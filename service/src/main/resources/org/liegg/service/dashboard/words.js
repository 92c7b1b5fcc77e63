/* Words and numbers of a run, as the report has them. */
import {el} from "./dom.js";

/* A number that someone chose, with no more digits than it has. */
export const chosen = value => String(value);

/* 10 000, by a space that no line ends at. */
export const count = (number, noun = "") => String(number).replace(/\B(?=(\d{3})+$)/g, "\u00a0") + (noun ? ` ${noun}${number === 1 ? "" : "s"}` : "");

export const bounded = bounds => bounds ? `${shown(bounds.value)} ${interval([bounds.low, bounds.high])}` : null;

export const withBounds = (value, bounds) => bounds ? `${shown(value)} ${interval(bounds)}` : shown(value);

export function bytes(size) {
  const step = size < 1e3 ? 0 : Math.min(3, Math.floor(Math.log10(size) / 3));
  return step === 0 ? count(size, "byte") : `${(size / 1e3 ** step).toPrecision(3)} ${["", "kB", "MB", "GB"][step]}`;
}

export function duration(seconds) {
  if (seconds < 60) return `${seconds < 9.95 ? seconds.toFixed(1) : Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

export const moment = text => new Date(text).toLocaleString([], {dateStyle: "medium", timeStyle: "medium"});

/* A time as it is said; its title has all of it. */
export const time = text => el("time", {datetime: text, title: text}, moment(text));

/* How a verdict is called and coloured; not enough evidence is never green. */
const verdicts = {
  invariant: {tone: "good", word: "symmetric", gate: "holds"},
  broken: {tone: "bad", word: "broken", gate: "does not hold"},
  "insufficient-evidence": {tone: "open", word: "not enough evidence", gate: "not enough evidence"}
};

const states = {
  queued: {tone: "plain", word: "queued"},
  running: {tone: "busy", word: "running"},
  failed: {tone: "fault", word: "failed"},
  cancelled: {tone: "plain", word: "cancelled"}
};

/* Of a check it is what came of the check. An answer that is not known is not settled. */
export function outcomeLook(outcome) {
  const verdict = outcome.gate ? outcome.gate.verdict : outcome.verdict;
  const look = verdicts[verdict] || {tone: "open", word: verdict, gate: verdict};
  return {tone: look.tone, word: outcome.gate ? look.gate : look.word};
}

export const lookOf = run => run.outcome ? outcomeLook(run.outcome) : states[run.state] || {tone: "plain", word: run.state};

export const chip = look => el("span", {class: `chip ${look.tone}`}, look.word);

export const isFinal = run => ["done", "failed", "cancelled"].includes(run.state);

const fileName = path => path.replace(/[\\/]+$/, "").split(/[\\/]/).pop();

/* A model or samples: the end of the path, or the start of what an uploaded file is named by. */
export const refName = (ref, files = {}) => ref.file ? ref.file : ref.path ? fileName(ref.path) : files[ref.id] || `file ${String(ref.id).slice(0, 8)}`;

/* What a run is of. */
export function modelName(run) {
  const {name, version} = run.request.model;
  return (name || refName(run.request.model)) + (version ? ` ${version}` : "");
}

/* The candidates; of a check without any, what is expected says them. */
export const actionName = ({request}) => request.action || (request.expect ? null : "every linear map");

/* Whether the samples leave it open. */
export const isOpen = outcome => outcomeLook(outcome).tone === "open";

/* The answer in a sentence. */
export function sentence(outcome) {
  if (outcome.gate) return outcome.gate.text;
  const among = count(outcome.candidates, "candidate direction");
  if (outcome.verdict === "invariant") return `Symmetric: ${count(outcome.dimension)} of ${among} ${outcome.dimension === 1 ? "is a symmetry" : "are symmetries"}.${outcome.algebra ? ` Their algebra: ${outcome.algebra}.` : ""}`;
  if (outcome.verdict === "broken") return `Broken: none of ${among} is a symmetry.`;
  return `Not enough evidence to say which of ${among} are symmetries. Give more samples; the report says what limits these.`;
}

/* How many directions are symmetries; where the samples do not settle it, it says so. */
export function dimensionOf(outcome) {
  if (!outcome.candidates) return null;
  return `${count(outcome.dimension)} of ${count(outcome.candidates)}${outcome.verdict === "insufficient-evidence" ? ", open" : ""}`;
}

/* What was expected and how far the model is from it. */
export function expectation(run) {
  if (!run.request.expect) return null;
  const gate = run.outcome && run.outcome.gate;
  const most = gate ? gate.maxDefect : run.request.maxDefect;
  return `expects ${run.request.expect}` + (gate && gate.worst ? `: worst defect ${bounded(gate.worst)}` : "") + (most === undefined ? "" : `, at most ${chosen(most)}`);
}

/* The number that a history follows: the worst defect of a check. */
export const worstOf = outcome => outcome.gate && outcome.gate.worst || null;

/* How far a run is: in words, and as a share where the whole is known. */
export function progressOf(run) {
  const {progress} = run;
  if (run.state === "queued") return {text: "It waits for a worker.", share: null};
  if (!progress) return {text: "It begins.", share: null};
  const all = progress.total > 0 ? progress.total : 0;
  const left = progress.secondsLeft === undefined ? "" : `, about ${duration(progress.secondsLeft)} left in this stage`;
  const done = all ? `: ${count(progress.done)} of ${count(all)}` : progress.done ? `: ${count(progress.done)}` : "";
  return {text: progress.stage + done + left, share: all ? Math.min(1, progress.done / all) : null};
}

/* A bar for it; without a share it only says that something is going on. */
export const progressBar = run => el("progress", {max: "1", value: progressOf(run).share, "aria-label": `Progress of ${modelName(run)}`});
