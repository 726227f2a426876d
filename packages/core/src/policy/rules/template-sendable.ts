import { bodyValues, headerName } from '../../template/template-values.ts';
import type { RuleFinding, SendRule, Subject } from '../send-rule.ts';

/**
 * A template goes out only as it is: one of the business's, in a language it has, with as many values as
 * it has variables, and approved, where Meta's word for it is known.
 */
export const templateRule: SendRule = {
  id: 'WA-WIN-002',
  severity: 'error',
  source: 'Template docs',
  checkedAt: 'send',
  check,
  message: 'Template not sendable.',
  fix: 'Fix or pick another.',
};

function check({ draft, context }: Subject): RuleFinding {
  const { content } = draft;
  if (content.kind !== 'template') return { verdict: 'passed', evidence: 'not a template' };
  const { ours, atMeta } = context.templates ?? { ours: [] };
  const template = ours.find(({ name }) => name === content.name);
  if (template === undefined)
    return refused(
      `"${content.name}" is none of the business's templates`,
      `Add templates/${content.name}.yaml and publish it.`,
    );
  const variant = template.languages[content.language];
  if (variant === undefined)
    return refused(
      `"${content.name}" is not there in "${content.language}"`,
      'Write the template in this language.',
    );
  const wanted = bodyValues(variant).length;
  if (content.values.length !== wanted || content.values.some((value) => value.trim() === ''))
    return refused(`${content.values.length} values for ${wanted} variables`, 'Give each variable a value.');
  if ((headerName(variant) === undefined) !== (content.header === undefined))
    return refused(
      'the header is not filled as it was approved',
      'Give the header what it needs, or nothing.',
    );
  if (atMeta === undefined) return { verdict: 'passed', evidence: 'its status at Meta is not known' };
  const held = atMeta.find(({ name, language }) => name === content.name && language === content.language);
  if (held === undefined)
    return refused('Meta does not have it', 'Have the template approved in WhatsApp Manager.');
  return held.status === 'APPROVED'
    ? { verdict: 'passed', evidence: 'Meta has approved it' }
    : refused(`at Meta it is ${held.status}`, 'Wait for its approval, or pick another.');
}

function refused(evidence: string, fix: string): RuleFinding {
  return { verdict: 'refused', evidence, fix };
}
