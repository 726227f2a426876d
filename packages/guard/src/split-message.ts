/**
 * The parts of a message that could each be a request: sentences and clauses of at least two words
 * (four characters in scripts without spaces). One part when it does not fall apart.
 */
export function splitMessage(text: string): readonly string[] {
  const parts = text
    .split(boundaries)
    .map((part) => part.replace(leading, '').trim())
    .filter((part) => part !== '');
  return parts.filter(isLongEnough).length > 1 ? parts.filter(isLongEnough) : [text];
}

const conjunctions = [
  'and (?:also |then |after that )?(?:can|could|please|pls|write|tell|give|make|help|what|who|how|where|when|also|i |my |is|do|did|will|would)',
  "also|plus|btw|by the way|besides|oh and|ps|p\\.s\\.|one more thing|another thing|while (?:you are|youre|you're) at it",
  'y (?:también|tambien|además|ademas|luego|de paso)|también|tambien|además|ademas|por cierto|de paso|y (?:escr|dime|haz|cu[eé]nta|me |puedes|donde|dónde|qué|que|cómo|como|cuál)',
  'e (?:também|tambem|depois|me |escrev|faz|conta|qual|como|quando|onde|voc[eê])|também|tambem|aproveita(?:ndo)?|além disso|a propósito',
  "et (?:aussi|puis|après|sinon|écris|raconte|fais|dis|peux|pouvez|c'est|quel|où|tu |vous )|aussi|au fait|d'ailleurs|par ailleurs|sinon|en passant",
  'dan (?:juga|tolong|buat|tulis|kasih|apa|gimana|kapan)|terus|sekalian|sama(?: tolong| buatin)|oh ya|btw|juga',
  'aur (?:haan|ek|mujhe|please|bata|likh|suna|kya|kaise|kab)|sath (?:me|mein) hi|waise|और|साथ ही|वैसे',
  'و(?:كمان|ايضا|أيضا|بعدين|بالمرة|برضو)|كمان|بالمناسبة|على فكرة',
];
const boundaries = new RegExp(
  `[.?!…؟۔।。！？；;\\n]+|[,،，、:]\\s*|(?<=[\\s.,])(?=(?:${conjunctions.join('|')})(?:\\s|\\p{L}))|(?=(?:顺便|另外|还有|然后|再帮|再给|并且))`,
  'giu',
);
const leading = /^(?:and|y|e|et|dan|aur|और|و|also|plus|btw|顺便|另外|还有|然后)\s+/iu;
const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

function isLongEnough(part: string): boolean {
  if ((part.match(withoutSpaces)?.length ?? 0) >= 3) return true;
  return (part.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0) >= 2;
}
