import { type ClientRequest, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { SignedHead } from './signed-head.js';

const TIMEOUT_MS = 10_000;

/**
 * Sends a signed head by POST as JSON. Certificates are checked whatever the environment says, and
 * redirects are not followed: a head goes where it was told to go, or nowhere.
 * @returns why it was not taken; undefined when it was
 */
export function postHead(url: string, head: SignedHead): Promise<string | undefined> {
  const body = JSON.stringify(head);
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const options = { method: 'POST', headers, signal: AbortSignal.timeout(TIMEOUT_MS) };
  return new Promise((resolve) => {
    const sending: ClientRequest = url.startsWith('https:')
      ? httpsRequest(url, { ...options, rejectUnauthorized: true })
      : httpRequest(url, options);
    sending.once('response', ({ statusCode = 0 }) => {
      sending.destroy();
      resolve(statusCode >= 200 && statusCode < 300 ? undefined : refusal(statusCode));
    });
    sending.on('error', (error) => {
      const late = error.name === 'AbortError' || error.name === 'TimeoutError';
      resolve(late ? `no answer within ${TIMEOUT_MS / 1000} s` : error.message);
    });
    sending.end(body);
  });
}

function refusal(status: number): string {
  return status >= 300 && status < 400
    ? `the answer was ${status}, a redirect, which is not followed`
    : `the answer was ${status}`;
}
