import type { Objection } from '../business/check-business.ts';
import { isAllowedLink } from '../order/allowed-link.ts';
import type { BusinessTemplate, TemplateVariant } from './business-template.ts';
import { namesOptOut, promotionIn } from './promotion-words.ts';
import {
  bodyValues,
  filledIn,
  headerValue,
  isNumbered,
  valuesOf,
  valuesOfVariant,
  variablesIn,
} from './template-values.ts';

/** Fewer words of its own for each variable, and Meta takes a template for marketing. Source: WA-TPL-002. */
const wordsPerVariable = 3;
const mostLinks = 2;

/**
 * What Meta would refuse or put into another category, as far as it can be known without Meta.
 * Source: Cloud API docs, "Templates" and "Template categorization", read 2026-11-21 (WA-TPL-001, 002, 005, 006).
 */
export function checkTemplate(
  template: BusinessTemplate,
  linkHosts?: readonly string[],
): readonly Objection[] {
  const codes = Object.keys(template.languages);
  const all = valuesOf(template);
  const none =
    codes.length === 0
      ? [
          {
            path: ['languages'],
            message: 'the template is in no language',
            fix: 'write it under a language such as "en:"',
          },
        ]
      : [];
  return [
    ...none,
    ...codes
      .filter((code) => !/^[a-z]{2,3}(_[A-Za-z0-9]{2,4})?$/.test(code))
      .map((code) => ({
        path: ['languages', code],
        message: `"${code}" is not a language code of Meta's`,
        fix: `write it as "en" or "pt_BR"`,
      })),
    ...Object.entries(template.languages).flatMap(([code, variant]) => [
      ...variantObjections(variant, ['languages', code]),
      ...hostObjections(variant, ['languages', code], linkHosts),
      ...all
        .filter((name) => !valuesOfVariant(variant).includes(name))
        .map((name) => ({
          path: ['languages', code],
          message: `the wording in "${code}" has no {{${name}}}, which another language has`,
          fix: 'give every language the same variables',
        })),
      ...categoryObjections(template, code, variant),
    ]),
    ...all
      .filter((name) => !(name in template.examples) && !(name === headerValue && hasFile(template)))
      .map((name) => ({
        path: ['examples'],
        message: `there is no sample for {{${name}}}`,
        fix: `write under "examples" what Meta's reviewers may read for it, such as ${name}: "A-1042"`,
      })),
    ...Object.keys(template.examples)
      .filter((name) => !all.includes(name))
      .map((name) => ({
        path: ['examples', name],
        message: `"${name}" is no variable of the template`,
        fix: all.length === 0 ? 'take it out' : `use one of: ${all.join(', ')}`,
      })),
  ];
}

/** What stands above the text is a file: its sample is chosen with WhatsApp Manager. */
function hasFile({ languages }: BusinessTemplate): boolean {
  return Object.values(languages).some(({ header }) => header !== undefined && header.kind !== 'text');
}

function variantObjections(variant: TemplateVariant, path: readonly string[]): readonly Objection[] {
  const { header, body, footer, buttons } = variant;
  const at = (field: string, message: string, fix: string): Objection => ({
    path: [...path, field],
    message,
    fix,
  });
  const names = variablesIn(body);
  const numbers = bodyValues(variant);
  const trimmed = body.trim();
  const ownWords = filledIn(body, Object.fromEntries(names.map((name) => [name, ' '])));
  const links = buttons.filter(({ kind }) => kind === 'link').length;
  const replies = buttons.map(({ kind }) => kind === 'reply');
  const borders = replies.filter((reply, place) => place > 0 && reply !== replies[place - 1]).length;
  return [
    ...(names.some((name) => !/^(?:[1-9]\d*|[a-z_][a-z0-9_]*)$/.test(name)) || strayBraces(body)
      ? [at('body', 'it has braces that hold no variable', 'write {{1}} or {{small_letters}}')]
      : []),
    ...(names.some(isNumbered) &&
    !names.every((name, place) => isNumbered(name) && numbers[place] === String(place + 1))
      ? [
          at(
            'body',
            'its variables are not {{1}}, {{2}} … without a gap',
            'number them from 1, or name them all',
          ),
        ]
      : []),
    ...(/^\{\{|\}\}$/.test(trimmed)
      ? [at('body', 'it begins or ends with a variable, which Meta refuses', 'put words before and after it')]
      : []),
    ...(/\}\}\s*\{\{/.test(body)
      ? [at('body', 'two variables stand beside each other', 'put words between them')]
      : []),
    ...(wordCount(ownWords) < names.length * wordsPerVariable
      ? [
          at(
            'body',
            `it has ${names.length} variables and few words of its own, which Meta takes for marketing`,
            'say more of what it is about',
          ),
        ]
      : []),
    ...(header?.kind === 'text' && (variablesIn(header.text).length > 1 || strayBraces(header.text))
      ? [at('header', 'a header has at most one variable', 'move the others to the body')]
      : []),
    ...(footer !== undefined && footer.includes('{{')
      ? [at('footer', 'a footer has no variables', 'move them to the body')]
      : []),
    ...(links > mostLinks ? [at('buttons', `it has ${links} links`, `keep ${mostLinks} of them`)] : []),
    ...(buttons.filter(({ kind }) => kind === 'call').length > 1
      ? [at('buttons', 'it has more than one button that calls', 'keep one')]
      : []),
    ...(borders > 1 || (borders === 1 && replies[0] !== true && replies.at(-1) !== true)
      ? [at('buttons', 'the buttons that reply do not stand together', 'put them before or after the others')]
      : []),
    ...(new Set(buttons.map(({ title }) => title)).size < buttons.length
      ? [at('buttons', 'two buttons have the same title', 'give each a title of its own')]
      : []),
  ];
}

function hostObjections(
  { buttons }: TemplateVariant,
  path: readonly string[],
  linkHosts: readonly string[] | undefined,
): readonly Objection[] {
  if (linkHosts === undefined) return [];
  return buttons.flatMap((button, place) => {
    if (button.kind !== 'link') return [];
    const host = /^https:\/\/([^/?#{}\s]+)(?=[/?#]|$)/iu.exec(button.url)?.[1]?.toLowerCase() ?? '';
    if (isAllowedLink(`https://${host}`, linkHosts)) return [];
    const message =
      host === ''
        ? 'its host comes out of a variable'
        : `it leads to "${host}", which is none of the business's hosts`;
    const fix =
      host === ''
        ? 'write the host, and a variable behind it'
        : `add ${host} to "linkHosts" in business.yaml, if that is right`;
    return [{ path: [...path, 'buttons', place, 'url'], message, fix }];
  });
}

function categoryObjections(
  { category }: BusinessTemplate,
  code: string,
  variant: TemplateVariant,
): readonly Objection[] {
  const { header, body, footer = '', buttons } = variant;
  const titles = buttons.map(({ title }) => title);
  const path = ['languages', code];
  switch (category) {
    case 'utility': {
      const shown = [header?.kind === 'text' ? header.text : '', body, footer, ...titles].join('\n');
      const word = promotionIn(shown);
      return word === undefined
        ? []
        : [
            {
              path,
              message: `"${word}" reads like advertising, so Meta will take this for marketing`,
              fix: 'take it out, or write "category: marketing"',
            },
          ];
    }
    case 'marketing': {
      const ends = [footer, ...buttons.flatMap((button) => (button.kind === 'reply' ? [button.title] : []))];
      return ends.some(namesOptOut)
        ? []
        : [
            {
              path,
              message: 'nobody is told how to get no more of these',
              fix: 'add a button that replies, such as "Stop promotions", or a footer such as "Reply STOP to get no more"',
            },
          ];
    }
  }
}

function strayBraces(text: string): boolean {
  return /\{\{|\}\}/.test(text.replace(/\{\{[a-z0-9_]+\}\}/g, ''));
}

/** Chinese characters count as half a word. */
function wordCount(text: string): number {
  const han = [...text.matchAll(/\p{Script=Han}/gu)].length;
  return (
    text.split(/\s+/u).filter((word) => /\p{L}/u.test(word) && !/\p{Script=Han}/u.test(word)).length + han / 2
  );
}
