import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Link, Links } from '../monitor/links.ts';
import { partition, type TableClient } from './client.ts';
import { KEYS } from './table.ts';
import { refuseNewer, VERSION, VERSIONS } from './versions.ts';

interface LinkRow extends Link {
  readonly version: number;
}

/** The links to the pages, a row each. */
export function dynamoLinks({ client, table, get, queryAll }: TableClient): Links {
  const toLink = (row: LinkRow): Link => {
    refuseNewer('link', row);
    const { id, name, madeAt } = row;
    return { id, name, madeAt };
  };
  return {
    async link(id) {
      // One that was just revoked opens nothing.
      const row = await get<LinkRow>(KEYS.link(id), { consistent: true });
      return row ? toLink(row) : null;
    },
    links: async () => (await queryAll<LinkRow>(partition(KEYS.link('').pk))).map(toLink),
    async saveLink(link) {
      const row = { ...KEYS.link(link.id), ...link, [VERSION]: VERSIONS.link };
      await client.send(new PutCommand({ TableName: table, Item: row }));
    },
    async removeLink(id) {
      await client.send(new DeleteCommand({ TableName: table, Key: KEYS.link(id) }));
    },
  };
}
