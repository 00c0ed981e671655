/** What a run is told. */
export type TortureOptions = {
  /** How many kills, minutes or inputs. */
  readonly size: number;
  /** The same seed makes the same choices; what the machine does between them differs. */
  readonly seed: number;
  /** The bot that the load is compared with: a file; undefined: Microsoft's, where its packages are installed. */
  readonly echo?: string | undefined;
  readonly say: (line: string) => void;
};

/** One way to torment the product. Resolves with what it broke, a line each; empty: it held. */
export type TortureRun = {
  readonly name: string;
  readonly of: 'kills' | 'minutes' | 'inputs';
  /** How many where nobody says. */
  readonly size: number;
  readonly run: (options: TortureOptions) => Promise<readonly string[]>;
};
