import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Counters, Gauges, Histograms, Metrics, MetricsPage } from '../ports/metrics.ts';
import { counters, gauges, histograms } from './definitions.ts';

/** Numbers kept in this process, on a page that Prometheus reads. */
export type PrometheusMetrics = Metrics & {
  readonly page: MetricsPage;
  /** Called before each reading of the page, to set gauges. One that fails leaves its gauges out. */
  beforeReading(refresh: () => Promise<void>): void;
};

/** Makes an empty set of metrics, with those of the process (CPU, memory, event-loop lag, garbage collection). */
export function createPrometheusMetrics(): PrometheusMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const counting = mapValues(
    counters,
    ({ name, help, labels }) => new Counter({ name, help, labelNames: labels, registers }),
  );
  const observing = mapValues(
    histograms,
    ({ name, help, labels, buckets }) =>
      new Histogram({ name, help, labelNames: labels, buckets: [...buckets], registers }),
  );
  const setting = mapValues(
    gauges,
    ({ name, help, labels }) => new Gauge({ name, help, labelNames: labels, registers }),
  );
  const refreshes: (() => Promise<void>)[] = [];
  const counted = remembered((name: keyof Counters, labels) => counting[name].labels(labels));
  const observed = remembered((name: keyof Histograms, labels) => observing[name].labels(labels));
  return {
    count: (name, labels, by = 1) => {
      if (by > 0) counted(name, labels).inc(by);
    },
    observe: (name, labels, value) => observed(name, labels).observe(value),
    set: (name, labels, value) => setting[name].set({ ...labels }, value),
    beforeReading: (refresh) => {
      refreshes.push(refresh);
    },
    page: {
      contentType: registry.contentType,
      async read() {
        for (const gauge of Object.values(setting)) gauge.reset();
        await Promise.allSettled(refreshes.map((refresh) => refresh()));
        return registry.metrics();
      },
    },
  };
}

type Labels = Readonly<Record<string, string | number>>;

/** Series by name and labels: prom-client looks each up by a text that it puts together anew. */
function remembered<N extends string, S>(
  find: (name: N, labels: Record<string, string | number>) => S,
): (name: N, labels: Labels) => S {
  const series = new Map<string, S>();
  return (name, labels) => {
    let key: string = name;
    for (const label in labels) key += `\n${label}\n${labels[label] ?? ''}`;
    const known = series.get(key);
    if (known !== undefined) return known;
    const found = find(name, { ...labels });
    series.set(key, found);
    return found;
  };
}

type Definition = {
  readonly name: string;
  readonly help: string;
  readonly labels: readonly string[];
};
type Named = keyof Counters | keyof Histograms | keyof Gauges;

function mapValues<N extends Named, D extends Definition, M>(
  definitions: Readonly<Record<N, D>>,
  make: (definition: D) => M,
): Readonly<Record<N, M>>;
function mapValues(
  definitions: Readonly<Record<string, Definition>>,
  make: (definition: Definition) => unknown,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(definitions).map(([name, definition]) => [name, make(definition)]),
  );
}
