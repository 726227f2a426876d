import type { WebhookUpdate } from './webhook-update.ts';

type JsonRecord = Readonly<Record<string, unknown>>;

/**
 * What is left of a body once its updates are taken out, and where they were. Together they are the whole
 * body again: nothing that Meta sends is lost.
 */
export type WebhookShell = { readonly rest: JsonRecord; readonly entries: readonly EntryShell[] };

/** `rest`: the entry without its changes; undefined if the entry is one update as a whole. */
export type EntryShell = { readonly rest: JsonRecord | undefined; readonly changes: readonly ChangeShell[] };

/** `rest`: the change without its value; undefined if the change is one update as a whole. */
export type ChangeShell = {
  readonly rest: JsonRecord | undefined;
  readonly value: JsonRecord;
  readonly lists: readonly ListShell[];
};

/** `count`: how many updates were its items; undefined if the field, whatever it holds, is one update. */
export type ListShell = { readonly name: string; readonly count: number | undefined };

/** The body again, equal to what was parsed: for whoever passes webhooks on, or keeps them whole. */
export function rebuildWebhook(parsed: {
  readonly shell: WebhookShell;
  readonly updates: readonly WebhookUpdate[];
}): unknown {
  const pieces = parsed.updates.values();
  const next = (): unknown => pieces.next().value?.raw;
  const list = ({ name, count }: ListShell): readonly [string, unknown] => [
    name,
    count === undefined ? next() : Array.from({ length: count }, next),
  ];
  const change = ({ rest, value, lists }: ChangeShell): unknown =>
    rest === undefined ? next() : { ...rest, value: { ...value, ...Object.fromEntries(lists.map(list)) } };
  const entry = ({ rest, changes }: EntryShell): unknown =>
    rest === undefined ? next() : { ...rest, changes: changes.map(change) };
  return { ...parsed.shell.rest, entry: parsed.shell.entries.map(entry) };
}
