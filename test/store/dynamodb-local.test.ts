import { afterAll, beforeAll, describe } from 'vitest';
import { hasJava, isFetched, startDynamodbLocal } from '../support/dynamodb-local.ts';
import { clientAt, freshTable } from '../support/table.ts';
import { storeContract } from './contract.ts';

// Needs Java and the jar, which `npm run test:dynamodb-local` fetches; without them the contract runs on dynalite alone.
describe.skipIf(!hasJava() || !isFetched())('on DynamoDB Local', () => {
  let emulator: Awaited<ReturnType<typeof startDynamodbLocal>>;
  beforeAll(async () => {
    emulator = await startDynamodbLocal();
  }, 30_000);
  afterAll(() => emulator.stop());

  storeContract(() => freshTable(clientAt(emulator.endpoint)));
});
