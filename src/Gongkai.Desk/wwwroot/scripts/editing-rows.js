// Rows of ordered lists are moved and removed in place: by their buttons, by Alt with the arrow keys, by drag.

export function startRows(form, changed, announce) {
  const rowsOf = (list) => [...list.children].filter((row) => row.classList.contains("row"));
  const say = (text, place) => announce(text.replace("{0}", place));

  function refresh(list) {
    const rows = rowsOf(list);
    rows.forEach((row, place) => {
      const number = row.querySelector(":scope > .bag-head [data-number]");
      if (number) number.textContent = String(place + 1);
      const buttons = row.querySelector(":scope > .row-buttons, :scope > .bag-head > .row-buttons");
      for (const button of buttons?.querySelectorAll("[data-row]") ?? []) {
        button.value = `${button.dataset.row}:${place}:${list.dataset.rows}`;
        if (button.dataset.row === "up") button.disabled = place === 0;
        if (button.dataset.row === "down") button.disabled = place === rows.length - 1;
      }
    });
  }

  function move(row, verb) {
    const list = row.parentElement;
    const other = verb === "up" ? row.previousElementSibling : row.nextElementSibling;
    if (!other) return false;
    if (verb === "up") other.before(row);
    else other.after(row);
    refresh(list);
    changed();
    say(form.dataset.textMoved, rowsOf(list).indexOf(row) + 1);
    return true;
  }

  function remove(row) {
    const list = row.parentElement;
    const next = row.nextElementSibling ?? row.previousElementSibling;
    row.remove();
    refresh(list);
    changed();
    list.dispatchEvent(new CustomEvent("row-removed", { detail: row, bubbles: true }));
    say(form.dataset.textRemoved, "");
    (next?.querySelector("[data-row=remove]") ?? list.closest("fieldset"))?.focus();
  }

  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-row]");
    if (!button) return;
    event.preventDefault();
    const row = button.closest(".row");
    if (button.dataset.row === "remove") {
      remove(row);
    } else if (move(row, button.dataset.row)) {
      // A button that can do no more hands its focus on.
      if (button.disabled) row.querySelector(`[data-row=${button.dataset.row === "up" ? "down" : "up"}]`).focus();
      else button.focus();
    }
  });

  form.addEventListener("keydown", (event) => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    const row = event.target.closest(".row");
    if (!row) return;
    event.preventDefault();
    const focused = document.activeElement;
    move(row, event.key === "ArrowUp" ? "up" : "down");
    focused.focus();
  });

  let dragged = null;
  form.addEventListener("pointerdown", (event) => {
    const row = event.target.closest("[data-handle]")?.closest(".row");
    if (row) row.draggable = true;
  });
  form.addEventListener("pointerup", () => {
    for (const row of form.querySelectorAll(".row[draggable=true]")) row.draggable = false;
  });
  form.addEventListener("dragstart", (event) => {
    if (!event.target.matches?.(".row[draggable=true]")) return;
    dragged = event.target;
    dragged.classList.add("row-dragged");
    event.dataTransfer.effectAllowed = "move";
  });
  form.addEventListener("dragover", (event) => {
    const over = event.target.closest(".row");
    if (!dragged || !over || over === dragged || over.parentElement !== dragged.parentElement) return;
    event.preventDefault();
    const box = over.getBoundingClientRect();
    if (event.clientY < box.top + box.height / 2) over.before(dragged);
    else over.after(dragged);
  });
  form.addEventListener("dragend", () => {
    if (!dragged) return;
    dragged.classList.remove("row-dragged");
    dragged.draggable = false;
    refresh(dragged.parentElement);
    changed();
    say(form.dataset.textMoved, rowsOf(dragged.parentElement).indexOf(dragged) + 1);
    dragged = null;
  });

  // A row with a hidden value, made like those that the server makes.
  function add(list, value, label, note) {
    if (list.dataset.single) for (const row of rowsOf(list)) row.remove();
    const row = document.createElement("li");
    row.className = "row";
    const hidden = Object.assign(document.createElement("input"), { type: "hidden", name: list.dataset.rows, value });
    const text = document.createElement("span");
    text.className = "row-label";
    text.textContent = label;
    if (note) {
      const quiet = document.createElement("span");
      quiet.className = "quiet";
      quiet.textContent = note;
      text.append(" ", quiet);
    }
    const buttons = document.createElement("span");
    buttons.className = "row-buttons";
    for (const [verb, sign] of list.dataset.single ? [["remove", "×"]] : [["up", "↑"], ["down", "↓"], ["remove", "×"]]) {
      const button = Object.assign(document.createElement("button"), { type: "submit", name: "$do", className: "row-button", textContent: sign });
      button.dataset.row = verb;
      button.setAttribute("aria-label", form.dataset[`text${verb[0].toUpperCase()}${verb.slice(1)}`].replace("{0}", label));
      buttons.append(button);
    }
    row.append(hidden, text, buttons);
    list.append(row);
    refresh(list);
    changed();
    announce(label);
    return row;
  }

  return { add, rowsOf };
}
