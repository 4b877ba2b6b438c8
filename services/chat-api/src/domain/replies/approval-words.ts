/** How a language asks for a yes, hears it, and says what became of it. */
export interface ApprovalWords {
  /** Asks whether to do all of this. */
  readonly ask: (effects: readonly string[]) => string;
  /** Where to answer, for whoever was not asked in a conversation. */
  readonly elsewhere: string;
  readonly yes: RegExp;
  readonly no: RegExp;
  /** Nothing was done: it was not wanted, its tasks were changed before, or nobody answered in time. */
  readonly rejected: string;
  readonly outdated: string;
  readonly expired: string;
  /** The message that led to it was replaced. */
  readonly withdrawn: string;
}
