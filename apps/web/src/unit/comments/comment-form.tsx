import { Button, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { useSessionStorage } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { api } from '../../api/client.js';
import { useSession } from '../../api/session.js';
import { FaultPanel } from '../../kit/fault-panel.js';
import { useTitles } from '../../models/catalogue.js';
import { numberText } from '../../time/words.js';
import { useUnit } from '../unit-context.js';

const LONGEST = 4000;

/** Says something about the unit, or about one of its milestones. */
export function CommentForm() {
  const { unit } = useUnit();
  const queries = useQueryClient();
  const titles = useTitles();
  const session = useSession();
  // kept in this tab: who looks something up on another view finds it again
  const [text, setText] = useSessionStorage({
    key: `waymark.comment.${session.id}.${unit}`,
    defaultValue: '',
    getInitialValueInEffect: false,
  });
  const [milestone, setMilestone] = useState<string | null>(null);
  const saving = api.useMutation('post', '/api/v1/units/{unit}/comments', {
    onSuccess: () => {
      setText('');
      setMilestone(null);
      return queries.invalidateQueries();
    },
  });
  const idle = text.trim() === '' || text.length > LONGEST;
  const save = () => {
    if (idle || saving.isPending) return;
    saving.mutate({
      params: { path: { unit } },
      body: { text: text.trim(), ...(milestone ? { about: { milestone } } : {}) },
    });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Textarea
          label="Your comment"
          description="Plain text, for everybody who sees this unit. Ctrl+Enter sends it."
          autosize
          minRows={3}
          maxRows={14}
          value={text}
          error={
            text.length > LONGEST
              ? `${numberText(text.length - LONGEST)} characters too long: at most ${numberText(LONGEST)}.`
              : undefined
          }
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          onKeyDown={press}
        />
        <Group justify="space-between" align="flex-end">
          <Select
            label="About a milestone"
            placeholder="The unit as a whole"
            clearable
            searchable
            limit={80}
            data={[...titles].map(([value, label]) => ({ value, label }))}
            value={milestone}
            onChange={setMilestone}
            style={{ flex: '1 1 240px' }}
          />
          <Button type="submit" loading={saving.isPending} disabled={idle}>
            Comment
          </Button>
        </Group>
        {saving.error && <FaultPanel thrown={saving.error} />}
        <Text role="status" size="sm" c="dimmed">
          {saving.isSuccess && text === '' ? 'Your comment is in the log.' : ''}
        </Text>
      </Stack>
    </form>
  );
}
