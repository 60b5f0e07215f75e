import type { Hosts } from '../monitor/ports.ts';
import type { TableClient } from './client.ts';
import { KEYS } from './table.ts';
import { refuseNewer } from './versions.ts';

interface HostRow {
  readonly version: number;
  readonly until: string;
}

/** The hosts that want to be left alone, a row each, which goes when the wait is over. */
export function dynamoHosts({ get, put }: TableClient): Hosts {
  return {
    async hostWait(host) {
      const row = await get<HostRow>(KEYS.host(host));
      refuseNewer('host', row);
      return row?.until ?? null;
    },
    saveHostWait: (host, until) => put('host', KEYS.host(host), { until }, new Date(until)),
  };
}
