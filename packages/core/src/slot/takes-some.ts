import { withAsciiDigits } from './digits.ts';
import { withHanNumbers } from './han-numbers.ts';
import { plainWords } from './plain-words.ts';
import { quantityWords } from './quantity-words.ts';

/**
 * How many somebody takes of what they were shown, where a whole text says no more than that: "I'll take one", "j'en
 * prends une paire", "me llevo dos en azul". Undefined for any other text.
 */
export function takesSome(text: string, language: string): number | undefined {
  if (/[?？؟]/u.test(text)) return undefined;
  const written = withAsciiDigits(plainWords(text)).replace(opening, '').trim();
  for (const pattern of patterns) {
    const said = pattern.exec(written)?.groups?.['many'];
    const count = said === undefined ? undefined : counted(said, language);
    if (count !== undefined) return count;
  }
  return undefined;
}

/** Nothing but a number and words around it, or none: "a pair of them". */
function counted(said: string, language: string): number | undefined {
  if (/^\p{Script=Han}+$/u.test(said)) {
    const written = withHanNumbers(said, 10);
    const sign = '零一二三四五六七八九'.indexOf(written.replace(/[两兩]/u, '二'));
    return written.length === 1 && sign > 0 ? sign : wholeNumber(written);
  }
  let count: number | undefined;
  for (const word of said.split(' ')) {
    const value =
      wholeNumber(word) ??
      quantityWords[language]?.[word] ??
      quantityWords[language]?.[word.normalize('NFD').replaceAll(/(\p{Script=Latin})\p{Mn}+/gu, '$1')] ??
      (language === 'en' ? undefined : quantityWords['en']?.[word]);
    if (value === undefined && !around.has(word)) return undefined;
    count = value ?? count;
  }
  return count;
}

function wholeNumber(word: string): number | undefined {
  return /^\d{1,3}$/u.test(word) && Number(word) > 0 ? Number(word) : undefined;
}

const opening =
  /^(?:(?:ok|okay|yes|yeah|great|perfect|nice|so|then|well|sure|sí|si|vale|bueno|entonces|perfecto|sim|bom|então|entao|oui|alors|bon|d accord|ya|iya|oke|haan|हाँ|हां|ठीक है|theek hai|نعم|تمام|طيب|ايوه|好|好的|那|嗯)(?: |$))+|^(?:好的|好|那就|那|嗯)(?=\p{Script=Han})/u;

const around: ReadonlySet<string> = new Set(
  (
    'of them those these it please pls thanks piece pieces pair pairs de esos esas estos estas por favor porfa par pares piezas unidades ' +
    'desses dessas deles delas unidade exemplaires svp merci s il te vous plaît plait buah biji pcs aja saja ya dong deh kak yang ini itu ' +
    'पीस इनमें से प्लीज़ pis inme se ji please منها من فضلك لو سمحت حبة حبات قطعة قطع'
  ).split(' '),
);

const many = String.raw`(?<many>[\p{L}\p{M}\p{N} ]{1,40}?)`;
/** In which colour or size they are wanted. */
const tail = String.raw`(?: (?:in|en|em|warna|ukuran|size|talla|tamanho|taille|couleur|color|colour|cor|रंग|rang|لون|باللون|مقاس) .{1,25})?$`;

/** By language: en, es, pt, fr, id, hi, hi-Latn, ar, zh. */
const spaced = [
  `^(?:(?:i ll|ill|i will|i would|i d|i want to|i d like to|i would like to|let me|we ll|we will) (?:take|have|get|buy|order|like)|give me|get me|i want|i need|i take|order me) ${many}`,
  `^(?:me llevo|llevo|me llevaré|voy a llevar|quiero|quisiera|dame|deme|me das|me da|compro|me quedo con|ponme|póngame|mándame|quiero llevar|quiero comprar) ${many}`,
  `^(?:eu )?(?:levo|vou levar|quero|queria|vou querer|vou ficar com|fico com|compro|me dá|me da|me manda|manda|quero levar|quero comprar) ${many}`,
  `^(?:j en (?:prends|veux|voudrais|prendrai|prendrais|achète|commande)|je (?:prends|prendrai|vais prendre|veux|voudrais)|je vais en prendre|je veux en prendre|on en prend|nous en prenons|donnez m en|donne m en|mettez m en|mettez moi en|mets m en|mets moi en) ${many}`,
  `^(?:(?:saya|aku|gue|gw) )?(?:mau |jadi )?(?:ambil|beli|pesan|pesen|mau|minta|order) ${many}`,
  `^(?:(?:मुझे|मैं) )?${many} (?:दे दो|दे दीजिए|चाहिए|लूँगा|लूंगा|लूँगी|लूंगी|ले लूँगा|ले लूंगा|ले लूंगी|लेना है|लेने हैं|भेज दो|भेज दीजिए)`,
  `^(?:(?:mujhe|main|mai) )?${many} (?:de do|dedo|de dijiye|chahiye|chaiye|lunga|lungi|le lunga|le lungi|lena hai|lene hain|bhej do)`,
  `^(?:سآخذ|ساخذ|باخذ|بآخذ|آخذ|اخذ|هاخد|أريد|اريد|ابغى|أبغى|ابي|أبي|بدي|عايز|عاوز|اعطني|أعطني|اعطيني|هات) ${many}`,
];
const chinese =
  /^(?:请)?(?:我)?(?:就|想)?(?:要|买|来|拿|订|给我来?|给我拿|要买)(?<many>[一二两兩三四五六七八九十\d]+)(?:个|件|双|副|台|部|对|只|条|把|套|份)(?:吧|就好|就行|谢谢)?$/u;
const patterns: readonly RegExp[] = [...spaced.map((pattern) => new RegExp(pattern + tail, 'u')), chinese];
