// Passages to quote: proposed while a question is typed, or listed whole; one click takes one.

const pauseMilliseconds = 600;
const longestQuote = 2000;

export function startPassages(form, changed, announce) {
  for (const box of form.querySelectorAll("[data-passage]")) startPassage(box);

  function startPassage(box) {
    const [item, anchor, text, source, offers] = ["item", "anchor", "text", "source", "offers"].map((name) => box.querySelector(`[data-passage-${name}]`));
    const clear = box.querySelector("[data-passage-do=clear]");
    const question = form.elements[box.dataset.question];
    const nothing = source.textContent;
    let asked = 0;
    let timer = 0;

    // What is chosen in the policies' picker now, and what is quoted already.
    const items = () => [...new Set([...form.querySelectorAll(`input[name="${CSS.escape(box.dataset.items)}"]`)].map((input) => input.value).concat(item.value).filter(Boolean))];

    const line = (name, words) => Object.assign(document.createElement("p"), { className: name, textContent: words });

    async function offer(byQuestion, isAsked) {
      const ids = items();
      if (ids.length === 0) {
        if (isAsked) tell(box.dataset.textPick);
        return;
      }
      const number = ++asked;
      const query = byQuestion ? `&q=${encodeURIComponent(question.value.slice(0, 512))}` : "";
      const answer = await fetch(`${form.dataset.passages}?items=${encodeURIComponent(ids.join(","))}${query}`).catch(() => null);
      if (!answer?.ok || number !== asked) return;
      const found = await answer.json();
      if (found.length === 0) {
        if (isAsked) tell(box.dataset.textNone);
        else offers.replaceChildren();
        return;
      }
      show(found, byQuestion ? box.dataset.textProposed : box.dataset.textAll);
      announce(`${byQuestion ? box.dataset.textProposed : box.dataset.textAll}: ${found.length}`);
    }

    function tell(words) {
      offers.replaceChildren(line("passage-title", words));
      announce(words);
    }

    function show(found, title) {
      const list = document.createElement("ol");
      list.className = "passage-list";
      for (const passage of found) {
        const entry = document.createElement("li");
        entry.className = "passage-offer";
        const button = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: box.dataset.textUse });
        button.setAttribute("aria-label", `${box.dataset.textUse}: ${passage.label ?? passage.text.slice(0, 30)}`);
        button.addEventListener("click", () => take(passage));
        entry.append(line("passage-name quiet small", `${passage.title} ${passage.label ?? ""}`), line("passage-words", passage.text), button);
        list.append(entry);
      }
      const head = line("passage-title", `${title} `);
      const close = Object.assign(document.createElement("button"), { type: "button", className: "button button-plain", textContent: box.dataset.textClose });
      close.addEventListener("click", () => {
        offers.replaceChildren();
        text.focus();
      });
      head.append(close);
      offers.replaceChildren(head, list);
    }

    function take(passage) {
      item.value = passage.id;
      anchor.value = passage.anchor ?? "";
      text.value = passage.text.slice(0, longestQuote);
      text.rows = 4;
      source.textContent = box.dataset.textFrom.replace("{0}", passage.title).replace("{1}", passage.label ?? "");
      clear.hidden = false;
      box.querySelector(".passage-state")?.remove();
      offers.replaceChildren();
      changed();
      announce(box.dataset.textTaken);
      text.focus();
    }

    box.querySelector("[data-passage-do=all]").addEventListener("click", (event) => {
      event.preventDefault();
      offer(false, true);
    });
    box.querySelector("[data-passage-do=propose]")?.addEventListener("click", (event) => {
      event.preventDefault();
      offer(true, true);
    });
    clear.addEventListener("click", (event) => {
      event.preventDefault();
      for (const field of [item, anchor, text]) field.value = "";
      text.rows = 1;
      source.textContent = nothing;
      clear.hidden = true;
      box.querySelector(".passage-state")?.remove();
      changed();
      text.focus();
    });
    question?.addEventListener("input", () => {
      clearTimeout(timer);
      // A quotation that is there is not to be replaced by what one types.
      if (text.value || question.value.trim().length < 4) return;
      timer = setTimeout(() => offer(true, false), pauseMilliseconds);
    });
  }
}
