import type { Json, Update } from '../webhooks/webhook-body.ts';
import { bodyText, buttonsOf, footerOf, headerOf } from './component.ts';
import type { Template, TemplateCategory, TemplateQuality } from './template.ts';

/** The events of `message_template_status_update`. */
export type TemplateEvent =
  | { event: 'APPROVED' | 'PENDING' | 'DELETED' | 'IN_APPEAL' | 'ARCHIVED' | 'REINSTATED' | 'FLAGGED' }
  | { event: 'REJECTED'; reason: string; recommendation: string }
  | { event: 'PAUSED'; title: 'FIRST_PAUSE' | 'SECOND_PAUSE'; hours: number }
  | { event: 'UNPAUSED' }
  | { event: 'DISABLED'; atMs: number };

/** A webhook about a template. Source: Cloud API webhook reference, read 2026-11-21. */
export function templateStatusUpdate(template: Template, event: TemplateEvent): Update {
  return templateUpdate(template, 'message_template_status_update', {
    event: event.event === 'UNPAUSED' ? 'REINSTATED' : event.event,
    reason: event.event === 'REJECTED' ? event.reason : 'NONE',
    message_template_category: template.category,
    ...detailsOf(event),
  });
}

function detailsOf(event: TemplateEvent): Json {
  switch (event.event) {
    case 'REJECTED':
      return { rejection_info: { reason: event.reason, recommendation: event.recommendation } };
    case 'PAUSED':
      return {
        other_info: {
          title: event.title,
          description: `Paused for ${event.hours} hours because of feedback from customers.`,
        },
      };
    case 'UNPAUSED':
      return { other_info: { title: 'UNPAUSE', description: 'The template can be sent again.' } };
    case 'DISABLED':
      return {
        disable_info: { disable_date: String(Math.floor(event.atMs / 1_000)) },
        other_info: { title: 'DISABLED', description: 'Disabled for low quality.' },
      };
    case 'APPROVED':
    case 'PENDING':
    case 'DELETED':
    case 'IN_APPEAL':
    case 'ARCHIVED':
    case 'REINSTATED':
    case 'FLAGGED':
      return {};
  }
}

export function templateQualityUpdate(template: Template, previous: TemplateQuality): Update {
  return templateUpdate(template, 'message_template_quality_update', {
    previous_quality_score: previous,
    new_quality_score: template.quality,
  });
}

/** The notice a day before a category changes. */
export function categoryNotice(template: Template, correct: TemplateCategory, atMs: number): Update {
  return templateUpdate(template, 'template_category_update', {
    correct_category: correct,
    category_update_timestamp: Math.floor(atMs / 1_000),
    new_category: template.category,
  });
}

/** The change itself. */
export function categoryChange(template: Template, previous: TemplateCategory): Update {
  return templateUpdate(template, 'template_category_update', {
    previous_category: previous,
    new_category: template.category,
  });
}

export function templateComponentsUpdate(template: Template): Update {
  const header = headerOf(template.components)?.text;
  const footer = footerOf(template.components)?.text;
  const buttons = buttonsOf(template.components);
  return templateUpdate(template, 'message_template_components_update', {
    message_template_element: bodyText(template.components),
    ...(header === undefined ? {} : { message_template_title: header }),
    ...(footer === undefined ? {} : { message_template_footer: footer }),
    ...(buttons.length === 0
      ? {}
      : {
          message_template_buttons: buttons.map((button) => ({
            message_template_button_type: button.type,
            message_template_button_text: button.text ?? '',
            ...(button.url === undefined ? {} : { message_template_button_url: button.url }),
            ...(button.phone_number === undefined
              ? {}
              : { message_template_button_phone_number: button.phone_number }),
          })),
        }),
  });
}

function templateUpdate(template: Template, field: string, rest: Json): Update {
  return {
    lane: `template|${template.id}`,
    field,
    value: {
      message_template_id: Number(template.id),
      message_template_name: template.name,
      message_template_language: template.language,
      ...rest,
    },
  };
}
