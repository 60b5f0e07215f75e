import { hasEnded } from '../../model/baseline.ts';
import { type Deployed, diagnose } from '../../monitor/diagnosis.ts';
import type { Records } from '../../monitor/ports.ts';
import { adviceOn, doctorView } from '../../view/doctor.ts';
import { command, JSON_OUT, text, ZONE } from '../command.ts';
import { type DeployedStack, deployedStack } from '../deployed-stack.ts';
import { screenOf } from '../screen.ts';
import { readSettingsFile } from '../settings-file.ts';
import { usingTable } from '../table.ts';

/** What is wrong with a deployment. */
export const doctor = command({
  name: 'doctor',
  about: 'what is wrong with a deployment, in order, with the cure',
  help: `Looks at a deployed stack with your AWS credentials, without changing anything: the deployment itself, the last check, what failed, what its own mails told of, its feeds, who gets its mails. What is wrong is listed, the gravest first, each with what helps.
Exit code: 0 nothing is wrong, 1 something is, 2 wrong usage.`,
  options: {
    stack: text('NAME', 'of the deployment; else Claimwatch'),
    zone: ZONE,
    json: JSON_OUT,
  },
  async run({ values }, terminal) {
    const screen = screenOf(terminal, values, await readSettingsFile());
    const { stack = 'Claimwatch' } = values;
    const seen = await deployedStack(stack);
    const { table } = seen;
    const now = new Date();
    const deployed = await usingTable({ table }, (records) => lookInto(records, stack, seen, now));
    const ailments = diagnose(deployed, now);
    const named = { stack, table, zone: screen.zone };
    if (values.json)
      terminal.out(
        JSON.stringify(
          { stack, table, wrong: ailments.map((each) => ({ kind: each.kind, ...adviceOn(each, named) })) },
          null,
          2,
        ),
      );
    else terminal.out(doctorView(ailments, named, screen));
    return ailments.length > 0 ? 1 : 0;
  },
});

async function lookInto(
  records: Records,
  stack: string,
  { status, failures, alarmsTo, unconfirmed }: DeployedStack,
  now: Date,
): Promise<Deployed> {
  const kept = await records.stories();
  const watched = kept.filter(({ baseline }) => !hasEnded(baseline, now));
  const urls = [...new Set(watched.flatMap(({ baseline }) => baseline.feeds))];
  const states = await records.feedStates(urls);
  return {
    status,
    failures,
    alarmsTo,
    unconfirmed,
    stories: kept.map(({ baseline, isOlder }) => ({
      slug: baseline.story,
      isOlder,
      hasEnded: hasEnded(baseline, now),
    })),
    urls,
    states,
    notes: await records.failureNotes(urls.filter((url) => states.get(url)?.failure)),
    operation: await records.operationState(stack),
  };
}
