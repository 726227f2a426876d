import type { Language } from '../language/language.ts';
import { goesOn } from './goes-on.ts';
import { isUnspaced, wordsOf } from './plain-words.ts';

/** A clause of fewer words, or signs, says too little to be looked for alone. */
const [leastWords, leastSigns] = [3, 4];
/** Where the verb says who is asked ("tienen estacionamiento"), two words are enough. */
const shortSpoken: ReadonlySet<Language> = new Set(['es', 'pt', 'id', 'ar']);
/** A question word stands among the first so many words of its clause. */
const early = 4;

type Asking = {
  /** Words between two clauses. */
  readonly joins: string;
  /** How a question begins. */
  readonly asks: string;
};

const asking: Readonly<Record<Language, Asking>> = {
  en: {
    joins: 'and also|and|also|plus',
    asks: 'what|whats|when|where|wheres|how|who|which|why|do|does|did|is|are|can|could|will|would|have|has|if you|if there|if i|whether',
  },
  es: {
    joins: 'y también|y tambien|y además|y ademas|y|e|también|tambien|además|ademas',
    asks: 'qué|a qué hora|que horario|a que hora|cuál|cual|cuáles|cuándo|cuando|cuánto|cuanto|cuánta|cuanta|cuántos|cuántas|dónde|donde|cómo|como|quién|quien|tienen|tiene|hay|puedo|puede|pueden|se puede|aceptan|hacen|venden|abren|cierran|envían|envian|entregan|si tienen|si hay|si puedo|si aceptan',
  },
  pt: {
    joins: 'e também|e tambem|e|também|tambem|além disso',
    asks: 'que horas|a que horas|qual|quais|quando|quanto|quanta|quantos|quantas|onde|como|quem|tem|têm|há|posso|pode|podem|aceitam|fazem|vendem|abrem|fecham|entregam|vocês|vcs|dá para|da para|se tem|se vocês|se posso',
  },
  fr: {
    joins: 'et aussi|et|aussi',
    asks: 'quel|quelle|quels|quelles|à quelle heure|a quelle heure|quand|combien|où|comment|qui|est ce que|est ce qu|avez vous|y a t il|puis je|peut on|acceptez vous|faites vous|livrez vous|vous avez|vous faites|vous livrez|vous acceptez|s il y a|si vous',
  },
  id: {
    joins: 'dan juga|dan|terus|trus|sama|juga|lalu',
    asks: 'apa|apakah|kapan|berapa|dimana|di mana|gimana|bagaimana|siapa|jam berapa|bisa|boleh|ada|buka|tutup',
  },
  hi: {
    joins: 'और|और साथ में|साथ ही',
    asks: 'क्या|कब|कहाँ|कहां|कितना|कितने|कितनी|कैसे|कौन|किस|कहा',
  },
  'hi-Latn': {
    joins: 'aur|aur sath mein',
    asks: 'kya|kab|kahan|kaha|kitna|kitne|kitni|kaise|kaun|kis|kitney',
  },
  ar: {
    joins: 'و|وأيضا|وايضا|كمان|وكمان',
    asks: 'ما|ماذا|متى|أين|اين|وين|فين|كم|بكم|كيف|هل|من|شو|إيش|ايش|امتى|إمتى|عندكم|فيه|في عندكم',
  },
  zh: {
    joins: '和|还有|以及|另外|然后',
    asks: '几|什么|吗|哪|多少|怎么|能不能|有没有|可不可以|是否|多久|谁|何时',
  },
};

/**
 * The clauses of a text without question marks between them that each ask something by themselves: "what time do you
 * close and do you have parking". Undefined where it asks one thing, or where a clause only goes on from another.
 */
export function questionClauses(text: string, language: Language): readonly string[] | undefined {
  const { joins, asks } = asking[language];
  const bare = text.trim().replace(/[?？؟.!。！\s]+$/u, '');
  // Of a list of things ("tea, coffee and cake") no part begins like a question.
  const parts = bare
    .split(borders(joins, asks, language))
    .map((part) => part.trim().replace(/^[,،，、;\s]+|[,،，、;\s]+$/gu, ''))
    .filter((part) => part !== '');
  const [greeting = '', after = '', ...more] = parts;
  const greets = parts.length > 1 && wordsOf(greeting).length <= 2 && !asksIn(greeting, asks, language);
  const clauses = greets ? [`${greeting}, ${after}`, ...more] : parts;
  if (clauses.length < 2 || clauses.length > 3) return undefined;
  const whole = clauses.every(
    (part) => saysEnough(part, asks, language) && asksIn(part, asks, language) && standsAlone(part, language),
  );
  return whole ? clauses.map((part) => `${part}${markOf(language)}`) : undefined;
}

function borders(joins: string, asks: string, language: Language): RegExp {
  if (language === 'zh') return new RegExp(`[,，、;；\\s]+(?:${joins})?|(?:${joins})`, 'u');
  const and = joins.replaceAll(' ', '\\s+');
  const beginning = asks.replaceAll(' ', "[\\s'’-]+");
  // In Hindi the question word comes later in its clause; in Arabic the "and" is written on it.
  if (language === 'hi' || language === 'hi-Latn')
    return new RegExp(`\\s*[,،;]\\s*(?:(?:${and})\\s+)?|\\s+(?:${and})\\s+`, 'iu');
  if (language === 'ar')
    return new RegExp(
      `\\s*[,،;]\\s*و?(?=(?:${beginning})(?!\\p{L}))|\\s+(?:كمان\\s+|و)(?=(?:${beginning})(?!\\p{L}))`,
      'iu',
    );
  return new RegExp(
    `(?:\\s*[,;]\\s*(?:(?:${and})\\s+)?|\\s+(?:${and})\\s+)(?=(?:${beginning})(?![\\p{L}\\p{M}]))`,
    'iu',
  );
}

function asksIn(part: string, asks: string, language: Language): boolean {
  const questions = asks.split('|').map((each) => wordsOf(each).join(' '));
  if (language === 'zh') return questions.some((each) => part.includes(each));
  const verbFinal = language === 'hi' || language === 'hi-Latn';
  const words = wordsOf(part);
  const head = ` ${words.slice(0, verbFinal ? words.length : early + 2).join(' ')} `;
  return questions.some((each) => head.includes(` ${each} `));
}

/** "Is there", "est-ce que", "y a-t-il" and a Spanish article point back to nothing. */
function standsAlone(part: string, language: Language): boolean {
  const empty = emptyPointers[language];
  return goesOn(empty === undefined ? part : part.replace(empty, ' '), language).kind === 'by-itself';
}

const emptyPointers: Readonly<Partial<Record<Language, RegExp>>> = {
  en: /\b(?:is|are|was|were|will|if) there\b/giu,
  fr: /\best[-\s]ce\s+qu(?:e\b|['’])|\b(?:s['’])?(?:il\s)?y\s+a(?:[-\s]t[-\s]il)?\b/giu,
  es: /\bla(?=\s)/giu,
};

/** "And at what time" is about what the clause before it asks. */
function saysEnough(part: string, asks: string, language: Language): boolean {
  const words = wordsOf(part);
  if (asks.split('|').some((each) => wordsOf(each).join(' ') === words.join(' '))) return false;
  const signs = part.match(/\p{Script=Han}/gu)?.length ?? 0;
  return words.some(isUnspaced)
    ? signs >= leastSigns
    : words.length >= (shortSpoken.has(language) ? 2 : leastWords);
}

function markOf(language: Language): string {
  return language === 'zh' ? '？' : language === 'ar' ? '؟' : '?';
}
