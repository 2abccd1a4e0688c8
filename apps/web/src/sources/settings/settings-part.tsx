import { Card, Stack, Text, Title } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { QueryView } from '../../kit/query-view.js';
import { InTheTool } from '../in-the-tool.js';
import { type Source, TOOLS } from '../tools.js';
import { useSource } from '../use-source.js';
import { OrganizationSettings } from './organization-settings.js';
import { PollSettings } from './poll-settings.js';
import { RemoveSource } from './remove-source.js';
import { SecretSettings } from './secret-settings.js';
import { SilenceSettings } from './silence-settings.js';

/** What a source is told by, asked by and missed by; and taking it away. */
export function SettingsPart({ source: name }: { readonly source: string }): ReactElement {
  const query = useSource(name);
  return (
    <QueryView query={query} height={480}>
      {(source) => <Settings source={source} />}
    </QueryView>
  );
}

function Settings({ source }: { readonly source: Source }) {
  return (
    <Stack maw={820}>
      <Section title="In the tool">
        <InTheTool source={source} />
      </Section>
      <Section
        title="Its secret"
        lead="What the tool proves by that a delivery is its own. Nobody sees it again once it is made."
      >
        <SecretSettings source={source} />
      </Section>
      {source.kind === 'salesforce' && (
        <Section title="Its organisation" lead="Messages of no other are taken.">
          <OrganizationSettings source={source} />
        </Section>
      )}
      <Section
        title="Silence"
        lead="A tool that stopped sending looks like one in which nothing happens."
      >
        <SilenceSettings source={source} />
      </Section>
      {TOOLS[source.kind].asked && (
        <Section
          title="Asking for what it missed"
          lead="Webhooks get lost. With an account of its own, Waymark asks the tool for what changed, and records what it was not told."
        >
          <PollSettings source={source} />
        </Section>
      )}
      <Section
        title="Take it away"
        lead="With its deliveries, its mapping and its matches. What it told stays in the log."
      >
        <RemoveSource name={source.name} />
      </Section>
    </Stack>
  );
}

interface SectionProps {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}

function Section({ title, lead, children }: SectionProps) {
  return (
    <Card component="section" withBorder padding="md" aria-label={title}>
      <Stack gap="sm">
        <div>
          <Title order={2} size="h4">
            {title}
          </Title>
          {lead && (
            <Text size="sm" c="dimmed">
              {lead}
            </Text>
          )}
        </div>
        {children}
      </Stack>
    </Card>
  );
}
