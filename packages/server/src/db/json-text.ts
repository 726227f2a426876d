/** What is nested deeper is no message of anybody's, and neither JavaScript nor PostgreSQL writes it at any depth. */
const mostLevels = 200;
const tooDeep = `[left out: more than ${mostLevels} levels deep]`;

/**
 * JSON for a jsonb column. PostgreSQL holds neither NUL nor a lone surrogate; either becomes
 * U+FFFD, so that a message with one is kept rather than refused. For the same reason, what is nested
 * too deep to be written is replaced by a text that says so.
 */
export function jsonText(value: unknown): string {
  try {
    return textOf(value);
  } catch (error) {
    // The stack is exhausted.
    if (!(error instanceof RangeError)) throw error;
    return textOf(shallow(value, mostLevels));
  }
}

function textOf(value: unknown): string {
  const text = JSON.stringify(value);
  return text.includes('\\u') && /\\u(?:0000|d[89a-f])/i.test(text) ? JSON.stringify(storable(value)) : text;
}

/** Text for a text column: without NUL, well-formed. */
export function storableText(text: string): string {
  if (text.isWellFormed() && !text.includes('\0')) return text;
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}

function storable(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [storableText(key), storable(inner)]),
    );
  }
  return value;
}

function shallow(value: unknown, levels: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (levels === 0) return tooDeep;
  if (Array.isArray(value)) return value.map((inner) => shallow(inner, levels - 1));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shallow(inner, levels - 1)]));
}
