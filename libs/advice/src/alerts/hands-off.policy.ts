import type { AlertPolicy, Finding } from '../finding.js';
import { handsOffTimes, isMajor } from '../hub-launch.js';
import { day, titleOf } from '../known-unit.js';
import { becauseOf } from '../milestones.js';

/** Something major was recorded within 90 days of the launch of a hub. */
export const handsOff: AlertPolicy = {
  id: 'hands-off',
  source:
    'Lithium, discussion: change nothing major for 90 days after the launch of a community. That effort L and XL is major is ours.',
  find(known) {
    return handsOffTimes(known).flatMap(({ hub, from, until }) =>
      [...known.facts.facts].flatMap(([milestone, facts]) => {
        if (milestone === hub || !isMajor(known, milestone)) return [];
        return facts
          .filter(({ outcome, at }) => outcome === 'achieved' && from < at && at < until)
          .map(
            (fact): Finding => ({
              episode: fact.id,
              from: fact.at,
              until,
              severity: 'warning',
              summary: `${titleOf(known, milestone)} came within 90 days of ${titleOf(known, hub)} (${day(from)}): leave the community alone until ${day(until)}.`,
              because: [becauseOf(known, milestone, fact)],
            }),
          );
      }),
    );
  },
};
