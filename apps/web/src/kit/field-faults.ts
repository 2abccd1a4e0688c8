import { faultOf } from '../api/faults.js';

/** What a form failed with, by its fields. */
interface FieldFaults {
  /** What the server says of each field, by its name here. */
  readonly errors: Readonly<Record<string, string>>;
  /** What failed for another reason than a field; undefined where all is said beside the fields. */
  readonly rest: unknown;
}

/**
 * What is wrong with which field of a form.
 * @param fields how each is called here, by the beginning of its pointer into what is sent
 */
export function fieldFaults(
  thrown: unknown,
  fields: Readonly<Record<string, string>>,
): FieldFaults {
  if (thrown === null || thrown === undefined) return { errors: {}, rest: undefined };
  const found = faultOf(thrown).fields;
  const errors: Record<string, string> = {};
  for (const { pointer, message } of found) {
    const of = Object.keys(fields).find((begin) => pointer.startsWith(begin));
    const name = of === undefined ? undefined : fields[of];
    if (name === undefined) return { errors, rest: thrown };
    errors[name] = message;
  }
  return { errors, rest: found.length === 0 ? thrown : undefined };
}
