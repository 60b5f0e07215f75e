// The pages read and work without this. It adds keys, decisions in place, filters that answer at once, and Copy.
const find = (query, from = document) => from.querySelector(query);
const all = (query, from = document) => [...from.querySelectorAll(query)];
const say = (text) => {
  find('body > [role=status]').textContent = text;
};

/* Decisions: the button presses in place and nothing moves. */
const forms = all('form[data-id]');
const isDecided = (form) => find('[aria-pressed=true]', form) !== null;
const waiting = Number(find('.decide h2 b')?.textContent);
let last = null;

async function send(form, button) {
  const body = new FormData(form, button);
  const answer = await fetch(form.action, { method: 'POST', body, headers: { accept: 'application/json' } });
  if (answer.headers.get('content-type')?.includes('json')) return answer.json();
  throw new Error(answer.status === 403 ? 'load the page again' : `the server answered ${answer.status}`);
}

function show(form, { outcome, message, state, verdict, action }) {
  if (state) form.elements.state.value = state;
  // What was mended goes by another address.
  if (action) form.action = action;
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
    const answer = await send(form, event.submitter).catch(({ message }) => ({
      outcome: 'refused',
      message: `Nothing was decided: ${message}.`,
    }));
    delete form.dataset.busy;
    show(form, answer);
    say(answer.message);
    if (answer.outcome === 'kept') kept(form);
    // What had the focus may be hidden now.
    if (hadFocus && !form.contains(document.activeElement))
      form.closest(STOP)?.focus({ preventScroll: true });
  });

function kept(form) {
  last = form;
  form.elements.note.value = '';
  const stale = find('.stale');
  if (stale) stale.hidden = false;
  const left = waiting - all('.decide ol form[data-id]').filter(isDecided).length;
  for (const count of all('.decide h2 b, .todo .left')) count.textContent = left;
}

// Enter in a field of a mend means what its button says.
for (const mend of all('.mend'))
  mend.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !event.target.matches('input')) return;
    event.preventDefault();
    find('button', mend).click();
  });
