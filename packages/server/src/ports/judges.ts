import type { Passage } from '@ambit/core/conversation/call';
import type { SearchQuery } from '@ambit/core/knowledge/search-passages';
import type { Verdict } from '@ambit/core/scope/verdict';

/** The scope guard of one published version. `language`: of what was said before, if known. */
export type ScopeGuard = {
  judge(text: string, context: { readonly language?: string }): Promise<Verdict>;
};

/** The knowledge of one published version. */
export type Knowledge = { retrieve(query: SearchQuery, most: number): Promise<readonly Passage[]> };
