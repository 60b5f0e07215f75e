// The pages read and work without this. It adds keys, decisions in place, search while typing, and Copy.
const find = (query, from = document) => from.querySelector(query);
const all = (query, from = document) => [...from.querySelectorAll(query)];
const say = (text) => {
  find('[role=status]').textContent = text;
};

/* Decisions: the button presses in place and nothing moves. */
const forms = all('form[data-id]');
let last = null;

async function send(form, button) {
  const body = new FormData(form, button);
  const answer = await fetch(form.action, { method: 'POST', body, headers: { accept: 'application/json' } });
  const isJson = answer.headers.get('content-type')?.includes('json');
  return isJson ? answer.json() : { outcome: 'refused', message: await answer.text(), state: '' };
}

function show(form, { outcome, message, state, verdict }) {
  if (state) form.elements.state.value = state;
  find('.word', form).textContent = message;
  if (outcome === 'refused') return;
  for (const button of all('button[aria-pressed]', form))
    button.ariaPressed = String(button.value === verdict);
  find('button[value=undone]', form).hidden = !verdict;
}

for (const form of forms)
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (form.dataset.busy) return;
    form.dataset.busy = 'yes';
    const hadFocus = form.contains(document.activeElement);
    const answer = await send(form, event.submitter).catch((error) => ({
      outcome: 'refused',
      message: `Nothing was decided: ${error.message}. Is claimwatch still running?`,
    }));
    delete form.dataset.busy;
    show(form, answer);
    say(answer.message);
    if (answer.outcome === 'kept') {
      last = form;
      count();
    }
    // What had the focus may be hidden now.
    if (hadFocus && !form.contains(document.activeElement)) form.closest(STOP)?.focus();
  });

function count() {
  const left = all('.decide form[data-id]').filter((form) => !find('[aria-pressed=true]', form)).length;
  const shown = find('.decide h2 b');
  if (shown) shown.textContent = left;
}

/* Keys. */
const STOP = '.decide ol > li, .decide.alone > div, .claims > li, .beside li, .decided li';
const stops = all(STOP);
for (const stop of stops) stop.tabIndex = -1;
const isSeen = (element) => element.checkVisibility();
const go = (element) => {
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: 'nearest' });
};
const keys = find('#keys');
const switched = keys && find('input', keys);
if (keys) {
  find('#help').hidden = false;
  find('#help').addEventListener('click', () => keys.togglePopover());
  switched.checked = stored('keys') !== 'off';
  switched.addEventListener('change', () => store('keys', switched.checked ? 'on' : 'off'));
}

// A page from a disk may have no storage.
function stored(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}
function store(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {}
}

const KEYS = {
  j: ({ seen, at }) => go(seen[at + 1]),
  k: ({ seen, at }) => go(seen[Math.max(0, at - 1)]),
  o: ({ stop }) => {
    const records = stop ? all('.rec > details', stop) : [];
    for (const record of records) record.open = record !== records[0] ? records[0].open : !record.open;
  },
  y: (where) => press(where, 'accepted'),
  n: (where) => press(where, 'rejected'),
  u: ({ form }) => {
    const undone = form && !find('[value=undone]', form).hidden ? form : last;
    if (!undone) return;
    go(undone.closest(STOP));
    find('[value=undone]', undone).click();
  },
  e: ({ form }) => {
    if (!form) return;
    find('.mend', form).open = true;
    form.elements.value.focus();
  },
};

function press({ seen, at, form }, verdict) {
  if (!form) return;
  find(`button[value=${verdict}]`, form).click();
  if (seen[at + 1]?.matches('.decide li')) go(seen[at + 1]);
}

addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, altKey, target } = event;
  if (!switched?.checked || ctrlKey || metaKey || altKey || target.matches('input, textarea, select')) return;
  if (key === '?') keys.togglePopover();
  else if (KEYS[key]) {
    const stop = document.activeElement.closest(STOP);
    const seen = stops.filter(isSeen);
    KEYS[key]({ stop, seen, at: seen.indexOf(stop), form: stop && find('form[data-id]', stop) });
  } else return;
  event.preventDefault();
});

/* Filters: the style sheet answers to the choices, this to words and dates. */
const filters = find('.flt');
if (filters) {
  const claims = all('.claims > li, .beside li');
  const texts = claims.map((claim) => claim.textContent.toLowerCase());
  const update = () => {
    const { q, since } = filters.elements;
    const words = q.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const [i, claim] of claims.entries()) {
      const days = all('.rec time', claim).map((time) => time.dateTime.slice(0, 10));
      const own = claim.matches('.rec') ? [find('time', claim).dateTime.slice(0, 10)] : days;
      claim.hidden =
        !words.every((word) => texts[i].includes(word)) ||
        (since.value !== '' && !own.some((day) => day >= since.value));
    }
    find('.none').hidden = claims.some(isSeen);
    const chosen = [...new FormData(filters)].filter(([, value]) => value !== '');
    const query = new URLSearchParams(chosen).toString();
    // Pages from a disk keep the address that they have.
    if (location.protocol !== 'file:')
      history.replaceState(null, '', query ? `?${query}` : location.pathname + location.hash);
  };
  filters.addEventListener('input', update);
  filters.addEventListener('submit', (event) => {
    event.preventDefault();
    update();
  });
  // The address may ask for something, and a disk answers no question.
  for (const [name, value] of new URLSearchParams(location.search))
    for (const field of all(`[name="${CSS.escape(name)}"]`, filters)) {
      if (field.type === 'radio' || field.type === 'checkbox') field.checked = field.value === value;
      else field.value = value;
    }
  if (location.search) update();
}

/* Copy. */
for (const button of all('[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const area = find(`#${button.dataset.copy}`);
    area.select();
    await navigator.clipboard?.writeText(area.value).then(
      () => say('Copied'),
      () => say('Press Ctrl-C to copy'),
    );
    button.textContent = 'Copied';
  });
}
