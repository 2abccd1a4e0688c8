/** Which version of a model is looked at. */
export interface UpgradeSearch {
  readonly version?: number;
}

/** Reads it; what does not fit is left out. */
export function upgradeSearch(search: Readonly<Record<string, unknown>>): UpgradeSearch {
  const version = Number(search.version);
  return { version: Number.isInteger(version) && version > 0 ? version : undefined };
}
