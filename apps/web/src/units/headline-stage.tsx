import { Text } from '@mantine/core';
import { api } from '../api/client.js';
import { useHeadline } from '../api/session.js';
import { useModelsById } from '../models/catalogue.js';
import { StageBadge } from '../stages/stage-badge.js';
import { useMoment } from '../time/moment.js';

/** Where a unit stands in the model that heads the pages. */
export function HeadlineStage({ unit }: { readonly unit: string }) {
  const headline = useHeadline();
  const models = useModelsById();
  const { data } = api.useQuery(
    'get',
    '/api/v1/units/{unit}/standings',
    { params: { path: { unit }, query: useMoment() } },
    { enabled: headline !== undefined },
  );
  const stage = data?.items.find(({ model }) => model === headline)?.stage;
  if (!data) return null;
  if (!stage) return <NoStage />;
  const of = models.get(headline ?? '')?.stages.length ?? stage.ordinal;
  return <StageBadge ordinal={stage.ordinal} of={of} name={stage.name} />;
}

/** Said of a unit that has no stage in the headline model. */
export function NoStage() {
  return (
    <Text size="sm" c="dimmed">
      Not followed
    </Text>
  );
}
