/* Keys. */
const STOP = '.decide ol > li, .decide.alone > div, .claims > li, .beside > ol > li, .decided li';
const stops = all(STOP);
for (const stop of stops) stop.tabIndex = -1;
const isSeen = (element) => element.checkVisibility();
const go = (element) => {
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: 'nearest' });
};
const keys = find('#keys');
const switched = keys && find('input', keys);
// Another site may lead here and have somebody type: then keys wait for a click or Tab.
let isWaiting = keys !== null && 'wait' in keys.dataset;
const [entry] = performance.getEntriesByType('navigation');
if (entry?.type === 'back_forward') isWaiting = true;
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) isWaiting = true;
});
if (isWaiting) document.activeElement?.blur();
addEventListener('pointerdown', () => {
  isWaiting = false;
});
if (keys) {
  find('#help').hidden = false;
  find('#help').addEventListener('click', () => keys.togglePopover());
  switched.checked = preference('keys') !== 'off';
  switched.addEventListener('change', () => preference('keys', switched.checked ? 'on' : 'off'));
}

// A page from a disk may have no storage.
function preference(name, value) {
  try {
    if (value) localStorage.setItem(name, value);
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

const KEYS = {
  j: ({ seen, at, next }) => go(at < 0 ? next : seen[at + 1]),
  k: ({ seen, at }) => go(seen[Math.max(0, at - 1)]),
  o: ({ stop }) => {
    const records = stop ? all('.rec > details, :scope > details', stop) : [];
    for (const record of records) record.open = record !== records[0] ? records[0].open : !record.open;
  },
  y: (where) => press(where, 'accepted'),
  n: (where) => press(where, 'rejected'),
  u: ({ form }) => {
    const undone = form && isDecided(form) ? form : last;
    if (!undone) return say('Nothing to undo here');
    go(undone.closest(STOP));
    find('[value=undone]', undone).click();
  },
  e: ({ form }) => {
    if (!form) return say('Nothing to mend here');
    find('.mend', form).open = true;
    form.elements.value.focus();
  },
};

function press({ seen, at, form }, verdict) {
  if (!form) return say('Nothing to decide here');
  find(`button[value=${verdict}]`, form).click();
  if (seen[at + 1]?.matches('.decide li')) go(seen[at + 1]);
}

/** Where the keys work: at what has the focus, else after what the address names; on a record's page at its only form. */
function where() {
  const stop = document.activeElement.closest(STOP);
  const seen = stops.filter(isSeen);
  const target = find(':target');
  const next = target
    ? seen.find(
        (each) => each === target || target.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING,
      )
    : seen[0];
  const form = stop ? find('form[data-id]', stop) : find('.decide.alone form');
  return { stop, seen, at: seen.indexOf(stop), next, form };
}

addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, altKey, target } = event;
  if (key === 'Tab') isWaiting = false;
  if (!switched?.checked || isWaiting || ctrlKey || metaKey || altKey) return;
  if (target.matches('input, textarea, select')) return;
  if (key === '?') keys.togglePopover();
  else if (KEYS[key]) KEYS[key](where());
  else return;
  event.preventDefault();
});
