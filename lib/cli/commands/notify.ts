import { ALL, wantedBy } from '../../model/channels.ts';
import type { Deployment } from '../../model/deployment.ts';
import { InputError } from '../../model/input-error.ts';
import { type Channel, knownOf, pendingOf } from '../../monitor/announce.ts';
import { htmlMessage } from '../../view/announcement/html.ts';
import { slackMessages } from '../../view/announcement/slack.ts';
import { teamsMessages } from '../../view/announcement/teams.ts';
import { textMessage } from '../../view/announcement/text.ts';
import { webhookMessage } from '../../view/announcement/webhook.ts';
import { announcementWords } from '../../view/announcement/words.ts';
import { webLink } from '../../view/web-link.ts';
import { command, flag, JSON_OUT, oneOf, TABLE, text, ZONE } from '../command.ts';
import { screenOf } from '../screen.ts';
import { readSettingsFile } from '../settings-file.ts';
import { storyNamed } from '../story-named.ts';
import { openTable } from '../table.ts';
import { UsageError } from '../usage-error.ts';

const FORMS = ['text', 'html', 'slack', 'teams', 'webhook'] as const;

export const notify = command({
  name: 'notify',
  about: 'what a channel would be told of a story',
  help: 'Shows the messages that a channel of a deployment has still to send of a story: all of them where it sent none. Nothing is sent, and nothing noted. As plain text, or in another form with --as; with --digest as the one message of a digest.',
  options: {
    preview: { ...text('STORY', 'the story, by its slug'), isRequired: true as const },
    channel: text('NAME', 'what this channel has still to send; else what a new one would send'),
    as: oneOf('FORM', `the form: ${FORMS.join(', ')}`, FORMS),
    digest: flag('all in one message'),
    pages: text('URL', 'where the pages are, for the links'),
    zone: ZONE,
    table: TABLE,
    json: JSON_OUT,
  },
  async run({ values }, terminal) {
    const screen = screenOf(terminal, values, await readSettingsFile());
    const { preview, table = null, as = 'text' } = values;
    const pages = values.pages === undefined ? null : webLink(values.pages);
    if (values.pages !== undefined && pages === null)
      throw new UsageError(`--pages: found "${values.pages}", expected an http or https address`);
    const { records, notices, close } = await openTable(values);
    try {
      const story = await storyNamed(records, preview);
      const channel = channelNamed(values.channel, await records.deployments());
      const now = new Date();
      const known = await knownOf(story, { records, notices, now: () => now });
      const pending = pendingOf(story, channel, known, now);
      const settings = { zone: screen.zone, pages: pages?.replace(/\/*$/, '/') ?? null, table };
      const words = pending.map((telling) => announcementWords(telling, settings));
      const messages = values.digest && words.length > 0 ? [words] : words.map((each) => [each]);
      const shown = {
        text: () => messages.map((each) => textMessage(each)),
        html: () => Promise.all(messages.map((each) => htmlMessage(each))),
        slack: () => messages.flatMap((each) => slackMessages(each)),
        teams: () => messages.flatMap((each) => teamsMessages(each)),
        webhook: () => pending.map((telling) => webhookMessage(telling, now.toISOString())),
      };
      if (values.json) {
        const all = Object.fromEntries(
          await Promise.all(FORMS.map(async (form) => [form, await shown[form]()] as const)),
        );
        terminal.out(JSON.stringify({ story: preview, messages: all }, null, 2));
      } else if (messages.length === 0) terminal.note(`Nothing would be sent of ${preview}`);
      else if (as === 'text')
        terminal.out(
          shown
            .text()
            .map((each) => `Subject: ${each.subject}\n\n${each.text}`)
            .join(`\n\n${'_'.repeat(60)}\n\n`),
        );
      else if (as === 'html') terminal.out((await shown.html()).join('\n'));
      else terminal.out(JSON.stringify(shown[as](), null, 2));
      return 0;
    } finally {
      await close();
    }
  },
});

/** A channel of the table's deployments by its name, as they have it; without a name one that was told nothing so far. */
function channelNamed(
  name: string | undefined,
  deployments: readonly Deployment[],
): Pick<Channel, 'name' | 'wants' | 'since'> {
  if (name === undefined) return { name: 'preview', wants: () => ALL, since: () => null };
  if (name === 'bus') return { name, wants: () => ALL, since: () => null };
  const known = deployments.flatMap(({ channels }) => channels);
  const found = known.find((each) => each.name === name);
  if (!found)
    throw new InputError(
      `There is no channel "${name}": expected ${known.length > 0 ? `one of ${known.map((each) => each.name).join(', ')}, bus` : 'one of a deployment, on its --table'}`,
    );
  return { name, wants: (story) => wantedBy(name, found, story), since: () => found.since };
}
