/** Parsed JSON: what a test expects of it is written beside it. */
export type Json = ReturnType<typeof JSON.parse>;

/** An answer, its body read as JSON where it is JSON. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
}

/** A plain HTTP client of the api, as a curl user would be. */
export class Client {
  constructor(
    readonly url: string,
    readonly key?: string,
  ) {}

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('GET', path, undefined, headers);
  }

  post(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('POST', path, body, headers);
  }

  put(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('PUT', path, body, headers);
  }

  delete(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('DELETE', path, undefined, headers);
  }

  /** @param body text and bytes go as they are, anything else as JSON */
  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const raw = typeof body === 'string' || body instanceof Uint8Array;
    const response = await fetch(
      `${this.url}${/^\/(api|health|scim|sign-in)\b|^\/$/.test(path) ? path : `/api/v1${path}`}`,
      {
        method,
        redirect: 'manual',
        headers: {
          ...(this.key === undefined ? {} : { authorization: `Bearer ${this.key}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: raw ? (body as string) : JSON.stringify(body) }),
      },
    );
    const text = await response.text();
    const json = /^application\/(problem\+)?json(;|$)/.test(
      response.headers.get('content-type') ?? '',
    );
    return {
      status: response.status,
      headers: response.headers,
      body: json && text ? JSON.parse(text) : text,
    };
  }
}
