/** Controls of the terminal other than line ends and colours: what a server sends must not move the cursor. */
const CONTROLS =
  /\u001b(?!\[[0-9;]*m)|[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** A text that can do nothing to a terminal but colour it. */
export const safe = (text: string): string => text.replace(CONTROLS, '');
