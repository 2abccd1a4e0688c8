import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { Schemas } from '#lib/client';
import { client } from '../../api/client.js';

/** A target to set or change; `goal` says where it is kept. */
export interface PlanWish {
  readonly unit: string;
  readonly target: string;
  readonly body:
    | { readonly kind: 'own'; readonly put: Schemas['PutTarget'] }
    | { readonly kind: 'share'; readonly put: Schemas['PutShareTarget'] };
  /** Of the unit, as it was when the form was opened. */
  readonly version: number | undefined;
  /** Said when it is done. */
  readonly says: string;
}

/** A target to take off the roadmap. */
export interface DropWish {
  readonly unit: string;
  readonly target: string;
  readonly share: boolean;
  readonly reason: string | undefined;
  readonly version: number | undefined;
  readonly says: string;
}

const matching = (version: number | undefined) =>
  version === undefined ? {} : { 'if-match': `"${version}"` };

/** Sets, changes and drops targets; what fails is thrown as the api tells it. */
export function usePlan(onDone: () => void) {
  const queries = useQueryClient();
  const done = (says: string) => {
    notifications.show({ message: says });
    void queries.invalidateQueries();
    onDone();
  };
  const put = useMutation<unknown, unknown, PlanWish>({
    mutationFn: async ({ unit, target, body, version }) => {
      const params = { path: { unit, target }, header: matching(version) };
      const { error } =
        body.kind === 'share'
          ? await client.PUT('/api/v1/rollups/{unit}/targets/{target}', { params, body: body.put })
          : await client.PUT('/api/v1/units/{unit}/targets/{target}', { params, body: body.put });
      if (error) throw error;
    },
    onSuccess: (_, { says }) => done(says),
  });
  const drop = useMutation<unknown, unknown, DropWish>({
    mutationFn: async ({ unit, target, share, reason, version }) => {
      const params = {
        path: { unit, target },
        query: reason ? { reason } : {},
        header: matching(version),
      };
      const { error } = share
        ? await client.DELETE('/api/v1/rollups/{unit}/targets/{target}', { params })
        : await client.DELETE('/api/v1/units/{unit}/targets/{target}', { params });
      if (error) throw error;
    },
    onSuccess: (_, { says }) => done(says),
  });
  return { put, drop };
}

/**
 * The version of a unit as it was when this was opened, so that a change somebody else makes
 * meanwhile is not written over. @returns `again` reads it anew, once that change has been seen
 */
export function useOpenedVersion(unit: string | undefined): {
  readonly version: number | undefined;
  readonly again: () => void;
} {
  const [version, setVersion] = useState<number>();
  const again = useCallback(() => {
    if (!unit) return;
    void client
      .GET('/api/v1/units/{unit}', { params: { path: { unit } } })
      .then(({ data }) => setVersion(data?.version));
  }, [unit]);
  useEffect(again, [again]);
  return { version, again };
}
