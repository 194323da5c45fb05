// Hints for plain words, a moment after something was typed. They hold nothing back.

const pauseMilliseconds = 1200;

export function startPlain(form) {
  for (const box of form.querySelectorAll("[data-plain]")) {
    const source = document.getElementById(box.dataset.plain);
    let timer = 0;
    let asked = 0;

    const look = async () => {
      const number = ++asked;
      const data = new FormData();
      data.set("source", source.value);
      data.set("__RequestVerificationToken", form.elements.__RequestVerificationToken.value);
      const answer = await fetch(form.dataset.plain, { method: "POST", body: data }).catch(() => null);
      if (!answer?.ok || number !== asked) return;
      const hints = await answer.json();
      if (hints.length === 0) {
        box.replaceChildren();
        return;
      }
      const list = document.createElement("ul");
      for (const hint of hints) {
        const line = document.createElement("li");
        if (hint.excerpt) line.append(Object.assign(document.createElement("q"), { textContent: hint.excerpt }), " ");
        line.append(hint.message);
        list.append(line);
      }
      box.replaceChildren(Object.assign(document.createElement("p"), { className: "plain-title", textContent: box.dataset.title }), list);
    };

    source?.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(look, pauseMilliseconds);
    });
  }
}
