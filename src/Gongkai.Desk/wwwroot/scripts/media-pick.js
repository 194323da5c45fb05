// The media library in a dialog of the edit page: chooses files for media fields and pictures for texts. Without it a path is typed.

const words = {
  "zh-Hans": { choose: "从媒体库选择", picture: "图片", close: "关闭" },
  "zh-Hant": { choose: "從媒體庫選擇", picture: "圖片", close: "關閉" },
  en: { choose: "Choose from library", picture: "Picture", close: "Close" },
}[document.documentElement.lang] ?? { choose: "从媒体库选择", picture: "图片", close: "关闭" };

const form = document.querySelector("form[data-media]");
if (form?.dataset.media) start(form);

function start(form) {
  const offer = () => {
    for (const input of form.querySelectorAll("[data-media-path]:not([data-media-offered])")) {
      input.dataset.mediaOffered = "true";
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button button-small";
      button.textContent = words.choose;
      button.addEventListener("click", () => choose(form.dataset.media, "").then((file) => file && fill(input, file)));
      input.after(button);
    }
  };
  offer();
  new MutationObserver(offer).observe(form, { childList: true, subtree: true });
  for (const editor of form.querySelectorAll("[data-markdown]")) {
    const source = editor.querySelector("textarea");
    const toolbar = editor.querySelector("[role=toolbar]");
    if (!source || !toolbar) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.tabIndex = -1;
    button.textContent = words.picture;
    button.addEventListener("click", async () => {
      const file = await choose(form.dataset.media, "picture");
      if (!file) return;
      source.focus();
      document.execCommand("insertText", false, `![${file.alternative.replace(/[\\\[\]]/g, "\\$&")}](/media/${file.path.split("/").map(encodeURIComponent).join("/").replace(/[()]/g, escape)})`);
    });
    toolbar.append(button);
  }
}

function fill(input, file) {
  input.value = file.path;
  const text = input.closest("li, .row")?.querySelector("[data-media-text]");
  if (text && text.value === "") text.value = file.alternative;
  for (const one of [input, text]) one?.dispatchEvent(new Event("input", { bubbles: true }));
  input.focus();
}

/** Opens the library and waits for a file; null when it was closed. */
export async function choose(address, kind) {
  const dialog = document.createElement("dialog");
  dialog.className = "pick-dialog";
  const close = document.createElement("button");
  close.type = "button";
  close.className = "button button-small pick-close";
  close.textContent = words.close;
  const content = document.createElement("div");
  dialog.append(close, content);
  document.body.append(dialog);
  let chosen = null;
  close.addEventListener("click", () => dialog.close());

  async function show(url) {
    const answer = await fetch(url, { credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const part = page.getElementById("pick");
    if (!answer.ok || !part) return dialog.close();
    dialog.setAttribute("aria-label", part.getAttribute("aria-label"));
    content.replaceChildren(part);
  }

  content.addEventListener("click", (event) => {
    const go = event.target.closest("[data-pick-go]");
    const pick = event.target.closest("[data-pick]");
    if (go) {
      event.preventDefault();
      show(go.href);
    } else if (pick) {
      chosen = { path: pick.dataset.pick, alternative: pick.dataset.alternative ?? "" };
      dialog.close();
    }
  });
  content.addEventListener("submit", async (event) => {
    const sent = event.target;
    event.preventDefault();
    event.stopPropagation();
    if (sent.matches("[data-pick-search]")) {
      show(`${sent.action}?${new URLSearchParams(new FormData(sent))}`);
      return;
    }
    const data = new FormData(sent);
    const body = new FormData();
    body.append("file", data.get("files"));
    body.append("folder", data.get("into"));
    body.append("alternative", data.get("alternative"));
    body.append("__RequestVerificationToken", data.get("__RequestVerificationToken"));
    const fault = sent.querySelector(".fault");
    try {
      const answer = await fetch(sent.dataset.pickUpload, { method: "POST", body, credentials: "same-origin" });
      const told = await answer.json();
      if (answer.ok) {
        chosen = { path: told.path, alternative: told.alternative };
        dialog.close();
        return;
      }
      fault.textContent = told.fault;
    } catch {
      fault.textContent = sent.dataset.textFailed;
    }
    fault.hidden = false;
  });

  const start = new URL(address, location.href);
  if (kind) start.searchParams.set("kind", kind);
  await show(start.href);
  dialog.showModal();
  (content.querySelector("[data-pick]") ?? content.querySelector("input[type=search]"))?.focus();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(chosen);
    });
  });
}
