import { html } from 'hono/html';
import { NOTE_LENGTH, WORDS_LENGTH } from '../../model/limits.ts';
import { KINDS, shortId } from '../../model/report.ts';
import { decisionLine } from '../decision.ts';
import { readable } from '../readable.ts';
import { wordedDecision } from '../worded.ts';
import { type Html, PATHS, type Site } from './site.ts';
import { capital, type RecordView, type StoryView } from './story-data.ts';

/** The claims to choose from, once a page. */
export function claimList({ claims }: Pick<StoryView, 'claims'>): Html {
  return html`<datalist id="claims">${claims.map(({ claim, label }) => html`<option value="${claim.id}">${label}</option>`)}</datalist>`;
}

/**
 * Yes, no, mend and undo of a record; nothing where nobody can decide.
 * @param state what tells the record as it is shown from what becomes of it
 */
export function decisionForm(record: RecordView, { story }: StoryView, site: Site, state: string): Html | '' {
  const { editor, zone } = site;
  if (!editor) return '';
  const { word, label, kind } = record;
  const what = `${label ?? record.after}: ${kind}`;
  const choice = (verdict: 'accepted' | 'rejected', text: string, key: string) =>
    html`<button name="verdict" value="${verdict}" aria-pressed="${String(word?.verdict === verdict)}">${text} <kbd>${key}</kbd><span class="vh">, ${what}</span></button>`;
  return html`<form method="post" action="${site.to(PATHS.decide(record.story, shortId(record.id)))}" data-id="${shortId(record.id)}"><button disabled hidden></button><input type="hidden" name="token" value="${editor.token}"><input type="hidden" name="state" value="${state}"><label>Note <input name="note" maxlength="${NOTE_LENGTH}" autocomplete="off"></label>${choice('accepted', 'Yes', 'y')}${choice('rejected', 'No', 'n')}<button name="verdict" value="undone"${word ? '' : html` hidden`}>Undo <kbd>u</kbd><span class="vh">, ${what}</span></button><details class="mend"><summary>Mend <kbd>e</kbd></summary><label>Value <input name="value" maxlength="${WORDS_LENGTH}" placeholder="${record.value}" autocomplete="off"></label><label>Kind <select name="kind"><option value="">as it is: ${kind}</option>${KINDS.map((each) => html`<option>${each}</option>`)}</select></label><label>Claim <input name="claim" list="claims" placeholder="${record.claimId ?? 'none'}" autocomplete="off"></label><button name="verdict" value="accepted">Yes, as mended</button></details><p class="word">${word ? readable(capital(decisionLine(wordedDecision(word, story), zone))) : ''}</p></form>`;
}
