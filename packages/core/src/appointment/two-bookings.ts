import { peopleSlot } from '../slot/people-slot.ts';
import type { SlotContext } from '../slot/slot-type.ts';
import { readWhen } from '../slot/when/read-when.ts';

/**
 * Two bookings that one message asks for. `first`, `second`: the words of each; `firstWhen`, `secondWhen`: where
 * they say when, which may be said once for both; `other`: the second is for somebody else.
 */
export type TwoBookings = {
  readonly first: string;
  readonly second: string;
  readonly firstWhen: string;
  readonly secondWhen: string;
  readonly other: boolean;
};

/**
 * Parts "a cleaning for me and one for my husband on Tuesday", "a table for 2 on Friday and for 6 on Sunday". What
 * stands on both sides has to be a booking of its own: another day for other people or another service, one for
 * somebody else, or another service. Undefined for anything else, such as two days that would both do.
 * `servicesIn`: what services a text names.
 */
export function twoBookings(
  text: string,
  context: SlotContext,
  servicesIn: (text: string) => readonly string[],
): TwoBookings | undefined {
  for (const { index, 0: joint } of text.matchAll(joints)) {
    const first = text.slice(0, index).trim();
    const second = text.slice(index + joint.length).trim();
    if (first === '' || second === '' || otherwise.test(` ${second} `)) continue;
    const one = read(first, context, servicesIn);
    const two = read(second, context, servicesIn);
    const news = two.services.some((name) => !one.services.includes(name)) && one.services.length > 0;
    const other = forSomebodyElse.test(` ${second} `);
    const apart =
      (one.day && two.day && (two.people || news || other) && (one.people || one.services.length > 0)) ||
      (other && one.services.length > 0 && (anotherOne.test(` ${second} `) || two.services.length > 0)) ||
      (one.people && two.people && one.day !== two.day && anotherOne.test(` ${second} `)) ||
      (news && !isSame(one.services, two.services) && (one.day || two.day || anotherOne.test(` ${second} `)));
    if (!apart) continue;
    return {
      first,
      second,
      firstWhen: one.when ? first : second,
      secondWhen: two.when ? second : first,
      other,
    };
  }
  return undefined;
}

function read(text: string, context: SlotContext, servicesIn: (text: string) => readonly string[]) {
  const when = readWhen(text, context);
  return {
    when: when !== undefined,
    day: (when?.days.length ?? 0) > 0,
    people: peopleSlot.read(text, '', context).kind === 'filled',
    services: servicesIn(text),
  };
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name) => other.includes(name));
}

/** What may stand between two bookings. */
const joints =
  /\s*[,;，；、،؛]\s*(?:(?:and|plus|also|y|también|e|também|et|aussi|dan|sama|juga|aur|और|و|还有|另外|再|以及)(?![\p{L}\p{M}])\s*)?|\s+(?:and(?: then)?(?: also)?|plus|also|as well as|y(?: también)?|e(?: também)?|mais(?= uma?| outr[oa])|et(?: aussi)?|puis|dan|sama|serta|aur|और|तथा|ثم|وكذلك)\s+|\s+و(?=\p{Script=Arabic}{2}|\p{N})|和|还有|另外|以及|再(?=订|约|来)|\.\s+|\n+/giu;

/** "And if not, Sunday": one booking, with a second best. */
const otherwise =
  /[\s,](?:if not|otherwise|or else|or|si no|sino|o si|se não|senão|ou|sinon|ou bien|kalau tidak|kalau nggak|atau|नहीं तो|या|nahi to|nahin to|ya phir|وإلا|أو|او|اذا لا|不行|或者|否则|要不)[\s,]|不行|或者|否则/iu;

const forSomebodyElse =
  /(?<![\p{L}\p{M}])(?:(?:for|from)? ?(?:my|our|his|her|the) (?:wife|husband|partner|girlfriend|boyfriend|fianc[eé]e?|son|daughter|kids?|child|children|baby|boy|girl|mother|father|mom|mum|dad|parents|brother|sister|friend|colleague|grandmother|grandfather|grandma|grandpa|aunt|uncle|cousin)|(?:mi|mis|su) (?:espos[oa]|mujer|marido|pareja|novi[oa]|hij[oa]s?|beb[eé]|mam[aá]|pap[aá]|madre|padre|herman[oa]|amig[oa]|abuel[oa]|t[ií][oa]|prim[oa])|(?:minha|meu|meus|minhas) (?:espos[oa]|mulher|marido|namorad[oa]|filh[oa]s?|beb[eê]|mãe|pai|irmã|irmão|amig[oa]|av[óô])|(?:ma|mon|mes) (?:femme|mari|conjointe?|copine|copain|fille|fils|enfants?|bébé|mère|père|maman|papa|sœur|soeur|frère|amie?|tante|oncle|grand-mère|grand-père)|(?:istri|suami|pacar|anak|bayi|ibu|ayah|bapak|mama|papa|kakak|adik|teman|nenek|kakek)(?: saya|ku|nya)?|(?:मेरी|मेरे|मेरा) (?:पत्नी|पति|बेटे|बेटी|बच्चे|माँ|मां|मम्मी|पापा|पिता|पिताजी|भाई|बहन|दोस्त)|(?:mer[aeiy]+) (?:patni|wife|pati|husband|bet[aei]|bach+[aei]|maa|mummy|papa|pitaji|bhai|behen|dost)|(?:ل)?(?:زوجتي|زوجي|مراتي|راجلي|ابني|ابنتي|ولدي|بنتي|أمي|امي|أبي|ابي|أختي|اختي|أخي|اخي|صديقي|صديقتي))(?![\p{L}\p{M}])|我?(?:老婆|老公|太太|先生|丈夫|妻子|女儿|儿子|孩子|宝宝|妈妈|爸爸|母亲|父亲|姐姐|妹妹|哥哥|弟弟|朋友|同事)/iu;

const anotherOne =
  /(?<![\p{L}\p{M}])(?:another|one (?:more|for|on|at)|a second|an other|the other|also (?:for|on|a)|otra|otro|una (?:más )?para|uno (?:más )?para|outra|outro|uma (?:para|pra)|um (?:para|pra)|une autre|un autre|une pour|un pour|satu lagi|satunya|satu (?:untuk|buat)|yang lain|एक और|एक|दूसरा|दूसरी|ek aur|ek|dusr[aei]|doosr[aei]|واحد|واحدة|آخر|أخرى|اخرى|وحدة)(?![\p{L}\p{M}])|一个|一次|一桌|一位|再订|再约|再来|另/iu;
