// The medians of some runs' scores in a line, and what was marked down in the last run.
import { readFileSync } from 'node:fs';

const [page, ...files] = process.argv.slice(2);
const runs = files.map(file => JSON.parse(readFileSync(file, 'utf8')));
const median = values => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const scores = ['performance', 'accessibility', 'best-practices', 'seo'].map(name => Math.round(100 * median(runs.map(run => run.categories[name].score))));
const measured = (audit, unit, digits) => (median(runs.map(run => run.audits[audit].numericValue)) / unit).toFixed(digits);
console.log(page.padEnd(44), ...scores.map((score, i) => String(score).padStart([12, 14, 15, 4][i])), measured('total-byte-weight', 1024, 1).padStart(6), measured('cumulative-layout-shift', 1, 3).padStart(6));
const last = runs.at(-1);
for (const name of ['accessibility', 'best-practices', 'seo']) {
  for (const { id, weight } of last.categories[name].auditRefs) {
    const audit = last.audits[id];
    if (weight > 0 && audit.score !== null && audit.score < 1) console.log(`  ${name}: ${id}: ${audit.title}`);
  }
}
