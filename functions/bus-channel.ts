import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { announcementData } from '../lib/view/announcement/data.ts';
import type { Deliver } from './channels.ts';

const DETAIL_TYPES = {
  change: 'Change Recorded',
  withdrawal: 'Change Withdrawn',
  standing: 'Standing Changed',
} as const;
/** An event may have 256 KB, in bytes. */
const MOST_BYTES = 200_000;

/** Announcements for machines, as events of the source `claimwatch` on an EventBridge bus; `id` tells repeats. */
export function busChannel(events: EventBridgeClient, busName: string): Deliver {
  return async (tellings) => {
    for (const telling of tellings) {
      const { type: _, ...detail } = announcementData(telling, MOST_BYTES);
      const { FailedEntryCount, Entries } = await events.send(
        new PutEventsCommand({
          Entries: [
            {
              EventBusName: busName,
              Source: 'claimwatch',
              DetailType: DETAIL_TYPES[telling.announcement.about],
              Detail: JSON.stringify(detail),
            },
          ],
        }),
      );
      if (FailedEntryCount)
        throw new Error(
          `The event bus ${busName} refused ${detail.id} (${Entries?.[0]?.ErrorCode}: ${Entries?.[0]?.ErrorMessage}): it is sent again`,
        );
    }
  };
}
