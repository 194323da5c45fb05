// Uploads with progress, by drag or picker. Without it the form sends its files as a form does.

const form = document.querySelector("form[data-upload]");
if (form) start(form);

function start(form) {
  const text = form.dataset;
  const input = form.querySelector("input[type=file]");
  const drop = document.createElement("p");
  drop.className = "drop";
  drop.textContent = text.textDrop;
  input.before(drop);
  const list = document.createElement("ul");
  list.className = "uploads";
  list.setAttribute("aria-label", text.textProgress);
  form.after(list);

  for (const kind of ["dragenter", "dragover"]) {
    form.addEventListener(kind, (event) => {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      drop.classList.add("drop-over");
    });
  }
  for (const kind of ["dragleave", "drop"]) form.addEventListener(kind, () => drop.classList.remove("drop-over"));
  form.addEventListener("drop", (event) => {
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    take([...event.dataTransfer.files]);
  });
  form.addEventListener("submit", (event) => {
    if (input.files.length === 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    take([...input.files]);
    input.value = "";
  }, true);

  // One after the other: each has the whole line.
  let last = Promise.resolve();
  function take(files) {
    const alternative = files.length === 1 ? form.elements.alternative.value : "";
    if (files.length === 1) form.elements.alternative.value = "";
    for (const file of files) {
      const row = rowOf(file);
      last = last.then(() => send(form, file, alternative, row));
    }
    last = last.then(showShelf);
  }

  // The library below shows what has come; without an answer it stays as it is.
  async function showShelf() {
    const answer = await fetch(location.href).catch(() => null);
    const shelf = answer?.ok && new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("shelf");
    if (shelf) document.getElementById("shelf").replaceWith(shelf);
  }

  function rowOf(file) {
    const row = document.createElement("li");
    const name = document.createElement("span");
    name.className = "upload-name";
    name.textContent = file.name;
    const progress = document.createElement("progress");
    progress.max = 1;
    progress.value = 0;
    progress.setAttribute("aria-label", file.name);
    const state = document.createElement("span");
    state.setAttribute("role", "status");
    state.textContent = text.textWait;
    row.append(name, progress, state);
    list.append(row);
    return { row, progress, state };
  }
}

function send(form, file, alternative, { row, progress, state }) {
  const text = form.dataset;
  return new Promise((resolve) => {
    const body = new FormData();
    body.append("file", file);
    body.append("folder", form.elements.into.value);
    body.append("alternative", alternative);
    body.append("__RequestVerificationToken", form.elements.__RequestVerificationToken.value);
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", (event) => {
      if (!event.lengthComputable) return;
      progress.value = event.loaded / event.total;
      state.textContent = `${Math.round(progress.value * 100)}%`;
    });
    request.addEventListener("load", () => {
      let answer = {};
      try {
        answer = JSON.parse(request.responseText);
      } catch {
        // Not ours: a proxy's page.
      }
      progress.remove();
      if (request.status !== 200) return fail(answer.fault || text.textFailed);
      state.textContent = `${text.textDone} ${answer.note || ""}`;
      row.classList.add("upload-good");
      const link = document.createElement("a");
      link.href = `${text.details}${text.details.includes("?") ? "&" : "?"}path=${encodeURIComponent(answer.path)}`;
      link.textContent = answer.isPicture && !answer.alternative ? text.textLacks : answer.path;
      row.append(link);
      resolve();
    });
    request.addEventListener("error", () => fail(text.textFailed));
    request.open("POST", text.upload);
    request.send(body);

    function fail(message) {
      progress.remove();
      state.setAttribute("role", "alert");
      state.textContent = message;
      row.classList.add("upload-bad");
      resolve();
    }
  });
}
