import type { AnyEvent, Expression, Group, MaturityModel } from '#lib/domain';
import type { Question } from './arbitrary-history.js';
import { readable } from './time.js';

/** A question as a page that a person can follow with a pencil. */
export function readableQuestion({ model, dictionary, log, upTo, unit }: Question): string {
  const rules = [...dictionary.values()].flatMap(({ key, validity, impliedBy }) => {
    const parts = [
      ...(validity ? [`valid ${validity.iso}`] : []),
      ...(impliedBy.length > 0 ? [`implied by ${impliedBy.join(', ')}`] : []),
    ];
    return parts.length > 0 ? [`  ${key}: ${parts.join('; ')}`] : [];
  });
  return [
    `about ${unit}, known up to #${upTo}`,
    'dictionary:',
    ...rules,
    ...modelLines(model),
    'log:',
    ...log.map(eventLine),
  ].join('\n');
}

/** An expression on one line. */
export function readableExpression(one: Expression): string {
  switch (one.form) {
    case 'milestone': {
      const degree = one.degree === 1 ? '' : ` ≥${one.degree}`;
      const within = one.within ? ` within ${one.within.iso}` : '';
      const heldFor = one.heldFor ? ` heldFor ${one.heldFor.iso}` : '';
      return `${one.milestone}${degree}${within}${heldFor}${one.scope === 'up' ? ' up' : ''}`;
    }
    case 'units': {
      const kind = one.kind ? ` ${one.kind}` : '';
      return `≥${one.atLeast}${kind} ${one.of} (${readableExpression(one.meet)})`;
    }
    default: {
      const form = one.form === 'atLeast' ? `atLeast ${one.count}` : one.form;
      return `${form}[${one.of.map(readableExpression).join('; ')}]`;
    }
  }
}

function modelLines(model: MaturityModel): readonly string[] {
  const criteria = (
    rung: Extract<MaturityModel, { policy: 'gates' }>['stages'][number]['criteria'],
  ) =>
    rung
      .map((one) => `${one.supporting ? '(supporting) ' : ''}${readableExpression(one.when)}`)
      .join(' | ');
  switch (model.policy) {
    case 'gates':
      return model.stages.map(
        (one) => `gate ${one.ordinal}, needs ${shown(one.needs)}: ${criteria(one.criteria)}`,
      );
    case 'dimensions':
      return model.dimensions.flatMap((dimension) =>
        dimension.levels.map(
          (one) =>
            `${model.overall} ${dimension.id} level ${one.level}, needs ${shown(one.needs)}: ${criteria(one.criteria)}`,
        ),
      );
    case 'checklist':
      return [`checklist: ${criteria(model.items)}`];
    case 'scored':
      return [
        `scored, ${model.combine}, stages from ${model.stages.map((one) => one.from).join(', ')}`,
        ...model.groups.flatMap((one) => groupLines(one, '  ')),
      ];
  }
}

function groupLines(group: Group, indent: string): readonly string[] {
  return [
    `${indent}group ${group.id} × ${group.weight}, ${group.combine}`,
    ...group.items.map(({ worth, weight, id }) => {
      const what = 'when' in worth ? `when ${readableExpression(worth.when)}` : worth.milestone;
      return `${indent}  ${id} × ${weight}: ${what}`;
    }),
    ...group.groups.flatMap((one) => groupLines(one, `${indent}  `)),
  ];
}

function eventLine(one: AnyEvent): string {
  const effective = readable(one.effectiveAt);
  const details = shown(one.data).replaceAll(/0{8}-0{4}-7000-8000-0*/g, '#');
  return `  #${one.position} ${effective} ${one.unit} ${one.type} ${details}`;
}

function shown(value: unknown): string {
  return JSON.stringify(value);
}
