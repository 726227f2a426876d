import { hideSecrets } from './hide-secrets.ts';

/**
 * What a channel sent and nobody could read as a message, without card numbers and codes in what the customer wrote.
 * Ids and numbers of persons stay as they are. Source of the names: Cloud API, message objects.
 */
export function hideSecretsInRaw(raw: unknown): unknown {
  return hideBelow(raw, 0);
}

/** Deeper than anything of Meta's; what lies below is no message of a customer, and is left out. */
const mostLevels = 100;
const tooDeep = `[left out: more than ${mostLevels} levels deep]`;

function hideBelow(raw: unknown, level: number): unknown {
  if (typeof raw !== 'object' || raw === null) return raw;
  if (level === mostLevels) return tooDeep;
  if (Array.isArray(raw)) return raw.map((each) => hideBelow(each, level + 1));
  const fields: readonly (readonly [string, unknown])[] = Object.entries(raw);
  return Object.fromEntries(
    fields.map(([name, value]) => [
      name,
      typeof value === 'string' && written.has(name) ? hideSecrets(value) : hideBelow(value, level + 1),
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
