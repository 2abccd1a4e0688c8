import { NativeSelect } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { SentList } from '../endpoints/sent-list.js';
import { type SentStatus, STATUS_TEXTS } from '../endpoints/sent-words.js';
import { Empty } from '../kit/empty.js';
import { useAddress } from '../kit/use-address.js';
import { DeliveryDrawer } from './delivery-drawer.js';
import { useModelsById } from '../models/catalogue.js';
import { useDeliveries } from './queries.js';
import { STATUSES, type SubscriptionSearch } from './search.js';
import { toldText } from './told-words.js';

interface DeliveriesProps {
  readonly name: string;
  /** Whether they can be sent again. */
  readonly sends: boolean;
}

/** What was sent to a subscription and what is to be sent, the last first. */
export function Deliveries({ name, sends }: DeliveriesProps): ReactElement {
  const { status } = useSearch({ from: '/subscriptions/$subscription' });
  const models = useModelsById();
  const change = useAddress<SubscriptionSearch>();
  return (
    <SentList
      title="Deliveries"
      query={useDeliveries(name, status)}
      what={(delivery) => toldText(delivery, models)}
      unitOf={({ unit }) => unit}
      filter={
        <NativeSelect
          label="What became of them"
          value={status ?? ''}
          data={[
            { value: '', label: 'Anything' },
            ...STATUSES.map((value) => ({ value, label: STATUS_TEXTS[value] })),
          ]}
          onChange={({ currentTarget }) =>
            change({ status: (currentTarget.value || undefined) as SentStatus | undefined })
          }
        />
      }
      none={
        status && (
          <Empty title="None of which that became">Choose anything to see all of them.</Empty>
        )
      }
    >
      {(delivery, close) => (
        <DeliveryDrawer name={name} delivery={delivery} sends={sends} onClose={close} />
      )}
    </SentList>
  );
}
