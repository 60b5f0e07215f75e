import { expect, test } from 'vitest';
import type { ChangeRecord } from '../../lib/model/report.ts';
import { announcementMail } from '../../lib/view/announcement.ts';
import { BRIDGE_STORY } from '../support/story.ts';

test('a subject is one line of ASCII that a mail system takes', () => {
  const long = announcementMail(
    {
      about: 'change',
      id: 'change.x',
      claim: null,
      record: {
        kind: 'new',
        claimId: null,
        aspect: 'turn',
        value: { kind: 'turn', name: 'Zelenskyy – “naïve” plan’s\nend '.repeat(9) },
        before: null,
        contested: [],
        evidence: [],
        decisions: [],
        reported: null,
        id: 'x',
      } as unknown as ChangeRecord,
    },
    BRIDGE_STORY,
  ).subject;
  expect(long).toMatch(/^[\x20-\x7e]{1,99}$/);
  expect(long).toContain('Zelenskyy - naive');
});
