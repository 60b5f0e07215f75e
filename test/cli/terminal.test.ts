import { describe, expect, test } from 'vitest';
import { harmless } from '../../lib/cli/terminal.ts';

describe('what feeds and providers write reaches no terminal as a control', () => {
  test.each([
    ['clears the screen', 'a\u001b[2Jb', 'a[2Jb'],
    ['sets the title', 'a\u001b]0;b\u0007c', 'a]0;bc'],
    ['writes to the clipboard', '\u001b]52;c;eA==\u0007', ']52;c;eA=='],
    ['has an eight-bit control', 'a\u009b2Jb', 'a2Jb'],
    ['turns its line round', 'a\u202eb\u2066c', 'abc'],
    ['hides its words', 'a\u001b[8mb\u001b[38;5;0mc', 'a[8mb[38;5;0mc'],
    ['goes back', 'a\rb\bc', 'abc'],
    ['keeps colours, lines and tabs', '\u001b[31mred\u001b[0m\n\tb', '\u001b[31mred\u001b[0m\n\tb'],
  ])('%s', (_what, text, shown) => expect(harmless(text)).toBe(shown));
});
