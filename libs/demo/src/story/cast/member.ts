import type { ModelId } from '#lib/domain';

/** How far a unit gets and how fast; `PACES` says what each means. */
export type Pace = 'champion' | 'leader' | 'strong' | 'steady' | 'slow' | 'late' | 'absent';

/** What a unit does all day: some milestones come easier to it, others harder. */
export type Craft = 'care' | 'marketing' | 'product' | 'sales' | 'people';

/** A unit of the story, as it is when it joins. */
export interface Member {
  readonly unit: string;
  readonly name: string;
  readonly kind: string;
  readonly parent: string | null;
  readonly pace: Pace;
  readonly craft?: Craft;
  readonly tags: readonly string[];
  readonly models?: readonly ModelId[];
  /** The month in which it joins; absent: it is there from the start. */
  readonly since?: number;
}

/** What may be said of a member beyond its row. */
export type More = Partial<Pick<Member, 'craft' | 'since'>> & {
  readonly models?: readonly string[];
};

/** A member in one line: key, name, kind, parent, pace and tags (separated by blanks). */
export function member(
  unit: string,
  name: string,
  kind: string,
  parent: string | null,
  pace: Pace,
  tags = '',
  { models, ...more }: More = {},
): Member {
  return {
    unit,
    name,
    kind,
    parent,
    pace,
    tags: tags.split(' ').filter((tag) => tag !== ''),
    ...more,
    ...(models ? { models: models as readonly ModelId[] } : {}),
  };
}
