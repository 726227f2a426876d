/** Fields whose values are a person's, or a secret, whatever they hold. */
const privateKey =
  /^(?:phone|waId|wa_id|bsuid|userId|user_id|username|profileName|contactName|name|body|text|caption|content|raw|recipient|sender|person|token|accessToken|appSecret|verifyToken|secret|secrets|password|authorization)$/i;
/** Fields that hold ids and measures, whose digits are nobody's phone. */
const idKey = /(?:Id|Ids|Ms|Bytes|At|Url)$|^(?:id|pid|bytes|rows|port|time|epoch|address)$/;

const hidden = '[redacted]';
/** Digits grouped as people write phone numbers, seven at least, that are not part of a longer word, id or time. */
const phoneLike = /(?<![\w.:/-])\+?\(?\d(?:[ ().-]{0,2}\d){6,}(?![\w:-])/g;
const patterns: readonly (readonly [RegExp, string])[] = [
  // Meta's message ids carry the phone in base64.
  [/wamid\.[\w+/=-]+/g, 'wamid.…'],
  [/\b[A-Z]{2}\.[A-Za-z0-9]{4,}\b/g, hidden],
  [/\b(Bearer|OAuth)\s+[^\s"',]+/gi, `$1 ${hidden}`],
  [/\bEAA[A-Za-z0-9]{16,}\b/g, hidden],
  [/([?&](?:token|access_token|password)=)[^&\s"']+/gi, `$1${hidden}`],
  [/(:\/\/[^:/?@\s]*:)[^@\s/]+@/g, `$1${hidden}@`],
  // What parsers quote of what they could not read.
  [/"(?:[^"\\]|\\.)*"(?:\.\.\.)? is not valid JSON/gs, '"…" is not valid JSON'],
  [/(invalid input [^:\n]*: )"(?:[^"\\]|\\.)*"/gs, '$1"…"'],
];

/** Takes personal data and secrets out of a log's fields. */
export type Redact = (fields: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/**
 * The second net: what is logged should hold no personal data in the first place; what slips through in an error's
 * words, or under a telling name, is masked here. `secrets`: masked wherever they occur.
 */
export function createRedact(secrets: readonly string[]): Redact {
  const known = secrets.filter((secret) => secret.length >= 8);

  function redactText(text: string, isId: boolean): string {
    let masked = text;
    for (const secret of known) masked = masked.replaceAll(secret, hidden);
    for (const [pattern, by] of patterns) masked = masked.replaceAll(pattern, by);
    return isId ? masked : masked.replaceAll(phoneLike, hidden);
  }

  function redactValue(key: string, value: unknown, depth: number): unknown {
    if (value === null || value === undefined || typeof value === 'boolean') return value;
    if (privateKey.test(key)) return hidden;
    if (typeof value === 'string') return redactText(value, idKey.test(key));
    if (typeof value === 'number' || typeof value === 'bigint') return value;
    if (depth === 0) return hidden;
    if (value instanceof Error) return redactText(value.stack ?? value.message, false);
    if (Array.isArray(value)) return value.map((inner) => redactValue(key, inner, depth - 1));
    if (typeof value === 'object') return redactFields(value, depth - 1);
    return hidden;
  }

  function redactFields(fields: object, depth: number): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(fields).map(([key, value]) => [key, redactValue(key, value, depth)]),
    );
  }

  return (fields) => redactFields(fields, 4);
}
