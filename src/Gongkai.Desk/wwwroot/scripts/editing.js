// Comfort for the edit page: keeps what is typed, moves rows in place, finds items and terms, previews Markdown.
// Without it every button is a form that the server answers.

import { startKeeping } from "./editing-keep.js";
import { startRows } from "./editing-rows.js";
import { startChecks } from "./editing-checks.js";
import { startChoices } from "./editing-choices.js";
import { startPassages } from "./editing-passages.js";
import { startPlain } from "./editing-plain.js";
import { startMarkdown, startHtml } from "./editing-text.js";

const form = document.getElementById("editing");
if (form) {
  const announce = (text) => {
    document.getElementById("announce").textContent = text;
  };
  const changed = startKeeping(form);
  const rows = startRows(form, changed, announce);
  startChecks(form);
  startChoices(form, changed, announce, rows);
  startPassages(form, changed, announce);
  startPlain(form);
  for (const element of form.querySelectorAll("[data-markdown]")) startMarkdown(element, form);
  for (const element of form.querySelectorAll("[data-html]")) startHtml(element, changed);
  // Saves as every other program does.
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== "s") return;
    event.preventDefault();
    if (!document.querySelector("dialog[open]")) form.requestSubmit(form.querySelector(".editing-buttons [value=save]"));
  });
}
