// Comfort only: every page works without this file.
(() => {
  'use strict';
  const root = document.documentElement;

  // Panels that wide screens show open. Browsers that know ::details-content do it in the style sheet.
  if (!CSS.supports('selector(::details-content)') && matchMedia('(min-width: 861px)').matches) {
    for (const panel of document.querySelectorAll('details[data-wide-open]')) panel.open = true;
  }

  // Reading tools: the size of text, kept for the next page, and printing.
  const sizes = ['', 'large', 'larger'];
  const remembered = () => { try { return localStorage.getItem('size') ?? ''; } catch { return ''; } };
  const buttons = document.querySelectorAll('[data-tools] [data-size]');
  const show = size => {
    if (size) root.dataset.size = size; else delete root.dataset.size;
    for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset.size === size));
  };
  show(sizes.includes(remembered()) ? remembered() : '');
  for (const button of buttons) {
    button.addEventListener('click', () => {
      show(button.dataset.size);
      try { localStorage.setItem('size', button.dataset.size); } catch { /* private windows keep nothing */ }
    });
  }
  for (const button of document.querySelectorAll('[data-print]')) button.addEventListener('click', () => print());
  for (const tools of document.querySelectorAll('[data-tools]')) tools.hidden = false;

  // The API page: the answer appears below its form instead of on a page of its own.
  const addressOf = form => {
    let path = form.dataset.try;
    for (const field of form.querySelectorAll('[data-path]')) {
      path = path.replace(`{${field.dataset.path}}`, () => encodeURIComponent(field.value.trim()));
    }
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (value.trim() !== '') query.append(name, value.trim());
    }
    return query.size > 0 ? `${path}?${query}` : path;
  };
  for (const form of document.querySelectorAll('form[data-try]')) {
    const box = form.parentElement.querySelector('[data-answer]');
    const status = box.querySelector('.answer-status');
    const text = box.querySelector('pre');
    let latest = 0;
    form.addEventListener('submit', async event => {
      event.preventDefault();
      const mine = ++latest;
      const address = addressOf(form);
      box.hidden = false;
      status.textContent = `GET ${address} …`;
      const begun = performance.now();
      try {
        const answer = await fetch(address, { headers: { Accept: 'application/json' } });
        const body = await answer.text();
        if (mine !== latest) return;
        status.textContent = `GET ${address} · ${answer.status} · ${Math.round(performance.now() - begun)} 毫秒`;
        try { text.textContent = JSON.stringify(JSON.parse(body), null, 2); } catch { text.textContent = body; }
      } catch {
        if (mine !== latest) return;
        status.textContent = `GET ${address} · 没有收到答复，请检查网络后再试`;
        text.textContent = '';
      }
    });
  }
})();
