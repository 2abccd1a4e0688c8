import type { Schemas } from '#lib/client';
import { countText, numberText, percentText } from '../../time/words.js';

type Rollup = Schemas['Rollup'];

/** A stage as a threshold, and how many units have reached it. */
export interface Reached {
  readonly ordinal: number;
  readonly of: number;
  readonly name: string;
  readonly units: number;
}

/** How many units are half-way up or above; undefined for models without stages. */
export function halfwayUp({ distribution }: Pick<Rollup, 'distribution'>): Reached | undefined {
  const of = distribution.length - 1;
  const ordinal = Math.ceil(of / 2);
  const step = distribution[ordinal];
  if (of < 1 || !step) return undefined;
  const units = distribution.slice(ordinal).reduce((sum, { units }) => sum + units, 0);
  return { ordinal, of, name: step.stage.name, units };
}

/** The whole in one sentence. */
export function sentenceOf(rollup: Rollup): string {
  const { units, meanChecked, meanScore } = rollup;
  if (units === 0) return 'No unit follows this model here';
  const reached = halfwayUp(rollup);
  if (reached) {
    const { ordinal, of } = reached;
    return `${shareText(reached.units, units)} at stage ${ordinal} of ${of} or above`;
  }
  if (typeof meanChecked === 'number') {
    return `${percentText(meanChecked)} of the checklist is in place in ${countText(units, 'unit')}, on average`;
  }
  if (typeof meanScore === 'number') {
    return `The mean score of ${countText(units, 'unit')} is ${numberText(round(meanScore))}`;
  }
  return `${countText(units, 'unit')} ${units === 1 ? 'follows' : 'follow'} this model`;
}

function shareText(some: number, all: number): string {
  if (some === 0) return `None of ${countText(all, 'unit')} is`;
  if (some === all) return all === 1 ? 'The one unit is' : `All ${numberText(all)} units are`;
  const share = some / all;
  if (share === 0.5) return `Half of the ${countText(all, 'unit')} are`;
  if (share > 0.9) return `Nearly all of the ${countText(all, 'unit')} are`;
  if (share > 0.5) return `More than half of the ${countText(all, 'unit')} are`;
  return `${numberText(some)} of ${countText(all, 'unit')} ${some === 1 ? 'is' : 'are'}`;
}

const round = (value: number) => Math.round(value * 100) / 100;
