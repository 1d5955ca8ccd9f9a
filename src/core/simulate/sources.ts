import type { Random } from './random.ts';
import { OFFLINE_SOURCES, ONLINE_SOURCES } from './texts/reasons.ts';

/** The sources one person draws on, those that were not used for longest first. */
export interface Sources {
  online: string[];
  offline: string[];
}

/** Four to seven pieces of information in all, where the person has the time (research figure 8). */
export function sourcesOf(random: Random): Sources {
  const online = random.sample(ONLINE_SOURCES, random.int(4, 5));
  return { online, offline: random.sample(OFFLINE_SOURCES, random.int(1, 2)) };
}

/** The sources of one sitting: two online, one offline; they go to the end of the list. */
export function nextSources(sources: Sources, where: keyof Sources): string[] {
  const used = sources[where].splice(0, where === 'online' ? 2 : 1);
  sources[where].push(...used);
  return used;
}
