/* Filters: the style sheet answers to the choices; words and dates are a server's, or, where there is none, matched here. */
const filters = find('.flt');
if (filters) {
  const claims = all('.claims > li, .beside > ol > li');
  const rows = all('.over > li');
  const isHere = 'here' in filters.dataset;
  const update = () => {
    const { q, since } = filters.elements;
    const words = q.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const [i, claim] of claims.entries()) {
      const text = claim.textContent.toLowerCase();
      const days = claim.matches('.rec')
        ? [claim.dataset.day]
        : all('.rec', claim).map((each) => each.dataset.day);
      const isOf = since.value === '' || days.some((day) => day >= since.value);
      claim.hidden = !isOf || !words.every((word) => text.includes(word));
      if (rows[i]) rows[i].hidden = claim.hidden;
    }
  };
  const told = () => {
    find('.none').hidden = claims.some(isSeen);
    say(`${all('.claims > li').filter(isSeen).length} claims shown`);
    const chosen = [...new FormData(filters)].filter(([, value]) => value !== '');
    const query = new URLSearchParams(chosen).toString();
    // A page from a disk keeps the address that it has.
    if (location.protocol !== 'file:')
      history.replaceState(null, '', (query ? `?${query}` : location.pathname) + location.hash);
  };
  filters.addEventListener('input', ({ target }) => {
    if (isHere) update();
    if (isHere || target.matches('[type=radio], [type=checkbox]')) told();
  });
  if (isHere)
    filters.addEventListener('submit', (event) => {
      event.preventDefault();
      update();
    });
}

/* Copy. */
for (const button of all('[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const area = find(`#${button.dataset.copy}`);
    area.select();
    const copied = navigator.clipboard?.writeText(area.value) ?? Promise.reject();
    button.textContent = await copied.then(
      () => 'Copied',
      () => 'Press Ctrl-C',
    );
    say(button.textContent);
  });
}
