/** What a schema found wrong, as zod tells it: the members depend on the code. */
export interface ToldIssue {
  readonly message: string;
  readonly code?: string | undefined;
  readonly expected?: string | undefined;
  readonly values?: readonly unknown[] | undefined;
  readonly origin?: string | undefined;
  readonly minimum?: number | bigint | undefined;
  readonly maximum?: number | bigint | undefined;
  readonly inclusive?: boolean | undefined;
  readonly format?: string | undefined;
  readonly divisor?: number | undefined;
}

/** How zod begins where a schema says nothing of its own. */
const RAW = /^(Invalid|Too (small|big)|Unrecognized)\b/;

/** The message of an issue: the schema's own where it has one, else one in plain words. */
export function plainMessage(issue: ToldIssue): string {
  const { code, message } = issue;
  if (!RAW.test(message)) return message;
  switch (code) {
    case 'invalid_type':
      return typeMessage(issue);
    case 'invalid_value':
      return choiceMessage(issue.values ?? []);
    case 'too_small':
      return `${sizeOf(issue, 'at least', issue.minimum)}.`;
    case 'too_big':
      return `${sizeOf(issue, 'at most', issue.maximum)}.`;
    case 'not_multiple_of':
      return `Give a multiple of ${issue.divisor}.`;
    case 'invalid_format':
      return `It has not the form that is asked for${issue.format === 'regex' ? '' : ` (${issue.format})`}.`;
    case 'invalid_union':
      return 'It has none of the forms that are taken here.';
    case 'invalid_key':
    case 'invalid_element':
      return 'One of its parts has not the form that is asked for.';
    default:
      return 'It does not fit here.';
  }
}

function typeMessage({ expected = 'value', message }: ToldIssue): string {
  const wanted = expected === 'int' ? 'whole number' : (WORDS[expected] ?? expected);
  const article = /^[aeiou]/.test(wanted) ? 'an' : 'a';
  const given = `${article} ${wanted}.`;
  return message.endsWith('received undefined')
    ? `This is missing: give ${given}`
    : `Give ${given}`;
}

const WORDS: Readonly<Record<string, string>> = {
  array: 'list',
  record: 'object',
  tuple: 'list',
};

function choiceMessage(values: readonly unknown[]): string {
  const shown = values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));
  if (shown.length === 1) return `Give ${shown[0]}.`;
  return `Choose one of ${shown.join(', ')}.`;
}

function sizeOf(
  { origin, inclusive = true }: ToldIssue,
  bound: string,
  limit: number | bigint | undefined,
): string {
  const number = Number(limit).toLocaleString('en-US');
  if (origin === 'string')
    return `Give ${bound} ${number} ${limit === 1 ? 'character' : 'characters'}`;
  if (origin === 'array' || origin === 'set' || origin === 'map')
    return `Give ${bound} ${number} of them`;
  if (inclusive) return `Give ${bound} ${number}`;
  return `Give ${bound === 'at least' ? 'more' : 'less'} than ${number}`;
}
