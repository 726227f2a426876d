import { comparableText } from '../message/comparable-text.ts';
import type { SlotType } from './slot-type.ts';
import { doesNotKnow } from '../flow/does-not-know.ts';
import { greetingLanguage, thanksLanguage } from '../scope/yes-no.ts';
import { readWhen } from './when/read-when.ts';
import { noName, withoutBeside } from './beside-name.ts';
import { saidName } from './said-name.ts';
import { saysYesOrNo } from './yes-no-slot.ts';

const longest = 60;
const mostWords = 6;

/**
 * What somebody is called: letters of any script and few words. What has digits, links, brackets or a
 * question in it, says when, or is a yes or a no, is no name; nothing that is written here is ever more than text.
 */
export const nameSlot: SlotType = {
  name: 'name',
  findsInside: false,
  read(text, language, context) {
    const line = text.replaceAll(/\s+/gu, ' ').trim();
    const own = withoutBeside(line, context);
    const said = (own ?? line)
      .replace(lead, '')
      .replace(/[.!。！]+$/u, '')
      .replace(trail, '')
      .trim();
    const name = said === '' ? line : said;
    // "A table, for my wife", "Friday, for my son": nobody is called that.
    if (own !== undefined && (noName.test(name) || readWhen(name, context) !== undefined))
      return { kind: 'not-this' };
    const words = name.split(' ').length;
    if (name.length > longest || words > mostWords || !letters.test(name)) return { kind: 'not-this' };
    const when = readWhen(name, context);
    if (when !== undefined && (words > 1 || when.shift !== undefined)) return { kind: 'not-this' };
    if (!lead.test(line) && isAnswer(own ?? line, language)) return { kind: 'not-this' };
    if (orders.test(comparableText(name))) return { kind: 'not-this' };
    return { kind: 'filled', value: name, shown: name, whole: true };
  },
  inside(text, language, context) {
    const said = saidName(text, context);
    if (said === undefined) return { kind: 'not-this' };
    const reading = nameSlot.read(said, language, context);
    return reading.kind === 'filled' ? { ...reading, whole: false } : reading;
  },
};

/** A yes, a no, a greeting, thanks, "I don't know": an answer to something, and nobody's name. */
function isAnswer(text: string, language: string): boolean {
  return (
    saysYesOrNo(text, language) ||
    doesNotKnow(text) ||
    greetingLanguage(text) === language ||
    thanksLanguage(text) === language
  );
}

const letters = /^\p{L}[\p{L}\p{M}'’.·\- ]{0,59}$/u;

const lead =
  /^(?:(?:ok|okay|oke|sure|yes|well|please|sí|si|vale|claro|sim|oui|bon|ya|iya|haan|हाँ|نعم|تمام|好的?|嗯)[\s.,!。，،]+)?(?:(?:my name is|my name's|i am|i'm|it's|its|under the name of|under the name|under|the name is|name is|name|me llamo|mi nombre es|a nombre de|soy|meu nome é|meu nome e|sou|em nome de|je m'appelle|je suis|mon nom est|au nom de|nama saya|atas nama|saya|a\.n\.|मेरा नाम|mera naam|naam|اسمي|باسم|انا|أنا)\s+|(?:我叫|我姓|免贵姓|姓|我是|名字是|叫))[:\s]*/iu;

/** Hindi says "is" at the end. */
const trail = /(?<=\S) (?:hai|hain|he|है|हैं)$/iu;

/** An order to a program is nobody's name. */
const orders =
  /(?:^|[^\p{L}])(?:ignore|disregard|system|prompt|assistant|instructions?|select|drop|delete|script|ignora|ignore|abaikan|instruksi|instrucciones)(?:[^\p{L}]|$)|忽略|指令|تجاهل|निर्देश/u;
