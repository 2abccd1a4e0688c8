import { Page } from '../kit/page.js';

/** Settings */
export function SettingsPage() {
  return <Page title="Settings">…</Page>;
}
