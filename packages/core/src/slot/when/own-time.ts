import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../schedule/instant.ts';
import { withAsciiDigits } from '../digits.ts';

/**
 * A text without the hour that it means by other clocks than the business's: "tomorrow" of "tomorrow 10am my time".
 * Undefined where it names no hour like that, or by clocks that agree with the business's now.
 */
export function withoutOwnTime(
  text: string,
  { at, timeZone }: { readonly at: Instant; readonly timeZone: string },
): string | undefined {
  const said = withAsciiDigits(text.normalize('NFKC'));
  for (const pattern of patterns) {
    for (const match of said.matchAll(pattern)) {
      const zone = match.groups?.['zone'];
      if (zone !== undefined && agrees(zone, at, timeZone)) continue;
      const rest = `${said.slice(0, match.index)} ${said.slice(match.index + match[0].length)}`;
      return rest.replace(/\s{2,}/gu, ' ').replace(/^[\s,.;:，、]+|[\s,;:，、]+$/gu, '');
    }
  }
  return undefined;
}

/** An hour as people write it, with what stands before it. */
const hour =
  "(?:(?:at|by|around|from|a las|a la|à|às|as|jam|pukul|الساعة|सुबह|शाम|दोपहर|subah|shaam|上午|下午|早上|晚上)\\s*)*(?:(?<!\\d)\\d{1,2}(?:\\s?[:.h]\\s?\\d{2})?|noon|midday|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=\\s))\\s*(?:[ap]\\.?\\s?m\\b\\.?|h(?:oras?|eures?|rs?)?\\b|o[’']?clock|pagi|siang|sore|malam|बजे|baje|صباحا|صباحًا|مساء|مساءً|ص|م|点半?|點半?|时)?\\s*";

/** By whose clocks: the customer's own. */
const mine = [
  '(?:in |by |on )?my (?:own )?(?:local )?time ?zone',
  '(?:in |by )?my (?:own |local )?time\\b',
  'local time (?:for me|here|where i am)',
  '(?:en |de )?mi (?:zona|huso)(?: horari[ao])?',
  '(?:en )?mi hora(?: local)?\\b',
  'hora m[ií]a\\b',
  'hora de (?:aqu[ií]|ac[aá]|mi pa[ií]s)',
  '(?:no |do )?meu fuso(?: hor[aá]rio)?',
  'no meu hor[aá]rio(?: local)?',
  '(?:na )?minha hora(?: local)?\\b',
  'hora (?:daqui|do meu pa[ií]s)',
  '(?:dans )?mon fuseau(?: horaire)?',
  '(?:à )?mon heure(?: locale)?\\b',
  "heure (?:d['’]ici|de chez moi)",
  '(?:di )?zona waktu (?:saya|aku|sini)',
  '(?:di )?waktu (?:saya|aku|sini|tempat saya|daerah saya)(?: di sini)?',
  'मेरे (?:यहाँ के |यहां के )?(?:समय|टाइम)(?: ?(?:ज़ोन|जोन|क्षेत्र))?(?: के (?:हिसाब से|अनुसार)| में)?',
  'mere (?:yahan ke )?(?:time|samay)(?: ?zone)?(?: ke (?:hisaab|hisab) se| mein| me)?',
  '(?:حسب |على )?ب?توقيت(?:ي|نا)(?: المحلي)?',
  'ب?توقيت (?:بلدي|بلدنا|عندي)',
  '(?:按|以)?我(?:们)?(?:这边|这里|这儿|当地|本地)?的?(?:当地|本地)?(?:时间|时区)',
].join('|');

/** By the clocks of a zone that is named in short. "ET" before a number is a French "and". */
const named =
  '(?<zone>(?:GMT|UTC)(?:\\s?[+-]\\s?\\d{1,2})?|E[SD]T|ET(?!\\s*\\d)|P[SD]?T|C[SD]T|M[SD]T|BST|CES?T|WIB|WITA|WIT|IST|BRT|SGT|HKT|JST|GST|AES?T)';

const patterns: readonly RegExp[] = [
  new RegExp(`${hour}[,(]?\\s*(?:${mine})\\)?`, 'giu'),
  new RegExp(`(?:${mine}):?\\s*(?:的|is|es|é|est|adalah)?\\s*${hour}`, 'giu'),
  // Small letters of these are words ("est", "ist").
  new RegExp(`${hour}\\(?(?-i:${named})(?![\\p{L}\\p{N}])\\)?`, 'giu'),
];

/** Hours from UTC that an abbreviation may mean. Source: IANA time zone database, abbreviations; some have several. */
const hours: Readonly<Record<string, readonly number[]>> = {
  GMT: [0],
  UTC: [0],
  EST: [-5],
  EDT: [-4],
  ET: [-5, -4],
  PST: [-8],
  PDT: [-7],
  PT: [-8, -7],
  CST: [-6, 8],
  CDT: [-5],
  MST: [-7],
  MDT: [-6],
  BST: [1, 6],
  CET: [1],
  CEST: [2],
  WIB: [7],
  WITA: [8],
  WIT: [9],
  IST: [5.5, 1, 2],
  BRT: [-3],
  SGT: [8],
  HKT: [8],
  JST: [9],
  GST: [4],
  AEST: [10],
  AET: [10, 11],
};

/** Whether a zone's clocks show what the business's show at that moment. */
function agrees(zone: string, at: Instant, timeZone: string): boolean {
  const [, base = '', sign, more] = /^([A-Z]+)(?:\s?([+-])\s?(\d{1,2}))?$/u.exec(zone) ?? [];
  const shift = more === undefined ? 0 : Number(more) * (sign === '-' ? -1 : 1);
  const { offsetNanoseconds } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  const own = offsetNanoseconds / 3_600_000_000_000;
  return (hours[base] ?? []).some((each) => each + shift === own);
}
