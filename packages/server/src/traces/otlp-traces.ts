import { ROOT_CONTEXT, SpanStatusCode, TraceFlags, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import {
  BatchSpanProcessor,
  NodeTracerProvider,
  RandomIdGenerator,
  type IdGenerator,
  type TracerConfig,
} from '@opentelemetry/sdk-trace-node';
import type { SpanPlace, Traces } from '../ports/traces.ts';

/** Traces that leave this process in batches. `stop`: sends what is left, for a few seconds at most. */
export type OtlpTraces = Traces & { stop(): Promise<void> };

/** Sends spans to a collector by OTLP over HTTP. `endpoint`: its base address, such as http://127.0.0.1:4318. */
export function createOtlpTraces(endpoint: string): OtlpTraces {
  const ids = createIds();
  const provider = new NodeTracerProvider({
    idGenerator: ids,
    resource: serviceResource,
    spanProcessors: [
      new BatchSpanProcessor(
        new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces`, timeoutMillis: 3_000 }),
        { scheduledDelayMillis: 1_000 },
      ),
    ],
  });
  const tracer = provider.getTracer('ambit');
  return {
    told({ name, place, parent, links = [], startedAt, endedAt, failed, attributes }) {
      ids.next = place;
      const context =
        parent === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, sampled(parent));
      const span = tracer.startSpan(
        `ambit.${name}`,
        {
          startTime: performance.timeOrigin + startedAt,
          links: links.map((link) => ({ context: sampled(link) })),
          attributes: Object.fromEntries(
            Object.entries(attributes).map(([key, value]) => [`ambit.${key}`, value]),
          ),
        },
        context,
      );
      ids.next = undefined;
      if (failed !== undefined) span.setStatus({ code: SpanStatusCode.ERROR, message: failed });
      span.end(performance.timeOrigin + endedAt);
    },
    stop: () => provider.shutdown(),
  };
}

const attributes = { 'service.name': 'ambit' };

/** Who tells: all that collectors need of a resource. */
const serviceResource: NonNullable<TracerConfig['resource']> = {
  attributes,
  merge: (other) => other ?? serviceResource,
  getRawAttributes: () => Object.entries(attributes),
};

function sampled(place: SpanPlace) {
  return { ...place, traceFlags: TraceFlags.SAMPLED, isRemote: true };
}

/** Ids at random, unless the next span's place is given. */
function createIds(): IdGenerator & { next: SpanPlace | undefined } {
  const random = new RandomIdGenerator();
  return {
    next: undefined,
    generateTraceId() {
      return this.next?.traceId ?? random.generateTraceId();
    },
    generateSpanId() {
      return this.next?.spanId ?? random.generateSpanId();
    },
  };
}
