import type { Dictionary, MilestoneEntry, MilestoneKey, ModelId } from '#lib/domain';

/** Who defines entries: a dictionary file, the program, or a model by its version in force. */
export type Definer = `file:${string}` | 'program' | `model:${ModelId}`;

/**
 * The milestone dictionary with those who define each entry. An entry, once defined, stays: a definer may
 * change its own, and what it no longer mentions keeps its last wording, since facts refer to it.
 * @source models/README.md, rules M-5 and M-6
 */
export class DictionaryBook {
  readonly #definitions: Map<MilestoneKey, Map<Definer, MilestoneEntry>>;
  #dictionary: Dictionary | undefined;

  constructor(from?: DictionaryBook) {
    this.#definitions = new Map(
      [...(from ? from.#definitions : [])].map(([key, byDefiner]) => [key, new Map(byDefiner)]),
    );
  }

  /** Adds or changes a definer's entries; they are the newest then. */
  define(definer: Definer, entries: Iterable<MilestoneEntry>): void {
    for (const entry of entries) {
      const byDefiner = this.#definitions.get(entry.key) ?? new Map<Definer, MilestoneEntry>();
      byDefiner.delete(definer);
      byDefiner.set(definer, entry);
      this.#definitions.set(entry.key, byDefiner);
    }
    this.#dictionary = undefined;
  }

  /** Every entry in its newest wording. */
  get dictionary(): Dictionary {
    this.#dictionary ??= this.#newest(() => true);
    return this.#dictionary;
  }

  /**
   * What everybody but one defines: what that one's entries have to agree with.
   * @param key only of this milestone the one's own entry is left out
   */
  without(definer: Definer, key?: MilestoneKey): Dictionary {
    return this.#newest((other, of) => other !== definer || (key !== undefined && of !== key));
  }

  #newest(counts: (definer: Definer, key: MilestoneKey) => boolean): Dictionary {
    const entries = new Map<MilestoneKey, MilestoneEntry>();
    for (const [key, byDefiner] of this.#definitions) {
      for (const [definer, entry] of byDefiner) if (counts(definer, key)) entries.set(key, entry);
    }
    return entries;
  }
}
