import type { BusinessTemplate, TemplateVariant } from '@ambit/core/template/business-template';
import { bodyValues, isNumbered, linkNames, variablesIn } from '@ambit/core/template/template-values';
import {
  parseTemplateDefinition,
  type TemplateDefinition,
} from '@ambit/whatsapp/template/template-definition';

/** A template in one language, as Meta reviews it, or why it cannot be handed in by a program. */
export function templateDefinition(
  template: BusinessTemplate,
  language: string,
):
  | { readonly kind: 'valid'; readonly value: TemplateDefinition }
  | { readonly kind: 'invalid'; readonly problems: readonly string[] } {
  const variant = template.languages[language];
  if (variant === undefined) return { kind: 'invalid', problems: [`it is not there in "${language}"`] };
  if (variant.header !== undefined && variant.header.kind !== 'text')
    return {
      kind: 'invalid',
      problems: [`its ${variant.header.kind} needs a sample; hand it in with WhatsApp Manager`],
    };
  const named = bodyValues(variant).some((name) => !isNumbered(name)) || namedHeader(variant);
  return parseTemplateDefinition({
    name: template.name,
    language,
    category: template.category.toUpperCase(),
    parameter_format: named ? 'NAMED' : 'POSITIONAL',
    components: components(template, variant, named),
  });
}

function namedHeader({ header }: TemplateVariant): boolean {
  return header?.kind === 'text' && variablesIn(header.text).some((name) => !isNumbered(name));
}

function components({ examples }: BusinessTemplate, variant: TemplateVariant, named: boolean) {
  const sample = (name: string): string => examples[name] ?? name;
  const samples = (field: string, names: readonly string[], listed: (all: string[]) => unknown) => {
    if (names.length === 0) return {};
    return named
      ? {
          example: {
            [`${field}_named_params`]: names.map((name) => ({ param_name: name, example: sample(name) })),
          },
        }
      : { example: { [field]: listed(names.map(sample)) } };
  };
  const { header, body, footer, buttons } = variant;
  return [
    ...(header?.kind === 'text'
      ? [
          {
            type: 'HEADER',
            format: 'TEXT',
            text: header.text,
            ...samples(
              'header_text',
              variablesIn(header.text).map((name) => (isNumbered(name) ? 'header' : name)),
              (all) => all,
            ),
          },
        ]
      : []),
    { type: 'BODY', text: body, ...samples('body_text', bodyValues(variant), (all) => [all]) },
    ...(footer === undefined ? [] : [{ type: 'FOOTER', text: footer }]),
    ...(buttons.length === 0
      ? []
      : [
          {
            type: 'BUTTONS',
            buttons: buttons.map((button, place) =>
              wireButton(button, sample(linkNames(variant).get(place) ?? '')),
            ),
          },
        ]),
  ];
}

function wireButton(button: TemplateVariant['buttons'][number], sample: string) {
  switch (button.kind) {
    case 'reply':
      return { type: 'QUICK_REPLY', text: button.title };
    case 'call':
      return { type: 'PHONE_NUMBER', text: button.title, phone_number: button.phone };
    case 'link': {
      const [name] = variablesIn(button.url);
      if (name === undefined) return { type: 'URL', text: button.title, url: button.url };
      // Meta numbers the variable of an address, whatever the others are called.
      const url = button.url.replace(/\{\{[^{}]*\}\}$/u, '{{1}}');
      return { type: 'URL', text: button.title, url, example: [url.replace('{{1}}', sample)] };
    }
  }
}
