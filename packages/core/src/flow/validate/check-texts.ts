import { textIn, wordings, type FlowText } from '../flow-text.ts';
import type { LinkedFlow } from '../flow.ts';
import { blocking, warning, type FlowCheck, type FlowFinding } from './flow-finding.ts';
import { textsOf, type NodeText } from './node-texts.ts';

/** Whether every text is there in every language of the flow, and short enough for WhatsApp. */
export const checkTexts: FlowCheck = (flow, around) => [
  ...around.languages
    .filter((language) => !speaks(flow.languages, language))
    .map((language) =>
      warning(
        'missing-language',
        flow.nodes[0]?.id ?? '',
        `the flow has no texts in "${language}"`,
        `add "${language}" to its languages and to every text`,
      ),
    ),
  ...flow.nodes.flatMap((node) => {
    const texts = textsOf(node);
    return [
      ...texts.flatMap((text) => [...translations(flow, node.id, text), ...lengths(node.id, text)]),
      ...sameTitles(flow, node.id, texts),
    ];
  }),
];

function speaks(languages: readonly string[], wanted: string): boolean {
  return languages.some((each) => each === wanted || each === wanted.split('-')[0]);
}

function translations(flow: LinkedFlow, node: string, { field, text }: NodeText): readonly FlowFinding[] {
  if (typeof text === 'string') {
    const words = /\p{L}/u.test(withoutVariables(text));
    return words && flow.languages.length > 1
      ? [
          blocking(
            'missing-translation',
            node,
            `"${field}" has one wording for ${flow.languages.join(', ')}`,
            'write it once for each language, as "en: …"',
          ),
        ]
      : [];
  }
  const there = Object.keys(text);
  return [
    ...flow.languages
      .filter((language) => !there.includes(language))
      .map((language) =>
        blocking(
          'missing-translation',
          node,
          `"${field}" is not there in "${language}"`,
          `write it under "${language}:"`,
        ),
      ),
    ...there
      .filter((language) => !flow.languages.includes(language))
      .map((language) =>
        warning(
          'unknown-language',
          node,
          `"${field}" is written in "${language}", which is not a language of the flow`,
          `add "${language}" to the flow's languages, or take it out`,
        ),
      ),
  ];
}

function lengths(node: string, { field, text, most, title }: NodeText): readonly FlowFinding[] {
  return wordings(text).flatMap(([language, wording]) => {
    const length = withoutVariables(wording).length;
    if (length <= most) return [];
    const where = language === '' ? `"${field}"` : `"${field}" in "${language}"`;
    return [
      blocking(
        title ? 'title-too-long' : 'text-too-long',
        node,
        `${where} has ${length} characters; WhatsApp shows ${most}`,
        `shorten it to ${most}`,
      ),
    ];
  });
}

function sameTitles(flow: LinkedFlow, node: string, texts: readonly NodeText[]): readonly FlowFinding[] {
  const titles = texts
    .filter(({ title, field }) => title && !/open$|skip$/.test(field))
    .map(({ text }) => text);
  return flow.languages.flatMap((language) => {
    const written = titles.map((text: FlowText) => textIn(text, language).toLowerCase());
    const twice = written.find((one, place) => !one.includes('{{') && written.indexOf(one) !== place);
    return twice === undefined
      ? []
      : [
          blocking(
            'same-title',
            node,
            `two options have the title "${twice}"`,
            'give each option a title of its own',
          ),
        ];
  });
}

function withoutVariables(text: string): string {
  return text.replace(/\{\{[^{}]*\}\}/gu, '');
}
