import type { Answer } from '../../e2e/support/client.js';

/** A provisioner as directories are: a token, and bodies of SCIM's own type. */
export class ScimClient {
  constructor(
    readonly url: string,
    readonly key?: string,
  ) {}

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('GET', path, undefined, headers);
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('POST', path, body, headers);
  }

  put(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('PUT', path, body, headers);
  }

  /** Sends operations, or a body as it is. */
  patch(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const schemas = ['urn:ietf:params:scim:api:messages:2.0:PatchOp'];
    const whole = Array.isArray(body) ? { schemas, Operations: body } : body;
    return this.send('PATCH', path, whole, headers);
  }

  delete(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('DELETE', path, undefined, headers);
  }

  find(kind: 'Users' | 'Groups', filter: string, more = ''): Promise<Answer> {
    return this.get(`/${kind}?filter=${encodeURIComponent(filter)}${more}`);
  }

  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(`${this.url}/scim/v2${path}`, {
      method,
      headers: {
        ...(this.key === undefined ? {} : { authorization: `Bearer ${this.key}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/scim+json' }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? text : JSON.parse(text),
    };
  }
}
