import { findOrderNumber } from '../task/order-number.ts';
import type { SlotReading, SlotType } from './slot-type.ts';

/** Words that stand in an address, in the languages Ambit speaks. */
const words =
  /\b(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|blvd|boulevard|apt|apartment|flat|suite|unit|floor|block|building|house|near|opposite|behind|calle|av|avda|avenida|colonia|col|carrera|cra|barrio|depto|piso|edificio|esquina|rua|travessa|praca|bairro|cep|bloco|lote|rue|allee|chemin|place|quartier|immeuble|etage|bis|jalan|jl|jln|gang|gg|rt|rw|no|nomor|blok|komplek|perumahan|kelurahan|kecamatan|kota|gali|nagar|colony|sector|marg|chowk|mohalla|ke paas|ke samne)\b|गली|नगर|कॉलोनी|सेक्टर|मार्ग|मकान|के पास|के सामने|شارع|حي|عماره|عمارة|شقة|شقه|الدور|بجانب|قرب|طريق|برج|路|街|号|弄|巷|区|市|省|楼|栋|单元|室|小区|大厦/iu;

/**
 * A place to bring something to, as the customer wrote it: a line with a number and words, or with
 * words that stand in addresses. Whether it exists is for the business's own check.
 */
export const addressSlot = {
  name: 'address',
  findsInside: false,
  read: readAddress,
  /** "Change it to 5 Pine Street, Oakland": what stands after a word for where to, up to the end. */
  inside(text) {
    for (const { 0: lead, index } of [...text.matchAll(whereTo)].toReversed()) {
      const rest = text.slice(index + lead.length);
      const begins = /\p{N}/u.test(rest.split(/\s+/u).slice(0, mostWordsBefore).join(' '));
      if (!begins || findOrderNumber(rest) !== undefined) continue;
      const found = readAddress(rest);
      if (found.kind === 'filled' && /\p{N}/u.test(rest)) return { ...found, whole: false };
    }
    return { kind: 'not-this' };
  },
} as const satisfies SlotType;

/** "Ok. 14 Harbour View": a word that takes up the question is none of the address. */
const opening =
  /^(?:ok(?:ay|e)?|sure|yes|vale|claro|sí|si|sim|bon|oui|ya|iya|haan|हाँ|نعم|好的)[.,:!،，]\s*/iu;

/** A house number stands among the first words of an address. */
const mostWordsBefore = 6;
const whereTo =
  /(?<![\p{L}\p{N}])(?:to|a|para|à|au|ke|jadi|إلى|الى|على)(?:[:\s]+)|(?:改成|改为|改到|改送到|换成|送到|寄到|到|:)\s*/giu;

function readAddress(text: string): SlotReading {
  const value = text
    .normalize('NFC')
    .replaceAll(/[ \t]+/g, ' ')
    .trim()
    .replace(opening, '');
  const plain = value.normalize('NFD').replaceAll(/(\p{Script=Latin})\p{Mn}+/gu, '$1');
  const hasNumber = /\p{N}/u.test(value);
  const letters = value.match(/\p{L}/gu)?.length ?? 0;
  const isQuestion = /[?？؟]\s*$/u.test(value);
  if (isQuestion || value.length > 300 || letters < 4) return { kind: 'not-this' };
  const enough = words.test(plain) && (hasNumber || letters >= 10);
  const lines = hasNumber && (value.match(/[,،，\n]/gu)?.length ?? 0) >= 1 && letters >= 8;
  return enough || lines ? { kind: 'filled', value, shown: value, whole: true } : { kind: 'not-this' };
}
