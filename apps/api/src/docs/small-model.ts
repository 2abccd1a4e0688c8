/** A whole model file. */
export const SMALL_MODEL = `id: forum-first
version: 1
title: Forum first
policy: gates
source: { author: Contoso program office, published: "2013" }
stages:
  - { id: start, name: Start }
  - id: hub
    name: A forum of our own
    criteria:
      - id: forum
        says: Customers meet in a forum of ours.
        when: { milestone: hub.launched }
        keyMove: true
`;
