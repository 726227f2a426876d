/**
 * Who a tool is called for, as the channel says, not as anybody wrote. `phone`: digits with country code;
 * missing where Meta gives none. `bsuid`: WhatsApp's id of a person for this business.
 */
export type Asker = {
  readonly contactId: string;
  readonly phone?: string;
  readonly bsuid?: string;
};
