import { Foundations0001 } from './0001-foundations.js';
import { Advice0002 } from './0002-advice.js';
import { Generations0003 } from './0003-generations.js';
import { Targets0004 } from './0004-targets.js';
import { Outlooks0005 } from './0005-outlooks.js';
import { Gaps0006 } from './0006-gaps.js';
import { Adoptions0007 } from './0007-adoptions.js';
import { People0008 } from './0008-people.js';
import { Keys0009 } from './0009-keys.js';
import { SignedHeads0010 } from './0010-signed-heads.js';
import { Audit0012 } from './0012-audit.js';
import { Erasures0011 } from './0011-erasures.js';
import { Proposals0013 } from './0013-proposals.js';
import { UserNames0014 } from './0014-user-names.js';
import { BoardPacks0017 } from './0017-board-packs.js';
import { Sources0018 } from './0018-sources.js';
import { Subscriptions0019 } from './0019-subscriptions.js';
import { Imports0020 } from './0020-imports.js';
import { Polls0021 } from './0021-polls.js';
import { LongImports0022 } from './0022-long-imports.js';
import { Notices0023 } from './0023-notices.js';
import { Refusals0024 } from './0024-refusals.js';
import { NamedImports0025 } from './0025-named-imports.js';

/** Every migration in order; one that was released is never edited. */
export const MIGRATIONS = [
  Foundations0001,
  Advice0002,
  Generations0003,
  Targets0004,
  Outlooks0005,
  Gaps0006,
  Adoptions0007,
  People0008,
  Keys0009,
  SignedHeads0010,
  Audit0012,
  Erasures0011,
  Proposals0013,
  UserNames0014,
  BoardPacks0017,
  Sources0018,
  Subscriptions0019,
  Imports0020,
  Polls0021,
  LongImports0022,
  Notices0023,
  Refusals0024,
  NamedImports0025,
];
