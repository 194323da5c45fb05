// Moves what has the focus by Alt and an arrow key: its buttons do the same without.
const steps = { ArrowUp: "Up", ArrowDown: "Down" };

document.addEventListener("keydown", (event) => {
  const step = steps[event.key];
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !step) return;
  const button = event.target.closest?.("[data-moves]")?.querySelector(`[data-step="${step}"]`);
  if (!button) return;
  event.preventDefault();
  if (!button.disabled) button.click();
});

// After a move the page is another one: what was moved is where work goes on.
const moved = location.hash.startsWith("#move-") ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
moved?.querySelector("[data-step]:not(:disabled)")?.focus();
