import { Anchor, Code, List, Stack, Text } from '@mantine/core';
import { Copied } from './copied.js';
import { addressOf, type Source, TOOLS } from './tools.js';

interface InTheToolProps {
  readonly source: Pick<Source, 'name' | 'kind'>;
  /** Known only just after it was made. */
  readonly secret?: string | undefined;
}

/** What somebody does in the tool so that it sends here: the address, the secret, the steps. */
export function InTheTool({ source, secret }: InTheToolProps) {
  const { kind } = source;
  const lost = kind === 'salesforce' && !secret;
  return (
    <Stack gap="md">
      <Copied
        label="Address"
        value={addressOf(source, secret)}
        note={
          lost
            ? 'The tool must be able to reach it. Its secret was shown once; the settings give another.'
            : 'The tool must be able to reach it.'
        }
      />
      {secret && kind !== 'salesforce' && (
        <Copied
          label="Secret"
          value={secret}
          note="Copy it now: it is not shown again. Should it get lost, the settings give another."
        />
      )}
      <List type="ordered" size="sm" spacing={4}>
        {TOOLS[kind].steps.map((step) => (
          <List.Item key={step}>{step}</List.Item>
        ))}
      </List>
      {kind === 'generic' && <Generic address={addressOf(source)} />}
    </Stack>
  );
}

function Generic({ address }: { readonly address: string }) {
  return (
    <>
      <Text size="sm">From a terminal or a pipeline:</Text>
      <Code block tabIndex={0}>
        {[
          `curl '${address}' -H "X-Waymark-Token: $SECRET" \\`,
          `  -H 'Content-Type: application/json' \\`,
          `  -d '{ "type": "deployed", "unit": "emea-support", "at": "2026-11-22T10:00:00Z" }'`,
        ].join('\n')}
      </Code>
      <Text size="xs" c="dimmed">
        A program with a key needs no source: it tells facts as they are, by{' '}
        <Anchor href="/api/docs" size="xs" underline="always">
          POST /events of the API
        </Anchor>
        .
      </Text>
    </>
  );
}
