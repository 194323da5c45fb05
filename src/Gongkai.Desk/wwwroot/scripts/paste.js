// What Word, WPS and other programs put on the clipboard, reduced to what a document means: headings, lists, tables, links, emphasis.
// The class OfficePaste does the same on the server; its tests hold for both.

const bullets = "·•●○o§ØüvnlqwJ■□◆◇▪-–—*";
const blocks = new Set("P DIV H1 H2 H3 H4 H5 H6 UL OL LI TABLE BLOCKQUOTE PRE SECTION ARTICLE HEADER FOOTER MAIN CENTER DL DT DD FIGURE FIGCAPTION HR".split(" "));
const dropped = new Set("SCRIPT STYLE XML HEAD META LINK TITLE OBJECT SVG MATH IFRAME NOSCRIPT TEMPLATE TEXTAREA SELECT BUTTON INPUT V:SHAPE V:IMAGEDATA V:SHAPETYPE W:WRAP".split(" "));

function styleOf(element) {
  const declarations = {};
  for (const part of (element.getAttribute("style") || "").split(";")) {
    const at = part.indexOf(":");
    if (at > 0) declarations[part.slice(0, at).trim().toLowerCase()] = part.slice(at + 1).trim().toLowerCase();
  }
  return declarations;
}

function isDropped(element) {
  const style = styleOf(element);
  return dropped.has(element.nodeName.toUpperCase()) || style.display === "none" || style["mso-hide"] === "all" || (element.nodeName === "DEL" && element.hasAttribute("cite"));
}

const hasBlocks = (element) => blocks.has(element.nodeName) || [...element.children].some(hasBlocks);
const escape = (text) => text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);
const isWide = (c) => c >= "\u2E80";

function addressOf(href) {
  const text = href.replace(/[\t\r\n]/g, "").trim();
  return /^(https?:|mailto:)/i.test(text) || text.startsWith("/media/") ? text : null;
}

class Line {
  html = "";
  marker = "";
  #open = [];
  #last = "";
  #hasSpace = false;

  get isEmpty() {
    return this.#last === "";
  }

  read(node, around = []) {
    if (node.nodeType === Node.TEXT_NODE) {
      this.#append(node.data, around);
    } else if (node.nodeType === Node.ELEMENT_NODE && !isDropped(node)) {
      if (styleOf(node)["mso-list"] === "ignore") this.marker += node.textContent;
      else if (node.nodeName === "BR") this.break();
      else if (node.nodeName === "IMG") this.#picture(node);
      else for (const child of node.childNodes) this.read(child, this.#tagsOf(node, around));
    }
  }

  // A picture of this site stays; any other lies on somebody's disk, or elsewhere.
  #picture(picture) {
    const source = picture.getAttribute("src") ?? "";
    if (!source.startsWith("/media/")) return;
    this.#openOnly([]);
    this.html += `<img src="${escape(source)}" alt="${escape(picture.getAttribute("alt") ?? "")}">`;
    this.#last = "\u4E00";
    this.#hasSpace = false;
  }

  break() {
    if (this.isEmpty || this.#last === "\n") return;
    this.#openOnly([]);
    this.html += "<br>";
    this.#hasSpace = false;
    this.#last = "\n";
  }

  end() {
    this.#openOnly([]);
    this.html = this.html.replace(/(<br>)+$/, "");
    this.marker = this.marker.replace(/[\s\u00A0]+/g, "");
    return this;
  }

  #tagsOf(element, around) {
    const style = styleOf(element);
    const name = element.nodeName;
    const weight = style["font-weight"] || "";
    const isNotStrong = weight === "normal" || weight === "400";
    const decoration = (style["text-decoration"] || "") + " " + (style["text-decoration-line"] || "");
    let tags = [...around];
    const isLinked = () => tags.some((tag) => tag.startsWith("a "));
    const add = (isSo, tag) => {
      if (isSo && !tags.includes(tag) && !(tag === "u" && isLinked())) tags.push(tag);
    };
    add(/^(bold|bolder|[6-9]00)$/.test(weight) || (/^(B|STRONG)$/.test(name) && !isNotStrong), "strong");
    add(/^(italic|oblique)$/.test(style["font-style"] || "") || /^(I|EM)$/.test(name), "em");
    add(decoration.includes("underline") || name === "U", "u");
    add(decoration.includes("line-through") || /^(S|STRIKE|DEL)$/.test(name), "del");
    add(style["vertical-align"] === "super" || name === "SUP", "sup");
    add(style["vertical-align"] === "sub" || name === "SUB", "sub");
    if (isNotStrong) tags = tags.filter((tag) => tag !== "strong");
    const address = name === "A" && element.hasAttribute("href") ? addressOf(element.getAttribute("href")) : null;
    if (address) tags = [`a href="${escape(address)}"`, ...tags.filter((tag) => tag !== "u" && !tag.startsWith("a "))];
    return tags;
  }

  #append(text, tags) {
    for (const c of text) {
      if (/[\s\u200B\uFEFF]/.test(c)) {
        this.#hasSpace ||= c !== "\u200B" && c !== "\uFEFF";
        continue;
      }
      if (c < " ") continue;
      if (this.#hasSpace && this.#last !== "" && this.#last !== "\n" && !(isWide(this.#last) && isWide(c))) this.html += " ";
      this.#hasSpace = false;
      if (this.#open.join(">") !== tags.join(">")) this.#openOnly(tags);
      this.html += escape(c);
      this.#last = c;
    }
  }

  #openOnly(tags) {
    let same = 0;
    while (same < this.#open.length && same < tags.length && this.#open[same] === tags[same]) same++;
    for (const tag of this.#open.slice(same).reverse()) this.html += `</${tag.split(" ")[0]}>`;
    for (const tag of tags.slice(same)) this.html += `<${tag}>`;
    this.#open = [...tags];
  }
}

function listTag(marker) {
  if (marker.length === 1 && (bullets.includes(marker) || marker >= "\uE000")) return "ul";
  return /^[0-9]+\.$/.test(marker) ? "ol" : null;
}

const numbered = (line) => (line.marker && listTag(line.marker) !== "ul" ? escape(line.marker) + (line.marker.at(-1) < "\u0080" ? " " : "") : "");

class Cleaner {
  html = "";
  #lists = [];
  #lower;

  constructor(lower) {
    this.#lower = lower;
  }

  read(container) {
    let line = null;
    const endLine = () => {
      if (line && !line.isEmpty) this.#write("p", line.end());
      line = null;
    };
    for (const child of container.childNodes) {
      if (child.nodeType === Node.ELEMENT_NODE && !isDropped(child) && hasBlocks(child)) {
        endLine();
        this.#block(child);
      } else {
        (line ??= new Line()).read(child);
      }
    }
    endLine();
  }

  end() {
    this.#close(0);
    return this.html;
  }

  #block(element) {
    if (/^(UL|OL)$/.test(element.nodeName)) {
      this.#close(0);
      this.#list(element);
    } else if (element.nodeName === "TABLE") {
      this.#close(0);
      this.#table(element);
    } else if ([...element.children].some((child) => !isDropped(child) && hasBlocks(child))) {
      this.read(element);
    } else {
      this.#paragraph(element);
    }
  }

  #paragraph(element) {
    const line = new Line();
    for (const child of element.childNodes) line.read(child);
    if (line.isEmpty) return;
    line.end();
    const style = styleOf(element);
    const heading = this.#heading(element, style);
    const level = Number(/level([1-9])/.exec(style["mso-list"] || "")?.[1] || 0);
    if (heading > 0) {
      this.#close(0);
      const tag = `h${Math.min(Math.max(heading + this.#lower, 2), 6)}`;
      this.html += `<${tag}>${numbered(line)}${line.html.replace(/<\/?strong>/g, "")}</${tag}>\n`;
    } else if (level > 0 && listTag(line.marker)) {
      this.#item(listTag(line.marker), level, line);
    } else {
      this.#write("p", line);
    }
  }

  #heading(element, style) {
    if (/^H[1-6]$/.test(element.nodeName)) return Number(element.nodeName[1]);
    if (element.classList.contains("MsoTitle")) return 1;
    const named = /(?:^|\s)MsoHeading([1-6])(?:\s|$)/i.exec(element.className);
    const outline = Number(style["mso-outline-level"]);
    return named ? Number(named[1]) : outline >= 1 && outline <= 6 ? outline : 0;
  }

  #write(tag, line) {
    this.#close(0);
    this.html += `<${tag}>${numbered(line)}${line.html}</${tag}>\n`;
  }

  #item(tag, level, line) {
    this.#close(level);
    const open = this.#lists.at(-1);
    if (open?.level === level && open.tag === tag) {
      this.html += "</li>\n";
    } else {
      if (open?.level === level) this.#close(level - 1);
      const start = tag === "ol" ? Number.parseInt(line.marker, 10) : 1;
      this.html += start === 1 ? `<${tag}>` : `<${tag} start="${start}">`;
      this.#lists.push({ tag, level });
    }
    this.html += `<li>${line.html}`;
  }

  #close(level) {
    while (this.#lists.length > 0 && this.#lists.at(-1).level > level) {
      this.html += `</li></${this.#lists.pop().tag}>`;
      if (this.#lists.length === 0) this.html += "\n";
    }
  }

  #list(list) {
    const tag = list.nodeName.toLowerCase();
    const start = Number(list.getAttribute("start"));
    this.html += tag === "ol" && start > 1 ? `<ol start="${start}">` : `<${tag}>`;
    for (const item of list.children) {
      if (!/^(LI|UL|OL)$/.test(item.nodeName)) continue;
      this.html += "<li>";
      if (item.nodeName === "LI") this.#content(item);
      else this.#list(item);
      this.html += "</li>";
    }
    this.html += `</${tag}>\n`;
  }

  #table(table) {
    this.html += "<table>\n";
    for (const row of table.rows) {
      this.html += "<tr>";
      for (const cell of row.cells) {
        const tag = cell.nodeName === "TH" || row.parentElement.nodeName === "THEAD" ? "th" : "td";
        const span = (name, count) => (count > 1 && count <= 1000 ? ` ${name}="${count}"` : "");
        this.html += `<${tag}${span("colspan", cell.colSpan)}${span("rowspan", cell.rowSpan)}>`;
        this.#content(cell);
        this.html += `</${tag}>`;
      }
      this.html += "</tr>\n";
    }
    this.html += "</table>\n";
  }

  #content(element) {
    const line = new Line();
    const lists = [];
    const gather = (container) => {
      for (const child of container.childNodes) {
        if (element.nodeName === "LI" && /^(UL|OL)$/.test(child.nodeName)) {
          lists.push(child);
        } else if (child.nodeType === Node.ELEMENT_NODE && !isDropped(child) && hasBlocks(child)) {
          line.break();
          gather(child);
          line.break();
        } else {
          line.read(child);
        }
      }
    };
    gather(element);
    line.end();
    this.html += numbered(line) + line.html;
    for (const list of lists) this.#list(list);
  }
}

const isFromOffice = (html) => /mso-|class=["']?Mso|<o:p>|urn:schemas-microsoft-com:office|content="?Word\.Document/i.test(html);

/** The clean HTML of what is on the clipboard. */
export function clean(html) {
  const start = html.indexOf("<!--StartFragment-->");
  const end = html.lastIndexOf("<!--EndFragment-->");
  const fragment = start >= 0 && end > start ? html.slice(start + 20, end) : html;
  // A document of its own: nothing of it loads or runs.
  const parsed = new DOMParser().parseFromString(fragment, "text/html");
  const cleaner = new Cleaner(isFromOffice(html) ? 1 : 0);
  cleaner.read(parsed.body);
  return cleaner.end();
}

/** Markdown of clean HTML; a table with merged cells stays HTML. */
export function toMarkdown(html) {
  const body = new DOMParser().parseFromString(html, "text/html").body;
  return [...body.children].map((block) => blockMarkdown(block)).join("\n\n") + "\n";
}

function blockMarkdown(block) {
  if (/^H[1-6]$/.test(block.nodeName)) return `${"#".repeat(Number(block.nodeName[1]))} ${inline(block)}`;
  if (/^(UL|OL)$/.test(block.nodeName)) return listMarkdown(block, "");
  if (block.nodeName === "TABLE") return tableMarkdown(block);
  return inline(block).replace(/^([#\-+=:])/, "\\$1");
}

function listMarkdown(list, indent) {
  let number = list.nodeName === "OL" ? Number(list.getAttribute("start") || 1) : 0;
  return [...list.children].map((item) => {
    const inner = [...item.children].filter((child) => /^(UL|OL)$/.test(child.nodeName));
    const lines = [`${indent}${number > 0 ? `${number++}.` : "-"} ${inline(item)}`, ...inner.map((child) => listMarkdown(child, indent + "   "))];
    return lines.join("\n");
  }).join("\n");
}

function tableMarkdown(table) {
  const rows = [...table.rows];
  const columns = rows[0]?.cells.length ?? 0;
  const isPlain = rows.length > 1 && rows.every((row) => row.cells.length === columns && [...row.cells].every((cell) => cell.colSpan === 1 && cell.rowSpan === 1 && !cell.querySelector("br")));
  if (!isPlain) return table.outerHTML.replace(/<\/?tbody>/g, "").replace(/\n+/g, "\n");
  const line = (row) => `| ${[...row.cells].map((cell) => inline(cell)).join(" | ")} |`;
  return [line(rows[0]), `|${" --- |".repeat(columns)}`, ...rows.slice(1).map(line)].join("\n");
}

function inline(node) {
  let text = "";
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) {
      text += child.data.replace(/[\\`*_[\]<>|~]/g, "\\$&").replace(/\n/g, " ");
      continue;
    }
    if (child.nodeName === "IMG") {
      text += `![${child.alt.replace(/[\\[\]]/g, "\\$&")}](${child.getAttribute("src")})`;
      continue;
    }
    const inner = /^(UL|OL)$/.test(child.nodeName) ? "" : inline(child);
    const wraps = { STRONG: ["**", "**"], EM: ["*", "*"], DEL: ["~~", "~~"], U: ["<u>", "</u>"], SUP: ["<sup>", "</sup>"], SUB: ["<sub>", "</sub>"], A: ["[", `](<${child.getAttribute?.("href")}>)`], BR: ["<br>", ""] };
    const [before, after] = wraps[child.nodeName] || ["", ""];
    text += before + inner + after;
  }
  return text.trim();
}

document.addEventListener("paste", (event) => {
  const target = event.target.closest?.("[data-paste]");
  const html = event.clipboardData?.getData("text/html");
  if (!target || !html) return;
  const cleaned = clean(html);
  const isText = target.dataset.paste === "markdown" || target.nodeName === "TEXTAREA";
  // A word or a sentence is pasted as ever, in its place; only what has a shape is made into one.
  if (isText && !/<(h[2-6]|li|table|a|strong|em|del|sup|sub)\b|<\/p>\s*<p>/.test(cleaned)) return;
  event.preventDefault();
  event.stopPropagation();
  const isInLine = /^<p>.*<\/p>\n$/s.test(cleaned) && cleaned.indexOf("</p>") === cleaned.length - 5;
  const single = isInLine ? cleaned.slice(3, -5) : cleaned;
  // By the browser's own command, so that it can be undone.
  if (target.dataset.paste === "markdown") document.execCommand("insertText", false, isInLine ? toMarkdown(cleaned).trim() : toMarkdown(cleaned));
  else if (target.nodeName === "TEXTAREA") document.execCommand("insertText", false, single);
  else document.execCommand("insertHTML", false, single);
}, true);
