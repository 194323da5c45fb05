// Shows how far a run is without loading the page again; without script the page refreshes itself.
const box = document.querySelector("[data-run]");
const bar = box?.querySelector("progress");
const text = box?.querySelector("[data-run-text]");

async function look() {
  try {
    const answer = await fetch(box.dataset.run, { headers: { Accept: "application/json" } });
    if (!answer.ok) return location.reload();
    const run = await answer.json();
    bar.value = run.fraction;
    if (text.textContent !== run.progress) text.textContent = run.progress;
    if (!run.isUnderWay) return location.reload();
  } catch {
    // The server is away: the next look tells.
  }
  setTimeout(look, 1000);
}

if (box) setTimeout(look, 500);
