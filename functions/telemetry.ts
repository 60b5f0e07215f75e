import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';
import { Tracer } from '@aws-lambda-powertools/tracer';
import { boundedValue } from './bounded-value.ts';

// Service and namespace are settings of the function, POWERTOOLS_SERVICE_NAME and POWERTOOLS_METRICS_NAMESPACE.
/** One JSON line a fact, bounded, without the secrets of addresses, and never what a feed's document holds. */
export const logger = new Logger({ jsonReplacerFn: boundedValue });
export const metrics = new Metrics();
/** Of a call without any nothing is said. */
export function publishMetrics(): void {
  if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
}

/** It leaves requests alone: publishers get no header of the platform (`x-amzn-trace-id`). */
export const tracer = new Tracer({ captureHTTPsRequests: false });

/** Work on one record of a batch whose failure is told before the batch gives the record back. */
export function toldWhenItFails<T>(work: (record: T) => Promise<void>): (record: T) => Promise<void> {
  return async (record) => {
    try {
      await work(record);
    } catch (error) {
      logger.error('A record of the batch failed and is given back', error as Error);
      throw error;
    }
  };
}
