/* The page itself: its pictures, what can be taken along, and paper. */
(() => {
  const text = document.getElementById("data").textContent;

  function button(label, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = label;
    made.addEventListener("click", act);
    return made;
  }

  function said(made, words) {
    const before = made.textContent;
    made.textContent = words;
    made.setAttribute("aria-live", "polite");
    setTimeout(() => { made.textContent = before; }, 1500);
  }

  /* Where a page has no clipboard, a selected text is copied the old way. */
  async function copy(made, content) {
    try {
      await navigator.clipboard.writeText(content);
      said(made, "Copied");
    } catch (refused) {
      const area = document.createElement("textarea");
      area.value = content;
      area.setAttribute("aria-label", "Text to copy");
      made.after(area);
      area.select();
      const worked = document.execCommand("copy");
      if (worked) area.remove();
      said(made, worked ? "Copied" : "Selected: copy it by hand");
    }
  }

  function download(name, type, content) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([content], {type}));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  const csv = table => [...table.rows].map(row => [...row.cells].map(cell => {
    const value = cell.textContent;
    return /[",\n]/.test(value) ? `"${value.replace(/"/g, '""')}"` : value;
  }).join(",")).join("\n") + "\n";

  /* A picture that fails takes no other with it: its table has the values. */
  document.querySelectorAll("[data-plot]").forEach(host => {
    try {
      new Picture(host, plots[host.dataset.plot]);
    } catch (fault) {
      host.textContent = "This picture could not be drawn; the table has its values.";
      console.error(fault);
    }
  });
  document.querySelectorAll("pre").forEach(pre => {
    const made = button("Copy the command", () => copy(made, pre.textContent));
    pre.after(made);
  });
  document.querySelectorAll("table").forEach(table => {
    const made = button("Copy as CSV", () => copy(made, csv(table)));
    made.className = "of-table";
    table.parentElement.after(made);
  });
  const tools = document.querySelector(".tools");
  tools.append(button("Download the JSON", () => download("liegg.json", "application/json", text)));
  const whole = button("Copy the JSON", () => copy(whole, text));
  const all = button("Open all tables", () => {
    const open = all.textContent === "Open all tables";
    document.querySelectorAll("details").forEach(one => { one.open = open; });
    all.textContent = open ? "Close all tables" : "Open all tables";
  });
  tools.append(whole, all);
  tools.hidden = false;

  /* On paper nothing can be opened: everything is. */
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    closed.forEach(one => { one.open = true; });
  });
  addEventListener("afterprint", () => closed.forEach(one => { one.open = false; }));
})();
