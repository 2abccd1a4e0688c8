import { parseSetCookie } from 'cookie';

/** A page as a browser shows it. */
export interface Page {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Every address that led here, the first first. */
  readonly via: readonly string[];
}

const MOST_REDIRECTS = 20;

/**
 * A browser without a screen: keeps cookies by host and port, follows redirects, sends forms, and
 * says where its requests come from, as browsers do.
 */
export class Browser {
  readonly #cookies = new Map<string, Map<string, string>>();
  /** The attributes of the last cookie of each name. */
  readonly seen = new Map<string, string>();

  /** Opens an address as somebody who typed it, or (with `from`) followed a link of another page. */
  open(url: string, from?: string): Promise<Page> {
    return this.#go('GET', url, { from });
  }

  /** Sends the form of a page. */
  submit(page: Page, fields: Readonly<Record<string, string>>): Promise<Page> {
    const action = /<form[^>]*\saction="([^"]*)"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&');
    const hidden = [...page.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
    const body = new URLSearchParams({
      ...Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value])),
      ...fields,
    });
    const to = new URL(action ?? page.url, page.url).href;
    return this.#go('POST', to, { from: page.url, body });
  }

  /** What a script of a page at `from` (the same origin, if left out) sends. */
  async call(
    method: string,
    url: string,
    body?: unknown,
    { from = url, headers = {} }: { from?: string; headers?: Record<string, string> } = {},
  ) {
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      headers: {
        ...this.#headers(url, from, method),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    this.#keep(url, response);
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : JSON.parse(text),
    };
  }

  /** The value of a cookie of a host. */
  cookie(url: string, name: string): string | undefined {
    return this.#jar(url).get(name);
  }

  /** Puts a cookie there, as somebody who got at the browser might. */
  plant(url: string, name: string, value: string): void {
    this.#jar(url).set(name, value);
  }

  async #go(
    method: string,
    start: string,
    { from, body }: { from?: string | undefined; body?: URLSearchParams },
  ): Promise<Page> {
    let [verb, url, sent] = [method, start, body];
    const via: string[] = [];
    for (let hops = 0; hops < MOST_REDIRECTS; hops++) {
      via.push(url);
      const response = await fetch(url, {
        method: verb,
        redirect: 'manual',
        headers: { accept: 'text/html', ...this.#headers(url, from, verb) },
        ...(sent === undefined ? {} : { body: sent }),
      });
      this.#keep(url, response);
      const to = response.headers.get('location');
      if (response.status < 300 || response.status >= 400 || to === null) {
        const text = await response.text();
        return { url, status: response.status, headers: response.headers, text, via };
      }
      await response.body?.cancel();
      // what a redirect of another site leads to still comes from that site
      from ??= url;
      if (new URL(url).origin !== new URL(to, url).origin) from = url;
      url = new URL(to, url).href;
      if (response.status !== 307 && response.status !== 308) [verb, sent] = ['GET', undefined];
    }
    throw new Error(`It goes on for ever: ${via.join(' → ')}`);
  }

  #headers(url: string, from: string | undefined, method: string): Record<string, string> {
    const site =
      from === undefined
        ? 'none'
        : new URL(from).origin === new URL(url).origin
          ? 'same-origin'
          : 'cross-site';
    const cookies = [...this.#jar(url)];
    return {
      'sec-fetch-site': site,
      ...(method === 'GET' || from === undefined ? {} : { origin: new URL(from).origin }),
      ...(cookies.length === 0
        ? {}
        : { cookie: cookies.map(([name, value]) => `${name}=${value}`).join('; ') }),
    };
  }

  #keep(url: string, response: Response): void {
    for (const header of response.headers.getSetCookie()) {
      const { name, value, maxAge, expires } = parseSetCookie(header);
      this.seen.set(name, header);
      const over = maxAge === 0 || (expires !== undefined && expires.getTime() < Date.now());
      if (over) this.#jar(url).delete(name);
      else this.#jar(url).set(name, value ?? '');
    }
  }

  #jar(url: string): Map<string, string> {
    const { origin } = new URL(url);
    const jar = this.#cookies.get(origin) ?? new Map<string, string>();
    this.#cookies.set(origin, jar);
    return jar;
  }
}
