/** Why something of a value case cannot be computed: a stable dotted code and a sentence that helps. */
export interface Fault {
  fault: string;
  message: string;
}

export const fault = (code: string, message: string): Fault => ({ fault: code, message });

export const isFault = (value: unknown): value is Fault =>
  typeof value === 'object' && value !== null && 'fault' in value && 'message' in value;
