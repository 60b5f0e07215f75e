import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, LoggingFormat, RecursiveLoop, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogLevel, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

export interface NodeFunctionProps {
  /** The name of its file in functions/, without its ending. */
  readonly entry: 'dispatch' | 'check-feeds' | 'read-items' | 'notify' | 'deliver' | 'load-stories' | 'page';
  readonly description: string;
  readonly timeout: Duration;
  readonly environment: Readonly<Record<string, string>>;
  readonly logRetention: RetentionDays;
  /** Where calls of it that fail go; for whoever asks why it has no queue of its own for them. */
  readonly failuresGo: string;
  /** In MB; its share of a core grows with it. @default 256 */
  readonly memorySize?: number;
  /** A module of lib/, without its ending, that it starts as a thread: bundled beside it under its own name. */
  readonly worker?: 'feed/parse-worker';
  /** A folder of lib/ whose files it reads: copied beside it under its own name. */
  readonly files?: 'page/assets';
  /** A file that it reads, put beside it. */
  readonly data?: { readonly name: string; readonly text: string };
}

const FOLDER = fileURLToPath(new URL('../..', import.meta.url));
/** What CommonJS packages inside a bundle of modules look for. */
const REQUIRE =
  "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/** A function of this project with the house's defaults: bundled whole, traced, its log group its own and bounded. */
export class NodeFunction extends NodejsFunction {
  constructor(scope: Construct, id: string, props: NodeFunctionProps) {
    const {
      entry,
      description,
      timeout,
      environment,
      logRetention,
      failuresGo,
      memorySize = 256,
      worker,
      files,
      data,
    } = props;
    const written = data && writeData(data);
    const logGroup = new LogGroup(scope, `${id}Log`, {
      retention: logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    super(scope, id, {
      role,
      entry: `${FOLDER}functions/${entry}.ts`,
      projectRoot: FOLDER,
      depsLockFilePath: `${FOLDER}package-lock.json`,
      description,
      timeout,
      memorySize,
      logGroup,
      environment: {
        ...environment,
        NODE_OPTIONS: '--enable-source-maps',
        POWERTOOLS_SERVICE_NAME: 'claimwatch',
        POWERTOOLS_METRICS_NAMESPACE: Stack.of(scope).stackName,
      },
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      loggingFormat: LoggingFormat.JSON,
      tracing: Tracing.ACTIVE,
      recursiveLoop: RecursiveLoop.TERMINATE,
      awsSdkConnectionReuse: false,
      bundling: {
        format: OutputFormat.ESM,
        target: 'node20',
        minify: true,
        keepNames: true,
        sourceMap: true,
        sourcesContent: false,
        banner: REQUIRE,
        logLevel: LogLevel.WARNING,
        mainFields: ['module', 'main'],
        // The very versions that were tested, not those that the runtime happens to have.
        externalModules: [],
        // Feeds are read here and never written: what xml2js would write XML by stays out, 67 KB.
        esbuildArgs: { '--alias:xmlbuilder': 'sax' },
        commandHooks: {
          beforeBundling: () => [],
          beforeInstall: () => [],
          afterBundling: (from, to) => [
            ...(worker ? [bundleWorker(`${from}/lib/${worker}.ts`, `${to}/${basename(worker)}.mjs`)] : []),
            ...(files ? [`cp -R "${from}/lib/${files}" "${to}/${basename(files)}"`] : []),
            ...(data ? [`cp "${written}" "${to}/${data.name}"`] : []),
          ],
        },
      },
    });
    Validations.of(role).acknowledge({
      id: 'AwsSolutions::AwsSolutions-IAM5[Resource::*]',
      reason: `xray:PutTraceSegments and xray:PutTelemetryRecords, and dynamodb:ListStreams where it reads a stream: AWS allows these actions on all resources only.`,
    });
    Validations.of(this).acknowledge({ id: 'Serverless::Serverless-LambdaDLQ', reason: failuresGo });
  }
}

/** @returns the path of a file with these data, the same for the same */
function writeData({ name, text }: { readonly name: string; readonly text: string }): string {
  const folder = mkdtempSync(join(tmpdir(), 'claimwatch-data-'));
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

function bundleWorker(from: string, to: string): string {
  return `npx esbuild "${from}" --outfile="${to}" --bundle --platform=node --format=esm --target=node20 --minify --main-fields=module,main --log-level=warning --banner:js="${REQUIRE}"`;
}
