import type { KnownCustomer } from '../customer/customer.ts';
import type { SlotValue } from '../slot/slot-type.ts';
import type { FlowEvent } from './flow-event.ts';
import type { FlowState } from './flow-state.ts';
import type { FlowScope } from './flow-values.ts';
import type { FlowLocale } from './local-format.ts';
import type { FlowSetting, ReadyFlow } from './ready-flow.ts';

/** What texts and conditions of a flow can read right now. */
export function scopeOf(
  ready: ReadyFlow,
  state: FlowState,
  event: Pick<FlowEvent, 'at' | 'contact'>,
): FlowScope {
  const { id, phone, customer } = event.contact;
  return {
    variables: state.variables,
    fixed: {
      contact: { id, ...(phone === undefined ? {} : { phone }) },
      ...(customer === undefined ? {} : { customer: known(customer) }),
      business: { name: ready.setting.businessName },
      said: state.said,
      today: ready.day(event.at),
      language: state.language,
      with: ready.settings(state.language),
    },
  };
}

/** What is known of a customer, as values. */
function known({ name, email, language, tags, fields }: KnownCustomer): SlotValue {
  return {
    ...(name === undefined ? {} : { name }),
    ...(email === undefined ? {} : { email }),
    ...(language === undefined ? {} : { language }),
    tags: [...tags],
    fields: { ...fields },
  };
}

/** How a flow writes values now. */
export function localeOf(setting: FlowSetting, language: string): FlowLocale {
  return { language, timeZone: setting.timeZone, currency: setting.currency };
}
