import { cpus, totalmem } from 'node:os';

/** What a bench found. `figures`: numbers by the names the bench's documentation gives them. */
export type BenchReport = {
  readonly bench: string;
  readonly figures: Readonly<Record<string, number>>;
  /** Figures with a target, in words, and whether it was met. */
  readonly targets: readonly { readonly figure: string; readonly wanted: string; readonly met: boolean }[];
  readonly notes: readonly string[];
};

/** Prints a table, or with `--json` one JSON document on standard output. */
export function printReport(report: BenchReport, json: boolean): void {
  const machine = {
    cores: cpus().length,
    processor: cpus()[0]?.model ?? 'unknown',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  };
  if (json) {
    process.stdout.write(`${JSON.stringify({ bench: report.bench, figures: report.figures, machine })}\n`);
    return;
  }
  const width = Math.max(...Object.keys(report.figures).map((name) => name.length));
  const lines = Object.entries(report.figures).map(([name, value]) => {
    const target = report.targets.find((one) => one.figure === name);
    const verdict = target === undefined ? '' : `   ${target.met ? 'met' : 'MISSED'}: ${target.wanted}`;
    return `  ${name.padEnd(width)}  ${String(value).padStart(10)}${verdict}`;
  });
  process.stdout.write(
    `\n${report.bench} on ${machine.cores} cores (${machine.processor}), Node ${machine.node}\n\n${lines.join('\n')}\n\n${report.notes.map((note) => `  ${note}`).join('\n')}\n`,
  );
}

/** A figure for people: three significant digits or whole. */
export function rounded(value: number): number {
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}

/** The value below which `share` (0 to 1) of the values lie; NaN for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The middle value. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** `--json`, and whole numbers such as `--seconds 5`. Throws on anything else. */
export function readArguments<Name extends string>(
  defaults: Readonly<Record<Name, number>>,
): { readonly json: boolean; readonly numbers: Readonly<Record<Name, number>> } {
  const numbers: Record<Name, number> = { ...defaults };
  const names = new Map(Object.keys(defaults).map((name) => [`--${name}`, name]));
  let json = false;
  const given = process.argv.slice(2);
  for (let index = 0; index < given.length; index += 1) {
    const word = given[index] ?? '';
    if (word === '--json') json = true;
    else if (names.has(word) && /^\d+$/.test(given[index + 1] ?? '')) {
      index += 1;
      Object.assign(numbers, { [word.slice(2)]: Number(given[index]) });
    } else
      throw new Error(
        `Unknown argument "${word}"; known: --json ${[...names.keys()].map((name) => `${name} N`).join(' ')}`,
      );
  }
  return { json, numbers };
}
