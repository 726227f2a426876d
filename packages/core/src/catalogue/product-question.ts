import { plainWords } from '../slot/plain-words.ts';
import { productDescription, type Product } from './product.ts';
import { foldedText } from './words/fold-words.ts';
import { propertyIn, type Property } from './words/properties.ts';
import { indexTerms, searchWords } from './words/terms.ts';

/** A longer text says more than a question about one thing. */
const mostWords = 14;
const mostHan = 24;

/**
 * What a customer asks of the product before them: "how heavy is it", "is it waterproof", "does it come with
 * a charger". Undefined for anything else, such as a wish for other products.
 */
export function propertyAsked(text: string): Property | undefined {
  const written = foldedText(plainWords(text));
  const han = written.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (written.split(' ').length > mostWords || han > mostHan || looksForOthers.test(` ${written} `))
    return undefined;
  const asks = /[?？؟]/u.test(text) || opening.test(`${written} `) || ending.test(` ${written}`);
  return asks ? propertyIn(written) : undefined;
}

/**
 * What the catalogue says of that: the words that stand there, and nothing concluded from them. Undefined
 * where it says nothing of it.
 */
export function propertyTold(
  { weightGrams, attributes, ...product }: Product,
  property: Property,
  { said, language }: { readonly said: string; readonly language: string },
): string | undefined {
  const description = productDescription(product, language);
  const features = Object.entries(attributes)
    .filter(([name]) => name !== 'colour' && name !== 'size')
    .flatMap(([, values]) => values);
  const telling = (says: (piece: string) => boolean): string | undefined =>
    quoted([
      description !== undefined && says(description) ? description : undefined,
      ...features.filter(says),
    ]);
  switch (property) {
    case 'weight':
      return weightGrams === undefined ? telling((piece) => grams.test(piece)) : weightText(weightGrams);
    case 'battery':
      return telling((piece) => hours.test(piece));
    case 'storage':
      return quoted(attributes['capacity'] ?? []) ?? telling((piece) => capacity.test(piece));
    case 'measures':
      return telling((piece) => lengths.test(piece)) ?? quoted(attributes['size'] ?? []);
    case 'material':
      return quoted(attributes['material'] ?? []) ?? telling((piece) => sharesTerm(piece, said));
    case 'water':
      return telling((piece) => water.test(piece));
    case 'includes':
    case 'works-with':
    case 'feature':
      return telling((piece) => sharesTerm(piece, said));
  }
}

function quoted(pieces: readonly (string | undefined)[]): string | undefined {
  const told = [...new Set(pieces.filter((piece) => piece !== undefined))];
  return told.length === 0 ? undefined : told.map((piece) => `“${piece}”`).join(', ');
}

function weightText(grams_: number): string {
  return grams_ < 1_000 ? `${grams_} g` : `${grams_ / 1_000} kg`;
}

/** A word of the question stands there, in whatever language; "come with" and the like say nothing by themselves. */
function sharesTerm(piece: string, said: string): boolean {
  const there = new Set(indexTerms(piece));
  return searchWords(said).some(
    ({ written, terms }) => !bare.has(written) && terms.some((term) => there.has(term)),
  );
}

const bare: ReadonlySet<string> = new Set(
  'come comes include includes included box work works compatible made material fabric trae incluye viene vem inclui livre inclus fourni termasuk dapat cocok milega chalega'.split(
    ' ',
  ),
);

const grams =
  /\d\s?(?:g|gr|kg|gram|grams|gramos|gramas|grammes|lbs?|oz|克|千克|公斤|ग्राम|जीएम|جرام|غرام|كيلو)(?![\p{L}])/iu;
const hours =
  /battery|batería|bateria|batterie|baterai|बैटरी|بطارية|电池|续航|mAh|毫安|\d\s?-?(?:hours?|h|hrs?|days?|horas?|heures?|jam|घंटे|ghante|ساع\p{L}*|小时|天)(?![\p{L}])/iu;
const capacity = /\d\s?(?:gb|tb|mah|l|litres?|liters?|litros?|毫安|升|जीबी)(?![\p{L}])|万毫安/iu;
const lengths =
  /\d\s?(?:cm|mm|m|inch(?:es)?|in|″|"|pulgadas|polegadas|pouces|inci|इंच|بوصة|寸|英寸|厘米|毫米|米)(?![\p{L}])/iu;
const water =
  /water-?\s?(?:proof|resistant|repellent)|rainproof|impermeab|imperme[áa]vel|étanche|resistente al agua|prova d.?água|tahan air|anti air|वाटरप्रूफ|जलरोधक|مقاوم للماء|ضد الماء|防水|防雨|防泼水/iu;

/** Other products than the one before them. */
const looksForOthers =
  /(?<= )(?:do you have|have you got|do you sell|show me|looking for|any|ones|something|another|other|others|cheaper|tienen|tienes|hay|busco|otros|otras|voces tem|tem algum|outros|outras|avez vous|vous avez|d autres|je cherche|ada yang|yang lain|cari|कोई|दूसरे|koi|dusra|dusre|عندكم|لديكم|غيره)(?= )|有没有别的|别的|其他|推荐|有什么/u;
const opening =
  /^(?:and )?(?:is|does|has|can|will|are|how|what|it|s|es|tiene|trae|viene|cuanto|cuantos|de que|que|e|o que|tem|vem|quanto|quantas|do que|est|il|elle|combien|a t|quel|quelle|c est|apakah|apa|berapa|seberapa|kya|kitna|kitni|क्या|कितना|कितनी|कितने|इसका|इसमें|हल|هل|كم|ما|ايش|شو) /u;
const ending =
  / (?:ga|gak|nggak|enggak|tidak|kah|kak|hai|hai kya|kya|है|क्या|na)$|[吗么呢不]$|多|几|是不是|能不能|什么/u;
