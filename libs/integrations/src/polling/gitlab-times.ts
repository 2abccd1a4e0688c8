/** A time as GitLab's webhooks write it: to the second. */
export function hookTime(time: string): string {
  return new Date(Math.floor(Date.parse(time) / 1000) * 1000).toISOString().replace('.000Z', 'Z');
}
