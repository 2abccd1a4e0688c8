import colors from 'picocolors';

type Painter = (text: string) => string;

/** Colours by what they mean; each returns the text as it is where there are no colours. */
export interface Paint {
  readonly title: Painter;
  readonly faint: Painter;
  readonly done: Painter;
  readonly good: Painter;
  readonly warn: Painter;
  readonly bad: Painter;
  readonly key: Painter;
}

export function paintWith(coloured: boolean): Paint {
  const c = colors.createColors(coloured);
  return {
    title: c.bold,
    faint: c.dim,
    done: c.cyan,
    good: c.green,
    warn: c.yellow,
    bad: c.red,
    key: c.magenta,
  };
}
