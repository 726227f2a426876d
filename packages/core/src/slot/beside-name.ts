import { readWhen } from './when/read-when.ts';
import type { SlotContext } from './slot-type.ts';

/**
 * A name without what people write beside it where one is asked for: for whom it is ("Valentina Cruz, es para mi hija
 * Emma"), a number to call, thanks. Undefined where none of that stands there, and where it says when or how many.
 */
export function withoutBeside(line: string, context: SlotContext): string | undefined {
  const found = [forWhom, telephone, polite]
    .map((pattern) => pattern.exec(line))
    .filter((each) => each !== null)
    .toSorted((one, other) => one.index - other.index)[0];
  if (found === undefined) return undefined;
  const beside = line.slice(found.index);
  if (found[0] === '' || readWhen(beside.replace(telephone, ''), context) !== undefined) return undefined;
  const name = line.slice(0, found.index).replace(/[\s,;.،，、(\-–—:]+$/u, '');
  return name === '' || /\d/u.test(beside.replace(telephone, '')) ? undefined : name;
}

/** Words that no name begins with or has in it. */
export const noName =
  /(?:^|[\s'’])(?:a|the|it|its|it's|this|that|is|i|we|want|need|can|book|booking|table|appointment|you|for|una|un|uno|quiero|queremos|es|esto|este|la cita|cita|mesa|reserva|para|uma|um|quero|queria|é|isso|isto|une|je|veux|c'est|ce|rendez-vous|pour|saya mau|mau|ini|itu|untuk|buat|meja|ek|yeh|ye|mujhe|chahiye|booking)(?=$|[\s'’])|(?:^| )(?:एक|मुझे|यह|चाहिए|هذا|هذه|أريد|اريد|موعد|طاولة|حجز)(?:$| )|[想要订預预约这那]/iu;

const start = '(?:\\s*[,;.،，、(–—:]\\s*|\\s+-?\\s*)';
const whom = [
  "(?:(?:and )?(?:it'?s|it is|this is|that'?s|its)(?: actually)? )?(?:for|on behalf of) (?:my|our|me|myself|him|her|both|us)(?![\\p{L}])",
  '(?:(?:y |pero )?(?:es|esto es|la cita es|sería|seria) )?(?:para|por) (?:mi|mis|mí|nuestr[oa]|él|ella|nosotr[oa]s)(?![\\p{L}])',
  '(?:(?:e |mas )?(?:é|e|isso é|a consulta é|seria) )?(?:para|pra|pro) (?:o |a )?(?:meu|minha|mim|nosso|nossa|ele|ela|nós)(?![\\p{L}])',
  "(?:(?:et |mais )?(?:c['’]est|ce sera|ça sera|le rdv est) )?pour (?:mon|ma|mes|moi|notre|lui|elle|nous)(?![\\p{L}])",
  '(?:(?:ini|itu) )?(?:untuk|buat|utk|bwt) (?:anak|istri|suami|ibu|ayah|bapak|papa|mama|adik|kakak|teman|saya|aku|diri)(?![\\p{L}])',
  '(?:(?:yeh|ye|yah) )?(?:mer[aei]|apn[aei]|hamar[aei]) \\p{L}+(?: \\p{L}+){0,2} ke? ?(?:liye|lie)(?![\\p{L}])',
  '(?:(?:यह|ये) )?(?:मेर[ाेी]|अपन[ाेी]|हमार[ाेी]) [\\p{L}\\p{M}]+(?: [\\p{L}\\p{M}]+){0,2} के लिए',
  '(?:(?:و|هذا|هذه|هو|هي|الموعد|الحجز) ?)?(?:لـ?(?:ابن|إبن|بنت|ولد|زوج|طفل|أم|امي|أب|ابي|أخ|اخ|والد|صديق|جد)\\p{L}*|(?:عشان|علشان|من أجل) (?:ابن|بنت|ولد|زوج|طفل|أم|امي|أخ|اخ|والد)\\p{L}*)',
];
const forWhom = new RegExp(
  `${start}(?:${whom.join('|')})|[,，、。 ]\\s*(?:这?是)?(?:给|替|帮|为)我\\p{Script=Han}+`,
  'iu',
);

/** With or without what it is called. */
const telephone =
  /[\s,;،，(]+(?:(?:and|y|e|et|dan|aur|و|और) ?)?(?:(?:my|mi|el|meu|o|mon|le|mera|मेरा) ?)?(?:phone|mobile|cell|number|tel|teléfono|telefono|celular|móvil|movil|número|numero|telefone|téléphone|portable|numéro|nomor|no|hp|wa|whatsapp|फ़ोन|फोन|नंबर|رقمي|رقم|هاتف|جوال|جوالي|电话|手机)?(?: (?:number|is|es|é|est|saya|hai|है))*[.:：]? ?\+?\d[\d\s().-]{5,}\)?\.?$/iu;

const polite =
  /[\s,;!.،，]+(?:thanks|thank you|thx|please|pls|gracias|muchas gracias|por favor|obrigad[oa]|merci|merci beaucoup|svp|terima kasih|makasih|ya kak|kak|dhanyavaad|shukriya|धन्यवाद|شكرا|شكراً|لو سمحت|谢谢)[.!。！ ]*$/iu;
