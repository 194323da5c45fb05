// Comfort only: every page works without this file.
(() => {
  'use strict';
  const root = document.documentElement;
  // Texts come with the page, in its language; #1 and #2 stand for values.
  const texts = (document.currentScript?.dataset.texts ?? '').split('|');
  const say = (number, ...values) => (texts[number] ?? '').replace(/#(\d)/g, (_, place) => values[place - 1]);

  // Panels that wide screens show open. Browsers that know ::details-content do it in the style sheet.
  if (!CSS.supports('selector(::details-content)') && matchMedia('(min-width: 861px)').matches) {
    for (const panel of document.querySelectorAll('details[data-wide-open]')) panel.open = true;
  }

  // Reading help. The server writes the same words on pages; here they take effect at once, and on pages that a plain web server gives out.
  const helps = ['large', 'larger', 'contrast', 'elder', 'line'];
  const sizes = ['standard', 'large', 'larger'];
  const chosenHelps = () => (document.cookie.match(/(?:^|; )reading=([a-z.]*)/)?.[1] ?? '').split('.').filter(word => helps.includes(word));
  const help = document.querySelector('form[data-reading-help]');
  const guide = Object.assign(document.createElement('div'), { className: 'guide-line', hidden: true });
  guide.setAttribute('aria-hidden', 'true');
  const showHelps = words => {
    if (words.length > 0) root.dataset.reading = words.join(' '); else delete root.dataset.reading;
    for (const button of help?.querySelectorAll('button[aria-pressed]') ?? []) {
      button.setAttribute('aria-pressed', String(button.value === 'standard' ? !words.includes('large') && !words.includes('larger') : words.includes(button.value)));
    }
    guide.hidden = !words.includes('line');
    if (!guide.hidden && !guide.isConnected) {
      document.body.append(guide);
      const moveTo = y => { guide.style.top = `${y}px`; };
      moveTo(innerHeight / 3);
      addEventListener('pointermove', event => moveTo(event.clientY + 14), { passive: true });
      // By keyboard it goes under what has the focus.
      addEventListener('focusin', event => moveTo(event.target.getBoundingClientRect().bottom + 2));
    }
  };
  showHelps(chosenHelps());
  // Another page may have changed it since this one went into the browser's memory.
  addEventListener('pageshow', event => { if (event.persisted) showHelps(chosenHelps()); });
  help?.addEventListener('submit', event => {
    const pressed = event.submitter?.value;
    if (!pressed) return;
    event.preventDefault();
    let words = chosenHelps();
    if (pressed === 'none') words = [];
    else if (sizes.includes(pressed)) words = [...words.filter(word => !sizes.includes(word)), ...(pressed === 'standard' ? [] : [pressed])];
    else words = words.includes(pressed) ? words.filter(word => word !== pressed) : [...words, pressed];
    words = helps.filter(word => words.includes(word));
    document.cookie = `reading=${words.join('.')}; path=/; max-age=${words.length > 0 ? 31536000 : 0}; samesite=lax${location.protocol === 'https:' ? '; secure' : ''}`;
    showHelps(words);
  });
  // A language that was chosen holds for addresses that name none.
  for (const link of document.querySelectorAll('[data-language]')) {
    link.addEventListener('click', () => { document.cookie = `language=${link.dataset.language}; path=/; max-age=31536000; samesite=lax${location.protocol === 'https:' ? '; secure' : ''}`; });
  }
  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => print());
  }

  // Reading aloud with the browser's own voice, a paragraph at a time, as far as the page or Escape.
  const speak = document.querySelector('[data-speak]');
  if (speak && 'speechSynthesis' in window) {
    const start = speak.textContent;
    const blocks = 'h1,h2,h3,h4,p,li,dt,dd,th,td';
    let rest = null;
    const stop = () => {
      rest = null;
      speechSynthesis.cancel();
      document.querySelector('.speaking')?.classList.remove('speaking');
      speak.textContent = start;
    };
    const next = () => {
      document.querySelector('.speaking')?.classList.remove('speaking');
      const block = rest?.shift();
      if (!block) { stop(); return; }
      const words = new SpeechSynthesisUtterance(block.textContent.trim());
      words.lang = block.closest('[lang]')?.lang || 'zh-CN';
      words.onend = () => { if (rest) next(); };
      words.onerror = stop;
      block.classList.add('speaking');
      block.scrollIntoView({ block: 'nearest' });
      speechSynthesis.speak(words);
    };
    speak.hidden = false;
    speak.addEventListener('click', () => {
      if (rest) { stop(); return; }
      rest = [...document.querySelectorAll(`main :is(${blocks})`)].filter(block =>
        !block.closest('nav,form,.hidden') && !block.querySelector(blocks) && block.checkVisibility?.() !== false && block.textContent.trim());
      speak.textContent = speak.dataset.stop;
      next();
    });
    addEventListener('keydown', event => { if (event.key === 'Escape' && rest) stop(); });
    addEventListener('pagehide', stop);
  }

  // What folds out of the head of a page folds in again by Escape and by a click beside it.
  const folds = document.querySelectorAll('.navbar details');
  addEventListener('keydown', event => {
    const open = event.key === 'Escape' && document.querySelector('.navbar details[open]');
    if (open) { open.open = false; open.querySelector('summary').focus(); }
  });
  addEventListener('click', event => { for (const fold of folds) if (!fold.contains(event.target)) fold.open = false; });

  // Search fields: suggestions while typing, as a combobox with a list box (WAI-ARIA APG). Without this the form is a plain one.
  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };
  const marked = (text, marks) => {
    const parts = [];
    let at = 0;
    for (const [start, end] of marks) {
      parts.push(text.slice(at, start), element('mark', { textContent: text.slice(start, end) }));
      at = end;
    }
    parts.push(text.slice(at));
    return parts;
  };
  const suggest = (field, number) => {
    const longest = 64;
    const form = field.form;
    const list = element('ul', { id: `suggestions-${number}`, className: 'suggestions', hidden: true });
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', say(0));
    const status = element('p', { className: 'hidden' });
    status.setAttribute('role', 'status');
    for (const [name, value] of [['role', 'combobox'], ['aria-autocomplete', 'list'], ['aria-expanded', 'false'], ['aria-controls', list.id], ['aria-haspopup', 'listbox']]) field.setAttribute(name, value);
    form.append(list, status);
    const known = new Map();
    let [typed, chosen, timer, asking] = [field.value, -1, 0, null];

    const options = () => list.children;
    const close = () => {
      clearTimeout(timer);
      asking?.abort();
      list.hidden = true;
      chosen = -1;
      field.setAttribute('aria-expanded', 'false');
      field.removeAttribute('aria-activedescendant');
    };
    const choose = index => {
      options()[chosen]?.setAttribute('aria-selected', 'false');
      chosen = index;
      const option = options()[chosen];
      field.value = option ? option.dataset.text : typed;
      if (!option) { field.removeAttribute('aria-activedescendant'); return; }
      option.setAttribute('aria-selected', 'true');
      option.scrollIntoView({ block: 'nearest' });
      field.setAttribute('aria-activedescendant', option.id);
    };
    const show = suggestions => {
      list.replaceChildren(...suggestions.map((suggestion, i) => {
        const option = element('li', { id: `${list.id}-${i}` },
          element('span', { className: 'suggestion-text' }, ...marked(suggestion.text, suggestion.marks)), element('span', { className: 'suggestion-label', textContent: suggestion.label }));
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        option.dataset.text = suggestion.text;
        return option;
      }));
      chosen = -1;
      field.removeAttribute('aria-activedescendant');
      list.hidden = suggestions.length === 0;
      field.setAttribute('aria-expanded', String(!list.hidden));
      status.textContent = list.hidden ? say(1) : say(2, suggestions.length);
    };
    const ask = async () => {
      const text = typed.trim();
      if (text === '' || text.length > longest) { close(); return; }
      if (known.has(text)) { show(known.get(text)); return; }
      asking?.abort();
      const mine = asking = new AbortController();
      try {
        const answer = await fetch(`${field.dataset.suggest}?${new URLSearchParams({ q: text })}`, { headers: { Accept: 'application/json' }, signal: mine.signal });
        const suggestions = answer.ok ? (await answer.json()).suggestions : [];
        if (mine !== asking || document.activeElement !== field) return;
        if (known.size < 100) known.set(text, suggestions);
        show(suggestions);
      } catch { /* typed on, or no answer: the form works without */ }
    };

    field.addEventListener('input', () => {
      typed = field.value;
      clearTimeout(timer);
      timer = setTimeout(ask, 120);
    });
    field.addEventListener('keydown', event => {
      // Keys of an input method are its own.
      if (event.isComposing) return;
      const isOpen = !list.hidden;
      const count = options().length;
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        if (!isOpen) { typed = field.value; ask(); return; }
        // One place beside the options is what was typed.
        const step = event.key === 'ArrowDown' ? 1 : -1;
        choose((chosen + 1 + step + count + 1) % (count + 1) - 1);
      } else if (event.key === 'Escape' && isOpen) {
        event.preventDefault();
        field.value = typed;
        close();
      } else if (event.key === 'Tab') {
        close();
      }
    });
    field.addEventListener('blur', close);
    form.addEventListener('submit', close);
    // The field keeps the focus while the list is pointed at.
    list.addEventListener('pointerdown', event => event.preventDefault());
    list.addEventListener('mousedown', event => event.preventDefault());
    list.addEventListener('click', event => {
      const option = event.target.closest('[role="option"]');
      if (!option) return;
      field.value = option.dataset.text;
      form.requestSubmit();
    });
  };
  document.querySelectorAll('input[data-suggest]').forEach(suggest);

  // A page that somebody came to from a search: the words are marked in it, in whatever script they stand.
  const escaped = text => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const isLatin = forms => /[a-z0-9]/.test(forms);
  const pattern = characters => {
    const one = forms => (/^[\ud800-\udbff]/.test(forms) || forms.length === 1 ? escaped(forms) : `[${escaped(forms).replaceAll('-', '\\-')}]`);
    let text = isLatin(characters[0]) ? '(?<![A-Za-z0-9])' : '';
    characters.forEach((forms, i) => {
      // Official texts break words by punctuation and spaces; Latin words and numbers stand whole.
      if (i > 0) text += isLatin(forms) && isLatin(characters[i - 1]) ? '' : '[^\\S\\n]{0,2}\\p{P}?[^\\S\\n]{0,2}';
      text += one(forms);
    });
    return new RegExp(text + (isLatin(characters.at(-1)) ? '(?![A-Za-z0-9])' : ''), 'gu');
  };
  const textOf = main => {
    const blocks = 'p,li,h1,h2,h3,h4,h5,h6,td,th,dt,dd,div,section,article,blockquote,caption,pre';
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT, {
      acceptNode: node => (node.parentElement.closest('nav,aside,form,script,style,[hidden],.hidden,.notice') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT),
    });
    const nodes = [];
    let [text, block] = ['', null];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const its = node.parentElement.closest(blocks);
      if (its !== block) text += '\n';
      block = its;
      nodes.push({ node, start: text.length });
      text += node.data;
    }
    return { text, nodes };
  };
  const rangeOf = (nodes, start, end) => {
    const at = place => {
      let [low, high] = [0, nodes.length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (nodes[middle].start <= place) low = middle; else high = middle - 1;
      }
      return nodes[low];
    };
    const [first, last] = [at(start), at(end - 1)];
    const range = new Range();
    range.setStart(first.node, start - first.start);
    range.setEnd(last.node, end - last.start);
    return range;
  };
  const find = (main, words) => {
    const most = 1000;
    const { text, nodes } = textOf(main);
    const spans = [];
    const look = characters => {
      const before = spans.length;
      for (const match of text.matchAll(pattern(characters))) {
        if (spans.length >= most) break;
        spans.push([match.index, match.index + match[0].length]);
      }
      return spans.length > before;
    };
    for (const word of words) {
      if (!look(word.characters)) word.parts.forEach(look);
    }
    spans.sort((a, b) => a[0] - b[0]);
    const merged = [];
    for (const span of spans) {
      const last = merged.at(-1);
      if (last && span[0] <= last[1]) last[1] = Math.max(last[1], span[1]); else merged.push(span);
    }
    return merged.map(([start, end]) => rangeOf(nodes, start, end));
  };
  const paint = ranges => {
    if (typeof Highlight === 'function' && CSS.highlights) {
      CSS.highlights.set('found', new Highlight(...ranges));
      return () => { CSS.highlights.delete('found'); CSS.highlights.delete('found-now'); };
    }
    // From the end, so that what comes before keeps its place; what goes over the edge of an element stays unmarked.
    const marks = [];
    for (const range of ranges.toReversed()) {
      if (range.startContainer !== range.endContainer) continue;
      const mark = document.createElement('mark');
      range.surroundContents(mark);
      marks.push(mark);
    }
    return () => { for (const mark of marks) mark.replaceWith(...mark.childNodes); };
  };
  const markWords = async main => {
    const address = new URL(location.href);
    const from = address.searchParams.get('from');
    const dot = from?.indexOf('.') ?? -1;
    if (dot < 1) return;
    // Who shares or reloads the page did not come from the search.
    address.searchParams.delete('from');
    history.replaceState(history.state, '', address);
    const query = from.slice(dot + 1);
    const answer = await fetch(`${main.dataset.words}?${new URLSearchParams({ q: query })}`, { headers: { Accept: 'application/json' } });
    if (!answer.ok) return;
    const ranges = find(main, (await answer.json()).words);
    if (ranges.length === 0) return;
    const clear = paint(ranges);
    const bar = element('div', { className: 'found' });
    const next = element('button', { type: 'button', className: 'quiet-button', textContent: say(3) });
    const end = element('button', { type: 'button', className: 'quiet-button', textContent: say(4) });
    bar.setAttribute('role', 'region');
    bar.setAttribute('aria-label', say(5));
    const told = element('p', { textContent: say(6, ranges.length) });
    told.setAttribute('role', 'status');
    bar.append(told, next, end);
    let now = -1;
    next.addEventListener('click', () => {
      now = (now + 1) % ranges.length;
      const range = ranges[now];
      if (CSS.highlights?.has('found')) CSS.highlights.set('found-now', new Highlight(range));
      (range.startContainer.parentElement ?? main).scrollIntoView({ block: 'center' });
      told.textContent = say(7, now + 1, ranges.length);
    });
    end.addEventListener('click', () => { clear(); bar.remove(); main.focus(); });
    document.body.append(bar);
  };
  const main = document.getElementById('main');
  if (main?.dataset.words) markWords(main).catch(() => { /* nothing is marked, and nothing else is missing */ });

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
        status.textContent = `GET ${address} · ${answer.status} · ${Math.round(performance.now() - begun)} ms`;
        try { text.textContent = JSON.stringify(JSON.parse(body), null, 2); } catch { text.textContent = body; }
      } catch {
        if (mine !== latest) return;
        status.textContent = `GET ${address} · ${say(8)}`;
        text.textContent = '';
      }
    });
  }

  // Saying what is wrong: the form gets the words that are marked and the page with its parameters. The link alone names the page.
  const selectedWords = () => getSelection().toString().trim().slice(0, 300);
  for (const link of document.querySelectorAll('a[data-report]')) {
    // Pressing a link may take the mark away before the click comes.
    let words = '';
    link.addEventListener('pointerdown', () => { words = selectedWords(); });
    link.addEventListener('click', () => {
      const address = new URL(link.href);
      address.searchParams.set('page', location.pathname + location.search);
      words = selectedWords() || words;
      if (words) address.searchParams.set('passage', words); else address.searchParams.delete('passage');
      link.href = address;
    });
  }

  // Whether a page is useful is said without leaving it.
  for (const box of document.querySelectorAll('[data-useful]')) {
    const form = box.querySelector('form');
    form.addEventListener('submit', async event => {
      event.preventDefault();
      const answer = event.submitter.value;
      try {
        const taken = await fetch(form.action, { method: 'POST', headers: { Accept: 'application/json' }, body: new URLSearchParams(new FormData(form, event.submitter)) });
        if (!taken.ok) throw new Error();
      } catch {
        return; // The buttons stay.
      }
      // The focus was in what goes.
      const thanks = box.querySelector('[data-thanks]');
      const more = thanks.querySelector('[data-report]');
      form.hidden = true;
      thanks.hidden = false;
      if (more) more.hidden = answer !== 'no';
      thanks.tabIndex = -1;
      thanks.focus();
    });
  }
})();
