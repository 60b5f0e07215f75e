import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // More files at a time than there are cores: many of them wait for processes, sockets and clocks.
    // A share above 100 % would be cut down to that.
    maxWorkers: Math.ceil(1.5 * availableParallelism()),
    // Loading the code anew for each file takes a third of the time.
    isolate: false,
    // A loaded machine takes its time: the first synthesis of a process alone takes seconds.
    testTimeout: 30_000,
    // The SDK's advice on Node's version would stand between the results.
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true', NO_COLOR: '', COLUMNS: '', TZ: 'UTC' },
  },
});
