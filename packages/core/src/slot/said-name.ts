import type { SlotContext } from './slot-type.ts';
import { readWhen } from './when/read-when.ts';

const mostWords = 4;

/**
 * The name that a longer text says somebody has, or a booking shall be under: "a table for two, my name is Tiago",
 * "au nom de Sara El Idrissi". Undefined where none is said.
 */
export function saidName(text: string, context: SlotContext): string | undefined {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return behindLead(line, context) ?? beforeTrail(line) ?? inChinese(line);
}

function behindLead(line: string, context: SlotContext): string | undefined {
  const strong = lead.exec(line);
  if (strong !== null) return nameAt(line.slice(strong.index + strong[0].length), context, false);
  const label = labelled.exec(line);
  if (label !== null) return nameAt(line.slice(label.index + label[0].length), context, false);
  const weak = iAm.exec(line);
  return weak === null ? undefined : nameAt(line.slice(weak.index + weak[0].length), context, true);
}

/** The words of a name at the start of a text. `capitals`: only two or more that are written with capitals. */
function nameAt(text: string, context: SlotContext, capitals: boolean): string | undefined {
  const words = text.split(' ');
  const name: string[] = [];
  for (const [place, written] of words.entries()) {
    const word = written.replace(/[\p{P}]+$/u, '');
    if (name.length >= mostWords || !startsAName(word, capitals)) break;
    if (stops.has(word) || (name.length > 0 && stops.has(word.toLowerCase()) && !isCapital(word))) break;
    if (saysWhen(word, words[place + 1], context)) break;
    name.push(word);
    if (word !== written) break;
  }
  if (name.length < (capitals ? 2 : 1)) return undefined;
  return name.join(' ');
}

function startsAName(word: string, capitals: boolean): boolean {
  return /^\p{L}/u.test(word) && (!capitals || isCapital(word) || particles.has(word));
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

/** "El martes" is no part of a name, "El Idrissi" is. */
function saysWhen(word: string, next: string | undefined, context: SlotContext): boolean {
  const both = next === undefined ? word : `${word} ${next}`;
  return readWhen(word, context) !== undefined || (!isCapital(word) && readWhen(both, context) !== undefined);
}

/** "Asha ke naam se", "आशा के नाम से": the name stands in front. */
function beforeTrail(line: string): string | undefined {
  const found = trail.exec(line);
  if (found === null) return undefined;
  const words = line.slice(0, found.index).split(' ').slice(-mostWords);
  const capitals = words.slice(words.findLastIndex((word) => !isCapital(word)) + 1);
  return capitals.length > 0 ? capitals.join(' ') : words.at(-1);
}

function inChinese(line: string): string | undefined {
  return chinese.exec(line)?.groups?.['name'];
}

const lead =
  /(?<![\p{L}\p{M}\p{N}])(?:my name is|my name's|my names|name is|name's|in the name of|under the name of|under the name|in the name|on the name of|put it under|name:|me llamo|mi nombre es|a nombre de|al nombre de|nombre:|meu nome é|meu nome e|me chamo|em nome de|no nome de|no nome da|no nome do|nome:|je m['’]appelle|mon nom est|mon nom c['’]est|au nom de|nom ?:|nama saya|namaku|atas nama|a\.n\.?|an\.(?= ?\p{L})|nama:|मेरा नाम|mera naam|naam:|اسمي|إسمي|باسم|بإسم|الاسم|الإسم)[: ]\s*/iu;

/** "…, name Dan Cole". */
const labelled = /(?:^|[,.;،]\s*)(?:name|nombre|nome|nom|nama|naam|नाम|الاسم|اسم)[: ]\s*(?=\p{L})/iu;

/** Weaker: "I am Italian" names nobody, "I am Asha Verma" does. */
const iAm =
  /(?<![\p{L}\p{M}\p{N}])(?:i am|i'm|i’m|this is|it's|it’s|[uU]nder|[sS]oy|[sS]ou|[jJ]e suis|[cC]['’]est|[aA]quí|[aA]qui é|[sS]aya|I am|I'm|I’m|This is|It's)\s+(?=\p{Lu})/u;

const trail = / (?:ke naam|के नाम)(?![\p{L}\p{M}])/u;

const chinese =
  /(?:我叫|名字是|名字叫|姓名[:：]?|名字[:：]|用名|留名|预约人[:：]?|联系人[:：]?|我姓)(?<name>(?:(?!先生|女士|小姐|想|要|我|预[约订]|订|明[天日早晚]|今[天日早晚]|后天|周|星期|下[午周个星]|上午|早上|晚上|中午|需要|帮|请|可以|一[位个]|两[位个]|[二三四五六]位)\p{Script=Han}){1,4})/u;

/** What goes on behind a name. Written with a capital it is part of one. */
const stops: ReadonlySet<string> = new Set(
  [
    'and i on at for with please thanks thank to in the we want need would but so is my of from or',
    'y quiero para por gracias con en quisiera necesito pero o soy mi',
    'e eu quero para por obrigado obrigada com em gostaria preciso mas ou no na às as meu',
    'et je pour merci avec à voudrais svp mais ou mon',
    'dan mau untuk buat ya tolong terima kasih dengan jam hari pada saya',
    'hai hain aur ke ko se par chahiye mujhe',
    'है हैं और के को से पर चाहिए मुझे मैं',
    'و وأريد واريد وأود وبغيت وابغى وعايز ونريد ويوم من في على أريد اريد بغيت لي يوم الساعة شكرا لو مع',
  ].flatMap((line) => line.split(' ')),
);

const particles: ReadonlySet<string> = new Set(
  'de da do dos das del la el al bin ben ibn van von der di du le'.split(' '),
);
