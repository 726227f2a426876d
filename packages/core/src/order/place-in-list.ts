import { comparableText } from '../message/comparable-text.ts';
import { foldLetters } from '../scope/checks/checked-words.ts';

/**
 * Which of `count` orders that were shown a text speaks of, from 0: "cancel the second one", "annulez la deuxième",
 * "取消第二个". `unclear`: it speaks of several, or of one further down than there are.
 */
export function placeInList(text: string, count: number): number | 'unclear' | undefined {
  const apart = comparableText(text).replaceAll("'", ' ').replaceAll(article, '$1ال ');
  const words = foldLetters(apart)
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  const places = ordinals.flatMap((patterns, place) =>
    patterns.some((pattern) => pattern.test(` ${words} `)) ? [place] : [],
  );
  const [place, another] = places;
  if (place === undefined) return undefined;
  return another === undefined && place < count ? place : 'unclear';
}

/** The Arabic article, which tells "the second" from "again". */
const article = /(?<!\p{L})([وبف]?)(?:ال|لل)(?=\p{L}{3})/gu;

/** From the first to the fifth, with what must stand around each so that it is no time, weekday or thing in an order. */
const ordinals: readonly (readonly RegExp[])[] = [
  [
    'first',
    'primer[oa]?',
    'primeir[oa]',
    'premiere?',
    'pertama',
    'पहल[ाी]|पहले(?= वाल)',
    'pe?a?hl[ai]|pe?a?hle(?= wal)',
    'اول|اولي|اوله',
    '一',
  ],
  [
    'second',
    'segund[oa]',
    'segund[oa]',
    'deuxieme|seconde?',
    'kedua',
    'दूसर[ाीे]',
    '(?:du|doo)sr[aie]',
    '(?:ث|ت)اني(?:ه)?',
    '二',
  ],
  [
    'third',
    'tercer[oa]?',
    'terceir[oa]',
    'troisieme',
    'ketiga',
    'तीसर[ाीे]',
    't(?:ee|i)sr[aie]',
    '(?:ث|ت)ال(?:ث|ت)(?:ه)?',
    '三',
  ],
  ['fourth', 'cuart[oa]', 'quart[oa]', 'quatrieme', 'keempat', 'चौथ[ाीे]', 'chauth[aie]', 'رابع(?:ه)?', '四'],
  [
    'fifth',
    'quint[oa]',
    'quint[oa]',
    'cinquieme',
    'kelima',
    'पा(?:ँ|ं)चव(?:ा|ी|े)',
    'pa+nchv[aie]',
    'خامس(?:ه)?',
    '五',
  ],
].map(([en = '', es = '', pt = '', fr = '', id = '', hi = '', hinglish = '', ar = '', zh = ''], place) => {
  const n = place + 1;
  const numbered = `${n}(?:st|nd|rd|th|o|a|er|e|eme|do|da|ra|ro)`;
  return [
    `(?<= )the (?:${en}|${numbered})(?= (?!time|thing|item|product|article|day|week))|(?<= )(?:${en}|${numbered}) (?:one|order|parcel|package)(?= )`,
    `(?<= )(?:el|la|al) (?:pedido |orden )?(?:${es}|${numbered})(?= (?!vez|articulo|producto|prenda|cosa|dia))`,
    `(?<= )(?<!ate |para )(?:o|a|ao) (?:pedido )?(?:${pt}|${numbered})(?= (?!vez|feira|item|produto|peca|coisa))`,
    `(?<= )(?:le|la) (?:${fr}|${numbered})(?= (?!fois|article|produit|chose|jour))`,
    `(?<= )(?:yang|yg|pesanan|orderan|order|nomor) (?:${id}|ke ?${n})(?= (?!kali|barang|pesanan))`,
    `(?<= )(?:${hi})(?= (?!सामान|चीज|बार|दिन))`,
    `(?<= )(?:${hinglish})(?= (?!saman|cheez|baar|din))`,
    `(?<= )[وبف]?ال (?:${ar})(?= )`,
    `第 ?(?:${zh}|${n})(?![\\d次天件]|十)`,
    `(?<= )(?:number|numero|nomor|رقم|नंबर|nambar) ${n}(?= )`,
    // A word before it and nothing behind: "cancela segunda", "batalkan kedua".
    `^ (?!(?:one|un|um|une|wait|espera|attendez) )[\\p{L}\\p{M}]+ (?:${en}|${es}|${pt}|${fr}|${id})(?: por favor| please| pls| porfa| svp| dong| ya)? $`,
  ].map((pattern) => new RegExp(pattern, 'u'));
});
