import { Badge, Button, Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFileImport, IconUpload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, type ReactElement, Suspense } from 'react';
import { mayEverywhere, useProgram, useSession } from '../api/session.js';
import { Page } from '../kit/page.js';
import { QueryView } from '../kit/query-view.js';
import { type Model, POLICY_TEXTS, sourceText, useModels } from './catalogue.js';
import { ModelMarks } from './model-marks.js';
import { StageStrip } from './stage-strip.js';
import { UploadModel } from './upload-model.js';

const ImportModel = lazy(() =>
  import('./foreign/import-model.js').then((room) => ({ default: room.ImportModel })),
);

/** All maturity models the program can see. */
export function ModelsPage(): ReactElement {
  const session = useSession();
  const [opened, { open, close }] = useDisclosure();
  const [foreign, importing] = useDisclosure();
  return (
    <Page
      title="Maturity models"
      lead="One milestone moves every model a unit follows. A model added today has its whole history at once."
      actions={
        mayEverywhere(session, 'curate') && (
          <>
            <Button leftSection={<IconUpload size={16} />} onClick={open}>
              Upload a model
            </Button>
            <Button
              variant="default"
              leftSection={<IconFileImport size={16} />}
              onClick={importing.open}
            >
              Import from elsewhere
            </Button>
          </>
        )
      }
    >
      <QueryView query={useModels()} height={480}>
        {({ items }) => (
          <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
            {items.map((model) => (
              <ModelCard key={model.id} model={model} />
            ))}
          </SimpleGrid>
        )}
      </QueryView>
      <UploadModel opened={opened} onClose={close} />
      <Suspense fallback={null}>{foreign && <ImportModel onClose={importing.close} />}</Suspense>
    </Page>
  );
}

function ModelCard({ model }: { readonly model: Model }) {
  const { headline, models } = useProgram();
  const { id, title, policy, version, versions } = model;
  return (
    <Card component="article" withBorder aria-labelledby={`model-${id}`}>
      <Stack gap="xs" h="100%">
        <Group gap="xs" justify="space-between" align="flex-start">
          <Title order={2} size="h4" id={`model-${id}`}>
            <Link to="/models/$model" params={{ model: id }}>
              {title}
            </Link>
          </Title>
          <Group gap={6}>
            {headline === id && <Badge tt="none">Heads the overview</Badge>}
            {models.includes(id) && (
              <Badge tt="none" variant="outline">
                Followed by default
              </Badge>
            )}
            <ModelMarks model={model} />
          </Group>
        </Group>
        <Text size="sm" c="dimmed">
          {sourceText(model) || 'Of this program'}
        </Text>
        <StageStrip model={model} />
        <Text size="sm" mt="auto">
          {POLICY_TEXTS[policy]}.{' '}
          <Text span c="dimmed" size="sm">
            Version {version}
            {versions.length > 1 ? ` of ${versions.length}` : ''}
          </Text>
        </Text>
      </Stack>
    </Card>
  );
}
