// A toolbar and a preview for Markdown, a surface to write on for HTML.

const around = { bold: ["**", "**"], italic: ["*", "*"], link: ["[", "](https://)"] };
const before = { heading: "## ", list: "- ", numbers: "1. ", quote: "> " };
const table = "\n| 甲 | 乙 |\n| --- | --- |\n|  |  |\n";

export function startMarkdown(element, form) {
  const toolbar = element.querySelector(".toolbar");
  const source = element.querySelector("textarea");
  const preview = element.querySelector(".markdown-preview");
  toolbar.hidden = false;
  rove(toolbar);

  function replace(from, to, text, selectFrom, selectTo) {
    source.focus();
    source.setSelectionRange(from, to);
    // Undo knows it.
    if (!document.execCommand("insertText", false, text)) source.setRangeText(text, from, to);
    source.setSelectionRange(selectFrom, selectTo);
    source.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function mark(kind) {
    const { selectionStart: from, selectionEnd: to, value } = source;
    const chosen = value.slice(from, to);
    if (around[kind]) {
      const [open, close] = around[kind];
      replace(from, to, open + chosen + close, from + open.length, from + open.length + chosen.length);
    } else if (before[kind]) {
      const start = value.lastIndexOf("\n", from - 1) + 1;
      const lines = value.slice(start, to).split("\n").map((line, i) => (kind === "numbers" ? `${i + 1}. ` : before[kind]) + line).join("\n");
      replace(start, to, lines, start + lines.length, start + lines.length);
    } else if (kind === "table") {
      replace(to, to, table, to + 3, to + 4);
    }
  }

  async function show() {
    const data = new FormData();
    data.set("source", source.value);
    data.set("__RequestVerificationToken", form.elements.__RequestVerificationToken.value);
    const answer = await fetch(form.dataset.markup, { method: "POST", body: data }).catch(() => null);
    if (!answer?.ok) return;
    // The server's own sanitised HTML; the content security policy lets no script of it run.
    preview.innerHTML = await answer.text();
  }

  let timer = 0;
  source.addEventListener("input", () => {
    clearTimeout(timer);
    if (!preview.hidden) timer = setTimeout(show, 400);
  });
  source.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const kind = { b: "bold", i: "italic", k: "link" }[event.key.toLowerCase()];
    if (!kind) return;
    event.preventDefault();
    mark(kind);
  });
  toolbar.addEventListener("click", (event) => {
    const button = event.target.closest("[data-mark]");
    if (!button) return;
    if (button.dataset.mark !== "preview") {
      mark(button.dataset.mark);
      return;
    }
    preview.hidden = !preview.hidden;
    element.classList.toggle("markdown-split", !preview.hidden);
    button.setAttribute("aria-pressed", String(!preview.hidden));
    if (!preview.hidden) show();
  });
}

export function startHtml(element, changed) {
  const toolbar = element.querySelector(".toolbar");
  const source = element.querySelector("textarea");
  const surface = element.querySelector(".html-surface");
  toolbar.hidden = false;
  rove(toolbar);

  function fill() {
    // Parsed in a document of its own: nothing of it loads or runs before it was looked at.
    const parsed = new DOMParser().parseFromString(source.value, "text/html");
    for (const bad of parsed.querySelectorAll("script, style, iframe, object, embed, form, link, meta, base")) bad.remove();
    for (const one of parsed.querySelectorAll("*")) {
      for (const attribute of [...one.attributes]) {
        if (attribute.name.startsWith("on") || attribute.name === "style" || (/^(href|src|action)$/.test(attribute.name) && /^\s*(javascript|data|vbscript):/i.test(attribute.value))) one.removeAttribute(attribute.name);
      }
    }
    surface.replaceChildren(...parsed.body.childNodes);
  }

  const showSurface = (shown) => {
    surface.hidden = !shown;
    source.hidden = shown;
    if (shown) fill();
  };
  surface.addEventListener("input", () => {
    source.value = surface.innerHTML;
    changed();
  });
  surface.addEventListener("paste", (event) => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    document.execCommand("insertText", false, event.clipboardData.getData("text/plain"));
  });
  toolbar.addEventListener("click", (event) => {
    const button = event.target.closest("[data-command]");
    if (!button) return;
    const command = button.dataset.command;
    if (command === "source") {
      const asSource = source.hidden;
      showSurface(!asSource);
      button.setAttribute("aria-pressed", String(asSource));
      return;
    }
    if (surface.hidden) return;
    surface.focus();
    if (command === "heading" || command === "paragraph") document.execCommand("formatBlock", false, command === "heading" ? "h2" : "p");
    else document.execCommand(command, false);
  });
  showSurface(true);
}

// One stop for Tab, arrows within: as toolbars are.
function rove(toolbar) {
  // Asked each time: the media library adds a button of its own.
  const buttonsNow = () => [...toolbar.querySelectorAll("button")];
  buttonsNow().forEach((button, i) => (button.tabIndex = i === 0 ? 0 : -1));
  toolbar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const buttons = buttonsNow();
    const at = buttons.indexOf(document.activeElement);
    if (!step || at < 0) return;
    event.preventDefault();
    const next = buttons[(at + step + buttons.length) % buttons.length];
    buttons.forEach((button) => (button.tabIndex = button === next ? 0 : -1));
    next.focus();
  });
}
