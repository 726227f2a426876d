/** One thing that was looked at, and what to do about it unless all is well. Names no customer and no secret. */
export type Check =
  | { readonly name: string; readonly verdict: 'ok'; readonly says: string }
  | {
      readonly name: string;
      readonly verdict: 'warning' | 'problem';
      readonly says: string;
      readonly fix: string;
    };

/** Looks at everything a node needs, now. */
export type Doctor = { examine(): Promise<readonly Check[]> };
