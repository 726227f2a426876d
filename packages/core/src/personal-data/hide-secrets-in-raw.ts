import { hideSecrets } from './hide-secrets.ts';

/**
 * What a channel sent and nobody could read as a message, without card numbers and codes in what the customer wrote.
 * Ids and numbers of persons stay as they are. Source of the names: Cloud API, message objects.
 */
export function hideSecretsInRaw(raw: unknown): unknown {
  if (Array.isArray(raw)) return raw.map(hideSecretsInRaw);
  if (typeof raw !== 'object' || raw === null) return raw;
  const fields: readonly (readonly [string, unknown])[] = Object.entries(raw);
  return Object.fromEntries(
    fields.map(([name, value]) => [
      name,
      typeof value === 'string' && written.has(name) ? hideSecrets(value) : hideSecretsInRaw(value),
    ]),
  );
}

/** The names under which a customer's own words stand. */
const written: ReadonlySet<string> = new Set([
  'body',
  'caption',
  'description',
  'note',
  'response_json',
  'text',
  'title',
]);
