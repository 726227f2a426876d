import { graphError, type GraphError } from '../graph/graph-error.ts';
import type { TemplateParameter } from '../send/schema/template-send.ts';
import type { TemplateButton as ShownButton } from '../thread-message.ts';
import { placeholders, type TemplateButton } from './component.ts';

type Sent = {
  readonly type: string;
  readonly index?: number | undefined;
  readonly parameters?: readonly TemplateParameter[] | undefined;
};
export type ButtonsOutcome =
  | { kind: 'filled'; buttons: readonly ShownButton[] }
  | { kind: 'refused'; error: GraphError };

/** The buttons as the phone shows them, or why what was sent for them does not fit. */
export function fillButtons(buttons: readonly TemplateButton[], sent: readonly Sent[]): ButtonsOutcome {
  const given = sent.filter((one) => one.type === 'button');
  const astray = given.find((one) => buttons[one.index ?? 0] === undefined);
  if (astray !== undefined)
    return {
      kind: 'refused',
      error: graphError(132012, `button: there is no button at index ${astray.index ?? 0}`),
    };
  const shown: ShownButton[] = [];
  for (const [index, button] of buttons.entries()) {
    const parameter = given.find((one) => (one.index ?? 0) === index)?.parameters?.[0];
    const one = fillButton(button, parameter);
    if (one === undefined)
      return {
        kind: 'refused',
        error: graphError(131008, `Button at index ${index} of type ${button.type} requires a parameter`),
      };
    shown.push(one);
  }
  return { kind: 'filled', buttons: shown };
}

function fillButton(
  button: TemplateButton,
  parameter: TemplateParameter | undefined,
): ShownButton | undefined {
  const text = button.text ?? '';
  switch (button.type) {
    case 'QUICK_REPLY':
      return { kind: 'quick-reply', text, payload: parameter?.payload ?? text };
    case 'URL': {
      const url = button.url ?? '';
      const [variable] = placeholders(url);
      if (variable === undefined) return { kind: 'url', text, url };
      if (parameter?.text === undefined) return undefined;
      return { kind: 'url', text, url: url.replace(/\{\{\s*\w+\s*\}\}/, () => parameter.text ?? '') };
    }
    case 'PHONE_NUMBER':
      return { kind: 'phone', text, phone: button.phone_number ?? '' };
    case 'COPY_CODE': {
      const code = parameter?.coupon_code ?? parameter?.text;
      return code === undefined
        ? undefined
        : { kind: 'copy-code', text: text === '' ? 'Copy code' : text, code };
    }
    case 'OTP':
      return parameter?.text === undefined
        ? undefined
        : { kind: 'copy-code', text: text === '' ? 'Copy code' : text, code: parameter.text };
    case 'FLOW': {
      const data = parameter?.action?.flow_action_data;
      return {
        kind: 'flow',
        text,
        flowId: button.flow_id ?? button.flow_name ?? '',
        flowToken: parameter?.action?.flow_token ?? 'unused',
        ...(data === undefined ? {} : { data }),
      };
    }
    case 'CATALOG':
    case 'MPM':
    case 'SPM':
    case 'VOICE_CALL':
    case 'CALL_PERMISSION_REQUEST':
      return { kind: 'other', text: text === '' ? button.type : text };
  }
}
