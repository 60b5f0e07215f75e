import { fetchDynamodbLocal, hasJava } from './dynamodb-local.ts';

if (!hasJava()) {
  process.stderr.write(
    'java is not on the path, expected version 17 or later: install it, or rely on the contract’s run on dynalite\n',
  );
  process.exit(1);
}
fetchDynamodbLocal();
