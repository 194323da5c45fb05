// Comfort for lists: choosing a page at once, counting what is chosen; and the progress of work as it goes on.

const bulk = document.querySelector("#bulk");
if (bulk) {
  const boxes = [...bulk.querySelectorAll('input[name="id"]')];
  const page = bulk.querySelector(".bulk-page");
  const all = bulk.querySelector('input[name="all"]');
  const count = bulk.querySelector(".bulk-count");
  const tell = () => {
    const chosen = boxes.filter((box) => box.checked).length;
    if (count) count.textContent = chosen && !(all && all.checked) ? count.dataset.text.replace("{0}", chosen) : "";
    if (page) {
      page.checked = chosen === boxes.length;
      page.indeterminate = chosen > 0 && chosen < boxes.length;
    }
  };
  if (page && boxes.length) {
    page.hidden = false;
    page.addEventListener("change", () => {
      for (const box of boxes) box.checked = page.checked;
      tell();
    });
  }
  // The shift key chooses from the last box to this one.
  let last = null;
  bulk.addEventListener("click", (event) => {
    const at = boxes.indexOf(event.target);
    if (at < 0) return;
    if (event.shiftKey && last !== null)
      for (const box of boxes.slice(Math.min(at, last), Math.max(at, last) + 1)) box.checked = event.target.checked;
    last = at;
  });
  bulk.addEventListener("change", tell);
  tell();
}

const interval = 1000;
const watch = async () => {
  const job = document.querySelector("#job");
  if (!job || !job.dataset.running) return;
  try {
    const answer = await fetch(location.href, { headers: { accept: "text/html" } });
    if (answer.ok && !answer.redirected) {
      const next = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#job");
      // Whoever is at a button in it stays there.
      if (next && !job.contains(document.activeElement)) job.replaceWith(next);
      else if (next && !next.dataset.running) location.reload();
    }
  } catch {
    // The network is away: the next round tries again.
  }
  setTimeout(watch, interval);
};
setTimeout(watch, interval);
