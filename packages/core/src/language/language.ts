/**
 * The languages whose sentences are shipped, as BCP 47 tags. Hindi has two: customers who write it
 * in Latin letters are answered in Latin letters.
 */
export const languages = ['en', 'es', 'pt', 'fr', 'id', 'hi', 'hi-Latn', 'ar', 'zh'] as const;
export type Language = (typeof languages)[number];

/** The shipped language a tag means: "pt-BR" is "pt", "hi-Latn" itself, "ar-Latn" (Arabizi) "ar"; undefined if none. */
export function shippedLanguage(tag: string): Language | undefined {
  const [base, ...subtags] = tag.toLowerCase().split('-');
  if (base === 'hi') return subtags.includes('latn') ? 'hi-Latn' : 'hi';
  return languages.find((language) => language === base);
}

/** What a business's declared languages let its agent speak, in their order; English when we ship none of them. */
export function spokenLanguages(declared: readonly string[]): readonly [Language, ...Language[]] {
  const shipped = declared.flatMap((tag) => shippedLanguage(tag) ?? []);
  const [first, ...rest] = [...new Set(shipped)];
  return first === undefined ? ['en'] : [first, ...rest];
}

/** `foreign`: the tag of the customer's own language, when the business does not declare it. */
export type ChosenLanguage = { readonly language: Language; readonly foreign?: string };

/**
 * The language to answer in. `heard`: what the customer's text is written in, if that is known;
 * `before`: what the conversation was in so far. A language that the business does not declare is
 * answered in the one before, else in a near one, else in the first declared.
 */
export function chooseLanguage(
  declared: readonly string[],
  heard: string | undefined,
  before: Language | undefined,
): ChosenLanguage {
  const spoken = spokenLanguages(declared);
  const fallback = before ?? spoken[0];
  if (heard === undefined) return { language: fallback };
  const shipped = shippedLanguage(heard);
  const match = shipped === undefined ? undefined : inSameLanguage(spoken, shipped);
  if (match !== undefined) return { language: match };
  const near = shipped === undefined ? undefined : nearTo[shipped].find((each) => spoken.includes(each));
  return { language: before ?? near ?? spoken[0], foreign: heard };
}

/** Whoever declares Hindi speaks it in both scripts. */
function inSameLanguage(spoken: readonly Language[], wanted: Language): Language | undefined {
  const base = wanted.split('-')[0];
  return spoken.some((each) => each.split('-')[0] === base) ? wanted : undefined;
}

/** What readers of a language most likely understand besides, the likeliest first. */
const nearTo: Readonly<Record<Language, readonly Language[]>> = {
  en: [],
  es: ['pt', 'en'],
  pt: ['es', 'en'],
  fr: ['en'],
  id: ['en'],
  hi: ['en'],
  'hi-Latn': ['en'],
  ar: ['en', 'fr'],
  zh: ['en'],
};

/** The locale that formats dates and lists; Arabic with the digits that order numbers have. */
export const localeOf: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  es: 'es',
  pt: 'pt',
  fr: 'fr',
  id: 'id',
  hi: 'hi',
  'hi-Latn': 'hi-Latn',
  ar: 'ar-u-nu-latn',
  zh: 'zh',
};
