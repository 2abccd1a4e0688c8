import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from '@tanstack/react-router';
import { prefetchFrame, prefetchOverview, prefetchTop } from '../overview/prefetch.js';
import { overviewSearch } from '../overview/search.js';
import { alertsSearch } from '../alerts/search.js';
import { auditSearch } from '../audit/search.js';
import { logSearch } from '../log/search.js';
import { upgradeSearch } from '../models/search.js';
import { packsSearch } from '../packs/search.js';
import { proposalsSearch } from '../proposals/search.js';
import { roadmapSearch } from '../roadmap/search.js';
import { sourceSearch } from '../sources/search.js';
import { subscriptionSearch } from '../subscriptions/search.js';
import { historySearch } from '../unit/search.js';
import { unitsSearch } from '../units/search.js';
import { whatIfSearch } from '../what-if/search.js';
import { Broken, NoPage } from './broken.js';
import { rootSearch } from './search.js';
import { Shell } from './shell.js';

const root = createRootRoute({
  component: Shell,
  notFoundComponent: NoPage,
  errorComponent: Broken,
  validateSearch: rootSearch,
  search: { middlewares: [retainSearchParams(['asOf', 'knownAt'])] },
  loader: prefetchFrame,
});

const unit = createRoute({
  getParentRoute: () => root,
  path: '/units/$unit',
  component: lazyRouteComponent(() => import('../unit/unit-layout.js'), 'UnitLayout'),
});

const topOverviewPage = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: overviewSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => prefetchTop(deps),
  component: lazyRouteComponent(() => import('../overview/overview-page.js'), 'TopOverviewPage'),
});
const overviewPage = createRoute({
  getParentRoute: () => root,
  path: '/overview/$unit',
  validateSearch: overviewSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ params, deps }) => prefetchOverview(params.unit, deps),
  component: lazyRouteComponent(() => import('../overview/overview-page.js'), 'OverviewPage'),
});
const unitsPage = createRoute({
  getParentRoute: () => root,
  path: '/units',
  validateSearch: unitsSearch,
  component: lazyRouteComponent(() => import('../units/units-page.js'), 'UnitsPage'),
});
const ladderPage = createRoute({
  getParentRoute: () => unit,
  path: '/',
  component: lazyRouteComponent(() => import('../unit/ladder-page.js'), 'LadderPage'),
});
const historyPage = createRoute({
  getParentRoute: () => unit,
  path: '/history',
  validateSearch: historySearch,
  component: lazyRouteComponent(() => import('../unit/history-page.js'), 'HistoryPage'),
});
const unitRoadmapPage = createRoute({
  getParentRoute: () => unit,
  path: '/roadmap',
  validateSearch: roadmapSearch,
  component: lazyRouteComponent(() => import('../roadmap/unit-roadmap-page.js'), 'UnitRoadmapPage'),
});
const whatIfPage = createRoute({
  getParentRoute: () => unit,
  path: '/what-if',
  validateSearch: whatIfSearch,
  component: lazyRouteComponent(() => import('../what-if/what-if-page.js'), 'WhatIfPage'),
});
const commentsPage = createRoute({
  getParentRoute: () => unit,
  path: '/comments',
  component: lazyRouteComponent(() => import('../unit/comments-page.js'), 'CommentsPage'),
});
const topRoadmapPage = createRoute({
  getParentRoute: () => root,
  path: '/roadmap',
  validateSearch: roadmapSearch,
  component: lazyRouteComponent(() => import('../roadmap/roadmap-page.js'), 'TopRoadmapPage'),
});
const roadmapPage = createRoute({
  getParentRoute: () => root,
  path: '/roadmap/$unit',
  validateSearch: roadmapSearch,
  component: lazyRouteComponent(() => import('../roadmap/roadmap-page.js'), 'RoadmapPage'),
});
const alertsPage = createRoute({
  getParentRoute: () => root,
  path: '/alerts',
  validateSearch: alertsSearch,
  component: lazyRouteComponent(() => import('../alerts/alerts-page.js'), 'AlertsPage'),
});
const proposalsPage = createRoute({
  getParentRoute: () => root,
  path: '/proposals',
  validateSearch: proposalsSearch,
  component: lazyRouteComponent(() => import('../proposals/proposals-page.js'), 'ProposalsPage'),
});
const packsPage = createRoute({
  getParentRoute: () => root,
  path: '/board-packs',
  validateSearch: packsSearch,
  component: lazyRouteComponent(() => import('../packs/packs-page.js'), 'PacksPage'),
});
const packPage = createRoute({
  getParentRoute: () => root,
  path: '/board-packs/$pack',
  component: lazyRouteComponent(() => import('../packs/pack-page.js'), 'PackPage'),
});
const modelsPage = createRoute({
  getParentRoute: () => root,
  path: '/models',
  component: lazyRouteComponent(() => import('../models/models-page.js'), 'ModelsPage'),
});
const modelPage = createRoute({
  getParentRoute: () => root,
  path: '/models/$model',
  validateSearch: upgradeSearch,
  component: lazyRouteComponent(() => import('../models/model-page.js'), 'ModelPage'),
});
const upgradePage = createRoute({
  getParentRoute: () => root,
  path: '/models/$model/upgrade',
  validateSearch: upgradeSearch,
  component: lazyRouteComponent(() => import('../models/upgrade-page.js'), 'UpgradePage'),
});
const milestonesPage = createRoute({
  getParentRoute: () => root,
  path: '/milestones',
  component: lazyRouteComponent(() => import('../models/milestones-page.js'), 'MilestonesPage'),
});
const logPage = createRoute({
  getParentRoute: () => root,
  path: '/log',
  validateSearch: logSearch,
  component: lazyRouteComponent(() => import('../log/log-page.js'), 'LogPage'),
});
const verificationPage = createRoute({
  getParentRoute: () => root,
  path: '/log/verification',
  component: lazyRouteComponent(() => import('../log/verification-page.js'), 'VerificationPage'),
});
const importsPage = createRoute({
  getParentRoute: () => root,
  path: '/imports',
  component: lazyRouteComponent(() => import('../imports/imports-page.js'), 'ImportsPage'),
});
const newImportPage = createRoute({
  getParentRoute: () => root,
  path: '/imports/new',
  component: lazyRouteComponent(() => import('../imports/new-import-page.js'), 'NewImportPage'),
});
const importPage = createRoute({
  getParentRoute: () => root,
  path: '/imports/$import',
  component: lazyRouteComponent(() => import('../imports/import-page.js'), 'ImportPage'),
});
const peoplePage = createRoute({
  getParentRoute: () => root,
  path: '/people',
  component: lazyRouteComponent(() => import('../people/people-page.js'), 'PeoplePage'),
});
const groupsPage = createRoute({
  getParentRoute: () => root,
  path: '/groups',
  component: lazyRouteComponent(() => import('../people/groups-page.js'), 'GroupsPage'),
});
const keysPage = createRoute({
  getParentRoute: () => root,
  path: '/keys',
  component: lazyRouteComponent(() => import('../keys/keys-page.js'), 'KeysPage'),
});
const auditPage = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  validateSearch: auditSearch,
  component: lazyRouteComponent(() => import('../audit/audit-page.js'), 'AuditPage'),
});
const sourcesPage = createRoute({
  getParentRoute: () => root,
  path: '/sources',
  component: lazyRouteComponent(() => import('../sources/sources-page.js'), 'SourcesPage'),
});
const sourcePage = createRoute({
  getParentRoute: () => root,
  path: '/sources/$source',
  validateSearch: sourceSearch,
  component: lazyRouteComponent(() => import('../sources/source-page.js'), 'SourcePage'),
});
const subscriptionsPage = createRoute({
  getParentRoute: () => root,
  path: '/subscriptions',
  component: lazyRouteComponent(
    () => import('../subscriptions/subscriptions-page.js'),
    'SubscriptionsPage',
  ),
});
const subscriptionPage = createRoute({
  getParentRoute: () => root,
  path: '/subscriptions/$subscription',
  validateSearch: subscriptionSearch,
  component: lazyRouteComponent(
    () => import('../subscriptions/subscription-page.js'),
    'SubscriptionPage',
  ),
});
const channelsPage = createRoute({
  getParentRoute: () => root,
  path: '/channels',
  component: lazyRouteComponent(() => import('../channels/channels-page.js'), 'ChannelsPage'),
});
const channelPage = createRoute({
  getParentRoute: () => root,
  path: '/channels/$channel',
  component: lazyRouteComponent(() => import('../channels/channel-page.js'), 'ChannelPage'),
});
const settingsPage = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('../settings/settings-page.js'), 'SettingsPage'),
});
const accountPage = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(() => import('../account/account-page.js'), 'AccountPage'),
});

const routeTree = root.addChildren([
  topOverviewPage,
  overviewPage,
  unitsPage,
  topRoadmapPage,
  roadmapPage,
  alertsPage,
  proposalsPage,
  packsPage,
  packPage,
  modelsPage,
  modelPage,
  upgradePage,
  milestonesPage,
  logPage,
  verificationPage,
  importsPage,
  newImportPage,
  importPage,
  peoplePage,
  groupsPage,
  keysPage,
  auditPage,
  sourcesPage,
  sourcePage,
  subscriptionsPage,
  subscriptionPage,
  channelsPage,
  channelPage,
  settingsPage,
  accountPage,
  unit.addChildren([ladderPage, historyPage, unitRoadmapPage, whatIfPage, commentsPage]),
]);

/** Every page, by its address. A test holds it against the pages that the api serves. */
export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: Broken,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
