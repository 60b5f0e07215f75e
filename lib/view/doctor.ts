import type { Ailment } from '../monitor/diagnosis.ts';
import { masked, withMaskedAddresses } from '../text/masked.ts';
import { shellWord } from '../text/shell-word.ts';
import { plural } from './count.ts';
import { timeOf } from './dates.ts';
import { indented, type Screen } from './layout.ts';
import { headOf, sentenceOf } from './operation.ts';
import { readableLine } from './readable.ts';

/** What is wrong and what helps. */
export interface Advice {
  readonly what: string;
  readonly cure: string;
}

interface Named {
  readonly stack: string;
  readonly table: string;
  readonly zone: string;
}

/** What is wrong with a deployment, in order, each with its cure. */
export function doctorView(ailments: readonly Ailment[], named: Named, screen: Screen): string {
  const lines = ailments.map((ailment, i) => {
    const { what, cure } = adviceOn(ailment, named);
    return `${screen.paint.bold(`${i + 1}. ${what}`)}\n${indented(cure, screen, '   ')}`;
  });
  return lines.length > 0 ? lines.join('\n\n') : `Nothing is wrong with ${named.stack}.`;
}

export function adviceOn(ailment: Ailment, { stack, table, zone }: Named): Advice {
  switch (ailment.kind) {
    case 'stack not whole':
      return /IN_PROGRESS$/.test(ailment.status)
        ? {
            what: `A deployment is under way (${ailment.status})`,
            cure: 'Wait until it has ended, then ask again.',
          }
        : {
            what: `The last deployment did not end well (${ailment.status})`,
            cure: `See why: aws cloudformation describe-stack-events --stack-name ${stack}. Mend it and deploy again; what ran before goes on as it was.`,
          };
    case 'no check':
      return {
        what: ailment.last
          ? `No check was started since ${timeOf(ailment.last, zone)}`
          : 'No check was started yet',
        cure: `Ask for a check: aws lambda invoke --function-name "$(aws cloudformation describe-stacks --stack-name ${stack} --query "Stacks[0].Outputs[?OutputKey=='DispatchName'].OutputValue" --output text)" --cli-binary-format raw-in-base64-out --payload '{"all":true}' /dev/stdout. If that fails see the log of Dispatch; if it works, see whether the schedule is enabled (runbook, "No check is started").`,
      };
    case 'failures wait':
      return {
        what: `${plural(ailment.messages, 'message')} in the queue ${ailment.queue}`,
        cure: 'Runbook, "Failures wait": look at the messages and mend their cause; then purge Failures, or start a redrive of any other queue.',
      };
    case 'condition':
      return {
        what: `${capital(headOf(ailment.held.condition))}, since ${timeOf(ailment.held.since, zone)}`,
        cure: sentenceOf(ailment.held.condition, zone),
      };
    case 'older rows':
      return {
        what: `Left by an older version, and not watched: ${ailment.slugs.join(', ')}`,
        cure: 'Deploy once more: a deployment brings them up.',
      };
    case 'nothing watched':
      return {
        what: ailment.ended > 0 ? 'The watch on every story has ended' : 'No story is watched',
        cure: `Put one: claimwatch stories put FILE --table ${table}; or put its baseline into baseline/ and deploy.`,
      };
    case 'feed fails': {
      const { url } = ailment.state;
      const { cause, why, since } = ailment.failure;
      const word = shellWord(masked(url));
      return {
        what: `${masked(url)} has failed since ${timeOf(since, zone)}: ${cause}, ${readableLine(withMaskedAddresses(why))}`,
        cure: `Look at it: claimwatch feeds check ${word}. Mend its address in the baseline, take it out, or say that you know: claimwatch feeds acknowledge ${word} --table ${table}.${masked(url) === url ? '' : ' Its whole address is in the baseline.'}`,
      };
    }
    case 'unconfirmed':
      return {
        what: `${ailment.address} has not confirmed, and gets no mail`,
        cure: 'The confirmation of AWS is in its inbox, or in its spam. After three days it is void: take the address out, deploy, put it back and deploy.',
      };
    case 'nobody is told':
      return {
        what: 'Nobody gets the alarms',
        cure: 'Set alarmEmail in the settings and deploy, or subscribe to the topic of alarms.',
      };
    default:
      return ailment satisfies never;
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
