import type { Paint } from './paint.js';

/** A progress bar of so many columns. @param share 0–1 */
export function bar(paint: Paint, share: number, columns: number): string {
  const whole = Math.min(1, Math.max(0, share)) * columns;
  // something is never shown as nothing, nor almost all as all
  const full =
    share >= 1 ? columns : Math.min(columns - 1, share > 0 ? Math.max(1, Math.round(whole)) : 0);
  return paint.done('█'.repeat(full)) + paint.faint('░'.repeat(columns - full));
}
