/** What is still going to happen, soonest first; what was planned earlier goes first at the same instant. */
export interface Agenda {
  add(at_ms: number, run: () => void): void;
  /** Takes out what comes next, or nothing when all is done. */
  next(): Task | undefined;
}

export interface Task {
  at_ms: number;
  run: () => void;
}

export function agenda(): Agenda {
  // Latest first, so that the next one is taken from the end. A purchase has some hundred tasks open at most.
  const tasks: Task[] = [];
  return {
    add(at_ms, run) {
      let low = 0;
      let high = tasks.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((tasks[middle] as Task).at_ms <= at_ms) high = middle;
        else low = middle + 1;
      }
      tasks.splice(low, 0, { at_ms, run });
    },
    next: () => tasks.pop(),
  };
}
