/** What a run of the program that is killed is to do. */
export interface Order {
  dir: string;
  /** Asked for before, and not acknowledged. */
  pending: { purchase_id: string; command_id: string }[];
  /** The imports to run, one after another. */
  imports: string[];
}

export const WORKSPACE = 'crash';
/** The purchases that are written to; the first by two writers at once. */
export const PURCHASES = ['one', 'two', 'three'] as const;
export const IMPORTED_PURCHASES = 10;
