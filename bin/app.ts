import { fileURLToPath } from 'node:url';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { MonitorStack } from '../lib/infra/monitor-stack.ts';
import { readSettings, readStackName } from '../lib/infra/settings.ts';
import { InputError } from '../lib/model/input-error.ts';

const app = new App();
try {
  const settings = readSettings(
    app.node.tryGetContext('claimwatch'),
    fileURLToPath(new URL('..', import.meta.url)),
  );
  new MonitorStack(app, readStackName(app.node.tryGetContext('stackName')), {
    settings,
    description: 'claimwatch: watches the news for what overtakes a published article',
  });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
