/** Goes to the page to sign in on, and back here afterwards. */
export function leaveToSignIn(): void {
  const here = `${location.pathname}${location.search}`;
  location.assign(`/sign-in?after=session&returnTo=${encodeURIComponent(here)}`);
}
