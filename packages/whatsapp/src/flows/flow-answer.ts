/**
 * What a Flow is told. `screen`: which to show next, with what it needs; `errorMessage` is shown on
 * it. `finish`: the Flow ends, and `params` come back in the webhook beside the token.
 * `invalid-token`: this Flow can no longer be used; `message` is shown, and its button is disabled.
 */
export type FlowAnswer =
  | {
      kind: 'screen';
      screen: string;
      data: Readonly<Record<string, unknown>>;
      errorMessage?: string;
    }
  | { kind: 'finish'; flowToken: string; params: Readonly<Record<string, unknown>> }
  | { kind: 'invalid-token'; message: string };

/**
 * As on the wire, before encryption.
 * Source: WhatsApp Flows docs, "Implementing endpoint for Flows", next screen and final response
 * payloads; "Error codes", endpoint errors.
 */
export function flowAnswerBody(answer: FlowAnswer): object {
  switch (answer.kind) {
    case 'screen': {
      const { screen, data, errorMessage } = answer;
      return { screen, data: errorMessage === undefined ? data : { ...data, error_message: errorMessage } };
    }
    case 'finish': {
      const params = { ...answer.params, flow_token: answer.flowToken };
      return { screen: 'SUCCESS', data: { extension_message_response: { params } } };
    }
    case 'invalid-token':
      return { error_msg: answer.message };
  }
}

export const pingBody = { data: { status: 'active' } };
export const errorReportBody = { data: { acknowledged: true } };
