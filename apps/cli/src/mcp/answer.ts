import type { Api } from '../connection/api.js';
import { withSuggestions } from '../connection/suggestions.js';
import { Failure } from '../failure.js';

/** What a tool answers. */
interface Answer {
  [key: string]: unknown;
  content: { type: 'text'; text: string }[];
  isError?: boolean;
}

/** The answer of a tool as JSON or text; what is refused is told to the assistant in plain words. */
export async function answered(api: Api, work: () => Promise<unknown>): Promise<Answer> {
  try {
    const found = await work();
    const text = typeof found === 'string' ? found : JSON.stringify(found);
    return { content: [{ type: 'text', text }] };
  } catch (thrown) {
    const error = await withSuggestions(api, thrown);
    if (!(error instanceof Failure)) throw error;
    return {
      content: [{ type: 'text', text: [error.message, ...error.hints].join('\n') }],
      isError: true,
    };
  }
}
