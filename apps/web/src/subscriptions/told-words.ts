import type { Schemas } from '#lib/client';
import { typeText } from './events.js';

type Told = Pick<Schemas['SubscriptionDelivery'], 'type' | 'told'>;

type Models = ReadonlyMap<string, Pick<Schemas['Model'], 'title'>>;

/** What a delivery tells, in a line: the model with the stages, the target, or what an alert says. */
export function toldText({ type, told }: Told, models: Models): string {
  if (type === 'standing.changed' && told) {
    const model = String(told.model);
    const stages = `${stageText(told.from)} → ${stageText(told.to)}`;
    return `${models.get(model)?.title ?? model}: ${stages}`;
  }
  const more = [told?.summary, told?.title].find((one) => typeof one === 'string');
  return [typeText(type), more].filter(Boolean).join(': ');
}

function stageText(stage: unknown): string {
  const named = typeof stage === 'object' && stage !== null && 'name' in stage;
  return named ? String(stage.name) : 'no standing';
}
