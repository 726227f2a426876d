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

/** By language, what begins another request: alone, or together with the word that asks for it. */
const conjunctions = [
  'and (?:also |then |after that )?(?:can|could|please|pls|write|tell|give|make|help|explain|translate|recommend|what|who|how|why|where|when|also|i |im |my |is|do|did|will|would)',
  "also|plus|btw|by the way|besides|oh and|ps|p\\.s\\.|one more thing|another thing|while (?:you are|youre|you're) at it|then (?:write|tell|give|make|explain|translate)",
  'y (?:también|tambien|además|ademas|luego|de paso)|también|tambien|además|ademas|por cierto|de paso|aparte|luego (?:escr|dime|haz|trad[uú]c|cu[eé]nta)|y (?:escr|dime|haz|cu[eé]nta|cu[aá]nto|cu[aá]ndo|me |puedes|quiero|necesito|dame|trad[uú]c|expl[ií]c|res[uú]m|r[eé]suelv|recomi|calcula|canta|inventa|dibuja|cont[aá]|qui[eé]n|por qu|donde|dónde|qué|que|cómo|como|cuál)',
  'e (?:também|tambem|depois|me |escrev|faz|conta|traduz|explica|resum|calcula|quero|preciso|quem|por que|quanto|qual|como|quando|onde|voc[eê])|também|tambem|aproveita(?:ndo)?|além disso|a propósito',
  "et (?:aussi|puis|ensuite|après|sinon|écri|racont|fai[st]|dis|donne|tradui|expliqu|résum|calcul|résou|invent|dessin|chant|peux|pouvez|combien|comment|pourquoi|qui|quand|je |j'|est-ce|c'est|quel|où|tu |vous )|aussi|(?:puis|ensuite) (?:écri|racont|fai|di|tradui|expliqu|résum|calcul|donn|invent|dessin)|au fait|d'ailleurs|par ailleurs|sinon|en passant|tant que j'y suis",
  'dan (?:juga|tolong|buat|bikin|tulis|kasih|jelas|terjemah|cerita|rangkum|hitung|gambar|nyanyi|rekomen|siapa|berapa|kenapa|apa|gimana|kapan)|terus|trus|lalu|habis itu|abis itu|sekalian|sama (?:tolong|buat|bikin|cerita|jelas|terjemah|tulis|kasih tau|rangkum|hitung)|oh ya|btw|juga',
  'aur (?:haan|ek|mujhe|please|batao|bata|likh|suna|samjha|kya|kaise|kab|kaun|kitn)|sath (?:me|mein) hi|sath me|phir|waise|और|साथ ही|साथ में|फिर|वैसे',
  'و(?:كمان|ايضا|أيضا|بعدين|بالمرة|برضو|اكتب|ترجم|لخص|اشرح|قول|عطني|اعطني|احك|سوي|حل|هات|ابغى|ابي|عايز|ممكن|كيف|ازاي|متى|وين|كم|هل|ليش|ليه|ايش|وش|مين)|كمان|بالمناسبة|على فكرة|بعدين',
];
/** In Chinese they stand without spaces. */
const chinese =
  '顺便|顺带|另外|还有|此外|对了|然后|接着|再帮|再给|再来|并且|而且|(?:和|并|也|再)(?=写|讲|说|告诉|给我|帮我|翻译|解释|推荐|总结|画|算|教我|什么|怎么)';
const boundaries = new RegExp(
  `[.?!…؟۔।。！？；;\\n]+|[,،，、:]\\s*|(?<=[\\s.,])(?=(?:${conjunctions.join('|')})(?:[\\s-]|\\p{L}))|(?=(?:${chinese}))`,
  'giu',
);
const leading =
  /^(?:(?:and|y|e|et|dan|aur|phir|और|फिर|و|also|plus|btw)\s+|(?:顺便|顺带|另外|还有|此外|对了|然后|接着)\s*)/iu;
const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

function isLongEnough(part: string): boolean {
  if ((part.match(withoutSpaces)?.length ?? 0) >= 3) return true;
  return (part.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0) >= 2;
}
