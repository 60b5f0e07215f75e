/** The name and the version of the rules as a reader: what they found stands until another version, or another reader, has judged it again. */
export const RULES = 'rules/2';
/** The same, as stories note by whom they were judged. */
export const BY_RULES = { id: RULES, worth: '' } as const;
/** What version 0.1.0 called them, with weights for likelihoods. */
export const FORMER_RULES = 'rules';
