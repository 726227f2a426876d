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
  /** Opens a flow; see the flow endpoints of the control API. */
  | {
      kind: 'flow';
      header?: string;
      body: string;
      footer?: string;
      label: string;
      flowId: string;
      flowToken: string;
      action: 'navigate' | 'data_exchange';
      screen?: string;
      /** `flow_action_payload.data`: what the first screen gets. */
      data?: Readonly<Record<string, unknown>>;
    }
  | { kind: 'carousel'; body: string; cards: readonly CarouselCard[] }
  | {
      kind: 'products';
      header?: string;
      body: string;
      footer?: string;
      catalogId?: string;
      /** Empty for the whole catalog. */
      retailerIds: readonly string[];
    }
  /** Asks the customer for something that the phone has a button for. */
  | {
      kind: 'request';
      request: 'location' | 'contact' | 'address' | 'call-permission' | 'voice-call';
      body: string;
      label: string;
    }
  | { kind: 'order'; stage: 'details' | 'status'; body: string; referenceId: string; status: string }
  /** What a customer ordered from a catalog. */
  | { kind: 'cart'; catalogId: string; items: number; text?: string }
  /** Something that happened in the thread, said by nobody. */
  | { kind: 'notice'; body: string }
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
  | { kind: 'phone'; text: string; phone: string }
  | { kind: 'copy-code'; text: string; code: string }
  /** `data`: the `flow_action_data` of the send, for the first screen. */
  | {
      kind: 'flow';
      text: string;
      flowId: string;
      flowToken: string;
      data?: Readonly<Record<string, unknown>>;
    }
  | { kind: 'other'; text: string };

/** One card of a carousel as the phone shows it. */
export type CarouselCard = {
  readonly media?: 'image' | 'video';
  readonly body?: string;
  readonly buttons: readonly { kind: 'reply' | 'url' | 'product'; id: string; title: string }[];
};

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
  | { kind: 'held' }
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
  /** Until when messages are free because an ad brought the customer, or null. */
  readonly freeEntryUntilMs: number | null;
  /** Who holds the thread: the business, or Meta's Business Agent. */
  readonly holder: 'business' | 'meta-agent';
  /** Until when the business shows "typing…", or null. */
  readonly typingUntilMs: number | null;
  readonly unread: number;
  readonly messages: readonly ThreadMessage[];
};
