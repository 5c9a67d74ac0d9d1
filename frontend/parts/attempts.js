/**
 * Keys that let the server do a deed once: a new one for each attempt, the same again only while nobody knows what became
 * of the last.
 */
import { uuid } from './kept.js';
import { Unreachable } from './errors.js';

/** The server is still at work on the first attempt. */
const IN_PROGRESS = 'IN_PROGRESS';

export class Attempts {
  /** Runs deed(key) for what is wanted; a refusal ends the attempt, a lost answer leaves it open for the same again. */
  async run(wanted, deed) {
    const words = JSON.stringify(wanted);
    if (this.open?.words !== words) this.open = { words, key: uuid() };
    try {
      const answer = await deed(this.open.key);
      this.open = null;
      return answer;
    } catch (error) {
      if (!(error instanceof Unreachable) && error.code !== IN_PROGRESS) this.open = null;
      throw error;
    }
  }

  /** The key of the attempt whose outcome is unknown, or null. */
  get key() {
    return this.open?.key ?? null;
  }
}
