/**
 * What a schema of the contract has checked, as the domain names it: the schemas cannot know the
 * domain's branded ids.
 */
export function checked<Domain>(value: unknown): Domain {
  return value as Domain;
}
