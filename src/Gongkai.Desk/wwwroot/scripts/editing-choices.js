// Terms are filtered and chosen in place; items are found while the name is typed.

export function startChoices(form, changed, announce, rows) {
  const listOf = (name) => form.querySelector(`[data-rows="${CSS.escape(name)}"]`);

  for (const box of form.querySelectorAll("[data-tree]")) startTree(box);
  for (const picker of form.querySelectorAll("[data-picker]")) startPicker(picker);

  function startTree(box) {
    const filter = box.querySelector(".tree-filter");
    filter.hidden = false;
    filter.dataset.notKept = "true";
    const open = new Map([...box.querySelectorAll("details")].map((details) => [details, details.open]));
    filter.querySelector("input").addEventListener("input", (event) => {
      const sought = event.target.value.trim().toLowerCase();
      for (const item of box.querySelectorAll("li[data-term]")) {
        const fits = [item, ...item.querySelectorAll("li[data-term]")].some((one) => one.dataset.term.toLowerCase().includes(sought));
        item.hidden = Boolean(sought) && !fits && !item.parentElement.closest("li[data-term]")?.dataset.term.toLowerCase().includes(sought);
      }
      for (const [details, was] of open) details.open = sought ? true : was;
    });
    filter.querySelector("input").addEventListener("keydown", (event) => {
      if (event.key === "Enter") event.preventDefault();
    });

    const list = listOf(box.dataset.tree);
    box.addEventListener("change", (event) => {
      const term = event.target;
      if (!term.matches("input[type=checkbox]")) return;
      const known = rows.rowsOf(list).find((row) => row.querySelector("input[type=hidden]").value === term.value);
      if (term.checked && !known) {
        if (list.dataset.single) for (const other of box.querySelectorAll("input:checked")) if (other !== term) other.checked = false;
        rows.add(list, term.value, term.dataset.label);
      } else if (!term.checked && known) {
        known.remove();
        changed();
      }
    });
    // The row says it once: the checkbox is for choosing only.
    for (const checkbox of box.querySelectorAll("input[type=checkbox]")) checkbox.removeAttribute("name");
    for (const chosen of box.querySelectorAll(".term-chosen")) {
      const label = document.createElement("label");
      label.className = "term";
      const text = chosen.firstChild.textContent.trim();
      const checkbox = Object.assign(document.createElement("input"), { type: "checkbox", value: chosen.dataset.termId, checked: true });
      checkbox.dataset.label = rows.rowsOf(list).find((row) => row.querySelector("input[type=hidden]").value === checkbox.value)?.querySelector(".row-label").textContent ?? text;
      label.append(checkbox, ` ${text}`);
      chosen.replaceWith(label);
    }
    list.addEventListener("row-removed", (event) => {
      const value = event.detail.querySelector("input[type=hidden]").value;
      for (const checkbox of box.querySelectorAll("input[type=checkbox]")) if (checkbox.value === value) checkbox.checked = false;
    });
  }

  function startPicker(picker) {
    const list = listOf(picker.dataset.picker);
    const input = picker.querySelector("input[type=search]");
    const found = picker.querySelector(".picker-found");
    input.dataset.notKept = "true";
    let timer = 0;
    let asked = 0;

    async function find() {
      const question = ++asked;
      const answer = await fetch(`${form.dataset.pick}?types=${encodeURIComponent(picker.dataset.types)}&q=${encodeURIComponent(input.value)}`).catch(() => null);
      if (!answer?.ok || question !== asked) return;
      const items = (await answer.json()).filter((item) => !rows.rowsOf(list).some((row) => row.querySelector("input[type=hidden]").value === item.id));
      found.replaceChildren(...items.map((item) => {
        const line = document.createElement("li");
        const button = Object.assign(document.createElement("button"), { type: "button", className: "picker-item", textContent: item.title });
        const note = Object.assign(document.createElement("span"), { className: "quiet", textContent: ` ${item.note}` });
        button.append(note);
        button.addEventListener("click", () => {
          rows.add(list, item.id, item.title, item.note);
          found.replaceChildren();
          input.value = "";
          input.focus();
        });
        line.append(button);
        return line;
      }));
      if (items.length === 0) found.append(Object.assign(document.createElement("li"), { className: "quiet", textContent: form.dataset.textNone }));
      announce(items.length === 0 ? form.dataset.textNone : `${items.length}`);
    }

    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(find, 250);
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") {
        event.preventDefault();
        find();
      }
    });
    picker.querySelector("button[type=submit]").addEventListener("click", (event) => {
      event.preventDefault();
      find();
    });
  }
}
