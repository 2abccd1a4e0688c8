import { describe, expect, test } from 'vitest';
import { readDraft, textOf, withoutRule, withRule, withRuleAt } from './draft.js';

const TEXT = `# what epics tell
- id: epics
  use: jira/epic-done
- id: trained
  when: >-
    event == 'course.finished'
    && payload.share >= 0.8
  unit: { key: payload.team }
  record: achieved
  milestone: employees.trained
  occurredAt: payload.finishedAt
`;

describe('the text of a mapping', () => {
  test('is read as its rules, with the line that each begins in', () => {
    const { rules, faults, lines } = readDraft(TEXT);
    expect(faults).toEqual([]);
    expect(lines).toEqual([2, 4]);
    expect(rules?.map((rule) => (rule as { id: string }).id)).toEqual(['epics', 'trained']);
  });

  test('may be copied with its source', () => {
    const { rules, place } = readDraft('kind: jira\nmapping:\n  - id: epics\n    use: x\n');
    expect(rules).toEqual([{ id: 'epics', use: 'x' }]);
    expect(place('/mapping/0/use', 'No.').line).toBe(4);
  });

  test('that is empty has no rules and no fault', () => {
    expect(readDraft('')).toMatchObject({ rules: [], faults: [] });
    expect(readDraft('# later\n')).toMatchObject({ rules: [], faults: [] });
  });

  test('that is no YAML says where', () => {
    const { rules, faults } = readDraft('- id: a\n  when: "open\n- id: b\n');
    expect(rules).toBeUndefined();
    expect(faults[0]?.line).toBeGreaterThan(1);
    expect(faults[0]?.message).not.toContain('\n');
  });

  test('that is no list says what it is', () => {
    expect(readDraft('id: a\nuse: b\n').faults).toMatchObject([{ line: 1 }]);
    expect(readDraft('true').rules).toBeUndefined();
  });

  test('gives faults of the server the line they are about, or of what is missing the rule’s', () => {
    const { place } = readDraft(TEXT);
    expect(place('/mapping/1/when', 'Not CEL.')).toEqual({
      ...{ line: 5, rule: 1, pointer: '/mapping/1/when', message: 'Not CEL.' },
    });
    expect(place('/mapping/1/unit/key', 'Not CEL.').line).toBe(8);
    expect(place('/mapping/0/record', 'Missing.')).toMatchObject({ line: 2, rule: 0 });
    expect(place('/mapping', 'Too many.')).toMatchObject({ line: 1, rule: undefined });
  });
});

describe('a change by form', () => {
  test('keeps the rest as it was written, comments too', () => {
    const more = withRule(TEXT, { id: 'due', use: 'jira/due-date' });
    expect(more).toContain('# what epics tell');
    expect(readDraft(more).rules).toHaveLength(3);
    const other = withRuleAt(more, 0, { id: 'done', use: 'jira/epic-done', with: { types: [] } });
    expect(readDraft(other).rules?.[0]).toEqual({
      ...{ id: 'done', use: 'jira/epic-done', with: { types: [] } },
    });
    expect(readDraft(withoutRule(other, 1)).rules).toHaveLength(2);
  });

  test('begins an empty mapping, and ends with one', () => {
    const one = withRule('', { id: 'a', use: 'x' });
    expect(one).toBe('- id: a\n  use: x\n');
    expect(withoutRule(one, 0)).toBe('');
    expect(withRule('[]', { id: 'a', use: 'x' })).toBe(one);
  });

  test('writes rules so that they are read as they were', () => {
    const rules = [
      { id: 'a', when: `event == "x" && ${'payload.some.field == 1 && '.repeat(8)}true` },
      { id: 'b', use: 'y', with: { units: { 'o/x': 'care' }, flag: false, texts: ['no', '1'] } },
    ];
    expect(readDraft(textOf(rules)).rules).toEqual(rules);
  });
});
