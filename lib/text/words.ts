/** One word of several, longest first, for building patterns. */
export function anyOf(words: Iterable<string>): string {
  return [...words]
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
}

/** A set of words from a line of them. */
export function wordSet(line: string): ReadonlySet<string> {
  return new Set(line.trim().split(/\s+/));
}

/** Words that carry grammar and tell nothing of a story. */
export const FUNCTION_WORDS = wordSet(
  `a an the this that these those some any each every all both no not and or but nor so yet if than as of in on at by for from to into onto with
   without within about against between among over under after before during since until till through across per via amid despite toward towards
   upon off out up down is are was were be been being am do does did doing done has have had having will would shall should can could may might must
   it its he she they them his her their him i we us our you your who whom whose which what when where why how there here then also just only even
   still more most less least much many few several other another such own same very too again already ever never once while because although though
   's n't won't didn't doesn't isn't aren't wasn't weren't hasn't haven't hadn't can't cannot couldn't wouldn't shouldn't`,
);

/** Verbs of saying, in the forms that news uses. */
export const SAY_WORDS = wordSet(
  `say says said saying tell tells told telling announce announces announced announcing add adds added adding report reports reported state stated
   write writes wrote post posted claim claims claimed insist insists insisted warn warns warned explain explained note notes noted stress stressed
   argue argues argued declare declares declared confirm confirms confirmed acknowledge acknowledges acknowledged admit admits admitted deny denies denied
   suggest suggests suggested describe describes described call calls called vow vows vowed pledge pledges pledged reiterate reiterated comment commented
   respond responds responded reply replied quote quoted cite citing cites cited reveal reveals revealed estimate estimates estimated`,
);
