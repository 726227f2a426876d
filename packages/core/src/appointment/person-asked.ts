import { readWhen } from '../slot/when/read-when.ts';
import type { SlotContext } from '../slot/slot-type.ts';

/** A person whom somebody wants to come to. `asked`: as it was written; `rest`: the text without that. */
export type PersonAsked = { readonly asked: string; readonly rest: string };

/**
 * Whom a text asks for by name: "with Dr. Strange", "avec Salma", "con la doctora Ruiz", "王医生". Undefined for
 * one that names nobody: relatives and things are no names, and in Latin letters a name without a title needs a
 * capital.
 */
export function personAsked(
  text: string,
  context: Pick<SlotContext, 'at' | 'timeZone' | 'country'>,
): PersonAsked | undefined {
  for (const pattern of patterns) {
    const found = pattern.exec(text);
    const title = found?.groups?.['title'] ?? '';
    const words = (found?.groups?.['name'] ?? '').split(' ');
    const name: string[] = [];
    for (const word of words) {
      const bare = word.replace(/[\p{P}]+$/u, '');
      if (bare === '' || notNames.test(bare) || readWhen(bare, context) !== undefined) break;
      name.push(bare);
      if (bare !== word) break;
    }
    if (found === null || name.length === 0) continue;
    const asked = pattern === chinese ? found[0] : [title, name.join(' ')].join(' ').trim();
    const at = found.index + found[0].length - words.join(' ').length + name.join(' ').length;
    const end = pattern === chinese ? found.index + found[0].length : at;
    const rest = `${text.slice(0, found.index)} ${text.slice(end)}`;
    return { asked, rest: rest.replaceAll(/\s+/gu, ' ').trim() };
  }
  return undefined;
}

const edge = String.raw`(?<![\p{L}\p{M}\p{N}])`;
const withWord =
  '(?:[wW]ith|[cC]on|[cC]om|[aA]vec|[cC]hez|[dD]engan|[sS]ama|[sS]ee|[cC]on el|[cC]on la|[cC]om o|[cC]om a|[aA]vec le|[aA]vec la)';
const titles =
  '[dD]rs?a?|[dD]octors?|[dD]octora|[dD]octor|[dD]octeur|[dD]outora?|[dD]okter|[dD]rg|[dD]entist|[pP]rof|[pP]rofe|[pP]rofesora?|[pP]rofesseur|[pP]rofessora?|[mM]iss|[mM]rs?|[mM]s|[mM]onsieur|[mM]adame|[mM]me|[mM]oniteur|[mM]onitrice|[iI]nstructora?|[iI]nstrutora?|[iI]nstructeur|[cC]oach|[eE]ntrenadora?|[pP]ersonal|[mM]onitora?|[sS]eñora?|[sS]ra?|[pP]ak|[bB]u|[iI]bu|[bB]apak|[mM]bak|[mM]as';

const titled = new RegExp(
  `${edge}(?:${withWord} )?(?:(?:the|el|la|o|a|le|l') ?)?(?<title>(?:${titles})\\.?) ?(?<name>(?:\\p{Lu}[\\p{L}\\p{M}'’-]*\\.?,? ?){1,3})`,
  'u',
);
/** Small letters do behind the shortest titles, which mean nothing else: "dr strange". */
const titledSmall = new RegExp(
  `${edge}(?:${withWord} )?(?:(?:the|el|la|o|a|le) )?(?<title>[dD]ra?\\.?) (?<name>\\p{L}[\\p{L}\\p{M}'’-]{2,})`,
  'u',
);
const plain = new RegExp(
  `${edge}${withWord} (?<name>\\p{Lu}[\\p{Ll}\\p{M}'’-]+(?: \\p{Lu}[\\p{Ll}\\p{M}'’-]+){0,2})`,
  'u',
);
const hindi =
  /(?<![\p{L}\p{M}])(?<title>डॉ\.?|डॉक्टर) (?<name>\p{Script=Devanagari}[\p{L}\p{M}]+)|(?<![\p{L}\p{M}])(?<name>\p{Script=Devanagari}[\p{L}\p{M}]+) (?:के साथ|से मिलना|सर|मैडम)(?![\p{L}\p{M}])/u;
const romanHindi =
  /(?<![\p{L}\p{M}])(?<name>\p{Lu}[\p{L}\p{M}]+) (?:ke saath|ke sath|se milna|sir|madam|ma'am)(?![\p{L}\p{M}])/u;
const arabic =
  /(?<![\p{L}\p{M}])(?:مع |عند )?(?<title>(?:ال)?دكتورة?|د\.|(?:ال)?أستاذة?|(?:ال)?مدربة?|(?:ال)?مونيتور) (?<name>\p{Script=Arabic}[\p{L}\p{M}]+)/u;
const chinese =
  /(?<name>(?:(?!想|要|约|找|跟|和|看|的|请|我|个|位)\p{Script=Han}){1,3})(?:医生|大夫|教练|老师|经理|师傅)/u;

const patterns: readonly RegExp[] = [titled, titledSmall, plain, hindi, romanHindi, arabic, chinese];

/** What stands behind "with" or a title and is nobody's name. */
const notNames =
  /^(?:I|Today|Tomorrow|please|available|today|tomorrow|is|in|on|for|at|the|and|here|this|next|any|anytime|my|who|appointment|visit|appt|time|disponible|hoy|mañana|el|la|en|por|para|que|hoje|amanhã|demain|aujourd|pour|et|besok|hari|ada|yang|से|का|की|के|को|है|कल|आज|अपॉइंटमेंट|कौन|किस|उस|इस|मुझे|आप|किसी|سنان|أسنان|اسنان|عيون|اطفال|أطفال|جلدية|عظام|قلب|نساء|باطنية|نفسي|موجود|موجودة|اليوم|غدا|بكرة|في|من|على|متى|家庭|牙|儿科|女|男|主治|专科|哪|什么|任何|有)$/u;
