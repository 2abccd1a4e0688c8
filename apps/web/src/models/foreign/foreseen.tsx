import { Alert, Badge, Card, Group, List, ScrollArea, Stack, Text, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { UnitLink } from '../../kit/unit-link.js';
import { UnitSelect } from '../../kit/unit-select.js';
import { countText, numberText } from '../../time/words.js';
import { POLICY_TEXTS } from '../catalogue.js';
import { StageStrip } from '../stage-strip.js';
import { Changed } from './changed.js';
import type { Converted, ModelWish } from './files.js';

interface ForeseenProps {
  readonly found: Converted;
  readonly teams: ModelWish['teams'];
  readonly onTeams: (teams: ModelWish['teams']) => void;
}

const OUTCOMES = {
  new: 'New: in force at once, followed by nobody yet',
  next: 'A new version, which waits to be adopted',
  same: 'Nothing changed',
} as const;

/** What would become of foreign files: the models, the dictionary, the progress, and what was left out. */
export function Foreseen({ found, teams, onTeams }: ForeseenProps): ReactElement {
  const { models, milestones, progress, warnings, passedOver } = found;
  return (
    <>
      {models.map((one) => (
        <Card key={one.model} withBorder component="section" aria-label={one.title}>
          <Stack gap="xs">
            <Group justify="space-between" gap="xs">
              <Title order={3} size="h5">
                {one.title}
              </Title>
              <Badge tt="none" variant="outline" color={one.outcome === 'same' ? 'gray' : 'teal'}>
                {OUTCOMES[one.outcome]}
              </Badge>
            </Group>
            <Text size="sm" c="dimmed">
              {POLICY_TEXTS[one.policy]}. Version {one.version}.
            </Text>
            {one.reads && <StageStrip model={one.reads} />}
            {one.change && <Changed change={one.change} />}
          </Stack>
        </Card>
      ))}
      {milestones && milestones.new.length + milestones.changed.length > 0 && (
        <Text size="sm">
          Dictionary: {countText(milestones.new.length, 'new milestone')},{' '}
          {numberText(milestones.changed.length)} worded anew, {numberText(milestones.kept)} kept.
        </Text>
      )}
      <Progress {...{ progress, teams, onTeams }} />
      {warnings.length > 0 && (
        <Alert
          color="orange"
          title={`${countText(warnings.length, 'thing')} to know`}
          role="status"
        >
          <ScrollArea.Autosize mah={200} type="auto" viewportProps={{ tabIndex: 0 }}>
            <List size="sm">
              {warnings.map(({ file, line, message, pointer }) => (
                <List.Item key={`${file} ${line} ${pointer} ${message}`}>
                  {file ? `${file}, line ${line}: ` : `Line ${line}: `}
                  {message}
                </List.Item>
              ))}
            </List>
          </ScrollArea.Autosize>
        </Alert>
      )}
      {passedOver.length > 0 && (
        <Text size="sm" c="dimmed">
          {countText(passedOver.length, 'file')} said nothing of the model:{' '}
          {passedOver.slice(0, 5).join(', ')}
          {passedOver.length > 5 ? ' …' : ''}
        </Text>
      )}
    </>
  );
}

interface ProgressProps extends Omit<ForeseenProps, 'found'> {
  readonly progress: Converted['progress'];
}

/** The facts that come along, and the units of the teams they are about. */
function Progress({ progress, teams, onTeams }: ProgressProps) {
  const { recorded, known, units, unknownTeams } = progress;
  const asked = [...new Set([...Object.keys(teams), ...unknownTeams.map(({ team }) => team)])];
  const factsOf = new Map(unknownTeams.map(({ team, facts }) => [team, facts]));
  if (recorded + known + asked.length === 0) return null;
  const choose = (team: string, unit: string | null) => {
    const { [team]: _, ...others } = teams;
    onTeams(unit ? { ...others, [team]: unit } : others);
  };
  return (
    <Stack gap="xs" component="section" aria-label="Progress">
      <Text size="sm">
        {countText(recorded, 'fact')} to record
        {known > 0 ? `, ${numberText(known)} recorded by an import before` : ''}.
      </Text>
      {units.length > 0 && (
        <List size="sm">
          {units.map((one) => (
            <List.Item key={one.unit}>
              <UnitLink unit={one.unit} size="sm" />: {countText(one.recorded, 'fact')}
            </List.Item>
          ))}
        </List>
      )}
      {asked.map((team) => (
        <UnitSelect
          key={team}
          label={`The unit of “${team}”`}
          description={
            factsOf.has(team)
              ? `${countText(factsOf.get(team) ?? 0, 'fact')} of it are left out until it has one`
              : undefined
          }
          value={teams[team] ?? null}
          onChange={(unit) => choose(team, unit)}
          clearable
        />
      ))}
    </Stack>
  );
}
