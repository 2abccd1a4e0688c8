import { Button, Stack } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type ReactElement, useEffect, useState } from 'react';
import { api } from '../api/client.js';
import { EndpointActions } from '../endpoints/endpoint-actions.js';
import { TextLink } from '../kit/links.js';
import { Page } from '../kit/page.js';
import { QueryView } from '../kit/query-view.js';
import { Deliveries } from './deliveries.js';
import { type Subscription, useDelivery, useSubscription } from './queries.js';
import { RotateSecret } from './rotate-secret.js';
import { ShownSecret } from './shown-secret.js';
import { SubscriptionForm } from './subscription-form.js';
import { SubscriptionHealth } from './subscription-health.js';

/** One subscription: how it fares, what it is told, what it was sent; and what can be done with it. */
export function SubscriptionPage(): ReactElement {
  const { subscription: name } = useParams({ from: '/subscriptions/$subscription' });
  const query = useSubscription(name);
  return (
    <Page
      title={name}
      above={
        <TextLink to="/subscriptions" size="sm">
          Subscriptions
        </TextLink>
      }
    >
      <QueryView query={query} height={220}>
        {(subscription) => <Subscribed key={name} subscription={subscription} />}
      </QueryView>
    </Page>
  );
}

function Subscribed({ subscription }: { readonly subscription: Subscription }) {
  const { name, events, health } = subscription;
  const [dialog, setDialog] = useState<'change' | 'rotate'>();
  const [secret, setSecret] = useState<string>();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const path = { params: { path: { name } } };
  const changed = () => queries.invalidateQueries();
  const test = api.useMutation('post', '/api/v1/subscriptions/{name}/test', { onSuccess: changed });
  const use = api.useMutation('put', '/api/v1/subscriptions/{name}', { onSuccess: changed });
  const remove = api.useMutation('delete', '/api/v1/subscriptions/{name}', {
    onSuccess: async () => {
      await navigate({ to: '/subscriptions' });
      await changed();
    },
  });
  const tested = useDelivery(name, test.data?.id);
  const triedAt = tested?.lastAt;
  useEffect(() => {
    // the head says what the test changed: it was asked for before the test was over
    if (triedAt)
      void queries.invalidateQueries({ queryKey: ['get', '/api/v1/subscriptions/{name}'] });
  }, [queries, triedAt]);
  const close = () => setDialog(undefined);
  return (
    <Stack gap="lg">
      {secret && <ShownSecret name={name} secret={secret} onClose={() => setSecret(undefined)} />}
      <SubscriptionHealth subscription={subscription} />
      <EndpointActions
        name={name}
        disabled={health.disabled !== null}
        use={use}
        onUse={() => use.mutate({ ...path, body: { events } })}
        test={test}
        onTest={() => test.mutate(path)}
        tested={tested}
        onChange={() => setDialog('change')}
        remove={remove}
        onRemove={() => remove.mutate(path)}
        goes="Nothing is sent there any more. What is still to be sent goes with it, and so does the list of its deliveries."
        more={
          <Button
            variant="default"
            leftSection={<IconKey size={16} />}
            onClick={() => setDialog('rotate')}
          >
            Another secret
          </Button>
        }
      />
      <Deliveries name={name} sends={!health.disabled} />
      {dialog === 'change' && <SubscriptionForm of={subscription} onClose={close} onDone={close} />}
      {dialog === 'rotate' && (
        <RotateSecret
          name={name}
          onClose={close}
          onDone={(made) => {
            close();
            setSecret(made);
          }}
        />
      )}
    </Stack>
  );
}
