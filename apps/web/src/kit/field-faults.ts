import { faultOf } from '../api/faults.js';

/**
 * What the server says of the fields of a form, by their names here.
 * @param thrown what saving failed with; null: it did not
 * @param fields how each is called here, by the beginning of its pointer into what is sent
 */
export function fieldFaults(
  thrown: unknown,
  fields: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  if (thrown === null || thrown === undefined) return {};
  const errors: Record<string, string> = {};
  for (const { pointer, message } of faultOf(thrown).fields) {
    const of = Object.keys(fields).find((begin) => pointer.startsWith(begin));
    const name = of === undefined ? undefined : fields[of];
    if (name !== undefined) errors[name] = message;
  }
  return errors;
}
