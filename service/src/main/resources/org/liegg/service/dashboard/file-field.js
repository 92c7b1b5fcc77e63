/* Which file: one that was uploaded before, a new one, or one that lies on the service's own disks. */
import {button, el, fresh, select} from "./dom.js";
import {get, upload} from "./api.js";
import {bytes, moment} from "./words.js";

export class FileField {
  constructor({kind, label, help, roots, signal}) {
    this.kind = kind;
    this.roots = roots;
    this.signal = signal;
    this.list = select([["", "none chosen"]], "", {id: fresh("file")});
    this.path = el("input", {type: "text", autocomplete: "off", spellcheck: "false"});
    this.input = el("input", {type: "file", class: "unseen", tabindex: "-1", "aria-hidden": "true"});
    this.note = el("div", {class: "note", role: "status"});
    this.host = el("fieldset", {}, el("legend", {}, label), el("p", {class: "help"}, help), this.chooser(), this.zone(), this.note);
    this.list.addEventListener("change", () => this.changed());
  }

  chooser() {
    const named = el("label", {for: this.list.id}, "Uploaded before");
    this.pathBox = el("div", {class: "field", hidden: true}, el("label", {}, `Path below ${this.roots.join(" or ")}`, this.path));
    return el("div", {}, el("div", {class: "field"}, named, this.list), this.pathBox);
  }

  /* A file is dropped here, or chosen by the button in it. */
  zone() {
    const pick = button("Upload a file", () => this.input.click());
    const zone = el("div", {class: "zone"}, pick, el("span", {class: "small"}, "or drop it here"), this.input);
    this.input.addEventListener("change", () => { if (this.input.files.length) this.send(this.input.files[0]); });
    ["dragenter", "dragover"].forEach(name => zone.addEventListener(name, event => { event.preventDefault(); zone.classList.add("over"); }));
    ["dragleave", "drop"].forEach(name => zone.addEventListener(name, () => zone.classList.remove("over")));
    zone.addEventListener("drop", event => {
      event.preventDefault();
      if (event.dataTransfer.files.length === 1) this.send(event.dataTransfer.files[0]);
      else this.said("Drop one file; a folder is uploaded as a .zip of it.");
    });
    return zone;
  }

  /* What the service has, newest first. */
  async load(chosen = {}) {
    const {items = []} = await get("/" + this.kind, this.signal);
    this.list.replaceChildren(el("option", {value: ""}, "none chosen"), ...items.map(file => this.option(file)),
        ...(this.roots.length ? [el("option", {value: "path"}, "a file on the service's disks")] : []));
    this.choose(chosen);
  }

  choose({id, path}) {
    if (path) this.path.value = path;
    this.list.value = path ? "path" : id || "";
    if (this.list.selectedIndex < 0) this.list.value = "";
    this.changed();
  }

  option(file) {
    return el("option", {value: file.id}, `${file.name} (${bytes(file.bytes)}, ${moment(file.created)})`);
  }

  changed() {
    this.pathBox.hidden = this.list.value !== "path";
  }

  async send(file) {
    if (this.sending) this.sending.abort();
    const stop = this.sending = new AbortController();
    this.signal.addEventListener("abort", () => stop.abort(), {once: true});
    const bar = el("progress", {max: "1", value: "0", "aria-label": `Upload of ${file.name}`});
    this.note.replaceChildren(el("span", {}, `Uploading ${file.name} (${bytes(file.size)}) `), bar, button("Stop", () => stop.abort()));
    try {
      const stored = await upload(this.kind, file, {progress: share => { bar.value = share; }, signal: stop.signal});
      this.take(stored);
      this.said(`${stored.name} is uploaded.`);
    } catch (error) {
      if (this.sending === stop) this.said(error.message, error.code);
    } finally {
      if (this.sending === stop) this.sending = null;
      this.input.value = "";
    }
  }

  take(stored) {
    const known = [...this.list.options].find(o => o.value === stored.id);
    if (!known) this.list.options[0].after(this.option(stored));
    this.choose({id: stored.id});
  }

  said(text, code = "") {
    this.note.replaceChildren(el("p", {class: code ? "error" : ""}, text));
  }

  get busy() {
    return Boolean(this.sending);
  }

  /* As a request says it; null where none is chosen. */
  get value() {
    if (this.list.value === "path") return this.path.value.trim() ? {path: this.path.value.trim()} : null;
    return this.list.value ? {id: this.list.value} : null;
  }

  /* Where the focus goes when it is to be put right. */
  focus() {
    (this.list.value === "path" ? this.path : this.list).focus();
  }
}
