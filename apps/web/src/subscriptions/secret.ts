/** So many bytes as the Standard Webhooks specification suggests. */
const BYTES = 32;

/** Another secret that nobody can guess: `whsec_` and 32 bytes in base64. */
export function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  return `whsec_${btoa(String.fromCharCode(...bytes))}`;
}
