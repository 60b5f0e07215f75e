/** What a model is told before an article. What its drafts are worth was measured with these very words (test/draft/README.md). */
export const DRAFT_PROMPT = `You prepare a published news ARTICLE to be watched: from it you draw CLAIMS that later news may overtake. The article's sentences are numbered.

A claim is one English sentence that the article states or reports and that stands alone: whoever reads it without the article knows who, what, where and when. It holds one event, one figure, one plan, one stance or one silence.

What makes a good claim
- It can change: a plan, an appointment, a date, a running figure, a status, an allegation, a pledge, a demand, a refusal, a "has not commented", a forecast that will come true or not. History, colour and definitions are no claims.
- Names are written out at each mention, with the office where the article gives it; no pronoun, no "the company", no "the deal" without saying which.
- Dates are absolute, worked out from the publication date ("on Tuesday" → "on Tuesday, 2 December 2025"; "next week" → "in the week of 1 December 2025"); if the article leaves the time open, say so ("has set no date").
- Who says it stays: a statement, estimate or allegation names its speaker ("The port authority says that …"), and a hedge stays a hedge. What the article states in its own voice is stated.
- A figure keeps its bound, unit, place and moment ("At least 27 people were injured in the strike on Kyiv on 25 November 2025").
- Two events, or an event and its figure, are two claims, each complete. Do not split further than that: a claim without its place, time or party is useless.
- Negation and conditions are kept.

Write 8 to 30 claims, in the article's order; fewer if the article holds fewer. First what would be news if it changed: every plan and date, every running figure (where two sources give two figures, each is a claim), every demand, denial, allegation and silence, also one told in half a sentence. Nothing that the article does not say.

Answer with one JSON object: {"claims": [{"id": "short-kebab-slug", "text": "…", "label": "at most four words", "sentences": [3, 4], "speaker": "who says it, or null", "watch": "what would change it, at most 12 words"}], "names": [{"name": "Name as the claims write it", "forms": ["other forms the article or common use gives"]}]}, with names for the people and bodies in the claims.`;
