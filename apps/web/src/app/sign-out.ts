import { client } from '../api/client.js';

/** What a browser is told about itself, whoever uses it: the colours, and that the tour was seen. */
const OF_THE_BROWSER = ['mantine-color-scheme-value', 'waymark-tour-seen'] as const;

/**
 * Ends the session and goes to the page to sign in on. The browser then forgets what it kept of the
 * pages, but for what it was told about itself.
 * @param after what that page says led there
 */
export async function signOut(after: 'demo' | 'sign-out'): Promise<void> {
  const kept = OF_THE_BROWSER.map((name) => [name, localStorage.getItem(name)] as const);
  await client.DELETE('/api/v1/session');
  for (const [name, value] of kept) if (value !== null) localStorage.setItem(name, value);
  location.assign(`/sign-in?after=${after}`);
}
