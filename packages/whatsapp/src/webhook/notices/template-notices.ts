import { z } from 'zod';
import { WireId, WireSeconds, maybe } from '../wire-value.ts';
import { noticeReader } from './notice-reader.ts';

const Text = maybe(z.string());

/** What every template notice names. Ids come as numbers. */
const template = {
  message_template_id: WireId,
  message_template_name: Text,
  message_template_language: Text,
};

/** Approved, rejected, paused and so on. `reason` is null where there is none. */
export const readTemplateStatus = noticeReader(
  'message_template_status_update',
  {
    ...template,
    event: z.string(),
    reason: maybe(z.string().nullable()),
    message_template_category: Text,
    disable_info: maybe(z.looseObject({ disable_date: maybe(WireSeconds) })),
    other_info: maybe(z.looseObject({ title: Text, description: Text })),
    rejection_info: maybe(z.looseObject({ reason: Text, recommendation: Text })),
  },
  {
    key: 'event',
    words: [
      'APPROVED',
      'ARCHIVED',
      'DELETED',
      'DISABLED',
      'FLAGGED',
      'IN_APPEAL',
      'LIMIT_EXCEEDED',
      'LOCKED',
      'PAUSED',
      'PENDING',
      'PENDING_DELETION',
      'REINSTATED',
      'REJECTED',
    ],
  },
);

const qualityOf = {
  ...template,
  previous_quality_score: Text,
  new_quality_score: z.string(),
};
const qualityWords = { key: 'new_quality_score', words: ['GREEN', 'YELLOW', 'RED', 'UNKNOWN'] };

/** How well customers take a template. */
export const readTemplateQuality = noticeReader('message_template_quality_update', qualityOf, qualityWords);

/** What a template says after an edit. */
export const readTemplateComponents = noticeReader('message_template_components_update', {
  ...template,
  message_template_element: z.string(),
  message_template_title: Text,
  message_template_footer: Text,
  message_template_buttons: maybe(
    z.array(
      z.looseObject({
        message_template_button_type: Text,
        message_template_button_text: Text,
        message_template_button_url: Text,
        message_template_button_phone_number: Text,
      }),
    ),
  ),
});

const categories = ['MARKETING', 'UTILITY', 'AUTHENTICATION'];

/**
 * Meta has moved a template to another category, or will: then `correct_category` is the one to come, at
 * `category_update_timestamp`, and `new_category` the one it has now.
 */
export const readTemplateCategory = noticeReader(
  'template_category_update',
  {
    ...template,
    previous_category: Text,
    new_category: Text,
    correct_category: Text,
    category_update_timestamp: maybe(WireSeconds),
  },
  { key: 'new_category', words: categories },
);

/** Meta holds a template to be in the wrong category, and has not moved it. */
export const readTemplateMisuse = noticeReader(
  'template_correct_category_detection',
  { ...template, category: Text, correct_category: z.string() },
  { key: 'correct_category', words: categories },
);
