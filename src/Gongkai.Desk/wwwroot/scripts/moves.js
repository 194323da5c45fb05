// Moves what has the focus by Alt and an arrow key: its buttons do the same without. The address after a move names what was moved, so the focus is there again.
const steps = { ArrowUp: "Up", ArrowDown: "Down" };

document.addEventListener("keydown", (event) => {
  const step = steps[event.key];
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !step) return;
  const button = event.target.closest?.("[data-moves]")?.querySelector(`[data-step="${step}"]`);
  if (!button) return;
  event.preventDefault();
  if (!button.disabled) button.click();
});
