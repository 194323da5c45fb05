// Comfort for every page of the desk; each page does its whole job without it.

// A form is sent once, however often its button is pressed. One that is answered with a file leaves its page where it is: it may be sent again.
const downloadMilliseconds = 2000;
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "true";
  if (event.submitter?.hasAttribute("data-download")) setTimeout(() => delete form.dataset.sent, downloadMilliseconds);
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

// A question before something that is hard to undo.
document.addEventListener("click", (event) => {
  const asks = event.target.closest("[data-confirm]");
  if (asks && !window.confirm(asks.dataset.confirm)) event.preventDefault();
});

// Where something is pasted, or a file chosen, what does that comes along.
if (document.querySelector("[data-paste]")) import("./paste.js");
if (document.querySelector("form[data-media]")) import("./media-pick.js");
