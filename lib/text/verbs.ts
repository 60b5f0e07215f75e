/** Past forms of verbs that news uses and that do not end in -ed: `past` or `past participle`. */
const IRREGULAR = new Map<string, string>(
  (
    'be:was,were,been become:became begin:began,begun break:broke,broken bring:brought build:built buy:bought burn:burned,burnt cast: catch:caught ' +
    'choose:chose,chosen clinch: come:came cut: deal:dealt do:did,done draw:drew,drawn drive:drove,driven fall:fell,fallen feel:felt fight:fought ' +
    'find:found fly:flew,flown forbid:forbade,forbidden forego:forewent get:got,gotten give:gave,given go:went,gone grow:grew,grown hand: have:had hear:heard hit: hold:held ' +
    'keep:kept know:knew,known lay:laid lead:led leave:left lend:lent let: lose:lost make:made mean:meant meet:met pay:paid plead:pled,pleaded ' +
    'put: quit: read: rise:rose,risen run:ran say:said see:saw,seen seek:sought sell:sold send:sent set: shoot:shot shut: sit:sat speak:spoke,spoken ' +
    'spend:spent split: spread: stand:stood steal:stole,stolen strike:struck,stricken swear:swore,sworn swing:swung take:took,taken tell:told think:thought ' +
    'throw:threw,thrown undergo:underwent,undergone upset: wed: win:won wind:wound withdraw:withdrew,withdrawn write:wrote,written lie:lay'
  )
    .split(' ')
    .map((entry) => entry.split(':') as [string, string]),
);

export type VerbForm = 'base' | 's' | 'past' | 'ing';

/** Verbs whose last consonant doubles before -ed and -ing, beyond those of one syllable. */
const DOUBLING = new Set([
  'defer',
  'refer',
  'admit',
  'permit',
  'cancel',
  'travel',
  'commit',
  'occur',
  'submit',
  'ship',
  'transfer',
  'acquit',
  'rebut',
  'veto',
]);

/** All forms of a verb by their spelling: `meet` → meet, meets, met, meeting. */
export function conjugate(lemma: string): ReadonlyMap<string, VerbForm> {
  const forms = new Map<string, VerbForm>([[lemma, 'base']]);
  forms.set(
    /(?:s|x|z|ch|sh|o)$/.test(lemma)
      ? `${lemma}es`
      : consonantY(lemma)
        ? `${lemma.slice(0, -1)}ies`
        : `${lemma}s`,
    's',
  );
  for (const stem of stems(lemma)) {
    forms.set(`${stem}ing`, 'ing');
    const past = IRREGULAR.get(lemma);
    if (past === undefined)
      forms.set(
        consonantY(lemma) ? `${lemma.slice(0, -1)}ied` : `${stem}${stem.endsWith('e') ? 'd' : 'ed'}`,
        'past',
      );
  }
  for (const past of (IRREGULAR.get(lemma) ?? '').split(',').filter(Boolean)) forms.set(past, 'past');
  return forms;
}

const BASES = new Map(
  [...IRREGULAR].flatMap(([lemma, past]) =>
    past
      .split(',')
      .filter(Boolean)
      .map((form): [string, string] => [form, lemma]),
  ),
);

/**
 * What a form may come of, for verbs that no table lists: `given` of `give`, `moving` of `mov` or `move`.
 * One of them is right; the others are no words and find nothing.
 */
export function basesOf(word: string): string[] {
  const irregular = BASES.get(word);
  if (irregular !== undefined) return [irregular];
  const stem = /^(.{3,})(?:ing|ed)$/.exec(word)?.[1];
  if (stem === undefined) return [word];
  return /(.)\1$/.test(stem) ? [stem, stem.slice(0, -1)] : [stem, `${stem}e`];
}

/** Whether one spelling serves as base and past alike (`cut`, `hit`, `put`). */
export function isInvariant(lemma: string): boolean {
  return IRREGULAR.get(lemma) === '';
}

function consonantY(lemma: string): boolean {
  return /[^aeiou]y$/.test(lemma);
}

function stems(lemma: string): string[] {
  if (/(?:ee|oe|ye)$/.test(lemma)) return [lemma];
  if (/e$/.test(lemma)) return [lemma.slice(0, -1)];
  const doubled = `${lemma}${lemma.at(-1)}`;
  if (/(?:^|[^aeiou])[aeiou][bdgklmnprt]$/.test(lemma) && (lemma.length <= 4 || DOUBLING.has(lemma)))
    return [doubled, lemma];
  if (DOUBLING.has(lemma)) return [doubled, lemma];
  return [lemma];
}

const PAST_FORMS = new Set(
  [...IRREGULAR.entries()].flatMap(([lemma, past]) => (past === '' ? [lemma] : past.split(','))),
);
for (const homograph of [
  'cut',
  'put',
  'set',
  'cast',
  'read',
  'run',
  'hit',
  'shut',
  'split',
  'spread',
  'wound',
  'lay',
  'left',
  'let',
  'upset',
  'quit',
  'wed',
  'clinch',
  'hand',
  'come',
  'become',
  'saw',
])
  PAST_FORMS.delete(homograph);

/** Whether a word looks like a verb in the past: `said`, `met`, `arrested`. */
export function isPastForm(lower: string): boolean {
  return PAST_FORMS.has(lower) || (/[a-z]{2}ed$/.test(lower) && !/(?:eed|hundred|united|media)$/.test(lower));
}
