import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Deployment } from '../model/deployment.ts';
import type { Deployments } from '../monitor/ports.ts';
import { partition, type TableClient } from './client.ts';
import { KEYS } from './table.ts';
import { refuseNewer, VERSION, VERSIONS } from './versions.ts';

interface DeploymentRow {
  readonly version?: number;
  readonly deployment: Deployment;
}

/** The deployments, a row each. */
export function dynamoDeployments({ client, table, queryAll }: TableClient): Deployments {
  return {
    async deployments() {
      const rows = await queryAll<DeploymentRow>(partition(KEYS.deployment('').pk));
      for (const row of rows) refuseNewer('deployment', row);
      return rows.map(({ deployment }) => deployment);
    },
    async saveDeployment(deployment) {
      const item = { ...KEYS.deployment(deployment.stack), [VERSION]: VERSIONS.deployment, deployment };
      await client.send(new PutCommand({ TableName: table, Item: item }));
    },
    async removeDeployment(stack) {
      await client.send(new DeleteCommand({ TableName: table, Key: KEYS.deployment(stack) }));
    },
  };
}
