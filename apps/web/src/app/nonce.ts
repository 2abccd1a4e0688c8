/** The nonce with which the api sent this page: style elements must carry it. */
export const nonce: string =
  document.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce ?? '';
