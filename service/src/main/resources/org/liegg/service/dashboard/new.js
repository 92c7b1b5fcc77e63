/* A run from the browser: model, data, question, options. */
import {el, errorBox, field, fresh, section, select} from "./dom.js";
import {get, send} from "./api.js";
import {go} from "./router.js";
import {FileField} from "./file-field.js";
import {suggestions} from "./suggestions.js";

const number = attributes => el("input", {type: "number", inputmode: "decimal", step: "any", min: "0", ...attributes});
const text = attributes => el("input", {type: "text", autocomplete: "off", autocapitalize: "off", spellcheck: "false", ...attributes});

export async function newPage({begin, query, signal}) {
  const main = begin("New run");
  const [info, {items: plugins = []}, like] = await Promise.all([get("/info", signal), get("/plugins", signal),
    query.get("like") ? get("/analyses/" + encodeURIComponent(query.get("like")), signal) : null]);
  const form = new NewRun(info, plugins, signal);
  main.append(form.host);
  await Promise.all([form.model.load(like ? like.request.model : {}), form.data.load(like ? like.request.data : {})]);
  if (like) form.fill(like.request);
}

class NewRun {
  constructor(info, plugins, signal) {
    const roots = info.roots || [];
    this.model = new FileField({kind: "models", label: "Model", roots, signal,
      help: "A Deeplearning4j .zip, a Keras .keras or .h5, an .onnx file, a TorchScript .pt, a SavedModel folder as a .zip."});
    this.data = new FileField({kind: "datasets", label: "Data", roots, signal,
      help: "The samples, a row a sample: .npy, .npz, .csv, IDX, safetensors, MATLAB, HDF5, Parquet or Arrow."});
    this.asked = {action: text({}), expect: text({}), reference: text({}), maxDefect: number({max: "1"}), name: text({}), version: text({})};
    this.options = {
      head: select([["", "as it is"], ["logits", "logits"], ["softmax", "softmax"], ["normalized-logits", "normalized logits"]], ""),
      output: text({}),
      precision: select([["", "float"], ["double", "double"]], ""),
      tolerance: number({max: "1", placeholder: "0.01"}),
      limit: number({min: "1", step: "1"}),
      stability: el("input", {type: "checkbox"}),
      discrete: el("input", {type: "checkbox"}),
      where: el("input", {type: "checkbox"})
    };
    this.problem = el("div", {});
    this.start = el("button", {type: "submit", class: "action"}, "Start the run");
    this.host = this.form(plugins);
  }

  form(plugins) {
    const {action, expect, reference, maxDefect, name, version} = this.asked;
    const actions = suggestions(plugins, ["action"], action), groups = suggestions(plugins, ["action", "group"], expect);
    return el("form", {novalidate: true, on: {submit: event => { event.preventDefault(); this.submit(); }}},
        el("div", {class: "columns"}, this.model.host, this.data.host),
        section("Question",
            el("div", {class: "columns"},
                el("div", {}, field("Candidate symmetries", action, "The action, e.g. gl(5)^2 or aff-image(28x28). Empty: every linear map of the inputs."), actions),
                el("div", {}, field("Expected", expect, "An algebra such as so(5), or a group that is tried by its elements, such as C(4): the run is a check then."), groups)),
            el("div", {class: "columns"},
                field("Largest defect that passes", maxDefect, "Of a check. 0 is exact, 1 is no relation. Empty: that of the tolerance."),
                field("Known algebra to compare with", reference, "Without passing or failing by it."))),
        section("Kept under",
            el("div", {class: "columns"},
                field("Name of the model", name, "Runs of one name make its history."),
                field("Version", version, "Of the model, e.g. 1.4.2."))),
        this.more(), this.problem, el("p", {class: "tools"}, this.start));
  }

  more() {
    const {head, output, precision, tolerance, limit, stability, discrete, where} = this.options;
    return section("Options",
        el("div", {class: "columns"},
            field("Head", head, "What is differentiated. A softmax that is saturated hides what its logits show."),
            field("Output", output, "An output or hidden layer by its name. Empty: the model's output."),
            field("Precision", precision, "Arithmetic of the gradients."),
            field("Tolerance", tolerance, "The largest defect that counts as a symmetry."),
            field("Limit", limit, "Use the first samples only.")),
        tick(stability, "Stability: repeat it on halves of the samples and on noisy ones. Takes three times as long again."),
        tick(discrete, "Discrete: look for permutations and changes of signs too."),
        tick(where, "Where: of a check, look for the region of the inputs in which it breaks."));
  }

  /* What another run was asked. */
  fill({model, action, expect, reference, maxDefect, options = {}}) {
    Object.entries({action, expect, reference, maxDefect, name: model.name, version: model.version})
        .forEach(([key, value]) => { this.asked[key].value = value ?? ""; });
    Object.entries(this.options).forEach(([key, control]) => {
      if (control.type === "checkbox") control.checked = options[key] === true;
      else if (options[key] !== undefined) control.value = options[key];
    });
    this.others = Object.fromEntries(Object.entries(options).filter(([key]) => !(key in this.options)));
    if (Object.keys(this.others).length) {
      this.problem.replaceChildren(el("p", {class: "small"}, "Kept from that run: ", el("code", {}, JSON.stringify(this.others))));
    }
  }

  request() {
    const said = Object.fromEntries(Object.entries(this.asked).map(([key, control]) => [key, valueOf(control)]));
    const {name, version, ...question} = said;
    const options = {...this.others};
    Object.entries(this.options).forEach(([key, control]) => {
      const value = valueOf(control);
      if (value === undefined) delete options[key];
      else options[key] = value;
    });
    return {model: {...this.model.value, name, version}, data: this.data.value, ...question, options};
  }

  /* What can be seen to be wrong before the service is asked. */
  missing() {
    if (this.model.busy || this.data.busy) return ["Wait until the upload has ended.", this.start];
    if (!this.model.value) return ["Choose a model, or upload one.", this.model];
    if (!this.data.value) return ["Choose the data, or upload them.", this.data];
    const bad = [...Object.values(this.asked), ...Object.values(this.options)].find(control => !control.validity.valid);
    if (bad) return [`${bad.labels[0].textContent}: ${bad.validationMessage}`, bad];
    return this.asked.version.value.trim() && !this.asked.name.value.trim() ? ["A version needs the name of the model.", this.asked.name] : null;
  }

  async submit() {
    this.mark(null);
    const missing = this.missing();
    if (missing) {
      this.refuse({message: missing[0]}, missing[1]);
      return;
    }
    this.start.disabled = true;
    try {
      const run = await send("POST", "/analyses", this.request());
      go("/runs/" + encodeURIComponent(run.id));
    } catch (error) {
      this.refuse(error, this.about(error));
    } finally {
      this.start.disabled = false;
    }
  }

  /* The control that an error is about, by the field or option that its message names, or by its code. */
  about({code = "", message = ""}) {
    const named = /: (?:field|option) (?:model\.)?([\w-]+):/.exec(message);
    const subject = named ? named[1].toUpperCase() : code;
    const by = [[/ACTION/, this.asked.action], [/EXPECT|GATE|GROUP/, this.asked.expect], [/REFERENCE/, this.asked.reference], [/^NAME$/, this.asked.name], [/^VERSION$/, this.asked.version], [/MAX-?DEFECT/, this.asked.maxDefect],
      [/HEAD/, this.options.head], [/LAYER|OUTPUT/, this.options.output], [/PRECISION/, this.options.precision], [/TOLERANCE/, this.options.tolerance],
      [/LIMIT/, this.options.limit], [/MODEL/, this.model], [/DATA/, this.data]].find(([pattern]) => pattern.test(subject));
    return by ? by[1] : this.start;
  }

  refuse(error, control) {
    const box = errorBox(error);
    box.id = fresh("problem");
    this.problem.replaceChildren(box);
    const at = control instanceof FileField ? control.list : control;
    if (at !== this.start) this.mark(at, box.id);
    control.focus();
  }

  /* Says of one control that the error is about it. */
  mark(control, by) {
    this.host.querySelectorAll("[aria-invalid]").forEach(one => { one.removeAttribute("aria-invalid"); one.removeAttribute("aria-errormessage"); });
    if (!control) this.problem.replaceChildren();
    if (control) {
      control.setAttribute("aria-invalid", "true");
      control.setAttribute("aria-errormessage", by);
    }
  }
}

function tick(box, words) {
  return el("p", {}, el("label", {class: "tick"}, box, " ", words));
}

/* What was said with a control; undefined where nothing was. */
function valueOf(control) {
  if (control.type === "checkbox") return control.checked || undefined;
  const value = control.value.trim();
  if (!value) return undefined;
  return control.type === "number" ? Number(value) : value;
}
