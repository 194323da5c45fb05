// What was missing when the page came is taken from the list as soon as it is filled in; whether it is right is found out when it is saved.

export function startChecks(form) {
  const list = form.querySelector(".checks");
  if (!list) return;
  const isFilled = (target) => (target.matches("fieldset") ? target.querySelector(".row, input:checked") !== null : target.value?.trim() !== "");
  const missing = [...list.querySelectorAll("a")].map((link) => ({ item: link.closest("li"), target: document.getElementById(decodeURIComponent(link.hash.slice(1))) }))
    .filter((check) => check.target && !isFilled(check.target));
  const rest = form.querySelector(".checks-rest");

  function look() {
    for (const check of missing) check.item.hidden = isFilled(check.target);
    rest.hidden = list.querySelector("li:not([hidden])") !== null;
  }
  form.addEventListener("input", look);
  form.addEventListener("change", look);
  // Rows come and go without either.
  new MutationObserver(look).observe(form.querySelector(".editing-main"), { childList: true, subtree: true });
}
