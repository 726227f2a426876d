/**
 * Columns of a grouped write as PostgreSQL reads arrays from text. What pg makes of a JavaScript array is the same,
 * but it quotes and looks through every number too, which a group has many of.
 */
export function numberArray(values: readonly number[]): string {
  return `{${values.join(',')}}`;
}

/** The same of JSON: what JSON escapes in a text that is JSON itself, an array escapes alike. */
export function jsonArray(texts: readonly (string | null)[]): string {
  return `{${JSON.stringify(texts).slice(1, -1)}}`;
}

/** The same of texts; null stays null. */
export function textArray(values: readonly (string | null)[]): string {
  return `{${values.map(quoted).join(',')}}`;
}

function quoted(value: string | null): string {
  if (value === null) return 'NULL';
  return value.includes('"') || value.includes('\\')
    ? `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`
    : `"${value}"`;
}
