/** One line, as it stands and as it would be wrong. */
export interface Bug {
  readonly name: string;
  /** The end of the path of its file. */
  readonly file: string;
  readonly right: string;
  readonly wrong: string;
}
