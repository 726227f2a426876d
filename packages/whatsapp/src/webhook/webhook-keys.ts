/** What Meta calls the object of WhatsApp's webhooks. */
export const ourObject = 'whatsapp_business_account';

/** The fields of a body. */
export const bodyKeys: ReadonlySet<string> = new Set(['object', 'entry']);

/** The fields of an entry. */
export const entryKeys: ReadonlySet<string> = new Set(['id', 'time', 'changes']);

/** The fields of a change. */
export const changeKeys: ReadonlySet<string> = new Set(['field', 'value']);
