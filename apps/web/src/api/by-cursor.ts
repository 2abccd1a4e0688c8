/**
 * How `api.useInfiniteQuery` reads the lists of the api page by page. The first page has no cursor:
 * null, since the library takes undefined for its own first page.
 */
export const byCursor = {
  pageParamName: 'cursor',
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }: { readonly next: string | null }) => next ?? undefined,
} as const;
