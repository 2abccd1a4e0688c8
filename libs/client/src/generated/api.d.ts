// Generated from the OpenAPI document by `npm run client`.

export interface paths {
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process answers */
        get: operations["health-live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process can serve; names what is not ready */
        get: operations["health-ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures in the text format of Prometheus; needs a key, or to be asked on this machine */
        get: operations["metrics-figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/program": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The program of the key: its name, and what its units follow by default */
        get: operations["program-one"];
        /** Changes the program’s name, default models and headline model */
        put: operations["program-change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a new tenant and its first administrator key, shown this once
         * @description For keys of the server’s administrator.
         */
        post: operations["program-create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the demo is loaded, and how far
         * @description For administrators of the whole program `default`, like all of it.
         */
        get: operations["demo-look"];
        put?: never;
        /**
         * Begins to load the demo into the program `demo`, or goes on where it was interrupted
         * @description GET tells how far it is. What is loaded already stays as it is.
         */
        post: operations["demo-begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demo/visit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A link that signs in to the demo as its visitor, who may do everything there
         * @description It works once, within ten minutes. Signing in with it ends the session that the browser has; signing out of the demo leads back to /sign-in.
         */
        post: operations["demo-visit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The keys of the program in the order they were made
         * @description Those that may do no more than whoever asks.
         */
        get: operations["keys-list"];
        put?: never;
        /**
         * Makes a key; it is shown this once
         * @description No key may do more than whoever makes it: who looks after a subtree makes keys for units in it.
         */
        post: operations["keys-create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes a key’s name, its last day and how much it may ask for */
        put: operations["keys-change"];
        post?: never;
        /** Withdraws a key */
        delete: operations["keys-revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{id}/rotation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives a key a new secret, shown this once
         * @description The old one ends at once, or after `overlap`; one that a rotation before had left ends now.
         */
        post: operations["keys-rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The people of the program in the order they were made */
        get: operations["people-list"];
        put?: never;
        /** Makes a person, who may sign in and has no role yet */
        post: operations["people-create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A person
         * @description The ETag is for If-Match.
         */
        get: operations["people-one"];
        /**
         * Changes a person, disables or enables them
         * @description Whoever is disabled is signed out at once, everywhere. The last administrator of the program stays.
         */
        put: operations["people-change"];
        post?: never;
        /**
         * Takes a person out of the program, with their sessions and roles
         * @description What they recorded stays, under their name, until it is erased.
         */
        delete: operations["people-delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The groups of the program in the order they were made */
        get: operations["groups-list"];
        put?: never;
        /** Makes a group, without members and roles */
        post: operations["groups-create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A group
         * @description The ETag is for If-Match.
         */
        get: operations["groups-one"];
        /** Gives a group another name */
        put: operations["groups-change"];
        post?: never;
        /** Takes a group away, with the roles that were given to it */
        delete: operations["groups-delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is in a group */
        get: operations["groups-members"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{id}/members/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Puts a person into a group
         * @description Nobody gives more than they have: the roles of the group are given with it.
         */
        put: operations["groups-add"];
        post?: never;
        /**
         * Takes a person out of a group
         * @description Where a provider put them in, it does so again at their next sign-in unless its claims have changed.
         */
        delete: operations["groups-remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The roles that were given, in that order
         * @description Whoever administers a subtree sees those that were given within it.
         */
        get: operations["grants-list"];
        put?: never;
        /**
         * Gives a role to a person or a group
         * @description It counts from the next request on. Nobody gives more than they have: whoever administers a subtree gives roles within it.
         */
        post: operations["grants-create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes a role away; it counts from the next request on */
        delete: operations["grants-delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The version in force of every model the program can see */
        get: operations["models-list"];
        put?: never;
        /**
         * Adds a model or a new version of one; nobody follows it yet
         * @description Every fault of the file is listed with line, column, pointer and message. `dryRun=true` only checks.
         */
        post: operations["models-add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models/{model}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A model: the version in force, or the one asked for */
        get: operations["models-one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models/{model}/upgrade": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which units would change, and by which criterion, if a version were adopted
         * @description Every stage that would change, in the model and in those that read milestones which the version words anew. A page may hold fewer units than asked for and still not be the last.
         */
        get: operations["models-upgrade"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models/{model}/adoption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Puts a version in force for the whole program
         * @description The standings of every unit under it are built aside first; until that is done GET /models/{model} says `replaying` and the version before decides. A later wish for the model takes the place of this one; the version in force, asked for again, gives it up.
         */
        put: operations["models-adopt"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reads a model in another format, and the progress that comes with it
         * @description OWASP DSOMM (`model.yaml`, and the progress of teams with `meta.yaml`), OWASP SAMM (the files of its folder `model`), or a sheet of stages, criteria, milestones and key moves. All of it is added, or nothing; each fault is listed with file, line and column. `dryRun=true` shows what would become of it.
         */
        post: operations["modelimports-import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/milestones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every milestone a unit may record, by key, or those that fit best
         * @description `q`: every word of it is looked for in the key, the title, what it means and the references to other frameworks. The key itself comes first, then keys and titles with words that begin so, then those that hold it, then the others.
         */
        get: operations["milestones-list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/milestones/{milestone}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Defines a milestone of the program’s own, or changes one */
        put: operations["milestones-define"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unit}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A unit as it is now, or as it was
         * @description The ETag is its version, for If-Match. With `asOf` or `knownAt`, name, kind, tags, place and whether it was retired are of that pair of times, and it is not there (404) before it was registered; `models`, `owner` and `version` are of now.
         */
        get: operations["units-one"];
        /** Registers a unit, changes what it is, or moves it */
        put: operations["units-put"];
        post?: never;
        /** Retires a unit; its history stays */
        delete: operations["units-retire"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Units by key, those that fit best, or a level of the tree by name
         * @description `under`: a unit and all below it. `owner`: an e-mail address. `q`: part of key or name; what is it, then what begins so, then the rest, retired ones last. `keys`: a page’s names in one request. `top=true`: those in sight whose parent is not; `parent`: those right under one. These two answer by name, with `children`, as of `asOf` and as known at `knownAt`, and leave out what is retired then; `models`, `owner` and `version` are of now.
         */
        get: operations["units-list"];
        put?: never;
        /** Registers or changes up to 1,000 units, parents before children: all of them, or none */
        post: operations["units-register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unit}/merger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merges a unit into another: all of it, or nothing
         * @description From `occurredAt` (default: now) on. It is undone by retracting its events: the merger, the moves and the carried facts.
         */
        post: operations["units-merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unit}/reinstatement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a retired unit back */
        post: operations["units-reinstate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unit}/milestones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A milestone was achieved
         * @description With `preview=true`: what the unit’s standings would become; nothing is recorded.
         */
        post: operations["facts-achieve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unit}/lapses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Something was true and no longer is
         * @description With `preview=true`: what the unit’s standings would become; nothing is recorded.
         */
        post: operations["facts-lapse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unit}/assessments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Looked at and not in place, or does not apply here
         * @description With `preview=true`: what the unit’s standings would become; nothing is recorded.
         */
        post: operations["facts-assess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unit}/waivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Counts as met by decision
         * @description With `preview=true`: what the unit’s standings would become; nothing is recorded. Where the program wants somebody else to approve it, it is kept as a proposal (202) once it is known that it could be recorded.
         */
        post: operations["facts-waive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unit}/waivers/{event}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends a waiver
         * @description With `preview=true`: what the unit’s standings would become; nothing is recorded.
         */
        post: operations["facts-endWaiver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unit}/retractions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Recorded in error: stays in the log and stops counting
         * @description With `preview=true`: what the unit’s standings would become; nothing is recorded. Where the program wants somebody else to approve it, it is kept as a proposal (202) once it is known that it could be recorded.
         */
        post: operations["facts-retract"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unit}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retraction and new record in one transaction
         * @description With `preview=true`: what the unit’s standings would become; nothing is recorded. Where the program wants somebody else to approve it, it is kept as a proposal (202) once it is known that it could be recorded.
         */
        post: operations["facts-correct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unit}/standings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where a unit stands in every model it follows
         * @description As of one instant and as known at another; both default to now.
         */
        get: operations["standings-standings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unit}/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What standings would become if milestones were achieved or lapsed; nothing is recorded */
        post: operations["standings-whatIf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unit}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events and stage transitions of a unit on one timeline, newest first
         * @description Up to `asOf`, as known at `knownAt`; both default to now. `type`: types of events, `milestone.*` for all that begin so, `transition` for changes of stage, with commas between them. `milestone`: facts about it, what takes them back, speaks of it or plans it, and stages that it moved. `model`: its stages, what names it, and facts about milestones that it reads. `from`, `to`: when it was true.
         */
        get: operations["history-history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A channel */
        get: operations["channels-one"];
        /**
         * Makes a channel, or changes it
         * @description It is told of alerts that open and standings that rise or fall, from now on. What comes together is one message.
         */
        put: operations["channels-put"];
        post?: never;
        /** Takes a channel away, with what it was still to be told */
        delete: operations["channels-remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The channels by name */
        get: operations["channels-list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/{name}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a message that says it is a test, whatever the hour */
        post: operations["channels-test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/{name}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was sent in the last 30 days and is to be sent, the last first */
        get: operations["channels-sent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/{name}/messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A message: what it says, where it goes, and what became of it */
        get: operations["channels-read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The notices that stand, the latest first */
        get: operations["notices-list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unit}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was said about a unit, the latest first
         * @description Without what was taken back. `event`, `model`, `milestone`, `target`: only what was said about these.
         */
        get: operations["comments-list"];
        put?: never;
        /**
         * Says something about a unit; it changes no standing
         * @description It is taken back by POST /units/{unit}/retractions with its id.
         */
        post: operations["comments-make"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Those who may decide about alerts and recommendations, by name
         * @description People whose role gives `decide` for `unit`, or for some unit in sight. `q`: part of the name; names that begin so come first. No addresses: who is assigned by `person` is named in the log.
         */
        get: operations["names-names"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rollups/{unit}/trend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a subtree looked like at one date after another, by the tree of each date */
        get: operations["movements-trend"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rollups/{unit}/transitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How often units went from stage to stage, and how long they stood at each
         * @description Of the units that lie below the unit at `to`.
         */
        get: operations["movements-transitions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rollups/{unit}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who rose and who fell between two dates, and why; or what was restated for one date
         * @description With `from` and `to`: who stands elsewhere at `to` than at `from`. With `knownAt` given twice: who is known at the later one to have stood elsewhere as of `asOf` (or `to`) than was known at the earlier one, by which facts. The longest ways come first.
         */
        get: operations["movements-changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rollups/{unit}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many units of a subtree stand at which stage of a model; the unit itself is counted
         * @description By the tree as of that time. Without `model`: the program’s headline model. `kind` and `tag` count some units only: all support functions in EMEA are `?kind=function&tag=support` of `emea`.
         */
        get: operations["rollups-rollup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rollups/{unit}/heatmap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The subtrees of a unit’s children across models, or the dimensions of one
         * @description Stages of different models stand beside each other, each with the number of its stages, and are never averaged.
         */
        get: operations["rollups-heatmap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rollups/{unit}/disagreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where two models place one unit apart, and by which criteria */
        get: operations["rollups-disagreements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unit}/forecast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When a unit will be at its next and at its last stage, in every model
         * @description A range with the number of precedents, from how long the units of the program took from stage to stage, given how long this one has waited. Asked for a pair of times: what was to be expected by what was known then. docs/forecasts.md tells how, and what it does not know.
         */
        get: operations["forecasts-ofUnit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rollups/{unit}/forecast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When a share of a subtree will be at a stage of a model; the unit itself is counted
         * @description By the tree of that time. Without `model`: the program’s headline model.
         */
        get: operations["forecasts-ofShare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unit}/targets/{target}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Sets a target of a unit, moves its date, or hands it over
         * @description Every move of the date stays in history: the first date, the number of moves and the slip are told with the target. Without a date it is an aim.
         */
        put: operations["roadmap-put"];
        post?: never;
        /** Takes a target of a unit off the roadmap; its history stays */
        delete: operations["roadmap-drop"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unit}/roadmap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is wanted of a unit, and how that stands
         * @description As of one instant and as known at another; which targets there are depends on what is known alone. A target for a stage tells the milestones still missing, in the order that the gates demand.
         */
        get: operations["roadmap-roadmap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rollups/{unit}/targets/{target}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Sets a target for a share of a subtree: so many of its units at a stage or higher
         * @description Counted are the unit and those below it that follow the model. The keys of a unit’s targets are one set, whatever they want.
         */
        put: operations["roadmap-putShare"];
        post?: never;
        /** Takes a target for a share of a subtree off the roadmap; its history stays */
        delete: operations["roadmap-dropShare"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rollups/{unit}/roadmap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All targets of a unit and of the units below it, and how they stand
         * @description By the tree as of that time, the earliest date first, aims last. `summary` counts all that fit the filters but for `status` and `goal`. `owner` is an e-mail address; `kind` and `tag` are those of the units.
         */
        get: operations["roadmap-subtree"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/roadmap.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The due dates of a roadmap as an iCalendar file
         * @description An all-day event for each target with a date, on the last day of a month, quarter or year.
         */
        get: operations["calendar-export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The calendar addresses in use, in the order they were made */
        get: operations["calendar-list"];
        put?: never;
        /**
         * Makes an address that calendar clients can subscribe to; it is shown this once
         * @description It needs no key, shows this one calendar and can be withdrawn at any time. It shows what lies under its unit whenever it is asked, and outlives the key it was made with.
         */
        post: operations["calendar-create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar-links/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraws a calendar address */
        delete: operations["calendar-revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{token}.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The calendar of an address, without a key */
        get: operations["calendar-subscribed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rollups/{unit}/blockers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which missing milestones hold most units of a subtree back
         * @description What counts for the next stage of a model and is missing, held by most units first. Without `model`: every model with stages. For now as the worker has written it, seconds after the facts: `position` says which are in it. With `asOf` or `knownAt` up to 2,000 units are evaluated for the answer.
         */
        get: operations["gaps-blockers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rollups/{unit}/best-moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which acts would advance most units of a subtree in most models
         * @description Each was really evaluated, unit by unit. What models read from above is one act at the unit; anything else is an act of each unit. For now as the worker has written it, seconds after the facts: `position` says which are in it. With `asOf` or `knownAt` up to 2,000 units are evaluated for the answer.
         */
        get: operations["gaps-bestMoves"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rollups/{unit}/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A subtree before and after milestones were achieved or lapsed; nothing is recorded
         * @description Up to 5,000 units are evaluated across all models. `before` is now, `after` when all of it has happened (or `asOf`), `otherwise` what it would be then if nothing is done. “Form a centre of excellence at EMEA, integrate CRM in all its units by June” is one question.
         */
        post: operations["whatif-whatIf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unit}/what-if/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Turns what was supposed of a unit into targets
         * @description All in one append. A unit that has a target for the milestone already keeps it, and its date is moved; what is achieved is skipped. Without `on` it is an aim.
         */
        post: operations["plan-ofUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rollups/{unit}/what-if/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Turns what was supposed over a subtree into targets of its units
         * @description All in one append. A unit that has a target for the milestone already keeps it, and its date is moved; what is achieved is skipped. Without `on` it is an aim. Up to 1,000 targets.
         */
        post: operations["plan-ofSubtree"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * CloudEvents in binary, structured or batch mode
         * @description Binary: attributes in `ce-` headers, data as JSON body. Structured: application/cloudevents+json. Batch: application/cloudevents-batch+json, up to 1,000, each standing alone; the answer lists them in order. `source` and `id` make a repeat known.
         */
        post: operations["events-take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{source}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A source, its mapping in force and how it fares
         * @description The ETag is its version, for If-Match.
         */
        get: operations["sources-one"];
        /**
         * Makes a source, or changes it
         * @description Its tool then sends to POST /webhooks/{source}. Another mapping is another version; what was worked off before stays as it is. `warnings` tells of milestones and units that nobody knows.
         */
        put: operations["sources-put"];
        post?: never;
        /**
         * Takes a source away, with its deliveries and mappings
         * @description What it told stays in the log. Undo it before, if it should not.
         */
        delete: operations["sources-remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sources by name, and how each fares */
        get: operations["sources-list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{source}/rotation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives a source another secret
         * @description The one before holds until `overlap` is over, so that the tool can be told meanwhile; one that a rotation before had left ends now.
         */
        post: operations["sources-rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A subscription and how it fares */
        get: operations["subscriptions-one"];
        /**
         * Makes a subscription, or changes it
         * @description Its endpoint is sent what is recorded from now on, as CloudEvents signed after the Standard Webhooks specification. One that was disabled is used again.
         */
        put: operations["subscriptions-put"];
        post?: never;
        /** Takes a subscription away, with what is still to be sent */
        delete: operations["subscriptions-remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The subscriptions by name, and how each fares */
        get: operations["subscriptions-list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{name}/rotation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives a subscription another secret
         * @description What is sent carries a signature of each, until `overlap` is over, so that the endpoint can be told meanwhile.
         */
        post: operations["subscriptions-rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{name}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends something that says it is a test */
        post: operations["subscriptions-test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{name}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was sent in the last 30 days and what is to be sent, the last first */
        get: operations["subscriptions-deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{name}/deliveries/{id}/redelivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a delivery once more, under the same webhook-id */
        post: operations["subscriptions-redeliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ready-made-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rules that ship with Waymark, by the tool they are for */
        get: operations["readymaderules-list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{source}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The deliveries of the last 30 days, the last first */
        get: operations["deliveries-list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{source}/deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A delivery with what came */
        get: operations["deliveries-one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{source}/deliveries/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Has a delivery worked off again, by the mapping in force
         * @description What it tells and the log has already is not recorded twice.
         */
        post: operations["deliveries-replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{source}/deliveries/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Has deliveries that stand somewhere worked off again, by the mapping in force
         * @description Those that came first, at most 5,000 at once. What they tell and the log has already is not recorded twice.
         */
        post: operations["deliveries-replayAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{source}/mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The versions of the mapping of a source, the newest first
         * @description The newest is in force. A version that was made never changes.
         */
        get: operations["mappings-list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{source}/mappings/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A version of the mapping, with its rules as they were put */
        get: operations["mappings-one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{source}/unmatched": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for somebody to say which unit is meant */
        get: operations["matches-unmatched"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{source}/matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which units were said to be meant */
        get: operations["matches-list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{source}/matches/{external}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Says which unit is meant; it is remembered
         * @description Deliveries that wait for the answer are worked off by it.
         */
        put: operations["matches-put"];
        post?: never;
        /**
         * Forgets which unit was said to be meant
         * @description What was recorded by it stays.
         */
        delete: operations["matches-remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{source}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes back what a source told, by mapping version and period
         * @description All of it at once, at most 500 facts: milestone facts are retracted, targets go back to where they stood. A delivery that is replayed afterwards records them anew. With `preview=true`: what would be taken back and which standings would change; nothing is recorded.
         */
        post: operations["undo-undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{source}/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What deliveries would record by a mapping, down to the standings; nothing is recorded
         * @description At most 5,000 deliveries and 1,000 facts; each fact is looked at by itself, as things stand now. `warnings` tells of milestones and units that nobody knows.
         */
        post: operations["dryrun-run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{source}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A delivery of a tool, without a key
         * @description It is kept at once and worked off right after. The source is the one of that name whose proof of origin holds, in whichever program; docs/sources.md tells what each tool proves it by. Salesforce is answered with 200 and the acknowledgement it wants.
         */
        post: operations["webhooks-take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sheets that were imported or are to be, the latest first */
        get: operations["imports-list"];
        put?: never;
        /**
         * Reads a sheet of units, milestones, assessments or targets: all of it, or nothing
         * @description CSV or XLSX, up to 100,000 rows. What the rows are and what each column holds is guessed from the head, and told; `kind` and `columns` say it. Each fault is told with row and column. What is so already is not recorded again. `dryRun=true` shows what would become of it. A sheet of more than some 2,000 rows is answered 202 and recorded after that: `GET /imports/{id}` tells how far it is.
         */
        post: operations["imports-import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One import */
        get: operations["imports-one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an import recorded, in the order of the log
         * @description Of one that is under way, what it has recorded so far.
         */
        get: operations["imports-events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes back what an import recorded
         * @description Milestone facts are retracted, targets go back to where they stood, units that it registered are retired where nothing else hangs on them. What stays is listed with its reason. An import that recorded more than 2,000 facts is answered 202 and undone after that: `GET /imports/{id}` tells how far it is. With `preview=true` nothing is recorded.
         */
        post: operations["imports-undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is there as a file: CSV, XLSX or JSON Lines
         * @description `{file}` is one of units, milestones, assessments, targets, standings, heatmap, distribution, roadmap, recommendations, alerts and log, with .csv, .xlsx or .jsonl. It holds what is in sight. Cells that would be formulas stay text. What units, milestones, assessments and targets write as .csv or .xlsx, POST /imports reads. The export is noted in the audit trail.
         */
        get: operations["exports-export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Waivers, corrections and retractions that were proposed, the latest first
         * @description `unit`: about this one. What nobody decided expires after 30 days.
         */
        get: operations["proposals-list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proposals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A proposal, and what approving it now would do */
        get: operations["proposals-one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proposals/{id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Somebody else approves: it is recorded as its proposer’s
         * @description It is checked anew against what is known now. The fact says who approved it. If-Match speaks of the unit as it is now.
         */
        post: operations["proposals-approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proposals/{id}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** It is not approved, and closed */
        post: operations["proposals-reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proposals/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Its proposer takes it back */
        post: operations["proposals-withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/board-packs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The board packs of units in sight, the latest first
         * @description One that counts units out of sight is not listed. `unit`: those of this one alone.
         */
        get: operations["boardpacks-list"];
        put?: never;
        /**
         * Makes a board pack of a unit and all below it, and keeps its figures as they are
         * @description Needs `plan` and `read`. Its figures are those that the other routes answer for its `asOf` and `knownAt`. A pack is never changed.
         */
        post: operations["boardpacks-make"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/board-packs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A board pack with its figures as they were printed */
        get: operations["boardpacks-one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/board-packs/{id}/pack.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A board pack to print: a tagged PDF of A4 pages */
        get: operations["boardpacks-pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/board-packs/{id}/pack.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A board pack as a workbook, with every unit it counts
         * @description With 10,000 units at most, each before those below it.
         */
        get: operations["boardpacks-xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unit}/recommendations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The next steps of a unit, best first */
        get: operations["recommendations-ofUnit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/recommendations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The next steps of all units, or of one and all below it, best first */
        get: operations["recommendations-under"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/recommendations/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepts or dismisses a recommendation */
        post: operations["recommendations-decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Alerts, those that opened last first
         * @description `under`: of a unit and all below it; `unit`: of this one alone. `settled=false`: what still waits for somebody, be it open, acknowledged or snoozed. `assignee`: `me`, `nobody`, or the id of a person; only those who were assigned by `person` are found.
         */
        get: operations["alerts-list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many alerts there are, by severity and by rule */
        get: operations["alerts-summary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{id}/acknowledgement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody has seen it */
        post: operations["alerts-acknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{id}/snooze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Not before a date */
        post: operations["alerts-snooze"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{id}/assignment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody takes care of it */
        post: operations["alerts-assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{id}/resolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** It is settled */
        post: operations["alerts-resolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Erasures of the program, the last first */
        get: operations["erasures-list"];
        put?: never;
        /**
         * Erases what somebody wrote and what identifies them, for good
         * @description The keys under which their texts are sealed are destroyed; `[erased]` stands in their place, and the log still verifies. Their account, sessions and keys end at once. With `preview=true` nothing is changed.
         */
        post: operations["erasures-erase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/erasures/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the log holds of somebody, for an answer to their request
         * @description The texts that an erasure would destroy, page by page. Changes nothing.
         */
        post: operations["erasures-report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events after a position, in order, or those that are looked for
         * @description Those of units in sight, and of the program itself: positions have gaps where others stand. A page may be short; `next` is null on the last. `order=desc`: the newest first, and `next` is the `before` of the following page. `from`, `to`: when it was recorded. `milestone`: facts, targets, comments and entries of the dictionary that name it. `q` is looked for in types, keys of units, milestones, models and targets, names and kinds of units, and sources; what people write and their names are sealed, and not searched.
         */
        get: operations["log-list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/log/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Goes through the whole hash chain */
        get: operations["log-verify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/log/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole log as JSON Lines, its head signed
         * @description With `keys=all` it holds the keys of its texts: keep it secret; POST /log/import takes it into an empty program. With `keys=none` it can be verified (npm run verify-log) and its texts not be read.
         */
        get: operations["log-export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/log/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes an exported log into an empty program: all of it, or nothing */
        post: operations["log-import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The audit trail of the program, the newest first
         * @description Sign-ins, denials, changes of keys, people, groups and roles, exports, changes of models, erasures. `to` is not included.
         */
        get: operations["audit-list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/audit.jsonl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The audit trail as JSON Lines, the oldest first; the export is noted in it */
        get: operations["audit-export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/log/heads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The signed heads of the log, newest first
         * @description Keep one elsewhere: it proves later that nothing before it was changed.
         */
        get: operations["heads-list"];
        put?: never;
        /**
         * Signs the head of the log now
         * @description Heads are signed every hour and with every export as well. A head that is signed already is answered again, with 200.
         */
        post: operations["heads-sign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/log/signing-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The public keys that heads are signed with, the present one first
         * @description Needs no key. Whoever relies on them makes sure of them by another way too: by telephone, say.
         */
        get: operations["heads-keys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Live: one message a position, and one for each instant at which stages change by the calendar
         * @description Ids are positions, and `position.instant` (milliseconds since 1970) for boundaries that pass. Send the id of the last message as Last-Event-ID to go on without loss. Only what is about units in sight is told, as the tree stands then; ids without data say how far that goes. It ends when the key or session does.
         */
        get: operations["stream-stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who asks, and what they may do: for keys as well as for people
         * @description Somebody without a role sees this and nothing else.
         */
        get: operations["session-one"];
        put?: never;
        /**
         * Signs in with an address and a password; the answer sets the cookie `__Host-waymark`
         * @description Any session the browser had ends. Whether the address or the password is wrong is not told; too many attempts have to wait (429).
         */
        post: operations["session-create"];
        /** Signs out */
        delete: operations["session-end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/others": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Signs out everywhere else */
        delete: operations["session-endOthers"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Sets another password; every session ends, and this browser gets a new one */
        put: operations["ownaccount-password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A secret for one-time codes, which count once the first was confirmed */
        post: operations["ownaccount-begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/totp/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks for one-time codes from now on; other sessions end */
        post: operations["ownaccount-confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/totp/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks for no one-time codes any more */
        post: operations["ownaccount-end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ways to sign in */
        get: operations["signin-ways"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs in with a link that was made for that, which is over then */
        post: operations["signin-useLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/recovery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A link for somebody who cannot sign in, shown this once: it holds for an hour
         * @description It signs them in once and lets them set a password; their sessions end by that. Also for the first time. Nobody can make one for somebody who may do more.
         */
        post: operations["signin-recover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The page to sign in on: the providers, and a form for an address and a password
         * @description Afterwards the browser goes to `returnTo`, a path of ours.
         */
        get: operations["signinpages-offer"];
        put?: never;
        /** The form of that page */
        post: operations["signinpages-enter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sends the browser to a provider, and afterwards to `returnTo`, a path of ours */
        get: operations["signinpages-begin"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in/{provider}/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a provider sends the browser back to */
        get: operations["signinpages-finish"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in/link/{link}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a link to sign in is for: a page with a form; to open it does not use the link */
        get: operations["signinpages-look"];
        put?: never;
        /** The form of that page */
        post: operations["signinpages-use"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description RFC 9457 problem details. */
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            instance: string;
            errors?: {
                /** @description A JSON pointer into the body, or `?name`, `header:name` and `{name}` for other parts. */
                pointer: string;
                message: string;
                line?: number;
                column?: number;
                /** @description Which file, where several were sent. */
                file?: string;
            }[];
            /** @description A request that would be taken instead: a milestone that lies in the future can be planned as a target. */
            offer?: {
                /** @enum {string} */
                method: "PUT";
                path: string;
                body: {
                    [key: string]: unknown;
                };
            };
            /** @description The version the unit is at, when If-Match was stale. */
            version?: number;
        };
        /** @description Names what is not ready. */
        Readiness: {
            /** @enum {string} */
            status: "ready" | "not-ready";
            /** @description What is not ready, and why. */
            notReady: {
                [key: string]: string;
            };
        };
        Program: {
            id: components["schemas"]["ProgramId"];
            name: string;
            models: components["schemas"]["ModelId"][];
            headline: components["schemas"]["ModelId"] | null;
            approvals: {
                waivers: boolean;
                corrections: boolean;
            };
        };
        /**
         * @description The tenant: one office and its log.
         * @example contoso
         */
        ProgramId: string;
        /**
         * @description The id of a maturity model.
         * @example lithium
         */
        ModelId: string;
        /** @description `models`: what units without models of their own follow. `headline`: the one that heads the overview. `approvals`: what somebody else has to approve before it is recorded: waivers, and corrections and retractions that change what was more than 30 days ago. What is left out stays. */
        ChangeProgram: {
            name: string;
            models?: components["schemas"]["ModelId"][];
            headline?: components["schemas"]["ModelId"] | null;
            approvals?: {
                waivers?: boolean;
                corrections?: boolean;
            };
        };
        CreateProgram: {
            id: components["schemas"]["ProgramId"];
            name: string;
        };
        /** @description A new tenant and its first administrator key, shown this once. */
        NewProgram: {
            program: components["schemas"]["ProgramId"];
            key: string;
        };
        Demo: {
            /**
             * @description `absent`: not loaded, or not to its end; `taken`: another program has its name, and the demo cannot be loaded.
             * @enum {string}
             */
            state: "absent" | "loading" | "ready" | "taken";
            /** @description Events loaded by now; with `absent`, those that a loading before left. */
            done?: number;
            /** @description How many there are in all. */
            of?: number;
        };
        Recovery: {
            /** @description Shown this once. */
            url: string;
            expiresAt: components["schemas"]["Instant"];
        };
        /**
         * Format: date-time
         * @description An RFC 3339 instant in UTC.
         * @example 2011-03-01T00:00:00Z
         */
        Instant: string;
        /** @description `under` limits the key to a unit and all below it, `milestones` to recording those, `scopes` to some of the permissions of its role. No key can be made that may do more than whoever makes it. */
        CreateKey: {
            name: string;
            /** @enum {string} */
            role: "administrator" | "program-office" | "executive" | "integration" | "auditor";
            under?: components["schemas"]["UnitKey"];
            milestones?: components["schemas"]["MilestoneKey"][];
            scopes?: ("catalogue" | "read" | "comment" | "emit" | "record" | "approve" | "organise" | "plan" | "decide" | "curate" | "integrate" | "administer" | "provision" | "audit" | "verify" | "transfer" | "erase")[];
            /**
             * @description A day, YYYY-MM-DD.
             * @example 2030-12-31
             */
            expiresOn?: string;
            requestsPerSecond?: number;
        };
        /**
         * @description Chosen by the client: lower-case letters, digits, "-", at most 64.
         * @example emea-support
         */
        UnitKey: string;
        /**
         * @description A key of the milestone dictionary.
         * @example sponsor.approved
         */
        MilestoneKey: string;
        /** @description `key` is shown this once. */
        NewKey: {
            id: string;
            key: string;
        };
        Key: {
            id: string;
            name: string;
            role: string;
            under: components["schemas"]["UnitKey"] | null;
            milestones: components["schemas"]["MilestoneKey"][] | null;
            scopes: string[] | null;
            /** @description How the key begins, to tell keys apart. */
            prefix: string;
            serverAdministrator: boolean;
            createdAt: components["schemas"]["Instant"];
            /** @description The key or person; null: the server itself. */
            madeBy: string | null;
            /** @description To within a minute. */
            lastUsedAt: components["schemas"]["Instant"] | null;
            expiresOn: string | null;
            /** @description null: what the server allows by default. */
            requestsPerSecond: number | null;
            /** @description Until when the secret before the last rotation stays valid. */
            previousEndsAt: components["schemas"]["Instant"] | null;
            revokedAt: components["schemas"]["Instant"] | null;
        };
        /** @description What is left out stays. `expiresOn: null`: it does not end; `requestsPerSecond: null`: what the server allows by default. */
        ChangeKey: {
            name?: string;
            expiresOn?: string | null;
            requestsPerSecond?: number | null;
        };
        /** @description `overlap`: how long the old secret stays valid beside the new one, at most P92D; left out, it ends at once. */
        RotateKey: {
            overlap?: string;
        };
        /** @description They have no role until a grant gives them one. `active` is true when left out. */
        CreatePerson: {
            name: string;
            email: string;
            active?: boolean;
        };
        Person: {
            id: string;
            name: string;
            email: string;
            /** @description False: nobody comes in as them. */
            active: boolean;
            /** @description Their id where they are provisioned from (SCIM). */
            externalId: string | null;
            createdAt: components["schemas"]["Instant"];
            changedAt: components["schemas"]["Instant"];
        };
        /** @description What is left out stays. `active: false` signs them out at once. */
        ChangePerson: {
            name?: string;
            email?: string;
            active?: boolean;
        };
        /** @description `name`: what providers call it in their claims. */
        PutGroup: {
            name: string;
        };
        Group: {
            id: string;
            name: string;
            /** @description Its id where it is provisioned from (SCIM). */
            externalId: string | null;
            members: number;
            createdAt: components["schemas"]["Instant"];
            changedAt: components["schemas"]["Instant"];
        };
        Member: {
            person: string;
            name: string;
            active: boolean;
            /** @description The provider whose claims say so; null: an administrator, or SCIM. */
            issuer: string | null;
        };
        /** @description Gives a role to a person or to everybody in a group; `under` limits it to a unit and all below it. */
        CreateGrant: {
            person?: string;
            group?: string;
            /** @enum {string} */
            role: "administrator" | "program-office" | "executive" | "integration" | "auditor";
            under?: components["schemas"]["UnitKey"];
        };
        Grant: {
            id: string;
            person: string | null;
            group: string | null;
            /** @description Of the person or group. */
            name: string;
            /** @enum {string} */
            role: "administrator" | "program-office" | "executive" | "integration" | "auditor";
            under: components["schemas"]["UnitKey"] | null;
            createdAt: components["schemas"]["Instant"];
        };
        Model: {
            id: components["schemas"]["ModelId"];
            version: number;
            /** @description Every version the program can see. */
            versions: number[];
            /**
             * @description `in-force`: this version decides. `available`: another one does. `replaying`: an adoption is being built aside; this version decides until then, or is the one to come.
             * @enum {string}
             */
            state: "in-force" | "available" | "replaying";
            /** @description The version that is to be put in force, while it is built aside. */
            adoption?: {
                version: number;
                requestedAt: components["schemas"]["Instant"];
                /** @enum {string} */
                state: "replaying" | "failed";
                /** @description Why it failed. */
                reason?: string;
            };
            title: string;
            /** @enum {string} */
            policy: "gates" | "dimensions" | "checklist" | "scored";
            /** @enum {string} */
            provenance: "full" | "partial";
            source: {
                author?: string;
                title?: string;
                published?: string;
                url?: string;
            } | null;
            summary?: string;
            notes: string[];
            benchmarks: unknown[];
            references: {
                [key: string]: string[];
            };
            rollup?: unknown;
            overall?: string;
            combine?: string;
            stages: {
                ordinal: number;
                id: string;
                name: string;
                motto?: string;
                summary?: string;
                guidance?: string;
                pitfalls: string[];
                inferred: boolean;
                needs: "all" | {
                    atLeast: number;
                    inferred: boolean;
                };
                from?: number;
                criteria: {
                    id: string;
                    says: string;
                    /** @description The expression, as the model file writes it. */
                    when: unknown;
                    milestones: components["schemas"]["MilestoneKey"][];
                    keyMove: boolean;
                    supporting: boolean;
                    inferred: boolean;
                }[];
            }[];
            dimensions: {
                id: string;
                name: string;
                inferred: boolean;
                levels: {
                    level: number;
                    says: string;
                    inferred: boolean;
                    needs: "all" | {
                        atLeast: number;
                        inferred: boolean;
                    };
                    criteria: {
                        id: string;
                        says: string;
                        /** @description The expression, as the model file writes it. */
                        when: unknown;
                        milestones: components["schemas"]["MilestoneKey"][];
                        keyMove: boolean;
                        supporting: boolean;
                        inferred: boolean;
                    }[];
                }[];
            }[];
            items?: {
                id: string;
                says: string;
                /** @description The expression, as the model file writes it. */
                when: unknown;
                milestones: components["schemas"]["MilestoneKey"][];
                keyMove: boolean;
                supporting: boolean;
                inferred: boolean;
            }[];
            groups?: unknown[];
        };
        AddedModel: {
            model: components["schemas"]["ModelId"];
            version: number;
            dryRun: boolean;
        };
        Upgrades: {
            items: {
                unit: components["schemas"]["UnitKey"];
                /** @description The model itself, or one that reads milestones which the version words anew. */
                model: components["schemas"]["ModelId"];
                from: components["schemas"]["StageRef"] | null;
                to: components["schemas"]["StageRef"] | null;
                /** @description The ids of those that make the difference: of the version to come where it falls, of the present one where it rises. */
                criteria: string[];
            }[];
            next: string | null;
        };
        StageRef: {
            /** @description 0 is "Not started" (`none`). */
            ordinal: number;
            id: string;
            name: string;
        };
        Adopt: {
            version: number;
        };
        Adoption: {
            model: components["schemas"]["ModelId"];
            version: number;
            /** @enum {string} */
            state: "in-force" | "available" | "replaying";
        };
        ModelImport: {
            files: {
                /** @description Relative, parts joined by "/": the folders of SAMM tell what a file is. */
                path: string;
                text?: string;
                /**
                 * Format: base64
                 * @description Instead of `text`, for workbooks.
                 */
                base64?: string;
            }[];
            /** @description What the model is called; a sheet is called like its file. */
            model?: {
                id?: components["schemas"]["ModelId"];
                title?: string;
            };
            /** @description The unit of each team whose progress is recorded. */
            teams?: {
                [key: string]: components["schemas"]["UnitKey"];
            };
        };
        ImportedModels: {
            dryRun: boolean;
            models: {
                model: components["schemas"]["ModelId"];
                version: number;
                title: string;
                /** @enum {string} */
                policy: "gates" | "dimensions" | "checklist" | "scored";
                /**
                 * @description `new`: in force at once. `next`: when it is adopted. `same`: nothing changed.
                 * @enum {string}
                 */
                outcome: "new" | "next" | "same";
                /** @description Dry run only: the model as it would read. */
                reads?: components["schemas"]["Model"];
                /** @description Dry run only: what is otherwise than in the version in force. */
                change?: {
                    from: number;
                    statements: {
                        added: {
                            id: string;
                            says: string;
                            place: string;
                        }[];
                        removed: {
                            id: string;
                            says: string;
                            place: string;
                        }[];
                        reworded: {
                            id: string;
                            says: string;
                            place: string;
                            said: string;
                        }[];
                        moved: {
                            id: string;
                            says: string;
                            place: string;
                            from: string;
                        }[];
                        asked: {
                            id: string;
                            says: string;
                            place: string;
                        }[];
                    };
                    units: {
                        items: {
                            unit: components["schemas"]["UnitKey"];
                            /** @description The model itself, or one that reads milestones which the version words anew. */
                            model: components["schemas"]["ModelId"];
                            from: components["schemas"]["StageRef"] | null;
                            to: components["schemas"]["StageRef"] | null;
                            /** @description The ids of those that make the difference: of the version to come where it falls, of the present one where it rises. */
                            criteria: string[];
                        }[];
                        more: boolean;
                    };
                };
            }[];
            /** @description Dry run only: what becomes of the dictionary. */
            milestones?: {
                new: {
                    key: components["schemas"]["MilestoneKey"];
                    title: string;
                }[];
                changed: {
                    key: components["schemas"]["MilestoneKey"];
                    title: string;
                }[];
                kept: number;
            };
            progress: {
                recorded: number;
                /** @description Recorded by an import before. */
                known: number;
                units: {
                    unit: components["schemas"]["UnitKey"];
                    recorded: number;
                    known: number;
                }[];
                /** @description Recorded before for another unit or day; that stays as it is. */
                otherwise: {
                    unit: components["schemas"]["UnitKey"];
                    milestone: components["schemas"]["MilestoneKey"];
                    occurredAt: string;
                    was: {
                        unit: components["schemas"]["UnitKey"];
                        occurredAt: string;
                    };
                }[];
                /** @description Teams that `teams` gives no unit; nothing is recorded for them. */
                unknownTeams: {
                    team: string;
                    facts: number;
                }[];
            };
            /** @description What was left out or read otherwise than it is written. */
            warnings: {
                file?: string;
                line: number;
                column: number;
                pointer: string;
                message: string;
            }[];
            /** @description Files that say nothing of the model. */
            passedOver: string[];
        };
        Milestone: {
            key: components["schemas"]["MilestoneKey"];
            title: string;
            means: string;
            category?: string;
            validity?: string;
            reviewEvery?: string;
            /** @enum {string} */
            effort?: "S" | "M" | "L" | "XL";
            impliedBy: components["schemas"]["MilestoneKey"][];
            dependsOn: components["schemas"]["MilestoneKey"][];
            references: {
                [key: string]: string[];
            };
            undoneBy?: string;
            evidence?: string;
            source?: string;
            inferred: boolean;
        };
        DefineMilestone: {
            title: string;
            means: string;
            category?: string;
            validity?: string;
            reviewEvery?: string;
            /** @enum {string} */
            effort?: "S" | "M" | "L" | "XL";
            impliedBy?: components["schemas"]["MilestoneKey"][];
            dependsOn?: components["schemas"]["MilestoneKey"][];
            references?: {
                [key: string]: string[];
            };
            undoneBy?: string;
            evidence?: string;
            source?: string;
            inferred?: boolean;
        };
        /** @description A new unit needs `name` and `kind`. Fields left out of a later PUT stay as they were; `parent: null` makes a root; `models: []` follows the parent again; `owner: null` takes the owner away. `occurredAt` dates the registration or the change. */
        PutUnit: {
            name?: string;
            /** @description Enterprise, business unit, region, function, team or a word of your own. */
            kind?: string;
            parent?: components["schemas"]["UnitKey"] | null;
            models?: components["schemas"]["ModelId"][];
            tags?: string[];
            owner?: components["schemas"]["Owner"] | null;
            occurredAt?: components["schemas"]["OccurredAt"];
        };
        Owner: {
            name: string;
            email: string;
        };
        /**
         * @description An RFC 3339 instant, a day, a month (2008-12), a quarter (2008-Q4) or a year. A month, quarter or year counts from the first instant of its last day. Not in the future.
         * @example 2011-03-01
         */
        OccurredAt: string;
        Unit: {
            unit: components["schemas"]["UnitKey"];
            name: string;
            kind: string;
            parent: components["schemas"]["UnitKey"] | null;
            /** @description Its own; empty: it follows its parent’s, or the program’s. */
            models: components["schemas"]["ModelId"][];
            tags: string[];
            owner: {
                name: string;
                email: string;
            } | null;
            retired: boolean;
            version: number;
        };
        /** @description Parents before children; all of it is recorded, or nothing. */
        RegisterUnits: {
            units: {
                unit: components["schemas"]["UnitKey"];
                name?: string;
                /** @description Enterprise, business unit, region, function, team or a word of your own. */
                kind?: string;
                parent?: components["schemas"]["UnitKey"] | null;
                models?: components["schemas"]["ModelId"][];
                tags?: string[];
                owner?: components["schemas"]["Owner"] | null;
                occurredAt?: components["schemas"]["OccurredAt"];
            }[];
        };
        UnitInTree: {
            unit: components["schemas"]["UnitKey"];
            name: string;
            kind: string;
            parent: components["schemas"]["UnitKey"] | null;
            /** @description Its own; empty: it follows its parent’s, or the program’s. */
            models: components["schemas"]["ModelId"][];
            tags: string[];
            owner: {
                name: string;
                email: string;
            } | null;
            retired: boolean;
            version: number;
            /** @description The units above it that are in sight, from the topmost down. */
            path: {
                unit: components["schemas"]["UnitKey"];
                name: string;
            }[];
            /** @description How many units lie right under it, retired ones left out. */
            children: number;
        };
        UnitEntry: {
            unit: components["schemas"]["UnitKey"];
            name: string;
            kind: string;
            parent: components["schemas"]["UnitKey"] | null;
            /** @description Its own; empty: it follows its parent’s, or the program’s. */
            models: components["schemas"]["ModelId"][];
            tags: string[];
            owner: {
                name: string;
                email: string;
            } | null;
            retired: boolean;
            version: number;
            /** @description With `top` and `parent` only. */
            children?: number;
        };
        /** @description The units below come under `into`, the unit is retired, and `into` holds the milestones of `carry`, each by a fact that says where it comes from: dated at the merger, and as old as what it rests on. */
        MergeUnit: {
            into: components["schemas"]["UnitKey"];
            /** @description Milestones of the unit that its heir shall hold from then on. */
            carry?: components["schemas"]["MilestoneKey"][];
            occurredAt?: components["schemas"]["OccurredAt"];
        };
        Merged: {
            unit: components["schemas"]["UnitKey"];
            into: components["schemas"]["UnitKey"];
            event: components["schemas"]["Event"];
            /** @description The units that came under `into`. */
            moved: components["schemas"]["UnitKey"][];
            /** @description The new facts of `into`; `data.carriedFrom` names unit and event of the origin. */
            carried: components["schemas"]["Event"][];
            /** @description Of `carry`: what `into` held by itself, as far and as long at least. */
            alreadyHeld: components["schemas"]["MilestoneKey"][];
            /** @description Of `into`, after the merger. */
            standings: components["schemas"]["Standing"][];
        };
        /** @description One dated fact as logged. */
        Event: {
            id: string;
            position: number;
            /** @example milestone.achieved */
            type: string;
            unit: components["schemas"]["UnitKey"] | null;
            /** @description As given. */
            occurredAt: string;
            effectiveAt: components["schemas"]["Instant"];
            recordedAt: components["schemas"]["Instant"];
            actor: string;
            source: string;
            data: {
                [key: string]: unknown;
            };
        };
        /** @description Where a unit stands in a model at one instant, with its proof. */
        Standing: {
            model: components["schemas"]["ModelId"];
            modelVersion: number;
            /** @enum {string} */
            policy: "gates" | "dimensions" | "checklist" | "scored";
            stage: components["schemas"]["StageRef"] | null;
            since: components["schemas"]["Instant"];
            next: {
                /** @description 0 is "Not started" (`none`). */
                ordinal: number;
                id: string;
                name: string;
                progress: number;
                /** @description How many of the missing criteria must become true; absent in scored models. */
                stillNeeded?: number;
                missing: {
                    criterion: string;
                    says: string;
                    milestones: components["schemas"]["MilestoneKey"][];
                    keyMove: boolean;
                    supporting: boolean;
                    inferred: boolean;
                    dimension?: string;
                    worth?: number;
                }[];
            } | null;
            ahead: components["schemas"]["StageRef"][];
            met: {
                stage: string | null;
                criterion: string;
                dimension?: string;
                level?: number;
                by: string[];
                since: components["schemas"]["Instant"];
                until?: components["schemas"]["Instant"];
                waived: boolean;
                supporting: boolean;
                inferred: boolean;
            }[];
            dimensions?: {
                id: string;
                name: string;
                level: number;
                since: components["schemas"]["Instant"];
            }[];
            mean?: number;
            score?: number | null;
            groups?: {
                path: string;
                score: number;
            }[];
            checked?: number;
            total?: number;
        };
        ReinstateUnit: {
            occurredAt?: components["schemas"]["OccurredAt"];
            reason?: string;
        };
        Achieve: {
            milestone: components["schemas"]["MilestoneKey"];
            occurredAt: components["schemas"]["OccurredAt"];
            /** @description Above 0 up to 1; left out: 1. */
            degree?: number;
            note?: string;
            evidence?: components["schemas"]["Evidence"][];
        };
        Evidence: {
            title: string;
            url: string;
        };
        Comparison: {
            before: components["schemas"]["Standing"][];
            after: components["schemas"]["Standing"][];
        };
        /** @description The event as logged, and the unit’s standings after it. */
        Recorded: {
            event: components["schemas"]["Event"];
            standings: components["schemas"]["Standing"][];
        };
        /** @description It was true and no longer is. */
        Lapse: {
            milestone: components["schemas"]["MilestoneKey"];
            occurredAt: components["schemas"]["OccurredAt"];
            reason?: string;
        };
        /** @description Looked at and not in place, or does not apply here. */
        Assess: {
            milestone: components["schemas"]["MilestoneKey"];
            /** @enum {string} */
            outcome: "no" | "not-applicable";
            occurredAt: components["schemas"]["OccurredAt"];
            by?: string;
            note?: string;
        };
        /** @description Counts as met by decision, to the end of the day `expiresOn` (UTC). */
        Waive: {
            milestone: components["schemas"]["MilestoneKey"];
            reason: string;
            occurredAt?: components["schemas"]["OccurredAt"];
            /**
             * @description A day, YYYY-MM-DD.
             * @example 2030-12-31
             */
            expiresOn?: string;
        };
        /** @description Nothing is recorded yet: somebody else has to approve it. */
        Proposed: {
            proposal: components["schemas"]["Proposal"];
        };
        Proposal: {
            id: string;
            unit: components["schemas"]["UnitKey"];
            /** @enum {string} */
            kind: "waiver" | "correction" | "retraction";
            /** @description The body as it was sent; null where the words of the proposer were erased. */
            wanted: {
                [key: string]: unknown;
            } | null;
            /**
             * @description `approved`: it is in the log.
             * @enum {string}
             */
            state: "open" | "approved" | "rejected" | "withdrawn" | "expired";
            proposedAt: components["schemas"]["Instant"];
            proposedBy: {
                id: string;
                name: string;
            };
            expiresAt: components["schemas"]["Instant"];
            decidedAt: components["schemas"]["Instant"] | null;
            decidedBy: string | null;
            /** @description Why it was rejected or withdrawn. */
            reason: string | null;
            /** @description Its first fact in the log, once it is approved. */
            event: string | null;
        };
        EndWaiver: {
            reason: string;
            occurredAt?: components["schemas"]["OccurredAt"];
        };
        /** @description Recorded in error: it stays in the log and stops counting. Milestone facts, waivers, waiver ends, moves, retirements, mergers, comments and retractions can be retracted, once while that counts. */
        Retract: {
            /**
             * @description The id of an event of the log.
             * @example 0198c0de-0000-7000-8000-000000000001
             */
            event: string;
            reason: string;
        };
        /** @description Retraction and new record at once. Fields left out stay as recorded; null takes an optional one away; a field that the kind of fact does not have is refused. */
        Correct: {
            /**
             * @description The id of an event of the log.
             * @example 0198c0de-0000-7000-8000-000000000001
             */
            event: string;
            reason: string;
            occurredAt?: components["schemas"]["OccurredAt"];
            milestone?: components["schemas"]["MilestoneKey"];
            degree?: number | null;
            note?: string | null;
            evidence?: components["schemas"]["Evidence"][] | null;
            /** @enum {string} */
            outcome?: "no" | "not-applicable";
            by?: string | null;
            expiresOn?: string | null;
            parent?: components["schemas"]["UnitKey"] | null;
        };
        Standings: {
            unit: components["schemas"]["UnitKey"];
            asOf: components["schemas"]["Instant"];
            knownAt: components["schemas"]["Instant"];
            /** @description The last position of the log that was known at `knownAt`. */
            position: number;
            items: components["schemas"]["Standing"][];
        };
        WhatIf: {
            achieve?: {
                milestone: components["schemas"]["MilestoneKey"];
                /** @description May lie in the future; left out: now. */
                on?: components["schemas"]["OccurredAt"];
                degree?: number;
            }[];
            lapse?: {
                milestone: components["schemas"]["MilestoneKey"];
                /** @description May lie in the future; left out: now. */
                on?: components["schemas"]["OccurredAt"];
            }[];
        };
        /** @description Events and stage transitions of a unit on one timeline, newest first. */
        History: {
            items: ({
                /** @enum {string} */
                kind: "event";
                at: components["schemas"]["Instant"];
                event: components["schemas"]["Event"];
            } | {
                /** @enum {string} */
                kind: "transition";
                at: components["schemas"]["Instant"];
                model: components["schemas"]["ModelId"];
                from: components["schemas"]["StageRef"] | null;
                to: components["schemas"]["StageRef"] | null;
                /** @description The events it rests on. */
                because: string[];
            })[];
            next: string | null;
            unit: components["schemas"]["UnitKey"];
            asOf: components["schemas"]["Instant"];
            knownAt: components["schemas"]["Instant"];
            /** @description The last position of the log that was known at `knownAt`. */
            position: number;
        };
        /** @description `address`: of Slack and Teams the address of the incoming webhook, which is never shown again; of e-mail a mailbox. Left out, it stays. `under`: only what is about this unit and those below it. `severities`: that of an alert; a standing that fell, a target that is late and a notice are warnings, a standing that rose is info. `rules`: of alerts only those, of notices only those kinds. `as`: at once, or a digest. */
        PutChannel: {
            /** @enum {string} */
            kind: "slack" | "teams" | "email";
            address?: string;
            /** @default null */
            under?: components["schemas"]["UnitKey"] | null;
            /**
             * @default [
             *       "critical",
             *       "warning",
             *       "info"
             *     ]
             */
            severities?: ("critical" | "warning" | "info")[];
            /** @default null */
            rules?: string[] | null;
            /** @default at-once */
            as?: "at-once" | {
                /** @enum {string} */
                digest: "daily" | "weekly";
                /** @description 1 is Monday, the usual. */
                weekday?: number;
                hour: number;
                /**
                 * @description A time zone of IANA.
                 * @example Europe/Berlin
                 */
                zone: string;
            };
            /** @default null */
            quietHours?: {
                from: string;
                to: string;
                /**
                 * @description A time zone of IANA.
                 * @example Europe/Berlin
                 */
                zone: string;
            } | null;
        };
        /** @description Where people are told what matters. */
        Channel: {
            id: string;
            name: components["schemas"]["ChannelName"];
            /** @enum {string} */
            kind: "slack" | "teams" | "email";
            /** @description Of Slack and Teams the host, of e-mail the mailbox; null: another server sealed it, or whose it was has been erased. */
            to: string | null;
            under: components["schemas"]["UnitKey"] | null;
            severities: ("critical" | "warning" | "info")[];
            rules: string[] | null;
            as: "at-once" | {
                /** @enum {string} */
                digest: "daily" | "weekly";
                /** @description 1 is Monday, the usual. */
                weekday?: number;
                hour: number;
                /**
                 * @description A time zone of IANA.
                 * @example Europe/Berlin
                 */
                zone: string;
            };
            quietHours: {
                from: string;
                to: string;
                /**
                 * @description A time zone of IANA.
                 * @example Europe/Berlin
                 */
                zone: string;
            } | null;
            madeAt: components["schemas"]["Instant"];
            changedAt: components["schemas"]["Instant"];
            /** @description Nothing is sent any more until it is put again. */
            disabled: {
                at: components["schemas"]["Instant"];
                /** @enum {string} */
                because: "gone" | "failing" | "erased";
            } | null;
            /** @description How many things wait to be told. */
            waiting: number;
            /** @description When they are. */
            dueAt: components["schemas"]["Instant"] | null;
        };
        /**
         * @description Chosen by the client: lower-case letters, digits, "-", at most 64.
         * @example board-room
         */
        ChannelName: string;
        ChannelMessage: {
            id: string;
            /** @description How many things it tells; 0: it is a test. */
            notices: number;
            madeAt: components["schemas"]["Instant"];
            /** @enum {string} */
            status: "waiting" | "delivered" | "failed";
            attempts: number;
            dueAt: components["schemas"]["Instant"] | null;
            lastAt: components["schemas"]["Instant"] | null;
            reason: string | null;
        };
        /** @description A message and what it says; things are called as they are called now. */
        ReadChannelMessage: {
            id: string;
            /** @description How many things it tells; 0: it is a test. */
            notices: number;
            madeAt: components["schemas"]["Instant"];
            /** @enum {string} */
            status: "waiting" | "delivered" | "failed";
            attempts: number;
            dueAt: components["schemas"]["Instant"] | null;
            lastAt: components["schemas"]["Instant"] | null;
            reason: string | null;
            /**
             * @description Where the channel goes now: of Slack and Teams the host, of e-mail the mailbox with all but its first letter masked; null: another server sealed it, or whose it was has been erased.
             * @example https://hooks.slack.com
             */
            to: string | null;
            title: string;
            /** @description What it names, in the words it is sent with, what matters most first. */
            told: {
                /** @enum {string} */
                severity: "critical" | "warning" | "info";
                text: string;
                /** @description Its page in the dashboard. */
                path: string;
            }[];
            /** @description How many more things it counts. */
            more: number;
        };
        /** @description Something between the program and another system that needs a person: a source that is silent for longer than it may, one that could not be asked three times in a row, a subscription or channel that is disabled. It stands as long as that is so. */
        Notice: {
            id: string;
            /** @enum {string} */
            kind: "source-silent" | "poll-failing" | "subscription-disabled" | "channel-disabled";
            /** @description Of the source, subscription or channel. */
            name: string;
            since: components["schemas"]["Instant"];
            /** @description What is wrong and what to do, for people. */
            words: string;
            /**
             * @description Its page in the dashboard.
             * @example /sources/github
             */
            path: string;
        };
        /** @description Plain text. `about`: an event of the unit, a model, a milestone or a target of the unit; several narrow each other. */
        MakeComment: {
            text: string;
            about?: {
                /**
                 * @description The id of an event of the log.
                 * @example 0198c0de-0000-7000-8000-000000000001
                 */
                event?: string;
                model?: components["schemas"]["ModelId"];
                milestone?: components["schemas"]["MilestoneKey"];
                target?: components["schemas"]["TargetKey"];
            };
        };
        /**
         * @description Chosen by the client, unique in its unit: lower-case letters, digits, "-", at most 64.
         * @example hub-launched
         */
        TargetKey: string;
        Act: {
            event: components["schemas"]["Event"];
        };
        Comment: {
            /** @description The event that it stands in the log as. */
            id: string;
            position: number;
            unit: components["schemas"]["UnitKey"];
            text: string;
            about: {
                event?: string;
                model?: components["schemas"]["ModelId"];
                milestone?: components["schemas"]["MilestoneKey"];
                target?: string;
            } | null;
            /** @description Who said it. */
            actor: string;
            /** @description You said it, and may take it back: POST /units/{unit}/retractions. */
            own: boolean;
            recordedAt: components["schemas"]["Instant"];
        };
        Names: {
            items: {
                id: string;
                name: string;
            }[];
        };
        Trend: {
            unit: components["schemas"]["UnitKey"];
            model: components["schemas"]["ModelId"];
            modelVersion: number;
            asOf: components["schemas"]["Instant"];
            knownAt: components["schemas"]["Instant"];
            /** @description The last position of the log that was known at `knownAt`. */
            position: number;
            points: {
                at: components["schemas"]["Instant"];
                /** @description Units that follow the model and pass the filters; the unit itself is counted. The figures are theirs. */
                units: number;
                /** @description Every stage from "Not started" up; empty for models without stages. */
                distribution: {
                    stage: components["schemas"]["StageRef"];
                    units: number;
                }[];
                /** @description The lower median ordinal. */
                median: number | null;
                mean: number | null;
                /** @description Scored models only. */
                meanScore?: number | null;
                /** @description Checklists only: the mean share of what is checked, 0–1. */
                meanChecked?: number | null;
            }[];
        };
        Transitions: {
            unit: components["schemas"]["UnitKey"];
            model: components["schemas"]["ModelId"];
            modelVersion: number;
            asOf: components["schemas"]["Instant"];
            knownAt: components["schemas"]["Instant"];
            /** @description The last position of the log that was known at `knownAt`. */
            position: number;
            from: components["schemas"]["Instant"] | null;
            to: components["schemas"]["Instant"];
            transitions: {
                from: components["schemas"]["StageRef"];
                to: components["schemas"]["StageRef"];
                count: number;
                /** @description Days at `from` until then. */
                days: components["schemas"]["DaysSpent"];
            }[];
            stages: {
                stage: components["schemas"]["StageRef"];
                /** @description Of those who left the stage in that time. */
                left: components["schemas"]["DaysSpent"] | null;
                /** @description So far, of those who stand at it at `to`. */
                waiting: components["schemas"]["DaysSpent"] | null;
            }[];
        };
        /** @description Whole days: quartiles by nearest rank. */
        DaysSpent: {
            count: number;
            p25: number;
            median: number;
            p75: number;
        };
        Changes: {
            unit: components["schemas"]["UnitKey"];
            asOf: components["schemas"]["Instant"];
            knownAt: components["schemas"]["Instant"];
            /** @description The last position of the log that was known at `knownAt`. */
            position: number;
            from: components["schemas"]["Instant"];
            to: components["schemas"]["Instant"];
            /** @description The earlier `knownAt`, where restatements were asked for. */
            restatedSince: components["schemas"]["Instant"] | null;
            counts: {
                model: components["schemas"]["ModelId"];
                rose: number;
                fell: number;
                appeared: number;
                left: number;
            }[];
            /** @description Every unit once in each model with stages: where it stood and where it stands; those that stayed are among them. Null: it had, or has, no standing. */
            flows: {
                model: components["schemas"]["ModelId"];
                from: components["schemas"]["StageRef"] | null;
                to: components["schemas"]["StageRef"] | null;
                units: number;
            }[];
            items: {
                unit: components["schemas"]["UnitKey"];
                model: components["schemas"]["ModelId"];
                /** @enum {string} */
                change: "rose" | "fell" | "appeared" | "left";
                from: components["schemas"]["StageRef"] | null;
                to: components["schemas"]["StageRef"] | null;
                because: {
                    event: string;
                    type: string;
                    unit: components["schemas"]["UnitKey"] | null;
                    milestone?: components["schemas"]["MilestoneKey"];
                    occurredAt: string;
                }[];
            }[];
            next: string | null;
        };
        Rollup: {
            unit: components["schemas"]["UnitKey"];
            model: components["schemas"]["ModelId"];
            modelVersion: number;
            asOf: components["schemas"]["Instant"];
            knownAt: components["schemas"]["Instant"];
            /** @description The last position of the log that was known at `knownAt`. */
            position: number;
            /** @description Units of the subtree that pass the filters, whether they follow the model or not. */
            below: number;
            /** @description Units that follow the model and pass the filters; the unit itself is counted. The figures are theirs. */
            units: number;
            /** @description Every stage from "Not started" up; empty for models without stages. */
            distribution: {
                stage: components["schemas"]["StageRef"];
                units: number;
            }[];
            /** @description The lower median ordinal. */
            median: number | null;
            mean: number | null;
            /** @description Scored models only. */
            meanScore?: number | null;
            /** @description Checklists only: the mean share of what is checked, 0–1. */
            meanChecked?: number | null;
            leading: {
                unit: components["schemas"]["UnitKey"];
                stage: components["schemas"]["StageRef"];
            }[];
            lagging: {
                unit: components["schemas"]["UnitKey"];
                stage: components["schemas"]["StageRef"];
            }[];
            /** @description Where the unit stands itself. */
            own: components["schemas"]["StageRef"] | null;
            /** @description How the model reads the unit from its children (`rollup` in its file), beside its own standing; null where it does not. */
            fromChildren: {
                rule: ("weakest" | "median") | {
                    share: number;
                };
                stage: components["schemas"]["StageRef"];
            } | null;
        };
        Heatmap: {
            unit: components["schemas"]["UnitKey"];
            asOf: components["schemas"]["Instant"];
            knownAt: components["schemas"]["Instant"];
            /** @description The last position of the log that was known at `knownAt`. */
            position: number;
            columns: {
                model: components["schemas"]["ModelId"];
                modelVersion: number;
                title: string;
                dimension?: string;
                /** @description How many stages or levels there are. */
                of: number;
            }[];
            total: {
                unit: components["schemas"]["UnitKey"];
                name: string;
                kind: string;
                below: number;
                /** @description One for each column. */
                cells: {
                    units: number;
                    median: components["schemas"]["StageRef"] | null;
                    own: components["schemas"]["StageRef"] | null;
                    /** @description Units at each stage, from "Not started" up. */
                    distribution?: number[];
                    /** @description How the model reads the unit from its children (`rollup` in its file), beside its own standing; null where it does not. */
                    fromChildren?: {
                        rule: ("weakest" | "median") | {
                            share: number;
                        };
                        stage: components["schemas"]["StageRef"];
                    } | null;
                    meanScore?: number | null;
                    meanChecked?: number | null;
                }[];
            };
            rows: {
                unit: components["schemas"]["UnitKey"];
                name: string;
                kind: string;
                below: number;
                /** @description One for each column. */
                cells: {
                    units: number;
                    median: components["schemas"]["StageRef"] | null;
                    own: components["schemas"]["StageRef"] | null;
                    /** @description Units at each stage, from "Not started" up. */
                    distribution?: number[];
                    /** @description How the model reads the unit from its children (`rollup` in its file), beside its own standing; null where it does not. */
                    fromChildren?: {
                        rule: ("weakest" | "median") | {
                            share: number;
                        };
                        stage: components["schemas"]["StageRef"];
                    } | null;
                    meanScore?: number | null;
                    meanChecked?: number | null;
                }[];
            }[];
        };
        Disagreements: {
            unit: components["schemas"]["UnitKey"];
            asOf: components["schemas"]["Instant"];
            knownAt: components["schemas"]["Instant"];
            /** @description The last position of the log that was known at `knownAt`. */
            position: number;
            /** @description Units that stand in both models. */
            compared: number;
            /** @description Units whose shares of the way through each model differ by a third or more. */
            disagreeing: number;
            items: {
                unit: components["schemas"]["UnitKey"];
                views: {
                    model: components["schemas"]["ModelId"];
                    stage: components["schemas"]["StageRef"];
                    of: number;
                }[];
                apart: number;
                behind: components["schemas"]["ModelId"];
                /** @description What the model behind still asks next. */
                criteria: {
                    criterion: string;
                    says: string;
                    milestones: components["schemas"]["MilestoneKey"][];
                    keyMove: boolean;
                    supporting: boolean;
                    inferred: boolean;
                    dimension?: string;
                    worth?: number;
                }[];
            }[];
            next: string | null;
        };
        UnitForecast: {
            unit: components["schemas"]["UnitKey"];
            asOf: components["schemas"]["Instant"];
            knownAt: components["schemas"]["Instant"];
            /** @description The last position of the log that was known at `knownAt`. */
            position: number;
            items: {
                model: components["schemas"]["ModelId"];
                modelVersion: number;
                stage: components["schemas"]["StageRef"];
                since: components["schemas"]["Instant"];
                /** @description Null at the last stage. */
                next: {
                    stage: components["schemas"]["StageRef"];
                    forecast: components["schemas"]["Forecast"];
                } | null;
                last: {
                    stage: components["schemas"]["StageRef"];
                    forecast: components["schemas"]["Forecast"];
                } | null;
                /** @description The history that it was learnt from. Asked for now, that is what the worker computed last; asked for a pair of times, that pair. */
                learntFrom: {
                    asOf: components["schemas"]["Instant"];
                    position: number;
                };
            }[];
        };
        /** @description A range with its basis, never one date. */
        Forecast: {
            /**
             * @description `history`: drawn from how long the program’s own units took. `not-enough-history`: a gate on the way has been passed less than 10 times; there is no date.
             * @enum {string}
             */
            basis: "history" | "not-enough-history";
            /** @description With 10 in 100 it is reached by that day. Null: not within what has been seen of others so far, so there is no day to give. */
            p10?: string | null;
            /** @description With 50 in 100 it is reached by that day. Null: not within what has been seen of others so far, so there is no day to give. */
            p50?: string | null;
            /** @description With 85 in 100 it is reached by that day. Null: not within what has been seen of others so far, so there is no day to give. */
            p85?: string | null;
            /** @description With 90 in 100 it is reached by that day. Null: not within what has been seen of others so far, so there is no day to give. */
            p90?: string | null;
            /** @description The probability that it takes longer than anything seen so far, or never comes. */
            beyond?: number;
            /** @description How often others passed the gate on the way that the fewest have passed. */
            precedents: number;
            /** @description Units that were ever there, of all that were ever seen. */
            reachedBy: {
                units: number;
                of: number;
            };
            /**
             * @description What is not learnt from history. `shared-fate`: the units of a program are held up and helped on together, by a fifth or so.
             * @enum {string}
             */
            assumes?: "shared-fate";
        };
        ShareForecast: {
            unit: components["schemas"]["UnitKey"];
            model: components["schemas"]["ModelId"];
            modelVersion: number;
            stage: components["schemas"]["StageRef"];
            share: number;
            asOf: components["schemas"]["Instant"];
            knownAt: components["schemas"]["Instant"];
            /** @description The last position of the log that was known at `knownAt`. */
            position: number;
            /** @description The unit and those below it that have a standing in the model. */
            counted: number;
            /** @description Those at the stage or above. */
            reached: number;
            /** @description How many more it takes. */
            needed: number;
            /** @description Null: the share is reached, or nobody is counted. */
            forecast: components["schemas"]["Forecast"] | null;
            /** @description The history that it was learnt from. Asked for now, that is what the worker computed last; asked for a pair of times, that pair. */
            learntFrom: {
                asOf: components["schemas"]["Instant"];
                position: number;
            };
        };
        /** @description Give `milestone`, or `model` and `stage`, or `model`, `dimension` and `level`. A new target needs one of them; fields left out of a later PUT stay as they were. */
        PutTarget: {
            milestone?: components["schemas"]["MilestoneKey"];
            model?: components["schemas"]["ModelId"];
            /** @description The id of a stage or its ordinal. */
            stage?: string | number;
            dimension?: string;
            level?: number;
            /** @description `null`: an aim, without a date; left out: as it is. */
            due?: components["schemas"]["Due"] | null;
            owner?: components["schemas"]["Owner"] | null;
            /** @description Why the date moves; kept with the move. */
            reason?: string;
        };
        /**
         * @description A day, a month (2031-03), a quarter (2031-Q1) or a year; the whole of it is in time, in UTC. May lie in the past.
         * @example 2031-12-31
         */
        Due: string;
        /** @description A plan entry. */
        Target: {
            unit: components["schemas"]["UnitKey"];
            target: components["schemas"]["TargetKey"];
            goal: components["schemas"]["TargetGoal"];
            /** @description As given; null: an aim. */
            due: string | null;
            /** @description The first date it ever had. */
            firstDue: string | null;
            moves: {
                from: string | null;
                to: string | null;
                at: components["schemas"]["Instant"];
                position: number;
                /** @description The event that moved it, with its reason. */
                event: string;
            }[];
            owner: {
                name: string;
                email: string;
            } | null;
            setAt: components["schemas"]["Instant"];
            /** @description Of the unit. */
            version: number;
        };
        TargetGoal: {
            /** @enum {string} */
            kind: "milestone" | "stage" | "level" | "share";
            milestone?: components["schemas"]["MilestoneKey"];
            model?: components["schemas"]["ModelId"];
            stage?: string;
            dimension?: string;
            level?: number;
            share?: number;
        };
        Roadmap: {
            unit: components["schemas"]["UnitKey"];
            asOf: components["schemas"]["Instant"];
            knownAt: components["schemas"]["Instant"];
            /** @description The last position of the log that was known at `knownAt`. */
            position: number;
            targets: components["schemas"]["PlannedTarget"][];
            /** @description Targets for a share of a subtree, set above this unit, that count it. */
            countedIn: {
                unit: components["schemas"]["UnitKey"];
                target: components["schemas"]["TargetKey"];
                goal: components["schemas"]["TargetGoal"];
                /** @description As given; null: an aim. */
                due: string | null;
                /** @description The first date it ever had. */
                firstDue: string | null;
                moves: {
                    from: string | null;
                    to: string | null;
                    at: components["schemas"]["Instant"];
                    position: number;
                    /** @description The event that moved it, with its reason. */
                    event: string;
                }[];
                owner: {
                    name: string;
                    email: string;
                } | null;
                setAt: components["schemas"]["Instant"];
                title: string;
                reached: boolean;
            }[];
        };
        /** @description A target and how it stands. */
        PlannedTarget: {
            unit: components["schemas"]["UnitKey"];
            target: components["schemas"]["TargetKey"];
            goal: components["schemas"]["TargetGoal"];
            /** @description As given; null: an aim. */
            due: string | null;
            /** @description The first date it ever had. */
            firstDue: string | null;
            moves: {
                from: string | null;
                to: string | null;
                at: components["schemas"]["Instant"];
                position: number;
                /** @description The event that moved it, with its reason. */
                event: string;
            }[];
            owner: {
                name: string;
                email: string;
            } | null;
            setAt: components["schemas"]["Instant"];
            title: string;
            status: components["schemas"]["TargetStatus"];
            because: components["schemas"]["TargetReason"][];
            achievedOn?: components["schemas"]["Instant"];
            /** @description It had been reached, until then. */
            lostOn?: components["schemas"]["Instant"];
            progress: number;
            /** @description Whole days from the first date to the day on which it was reached, else to the present date, or to the day asked for once that is over; below 0 when it was brought forward. */
            slipDays: number | null;
            steps: components["schemas"]["TargetStep"][];
            /** @description Shares: units there. */
            reached?: number;
            /** @description Shares: units in all. */
            counted?: number;
            forecast?: components["schemas"]["Forecast"];
        };
        /** @enum {string} */
        TargetStatus: "done" | "on-track" | "at-risk" | "late" | "aim";
        /** @description Why a target has its status; figures by rule. */
        TargetReason: {
            /** @enum {string} */
            rule: "reached" | "lost-again" | "due-passed" | "forecast-after-due" | "forecast-in-time" | "step-due-later" | "little-time-left" | "goal-unknown";
            says: string;
        } & {
            [key: string]: unknown;
        };
        /** @description A gate on the way, with what it still lacks. */
        TargetStep: {
            /** @description The stage whose gate it is. */
            stage: components["schemas"]["StageRef"] | null;
            dimension?: string;
            level?: number;
            /** @description How many of the missing must become true; absent in scored models. */
            stillNeeded?: number;
            missing: {
                criterion: string;
                says: string;
                milestones: components["schemas"]["MilestoneKey"][];
                keyMove: boolean;
                supporting: boolean;
                inferred: boolean;
                dimension?: string;
                worth?: number;
                /** @description Scored models: what the score gains. */
                adds?: number;
            }[];
        };
        /** @description A new target needs `model`, `stage` and `share`; fields left out of a later PUT stay as they were. */
        PutShareTarget: {
            model?: components["schemas"]["ModelId"];
            /** @description The id of a stage or its ordinal. */
            stage?: string | number;
            /** @description Of the unit and those below it that follow the model; above 0 up to 1. */
            share?: number;
            /** @description `null`: an aim, without a date; left out: as it is. */
            due?: components["schemas"]["Due"] | null;
            owner?: components["schemas"]["Owner"] | null;
            /** @description Why the date moves; kept with the move. */
            reason?: string;
        };
        SubtreeRoadmap: {
            items: {
                unit: components["schemas"]["UnitKey"];
                target: components["schemas"]["TargetKey"];
                goal: components["schemas"]["TargetGoal"];
                /** @description As given; null: an aim. */
                due: string | null;
                /** @description The first date it ever had. */
                firstDue: string | null;
                moves: {
                    from: string | null;
                    to: string | null;
                    at: components["schemas"]["Instant"];
                    position: number;
                    /** @description The event that moved it, with its reason. */
                    event: string;
                }[];
                owner: {
                    name: string;
                    email: string;
                } | null;
                setAt: components["schemas"]["Instant"];
                title: string;
                status: components["schemas"]["TargetStatus"];
                because: components["schemas"]["TargetReason"][];
                achievedOn?: components["schemas"]["Instant"];
                /** @description It had been reached, until then. */
                lostOn?: components["schemas"]["Instant"];
                progress: number;
                /** @description Whole days from the first date to the day on which it was reached, else to the present date, or to the day asked for once that is over; below 0 when it was brought forward. */
                slipDays: number | null;
                steps: components["schemas"]["TargetStep"][];
                /** @description Shares: units there. */
                reached?: number;
                /** @description Shares: units in all. */
                counted?: number;
                forecast?: components["schemas"]["Forecast"];
                name: string;
            }[];
            next: string | null;
            unit: components["schemas"]["UnitKey"];
            asOf: components["schemas"]["Instant"];
            knownAt: components["schemas"]["Instant"];
            /** @description The last position of the log that was known at `knownAt`. */
            position: number;
            summary: {
                targets: number;
                byStatus: {
                    done: number;
                    "on-track": number;
                    "at-risk": number;
                    late: number;
                    aim: number;
                };
                nextDue: {
                    unit: components["schemas"]["UnitKey"];
                    target: components["schemas"]["TargetKey"];
                    title: string;
                    due: string;
                } | null;
                mostSlipped: {
                    unit: components["schemas"]["UnitKey"];
                    target: components["schemas"]["TargetKey"];
                    title: string;
                    slipDays: number;
                }[];
                moves: number;
            };
        };
        /** @description What the calendar is called, and of which subtree it is; left out: of all. */
        CreateCalendarLink: {
            name: string;
            under?: components["schemas"]["UnitKey"];
        };
        NewCalendarLink: {
            id: string;
            /** @description Shown this once. Whoever has it can read the calendar; it opens nothing else. */
            url: string;
        };
        CalendarLink: {
            id: string;
            name: string;
            under: components["schemas"]["UnitKey"] | null;
            createdAt: components["schemas"]["Instant"];
        };
        Blockers: {
            unit: components["schemas"]["UnitKey"];
            asOf: components["schemas"]["Instant"];
            knownAt: components["schemas"]["Instant"];
            /** @description The last position of the log that was known at `knownAt`. */
            position: number;
            /** @description Units of the subtree that pass the filters, the unit itself among them. */
            below: number;
            /** @description Units that stand somewhere in one of the models. */
            units: number;
            /** @description Units that miss something for a next stage. */
            heldBack: number;
            models: {
                model: components["schemas"]["ModelId"];
                title: string;
                units: number;
            }[];
            items: {
                milestone: components["schemas"]["MilestoneKey"];
                title: string;
                category: string | null;
                effort: ("S" | "M" | "L" | "XL") | null;
                /** @description Units whose next stage misses it, in any model. */
                units: number;
                /** @description Units that it would raise a stage by itself. */
                alone: number;
                keyMove: boolean;
                models: {
                    model: components["schemas"]["ModelId"];
                    title: string;
                    units: number;
                    alone: number;
                    keyMove: boolean;
                    /** @description The model looks for it at the units above as well. */
                    inherited: boolean;
                    from: {
                        stage: components["schemas"]["StageRef"];
                        units: number;
                    }[];
                }[];
                examples: components["schemas"]["UnitKey"][];
            }[];
        };
        BestMoves: {
            unit: components["schemas"]["UnitKey"];
            asOf: components["schemas"]["Instant"];
            knownAt: components["schemas"]["Instant"];
            /** @description The last position of the log that was known at `knownAt`. */
            position: number;
            /** @description Units of the subtree that pass the filters, the unit itself among them. */
            below: number;
            items: {
                milestone: components["schemas"]["MilestoneKey"];
                title: string;
                category: string | null;
                effort: ("S" | "M" | "L" | "XL") | null;
                /** @description Where it is achieved once, for all below; null: by each unit for itself. */
                at: components["schemas"]["UnitKey"] | null;
                /** @description How many acts that is. */
                acts: number;
                /** @description Units that rise in at least one model. */
                units: number;
                models: {
                    model: components["schemas"]["ModelId"];
                    title: string;
                    units: number;
                }[];
                /** @description Stages won: units × models. */
                advances: number;
                /** @description Units × models for which it is one of several things that are missing. */
                towards: number;
                /** @description Stages won by an act, divided by its effort: S 1, M 2, L 4, XL 8. */
                perEffort: number;
                keyMove: boolean;
                why: string[];
                /** @description With `at`: the units right below it in whose subtrees most would be won. */
                branches: {
                    unit: components["schemas"]["UnitKey"];
                    advances: number;
                }[];
                examples: components["schemas"]["UnitKey"][];
            }[];
        };
        SubtreeWhatIf: {
            achieve?: {
                milestone: components["schemas"]["MilestoneKey"];
                /** @description Left out: the unit asked about. */
                unit?: components["schemas"]["UnitKey"];
                /** @description At every unit of a subtree, by the tree of now: `under` (absent: the unit asked about) and all below it, or those of a kind or tag. */
                each?: {
                    under?: components["schemas"]["UnitKey"];
                    /** @description Enterprise, business unit, region, function, team or a word of your own. */
                    kind?: string;
                    tag?: string;
                };
                /** @description May lie in the future; left out: now. */
                on?: components["schemas"]["OccurredAt"];
                degree?: number;
            }[];
            lapse?: {
                milestone: components["schemas"]["MilestoneKey"];
                /** @description Left out: the unit asked about. */
                unit?: components["schemas"]["UnitKey"];
                /** @description At every unit of a subtree, by the tree of now: `under` (absent: the unit asked about) and all below it, or those of a kind or tag. */
                each?: {
                    under?: components["schemas"]["UnitKey"];
                    /** @description Enterprise, business unit, region, function, team or a word of your own. */
                    kind?: string;
                    tag?: string;
                };
                /** @description May lie in the future; left out: now. */
                on?: components["schemas"]["OccurredAt"];
            }[];
            /**
             * @description What `after` is as of; left out: when all that is supposed has happened.
             * @example 2011-03-01
             */
            asOf?: string;
        };
        SubtreeComparison: {
            unit: components["schemas"]["UnitKey"];
            asOf: components["schemas"]["Instant"];
            knownAt: components["schemas"]["Instant"];
            /** @description The last position of the log that was known at `knownAt`. */
            position: number;
            /** @description What `after` and `otherwise` are as of. */
            at: components["schemas"]["Instant"];
            /** @description Units of the subtree, the unit itself among them. */
            below: number;
            supposed: {
                milestone: components["schemas"]["MilestoneKey"];
                /** @enum {string} */
                outcome: "achieved" | "lapsed";
                at: components["schemas"]["Instant"];
                units: number;
            }[];
            models: {
                model: components["schemas"]["ModelId"];
                modelVersion: number;
                title: string;
                /** @description As of `asOf`. */
                before: components["schemas"]["Figures"];
                /** @description As of `at` if nothing is done. */
                otherwise: components["schemas"]["Figures"];
                /** @description As of `at` once all of it has happened. */
                after: components["schemas"]["Figures"];
                /** @description Units that would stand higher than before. */
                rise: number;
                fall: number;
                /** @description Where something changes: when half of the subtree will be a stage further than its median is now, without and with what is supposed. */
                forecast: {
                    stage: components["schemas"]["StageRef"];
                    share: number;
                    before: {
                        counted: number;
                        reached: number;
                        /** @description How many more it takes. */
                        needed: number;
                        /** @description Null: it is reached already. */
                        forecast: components["schemas"]["Forecast"] | null;
                    };
                    after: {
                        counted: number;
                        reached: number;
                        /** @description How many more it takes. */
                        needed: number;
                        /** @description Null: it is reached already. */
                        forecast: components["schemas"]["Forecast"] | null;
                    };
                } | null;
            }[];
            /** @description The first 500, by unit; `rise` and `fall` count all. */
            changes: {
                unit: components["schemas"]["UnitKey"];
                model: components["schemas"]["ModelId"];
                /** @enum {string} */
                change: "rises" | "falls";
                from: components["schemas"]["StageRef"];
                to: components["schemas"]["StageRef"];
                otherwise: components["schemas"]["StageRef"] | null;
            }[];
        };
        /** @description Where the units of a subtree stand, as in its rollup. */
        Figures: {
            units: number;
            distribution: {
                stage: components["schemas"]["StageRef"];
                units: number;
            }[];
            median: number | null;
            mean: number | null;
            meanScore?: number | null;
            meanChecked?: number | null;
        };
        Plan: {
            achieve?: {
                milestone: components["schemas"]["MilestoneKey"];
                /** @description May lie in the future; left out: now. */
                on?: components["schemas"]["OccurredAt"];
                degree?: number;
            }[];
            lapse?: {
                milestone: components["schemas"]["MilestoneKey"];
                /** @description May lie in the future; left out: now. */
                on?: components["schemas"]["OccurredAt"];
            }[];
            owner?: components["schemas"]["Owner"];
            /**
             * @description Stands before the keys of new targets.
             * @example coe-2031
             */
            prefix?: string;
        };
        PlanOutcome: {
            targets: {
                unit: components["schemas"]["UnitKey"];
                target: components["schemas"]["TargetKey"];
                goal: components["schemas"]["TargetGoal"];
                /** @description As given; null: an aim. */
                due: string | null;
                /** @description The first date it ever had. */
                firstDue: string | null;
                moves: {
                    from: string | null;
                    to: string | null;
                    at: components["schemas"]["Instant"];
                    position: number;
                    /** @description The event that moved it, with its reason. */
                    event: string;
                }[];
                owner: {
                    name: string;
                    email: string;
                } | null;
                setAt: components["schemas"]["Instant"];
                /**
                 * @description A unit that has a target for the milestone keeps it; its date is moved.
                 * @enum {string}
                 */
                outcome: "set" | "moved" | "unchanged";
            }[];
            /** @description What is no target: achieved already, or a lapse. */
            skipped: {
                unit: components["schemas"]["UnitKey"];
                milestone: components["schemas"]["MilestoneKey"];
                /** @enum {string} */
                reason: "achieved" | "lapse";
                says: string;
            }[];
        };
        SubtreePlan: {
            achieve?: {
                milestone: components["schemas"]["MilestoneKey"];
                /** @description Left out: the unit asked about. */
                unit?: components["schemas"]["UnitKey"];
                /** @description At every unit of a subtree, by the tree of now: `under` (absent: the unit asked about) and all below it, or those of a kind or tag. */
                each?: {
                    under?: components["schemas"]["UnitKey"];
                    /** @description Enterprise, business unit, region, function, team or a word of your own. */
                    kind?: string;
                    tag?: string;
                };
                /** @description May lie in the future; left out: now. */
                on?: components["schemas"]["OccurredAt"];
                degree?: number;
            }[];
            lapse?: {
                milestone: components["schemas"]["MilestoneKey"];
                /** @description Left out: the unit asked about. */
                unit?: components["schemas"]["UnitKey"];
                /** @description At every unit of a subtree, by the tree of now: `under` (absent: the unit asked about) and all below it, or those of a kind or tag. */
                each?: {
                    under?: components["schemas"]["UnitKey"];
                    /** @description Enterprise, business unit, region, function, team or a word of your own. */
                    kind?: string;
                    tag?: string;
                };
                /** @description May lie in the future; left out: now. */
                on?: components["schemas"]["OccurredAt"];
            }[];
            owner?: components["schemas"]["Owner"];
            /**
             * @description Stands before the keys of new targets.
             * @example coe-2031
             */
            prefix?: string;
        };
        /** @description CloudEvents 1.0. `subject` is the unit, `time` when it occurred. */
        CloudEvent: {
            /** @enum {string} */
            specversion: "1.0";
            id: string;
            source: string;
            /** @enum {string} */
            type: "waymark.milestone.achieved.v1" | "waymark.milestone.lapsed.v1" | "waymark.milestone.assessed.v1" | "waymark.milestone.waived.v1" | "waymark.milestone.retracted.v1";
            subject: components["schemas"]["UnitKey"];
            time?: components["schemas"]["OccurredAt"];
            datacontenttype?: string;
            dataschema?: string;
            data: unknown;
        } & {
            [key: string]: unknown;
        };
        CloudEventResult: {
            /** @description The id the event came with. */
            id: string | null;
            /** @enum {string} */
            status: "recorded" | "duplicate" | "rejected";
            /** @description Its id in the log. */
            event?: string;
            position?: number;
            problem?: components["schemas"]["Problem"];
        };
        /** @description In the order of the batch; each member stands alone. */
        CloudEventResults: {
            results: components["schemas"]["CloudEventResult"][];
        };
        /** @description `secret` is what the tool proves its origin by; a new source needs one. Another secret replaces it, and the one before holds for a day. Another `mapping` is another version. `silentAfter`: longer silence is told; null or left out: three times its longest silence so far, a day at least, once 20 deliveries came. `poll`: how it is asked for what it did not send; null: no more. What is left out stays. */
        PutSource: {
            /** @enum {string} */
            kind: "jira" | "github" | "gitlab" | "azure-devops" | "servicenow" | "salesforce" | "generic";
            secret?: string;
            organization?: string;
            mapping?: components["schemas"]["MappingRule"][];
            silentAfter?: string | null;
            poll?: components["schemas"]["PutPoll"] | null;
        };
        /** @description Either a ready-made rule (`use`, and its parameters in `with`), or one that is written out in CEL. docs/mappings.md tells both. */
        MappingRule: {
            id: string;
            use?: string;
            with?: {
                [key: string]: string | boolean | string[] | {
                    [key: string]: string;
                };
            };
            when?: string;
            each?: string;
            unit?: {
                key?: string;
                external?: string;
            };
            record?: string;
            milestone?: string | {
                cel: string;
            };
            occurredAt?: string;
            degree?: number | {
                cel: string;
            };
            outcome?: string | {
                cel: string;
            };
            due?: string;
            note?: string;
            evidence?: {
                title: string;
                url: string;
            }[];
        };
        /** @description How the tool is asked for what it did not send. `url`: of its REST interface, where it is not the one for everybody. `projects`: repositories of GitHub as octo-org/checkout, projects of GitLab by path, of Jira by key. `credentials`: a token that may read them; of Jira Cloud with the address of its account as `user`; never shown again. `every`: PT15M when left out. What is left out stays; another `url` needs `credentials`. */
        PutPoll: {
            url?: string;
            projects?: string[];
            credentials?: {
                user?: string;
                token: string;
            };
            every?: string;
        };
        /** @description A source as it is now, and what its mapping is warned of. */
        PutSourceAnswer: {
            /** @description The author of what it tells. */
            id: string;
            name: components["schemas"]["SourceName"];
            /** @enum {string} */
            kind: "jira" | "github" | "gitlab" | "azure-devops" | "servicenow" | "salesforce" | "generic";
            organization: string | null;
            mapping: {
                version: number;
                rules: components["schemas"]["MappingRule"][];
            };
            silentAfter: string | null;
            poll: components["schemas"]["Poll"] | null;
            /** @description Until when the secret before the last rotation holds. */
            previousEndsAt: components["schemas"]["Instant"] | null;
            madeAt: components["schemas"]["Instant"];
            changedAt: components["schemas"]["Instant"];
            /** @description The ETag, for If-Match: each change of what is decided about it is another. */
            version: number;
            health: {
                lastDeliveryAt: components["schemas"]["Instant"] | null;
                /** @description By when something should come, as was said or learned; null: nobody knows. */
                expectedBy: components["schemas"]["Instant"] | null;
                /** @description It has been silent for longer than it may. */
                silent: boolean;
                received: number;
                unmatched: number;
                rejected: number;
                failed: number;
                /** @description The deliveries of the last 24 hours, by where they stand now. */
                lastDay: {
                    received: number;
                    recorded: number;
                    ignored: number;
                    unmatched: number;
                    rejected: number;
                    failed: number;
                };
                /** @description What was not believed in the last 30 days, the last first. */
                refused: components["schemas"]["RefusedDeliveries"][];
            };
            /** @description What of the mapping can be used and will probably not do what is meant: milestones that the dictionary lacks, so that what tells of them is rejected until it has them. `pointer`: as in errors, `/mapping/0/milestone`. */
            warnings: {
                pointer: string;
                message: string;
            }[];
        };
        /**
         * @description Chosen by the client: lower-case letters, digits, "-", at most 64.
         * @example jira-emea
         */
        SourceName: string;
        /** @description How a tool is asked for what it did not send. */
        Poll: {
            url: string | null;
            projects: string[];
            every: string;
            /** @description Up to when nothing is left to fetch. */
            reachedAt: components["schemas"]["Instant"];
            /** @description When all of it was last asked for without a failure. */
            polledAt: components["schemas"]["Instant"] | null;
            nextAt: components["schemas"]["Instant"];
            /** @description Why the tool could not be asked last, and what to do; null: it could. */
            failure: string | null;
        };
        /** @description What was sent to the address of a source and not believed, by the reason. Nothing of it is kept. Where programs of one server have a source of the same name, each of them counts it. */
        RefusedDeliveries: {
            /** @enum {string} */
            reason: "no-proof" | "malformed-proof" | "other-secret" | "ended-secret" | "other-time" | "other-organization" | "no-message" | "lost-secret";
            /** @description Why, and what to do about it. */
            words: string;
            count: number;
            firstAt: components["schemas"]["Instant"];
            lastAt: components["schemas"]["Instant"];
        };
        /** @description A tool that tells what happened. Its secrets are never shown. */
        Source: {
            /** @description The author of what it tells. */
            id: string;
            name: components["schemas"]["SourceName"];
            /** @enum {string} */
            kind: "jira" | "github" | "gitlab" | "azure-devops" | "servicenow" | "salesforce" | "generic";
            organization: string | null;
            mapping: {
                version: number;
                rules: components["schemas"]["MappingRule"][];
            };
            silentAfter: string | null;
            poll: components["schemas"]["Poll"] | null;
            /** @description Until when the secret before the last rotation holds. */
            previousEndsAt: components["schemas"]["Instant"] | null;
            madeAt: components["schemas"]["Instant"];
            changedAt: components["schemas"]["Instant"];
            /** @description The ETag, for If-Match: each change of what is decided about it is another. */
            version: number;
            health: {
                lastDeliveryAt: components["schemas"]["Instant"] | null;
                /** @description By when something should come, as was said or learned; null: nobody knows. */
                expectedBy: components["schemas"]["Instant"] | null;
                /** @description It has been silent for longer than it may. */
                silent: boolean;
                received: number;
                unmatched: number;
                rejected: number;
                failed: number;
                /** @description The deliveries of the last 24 hours, by where they stand now. */
                lastDay: {
                    received: number;
                    recorded: number;
                    ignored: number;
                    unmatched: number;
                    rejected: number;
                    failed: number;
                };
                /** @description What was not believed in the last 30 days, the last first. */
                refused: components["schemas"]["RefusedDeliveries"][];
            };
        };
        /** @description `overlap`: how long the secret before holds beside the new one, P1D when left out, at most P92D. */
        RotateSource: {
            secret: string;
            overlap?: string;
        };
        /** @description `url` and `secret` are never shown again; a new subscription needs both, later ones stay when left out. Of another `secret`, the one before signs for a day more. `events`: types of facts (`milestone.achieved`), `standing.changed`, `target.late`, `alert.opened`, `alert.closed`, `notice.opened`, `notice.closed`; `milestone.*` means all that begin so, `*` everything. `under`: only what is about this unit and those below it. */
        PutSubscription: {
            url?: string;
            events: string[];
            under?: components["schemas"]["UnitKey"] | null;
            /** @description After the Standard Webhooks specification: whsec_ and 24 to 64 bytes in base64. */
            secret?: string;
        };
        /** @description An endpoint that is told what happens. Its address and secrets are not shown. */
        Subscription: {
            id: string;
            name: components["schemas"]["SubscriptionName"];
            /** @description Scheme, host and port of its address; null: another server sealed it. */
            origin: string | null;
            events: string[];
            under: components["schemas"]["UnitKey"] | null;
            /** @description Until when the secret before the last rotation signs too. */
            previousEndsAt: components["schemas"]["Instant"] | null;
            madeAt: components["schemas"]["Instant"];
            changedAt: components["schemas"]["Instant"];
            health: {
                lastDeliveredAt: components["schemas"]["Instant"] | null;
                /** @description Since when it has taken nothing; null: it took the last. */
                failingSince: components["schemas"]["Instant"] | null;
                /** @description It asked (429, 503) not to be sent anything before then. */
                restsUntil: components["schemas"]["Instant"] | null;
                waiting: number;
                failed: number;
                /** @description Nothing is sent any more until it is put again. */
                disabled: {
                    at: components["schemas"]["Instant"];
                    /** @enum {string} */
                    because: "gone" | "failing";
                } | null;
            };
        };
        /**
         * @description Chosen by the client: lower-case letters, digits, "-", at most 64.
         * @example board-room
         */
        SubscriptionName: string;
        /** @description `overlap`: how long what is sent is signed with the secret before as well, P1D when left out, at most P92D. */
        RotateSubscription: {
            /** @description After the Standard Webhooks specification: whsec_ and 24 to 64 bytes in base64. */
            secret: string;
            overlap?: string;
        };
        SubscriptionDelivery: {
            /** @description The webhook-id, the same whenever it is sent. */
            id: string;
            type: string;
            unit: components["schemas"]["UnitKey"] | null;
            happenedAt: components["schemas"]["Instant"];
            madeAt: components["schemas"]["Instant"];
            /** @enum {string} */
            status: "waiting" | "delivered" | "failed";
            attempts: number;
            /** @description When it is sent next; null: not by itself. */
            dueAt: components["schemas"]["Instant"] | null;
            lastAt: components["schemas"]["Instant"] | null;
            /** @description The HTTP status of the answer. */
            answered: number | null;
            /** @description What went wrong the last time. */
            reason: string | null;
            tookMs: number | null;
        };
        /** @description A rule that ships with Waymark: `{ id, use, with }` in a mapping. */
        ReadyMadeRule: {
            /**
             * @description By which a mapping uses it.
             * @example github/issue-labelled
             */
            use: string;
            /** @enum {string} */
            kind: "jira" | "github" | "gitlab" | "azure-devops" | "servicenow" | "salesforce" | "generic";
            title: string;
            does: string;
            /** @description What can be said of it. */
            with: {
                [key: string]: {
                    /**
                     * @description `units` and `milestones`: tables, from what the tool says to keys.
                     * @enum {string}
                     */
                    type: "text" | "texts" | "flag" | "unit" | "units" | "milestone" | "milestones";
                    means: string;
                    /** @description What holds when nothing is said; without one it has to be said. */
                    default?: unknown;
                };
            };
            /** @description The rules it stands for, as one would write them out. */
            parts: {
                [key: string]: unknown;
            }[];
        };
        Delivery: {
            id: string;
            /** @description The tool’s own id of it. */
            toolId: string;
            /** @description What the tool calls what happened. */
            event: string;
            receivedAt: components["schemas"]["Instant"];
            /** @enum {string} */
            status: "received" | "recorded" | "ignored" | "unmatched" | "rejected" | "failed";
            reason: string | null;
            /** @description The version of the mapping it was worked off with; null: it was not yet. */
            mapping: number | null;
            attempts: number;
            workedAt: components["schemas"]["Instant"] | null;
            /** @description When it is worked off next; null: not by itself. */
            dueAt: components["schemas"]["Instant"] | null;
            findings: components["schemas"]["Finding"][];
            /** @description What of it was taken back after it was recorded; null: nothing. */
            undone: {
                /** @description When the last of it was. */
                at: components["schemas"]["Instant"];
                /** @description How many of its facts. */
                facts: number;
            } | null;
        };
        /** @description One fact that a delivery tells, and what became of it. */
        Finding: {
            /** @description The rule of the mapping that found it. */
            rule: string;
            /** @enum {string} */
            kind: "achieved" | "lapsed" | "assessed" | "target";
            milestone: components["schemas"]["MilestoneKey"];
            occurredAt: string;
            /** @description What the tool calls the unit. */
            external: string;
            unit?: components["schemas"]["UnitKey"];
            /**
             * @description `repeated`: it was recorded before. `nothing`: the target stands there already, or was moved later. `none`: it is none of the program’s units, as somebody said.
             * @enum {string}
             */
            outcome: "recorded" | "repeated" | "nothing" | "none" | "unmatched" | "rejected" | "failed";
            /** @description The event of the log. */
            event?: string;
            reason?: string;
            /** @description When it was taken back: by an undo, or by somebody who retracted it. */
            undoneAt?: components["schemas"]["Instant"];
        };
        /** @description A delivery with what came, without secrets. */
        DeliveryContent: {
            id: string;
            /** @description The tool’s own id of it. */
            toolId: string;
            /** @description What the tool calls what happened. */
            event: string;
            receivedAt: components["schemas"]["Instant"];
            /** @enum {string} */
            status: "received" | "recorded" | "ignored" | "unmatched" | "rejected" | "failed";
            reason: string | null;
            /** @description The version of the mapping it was worked off with; null: it was not yet. */
            mapping: number | null;
            attempts: number;
            workedAt: components["schemas"]["Instant"] | null;
            /** @description When it is worked off next; null: not by itself. */
            dueAt: components["schemas"]["Instant"] | null;
            findings: components["schemas"]["Finding"][];
            /** @description What of it was taken back after it was recorded; null: nothing. */
            undone: {
                /** @description When the last of it was. */
                at: components["schemas"]["Instant"];
                /** @description How many of its facts. */
                facts: number;
            } | null;
            headers: {
                [key: string]: string;
            };
            /** @description What came; null where it cannot be read. */
            payload: unknown;
        };
        /** @description `status`: where they stand. `from`, `to`: only what came from then on and before then. What is left out does not narrow. */
        ReplayDeliveries: {
            /** @enum {string} */
            status: "recorded" | "ignored" | "unmatched" | "rejected" | "failed";
            /**
             * @description An RFC 3339 instant or a day (its first instant in UTC).
             * @example 2011-03-01
             */
            from?: string;
            /**
             * @description An RFC 3339 instant or a day (its first instant in UTC).
             * @example 2011-03-01
             */
            to?: string;
        };
        Replayed: {
            /** @description How many are worked off again. */
            deliveries: number;
            /** @description Whether there are more than are taken at once. */
            more: boolean;
        };
        ListedMapping: {
            version: number;
            madeAt: components["schemas"]["Instant"];
            /** @description The key or person. */
            madeBy: string;
            /** @description How many. */
            rules: number;
        };
        /** @description A mapping as it was put; it never changes. */
        MappingVersion: {
            version: number;
            madeAt: components["schemas"]["Instant"];
            /** @description The key or person. */
            madeBy: string;
            rules: components["schemas"]["MappingRule"][];
        };
        Unmatched: {
            /** @description What the tool calls the unit. */
            external: string;
            /** @description How many wait for the answer. */
            deliveries: number;
            firstAt: components["schemas"]["Instant"];
            lastAt: components["schemas"]["Instant"];
        };
        Match: {
            external: string;
            unit: components["schemas"]["UnitKey"] | null;
            madeAt: components["schemas"]["Instant"];
        };
        /** @description `unit: null`: it is none of the program’s, and what is told of it is ignored. */
        PutMatch: {
            unit: components["schemas"]["UnitKey"] | null;
        };
        MadeMatch: {
            external: string;
            unit: components["schemas"]["UnitKey"] | null;
            madeAt: components["schemas"]["Instant"];
            /** @description How many are worked off again by it. */
            deliveries: number;
        };
        /** @description `mappingVersion`: only what that version found. `from`, `to`: only what was recorded from then on and before then. What is left out does not narrow. */
        UndoSource: {
            mappingVersion?: number;
            /**
             * @description An RFC 3339 instant or a day (its first instant in UTC).
             * @example 2011-03-01
             */
            from?: string;
            /**
             * @description An RFC 3339 instant or a day (its first instant in UTC).
             * @example 2011-03-01
             */
            to?: string;
            reason?: string;
        };
        Undone: {
            /** @description Whether nothing was recorded. */
            preview: boolean;
            /** @description The events that are taken back. */
            taken: string[];
            /** @description Those that stay, and why. */
            left: {
                event: string;
                why: string;
            }[];
            /** @description In a preview: the standings that would change, of the first 50 units; those of units above and below follow. */
            standings: {
                unit: components["schemas"]["UnitKey"];
                before: components["schemas"]["Standing"][];
                after: components["schemas"]["Standing"][];
            }[];
        };
        /** @description `since`: from then on, 30 days when left out. `delivery`: this one alone. `mapping`: the one to try; left out, the one in force. */
        DryRunSource: {
            /**
             * @description An RFC 3339 instant or a day (its first instant in UTC).
             * @example 2011-03-01
             */
            since?: string;
            delivery?: string;
            mapping?: components["schemas"]["MappingRule"][];
        };
        /** @description What deliveries would record. Nothing was. */
        DryRun: {
            /** @description How many deliveries were read. */
            read: number;
            /** @description In how many of them something was found. */
            telling: number;
            /** @description Whether there are more than are read at once. */
            more: boolean;
            facts: {
                rule: string;
                unit: components["schemas"]["UnitKey"];
                /** @enum {string} */
                kind: "achieved" | "lapsed" | "assessed" | "target";
                milestone: components["schemas"]["MilestoneKey"];
                occurredAt: string;
                due?: string;
                /** @description The last that tells it. */
                delivery: string;
                /** @enum {string} */
                outcome: "recorded" | "repeated" | "nothing" | "rejected";
                reason?: string;
            }[];
            /** @description What units are called that nobody has named yet. */
            unmatched: string[];
            /** @description Why nothing was found, or not all. */
            reasons: {
                reason: string;
                deliveries: number;
            }[];
            /** @description What would change, for the first 50 units; those of units above and below follow. */
            standings: {
                unit: components["schemas"]["UnitKey"];
                before: components["schemas"]["Standing"][];
                after: components["schemas"]["Standing"][];
            }[];
            /** @description What of the mapping can be used and will probably not do what is meant: milestones that the dictionary lacks, so that what tells of them is rejected until it has them. `pointer`: as in errors, `/mapping/0/milestone`. */
            warnings: {
                pointer: string;
                message: string;
            }[];
        };
        /** @description Whatever the tool sends; it is read by the mapping. */
        WebhookBody: {
            [key: string]: unknown;
        };
        /** @description `repeated`: it is here already, by the tool’s own id of it. */
        ReceivedDelivery: {
            delivery: string;
            /** @enum {string} */
            status: "accepted" | "repeated";
        };
        ImportOutcome: {
            dryRun: boolean;
            /** @description Of the import; absent where nothing was recorded. */
            id?: string;
            understood: {
                /** @enum {string} */
                format: "csv" | "xlsx";
                /** @enum {string} */
                encoding?: "utf-8" | "utf-16" | "windows-1252";
                /** @enum {string} */
                delimiter?: "," | ";" | "\t";
                sheet?: string | null;
                /** @description Of a workbook: those there are. */
                sheets?: string[];
                /** @description null: the head does not tell. */
                kind: ("units" | "milestones" | "assessments" | "targets") | null;
                /** @description What each column holds; null: it is not read. */
                columns: {
                    head: string;
                    field: string | null;
                    /** @description The first three cells with a text. */
                    samples: string[];
                }[];
                /** @description Everything that columns of this kind can hold. */
                fields: {
                    field: string;
                    needed: boolean;
                }[];
                dates: ("dmy" | "mdy") | null;
                /** @description The row that names the columns. */
                headRow: number;
                rows: number;
                /** @description What is not read: totals and remarks below the table, and what a row says about a fact that one before it tells. */
                leftOut: {
                    row: number;
                    text: string;
                }[];
                /** @description Names that were read as keys; the first 50. */
                names: {
                    written: string;
                    key: string;
                }[];
                nameCount: number;
            };
            counts: {
                /** @description Units registered, facts recorded, targets set. */
                new: number;
                /** @description Units and targets that become otherwise. */
                changed: number;
                /** @description Rows that say what is so already. */
                unchanged: number;
            };
            /** @description The first 20 rows, as they were understood. */
            first: {
                /** @description Where it stands in the file. */
                row: number;
                holds: {
                    [key: string]: unknown;
                };
            }[];
            /** @description The first 5,000 of them. */
            faults: components["schemas"]["SheetFault"][];
            /** @description All faults, equal ones of a column as one, the most frequent first: 200 groups at most. */
            faultGroups: components["schemas"]["SheetFaultGroup"][];
            faultCount: number;
            /** @description Dry run only: what would change, for the first 50 units that facts are about. */
            standings: {
                unit: components["schemas"]["UnitKey"];
                before: components["schemas"]["Standing"][];
                after: components["schemas"]["Standing"][];
            }[];
        };
        SheetFault: {
            row: number;
            column?: number;
            head?: string;
            message: string;
        };
        SheetFaultGroup: {
            column?: number;
            head?: string;
            message: string;
            /** @description The first five different cells, where they are different. */
            cells: string[];
            count: number;
            /** @description The first 20 of them. */
            rows: number[];
        };
        Import: {
            id: string;
            /** @description Its name; null: it was not told. */
            file: string | null;
            /** @description null: the head of the sheet is not read yet, or could not be understood. */
            kind: ("units" | "milestones" | "assessments" | "targets") | null;
            /**
             * @description refused: nothing of it counts; `faults` say why. undoing: it was recorded, and is taken back now.
             * @enum {string}
             */
            state: "waiting" | "running" | "recorded" | "refused" | "undoing" | "undone";
            /** @description While it is running or undone. */
            progress: {
                /** @enum {string} */
                step: "reading" | "deciding" | "recording" | "undoing";
                /** @description Rows; where it is undone, facts that it recorded. */
                done: number;
                /** @description The same; 0: they are not counted yet. */
                total: number;
            } | null;
            madeAt: components["schemas"]["Instant"];
            /** @description The key or person. */
            madeBy: string;
            counts: {
                /** @description Units registered, facts recorded, targets set. */
                new: number;
                /** @description Units and targets that become otherwise. */
                changed: number;
                /** @description Rows that say what is so already. */
                unchanged: number;
            };
            /** @description Of one that was refused, asked for by its id: the first 5,000. */
            faults?: components["schemas"]["SheetFault"][];
            /** @description All faults, equal ones of a column as one, the most frequent first: 200 groups at most. */
            faultGroups?: components["schemas"]["SheetFaultGroup"][];
            faultCount: number;
            undoneAt: components["schemas"]["Instant"] | null;
            /** @description What undoing it came to, so far; null: nobody did. */
            undo: {
                /** @description Facts that were taken back. */
                taken: number;
                /** @description Those that stay. */
                left: number;
                /** @description Why they stay: the first 50 reasons, each with how many. */
                reasons: {
                    why: string;
                    count: number;
                }[];
            } | null;
        };
        /** @description Events in the order of their positions. `next` is the `after` of the following page, with `order=desc` its `before`. */
        Log: {
            items: components["schemas"]["Event"][];
            next: string | null;
        };
        UndoImport: {
            reason?: string;
        };
        OpenedProposal: {
            proposal: components["schemas"]["Proposal"];
            /** @description What approving it now would do; null: nothing, or it is closed. */
            preview: {
                before: components["schemas"]["Standing"][];
                after: components["schemas"]["Standing"][];
            } | null;
            /** @description Why it would be refused now, though it was not when it was proposed. */
            obstacle: string | null;
        };
        CloseProposal: {
            reason?: string;
        };
        MakeBoardPack: {
            /** @description The unit whose subtree the pack is about. */
            unit: components["schemas"]["UnitKey"];
            /** @description Left out: the name of the unit. */
            title?: string;
            /** @description What the office says of it, in a few lines. */
            text?: string;
            /**
             * @description Not in the future; left out: now.
             * @example 2011-03-01
             */
            asOf?: string;
            /** @description Left out: every model that a unit of the subtree follows. */
            models?: components["schemas"]["ModelId"][];
        };
        BoardPack: {
            id: string;
            unit: components["schemas"]["UnitKey"];
            /** @description Null: the author was erased. */
            title: string | null;
            text: string | null;
            author: {
                id: string;
                name: string;
            };
            /** @description Whether what the author wrote was erased. */
            erased: boolean;
            madeAt: components["schemas"]["Instant"];
            asOf: components["schemas"]["Instant"];
            knownAt: components["schemas"]["Instant"];
            /** @description The last position of the log that was known at `knownAt`. */
            position: number;
            modelVersions: {
                model: components["schemas"]["ModelId"];
                modelVersion: number;
                title: string;
            }[];
            /** @description What of the last pack would read differently by now, for its date; null in the first pack of a unit. */
            restated: components["schemas"]["BoardPackRestated"] | null;
            figures: components["schemas"]["BoardPackFigures"];
        };
        BoardPackRestated: {
            /** @description The last pack of the unit, whose figures are told anew. */
            since: {
                id: string;
                madeAt: components["schemas"]["Instant"];
                asOf: components["schemas"]["Instant"];
                knownAt: components["schemas"]["Instant"];
                /** @description The last position of the log that was known at `knownAt`. */
                position: number;
            };
            /** @description Models adopted in another version since. */
            models: {
                model: components["schemas"]["ModelId"];
                title: string;
                was: number;
                is: number;
            }[];
            figures: {
                /**
                 * @description `stage`: how many units stand there.
                 * @enum {string}
                 */
                figure: "below" | "units" | "stage" | "median" | "own" | "from-children" | "mean-score" | "mean-checked" | "rose" | "fell" | "target";
                unit: components["schemas"]["UnitKey"];
                name: string;
                model: components["schemas"]["ModelId"] | null;
                stage: components["schemas"]["StageRef"] | null;
                target: components["schemas"]["TargetKey"] | null;
                /** @description What a target wants. */
                title: string | null;
                /** @description As it was known when the last pack was made. */
                was: (number | string | components["schemas"]["StageRef"]) | null;
                /** @description As it is known by now, for the same date. */
                is: (number | string | components["schemas"]["StageRef"]) | null;
                /** @description The facts responsible, ten at most. */
                facts: {
                    event: string;
                    type: string;
                    unit: components["schemas"]["UnitKey"] | null;
                    milestone?: components["schemas"]["MilestoneKey"];
                    occurredAt: string;
                }[];
            }[];
            /** @description Units whose facts were not looked for, since there are too many. */
            unexplained: number;
        };
        BoardPackFigures: {
            program: string;
            /** @description The name of the unit then. */
            unit: string;
            kind: string;
            below: number;
            /** @description The model that comes first. */
            headline: components["schemas"]["ModelId"] | null;
            models: components["schemas"]["BoardPackModel"][];
            heatmap: {
                columns: {
                    model: components["schemas"]["ModelId"];
                    modelVersion: number;
                    title: string;
                    dimension?: string;
                    /** @description How many stages or levels there are. */
                    of: number;
                }[];
                total: {
                    unit: components["schemas"]["UnitKey"];
                    name: string;
                    kind: string;
                    below: number;
                    /** @description One for each column. */
                    cells: {
                        units: number;
                        median: components["schemas"]["StageRef"] | null;
                        own: components["schemas"]["StageRef"] | null;
                        /** @description Units at each stage, from "Not started" up. */
                        distribution?: number[];
                        /** @description How the model reads the unit from its children (`rollup` in its file), beside its own standing; null where it does not. */
                        fromChildren?: {
                            rule: ("weakest" | "median") | {
                                share: number;
                            };
                            stage: components["schemas"]["StageRef"];
                        } | null;
                        meanScore?: number | null;
                        meanChecked?: number | null;
                    }[];
                };
                rows: {
                    unit: components["schemas"]["UnitKey"];
                    name: string;
                    kind: string;
                    below: number;
                    /** @description One for each column. */
                    cells: {
                        units: number;
                        median: components["schemas"]["StageRef"] | null;
                        own: components["schemas"]["StageRef"] | null;
                        /** @description Units at each stage, from "Not started" up. */
                        distribution?: number[];
                        /** @description How the model reads the unit from its children (`rollup` in its file), beside its own standing; null where it does not. */
                        fromChildren?: {
                            rule: ("weakest" | "median") | {
                                share: number;
                            };
                            stage: components["schemas"]["StageRef"];
                        } | null;
                        meanScore?: number | null;
                        meanChecked?: number | null;
                    }[];
                }[];
                /** @description Units right below; rows are those with most below. */
                children: number;
            };
            changes: {
                from: components["schemas"]["Instant"];
                /**
                 * @description The date of the last pack of the unit; without one, 90 days before.
                 * @enum {string}
                 */
                since: "last-pack" | "quarter";
                all: number;
                items: {
                    unit: components["schemas"]["UnitKey"];
                    model: components["schemas"]["ModelId"];
                    /** @enum {string} */
                    change: "rose" | "fell" | "appeared" | "left";
                    from: components["schemas"]["StageRef"] | null;
                    to: components["schemas"]["StageRef"] | null;
                    because: {
                        event: string;
                        type: string;
                        unit: components["schemas"]["UnitKey"] | null;
                        milestone?: components["schemas"]["MilestoneKey"];
                        occurredAt: string;
                    }[];
                    name: string;
                }[];
            };
            /** @description Null: so many units of the past are not gone through. */
            blockers: {
                asOf: components["schemas"]["Instant"];
                knownAt: components["schemas"]["Instant"];
                /** @description The last position of the log that was known at `knownAt`. */
                position: number;
                /** @description Units of the subtree that pass the filters, the unit itself among them. */
                below: number;
                /** @description Units that stand somewhere in one of the models. */
                units: number;
                /** @description Units that miss something for a next stage. */
                heldBack: number;
                models: {
                    model: components["schemas"]["ModelId"];
                    title: string;
                    units: number;
                }[];
                items: {
                    milestone: components["schemas"]["MilestoneKey"];
                    title: string;
                    category: string | null;
                    effort: ("S" | "M" | "L" | "XL") | null;
                    /** @description Units whose next stage misses it, in any model. */
                    units: number;
                    /** @description Units that it would raise a stage by itself. */
                    alone: number;
                    keyMove: boolean;
                    models: {
                        model: components["schemas"]["ModelId"];
                        title: string;
                        units: number;
                        alone: number;
                        keyMove: boolean;
                        /** @description The model looks for it at the units above as well. */
                        inherited: boolean;
                        from: {
                            stage: components["schemas"]["StageRef"];
                            units: number;
                        }[];
                    }[];
                    examples: components["schemas"]["UnitKey"][];
                }[];
            } | null;
            bestMoves: {
                asOf: components["schemas"]["Instant"];
                knownAt: components["schemas"]["Instant"];
                /** @description The last position of the log that was known at `knownAt`. */
                position: number;
                /** @description Units of the subtree that pass the filters, the unit itself among them. */
                below: number;
                items: {
                    milestone: components["schemas"]["MilestoneKey"];
                    title: string;
                    category: string | null;
                    effort: ("S" | "M" | "L" | "XL") | null;
                    /** @description Where it is achieved once, for all below; null: by each unit for itself. */
                    at: components["schemas"]["UnitKey"] | null;
                    /** @description How many acts that is. */
                    acts: number;
                    /** @description Units that rise in at least one model. */
                    units: number;
                    models: {
                        model: components["schemas"]["ModelId"];
                        title: string;
                        units: number;
                    }[];
                    /** @description Stages won: units × models. */
                    advances: number;
                    /** @description Units × models for which it is one of several things that are missing. */
                    towards: number;
                    /** @description Stages won by an act, divided by its effort: S 1, M 2, L 4, XL 8. */
                    perEffort: number;
                    keyMove: boolean;
                    why: string[];
                    /** @description With `at`: the units right below it in whose subtrees most would be won. */
                    branches: {
                        unit: components["schemas"]["UnitKey"];
                        advances: number;
                    }[];
                    examples: components["schemas"]["UnitKey"][];
                }[];
            } | null;
            roadmap: {
                summary: {
                    targets: number;
                    byStatus: {
                        done: number;
                        "on-track": number;
                        "at-risk": number;
                        late: number;
                        aim: number;
                    };
                    nextDue: {
                        unit: components["schemas"]["UnitKey"];
                        target: components["schemas"]["TargetKey"];
                        title: string;
                        due: string;
                    } | null;
                    mostSlipped: {
                        unit: components["schemas"]["UnitKey"];
                        target: components["schemas"]["TargetKey"];
                        title: string;
                        slipDays: number;
                    }[];
                    moves: number;
                };
                /** @description Shares of a subtree first, then late ones, then those at risk. */
                items: components["schemas"]["BoardPackTarget"][];
            };
            alerts: {
                /** @description Alerts are those that were open then. */
                at: components["schemas"]["Instant"];
                bySeverity: {
                    [key: string]: number;
                };
                /** @description Critical ones first. */
                items: components["schemas"]["BoardPackAlert"][];
            };
            /** @description What the units and milestones of facts are called. */
            names: {
                units: {
                    [key: string]: string;
                };
                milestones: {
                    [key: string]: string;
                };
            };
        };
        BoardPackModel: {
            model: components["schemas"]["ModelId"];
            modelVersion: number;
            /** @description Units of the subtree that pass the filters, whether they follow the model or not. */
            below: number;
            /** @description Units that follow the model and pass the filters; the unit itself is counted. The figures are theirs. */
            units: number;
            /** @description Every stage from "Not started" up; empty for models without stages. */
            distribution: {
                stage: components["schemas"]["StageRef"];
                units: number;
            }[];
            /** @description The lower median ordinal. */
            median: number | null;
            mean: number | null;
            /** @description Scored models only. */
            meanScore?: number | null;
            /** @description Checklists only: the mean share of what is checked, 0–1. */
            meanChecked?: number | null;
            /** @description Where the unit stands itself. */
            own: components["schemas"]["StageRef"] | null;
            /** @description How the model reads the unit from its children (`rollup` in its file), beside its own standing; null where it does not. */
            fromChildren: {
                rule: ("weakest" | "median") | {
                    share: number;
                };
                stage: components["schemas"]["StageRef"];
            } | null;
            title: string;
            /** @description How many stages there are; 0: none. */
            of: number;
            /** @description Since `changes.from`; null for models without stages. */
            changes: {
                rose: number;
                fell: number;
                appeared: number;
                left: number;
            } | null;
        };
        BoardPackTarget: {
            unit: components["schemas"]["UnitKey"];
            target: components["schemas"]["TargetKey"];
            goal: components["schemas"]["TargetGoal"];
            title: string;
            /** @description As given; null: an aim. */
            due: string | null;
            /** @description The first date it ever had. */
            firstDue: string | null;
            status: components["schemas"]["TargetStatus"];
            because: components["schemas"]["TargetReason"][];
            achievedOn?: components["schemas"]["Instant"];
            progress: number;
            /** @description Whole days from the first date to the day on which it was reached, else to the present date, or to the day asked for once that is over; below 0 when it was brought forward. */
            slipDays: number | null;
            /** @description Shares: units there. */
            reached?: number;
            /** @description Shares: units in all. */
            counted?: number;
            forecast?: components["schemas"]["Forecast"];
            name: string;
        };
        BoardPackAlert: {
            id: string;
            /** @enum {string} */
            rule: "sponsor-gone" | "stage-lost" | "stalled" | "over-claiming" | "review-overdue" | "running-out" | "prove-why" | "hands-off" | "coe-trap";
            /** @enum {string} */
            severity: "critical" | "warning" | "info";
            unit: components["schemas"]["UnitKey"];
            openedAt: components["schemas"]["Instant"];
            summary: string;
            name: string;
        };
        BoardPackHead: {
            id: string;
            unit: components["schemas"]["UnitKey"];
            /** @description Null: the author was erased. */
            title: string | null;
            text: string | null;
            author: {
                id: string;
                name: string;
            };
            /** @description Whether what the author wrote was erased. */
            erased: boolean;
            madeAt: components["schemas"]["Instant"];
            asOf: components["schemas"]["Instant"];
            knownAt: components["schemas"]["Instant"];
            /** @description The last position of the log that was known at `knownAt`. */
            position: number;
            modelVersions: {
                model: components["schemas"]["ModelId"];
                modelVersion: number;
                title: string;
            }[];
        };
        Recommendation: {
            id: string;
            unit: components["schemas"]["UnitKey"];
            milestone: components["schemas"]["MilestoneKey"];
            title: string;
            why: string[];
            keyMove: boolean;
            advances: {
                model: components["schemas"]["ModelId"];
                from: components["schemas"]["StageRef"] | null;
                to: components["schemas"]["StageRef"] | null;
                /** @description It reaches `to` by itself. */
                alone: boolean;
            }[];
            effort: ("S" | "M" | "L" | "XL") | null;
            /** @description The unit above at whose level it is best recorded. */
            level: components["schemas"]["UnitKey"] | null;
            /** @description 1 is the first of its unit. */
            rank: number;
            precedents: {
                units: number;
                medianDays: number | null;
            };
            /** @enum {string} */
            status: "open" | "accepted" | "dismissed";
        };
        DecideRecommendation: {
            /** @enum {string} */
            decision: "accepted" | "dismissed";
            reason?: string;
        };
        Alert: {
            id: string;
            /** @enum {string} */
            rule: "sponsor-gone" | "stage-lost" | "stalled" | "over-claiming" | "review-overdue" | "running-out" | "prove-why" | "hands-off" | "coe-trap";
            /** @enum {string} */
            severity: "critical" | "warning" | "info";
            unit: components["schemas"]["UnitKey"];
            unitName: string;
            openedAt: components["schemas"]["Instant"];
            closedAt: components["schemas"]["Instant"] | null;
            /**
             * @description `closed`: the cause is gone.
             * @enum {string}
             */
            state: "open" | "acknowledged" | "snoozed" | "resolved" | "closed";
            assignedTo: string | null;
            snoozedUntil: components["schemas"]["Instant"] | null;
            /** @description `person`: the id of their account, where they were chosen by it. */
            assigned: {
                to: string;
                person: string | null;
                /** @description Who did it. */
                by: string;
                at: components["schemas"]["Instant"];
            } | null;
            /** @description The last acknowledgement, snooze or resolution. */
            decided: {
                /** @enum {string} */
                act: "acknowledged" | "snoozed" | "resolved";
                /** @description Who did it. */
                by: string;
                at: components["schemas"]["Instant"];
            } | null;
            summary: string;
            because: unknown[];
        };
        /** @description How many alerts there are. */
        AlertsSummary: {
            states: {
                open: number;
                acknowledged: number;
                snoozed: number;
                resolved: number;
                closed: number;
            };
            /** @description All three, the gravest first. */
            severities: {
                /** @enum {string} */
                severity: "critical" | "warning" | "info";
                states: {
                    open: number;
                    acknowledged: number;
                    snoozed: number;
                    resolved: number;
                    closed: number;
                };
            }[];
            /** @description By rule and severity, those with alerts. */
            rules: {
                /** @enum {string} */
                rule: "sponsor-gone" | "stage-lost" | "stalled" | "over-claiming" | "review-overdue" | "running-out" | "prove-why" | "hands-off" | "coe-trap";
                /** @enum {string} */
                severity: "critical" | "warning" | "info";
                states: {
                    open: number;
                    acknowledged: number;
                    snoozed: number;
                    resolved: number;
                    closed: number;
                };
            }[];
        };
        Snooze: {
            /**
             * @description An instant or a day; in the future.
             * @example 2011-03-01
             */
            until: string;
        };
        Assign: {
            /** @description Whoever takes care of it, in words. */
            to?: string;
            /** @description Or the id of an account that may decide about it: GET /people/names. */
            person?: string;
        };
        /** @description Exactly one of `email`, `person` and `key`. A person is found by the address, and the address by the person. `reason` is for those who list erasures: leave the name out of it. */
        Erase: {
            email?: string;
            person?: string;
            key?: string;
            reason?: string;
        };
        /** @description What an erasure would touch, and what it leaves. */
        ErasurePreview: {
            touched: components["schemas"]["Touched"];
            /** @description Texts of others, and texts that are not sealed, with a name or address of theirs. They stay. */
            mentions: {
                count: number;
                /** @description The first 500. */
                items: {
                    position: number;
                    event: string;
                    unit: components["schemas"]["UnitKey"] | null;
                    /** @example /data/note */
                    pointer: string;
                }[];
            };
            /** @description What is called by a name of theirs, and proposals of others that name them. It stays. */
            namesakes: {
                /** @enum {string} */
                kind: "group" | "key" | "calendar-link" | "proposal" | "board-pack";
                id: string;
            }[];
        };
        Touched: {
            /** @description Events with a text of theirs; the events stay. */
            events: number;
            /** @description Their texts in the log, names of authors included. */
            texts: number;
            /** @description Units they own now; the units stay. */
            units: number;
            targets: number;
            people: number;
            sessions: number;
            keys: number;
        };
        /** @description What was erased, and what is left for people to handle. */
        Erased: {
            id: string;
            erasedAt: components["schemas"]["Instant"];
            touched: components["schemas"]["Touched"];
            /** @description Texts of others, and texts that are not sealed, with a name or address of theirs. They stay. */
            mentions: {
                count: number;
                /** @description The first 500. */
                items: {
                    position: number;
                    event: string;
                    unit: components["schemas"]["UnitKey"] | null;
                    /** @example /data/note */
                    pointer: string;
                }[];
            };
            /** @description What is called by a name of theirs, and proposals of others that name them. It stays. */
            namesakes: {
                /** @enum {string} */
                kind: "group" | "key" | "calendar-link" | "proposal" | "board-pack";
                id: string;
            }[];
        };
        /** @description Exactly one of `email`, `person` and `key`. */
        Report: {
            email?: string;
            person?: string;
            key?: string;
            /**
             * @description `next` of the page before.
             * @default 0
             */
            after?: number;
        };
        /** @description What the log holds of somebody, in clear. */
        ReportAnswer: {
            /** @description What they are called, and their addresses. */
            names: string[];
            items: {
                position: number;
                event: string;
                unit: components["schemas"]["UnitKey"] | null;
                /** @example /data/note */
                pointer: string;
                text: string;
            }[];
            /** @description Null on the last page. */
            next: number | null;
        };
        Erasure: {
            id: string;
            erasedAt: components["schemas"]["Instant"];
            /** @description The id of the person or key; null: taken over from the register. */
            askedBy: string | null;
            reason: string | null;
            touched: {
                /** @description Events with a text of theirs; the events stay. */
                events?: number;
                /** @description Their texts in the log, names of authors included. */
                texts?: number;
                /** @description Units they own now; the units stay. */
                units?: number;
                targets?: number;
                people?: number;
                sessions?: number;
                keys?: number;
            };
        };
        Verification: {
            ok: boolean;
            /** @description How many events were found sound */
            length: number;
            head: string;
            firstBroken?: number;
            findings: {
                /** @enum {string} */
                kind: "hash" | "order" | "gap" | "cut" | "extra" | "fork" | "signature" | "heads" | "form";
                says: string;
                position?: number;
                event?: string;
            }[];
            signed: {
                heads: number;
                /** @description Up to where signed heads prove that nothing was changed since */
                upTo: number;
                newest: components["schemas"]["SignedHead"] | null;
            };
        };
        SignedHead: {
            /** @enum {string} */
            type: "waymark-signed-head";
            program: string;
            number: number;
            position: number;
            /** @description sha256 in hex */
            hash: string;
            recordedAt: components["schemas"]["Instant"];
            signedAt: components["schemas"]["Instant"];
            /** @description sha256 of the canonical JSON of the signed head before; null for the first */
            previous: string | null;
            /**
             * @description An operator took the log as it stood; heads signed before count no more
             * @enum {boolean}
             */
            afresh?: true;
            /** @description The first 16 hex digits of sha256 over the public key */
            keyId: string;
            /** @description Ed25519 in base64, over the canonical JSON (RFC 8785) of all other members */
            signature: string;
        };
        Imported: {
            position: number;
            head: string;
        };
        /** @description What was done of an administrative kind and what was refused, the newest first. */
        Audit: {
            items: components["schemas"]["AuditEntry"][];
            next: string | null;
        };
        AuditEntry: {
            /** @description 1, 2, 3 … in the program, without a gap but for what is over. */
            position: number;
            at: components["schemas"]["Instant"];
            action: string;
            /** @enum {string} */
            outcome: "done" | "denied";
            actor: {
                /** @enum {string} */
                kind: "key" | "person" | "operator" | "unknown";
                id: string | null;
                /** @description What they are called by now; null where that was erased. */
                name: string | null;
            };
            /** @description The address the request came from; null where it was erased. */
            from: string | null;
            about: {
                [key: string]: string | number | boolean | null;
            };
        };
        SignedHeads: {
            items: components["schemas"]["SignedHead"][];
            next: string | null;
        };
        SigningKeys: {
            items: {
                /** @description The first 16 hex digits of sha256 over the public key */
                keyId: string;
                /** @description Ed25519: 32 bytes in base64 */
                publicKey: string;
                pem: string;
                current: boolean;
            }[];
            changes: {
                /** @enum {string} */
                type: "waymark-signing-key";
                /** @description The first 16 hex digits of sha256 over the public key */
                keyId: string;
                /** @description Ed25519: 32 bytes in base64 */
                publicKey: string;
                since: components["schemas"]["Instant"];
                before: {
                    /** @description The first 16 hex digits of sha256 over the public key */
                    keyId: string;
                    /** @description Ed25519: 32 bytes in base64 */
                    publicKey: string;
                };
                /** @description Ed25519 in base64, over the canonical JSON (RFC 8785) of all other members */
                signature: string;
                /** @description The same by the key before */
                endorsement: string;
            }[];
        };
        StreamMessage: {
            position: number;
            /** @description When the event was recorded, or the boundary passed. */
            at: components["schemas"]["Instant"];
            event?: components["schemas"]["Event"];
            changes: {
                unit: components["schemas"]["UnitKey"];
                model: components["schemas"]["ModelId"];
                from: components["schemas"]["StageRef"] | null;
                to: components["schemas"]["StageRef"] | null;
                at: components["schemas"]["Instant"];
            }[];
        };
        /** @description `code`: the one-time code, where the account asks for one. */
        CreateSession: {
            email: string;
            password: string;
            code?: string;
            /** @default default */
            program?: components["schemas"]["ProgramId"];
        };
        Session: {
            /** @enum {string} */
            kind: "key" | "person";
            id: string;
            program: components["schemas"]["ProgramId"];
            /** @description What the program is called; null for somebody without a role. */
            programName: string | null;
            /** @description `here`: this program is the demo; `offered`: GET /demo and visits are theirs. */
            demo: ("here" | "offered") | null;
            name: string;
            /** @description Null for keys. */
            email: string | null;
            grants: {
                /** @enum {string} */
                role: "administrator" | "program-office" | "executive" | "integration" | "auditor";
                /** @description Null: the whole program. */
                under: components["schemas"]["UnitKey"] | null;
                /** @description What it gives there. */
                permissions: string[];
            }[];
            /** @description What the roles give, somewhere at least. */
            permissions: string[];
            /** @description Null for keys. */
            signedIn: {
                /** @description `password`, `link` or the name of a provider. */
                method: string;
                expiresAt: components["schemas"]["Instant"];
                /** @description Whether the account has a password here. */
                password: boolean;
                /** @description Whether it asks for one-time codes. */
                codes: boolean;
            } | null;
        };
        EndedSessions: {
            ended: number;
        };
        /** @description `current`: the present one; `password`: the new one. */
        ChangePassword: {
            current: string;
            password: string;
        };
        /** @description `current`: the password. */
        BeginCodes: {
            current: string;
        };
        PendingCodes: {
            /** @description For an authenticator, in base32. Shown this once. */
            secret: string;
            /** @description The same as `otpauth://` address. */
            address: string;
            /** @description Send it back with the first code, within 10 minutes. */
            pending: string;
        };
        ConfirmCodes: {
            pending: string;
            code: string;
        };
        EndCodes: {
            code: string;
        };
        SignInWays: {
            /** @description Whether POST /api/v1/session takes an address and a password. */
            localAccounts: boolean;
            providers: {
                name: string;
                title: string;
                /** @description Where to send the browser; takes `?returnTo=`. */
                href: string;
            }[];
        };
        /** @description `password` sets a new one. `code`: the one-time code, where the account asks for one. `name` and `email`: of the first person of a server. */
        UseLink: {
            token: string;
            password?: string;
            code?: string;
            name?: string;
            email?: string;
        };
        /** @description `withoutCode`: their authenticator is lost; the link asks for no code and ends one-time codes. */
        CreateRecovery: {
            /** @default false */
            withoutCode?: boolean;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "health-live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "live";
                    };
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "health-ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Elsewhere
             *
             *     Problem
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "metrics-figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "program-one": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Program"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "program-change": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeProgram"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Program"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "program-create": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateProgram"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewProgram"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "demo-look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Demo"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "demo-begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Demo"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "demo-visit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recovery"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "keys-list": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Key"][];
                        next: string | null;
                    };
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "keys-create": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateKey"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewKey"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "keys-change": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example 0198c0de-0000-7000-8000-000000000004 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeKey"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Key"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "keys-revoke": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example 0198c0de-0000-7000-8000-000000000004 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "keys-rotate": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example 0198c0de-0000-7000-8000-000000000004 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotateKey"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewKey"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people-list": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                /** @description Only whoever has this address. */
                email?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Person"][];
                        next: string | null;
                    };
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people-create": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePerson"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people-one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0198c0de-0000-7000-8000-000000000021 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people-change": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the unit must still have; else 412. */
                "if-match"?: string;
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example 0198c0de-0000-7000-8000-000000000021 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePerson"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people-delete": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the unit must still have; else 412. */
                "if-match"?: string;
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example 0198c0de-0000-7000-8000-000000000022 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "groups-list": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Group"][];
                        next: string | null;
                    };
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "groups-create": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutGroup"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "groups-one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0198c0de-0000-7000-8000-000000000023 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "groups-change": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the unit must still have; else 412. */
                "if-match"?: string;
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example 0198c0de-0000-7000-8000-000000000023 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutGroup"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "groups-delete": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the unit must still have; else 412. */
                "if-match"?: string;
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example 0198c0de-0000-7000-8000-000000000024 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "groups-members": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                /** @example 0198c0de-0000-7000-8000-000000000023 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Member"][];
                        next: string | null;
                    };
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "groups-add": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example 0198c0de-0000-7000-8000-000000000023 */
                id: string;
                /** @example 0198c0de-0000-7000-8000-000000000021 */
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "groups-remove": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example 0198c0de-0000-7000-8000-000000000023 */
                id: string;
                /** @example 0198c0de-0000-7000-8000-000000000021 */
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "grants-list": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                /** @description Only what was given to this person themselves. */
                person?: string;
                /** @description Only what was given to this group. */
                group?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Grant"][];
                        next: string | null;
                    };
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "grants-create": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateGrant"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grant"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "grants-delete": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example 0198c0de-0000-7000-8000-000000000025 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "models-list": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Model"][];
                        next: string | null;
                    };
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "models-add": {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/yaml": string;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedModel"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedModel"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "models-one": {
        parameters: {
            query?: {
                version?: number;
            };
            header?: never;
            path: {
                /** @example lithium */
                model: components["schemas"]["ModelId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Model"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "models-upgrade": {
        parameters: {
            query: {
                /** @example 1 */
                to: number;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                /** @example lithium */
                model: components["schemas"]["ModelId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upgrades"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "models-adopt": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example lithium */
                model: components["schemas"]["ModelId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Adopt"];
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Adoption"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "modelimports-import": {
        parameters: {
            query: {
                /**
                 * @description What the files are.
                 * @example sheet
                 */
                from: "dsomm" | "samm" | "sheet";
                /** @example true */
                dryRun?: "true" | "false";
                /** @description Activities of DSOMM count in SAMM where they refer to it. */
                crosswalk?: "true" | "false";
            };
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModelImport"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedModels"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedModels"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "milestones-list": {
        parameters: {
            query?: {
                /** @description Words of the key, the title, what it means, or its references. */
                q?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Milestone"][];
                        next: string | null;
                    };
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "milestones-define": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example ambassadors.appointed */
                milestone: components["schemas"]["MilestoneKey"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DefineMilestone"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Milestone"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Milestone"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "units-one": {
        parameters: {
            query?: {
                /** @description An RFC 3339 instant or a day (its first instant in UTC). */
                asOf?: string;
                /** @description An RFC 3339 instant or a day (its first instant in UTC). */
                knownAt?: string;
            };
            header?: never;
            path: {
                /** @example emea-support */
                unit: components["schemas"]["UnitKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitInTree"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "units-put": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the unit must still have; else 412. */
                "if-match"?: string;
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example emea-support */
                unit: components["schemas"]["UnitKey"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutUnit"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "units-retire": {
        parameters: {
            query?: {
                /** @example 2020-06-30 */
                occurredAt?: components["schemas"]["OccurredAt"];
            };
            header?: {
                /** @description The ETag the unit must still have; else 412. */
                "if-match"?: string;
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example emea-press */
                unit: components["schemas"]["UnitKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "units-list": {
        parameters: {
            query?: {
                /** @example emea */
                under?: components["schemas"]["UnitKey"];
                /** @description Enterprise, business unit, region, function, team or a word of your own. */
                kind?: string;
                tag?: string;
                owner?: string;
                q?: string;
                /** @description Some by their keys, at most 100, with commas; those out of sight are left out. */
                keys?: string;
                /** @description The topmost units in sight. */
                top?: "true" | "false";
                /** @description The units right under this one. */
                parent?: components["schemas"]["UnitKey"];
                /** @description An RFC 3339 instant or a day (its first instant in UTC). */
                asOf?: string;
                /** @description An RFC 3339 instant or a day (its first instant in UTC). */
                knownAt?: string;
                /** @example 50 */
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["UnitEntry"][];
                        next: string | null;
                    };
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "units-register": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterUnits"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        units: components["schemas"]["Unit"][];
                    };
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "units-merge": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the unit must still have; else 412. */
                "if-match"?: string;
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example emea-desk */
                unit: components["schemas"]["UnitKey"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeUnit"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Merged"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "units-reinstate": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the unit must still have; else 412. */
                "if-match"?: string;
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example emea-archive */
                unit: components["schemas"]["UnitKey"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReinstateUnit"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "facts-achieve": {
        parameters: {
            query?: {
                preview?: "true" | "false";
            };
            header?: {
                /** @description The ETag the unit must still have; else 412. */
                "if-match"?: string;
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example emea-support */
                unit: components["schemas"]["UnitKey"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Achieve"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comparison"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "facts-lapse": {
        parameters: {
            query?: {
                preview?: "true" | "false";
            };
            header?: {
                /** @description The ETag the unit must still have; else 412. */
                "if-match"?: string;
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example emea-support */
                unit: components["schemas"]["UnitKey"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Lapse"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comparison"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "facts-assess": {
        parameters: {
            query?: {
                preview?: "true" | "false";
            };
            header?: {
                /** @description The ETag the unit must still have; else 412. */
                "if-match"?: string;
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example emea-support */
                unit: components["schemas"]["UnitKey"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Assess"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comparison"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "facts-waive": {
        parameters: {
            query?: {
                preview?: "true" | "false";
            };
            header?: {
                /** @description The ETag the unit must still have; else 412. */
                "if-match"?: string;
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example emea-support */
                unit: components["schemas"]["UnitKey"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Waive"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comparison"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"];
                };
            };
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposed"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "facts-endWaiver": {
        parameters: {
            query?: {
                preview?: "true" | "false";
            };
            header?: {
                /** @description The ETag the unit must still have; else 412. */
                "if-match"?: string;
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example emea-support */
                unit: components["schemas"]["UnitKey"];
                /** @example 0198c0de-0000-7000-8000-000000000003 */
                event: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndWaiver"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comparison"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "facts-retract": {
        parameters: {
            query?: {
                preview?: "true" | "false";
            };
            header?: {
                /** @description The ETag the unit must still have; else 412. */
                "if-match"?: string;
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example emea-support */
                unit: components["schemas"]["UnitKey"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Retract"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comparison"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"];
                };
            };
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposed"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "facts-correct": {
        parameters: {
            query?: {
                preview?: "true" | "false";
            };
            header?: {
                /** @description The ETag the unit must still have; else 412. */
                "if-match"?: string;
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example emea-support */
                unit: components["schemas"]["UnitKey"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Correct"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comparison"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"];
                };
            };
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposed"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "standings-standings": {
        parameters: {
            query?: {
                /**
                 * @description An RFC 3339 instant or a day (its first instant in UTC).
                 * @example 2012-01-01
                 */
                asOf?: string;
                /** @description An RFC 3339 instant or a day (its first instant in UTC). */
                knownAt?: string;
            };
            header?: never;
            path: {
                /** @example emea-support */
                unit: components["schemas"]["UnitKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Standings"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "standings-whatIf": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example emea-support */
                unit: components["schemas"]["UnitKey"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhatIf"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comparison"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "history-history": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                /** @description An RFC 3339 instant or a day (its first instant in UTC). */
                asOf?: string;
                /** @description An RFC 3339 instant or a day (its first instant in UTC). */
                knownAt?: string;
                /** @description Types of events with commas between them; `milestone.*` is all that begin so. */
                type?: string;
                milestone?: components["schemas"]["MilestoneKey"];
                model?: components["schemas"]["ModelId"];
                /** @description True at that instant or later. */
                from?: string;
                /** @description True before that instant. */
                to?: string;
            };
            header?: never;
            path: {
                /** @example emea-support */
                unit: components["schemas"]["UnitKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "channels-one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example emea-chat */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "channels-put": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example emea-chat */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutChannel"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "channels-remove": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example emea-spare-chat */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "channels-list": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Channel"][];
                        next: string | null;
                    };
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "channels-test": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example emea-chat */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelMessage"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "channels-sent": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                /** @example emea-chat */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ChannelMessage"][];
                        next: string | null;
                    };
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "channels-read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example emea-chat */
                name: string;
                /** @example 0198c0de-0000-7000-8000-000000000043 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadChannelMessage"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "notices-list": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Notice"][];
                        next: string | null;
                    };
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "comments-list": {
        parameters: {
            query?: {
                /** @description The id of an event of the log. */
                event?: string;
                model?: components["schemas"]["ModelId"];
                /** @example hub.launched */
                milestone?: components["schemas"]["MilestoneKey"];
                target?: components["schemas"]["TargetKey"];
                /** @example 20 */
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                /** @example emea-support */
                unit: components["schemas"]["UnitKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Comment"][];
                        next: string | null;
                    };
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "comments-make": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the unit must still have; else 412. */
                "if-match"?: string;
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example emea-support */
                unit: components["schemas"]["UnitKey"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MakeComment"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Act"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "names-names": {
        parameters: {
            query?: {
                /** @example a */
                q?: string;
                /** @example emea-support */
                unit?: components["schemas"]["UnitKey"];
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Names"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "movements-trend": {
        parameters: {
            query: {
                /** @example lithium */
                model?: components["schemas"]["ModelId"];
                /** @description Enterprise, business unit, region, function, team or a word of your own. */
                kind?: string;
                tag?: string;
                /**
                 * @description An RFC 3339 instant or a day (its first instant in UTC).
                 * @example 2011-01-01
                 */
                from: string;
                /**
                 * @description The last instant that may be a point; absent: now.
                 * @example 2013-01-01
                 */
                to?: string;
                /**
                 * @description An ISO 8601 duration between two points.
                 * @example P3M
                 */
                every?: string;
                /** @description An RFC 3339 instant or a day (its first instant in UTC). */
                knownAt?: string;
            };
            header?: never;
            path: {
                /** @example contoso */
                unit: components["schemas"]["UnitKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trend"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "movements-transitions": {
        parameters: {
            query?: {
                /** @example lithium */
                model?: components["schemas"]["ModelId"];
                /** @description Enterprise, business unit, region, function, team or a word of your own. */
                kind?: string;
                tag?: string;
                /** @description Absent: from the beginning. */
                from?: string;
                /** @description Not included; absent: now. */
                to?: string;
                /** @description An RFC 3339 instant or a day (its first instant in UTC). */
                knownAt?: string;
            };
            header?: never;
            path: {
                /** @example contoso */
                unit: components["schemas"]["UnitKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transitions"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "movements-changes": {
        parameters: {
            query?: {
                model?: components["schemas"]["ModelId"];
                /** @description Enterprise, business unit, region, function, team or a word of your own. */
                kind?: string;
                tag?: string;
                limit?: number;
                cursor?: string;
                /** @description Which items to list; `counts` and `flows` tell of all. */
                change?: "rose" | "fell" | "appeared" | "left";
                /**
                 * @description An RFC 3339 instant or a day (its first instant in UTC).
                 * @example 2011-01-01
                 */
                from?: string;
                /**
                 * @description Absent: now.
                 * @example 2013-01-01
                 */
                to?: string;
                /** @description With two `knownAt`: the date that was restated. */
                asOf?: string;
                /** @description One: as known then. Two: what was restated between them for one date. */
                knownAt?: string | string[];
            };
            header?: never;
            path: {
                /** @example contoso */
                unit: components["schemas"]["UnitKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Changes"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "rollups-rollup": {
        parameters: {
            query?: {
                /** @example lithium */
                model?: components["schemas"]["ModelId"];
                /** @description Enterprise, business unit, region, function, team or a word of your own. */
                kind?: string;
                tag?: string;
                /** @description An RFC 3339 instant or a day (its first instant in UTC). */
                asOf?: string;
                /** @description An RFC 3339 instant or a day (its first instant in UTC). */
                knownAt?: string;
            };
            header?: never;
            path: {
                /** @example contoso */
                unit: components["schemas"]["UnitKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rollup"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "rollups-heatmap": {
        parameters: {
            query?: {
                model?: components["schemas"]["ModelId"];
                /** @description Enterprise, business unit, region, function, team or a word of your own. */
                kind?: string;
                tag?: string;
                /**
                 * @description An RFC 3339 instant or a day (its first instant in UTC).
                 * @example 2013-01-01
                 */
                asOf?: string;
                /** @description An RFC 3339 instant or a day (its first instant in UTC). */
                knownAt?: string;
                /**
                 * @description Models, or the dimensions of one `model`.
                 * @example models
                 */
                by?: "models" | "dimensions" | "model" | "dimension";
            };
            header?: never;
            path: {
                /** @example contoso */
                unit: components["schemas"]["UnitKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Heatmap"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "rollups-disagreements": {
        parameters: {
            query: {
                /**
                 * @description Two models, with a comma.
                 * @example lithium,altimeter
                 */
                models: string;
                limit?: number;
                cursor?: string;
                /** @description An RFC 3339 instant or a day (its first instant in UTC). */
                asOf?: string;
                /** @description An RFC 3339 instant or a day (its first instant in UTC). */
                knownAt?: string;
                /** @description Enterprise, business unit, region, function, team or a word of your own. */
                kind?: string;
                tag?: string;
            };
            header?: never;
            path: {
                /** @example contoso */
                unit: components["schemas"]["UnitKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Disagreements"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "forecasts-ofUnit": {
        parameters: {
            query?: {
                /** @description An RFC 3339 instant or a day (its first instant in UTC). */
                asOf?: string;
                /** @description An RFC 3339 instant or a day (its first instant in UTC). */
                knownAt?: string;
            };
            header?: never;
            path: {
                /** @example emea-support */
                unit: components["schemas"]["UnitKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitForecast"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "forecasts-ofShare": {
        parameters: {
            query: {
                /** @example lithium */
                model?: components["schemas"]["ModelId"];
                /**
                 * @description The id of a stage.
                 * @example sponsored
                 */
                stage: string;
                /**
                 * @description Above 0 up to 1; left out: all.
                 * @example 0.8
                 */
                share?: number;
                /** @description An RFC 3339 instant or a day (its first instant in UTC). */
                asOf?: string;
                /** @description An RFC 3339 instant or a day (its first instant in UTC). */
                knownAt?: string;
            };
            header?: never;
            path: {
                /** @example contoso */
                unit: components["schemas"]["UnitKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShareForecast"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "roadmap-put": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the unit must still have; else 412. */
                "if-match"?: string;
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example emea-support */
                unit: components["schemas"]["UnitKey"];
                /** @example full-integration */
                target: components["schemas"]["TargetKey"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutTarget"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Target"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Target"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "roadmap-drop": {
        parameters: {
            query?: {
                /** @example The forum of the region will do. */
                reason?: string;
            };
            header?: {
                /** @description The ETag the unit must still have; else 412. */
                "if-match"?: string;
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example emea-desk */
                unit: components["schemas"]["UnitKey"];
                /** @example desk-hub */
                target: components["schemas"]["TargetKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "roadmap-roadmap": {
        parameters: {
            query?: {
                /**
                 * @description An RFC 3339 instant or a day (its first instant in UTC).
                 * @example 2012-06-30
                 */
                asOf?: string;
                /** @description An RFC 3339 instant or a day (its first instant in UTC). */
                knownAt?: string;
            };
            header?: never;
            path: {
                /** @example emea-support */
                unit: components["schemas"]["UnitKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Roadmap"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "roadmap-putShare": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the unit must still have; else 412. */
                "if-match"?: string;
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example emea */
                unit: components["schemas"]["UnitKey"];
                /** @example most-sponsored */
                target: components["schemas"]["TargetKey"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutShareTarget"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Target"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Target"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "roadmap-dropShare": {
        parameters: {
            query?: {
                reason?: string;
            };
            header?: {
                /** @description The ETag the unit must still have; else 412. */
                "if-match"?: string;
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example emea */
                unit: components["schemas"]["UnitKey"];
                /** @example some-sponsored */
                target: components["schemas"]["TargetKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "roadmap-subtree": {
        parameters: {
            query?: {
                /** @description An RFC 3339 instant or a day (its first instant in UTC). */
                asOf?: string;
                /** @description An RFC 3339 instant or a day (its first instant in UTC). */
                knownAt?: string;
                status?: components["schemas"]["TargetStatus"];
                /** @description What is wanted: `share` lists targets for a share of a subtree. */
                goal?: "milestone" | "stage" | "level" | "share";
                owner?: string;
                model?: components["schemas"]["ModelId"];
                milestone?: components["schemas"]["MilestoneKey"];
                /** @description Enterprise, business unit, region, function, team or a word of your own. */
                kind?: string;
                tag?: string;
                /** @example 20 */
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                /** @example contoso */
                unit: components["schemas"]["UnitKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubtreeRoadmap"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "calendar-export": {
        parameters: {
            query?: {
                /**
                 * @description A unit and all below it; left out: all.
                 * @example emea
                 */
                under?: components["schemas"]["UnitKey"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "calendar-list": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CalendarLink"][];
                        next: string | null;
                    };
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "calendar-create": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateCalendarLink"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewCalendarLink"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "calendar-revoke": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example 0198c0de-0000-7000-8000-000000000007 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "calendar-subscribed": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description From the address that POST /calendar-links gave.
                 * @example wmc_0000000000000000000000000000000000000000000000000
                 */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "gaps-blockers": {
        parameters: {
            query?: {
                /** @example lithium */
                model?: components["schemas"]["ModelId"];
                /** @description Enterprise, business unit, region, function, team or a word of your own. */
                kind?: string;
                tag?: string;
                /** @description An RFC 3339 instant or a day (its first instant in UTC). */
                asOf?: string;
                /** @description An RFC 3339 instant or a day (its first instant in UTC). */
                knownAt?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @example contoso */
                unit: components["schemas"]["UnitKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Blockers"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "gaps-bestMoves": {
        parameters: {
            query?: {
                model?: components["schemas"]["ModelId"];
                /** @description Enterprise, business unit, region, function, team or a word of your own. */
                kind?: string;
                tag?: string;
                /** @description An RFC 3339 instant or a day (its first instant in UTC). */
                asOf?: string;
                /** @description An RFC 3339 instant or a day (its first instant in UTC). */
                knownAt?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @example contoso */
                unit: components["schemas"]["UnitKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BestMoves"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "whatif-whatIf": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example contoso */
                unit: components["schemas"]["UnitKey"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubtreeWhatIf"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubtreeComparison"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan-ofUnit": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example emea-support */
                unit: components["schemas"]["UnitKey"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Plan"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanOutcome"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan-ofSubtree": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example contoso */
                unit: components["schemas"]["UnitKey"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubtreePlan"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanOutcome"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "events-take": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
                /**
                 * @description Binary mode: `1.0`.
                 * @example 1.0
                 */
                "ce-specversion"?: string;
                /**
                 * @description Binary mode: the id of the event at its source. Percent-encoded, as all of these.
                 * @example release-79
                 */
                "ce-id"?: string;
                /**
                 * @description Binary mode: where the event comes from.
                 * @example https://ci.contoso.example
                 */
                "ce-source"?: string;
                /**
                 * @description Binary mode: `waymark.milestone.achieved.v1` or another type that is taken in.
                 * @example waymark.milestone.achieved.v1
                 */
                "ce-type"?: string;
                /**
                 * @description Binary mode: the unit.
                 * @example emea-support
                 */
                "ce-subject"?: string;
                /**
                 * @description Binary mode: when it occurred, unless the data say so.
                 * @example 2013-05-01T09:00:00Z
                 */
                "ce-time"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["CloudEvent"];
                "application/cloudevents-batch+json": components["schemas"]["CloudEvent"][];
                "application/json": {
                    milestone: components["schemas"]["MilestoneKey"];
                    occurredAt?: components["schemas"]["OccurredAt"];
                    /** @description Above 0 up to 1; left out: 1. */
                    degree?: number;
                    note?: string;
                    evidence?: components["schemas"]["Evidence"][];
                } | {
                    milestone: components["schemas"]["MilestoneKey"];
                    occurredAt?: components["schemas"]["OccurredAt"];
                    reason?: string;
                } | {
                    milestone: components["schemas"]["MilestoneKey"];
                    /** @enum {string} */
                    outcome: "no" | "not-applicable";
                    occurredAt?: components["schemas"]["OccurredAt"];
                    by?: string;
                    note?: string;
                } | components["schemas"]["Waive"] | components["schemas"]["Retract"];
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CloudEventResult"] | components["schemas"]["CloudEventResults"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "sources-one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example emea-tool */
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "sources-put": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the unit must still have; else 412. */
                "if-match"?: string;
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example emea-tool */
                source: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutSource"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PutSourceAnswer"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PutSourceAnswer"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "sources-remove": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example emea-spare-tool */
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "sources-list": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Source"][];
                        next: string | null;
                    };
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "sources-rotate": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example emea-tool */
                source: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotateSource"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "subscriptions-one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example emea-board */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "subscriptions-put": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example emea-board */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutSubscription"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "subscriptions-remove": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example emea-spare-hook */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "subscriptions-list": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Subscription"][];
                        next: string | null;
                    };
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "subscriptions-rotate": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example emea-board */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotateSubscription"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "subscriptions-test": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example emea-board */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionDelivery"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "subscriptions-deliveries": {
        parameters: {
            query?: {
                /** @example 20 */
                limit?: number;
                cursor?: string;
                /** @example waiting */
                status?: "waiting" | "delivered" | "failed";
            };
            header?: never;
            path: {
                /** @example emea-board */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SubscriptionDelivery"][];
                        next: string | null;
                    };
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "subscriptions-redeliver": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example emea-board */
                name: string;
                /** @example 0198c0de-0000-7000-8000-000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionDelivery"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "readymaderules-list": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                /** @example github */
                kind?: "jira" | "github" | "gitlab" | "azure-devops" | "servicenow" | "salesforce" | "generic";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ReadyMadeRule"][];
                        next: string | null;
                    };
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "deliveries-list": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                status?: "received" | "recorded" | "ignored" | "unmatched" | "rejected" | "failed";
            };
            header?: never;
            path: {
                /** @example emea-tool */
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Delivery"][];
                        next: string | null;
                    };
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "deliveries-one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example emea-tool */
                source: string;
                /** @example 0198c0de-0000-7000-8000-000000000041 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryContent"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "deliveries-replay": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example emea-tool */
                source: string;
                /** @example 0198c0de-0000-7000-8000-000000000041 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "deliveries-replayAll": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example emea-tool */
                source: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayDeliveries"];
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replayed"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "mappings-list": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                /** @example emea-tool */
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ListedMapping"][];
                        next: string | null;
                    };
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "mappings-one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example emea-tool */
                source: string;
                /** @example 1 */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappingVersion"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "matches-unmatched": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                /** @example emea-tool */
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Unmatched"][];
                        next: string | null;
                    };
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "matches-list": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                /** @example emea-tool */
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Match"][];
                        next: string | null;
                    };
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "matches-put": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example emea-tool */
                source: string;
                /** @example emea-help */
                external: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutMatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeMatch"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "matches-remove": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example emea-tool */
                source: string;
                /** @example emea-spare-name */
                external: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "undo-undo": {
        parameters: {
            query?: {
                /** @example true */
                preview?: "true" | "false";
            };
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example emea-tool */
                source: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UndoSource"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Undone"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "dryrun-run": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example emea-tool */
                source: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DryRunSource"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRun"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "webhooks-take": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Of generic sources: their secret, where it is not proven by a signature. Each tool has its own way: see docs/sources.md.
                 * @example the-tool-and-waymark-know-this
                 */
                "x-waymark-token"?: string;
            };
            path: {
                /** @example emea-tool */
                source: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookBody"];
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceivedDelivery"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "imports-list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Import"][];
                    };
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "imports-import": {
        parameters: {
            query?: {
                /** @description What the rows are; left out: guessed. */
                kind?: "units" | "milestones" | "assessments" | "targets";
                /** @description By head, what its column holds, as a JSON object. What is left out is guessed. */
                columns?: string;
                /** @description Of a workbook; left out: the first. */
                sheet?: string;
                /** @description In which order days are written that are not ISO 8601. */
                dates?: "dmy" | "mdy";
                /** @description Which row names the columns; left out: it is found out. */
                head?: number;
                /** @description What the file is called, by which the import is shown; of a path, the last part. */
                file?: string;
                /** @example true */
                dryRun?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOutcome"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOutcome"];
                };
            };
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "imports-one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0198c0de-0000-7000-8000-000000000051 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "imports-events": {
        parameters: {
            query?: {
                after?: number;
                limit?: number;
            };
            header?: never;
            path: {
                /** @example 0198c0de-0000-7000-8000-000000000051 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Log"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "imports-undo": {
        parameters: {
            query?: {
                preview?: "true" | "false";
            };
            header?: never;
            path: {
                /** @example 0198c0de-0000-7000-8000-000000000051 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UndoImport"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Undone"];
                };
            };
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "exports-export": {
        parameters: {
            query?: {
                /**
                 * @description Of this unit and all below it; of a heatmap or distribution: this unit and so many levels below it as `depth` says. Not for the log.
                 * @example emea-support
                 */
                under?: components["schemas"]["UnitKey"];
                /** @description Heatmap and distribution only: how many levels below the unit, or below the topmost ones, have rows of their own; 1 when left out, 0 for the unit alone, 100 for all there are. */
                depth?: number;
                /** @description When it was true. Not for alerts, recommendations and the log. */
                asOf?: string;
                /** @description What had been recorded by then. Not for alerts and recommendations. */
                knownAt?: string;
                /** @description Standings, heatmap, distribution and roadmap only. */
                model?: components["schemas"]["ModelId"];
                /** @description Heatmap only: models, or the dimensions of one `model`. */
                by?: "models" | "dimensions";
                /** @description Heatmap, distribution and roadmap only. */
                kind?: string;
                /** @description Heatmap, distribution and roadmap only. */
                tag?: string;
                /** @description Roadmap only. */
                status?: components["schemas"]["TargetStatus"];
                /** @description CSV only: `false` leaves out the byte order mark at its beginning, which Excel needs and scripts stumble over. */
                bom?: "true" | "false";
            };
            header?: never;
            path: {
                /** @example units.csv */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "proposals-list": {
        parameters: {
            query?: {
                /** @example open */
                state?: "open" | "approved" | "rejected" | "withdrawn" | "expired";
                /** @example emea-support */
                unit?: components["schemas"]["UnitKey"];
                /** @example 20 */
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Proposal"][];
                        next: string | null;
                    };
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "proposals-one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0198c0de-0000-7000-8000-000000000008 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedProposal"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "proposals-approve": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the unit must still have; else 412. */
                "if-match"?: string;
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example 0198c0de-0000-7000-8000-000000000008 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "proposals-reject": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example 0198c0de-0000-7000-8000-000000000009 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseProposal"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposed"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "proposals-withdraw": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example 0198c0de-0000-7000-8000-00000000000a */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseProposal"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposed"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "boardpacks-list": {
        parameters: {
            query?: {
                /**
                 * @description Of this unit alone.
                 * @example emea
                 */
                unit?: components["schemas"]["UnitKey"];
                /** @example 20 */
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["BoardPackHead"][];
                        next: string | null;
                    };
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "boardpacks-make": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MakeBoardPack"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardPack"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "boardpacks-one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0198c0de-0000-7000-8000-000000000031 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardPack"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "boardpacks-pdf": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0198c0de-0000-7000-8000-000000000031 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "boardpacks-xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0198c0de-0000-7000-8000-000000000031 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "recommendations-ofUnit": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                /** @example emea-support */
                unit: components["schemas"]["UnitKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Recommendation"][];
                        next: string | null;
                    };
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "recommendations-under": {
        parameters: {
            query?: {
                /** @example contoso */
                under?: components["schemas"]["UnitKey"];
                /** @example 20 */
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Recommendation"][];
                        next: string | null;
                    };
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "recommendations-decide": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example 0198c0de-0000-7000-8000-000000000005 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideRecommendation"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Act"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "alerts-list": {
        parameters: {
            query?: {
                /** @example contoso */
                under?: components["schemas"]["UnitKey"];
                unit?: components["schemas"]["UnitKey"];
                /** @description `true`: resolved or closed; `false`: neither. */
                settled?: "true" | "false";
                /** @description `me`, `nobody`, or the id of a person chosen by it. */
                assignee?: string;
                state?: "open" | "acknowledged" | "snoozed" | "resolved" | "closed";
                severity?: "critical" | "warning" | "info";
                rule?: "sponsor-gone" | "stage-lost" | "stalled" | "over-claiming" | "review-overdue" | "running-out" | "prove-why" | "hands-off" | "coe-trap";
                /** @example 20 */
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Alert"][];
                        next: string | null;
                    };
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "alerts-summary": {
        parameters: {
            query?: {
                /** @example contoso */
                under?: components["schemas"]["UnitKey"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertsSummary"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "alerts-acknowledge": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example 0198c0de-0000-7000-8000-000000000006 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Act"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "alerts-snooze": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example 0198c0de-0000-7000-8000-000000000006 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Snooze"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Act"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "alerts-assign": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example 0198c0de-0000-7000-8000-000000000006 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Assign"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Act"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "alerts-resolve": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat known for a day: the first answer is given again. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example 0198c0de-0000-7000-8000-000000000006 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Act"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "erasures-list": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Erasure"][];
                        next: string | null;
                    };
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "erasures-erase": {
        parameters: {
            query?: {
                /** @example true */
                preview?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Erase"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasurePreview"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erased"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Problem
             *
             *     Problem
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "erasures-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Report"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportAnswer"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "log-list": {
        parameters: {
            query?: {
                /** @example 0 */
                after?: number;
                /** @example 20 */
                limit?: number;
                order?: "asc" | "desc";
                before?: number;
                q?: string;
                /** @description Types of events with commas between them; `milestone.*` is all that begin so. */
                type?: string;
                unit?: components["schemas"]["UnitKey"];
                milestone?: components["schemas"]["MilestoneKey"];
                /** @description `me`, or the id of a key or a person. */
                actor?: string;
                /** @description Recorded at that instant or later. */
                from?: string;
                /** @description Recorded before that instant. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Log"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "log-verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verification"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "log-export": {
        parameters: {
            query?: {
                /**
                 * @description `all`: with the keys of its texts, which takes the permission `transfer`; `none`: without, so that it can be verified and its texts not be read.
                 * @example none
                 */
                keys?: "all" | "none";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": string;
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "log-import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/jsonl": string;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Imported"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "audit-list": {
        parameters: {
            query?: {
                /**
                 * @description An RFC 3339 instant or a day (its first instant in UTC).
                 * @example 2026-01-01
                 */
                from?: string;
                /** @description An RFC 3339 instant or a day (its first instant in UTC). */
                to?: string;
                /**
                 * @description An action, or with `.*` at its end all that begin so.
                 * @example key.*
                 */
                action?: string;
                actor?: string;
                /** @example done */
                outcome?: "done" | "denied";
                /** @example 20 */
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Audit"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "audit-export": {
        parameters: {
            query?: {
                /**
                 * @description An RFC 3339 instant or a day (its first instant in UTC).
                 * @example 2026-01-01
                 */
                from?: string;
                /** @description An RFC 3339 instant or a day (its first instant in UTC). */
                to?: string;
                /** @description An action, or with `.*` at its end all that begin so. */
                action?: string;
                actor?: string;
                outcome?: "done" | "denied";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": string;
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "heads-list": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedHeads"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "heads-sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedHead"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedHead"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "heads-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SigningKeys"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "stream-stream": {
        parameters: {
            query?: never;
            header?: {
                /** @description Where to go on: the id of the last message that arrived. */
                "last-event-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StreamMessage"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Problem
             *
             *     Problem
             */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "session-one": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "session-create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateSession"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Problem
             *
             *     Problem
             */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "session-end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "session-endOthers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndedSessions"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "ownaccount-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePassword"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Problem
             *
             *     Problem
             */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "ownaccount-begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BeginCodes"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PendingCodes"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Problem
             *
             *     Problem
             */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "ownaccount-confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmCodes"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "ownaccount-end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndCodes"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Problem
             *
             *     Problem
             */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "signin-ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInWays"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "signin-useLink": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UseLink"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Problem
             *
             *     Problem
             */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "signin-recover": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0198c0de-0000-7000-8000-000000000021 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateRecovery"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recovery"];
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "signinpages-offer": {
        parameters: {
            query?: {
                returnTo?: string;
                program?: components["schemas"]["ProgramId"];
                /** @description What led here, which the page says: signed out, left the demo, a session over. */
                after?: "sign-out" | "demo" | "session";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "signinpages-enter": {
        parameters: {
            query?: {
                returnTo?: string;
                program?: components["schemas"]["ProgramId"];
                /** @description What led here, which the page says: signed out, left the demo, a session over. */
                after?: "sign-out" | "demo" | "session";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Elsewhere */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Problem
             *
             *     Problem
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Problem
             *
             *     Problem
             */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "signinpages-begin": {
        parameters: {
            query?: {
                returnTo?: string;
            };
            header?: never;
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Elsewhere */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "signinpages-finish": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Elsewhere */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "signinpages-look": {
        parameters: {
            query?: {
                returnTo?: string;
            };
            header?: never;
            path: {
                link: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "signinpages-use": {
        parameters: {
            query?: {
                returnTo?: string;
            };
            header?: never;
            path: {
                link: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Elsewhere */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Problem */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Problem
             *
             *     Problem
             */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
