import type { GraphError } from '../graph/graph-error.ts';
import { placeholders, type TemplateButton } from './component.ts';
import { invalidTemplate, templateError } from './template-error.ts';
import type { TemplateCategory } from './template.ts';

/** How often each kind of button may come. Source: Cloud API docs, "Template components", read 2026-11-21. */
const most: Partial<Record<TemplateButton['type'], number>> = {
  QUICK_REPLY: 10,
  URL: 2,
  PHONE_NUMBER: 1,
  COPY_CODE: 1,
  OTP: 1,
  FLOW: 1,
  CATALOG: 1,
  MPM: 1,
};

/** What is wrong with the buttons of a template. */
export function checkButtons(
  buttons: readonly TemplateButton[],
  category: TemplateCategory,
): GraphError | undefined {
  if (buttons.length > 10) return invalidTemplate('A template has ten buttons at most.');
  for (const [type, max] of Object.entries(most))
    if (buttons.filter((button) => button.type === type).length > max)
      return invalidTemplate(`A template has at most ${max} ${type} buttons.`);
  if (category === 'AUTHENTICATION' && buttons.some((button) => button.type !== 'OTP'))
    return invalidTemplate('Authentication templates have one OTP button and no other.');
  if (category !== 'AUTHENTICATION' && buttons.some((button) => button.type === 'OTP'))
    return invalidTemplate('OTP buttons are for AUTHENTICATION templates.');
  const quick = buttons.map((button) => button.type === 'QUICK_REPLY');
  const changes = quick.filter((one, at) => at > 0 && one !== quick[at - 1]).length;
  if (changes > 1)
    return invalidTemplate('Quick replies must stand together, before or after other buttons.');
  for (const button of buttons) {
    const wrong = checkButton(button);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function checkButton(button: TemplateButton): GraphError | undefined {
  const needsText = button.type !== 'OTP' && button.type !== 'COPY_CODE' && button.type !== 'SPM';
  if (needsText && (button.text ?? '') === '')
    return invalidTemplate(`A ${button.type} button needs a text.`);
  if ((button.text?.length ?? 0) > 25)
    return templateError(2388040, 'The text of a button is longer than 25 characters.');
  switch (button.type) {
    case 'URL': {
      const url = button.url ?? '';
      if (!/^https?:\/\//.test(url)) return invalidTemplate('A URL button needs an http(s) url.');
      if (url.length > 2_000) return templateError(2388040, 'The URL is longer than 2,000 characters.');
      if (placeholders(url).length > 1 || (placeholders(url).length === 1 && !url.endsWith('}}')))
        return invalidTemplate('A URL may hold one variable, at its end.');
      return undefined;
    }
    case 'PHONE_NUMBER':
      return /^\+?[\d\s()-]{5,20}$/.test(button.phone_number ?? '')
        ? undefined
        : invalidTemplate('A PHONE_NUMBER button needs a phone_number.');
    case 'COPY_CODE': {
      const example = Array.isArray(button.example) ? button.example[0] : button.example;
      if (example === undefined) return invalidTemplate('A COPY_CODE button needs an example.');
      return example.length > 20 ? templateError(2388040, 'A code is longer than 20 characters.') : undefined;
    }
    case 'OTP':
      return button.otp_type === undefined ? invalidTemplate('An OTP button needs an otp_type.') : undefined;
    case 'FLOW':
      return button.flow_id === undefined && button.flow_name === undefined && !('flow_json' in button)
        ? invalidTemplate('A FLOW button needs a flow_id, flow_name or flow_json.')
        : undefined;
    case 'QUICK_REPLY':
    case 'CATALOG':
    case 'MPM':
    case 'SPM':
    case 'VOICE_CALL':
    case 'CALL_PERMISSION_REQUEST':
      return undefined;
  }
}
