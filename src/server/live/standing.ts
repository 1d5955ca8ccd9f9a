import type { Live } from '../../store/live.ts';

/** What someone who was let in listens to, and until when that holds by itself. */
export interface Standing {
  /** The same text for the same rights. */
  listening: string;
  /** Null where nothing ends by itself. */
  until: string | null;
}

/** Whether someone may still hear what they came for. */
export interface Ear {
  /**
   * Whether they may, as far as is known without asking: no door moved since they were looked at, and nothing of theirs
   * ended by itself. That is enough for what was announced only, see `Live.doors`.
   */
  isOpen(): boolean;
  /** Looks at them anew; false where they were shown out, or may hear more or less than when they came. */
  lookAgain(): Promise<boolean>;
}

/**
 * Looks at someone anew only after word of doors, since that costs several queries for each who listens.
 * @param look how they stand now; fails where they are not let in
 */
export function openEar(live: Pick<Live, 'doors'>, listening: string, look: () => Promise<Standing>): Ear {
  // Not looked at yet: doors may have moved while it was looked up who comes.
  let looked: { doors: number; until_ms: number } | null = null;
  return {
    isOpen: () => looked !== null && looked.doors === live.doors() && Date.now() < looked.until_ms,
    lookAgain: async () => {
      // Counted before anything is read: what moves meanwhile is looked at once more.
      const doors = live.doors();
      try {
        const now = await look();
        if (now.listening !== listening) return false;
        looked = { doors, until_ms: now.until === null ? Number.POSITIVE_INFINITY : Date.parse(now.until) };
        return true;
      } catch {
        return false;
      }
    },
  };
}
