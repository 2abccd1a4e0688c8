import { Card, SimpleGrid, Skeleton } from '@mantine/core';
import { lazy, type ReactNode, Suspense } from 'react';
import { Empty } from '../kit/empty.js';
import type { PartProps } from './flow-period.js';

const Flow = lazy(() => import('./flow-part.js').then(({ Flow }) => ({ default: Flow })));
const Changes = lazy(() =>
  import('./changes-part.js').then(({ Changes }) => ({ default: Changes })),
);
const TopBlockers = lazy(() =>
  import('./blockers-part.js').then(({ TopBlockers }) => ({ default: TopBlockers })),
);
const BestMoves = lazy(() =>
  import('./best-moves-part.js').then(({ BestMoves }) => ({ default: BestMoves })),
);
const OpenAlerts = lazy(() =>
  import('./alerts-summary-part.js').then(({ OpenAlerts }) => ({ default: OpenAlerts })),
);
const RoadmapSummary = lazy(() =>
  import('./roadmap-summary-part.js').then(({ RoadmapSummary }) => ({ default: RoadmapSummary })),
);

interface LowerHalfProps extends PartProps {
  /** Whether the model that heads the page has stages. */
  readonly staged: boolean;
}

/** What moved, what holds back, what needs a person, what is planned: asked for after the figures. */
export function LowerHalf({ staged, ...props }: LowerHalfProps) {
  return (
    <>
      {staged ? <Stages {...props} /> : <NoStages />}
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
        <Part height={300}>
          <OpenAlerts unit={props.unit} />
        </Part>
        <Part height={300}>
          <RoadmapSummary unit={props.unit} />
        </Part>
      </SimpleGrid>
    </>
  );
}

function NoStages() {
  return (
    <Card withBorder>
      <Empty title="This model has no stages to move between">
        What is missing in it stands on each unit’s page; the heatmap leads there. Choose another
        model at the top to see who rose and fell, what holds units back, and which acts would raise
        most.
      </Empty>
    </Card>
  );
}

function Stages(props: PartProps) {
  return (
    <>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
        <Part height={420}>
          <Flow {...props} />
        </Part>
        <Part height={420}>
          <Changes {...props} />
        </Part>
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
        <Part height={380}>
          <TopBlockers {...props} />
        </Part>
        <Part height={380}>
          <BestMoves {...props} />
        </Part>
      </SimpleGrid>
    </>
  );
}

interface PartFrameProps {
  /** As high as it will be about, so that nothing jumps. */
  readonly height: number;
  readonly children: ReactNode;
}

function Part({ height, children }: PartFrameProps) {
  return <Suspense fallback={<PartAwaited height={height} />}>{children}</Suspense>;
}

/** The place of a part that is on its way. */
export function PartAwaited({ height }: { readonly height: number }) {
  return (
    <Card withBorder aria-busy="true">
      <Skeleton h={height} radius="md" />
    </Card>
  );
}
