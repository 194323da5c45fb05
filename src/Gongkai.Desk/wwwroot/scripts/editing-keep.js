// What is typed is kept on the server a moment after it was typed, so that a crash, a closed tab or a restarted server loses nothing.

const quietMilliseconds = 2000;
const longestMilliseconds = 10000;
const presenceMilliseconds = 30000;

export function startKeeping(form) {
  const state = document.getElementById("save-state");
  const presence = document.getElementById("presence");
  let dirty = false;
  let sending = false;
  let leaving = false;
  let timer = 0;
  let since = 0;

  const data = () => {
    const values = new FormData(form);
    values.delete("$do");
    return values;
  };
  const tellOthers = (others) => {
    if (presence.textContent !== (others ?? "")) presence.textContent = others ?? "";
    presence.hidden = !others;
  };

  async function keep() {
    if (!dirty || sending || leaving) return;
    sending = true;
    dirty = false;
    since = 0;
    try {
      const answer = await fetch(form.dataset.keep, { method: "POST", body: data() });
      const said = await answer.json().catch(() => ({}));
      if (answer.ok) {
        if (!dirty) state.textContent = said.text;
        state.classList.remove("save-state-bad", "save-state-changed");
        tellOthers(said.others);
      } else {
        fail(said.fault);
      }
    } catch {
      fail();
    } finally {
      sending = false;
      if (dirty) plan();
    }
  }

  function fail(message) {
    if (leaving) return;
    dirty = true;
    state.textContent = message ?? form.dataset.textFailed;
    state.classList.add("save-state-bad");
  }

  function plan() {
    clearTimeout(timer);
    since ||= Date.now();
    timer = setTimeout(keep, Math.max(0, Math.min(quietMilliseconds, since + longestMilliseconds - Date.now())));
  }

  function changed() {
    if (!dirty) {
      state.textContent = form.dataset.textChanged;
      state.classList.add("save-state-changed");
    }
    dirty = true;
    plan();
  }

  form.addEventListener("input", (event) => {
    if (!event.target.closest("[data-not-kept]")) changed();
  });
  form.addEventListener("change", (event) => {
    if (!event.target.closest("[data-not-kept]")) changed();
  });
  form.addEventListener("submit", (event) => {
    if (event.submitter?.formTarget === "_blank") {
      // The page stays: what is sent to another tab may be sent again.
      setTimeout(() => delete form.dataset.sent);
      return;
    }
    leaving = true;
  });
  const leave = () => {
    if (dirty && !leaving) navigator.sendBeacon(form.dataset.keep, data());
  };
  window.addEventListener("pagehide", leave);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") keep();
  });
  setInterval(async () => {
    if (document.visibilityState === "hidden") return;
    if (dirty) {
      keep();
      return;
    }
    try {
      const token = new FormData();
      token.set("__RequestVerificationToken", form.elements.__RequestVerificationToken.value);
      const answer = await fetch(form.dataset.see, { method: "POST", body: token });
      if (answer.ok) tellOthers((await answer.json()).others);
    } catch {
      // Who else is here is told next time.
    }
  }, presenceMilliseconds);
  return changed;
}
