import { createInterface } from 'node:readline/promises';

/** Whether a person at the terminal says yes. */
export async function confirmed(question: string): Promise<boolean> {
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  // whoever ends the input has not said yes
  const ended = new Promise<string>((resolve) => reader.once('close', () => resolve('')));
  const answer = await Promise.race([reader.question(`${question} [y/N] `), ended]);
  reader.close();
  return /^y(es)?$/i.test(answer.trim());
}
