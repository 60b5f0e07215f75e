import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { ChannelState } from '../model/channel-state.ts';
import type { ChannelStates } from '../monitor/ports.ts';
import { partition, type TableClient } from './client.ts';
import { KEYS } from './table.ts';
import { refuseNewer, VERSION, VERSIONS } from './versions.ts';

interface ChannelRow {
  readonly version?: number;
  readonly state: ChannelState;
}

/** The channels that were switched off, a row each. */
export function dynamoChannels({ client, table, get, queryAll }: TableClient): ChannelStates {
  return {
    async channelState(name) {
      const row = await get<ChannelRow>(KEYS.channel(name));
      refuseNewer('channel', row);
      return row?.state ?? null;
    },
    async channelStates() {
      const rows = await queryAll<ChannelRow>(partition(KEYS.channel('').pk));
      for (const row of rows) refuseNewer('channel', row);
      return rows.map(({ state }) => state);
    },
    async deleteChannelState(name) {
      await client.send(new DeleteCommand({ TableName: table, Key: KEYS.channel(name) }));
    },
    async saveChannelState(state) {
      const item = { ...KEYS.channel(state.name), [VERSION]: VERSIONS.channel, state };
      await client.send(new PutCommand({ TableName: table, Item: item }));
    },
  };
}
