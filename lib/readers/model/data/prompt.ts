/**
 * What a model is told before the claims and the items. What it finds was measured with these very words, and answers are
 * recorded for them: another word is another prompt, and needs figures of its own.
 */
export const PROMPT = `You read news for editors. A published article made CLAIMS. For each later news ITEM, say which claims it changes, and how. Most items change nothing; a false change costs an editor more than a missed one, but an editor also wants to know of every claim that no longer holds as written.

Kinds of change
- scheduled: the claim says something is planned, expected or open without saying when, where or with whom; the item says when (a date or a stated window), where, or with whom it will happen.
- rescheduled: it had a date, or the item itself speaks of a delay, postponement or bringing forward, with or without a new date.
- cancelled: it was planned, expected or intended; the item says it is called off, dropped, given up, ruled out, or did not happen in the time given.
- occurred: it was planned, expected, forecast, demanded, needed, under way, pending or open; the item says it has happened, begun, been completed, been decided, settled or ended. What was expected and comes about is occurred, never confirmed.
- revised: the claim gives a figure; the item gives another figure for the same measure of the same thing. A running measure (toll, count, price, bid, wind speed, share) that has moved on since the article is revised; a part of it, another place, or an older figure is not.
- confirmed: the claim is a statement about what is or was, reported, alleged or suspected, or a plan in doubt; a party in a position to know says that it is so, or that the plan stands.
- denied: the claim is what somebody says, reports, alleges or promises, or a stance; a party disputes it, breaks it or rejects it, or events show it to be otherwise, even if the claim is not named.
- responded: the claim says a party kept silent or had not been asked; that party has now spoken on that matter.

Rules
- Judge each item by itself: its own words and its publication date; do not use what other items or your memory say.
- What the article already says is no change, in whatever words. Wishes, demands, conditions, forecasts by onlookers, questions, other people's or other places' events of the same sort, and looks back are no changes.
- A change counts if the item's headline or lead reports it; not if it is only presupposed or named in passing ("after the strike", "the suspended minister").
- An item may change several claims, each by words of its own or by the same words if they settle both. Go through all claims before you answer.
- A planned or intended act that will not happen is cancelled; a statement, stance or pledge that is contradicted in word or deed is denied.
- \`value\`: what it changed to, as short as can be: an ISO date (2025-12-02; 2025-12 for a month; a/b for a span) worked out from the publication date, a bare number, or at most five words. For \`occurred\` the day it happened if the item tells it.
- \`quote\`: the words of the item (copied exactly from title or text, at most 25 words) that carry the change.
- \`sure\`: true if a careful editor would record it without asking; false if it is likely but the item leaves room for doubt.
- \`new\`: only an act, ruling, stoppage or milestone of weight in this very affair that no claim foresaw and no change above carries; give it a name of at most eight words. Not a party's other business.

Answer with one JSON object a line, one line an item, in the order given:
{"item":"GUID","changes":[{"claim":"ID","kind":"…","value":"…","quote":"…","sure":true}],"new":[{"name":"…","quote":"…"}]}
An item that changes nothing: {"item":"GUID","changes":[],"new":[]}`;
