/** What one bubble of the phone shows. Shared with the page, so it imports nothing. */
export type Bubble =
  | { kind: 'text'; body: string }
  | {
      kind: 'media';
      media: 'image' | 'video' | 'audio' | 'document' | 'sticker';
      mediaId?: string;
      link?: string;
      caption?: string;
      filename?: string;
      voice?: boolean;
    }
  | { kind: 'location'; latitude: number; longitude: number; name?: string; address?: string }
  | { kind: 'contacts'; cards: readonly { name: string; phone?: string }[] }
  | {
      kind: 'buttons';
      header?: string;
      body: string;
      footer?: string;
      buttons: readonly { id: string; title: string }[];
    }
  | {
      kind: 'list';
      header?: string;
      body: string;
      footer?: string;
      button: string;
      sections: readonly ListSection[];
    }
  | { kind: 'link'; header?: string; body: string; footer?: string; label: string; url: string }
  | {
      kind: 'template';
      name: string;
      header?: string;
      body: string;
      footer?: string;
      buttons: readonly TemplateButton[];
    }
  | { kind: 'choice'; title: string; description?: string }
  | { kind: 'call' }
  | { kind: 'unsupported' };

export type ListSection = {
  readonly title?: string;
  readonly rows: readonly { id: string; title: string; description?: string }[];
};

export type TemplateButton =
  | { kind: 'quick-reply'; text: string; payload: string }
  | { kind: 'url'; text: string; url: string }
  | { kind: 'phone'; text: string; phone: string };

/**
 * How far a message has come. Of a customer's message: `waiting` until the business's server took
 * the webhook, `refused` while it answers with an error (delivery is retried). Of a business's:
 * as in the statuses webhooks.
 */
export type Progress =
  | { kind: 'waiting' }
  | { kind: 'refused'; attempts: number; problem: string }
  | { kind: 'accepted' }
  | { kind: 'sent' }
  | { kind: 'delivered' }
  | { kind: 'read' }
  | { kind: 'failed'; code: number; title: string };

/** One message of a thread as the phone shows it. Times are the simulator's, in ms since 1970. */
export type ThreadMessage = {
  readonly wamid: string;
  readonly from: 'customer' | 'business';
  readonly atMs: number;
  bubble: Bubble;
  progress: Progress;
  readonly replyTo?: string;
  readonly groupId?: string;
  /** `biz_opaque_callback_data` of a business's message, echoed in its statuses. */
  readonly callbackData?: string;
  edited: boolean;
  revoked: boolean;
  reactions: readonly { from: 'customer' | 'business'; emoji: string }[];
};

/** The 24 hours in which the business may answer freely. */
export type WindowState =
  | { kind: 'never-opened' }
  | { kind: 'open'; closesAtMs: number }
  | { kind: 'closed'; closedAtMs: number };

/** One thread as the phone sees it. */
export type ConversationView = {
  readonly customer: {
    readonly id: string;
    readonly name: string;
    readonly userId: string;
    readonly waId?: string;
    readonly username?: string;
  };
  readonly phoneNumberId: string;
  readonly nowMs: number;
  readonly window: WindowState;
  /** Until when the business shows "typing…", or null. */
  readonly typingUntilMs: number | null;
  readonly unread: number;
  readonly messages: readonly ThreadMessage[];
};
