import { Card, SimpleGrid, Skeleton } from '@mantine/core';
import { lazy, type ReactNode, Suspense } from 'react';
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

/** What moved, what holds back, what needs a person, what is planned: asked for after the figures. */
export function LowerHalf(props: PartProps) {
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
