// Generated from openapi.json by `npm run api`. Do not edit.

export interface paths {
    "/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The accounts that deals name, with what may be one twice. */
        get: {
            parameters: {
                query?: {
                    /** @description Words of the name. */
                    text?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Accounts"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets names stand for one account: accounts are merged, or one is renamed. Deals stay as they are. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Alias"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccountMerge"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/merges/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Parts accounts that were put together, or takes a new name back. */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "if-match": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/one": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The page of an account. Its deals are those of `/deals` with `field=account:…`. */
        get: {
            parameters: {
                query: {
                    /** @description Its name, or one that stands for it. */
                    name: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccountView"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests that were refused, the latest first; the last 100,000 are kept. */
        get: {
            parameters: {
                query?: {
                    /** @description Where the last part ended: its `next`. */
                    cursor?: number;
                    /** @description How many, 1 to 500. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AuditTrail"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole trail as CSV. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open deals by stage. */
        get: {
            parameters: {
                query?: {
                    /** @description Activities that alone count as steps for `moved_from`, `moved_to`, `starts` and `ends`, as on a map of these. */
                    among?: string[];
                    /** @description Closed at this moment or later. */
                    closed_from?: string;
                    /** @description Closed before this moment. */
                    closed_to?: string;
                    /** @description Created at this moment or later. */
                    created_from?: string;
                    /** @description Created before this moment. */
                    created_to?: string;
                    /** @description The last step is this activity; as `starts`. */
                    ends?: string;
                    /**
                     * @description `name:value` of a field (`owner`, `team`, `product`, `account`) or attribute; values of one name are
                     *     alternatives. An empty value stands for deals that have none.
                     */
                    field?: string[];
                    /** @description True: activities whose names differ in numbers only are one, called as the first of them. */
                    grouped?: boolean;
                    /**
                     * @description True: `moved_from` and `moved_to` follow each other with all activities counted; else only stages and closings
                     *     are, where both are such.
                     */
                    moved_directly?: boolean;
                    /** @description Went directly from this activity to the one in `moved_to`. */
                    moved_from?: string;
                    /** @description See `moved_from`. */
                    moved_to?: string;
                    /** @description `open`, `won`, `lost`. */
                    outcome?: components["schemas"]["Outcome"][];
                    /** @description Its id; the first one if left out. */
                    process?: string;
                    /** @description Came to this activity again after another one; stages and closings count among themselves. */
                    returned?: string;
                    /** @description The stage the deal is in, or was in when it closed, as the data names it. */
                    stage?: string[];
                    /** @description Has exactly this sequence of stages and closings, whatever else happened. */
                    stage_variant?: string[];
                    /** @description The first step is this activity; among stages and closings only where it is such and `among` is not given. */
                    starts?: string;
                    /** @description Text in key, name, account or owner. */
                    text?: string;
                    /** @description Has exactly this sequence of activities. */
                    variant?: string[];
                    /** @description Has an event of this activity. */
                    visited?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Board"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/board/column": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cards of one column of the board, in the order asked for. The filters are those of the board. */
        get: {
            parameters: {
                query: {
                    /** @description Activities that alone count as steps for `moved_from`, `moved_to`, `starts` and `ends`, as on a map of these. */
                    among?: string[];
                    /** @description Closed at this moment or later. */
                    closed_from?: string;
                    /** @description Closed before this moment. */
                    closed_to?: string;
                    /** @description The column: its `stage_id`. */
                    column: string;
                    /** @description Created at this moment or later. */
                    created_from?: string;
                    /** @description Created before this moment. */
                    created_to?: string;
                    /** @description Where the last part ended: its `next`. */
                    cursor?: string;
                    /** @description The last step is this activity; as `starts`. */
                    ends?: string;
                    /**
                     * @description `name:value` of a field (`owner`, `team`, `product`, `account`) or attribute; values of one name are
                     *     alternatives. An empty value stands for deals that have none.
                     */
                    field?: string[];
                    /** @description True: activities whose names differ in numbers only are one, called as the first of them. */
                    grouped?: boolean;
                    /** @description How many, 1 to 200; 50 if left out. */
                    limit?: number;
                    /**
                     * @description True: `moved_from` and `moved_to` follow each other with all activities counted; else only stages and closings
                     *     are, where both are such.
                     */
                    moved_directly?: boolean;
                    /** @description Went directly from this activity to the one in `moved_to`. */
                    moved_from?: string;
                    /** @description See `moved_from`. */
                    moved_to?: string;
                    /** @description `open`, `won`, `lost`. */
                    outcome?: components["schemas"]["Outcome"][];
                    /** @description Its id; the first one if left out. */
                    process?: string;
                    /** @description Came to this activity again after another one; stages and closings count among themselves. */
                    returned?: string;
                    /** @description `age` (longest in the stage first, if left out), or what the list of deals can be in order by. */
                    sort?: string;
                    /** @description The stage the deal is in, or was in when it closed, as the data names it. */
                    stage?: string[];
                    /** @description Has exactly this sequence of stages and closings, whatever else happened. */
                    stage_variant?: string[];
                    /** @description The first step is this activity; among stages and closings only where it is such and `among` is not given. */
                    starts?: string;
                    /** @description Text in key, name, account or owner. */
                    text?: string;
                    /** @description Has exactly this sequence of activities. */
                    variant?: string[];
                    /** @description Has an event of this activity. */
                    visited?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BoardColumnPage"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether you have a calendar to follow. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CalendarFeed"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Makes the address of your calendar; one that there was ends. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CalendarFeed"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Takes the address of your calendar back. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendar/{token}/calendar.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The calendar of whoever made this address: what is due in the next 60 days, and meetings. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/calendar": string;
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is paid, in rows. Owners and managers see everybody, others themselves. */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description `2026-03`, `2026-Q1` or `2026`: periods that lie in it. The last period that has statements if neither person nor
                     *     period is named.
                     */
                    period?: string;
                    /** @description Name of the person; for all but owners and managers their own, which can be left out. */
                    person?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CommissionOverview"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commission/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who goes by which plan, by person and day. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AssignmentLine"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Gives people a plan from a day on. */
        post: {
            parameters: {
                query?: {
                    /** @description True to count statements of ended periods anew; without it such a change is refused, with what would change. */
                    confirmed?: boolean;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewAssignments"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AssignmentLine"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commission/assignments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes an assignment. */
        put: {
            parameters: {
                query?: {
                    /** @description True to count statements of ended periods anew; without it such a change is refused, with what would change. */
                    confirmed?: boolean;
                };
                header: {
                    "if-match": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CommissionAssignment"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AssignmentLine"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Takes an assignment away. */
        delete: {
            parameters: {
                query?: {
                    /** @description True to count statements of ended periods anew; without it such a change is refused, with what would change. */
                    confirmed?: boolean;
                };
                header: {
                    "if-match": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commission/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The plans of commission, by name. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PlanLine"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Adds a plan. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PlanTerms"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PlanLine"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commission/plans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Lets a new version of a plan begin, or changes a version. Statements of ended periods change only if that is confirmed. */
        put: {
            parameters: {
                query?: {
                    /** @description True to count statements of ended periods anew; without it such a change is refused, with what would change. */
                    confirmed?: boolean;
                    /**
                     * @description First day of the version that is changed or taken away. Without it a new version begins on its first day, and the
                     *     one before ends the day before.
                     */
                    version?: string;
                };
                header: {
                    "if-match": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PlanTerms"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PlanLine"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Takes a plan away, or one of its versions; nobody may be assigned to a plan that goes. */
        delete: {
            parameters: {
                query?: {
                    /** @description True to count statements of ended periods anew; without it such a change is refused, with what would change. */
                    confirmed?: boolean;
                    /**
                     * @description First day of the version that is changed or taken away. Without it a new version begins on its first day, and the
                     *     one before ends the day before.
                     */
                    version?: string;
                };
                header: {
                    "if-match": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commission/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tries a plan on a few prices; nothing is kept. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Trial"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Tried"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commission/rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The exchange rates, by currencies, the latest first. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RateLine"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Adds an exchange rate, which holds from its day until that of the next. */
        post: {
            parameters: {
                query?: {
                    /** @description True to count statements of ended periods anew; without it such a change is refused, with what would change. */
                    confirmed?: boolean;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CommissionExchangeRate"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RateLine"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commission/rates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes an exchange rate. */
        put: {
            parameters: {
                query?: {
                    /** @description True to count statements of ended periods anew; without it such a change is refused, with what would change. */
                    confirmed?: boolean;
                };
                header: {
                    "if-match": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CommissionExchangeRate"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RateLine"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Takes an exchange rate away. */
        delete: {
            parameters: {
                query?: {
                    /** @description True to count statements of ended periods anew; without it such a change is refused, with what would change. */
                    confirmed?: boolean;
                };
                header: {
                    "if-match": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commission/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Statements with where each figure comes from. */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description `2026-03`, `2026-Q1` or `2026`: periods that lie in it. The last period that has statements if neither person nor
                     *     period is named.
                     */
                    period?: string;
                    /** @description Name of the person; for all but owners and managers their own, which can be left out. */
                    person?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CommissionStatementView"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commission/statements.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Statements as CSV: the amounts of a statement sum to what is paid. */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description `2026-03`, `2026-Q1` or `2026`: periods that lie in it. The last period that has statements if neither person nor
                     *     period is named.
                     */
                    period?: string;
                    /** @description Name of the person; for all but owners and managers their own, which can be left out. */
                    person?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commission/statements.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Statements in print, one a sheet. */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description `2026-03`, `2026-Q1` or `2026`: periods that lie in it. The last period that has statements if neither person nor
                     *     period is named.
                     */
                    period?: string;
                    /** @description Name of the person; for all but owners and managers their own, which can be left out. */
                    person?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": number[];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/custom-fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The fields that the team defined. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FieldUse"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Defines a field. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CustomField"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FieldLine"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/custom-fields/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes a field. Values that deals have stay as they are. */
        put: {
            parameters: {
                query?: never;
                header: {
                    "if-match": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CustomField"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FieldLine"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Removes a field. Values that deals have stay, as plain text. */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "if-match": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The customers: won deals by account, with health, next review, renewal and value. */
        get: {
            parameters: {
                query?: {
                    /** @description Those with this light alone. */
                    light?: components["schemas"]["Light"];
                    /** @description Who owns a deal of theirs or looks after them; everybody's if left out. */
                    owner?: string;
                    /** @description `health` (the worst first; if left out), `review`, `renewal` (the next first), `value` (the highest first), `name`. */
                    sort?: string;
                    /** @description Text found in the account's or a deal's name. */
                    text?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Customers"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deals that a figure is about, or any others. */
        get: {
            parameters: {
                query?: {
                    /** @description Activities that alone count as steps for `moved_from`, `moved_to`, `starts` and `ends`, as on a map of these. */
                    among?: string[];
                    /** @description Closed at this moment or later. */
                    closed_from?: string;
                    /** @description Closed before this moment. */
                    closed_to?: string;
                    /** @description Created at this moment or later. */
                    created_from?: string;
                    /** @description Created before this moment. */
                    created_to?: string;
                    /** @description Where the last page ended: its `next`. */
                    cursor?: string;
                    /** @description The last step is this activity; as `starts`. */
                    ends?: string;
                    /**
                     * @description `name:value` of a field (`owner`, `team`, `product`, `account`) or attribute; values of one name are
                     *     alternatives. An empty value stands for deals that have none.
                     */
                    field?: string[];
                    /** @description True: activities whose names differ in numbers only are one, called as the first of them. */
                    grouped?: boolean;
                    /** @description How many, 1 to 500. */
                    limit?: number;
                    /**
                     * @description True: `moved_from` and `moved_to` follow each other with all activities counted; else only stages and closings
                     *     are, where both are such.
                     */
                    moved_directly?: boolean;
                    /** @description Went directly from this activity to the one in `moved_to`. */
                    moved_from?: string;
                    /** @description See `moved_from`. */
                    moved_to?: string;
                    /** @description `open`, `won`, `lost`. */
                    outcome?: components["schemas"]["Outcome"][];
                    /** @description Came to this activity again after another one; stages and closings count among themselves. */
                    returned?: string;
                    /**
                     * @description `latest` (closed, or else created), `created`, `closed`, `value`, `age` (in the stage), `name`, `stage`,
                     *     `outcome`, a field or an attribute. Dates, values and ages begin with the last and largest, texts with A; a minus
                     *     in front turns that round. Deals without it come last.
                     */
                    sort?: string;
                    /** @description The stage the deal is in, or was in when it closed, as the data names it. */
                    stage?: string[];
                    /** @description Has exactly this sequence of stages and closings, whatever else happened. */
                    stage_variant?: string[];
                    /** @description The first step is this activity; among stages and closings only where it is such and `among` is not given. */
                    starts?: string;
                    /** @description Text in key, name, account or owner. */
                    text?: string;
                    /** @description Has exactly this sequence of activities. */
                    variant?: string[];
                    /** @description Has an event of this activity. */
                    visited?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DealList"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Creates a deal. With an `Idempotency-Key` the same request made twice creates one. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewDeal"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DealView"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deals as CSV, at most 100,000. */
        get: {
            parameters: {
                query?: {
                    /** @description Activities that alone count as steps for `moved_from`, `moved_to`, `starts` and `ends`, as on a map of these. */
                    among?: string[];
                    /** @description Closed at this moment or later. */
                    closed_from?: string;
                    /** @description Closed before this moment. */
                    closed_to?: string;
                    /**
                     * @description The columns in order, repeated: `key`, `name`, `account`, `owner`, `team`, `product`, `value`, `currency`, `stage`,
                     *     `outcome`, `created`, `closed`, `age` (days in the stage), or an attribute; the first twelve if left out.
                     */
                    columns?: string[];
                    /** @description Created at this moment or later. */
                    created_from?: string;
                    /** @description Created before this moment. */
                    created_to?: string;
                    /** @description The last step is this activity; as `starts`. */
                    ends?: string;
                    /**
                     * @description `name:value` of a field (`owner`, `team`, `product`, `account`) or attribute; values of one name are
                     *     alternatives. An empty value stands for deals that have none.
                     */
                    field?: string[];
                    /** @description True: activities whose names differ in numbers only are one, called as the first of them. */
                    grouped?: boolean;
                    /**
                     * @description True: `moved_from` and `moved_to` follow each other with all activities counted; else only stages and closings
                     *     are, where both are such.
                     */
                    moved_directly?: boolean;
                    /** @description Went directly from this activity to the one in `moved_to`. */
                    moved_from?: string;
                    /** @description See `moved_from`. */
                    moved_to?: string;
                    /** @description `open`, `won`, `lost`. */
                    outcome?: components["schemas"]["Outcome"][];
                    /** @description Came to this activity again after another one; stages and closings count among themselves. */
                    returned?: string;
                    /** @description As in the list. */
                    sort?: string;
                    /** @description The stage the deal is in, or was in when it closed, as the data names it. */
                    stage?: string[];
                    /** @description Has exactly this sequence of stages and closings, whatever else happened. */
                    stage_variant?: string[];
                    /** @description The first step is this activity; among stages and closings only where it is such and `among` is not given. */
                    starts?: string;
                    /** @description Text in key, name, account or owner. */
                    text?: string;
                    /** @description Has exactly this sequence of activities. */
                    variant?: string[];
                    /** @description Has an event of this activity. */
                    visited?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The page of a deal. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DealView"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes fields of a deal. */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    "if-match"?: string | null;
                };
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DealPatch"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DealView"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/deals/{id}/after": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What came after the sale of a deal, and what is next. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AfterView"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answers a question. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewAnswer"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DealView"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/brief": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The brief of a deal's next meeting. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BriefPage"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Chooses what stands in the brief, for everybody. `If-Match` bears the version seen, 0 for the first choice. */
        put: {
            parameters: {
                query?: never;
                header: {
                    "if-match": string;
                };
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["BriefChoices"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BriefPage"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/brief.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The brief on one page (PDF). */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": number[];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes down a call: that it took place, who took part, what was answered, what was agreed. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewCall"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DealView"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/churn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes down that the customer left, and why. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewChurn"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AfterView"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Takes back that the customer left. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AfterView"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/commission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who gets what for a deal. Amounts are of those whose pay one may see. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DealCommission"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/commission/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds an amount to what somebody is paid for a deal, or takes it off. It is never changed; another one counters it.
         *     With an `Idempotency-Key` the same request made twice corrects once.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewCorrection"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DealCommission"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/commission/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Splits the commission of a deal. The plan of the first one prices it. */
        put: {
            parameters: {
                query?: never;
                header?: {
                    "if-match"?: string | null;
                };
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Split"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DealCommission"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/commitments/{stage}/{commitment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes down what became of a commitment that the process asks the prospect for. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    commitment: string;
                    id: components["schemas"]["DealId"];
                    stage: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CommitmentNews"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DealView"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes down what somebody said of being written to. It holds on every deal that they are on. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewConsent"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ContactStanding"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/contract": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Writes down how long the contract runs; a later end prolongs it. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewTerm"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AfterView"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/delivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says that what was bought was delivered, and makes a link by which the customer confirms it. Links made before end. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Delivered"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SentDelivery"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/delivery/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes down what the customer told us about a delivery. It is our word, not theirs, and says how they told it. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DeliveryTold"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AfterView"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The fields that the team defined, as a deal fills them in. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DealField"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Attaches a file to a deal, at most 50 MiB. */
        post: {
            parameters: {
                query: {
                    /** @description True for a contract. */
                    contract?: boolean;
                    /** @description Its name. */
                    name: string;
                };
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": number[];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AfterView"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/files/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file of a deal, to be kept rather than shown: whatever is in it, it does nothing here. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    file: string;
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": number[];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Takes a file off a deal; its content is forgotten, what it was called stays among what happened. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    file: string;
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AfterView"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was found out about the prospect of a deal, in the order in which it was noted. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DealFinding"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Notes something that was found out. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewFinding"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DealFinding"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/findings/{finding}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What was struck out stands after all. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    finding: string;
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DealFinding"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/findings/{finding}/strike": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Strikes out what is not so. It stays in the time line. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    finding: string;
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DealFinding"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/handover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Offers a won deal to whoever is to look after the customer. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["HandoverOffer"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AfterView"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/handover/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepts a hand-over, or returns it with what is wanted before: the receiver, an owner or a manager. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["HandoverDecision"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AfterView"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/handover/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ticks a thing to hand over, or takes the tick back. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["HandoverTick"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AfterView"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/linked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Creates a deal with the same customer, account and people taken along. With an `Idempotency-Key` the same request made
         *     twice creates one.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewLinked"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MadeDeal"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The mails of a deal, and to whom of it somebody may write. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DealMails"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Writes a mail about a deal: it is sent at once, or when it says. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewDealMail"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OutgoingMail"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/mails/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The mail as it would be sent. Nothing is sent, nothing is kept. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewDealMail"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MailPreview"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The meetings of a deal, by when they begin. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Meeting"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Plans a meeting. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MeetingPlan"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Meeting"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/meetings/{meeting}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Moves a meeting, or changes what else is planned. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                    meeting: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MeetingPlan"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Meeting"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/meetings/{meeting}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancels a meeting. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                    meeting: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Cancelling"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Meeting"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/meetings/{meeting}/held": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Writes down that a meeting was held: who of the prospect was there, each an act of theirs, and what our people spent.
         *     Sent again it corrects the times and the note and adds to who was there.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                    meeting: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Holding"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Meeting"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/meetings/{meeting}/meeting.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A meeting for a calendar (iCalendar). */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                    meeting: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/calendar": string;
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Moves a deal. Exit criteria that are not met need a reason; without one the answer is 422 with the criteria in `errors`.
         *     Where the process wants somebody else's approval (`unmet-approval`), a reason asks for it: the deal stays, and `asked`
         *     says so.
         *     Where somebody else changed the deal since the version in `If-Match`, the answer is 412 with what happened in `since`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "if-match"?: string | null;
                };
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Move"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DealView"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The objections of a deal, and what can be said to them: what did best with this persona first. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Objections"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/override": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decides on a move that somebody else asked for. Granting it moves the deal. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MoveDecision"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DealView"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Takes back the wish to move a deal without its required criteria: who asked, or a manager. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DealView"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds somebody on the prospect's side, or changes what is known of them. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewPerson"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DealView"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/people/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes somebody off the people of a deal. Their acts stay among what happened; if they act again, they are listed again. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["GonePerson"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DealView"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/promises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes down something that we promised. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PromiseDue"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AfterView"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/promises/{promise}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes down what became of a promise. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                    promise: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PromiseNews"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AfterView"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/qualification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a deal is worth the work, by the qualification schemes of its process and what was answered. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Qualification"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The quotes of a deal. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QuoteOfDeal"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Writes a quote. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Offer"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QuoteOfDeal"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/quotes/{quote}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Writes a new version of a quote: what was sent before is no more on the table. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                    quote: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Offer"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QuoteOfDeal"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/quotes/{quote}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answers what the prospect asked about a quote; they read it on its page. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                    quote: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["QuoteWords"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QuoteOfDeal"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/quotes/{quote}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approves or refuses the discount of a quote: by somebody else than who asked, who may give it. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                    quote: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["QuoteDecision"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QuoteOfDeal"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/quotes/{quote}/quote.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A quote as PDF. */
        get: {
            parameters: {
                query?: {
                    /** @description The version; the one that counts if left out. */
                    version?: number;
                };
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                    quote: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": number[];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/quotes/{quote}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a quote: the prospect can see it by its link. A discount above what who sends it may give waits for approval. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                    quote: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SentQuote"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/quotes/{quote}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a quote back; its link shows it no more. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                    quote: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["QuoteWords"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QuoteOfDeal"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/referrals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes down a referral, and creates a deal of it unless told not to. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewReferral"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MadeDeal"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/referrals/asked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes down that we asked the customer for a referral. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AskedReferral"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AfterView"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes down a review of the value: what the customer wanted to achieve, and what they achieved. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewReview"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AfterView"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/reviews/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Plans the next review for a day, or leaves the day to the process again. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReviewDay"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AfterView"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/sequences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The people of a deal in sequences, the first taken in first. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DealEnrolment"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Takes somebody of a deal into a sequence. One person is in one sequence at a time. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewEnrolment"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DealEnrolment"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/sequences/{enrolment}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a sequence for somebody. Mails of it that wait to be sent are taken back. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    enrolment: string;
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DealEnrolment"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/sequences/{enrolment}/step": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends, ticks off or leaves out the next step. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    enrolment: string;
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["StepDone"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DealEnrolment"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/tasks/{stage}/{task}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ticks a task of the process, or takes the tick back. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                    stage: string;
                    task: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Tick"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DealView"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}/touchpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Logs a touchpoint: a call, a meeting, an e-mail, and who acted. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewTouchpoint"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DealView"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Changes many deals: fields, tags, the stage. Each that can be is changed, in one transaction; those that cannot are
         *     held, each with its reason.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["BulkChange"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BulkResult"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/bulk/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a change to many deals back: who made it, or a manager. What somebody changed again since then stays as they
         *     made it.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BulkResult"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/delivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The delivery that a link opens. */
        get: {
            parameters: {
                query?: never;
                header: {
                    "x-delivery": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PublicDelivery"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/delivery/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirms what arrived, and says what is missing or wrong: name and time are kept. */
        post: {
            parameters: {
                query?: never;
                header: {
                    "x-delivery": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DeliveryAnswer"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PublicDelivery"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/discover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that discovery finds about the selected deals. */
        get: {
            parameters: {
                query?: {
                    /** @description Activities that alone count as steps for `moved_from`, `moved_to`, `starts` and `ends`, as on a map of these. */
                    among?: string[];
                    /** @description Closed at this moment or later. */
                    closed_from?: string;
                    /** @description Closed before this moment. */
                    closed_to?: string;
                    /** @description Created at this moment or later. */
                    created_from?: string;
                    /** @description Created before this moment. */
                    created_to?: string;
                    /** @description The last step is this activity; as `starts`. */
                    ends?: string;
                    /**
                     * @description `name:value` of a field (`owner`, `team`, `product`, `account`) or attribute; values of one name are
                     *     alternatives. An empty value stands for deals that have none.
                     */
                    field?: string[];
                    /** @description True: activities whose names differ in numbers only are one, called as the first of them. */
                    grouped?: boolean;
                    /**
                     * @description True: `moved_from` and `moved_to` follow each other with all activities counted; else only stages and closings
                     *     are, where both are such.
                     */
                    moved_directly?: boolean;
                    /** @description Went directly from this activity to the one in `moved_to`. */
                    moved_from?: string;
                    /** @description See `moved_from`. */
                    moved_to?: string;
                    /** @description `open`, `won`, `lost`. */
                    outcome?: components["schemas"]["Outcome"][];
                    /** @description Came to this activity again after another one; stages and closings count among themselves. */
                    returned?: string;
                    /** @description The stage the deal is in, or was in when it closed, as the data names it. */
                    stage?: string[];
                    /** @description Has exactly this sequence of stages and closings, whatever else happened. */
                    stage_variant?: string[];
                    /** @description The first step is this activity; among stages and closings only where it is such and `among` is not given. */
                    starts?: string;
                    /** @description Text in key, name, account or owner. */
                    text?: string;
                    /** @description Has exactly this sequence of activities. */
                    variant?: string[];
                    /** @description Has an event of this activity. */
                    visited?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Discovery"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/discover/bottlenecks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Stages by the time that they cost the won deals, and what a shorter stay would make of the median sale. */
        get: {
            parameters: {
                query?: {
                    /** @description Activities that alone count as steps for `moved_from`, `moved_to`, `starts` and `ends`, as on a map of these. */
                    among?: string[];
                    /** @description Closed at this moment or later. */
                    closed_from?: string;
                    /** @description Closed before this moment. */
                    closed_to?: string;
                    /** @description Created at this moment or later. */
                    created_from?: string;
                    /** @description Created before this moment. */
                    created_to?: string;
                    /** @description The last step is this activity; as `starts`. */
                    ends?: string;
                    /**
                     * @description `name:value` of a field (`owner`, `team`, `product`, `account`) or attribute; values of one name are
                     *     alternatives. An empty value stands for deals that have none.
                     */
                    field?: string[];
                    /** @description True: activities whose names differ in numbers only are one, called as the first of them. */
                    grouped?: boolean;
                    /**
                     * @description True: `moved_from` and `moved_to` follow each other with all activities counted; else only stages and closings
                     *     are, where both are such.
                     */
                    moved_directly?: boolean;
                    /** @description Went directly from this activity to the one in `moved_to`. */
                    moved_from?: string;
                    /** @description See `moved_from`. */
                    moved_to?: string;
                    /** @description `open`, `won`, `lost`. */
                    outcome?: components["schemas"]["Outcome"][];
                    /** @description Came to this activity again after another one; stages and closings count among themselves. */
                    returned?: string;
                    /** @description The stage the deal is in, or was in when it closed, as the data names it. */
                    stage?: string[];
                    /** @description Has exactly this sequence of stages and closings, whatever else happened. */
                    stage_variant?: string[];
                    /** @description The first step is this activity; among stages and closings only where it is such and `among` is not given. */
                    starts?: string;
                    /** @description Text in key, name, account or owner. */
                    text?: string;
                    /** @description Has exactly this sequence of activities. */
                    variant?: string[];
                    /** @description Has an event of this activity. */
                    visited?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Bottlenecks"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/discover/drivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What distinguishes won from lost deals: acts of both sides, timing, people and attributes, compared among deals
         *     that had got as far, with an interval, p adjusted for all that was tested, and the same counted plainly.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Activities that alone count as steps for `moved_from`, `moved_to`, `starts` and `ends`, as on a map of these. */
                    among?: string[];
                    /** @description Closed at this moment or later. */
                    closed_from?: string;
                    /** @description Closed before this moment. */
                    closed_to?: string;
                    /** @description Created at this moment or later. */
                    created_from?: string;
                    /** @description Created before this moment. */
                    created_to?: string;
                    /** @description The last step is this activity; as `starts`. */
                    ends?: string;
                    /**
                     * @description `name:value` of a field (`owner`, `team`, `product`, `account`) or attribute; values of one name are
                     *     alternatives. An empty value stands for deals that have none.
                     */
                    field?: string[];
                    /** @description True: activities whose names differ in numbers only are one, called as the first of them. */
                    grouped?: boolean;
                    /**
                     * @description True: `moved_from` and `moved_to` follow each other with all activities counted; else only stages and closings
                     *     are, where both are such.
                     */
                    moved_directly?: boolean;
                    /** @description Went directly from this activity to the one in `moved_to`. */
                    moved_from?: string;
                    /** @description See `moved_from`. */
                    moved_to?: string;
                    /** @description `open`, `won`, `lost`. */
                    outcome?: components["schemas"]["Outcome"][];
                    /** @description Came to this activity again after another one; stages and closings count among themselves. */
                    returned?: string;
                    /** @description The stage the deal is in, or was in when it closed, as the data names it. */
                    stage?: string[];
                    /** @description Has exactly this sequence of stages and closings, whatever else happened. */
                    stage_variant?: string[];
                    /** @description The first step is this activity; among stages and closings only where it is such and `among` is not given. */
                    starts?: string;
                    /** @description Text in key, name, account or owner. */
                    text?: string;
                    /** @description Has exactly this sequence of activities. */
                    variant?: string[];
                    /** @description Has an event of this activity. */
                    visited?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Drivers"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/discover/first-and-last": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The first thing done to connect, the last one before the sale, the first contact after it. */
        get: {
            parameters: {
                query?: {
                    /** @description Activities that alone count as steps for `moved_from`, `moved_to`, `starts` and `ends`, as on a map of these. */
                    among?: string[];
                    /** @description Closed at this moment or later. */
                    closed_from?: string;
                    /** @description Closed before this moment. */
                    closed_to?: string;
                    /** @description Created at this moment or later. */
                    created_from?: string;
                    /** @description Created before this moment. */
                    created_to?: string;
                    /** @description The last step is this activity; as `starts`. */
                    ends?: string;
                    /**
                     * @description `name:value` of a field (`owner`, `team`, `product`, `account`) or attribute; values of one name are
                     *     alternatives. An empty value stands for deals that have none.
                     */
                    field?: string[];
                    /** @description True: activities whose names differ in numbers only are one, called as the first of them. */
                    grouped?: boolean;
                    /**
                     * @description True: `moved_from` and `moved_to` follow each other with all activities counted; else only stages and closings
                     *     are, where both are such.
                     */
                    moved_directly?: boolean;
                    /** @description Went directly from this activity to the one in `moved_to`. */
                    moved_from?: string;
                    /** @description See `moved_from`. */
                    moved_to?: string;
                    /** @description `open`, `won`, `lost`. */
                    outcome?: components["schemas"]["Outcome"][];
                    /** @description Came to this activity again after another one; stages and closings count among themselves. */
                    returned?: string;
                    /** @description The stage the deal is in, or was in when it closed, as the data names it. */
                    stage?: string[];
                    /** @description Has exactly this sequence of stages and closings, whatever else happened. */
                    stage_variant?: string[];
                    /** @description The first step is this activity; among stages and closings only where it is such and `among` is not given. */
                    starts?: string;
                    /** @description Text in key, name, account or owner. */
                    text?: string;
                    /** @description Has exactly this sequence of activities. */
                    variant?: string[];
                    /** @description Has an event of this activity. */
                    visited?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FirstAndLast"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/discover/look-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last closed deals side by side on one time line. */
        get: {
            parameters: {
                query?: {
                    /** @description Activities that alone count as steps for `moved_from`, `moved_to`, `starts` and `ends`, as on a map of these. */
                    among?: string[];
                    /** @description Closed at this moment or later. */
                    closed_from?: string;
                    /** @description Closed before this moment. */
                    closed_to?: string;
                    /** @description Created at this moment or later. */
                    created_from?: string;
                    /** @description Created before this moment. */
                    created_to?: string;
                    /** @description `won`, `lost`; without it both. */
                    ended?: components["schemas"]["Outcome"];
                    /** @description The last step is this activity; as `starts`. */
                    ends?: string;
                    /**
                     * @description `name:value` of a field (`owner`, `team`, `product`, `account`) or attribute; values of one name are
                     *     alternatives. An empty value stands for deals that have none.
                     */
                    field?: string[];
                    /** @description True: activities whose names differ in numbers only are one, called as the first of them. */
                    grouped?: boolean;
                    /**
                     * @description True: `moved_from` and `moved_to` follow each other with all activities counted; else only stages and closings
                     *     are, where both are such.
                     */
                    moved_directly?: boolean;
                    /** @description Went directly from this activity to the one in `moved_to`. */
                    moved_from?: string;
                    /** @description See `moved_from`. */
                    moved_to?: string;
                    /** @description How many, 1 to 500. */
                    n?: number;
                    /** @description `open`, `won`, `lost`. */
                    outcome?: components["schemas"]["Outcome"][];
                    /** @description Came to this activity again after another one; stages and closings count among themselves. */
                    returned?: string;
                    /** @description True: as few deals of each owner as fill them, among the last ten times as many. */
                    spread?: boolean;
                    /** @description The stage the deal is in, or was in when it closed, as the data names it. */
                    stage?: string[];
                    /** @description Has exactly this sequence of stages and closings, whatever else happened. */
                    stage_variant?: string[];
                    /** @description The first step is this activity; among stages and closings only where it is such and `among` is not given. */
                    starts?: string;
                    /** @description Text in key, name, account or owner. */
                    text?: string;
                    /** @description Has exactly this sequence of activities. */
                    variant?: string[];
                    /** @description Has an event of this activity. */
                    visited?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LookBack"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/discover/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process map of the selected deals, laid out. */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description Share of the activities to show, 0 to 1, the most frequent first; left out, as many as can be read. What
                     *     stood before and after an activity that is not shown follow each other. 60 at most.
                     */
                    activities?: number;
                    /** @description Activities that alone count as steps for `moved_from`, `moved_to`, `starts` and `ends`, as on a map of these. */
                    among?: string[];
                    /** @description Closed at this moment or later. */
                    closed_from?: string;
                    /** @description Closed before this moment. */
                    closed_to?: string;
                    /** @description True: won and lost deals are compared, times too. */
                    compare?: boolean;
                    /** @description Created at this moment or later. */
                    created_from?: string;
                    /** @description Created before this moment. */
                    created_to?: string;
                    /** @description The last step is this activity; as `starts`. */
                    ends?: string;
                    /**
                     * @description `name:value` of a field (`owner`, `team`, `product`, `account`) or attribute; values of one name are
                     *     alternatives. An empty value stands for deals that have none.
                     */
                    field?: string[];
                    /** @description True: activities whose names differ in numbers only are one, called as the first of them. */
                    grouped?: boolean;
                    /**
                     * @description True: `moved_from` and `moved_to` follow each other with all activities counted; else only stages and closings
                     *     are, where both are such.
                     */
                    moved_directly?: boolean;
                    /** @description Went directly from this activity to the one in `moved_to`. */
                    moved_from?: string;
                    /** @description See `moved_from`. */
                    moved_to?: string;
                    /** @description `open`, `won`, `lost`. */
                    outcome?: components["schemas"]["Outcome"][];
                    /**
                     * @description Share of the moves that the lines should hold, 0 to 1; left out, as many as can be read. Lines that hold the map
                     *     together are always there.
                     */
                    paths?: number;
                    /** @description Came to this activity again after another one; stages and closings count among themselves. */
                    returned?: string;
                    /** @description The stage the deal is in, or was in when it closed, as the data names it. */
                    stage?: string[];
                    /** @description Has exactly this sequence of stages and closings, whatever else happened. */
                    stage_variant?: string[];
                    /** @description The first step is this activity; among stages and closings only where it is such and `among` is not given. */
                    starts?: string;
                    /** @description Text in key, name, account or owner. */
                    text?: string;
                    /** @description `down` (if left out) or `right`: which way the main way goes. */
                    toward?: "down" | "right";
                    /** @description Has exactly this sequence of activities. */
                    variant?: string[];
                    /** @description `stages` (if left out) or `all` activities. */
                    view?: components["schemas"]["Wanted"];
                    /** @description Has an event of this activity. */
                    visited?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MapView"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/discover/map.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process map as a picture that stands on its own. */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description Share of the activities to show, 0 to 1, the most frequent first; left out, as many as can be read. What
                     *     stood before and after an activity that is not shown follow each other. 60 at most.
                     */
                    activities?: number;
                    /** @description Activities that alone count as steps for `moved_from`, `moved_to`, `starts` and `ends`, as on a map of these. */
                    among?: string[];
                    /** @description Closed at this moment or later. */
                    closed_from?: string;
                    /** @description Closed before this moment. */
                    closed_to?: string;
                    /** @description True: won and lost deals are compared, times too. */
                    compare?: boolean;
                    /** @description Created at this moment or later. */
                    created_from?: string;
                    /** @description Created before this moment. */
                    created_to?: string;
                    /** @description The last step is this activity; as `starts`. */
                    ends?: string;
                    /**
                     * @description `name:value` of a field (`owner`, `team`, `product`, `account`) or attribute; values of one name are
                     *     alternatives. An empty value stands for deals that have none.
                     */
                    field?: string[];
                    /** @description True: activities whose names differ in numbers only are one, called as the first of them. */
                    grouped?: boolean;
                    /**
                     * @description True: `moved_from` and `moved_to` follow each other with all activities counted; else only stages and closings
                     *     are, where both are such.
                     */
                    moved_directly?: boolean;
                    /** @description Went directly from this activity to the one in `moved_to`. */
                    moved_from?: string;
                    /** @description See `moved_from`. */
                    moved_to?: string;
                    /** @description `open`, `won`, `lost`. */
                    outcome?: components["schemas"]["Outcome"][];
                    /**
                     * @description Share of the moves that the lines should hold, 0 to 1; left out, as many as can be read. Lines that hold the map
                     *     together are always there.
                     */
                    paths?: number;
                    /** @description Came to this activity again after another one; stages and closings count among themselves. */
                    returned?: string;
                    /** @description The stage the deal is in, or was in when it closed, as the data names it. */
                    stage?: string[];
                    /** @description Has exactly this sequence of stages and closings, whatever else happened. */
                    stage_variant?: string[];
                    /** @description The first step is this activity; among stages and closings only where it is such and `among` is not given. */
                    starts?: string;
                    /** @description Text in key, name, account or owner. */
                    text?: string;
                    /** @description `down` (if left out) or `right`: which way the main way goes. */
                    toward?: "down" | "right";
                    /** @description Has exactly this sequence of activities. */
                    variant?: string[];
                    /** @description `stages` (if left out) or `all` activities. */
                    view?: components["schemas"]["Wanted"];
                    /** @description Has an event of this activity. */
                    visited?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "image/svg+xml": string;
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/discover/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deals with the moments of their steps, to be played on the map of the same parameters. */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description Share of the activities to show, 0 to 1, the most frequent first; left out, as many as can be read. What
                     *     stood before and after an activity that is not shown follow each other. 60 at most.
                     */
                    activities?: number;
                    /** @description Activities that alone count as steps for `moved_from`, `moved_to`, `starts` and `ends`, as on a map of these. */
                    among?: string[];
                    /** @description Closed at this moment or later. */
                    closed_from?: string;
                    /** @description Closed before this moment. */
                    closed_to?: string;
                    /** @description True: won and lost deals are compared, times too. */
                    compare?: boolean;
                    /** @description Created at this moment or later. */
                    created_from?: string;
                    /** @description Created before this moment. */
                    created_to?: string;
                    /** @description The last step is this activity; as `starts`. */
                    ends?: string;
                    /**
                     * @description `name:value` of a field (`owner`, `team`, `product`, `account`) or attribute; values of one name are
                     *     alternatives. An empty value stands for deals that have none.
                     */
                    field?: string[];
                    /** @description True: activities whose names differ in numbers only are one, called as the first of them. */
                    grouped?: boolean;
                    /** @description Deals at most, 1 to 2,000; evenly spread over all that are dated. */
                    limit?: number;
                    /**
                     * @description True: `moved_from` and `moved_to` follow each other with all activities counted; else only stages and closings
                     *     are, where both are such.
                     */
                    moved_directly?: boolean;
                    /** @description Went directly from this activity to the one in `moved_to`. */
                    moved_from?: string;
                    /** @description See `moved_from`. */
                    moved_to?: string;
                    /** @description `open`, `won`, `lost`. */
                    outcome?: components["schemas"]["Outcome"][];
                    /**
                     * @description Share of the moves that the lines should hold, 0 to 1; left out, as many as can be read. Lines that hold the map
                     *     together are always there.
                     */
                    paths?: number;
                    /** @description Came to this activity again after another one; stages and closings count among themselves. */
                    returned?: string;
                    /** @description The stage the deal is in, or was in when it closed, as the data names it. */
                    stage?: string[];
                    /** @description Has exactly this sequence of stages and closings, whatever else happened. */
                    stage_variant?: string[];
                    /** @description The first step is this activity; among stages and closings only where it is such and `among` is not given. */
                    starts?: string;
                    /** @description Text in key, name, account or owner. */
                    text?: string;
                    /** @description `down` (if left out) or `right`: which way the main way goes. */
                    toward?: "down" | "right";
                    /** @description Has exactly this sequence of activities. */
                    variant?: string[];
                    /** @description `stages` (if left out) or `all` activities. */
                    view?: components["schemas"]["Wanted"];
                    /** @description Has an event of this activity. */
                    visited?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Replay"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/discover/touchpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Touchpoints by stage, channel and side; how soon each side answers; moves without an act of the prospect. */
        get: {
            parameters: {
                query?: {
                    /** @description Activities that alone count as steps for `moved_from`, `moved_to`, `starts` and `ends`, as on a map of these. */
                    among?: string[];
                    /** @description Closed at this moment or later. */
                    closed_from?: string;
                    /** @description Closed before this moment. */
                    closed_to?: string;
                    /** @description Created at this moment or later. */
                    created_from?: string;
                    /** @description Created before this moment. */
                    created_to?: string;
                    /** @description The last step is this activity; as `starts`. */
                    ends?: string;
                    /**
                     * @description `name:value` of a field (`owner`, `team`, `product`, `account`) or attribute; values of one name are
                     *     alternatives. An empty value stands for deals that have none.
                     */
                    field?: string[];
                    /** @description True: activities whose names differ in numbers only are one, called as the first of them. */
                    grouped?: boolean;
                    /**
                     * @description True: `moved_from` and `moved_to` follow each other with all activities counted; else only stages and closings
                     *     are, where both are such.
                     */
                    moved_directly?: boolean;
                    /** @description Went directly from this activity to the one in `moved_to`. */
                    moved_from?: string;
                    /** @description See `moved_from`. */
                    moved_to?: string;
                    /** @description `open`, `won`, `lost`. */
                    outcome?: components["schemas"]["Outcome"][];
                    /** @description Came to this activity again after another one; stages and closings count among themselves. */
                    returned?: string;
                    /** @description The stage the deal is in, or was in when it closed, as the data names it. */
                    stage?: string[];
                    /** @description Has exactly this sequence of stages and closings, whatever else happened. */
                    stage_variant?: string[];
                    /** @description The first step is this activity; among stages and closings only where it is such and `among` is not given. */
                    starts?: string;
                    /** @description Text in key, name, account or owner. */
                    text?: string;
                    /** @description Has exactly this sequence of activities. */
                    variant?: string[];
                    /** @description Has an event of this activity. */
                    visited?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Touchpoints"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/discover/variants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ways that the selected deals go, the most frequent first, page by page. */
        get: {
            parameters: {
                query?: {
                    /** @description Activities that alone count as steps for `moved_from`, `moved_to`, `starts` and `ends`, as on a map of these. */
                    among?: string[];
                    /** @description Closed at this moment or later. */
                    closed_from?: string;
                    /** @description Closed before this moment. */
                    closed_to?: string;
                    /** @description Only ways with a step whose name has this text in it. */
                    contains?: string;
                    /** @description Created at this moment or later. */
                    created_from?: string;
                    /** @description Created before this moment. */
                    created_to?: string;
                    /** @description `next` of the page before. */
                    cursor?: number;
                    /** @description The last step is this activity; as `starts`. */
                    ends?: string;
                    /**
                     * @description `name:value` of a field (`owner`, `team`, `product`, `account`) or attribute; values of one name are
                     *     alternatives. An empty value stands for deals that have none.
                     */
                    field?: string[];
                    /** @description True: activities whose names differ in numbers only are one, called as the first of them. */
                    grouped?: boolean;
                    /** @description How many, 1 to 500. */
                    limit?: number;
                    /**
                     * @description True: `moved_from` and `moved_to` follow each other with all activities counted; else only stages and closings
                     *     are, where both are such.
                     */
                    moved_directly?: boolean;
                    /** @description Went directly from this activity to the one in `moved_to`. */
                    moved_from?: string;
                    /** @description See `moved_from`. */
                    moved_to?: string;
                    /** @description `open`, `won`, `lost`. */
                    outcome?: components["schemas"]["Outcome"][];
                    /** @description Came to this activity again after another one; stages and closings count among themselves. */
                    returned?: string;
                    /** @description The stage the deal is in, or was in when it closed, as the data names it. */
                    stage?: string[];
                    /** @description Has exactly this sequence of stages and closings, whatever else happened. */
                    stage_variant?: string[];
                    /** @description The first step is this activity; among stages and closings only where it is such and `among` is not given. */
                    starts?: string;
                    /** @description Text in key, name, account or owner. */
                    text?: string;
                    /** @description Has exactly this sequence of activities. */
                    variant?: string[];
                    /** @description `stages` (if left out) or `all` activities. */
                    view?: components["schemas"]["Wanted"];
                    /** @description Has an event of this activity. */
                    visited?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VariantPage"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/discover/variants.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All ways that the selected deals go as CSV, the most frequent first; `limit` and `cursor` do not count. */
        get: {
            parameters: {
                query?: {
                    /** @description Activities that alone count as steps for `moved_from`, `moved_to`, `starts` and `ends`, as on a map of these. */
                    among?: string[];
                    /** @description Closed at this moment or later. */
                    closed_from?: string;
                    /** @description Closed before this moment. */
                    closed_to?: string;
                    /** @description Only ways with a step whose name has this text in it. */
                    contains?: string;
                    /** @description Created at this moment or later. */
                    created_from?: string;
                    /** @description Created before this moment. */
                    created_to?: string;
                    /** @description `next` of the page before. */
                    cursor?: number;
                    /** @description The last step is this activity; as `starts`. */
                    ends?: string;
                    /**
                     * @description `name:value` of a field (`owner`, `team`, `product`, `account`) or attribute; values of one name are
                     *     alternatives. An empty value stands for deals that have none.
                     */
                    field?: string[];
                    /** @description True: activities whose names differ in numbers only are one, called as the first of them. */
                    grouped?: boolean;
                    /** @description How many, 1 to 500. */
                    limit?: number;
                    /**
                     * @description True: `moved_from` and `moved_to` follow each other with all activities counted; else only stages and closings
                     *     are, where both are such.
                     */
                    moved_directly?: boolean;
                    /** @description Went directly from this activity to the one in `moved_to`. */
                    moved_from?: string;
                    /** @description See `moved_from`. */
                    moved_to?: string;
                    /** @description `open`, `won`, `lost`. */
                    outcome?: components["schemas"]["Outcome"][];
                    /** @description Came to this activity again after another one; stages and closings count among themselves. */
                    returned?: string;
                    /** @description The stage the deal is in, or was in when it closed, as the data names it. */
                    stage?: string[];
                    /** @description Has exactly this sequence of stages and closings, whatever else happened. */
                    stage_variant?: string[];
                    /** @description The first step is this activity; among stages and closings only where it is such and `among` is not given. */
                    starts?: string;
                    /** @description Text in key, name, account or owner. */
                    text?: string;
                    /** @description Has exactly this sequence of activities. */
                    variant?: string[];
                    /** @description `stages` (if left out) or `all` activities. */
                    view?: components["schemas"]["Wanted"];
                    /** @description Has an event of this activity. */
                    visited?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/discover/work-backward": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The typical time to close, the won deals that took it, and their steps counted back from the close. */
        get: {
            parameters: {
                query?: {
                    /** @description Activities that alone count as steps for `moved_from`, `moved_to`, `starts` and `ends`, as on a map of these. */
                    among?: string[];
                    /** @description Closed at this moment or later. */
                    closed_from?: string;
                    /** @description Closed before this moment. */
                    closed_to?: string;
                    /** @description Created at this moment or later. */
                    created_from?: string;
                    /** @description Created before this moment. */
                    created_to?: string;
                    /** @description The last step is this activity; as `starts`. */
                    ends?: string;
                    /**
                     * @description `name:value` of a field (`owner`, `team`, `product`, `account`) or attribute; values of one name are
                     *     alternatives. An empty value stands for deals that have none.
                     */
                    field?: string[];
                    /** @description Deals that took at least so many days, instead of the usual time; goes with `to_days`. */
                    from_days?: number;
                    /** @description True: activities whose names differ in numbers only are one, called as the first of them. */
                    grouped?: boolean;
                    /** @description Only the last so many won deals, 1 or more; without it all. */
                    last?: number;
                    /**
                     * @description True: `moved_from` and `moved_to` follow each other with all activities counted; else only stages and closings
                     *     are, where both are such.
                     */
                    moved_directly?: boolean;
                    /** @description Went directly from this activity to the one in `moved_to`. */
                    moved_from?: string;
                    /** @description See `moved_from`. */
                    moved_to?: string;
                    /** @description `open`, `won`, `lost`. */
                    outcome?: components["schemas"]["Outcome"][];
                    /** @description Came to this activity again after another one; stages and closings count among themselves. */
                    returned?: string;
                    /** @description The stage the deal is in, or was in when it closed, as the data names it. */
                    stage?: string[];
                    /** @description Has exactly this sequence of stages and closings, whatever else happened. */
                    stage_variant?: string[];
                    /** @description The first step is this activity; among stages and closings only where it is such and `among` is not given. */
                    starts?: string;
                    /** @description Text in key, name, account or owner. */
                    text?: string;
                    /** @description Deals that took at most so many days. */
                    to_days?: number;
                    /** @description Has exactly this sequence of activities. */
                    variant?: string[];
                    /** @description Has an event of this activity. */
                    visited?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WorkBackward"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The fields and attributes by which deals can be selected and grouped. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FieldSummary"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/first-days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When people began, where somebody said so. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FirstDay"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Says when somebody began, or takes it back. The last word counts. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["FirstDay"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FirstDay"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All imports, the latest first. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Import"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One import. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ImportId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Import"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancels a running import; nothing of it is kept. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ImportId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far an import is, as server-sent events `progress`; the last one tells how it ended. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ImportId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/event-stream": components["schemas"]["JobProgress"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/rejects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rows that could not be read. */
        get: {
            parameters: {
                query?: {
                    /** @description The `seq` after which to go on. */
                    after?: number;
                    /** @description How many, at most 1000. */
                    limit?: number;
                };
                header?: never;
                path: {
                    id: components["schemas"]["ImportId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RejectedRow"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/rejects.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rows that could not be read, as CSV. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ImportId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes an import back as a whole. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ImportId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Import"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/interview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The interview that a link opens. */
        get: {
            parameters: {
                query?: never;
                header: {
                    "x-interview": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InterviewForm"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/interview/deals/{deal}/answers/{question}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keeps an answer. The same answer again changes nothing; an empty one takes an earlier one back. */
        put: {
            parameters: {
                query?: never;
                header: {
                    "x-interview": string;
                };
                path: {
                    deal: components["schemas"]["DealId"];
                    question: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Reply"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Saved"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/interview/deals/{deal}/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says that this is all about a deal. */
        post: {
            parameters: {
                query?: never;
                header: {
                    "x-interview": string;
                };
                path: {
                    deal: components["schemas"]["DealId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Saved"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/interviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The interviews, the latest first. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Interview"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Asks reps about deals: one interview and one link a rep. Who has an open interview gets the deals added to it. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Asking"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AskedRep"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/interviews/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraws an interview: its links stop working at once. What was answered stays. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["InterviewId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/interviews/{id}/deals/{deal}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes a deal out of an interview. What was answered about it stays. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    deal: components["schemas"]["DealId"];
                    id: components["schemas"]["InterviewId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/interviews/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes one more link to an interview; earlier ones go on working. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["InterviewId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LinkWish"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InterviewLink"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/interviews/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The answers about the selected deals, each beside what the log says; of the last hundred deals. */
        get: {
            parameters: {
                query?: {
                    /** @description Activities that alone count as steps for `moved_from`, `moved_to`, `starts` and `ends`, as on a map of these. */
                    among?: string[];
                    /** @description Closed at this moment or later. */
                    closed_from?: string;
                    /** @description Closed before this moment. */
                    closed_to?: string;
                    /** @description Created at this moment or later. */
                    created_from?: string;
                    /** @description Created before this moment. */
                    created_to?: string;
                    /** @description The last step is this activity; as `starts`. */
                    ends?: string;
                    /**
                     * @description `name:value` of a field (`owner`, `team`, `product`, `account`) or attribute; values of one name are
                     *     alternatives. An empty value stands for deals that have none.
                     */
                    field?: string[];
                    /** @description True: activities whose names differ in numbers only are one, called as the first of them. */
                    grouped?: boolean;
                    /**
                     * @description True: `moved_from` and `moved_to` follow each other with all activities counted; else only stages and closings
                     *     are, where both are such.
                     */
                    moved_directly?: boolean;
                    /** @description Went directly from this activity to the one in `moved_to`. */
                    moved_from?: string;
                    /** @description See `moved_from`. */
                    moved_to?: string;
                    /** @description `open`, `won`, `lost`. */
                    outcome?: components["schemas"]["Outcome"][];
                    /** @description Came to this activity again after another one; stages and closings count among themselves. */
                    returned?: string;
                    /** @description The stage the deal is in, or was in when it closed, as the data names it. */
                    stage?: string[];
                    /** @description Has exactly this sequence of stages and closings, whatever else happened. */
                    stage_variant?: string[];
                    /** @description The first step is this activity; among stages and closings only where it is such and `among` is not given. */
                    starts?: string;
                    /** @description Text in key, name, account or owner. */
                    text?: string;
                    /** @description Has exactly this sequence of activities. */
                    variant?: string[];
                    /** @description Has an event of this activity. */
                    visited?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Told"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/interviews/answers.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The answers about the selected deals, one a row. */
        get: {
            parameters: {
                query?: {
                    /** @description Activities that alone count as steps for `moved_from`, `moved_to`, `starts` and `ends`, as on a map of these. */
                    among?: string[];
                    /** @description Closed at this moment or later. */
                    closed_from?: string;
                    /** @description Closed before this moment. */
                    closed_to?: string;
                    /** @description Created at this moment or later. */
                    created_from?: string;
                    /** @description Created before this moment. */
                    created_to?: string;
                    /** @description The last step is this activity; as `starts`. */
                    ends?: string;
                    /**
                     * @description `name:value` of a field (`owner`, `team`, `product`, `account`) or attribute; values of one name are
                     *     alternatives. An empty value stands for deals that have none.
                     */
                    field?: string[];
                    /** @description True: activities whose names differ in numbers only are one, called as the first of them. */
                    grouped?: boolean;
                    /**
                     * @description True: `moved_from` and `moved_to` follow each other with all activities counted; else only stages and closings
                     *     are, where both are such.
                     */
                    moved_directly?: boolean;
                    /** @description Went directly from this activity to the one in `moved_to`. */
                    moved_from?: string;
                    /** @description See `moved_from`. */
                    moved_to?: string;
                    /** @description `open`, `won`, `lost`. */
                    outcome?: components["schemas"]["Outcome"][];
                    /** @description Came to this activity again after another one; stages and closings count among themselves. */
                    returned?: string;
                    /** @description The stage the deal is in, or was in when it closed, as the data names it. */
                    stage?: string[];
                    /** @description Has exactly this sequence of stages and closings, whatever else happened. */
                    stage_variant?: string[];
                    /** @description The first step is this activity; among stages and closings only where it is such and `among` is not given. */
                    starts?: string;
                    /** @description Text in key, name, account or owner. */
                    text?: string;
                    /** @description Has exactly this sequence of activities. */
                    variant?: string[];
                    /** @description Has an event of this activity. */
                    visited?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/interviews/answers/{deal}/{question}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Puts an answer in another's place; an empty one takes it back. The earlier answer stays in the deal's history. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    deal: components["schemas"]["DealId"];
                    question: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Reply"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/interviews/choice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Closed deals to ask about that differ as much as they can, each with the words why. Deals that somebody answered
         *     about, or is asked about, do not come again.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Activities that alone count as steps for `moved_from`, `moved_to`, `starts` and `ends`, as on a map of these. */
                    among?: string[];
                    /** @description Closed at this moment or later. */
                    closed_from?: string;
                    /** @description Closed before this moment. */
                    closed_to?: string;
                    /** @description Created at this moment or later. */
                    created_from?: string;
                    /** @description Created before this moment. */
                    created_to?: string;
                    /** @description The last step is this activity; as `starts`. */
                    ends?: string;
                    /**
                     * @description `name:value` of a field (`owner`, `team`, `product`, `account`) or attribute; values of one name are
                     *     alternatives. An empty value stands for deals that have none.
                     */
                    field?: string[];
                    /** @description True: activities whose names differ in numbers only are one, called as the first of them. */
                    grouped?: boolean;
                    /** @description Ids of deals that stay, with commas between; the others complement them. */
                    keep?: string;
                    /**
                     * @description True: `moved_from` and `moved_to` follow each other with all activities counted; else only stages and closings
                     *     are, where both are such.
                     */
                    moved_directly?: boolean;
                    /** @description Went directly from this activity to the one in `moved_to`. */
                    moved_from?: string;
                    /** @description See `moved_from`. */
                    moved_to?: string;
                    /** @description How many, 1 to 50. */
                    n?: number;
                    /** @description `open`, `won`, `lost`. */
                    outcome?: components["schemas"]["Outcome"][];
                    /** @description Came to this activity again after another one; stages and closings count among themselves. */
                    returned?: string;
                    /** @description The stage the deal is in, or was in when it closed, as the data names it. */
                    stage?: string[];
                    /** @description Has exactly this sequence of stages and closings, whatever else happened. */
                    stage_variant?: string[];
                    /** @description The first step is this activity; among stages and closings only where it is such and `among` is not given. */
                    starts?: string;
                    /** @description Text in key, name, account or owner. */
                    text?: string;
                    /** @description Has exactly this sequence of activities. */
                    variant?: string[];
                    /** @description Has an event of this activity. */
                    visited?: string;
                    /** @description Ids of deals that are not wanted, with commas between. */
                    without?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InterviewChoice"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/interviews/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The questions of the interview, screen by screen. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InterviewScreen"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/interviews/remembered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds a deal that somebody remembers, with what is remembered of its dates. They are marked as remembered, and so no
         *     answer of an interview is compared with them.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RememberedDeal"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Remembered"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/interviews/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the interviews about the selected deals say together. */
        get: {
            parameters: {
                query?: {
                    /** @description Activities that alone count as steps for `moved_from`, `moved_to`, `starts` and `ends`, as on a map of these. */
                    among?: string[];
                    /** @description Closed at this moment or later. */
                    closed_from?: string;
                    /** @description Closed before this moment. */
                    closed_to?: string;
                    /** @description Created at this moment or later. */
                    created_from?: string;
                    /** @description Created before this moment. */
                    created_to?: string;
                    /** @description The last step is this activity; as `starts`. */
                    ends?: string;
                    /**
                     * @description `name:value` of a field (`owner`, `team`, `product`, `account`) or attribute; values of one name are
                     *     alternatives. An empty value stands for deals that have none.
                     */
                    field?: string[];
                    /** @description True: activities whose names differ in numbers only are one, called as the first of them. */
                    grouped?: boolean;
                    /**
                     * @description True: `moved_from` and `moved_to` follow each other with all activities counted; else only stages and closings
                     *     are, where both are such.
                     */
                    moved_directly?: boolean;
                    /** @description Went directly from this activity to the one in `moved_to`. */
                    moved_from?: string;
                    /** @description See `moved_from`. */
                    moved_to?: string;
                    /** @description `open`, `won`, `lost`. */
                    outcome?: components["schemas"]["Outcome"][];
                    /** @description Came to this activity again after another one; stages and closings count among themselves. */
                    returned?: string;
                    /** @description The stage the deal is in, or was in when it closed, as the data names it. */
                    stage?: string[];
                    /** @description Has exactly this sequence of stages and closings, whatever else happened. */
                    stage_variant?: string[];
                    /** @description The first step is this activity; among stages and closings only where it is such and `among` is not given. */
                    starts?: string;
                    /** @description Text in key, name, account or owner. */
                    text?: string;
                    /** @description Has exactly this sequence of activities. */
                    variant?: string[];
                    /** @description Has an event of this activity. */
                    visited?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InterviewSummary"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lead-duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Pairs of leads, or of a lead and an open deal, that may be one: at most 200. */
        get: {
            parameters: {
                query?: {
                    /** @description True: those that were decided on, the latest first. */
                    decided?: boolean;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LeadPair"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lead-duplicates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Says whether two are one, or takes that back. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LeadPairDecision"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LeadPair"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lead-filters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** By what leads can be selected. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LeadFilters"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lead-forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The forms, the first made first. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedLeadForm"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Makes a form. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LeadForm"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedLeadForm"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lead-forms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes a form. What stands on other pages changes at once. */
        put: {
            parameters: {
                query?: never;
                header: {
                    "if-match": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LeadForm"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedLeadForm"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Takes a form away. Its leads stay. */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "if-match": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lead-forms/{id}/snippets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The HTML by which a form stands on another page. */
        get: {
            parameters: {
                query?: {
                    /** @description The address: `https://stagecraft.example.com`. */
                    base?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LeadFormSnippets"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lead-lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lists, the latest first. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LeadList"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lead-lists/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes what is known of a list: its price, its licence, when it was bought. */
        put: {
            parameters: {
                query?: never;
                header: {
                    "if-match": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LeadListTerms"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LeadList"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lead-lists/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a list and tells how it would be read. Nothing is imported yet. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": components["schemas"]["ListFile"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LeadListUpload"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lead-lists/uploads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Corrects how a list is read. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ContactPlan"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LeadListUpload"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lead-lists/uploads/{id}/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins to read a list. It goes on by itself, as an import: follow its progress, leave, come back, cancel, undo. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LeadListTerms"];
                };
            };
            responses: {
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Begun"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lead-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rules. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedLeadRules"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Keeps the rules. `If-Match` bears the version seen, 0 before there are any. Turns are counted anew. */
        put: {
            parameters: {
                query?: never;
                header: {
                    "if-match": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AssignmentRules"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedLeadRules"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lead-rules/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Assigns open leads that are nobody's by the rules. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LeadRulesRun"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lead-sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of leads by source, and what a lead and a won deal cost. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SourceYields"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Leads, those that came in last first. */
        get: {
            parameters: {
                query?: {
                    /** @description As part of which campaign. */
                    campaign?: string;
                    /** @description Where the last page ended: its `next`. */
                    cursor?: string;
                    /** @description How many, 1 to 500. */
                    limit?: number;
                    /** @description Id of the bought list. */
                    list?: string;
                    /** @description Whose. */
                    owner?: string;
                    /** @description From which source. */
                    source?: string;
                    /** @description `open`, `dropped`, `taken`; `open` if left out. */
                    state?: string;
                    /** @description What is in their name, company, address or number. */
                    text?: string;
                    /** @description True: those with whom somebody has been in touch; false: the others. */
                    touched?: boolean;
                    /** @description True: nobody's. */
                    unassigned?: boolean;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LeadPageView"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Adds a lead. One that is known already is not created twice: the answer says so. With an `Idempotency-Key` the same
         *     request made twice adds one.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewLeadForm"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AddedLead"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leads.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Leads as CSV, at most 100,000. */
        get: {
            parameters: {
                query?: {
                    /** @description As part of which campaign. */
                    campaign?: string;
                    /** @description Id of the bought list. */
                    list?: string;
                    /** @description Whose. */
                    owner?: string;
                    /** @description From which source. */
                    source?: string;
                    /** @description `open`, `dropped`, `taken`; `open` if left out. */
                    state?: string;
                    /** @description What is in their name, company, address or number. */
                    text?: string;
                    /** @description True: those with whom somebody has been in touch; false: the others. */
                    touched?: boolean;
                    /** @description True: nobody's. */
                    unassigned?: boolean;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leads/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Does something with leads. What cannot be done with one is told, and done with the others. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LeadActs"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LeadActsDone"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/library/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The files of the library, by name. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LibraryFile"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/library/files/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file of the library, to be kept rather than shown: whatever is in it, it does nothing here. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": number[];
                    };
                };
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Brings a file to the library, at most 50 MiB. To replace one, `If-Match` bears the version seen. */
        put: {
            parameters: {
                query?: never;
                header?: {
                    "if-match"?: string | null;
                };
                path: {
                    name: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": number[];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LibraryFile"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Removes a file from the library. `If-Match` bears the version seen. */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "if-match": string;
                };
                path: {
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happens, as server-sent events `log`, `deal`, `import`, `process`, `missed`. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/event-stream": components["schemas"]["News"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mail/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Sets up the mailbox of the workspace. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MailAccountForm"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MailAccount"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Takes the mailbox of the workspace away. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mail/account/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Signs in at both servers as the form says, with the passwords that are kept where it leaves them out. Nothing is sent,
         *     nothing is kept.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MailAccountForm"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MailTest"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mail/do-not-contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom nobody is to write to. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DoNotContact"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Has nobody write to an address or a domain, from now on and in everything that waits to be sent. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewDoNotContact"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DoNotContact"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mail/do-not-contact/{contact}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes an entry from the list. What the people themselves said goes on to count. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    contact: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mail/fetch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Has all mailboxes looked into now. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mail/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The latest 200 mails to prospects. */
        get: {
            parameters: {
                query?: {
                    /** @description In this state alone. */
                    state?: components["schemas"]["OutgoingState"];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OutgoingMail"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mail/outbox/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a mail back that has not been sent. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OutgoingMail"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mail/outbox/{id}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says what became of a mail of which nobody knows whether it was sent. One that failed can be sent again. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Settled"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OutgoingMail"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mail/own-account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Sets up one's own mailbox. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MailAccountForm"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MailAccount"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Takes one's own mailbox away. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mail/own-account/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same with one's own mailbox. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MailAccountForm"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MailTest"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mail/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Says how the workspace writes. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MailPolicy"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MailPolicy"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mail/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How mail is set up. Passwords are never shown. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MailSettings"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mail/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The letters to begin with. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MailTemplates"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Adds a letter. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MailTemplate"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MailTemplateLine"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mail/templates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes a letter. */
        put: {
            parameters: {
                query?: never;
                header: {
                    "if-match": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MailTemplate"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MailTemplateLine"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Removes a letter. */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "if-match": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mail/unmatched": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What belongs to no deal yet, the latest first; at most 200. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IncomingMail"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mail/unmatched/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Brings a message back that was put aside. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Puts a message aside that belongs to no deal. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mail/unmatched/{id}/attach": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Attaches a message to a deal: it becomes the prospect's act, and the writer a person of the deal. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Attached"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Attached"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mail/unmatched/{id}/lead": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a message in as a lead, shared out by the rules; of somebody known, it is noted on the lead or deal that is there. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Attached"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/manual": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Contents of the manual, with page numbers as printed. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Contents"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/manual.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The manual as PDF. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": number[];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/manual/editor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Names the one person responsible, and what else stands on the cover. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Imprint"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Imprint"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/manual/pages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes a page. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PageForm"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedPage"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/manual/pages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page of the manual. Ids are those of the contents. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageView"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Changes a page. `If-Match` bears the version it is based on. */
        put: {
            parameters: {
                query?: never;
                header?: {
                    "if-match"?: string | null;
                };
                path: {
                    id: components["schemas"]["PageId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PageForm"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedPage"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Deletes a page; its history is kept. */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    "if-match"?: string | null;
                };
                path: {
                    id: components["schemas"]["PageId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/measure/attainment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was won of the quotas, by month or quarter. Of persons, whoever does not lead sees themselves alone. */
        get: {
            parameters: {
                query?: {
                    /** @description Activities that alone count as steps for `moved_from`, `moved_to`, `starts` and `ends`, as on a map of these. */
                    among?: string[];
                    /** @description Closed at this moment or later. */
                    closed_from?: string;
                    /** @description Closed before this moment. */
                    closed_to?: string;
                    /** @description Created at this moment or later. */
                    created_from?: string;
                    /** @description Created before this moment. */
                    created_to?: string;
                    /** @description The last step is this activity; as `starts`. */
                    ends?: string;
                    /**
                     * @description `name:value` of a field (`owner`, `team`, `product`, `account`) or attribute; values of one name are
                     *     alternatives. An empty value stands for deals that have none.
                     */
                    field?: string[];
                    /** @description True: activities whose names differ in numbers only are one, called as the first of them. */
                    grouped?: boolean;
                    /**
                     * @description True: `moved_from` and `moved_to` follow each other with all activities counted; else only stages and closings
                     *     are, where both are such.
                     */
                    moved_directly?: boolean;
                    /** @description Went directly from this activity to the one in `moved_to`. */
                    moved_from?: string;
                    /** @description See `moved_from`. */
                    moved_to?: string;
                    /** @description `open`, `won`, `lost`. */
                    outcome?: components["schemas"]["Outcome"][];
                    /** @description Came to this activity again after another one; stages and closings count among themselves. */
                    returned?: string;
                    /** @description The stage the deal is in, or was in when it closed, as the data names it. */
                    stage?: string[];
                    /** @description Has exactly this sequence of stages and closings, whatever else happened. */
                    stage_variant?: string[];
                    /** @description The first step is this activity; among stages and closings only where it is such and `among` is not given. */
                    starts?: string;
                    /** @description Text in key, name, account or owner. */
                    text?: string;
                    /** @description Has exactly this sequence of activities. */
                    variant?: string[];
                    /** @description Has an event of this activity. */
                    visited?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Attainment"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/measure/attainment.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was won of the quotas, as CSV. */
        get: {
            parameters: {
                query?: {
                    /** @description Activities that alone count as steps for `moved_from`, `moved_to`, `starts` and `ends`, as on a map of these. */
                    among?: string[];
                    /** @description Closed at this moment or later. */
                    closed_from?: string;
                    /** @description Closed before this moment. */
                    closed_to?: string;
                    /** @description Created at this moment or later. */
                    created_from?: string;
                    /** @description Created before this moment. */
                    created_to?: string;
                    /** @description The last step is this activity; as `starts`. */
                    ends?: string;
                    /**
                     * @description `name:value` of a field (`owner`, `team`, `product`, `account`) or attribute; values of one name are
                     *     alternatives. An empty value stands for deals that have none.
                     */
                    field?: string[];
                    /** @description True: activities whose names differ in numbers only are one, called as the first of them. */
                    grouped?: boolean;
                    /**
                     * @description True: `moved_from` and `moved_to` follow each other with all activities counted; else only stages and closings
                     *     are, where both are such.
                     */
                    moved_directly?: boolean;
                    /** @description Went directly from this activity to the one in `moved_to`. */
                    moved_from?: string;
                    /** @description See `moved_from`. */
                    moved_to?: string;
                    /** @description `open`, `won`, `lost`. */
                    outcome?: components["schemas"]["Outcome"][];
                    /** @description Came to this activity again after another one; stages and closings count among themselves. */
                    returned?: string;
                    /** @description The stage the deal is in, or was in when it closed, as the data names it. */
                    stage?: string[];
                    /** @description Has exactly this sequence of stages and closings, whatever else happened. */
                    stage_variant?: string[];
                    /** @description The first step is this activity; among stages and closings only where it is such and `among` is not given. */
                    starts?: string;
                    /** @description Text in key, name, account or owner. */
                    text?: string;
                    /** @description Has exactly this sequence of activities. */
                    variant?: string[];
                    /** @description Has an event of this activity. */
                    visited?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/measure/conversion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Conversion between stages. */
        get: {
            parameters: {
                query?: {
                    /** @description Activities that alone count as steps for `moved_from`, `moved_to`, `starts` and `ends`, as on a map of these. */
                    among?: string[];
                    /** @description Field or attribute: `owner`, `team`, `product`, … */
                    by?: string;
                    /** @description Closed at this moment or later. */
                    closed_from?: string;
                    /** @description Closed before this moment. */
                    closed_to?: string;
                    /** @description Created at this moment or later. */
                    created_from?: string;
                    /** @description Created before this moment. */
                    created_to?: string;
                    /** @description The last step is this activity; as `starts`. */
                    ends?: string;
                    /**
                     * @description `name:value` of a field (`owner`, `team`, `product`, `account`) or attribute; values of one name are
                     *     alternatives. An empty value stands for deals that have none.
                     */
                    field?: string[];
                    /** @description Its beginning. */
                    from?: string;
                    /** @description True: activities whose names differ in numbers only are one, called as the first of them. */
                    grouped?: boolean;
                    /**
                     * @description True: `moved_from` and `moved_to` follow each other with all activities counted; else only stages and closings
                     *     are, where both are such.
                     */
                    moved_directly?: boolean;
                    /** @description Went directly from this activity to the one in `moved_to`. */
                    moved_from?: string;
                    /** @description See `moved_from`. */
                    moved_to?: string;
                    /** @description `open`, `won`, `lost`. */
                    outcome?: components["schemas"]["Outcome"][];
                    /** @description Came to this activity again after another one; stages and closings count among themselves. */
                    returned?: string;
                    /** @description The stage the deal is in, or was in when it closed, as the data names it. */
                    stage?: string[];
                    /** @description Has exactly this sequence of stages and closings, whatever else happened. */
                    stage_variant?: string[];
                    /** @description The first step is this activity; among stages and closings only where it is such and `among` is not given. */
                    starts?: string;
                    /** @description Length of a step: `week`, `month` (if left out), `quarter`. */
                    step?: components["schemas"]["Step"];
                    /** @description Text in key, name, account or owner. */
                    text?: string;
                    /** @description Its end. */
                    to?: string;
                    /** @description Has exactly this sequence of activities. */
                    variant?: string[];
                    /** @description Has an event of this activity. */
                    visited?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Conversion"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/measure/conversion.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Conversion between stages.
         * @description As CSV.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Activities that alone count as steps for `moved_from`, `moved_to`, `starts` and `ends`, as on a map of these. */
                    among?: string[];
                    /** @description Field or attribute: `owner`, `team`, `product`, … */
                    by?: string;
                    /** @description Closed at this moment or later. */
                    closed_from?: string;
                    /** @description Closed before this moment. */
                    closed_to?: string;
                    /** @description Created at this moment or later. */
                    created_from?: string;
                    /** @description Created before this moment. */
                    created_to?: string;
                    /** @description The last step is this activity; as `starts`. */
                    ends?: string;
                    /**
                     * @description `name:value` of a field (`owner`, `team`, `product`, `account`) or attribute; values of one name are
                     *     alternatives. An empty value stands for deals that have none.
                     */
                    field?: string[];
                    /** @description Its beginning. */
                    from?: string;
                    /** @description True: activities whose names differ in numbers only are one, called as the first of them. */
                    grouped?: boolean;
                    /**
                     * @description True: `moved_from` and `moved_to` follow each other with all activities counted; else only stages and closings
                     *     are, where both are such.
                     */
                    moved_directly?: boolean;
                    /** @description Went directly from this activity to the one in `moved_to`. */
                    moved_from?: string;
                    /** @description See `moved_from`. */
                    moved_to?: string;
                    /** @description `open`, `won`, `lost`. */
                    outcome?: components["schemas"]["Outcome"][];
                    /** @description Came to this activity again after another one; stages and closings count among themselves. */
                    returned?: string;
                    /** @description The stage the deal is in, or was in when it closed, as the data names it. */
                    stage?: string[];
                    /** @description Has exactly this sequence of stages and closings, whatever else happened. */
                    stage_variant?: string[];
                    /** @description The first step is this activity; among stages and closings only where it is such and `among` is not given. */
                    starts?: string;
                    /** @description Length of a step: `week`, `month` (if left out), `quarter`. */
                    step?: components["schemas"]["Step"];
                    /** @description Text in key, name, account or owner. */
                    text?: string;
                    /** @description Its end. */
                    to?: string;
                    /** @description Has exactly this sequence of activities. */
                    variant?: string[];
                    /** @description Has an event of this activity. */
                    visited?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/measure/flow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Moves into and out of each stage in a period. */
        get: {
            parameters: {
                query?: {
                    /** @description Activities that alone count as steps for `moved_from`, `moved_to`, `starts` and `ends`, as on a map of these. */
                    among?: string[];
                    /** @description Field or attribute: `owner`, `team`, `product`, … */
                    by?: string;
                    /** @description Closed at this moment or later. */
                    closed_from?: string;
                    /** @description Closed before this moment. */
                    closed_to?: string;
                    /** @description Created at this moment or later. */
                    created_from?: string;
                    /** @description Created before this moment. */
                    created_to?: string;
                    /** @description The last step is this activity; as `starts`. */
                    ends?: string;
                    /**
                     * @description `name:value` of a field (`owner`, `team`, `product`, `account`) or attribute; values of one name are
                     *     alternatives. An empty value stands for deals that have none.
                     */
                    field?: string[];
                    /** @description Its beginning. */
                    from?: string;
                    /** @description True: activities whose names differ in numbers only are one, called as the first of them. */
                    grouped?: boolean;
                    /**
                     * @description True: `moved_from` and `moved_to` follow each other with all activities counted; else only stages and closings
                     *     are, where both are such.
                     */
                    moved_directly?: boolean;
                    /** @description Went directly from this activity to the one in `moved_to`. */
                    moved_from?: string;
                    /** @description See `moved_from`. */
                    moved_to?: string;
                    /** @description `open`, `won`, `lost`. */
                    outcome?: components["schemas"]["Outcome"][];
                    /** @description Came to this activity again after another one; stages and closings count among themselves. */
                    returned?: string;
                    /** @description The stage the deal is in, or was in when it closed, as the data names it. */
                    stage?: string[];
                    /** @description Has exactly this sequence of stages and closings, whatever else happened. */
                    stage_variant?: string[];
                    /** @description The first step is this activity; among stages and closings only where it is such and `among` is not given. */
                    starts?: string;
                    /** @description Length of a step: `week`, `month` (if left out), `quarter`. */
                    step?: components["schemas"]["Step"];
                    /** @description Text in key, name, account or owner. */
                    text?: string;
                    /** @description Its end. */
                    to?: string;
                    /** @description Has exactly this sequence of activities. */
                    variant?: string[];
                    /** @description Has an event of this activity. */
                    visited?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Flow"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/measure/flow.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Moves into and out of each stage in a period.
         * @description As CSV.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Activities that alone count as steps for `moved_from`, `moved_to`, `starts` and `ends`, as on a map of these. */
                    among?: string[];
                    /** @description Field or attribute: `owner`, `team`, `product`, … */
                    by?: string;
                    /** @description Closed at this moment or later. */
                    closed_from?: string;
                    /** @description Closed before this moment. */
                    closed_to?: string;
                    /** @description Created at this moment or later. */
                    created_from?: string;
                    /** @description Created before this moment. */
                    created_to?: string;
                    /** @description The last step is this activity; as `starts`. */
                    ends?: string;
                    /**
                     * @description `name:value` of a field (`owner`, `team`, `product`, `account`) or attribute; values of one name are
                     *     alternatives. An empty value stands for deals that have none.
                     */
                    field?: string[];
                    /** @description Its beginning. */
                    from?: string;
                    /** @description True: activities whose names differ in numbers only are one, called as the first of them. */
                    grouped?: boolean;
                    /**
                     * @description True: `moved_from` and `moved_to` follow each other with all activities counted; else only stages and closings
                     *     are, where both are such.
                     */
                    moved_directly?: boolean;
                    /** @description Went directly from this activity to the one in `moved_to`. */
                    moved_from?: string;
                    /** @description See `moved_from`. */
                    moved_to?: string;
                    /** @description `open`, `won`, `lost`. */
                    outcome?: components["schemas"]["Outcome"][];
                    /** @description Came to this activity again after another one; stages and closings count among themselves. */
                    returned?: string;
                    /** @description The stage the deal is in, or was in when it closed, as the data names it. */
                    stage?: string[];
                    /** @description Has exactly this sequence of stages and closings, whatever else happened. */
                    stage_variant?: string[];
                    /** @description The first step is this activity; among stages and closings only where it is such and `among` is not given. */
                    starts?: string;
                    /** @description Length of a step: `week`, `month` (if left out), `quarter`. */
                    step?: components["schemas"]["Step"];
                    /** @description Text in key, name, account or owner. */
                    text?: string;
                    /** @description Its end. */
                    to?: string;
                    /** @description Has exactly this sequence of activities. */
                    variant?: string[];
                    /** @description Has an event of this activity. */
                    visited?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/measure/forecast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is to be expected of the open deals: chances from their stage and age by what became of others, their sums with
         *     intervals, and how such forecasts did in the past.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Activities that alone count as steps for `moved_from`, `moved_to`, `starts` and `ends`, as on a map of these. */
                    among?: string[];
                    /** @description The moment up to which everything counts as known; the last of the data if left out. */
                    as_of?: string;
                    /** @description Closed at this moment or later. */
                    closed_from?: string;
                    /** @description Closed before this moment. */
                    closed_to?: string;
                    /** @description Created at this moment or later. */
                    created_from?: string;
                    /** @description Created before this moment. */
                    created_to?: string;
                    /** @description The last step is this activity; as `starts`. */
                    ends?: string;
                    /**
                     * @description `name:value` of a field (`owner`, `team`, `product`, `account`) or attribute; values of one name are
                     *     alternatives. An empty value stands for deals that have none.
                     */
                    field?: string[];
                    /** @description True: activities whose names differ in numbers only are one, called as the first of them. */
                    grouped?: boolean;
                    /**
                     * @description True: `moved_from` and `moved_to` follow each other with all activities counted; else only stages and closings
                     *     are, where both are such.
                     */
                    moved_directly?: boolean;
                    /** @description Went directly from this activity to the one in `moved_to`. */
                    moved_from?: string;
                    /** @description See `moved_from`. */
                    moved_to?: string;
                    /** @description `open`, `won`, `lost`. */
                    outcome?: components["schemas"]["Outcome"][];
                    /** @description Came to this activity again after another one; stages and closings count among themselves. */
                    returned?: string;
                    /** @description The stage the deal is in, or was in when it closed, as the data names it. */
                    stage?: string[];
                    /** @description Has exactly this sequence of stages and closings, whatever else happened. */
                    stage_variant?: string[];
                    /** @description The first step is this activity; among stages and closings only where it is such and `among` is not given. */
                    starts?: string;
                    /** @description Text in key, name, account or owner. */
                    text?: string;
                    /** @description Has exactly this sequence of activities. */
                    variant?: string[];
                    /** @description Has an event of this activity. */
                    visited?: string;
                    /**
                     * @description Until when deals are to be won: days (1 to 730; 90 if left out), `month` or `quarter` for the end of the one that is
                     *     running, the name of one such as `2026-03` or `2026-Q1`, `ever`.
                     */
                    within?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Forecast"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/measure/forecast.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The open deals with their chances as CSV. */
        get: {
            parameters: {
                query?: {
                    /** @description Activities that alone count as steps for `moved_from`, `moved_to`, `starts` and `ends`, as on a map of these. */
                    among?: string[];
                    /** @description The moment up to which everything counts as known; the last of the data if left out. */
                    as_of?: string;
                    /** @description Closed at this moment or later. */
                    closed_from?: string;
                    /** @description Closed before this moment. */
                    closed_to?: string;
                    /** @description Created at this moment or later. */
                    created_from?: string;
                    /** @description Created before this moment. */
                    created_to?: string;
                    /** @description The last step is this activity; as `starts`. */
                    ends?: string;
                    /**
                     * @description `name:value` of a field (`owner`, `team`, `product`, `account`) or attribute; values of one name are
                     *     alternatives. An empty value stands for deals that have none.
                     */
                    field?: string[];
                    /** @description True: activities whose names differ in numbers only are one, called as the first of them. */
                    grouped?: boolean;
                    /**
                     * @description True: `moved_from` and `moved_to` follow each other with all activities counted; else only stages and closings
                     *     are, where both are such.
                     */
                    moved_directly?: boolean;
                    /** @description Went directly from this activity to the one in `moved_to`. */
                    moved_from?: string;
                    /** @description See `moved_from`. */
                    moved_to?: string;
                    /** @description `open`, `won`, `lost`. */
                    outcome?: components["schemas"]["Outcome"][];
                    /** @description Came to this activity again after another one; stages and closings count among themselves. */
                    returned?: string;
                    /** @description The stage the deal is in, or was in when it closed, as the data names it. */
                    stage?: string[];
                    /** @description Has exactly this sequence of stages and closings, whatever else happened. */
                    stage_variant?: string[];
                    /** @description The first step is this activity; among stages and closings only where it is such and `among` is not given. */
                    starts?: string;
                    /** @description Text in key, name, account or owner. */
                    text?: string;
                    /** @description Has exactly this sequence of activities. */
                    variant?: string[];
                    /** @description Has an event of this activity. */
                    visited?: string;
                    /**
                     * @description Until when deals are to be won: days (1 to 730; 90 if left out), `month` or `quarter` for the end of the one that is
                     *     running, the name of one such as `2026-03` or `2026-Q1`, `ever`.
                     */
                    within?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/measure/ramp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What people won from their first day on, beside those who began before, and how long it took to the target. Whoever
         *     does not lead sees themselves alone, beside the others without their names.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Activities that alone count as steps for `moved_from`, `moved_to`, `starts` and `ends`, as on a map of these. */
                    among?: string[];
                    /** @description Closed at this moment or later. */
                    closed_from?: string;
                    /** @description Closed before this moment. */
                    closed_to?: string;
                    /** @description Created at this moment or later. */
                    created_from?: string;
                    /** @description Created before this moment. */
                    created_to?: string;
                    /** @description The last step is this activity; as `starts`. */
                    ends?: string;
                    /**
                     * @description `name:value` of a field (`owner`, `team`, `product`, `account`) or attribute; values of one name are
                     *     alternatives. An empty value stands for deals that have none.
                     */
                    field?: string[];
                    /** @description True: activities whose names differ in numbers only are one, called as the first of them. */
                    grouped?: boolean;
                    /** @description `value` or `deals`; if left out, value where a person has a quota, else deals. */
                    measure?: components["schemas"]["RampMeasure"];
                    /**
                     * @description True: `moved_from` and `moved_to` follow each other with all activities counted; else only stages and closings
                     *     are, where both are such.
                     */
                    moved_directly?: boolean;
                    /** @description Went directly from this activity to the one in `moved_to`. */
                    moved_from?: string;
                    /** @description See `moved_from`. */
                    moved_to?: string;
                    /** @description `open`, `won`, `lost`. */
                    outcome?: components["schemas"]["Outcome"][];
                    /** @description Came to this activity again after another one; stages and closings count among themselves. */
                    returned?: string;
                    /** @description The stage the deal is in, or was in when it closed, as the data names it. */
                    stage?: string[];
                    /** @description Has exactly this sequence of stages and closings, whatever else happened. */
                    stage_variant?: string[];
                    /** @description The first step is this activity; among stages and closings only where it is such and `among` is not given. */
                    starts?: string;
                    /** @description Text in key, name, account or owner. */
                    text?: string;
                    /** @description Has exactly this sequence of activities. */
                    variant?: string[];
                    /** @description Has an event of this activity. */
                    visited?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Ramp"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/measure/ramp.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people won by week since their first day, as CSV. */
        get: {
            parameters: {
                query?: {
                    /** @description Activities that alone count as steps for `moved_from`, `moved_to`, `starts` and `ends`, as on a map of these. */
                    among?: string[];
                    /** @description Closed at this moment or later. */
                    closed_from?: string;
                    /** @description Closed before this moment. */
                    closed_to?: string;
                    /** @description Created at this moment or later. */
                    created_from?: string;
                    /** @description Created before this moment. */
                    created_to?: string;
                    /** @description The last step is this activity; as `starts`. */
                    ends?: string;
                    /**
                     * @description `name:value` of a field (`owner`, `team`, `product`, `account`) or attribute; values of one name are
                     *     alternatives. An empty value stands for deals that have none.
                     */
                    field?: string[];
                    /** @description True: activities whose names differ in numbers only are one, called as the first of them. */
                    grouped?: boolean;
                    /** @description `value` or `deals`; if left out, value where a person has a quota, else deals. */
                    measure?: components["schemas"]["RampMeasure"];
                    /**
                     * @description True: `moved_from` and `moved_to` follow each other with all activities counted; else only stages and closings
                     *     are, where both are such.
                     */
                    moved_directly?: boolean;
                    /** @description Went directly from this activity to the one in `moved_to`. */
                    moved_from?: string;
                    /** @description See `moved_from`. */
                    moved_to?: string;
                    /** @description `open`, `won`, `lost`. */
                    outcome?: components["schemas"]["Outcome"][];
                    /** @description Came to this activity again after another one; stages and closings count among themselves. */
                    returned?: string;
                    /** @description The stage the deal is in, or was in when it closed, as the data names it. */
                    stage?: string[];
                    /** @description Has exactly this sequence of stages and closings, whatever else happened. */
                    stage_variant?: string[];
                    /** @description The first step is this activity; among stages and closings only where it is such and `among` is not given. */
                    starts?: string;
                    /** @description Text in key, name, account or owner. */
                    text?: string;
                    /** @description Has exactly this sequence of activities. */
                    variant?: string[];
                    /** @description Has an event of this activity. */
                    visited?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/measure/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the weekly meeting looks at: what changed, moves without the prospect, deals older than won ones ever were,
         *     commitments that lapsed. The last seven days if no period is given.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Activities that alone count as steps for `moved_from`, `moved_to`, `starts` and `ends`, as on a map of these. */
                    among?: string[];
                    /** @description Closed at this moment or later. */
                    closed_from?: string;
                    /** @description Closed before this moment. */
                    closed_to?: string;
                    /** @description Created at this moment or later. */
                    created_from?: string;
                    /** @description Created before this moment. */
                    created_to?: string;
                    /** @description The last step is this activity; as `starts`. */
                    ends?: string;
                    /**
                     * @description `name:value` of a field (`owner`, `team`, `product`, `account`) or attribute; values of one name are
                     *     alternatives. An empty value stands for deals that have none.
                     */
                    field?: string[];
                    /** @description Its beginning. */
                    from?: string;
                    /** @description True: activities whose names differ in numbers only are one, called as the first of them. */
                    grouped?: boolean;
                    /**
                     * @description True: `moved_from` and `moved_to` follow each other with all activities counted; else only stages and closings
                     *     are, where both are such.
                     */
                    moved_directly?: boolean;
                    /** @description Went directly from this activity to the one in `moved_to`. */
                    moved_from?: string;
                    /** @description See `moved_from`. */
                    moved_to?: string;
                    /** @description `open`, `won`, `lost`. */
                    outcome?: components["schemas"]["Outcome"][];
                    /** @description Came to this activity again after another one; stages and closings count among themselves. */
                    returned?: string;
                    /** @description The stage the deal is in, or was in when it closed, as the data names it. */
                    stage?: string[];
                    /** @description Has exactly this sequence of stages and closings, whatever else happened. */
                    stage_variant?: string[];
                    /** @description The first step is this activity; among stages and closings only where it is such and `among` is not given. */
                    starts?: string;
                    /** @description Text in key, name, account or owner. */
                    text?: string;
                    /** @description Its end. */
                    to?: string;
                    /** @description Has exactly this sequence of activities. */
                    variant?: string[];
                    /** @description Has an event of this activity. */
                    visited?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WeeklyReview"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/measure/time-in-stage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Time in stage; deals that are still there are censored. */
        get: {
            parameters: {
                query?: {
                    /** @description Activities that alone count as steps for `moved_from`, `moved_to`, `starts` and `ends`, as on a map of these. */
                    among?: string[];
                    /** @description Field or attribute: `owner`, `team`, `product`, … */
                    by?: string;
                    /** @description Closed at this moment or later. */
                    closed_from?: string;
                    /** @description Closed before this moment. */
                    closed_to?: string;
                    /** @description Created at this moment or later. */
                    created_from?: string;
                    /** @description Created before this moment. */
                    created_to?: string;
                    /** @description The last step is this activity; as `starts`. */
                    ends?: string;
                    /**
                     * @description `name:value` of a field (`owner`, `team`, `product`, `account`) or attribute; values of one name are
                     *     alternatives. An empty value stands for deals that have none.
                     */
                    field?: string[];
                    /** @description Its beginning. */
                    from?: string;
                    /** @description True: activities whose names differ in numbers only are one, called as the first of them. */
                    grouped?: boolean;
                    /**
                     * @description True: `moved_from` and `moved_to` follow each other with all activities counted; else only stages and closings
                     *     are, where both are such.
                     */
                    moved_directly?: boolean;
                    /** @description Went directly from this activity to the one in `moved_to`. */
                    moved_from?: string;
                    /** @description See `moved_from`. */
                    moved_to?: string;
                    /** @description `open`, `won`, `lost`. */
                    outcome?: components["schemas"]["Outcome"][];
                    /** @description Came to this activity again after another one; stages and closings count among themselves. */
                    returned?: string;
                    /** @description The stage the deal is in, or was in when it closed, as the data names it. */
                    stage?: string[];
                    /** @description Has exactly this sequence of stages and closings, whatever else happened. */
                    stage_variant?: string[];
                    /** @description The first step is this activity; among stages and closings only where it is such and `among` is not given. */
                    starts?: string;
                    /** @description Length of a step: `week`, `month` (if left out), `quarter`. */
                    step?: components["schemas"]["Step"];
                    /** @description Text in key, name, account or owner. */
                    text?: string;
                    /** @description Its end. */
                    to?: string;
                    /** @description Has exactly this sequence of activities. */
                    variant?: string[];
                    /** @description Has an event of this activity. */
                    visited?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TimeInStage"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/measure/time-in-stage.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Time in stage; deals that are still there are censored.
         * @description As CSV.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Activities that alone count as steps for `moved_from`, `moved_to`, `starts` and `ends`, as on a map of these. */
                    among?: string[];
                    /** @description Field or attribute: `owner`, `team`, `product`, … */
                    by?: string;
                    /** @description Closed at this moment or later. */
                    closed_from?: string;
                    /** @description Closed before this moment. */
                    closed_to?: string;
                    /** @description Created at this moment or later. */
                    created_from?: string;
                    /** @description Created before this moment. */
                    created_to?: string;
                    /** @description The last step is this activity; as `starts`. */
                    ends?: string;
                    /**
                     * @description `name:value` of a field (`owner`, `team`, `product`, `account`) or attribute; values of one name are
                     *     alternatives. An empty value stands for deals that have none.
                     */
                    field?: string[];
                    /** @description Its beginning. */
                    from?: string;
                    /** @description True: activities whose names differ in numbers only are one, called as the first of them. */
                    grouped?: boolean;
                    /**
                     * @description True: `moved_from` and `moved_to` follow each other with all activities counted; else only stages and closings
                     *     are, where both are such.
                     */
                    moved_directly?: boolean;
                    /** @description Went directly from this activity to the one in `moved_to`. */
                    moved_from?: string;
                    /** @description See `moved_from`. */
                    moved_to?: string;
                    /** @description `open`, `won`, `lost`. */
                    outcome?: components["schemas"]["Outcome"][];
                    /** @description Came to this activity again after another one; stages and closings count among themselves. */
                    returned?: string;
                    /** @description The stage the deal is in, or was in when it closed, as the data names it. */
                    stage?: string[];
                    /** @description Has exactly this sequence of stages and closings, whatever else happened. */
                    stage_variant?: string[];
                    /** @description The first step is this activity; among stages and closings only where it is such and `among` is not given. */
                    starts?: string;
                    /** @description Length of a step: `week`, `month` (if left out), `quarter`. */
                    step?: components["schemas"]["Step"];
                    /** @description Text in key, name, account or owner. */
                    text?: string;
                    /** @description Its end. */
                    to?: string;
                    /** @description Has exactly this sequence of activities. */
                    variant?: string[];
                    /** @description Has an event of this activity. */
                    visited?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/measure/win-rate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Win rate over time, by the date of closing. */
        get: {
            parameters: {
                query?: {
                    /** @description Activities that alone count as steps for `moved_from`, `moved_to`, `starts` and `ends`, as on a map of these. */
                    among?: string[];
                    /** @description Field or attribute: `owner`, `team`, `product`, … */
                    by?: string;
                    /** @description Closed at this moment or later. */
                    closed_from?: string;
                    /** @description Closed before this moment. */
                    closed_to?: string;
                    /** @description Created at this moment or later. */
                    created_from?: string;
                    /** @description Created before this moment. */
                    created_to?: string;
                    /** @description The last step is this activity; as `starts`. */
                    ends?: string;
                    /**
                     * @description `name:value` of a field (`owner`, `team`, `product`, `account`) or attribute; values of one name are
                     *     alternatives. An empty value stands for deals that have none.
                     */
                    field?: string[];
                    /** @description Its beginning. */
                    from?: string;
                    /** @description True: activities whose names differ in numbers only are one, called as the first of them. */
                    grouped?: boolean;
                    /**
                     * @description True: `moved_from` and `moved_to` follow each other with all activities counted; else only stages and closings
                     *     are, where both are such.
                     */
                    moved_directly?: boolean;
                    /** @description Went directly from this activity to the one in `moved_to`. */
                    moved_from?: string;
                    /** @description See `moved_from`. */
                    moved_to?: string;
                    /** @description `open`, `won`, `lost`. */
                    outcome?: components["schemas"]["Outcome"][];
                    /** @description Came to this activity again after another one; stages and closings count among themselves. */
                    returned?: string;
                    /** @description The stage the deal is in, or was in when it closed, as the data names it. */
                    stage?: string[];
                    /** @description Has exactly this sequence of stages and closings, whatever else happened. */
                    stage_variant?: string[];
                    /** @description The first step is this activity; among stages and closings only where it is such and `among` is not given. */
                    starts?: string;
                    /** @description Length of a step: `week`, `month` (if left out), `quarter`. */
                    step?: components["schemas"]["Step"];
                    /** @description Text in key, name, account or owner. */
                    text?: string;
                    /** @description Its end. */
                    to?: string;
                    /** @description Has exactly this sequence of activities. */
                    variant?: string[];
                    /** @description Has an event of this activity. */
                    visited?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WinRateOverTime"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/measure/win-rate.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Win rate over time, by the date of closing.
         * @description As CSV.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Activities that alone count as steps for `moved_from`, `moved_to`, `starts` and `ends`, as on a map of these. */
                    among?: string[];
                    /** @description Field or attribute: `owner`, `team`, `product`, … */
                    by?: string;
                    /** @description Closed at this moment or later. */
                    closed_from?: string;
                    /** @description Closed before this moment. */
                    closed_to?: string;
                    /** @description Created at this moment or later. */
                    created_from?: string;
                    /** @description Created before this moment. */
                    created_to?: string;
                    /** @description The last step is this activity; as `starts`. */
                    ends?: string;
                    /**
                     * @description `name:value` of a field (`owner`, `team`, `product`, `account`) or attribute; values of one name are
                     *     alternatives. An empty value stands for deals that have none.
                     */
                    field?: string[];
                    /** @description Its beginning. */
                    from?: string;
                    /** @description True: activities whose names differ in numbers only are one, called as the first of them. */
                    grouped?: boolean;
                    /**
                     * @description True: `moved_from` and `moved_to` follow each other with all activities counted; else only stages and closings
                     *     are, where both are such.
                     */
                    moved_directly?: boolean;
                    /** @description Went directly from this activity to the one in `moved_to`. */
                    moved_from?: string;
                    /** @description See `moved_from`. */
                    moved_to?: string;
                    /** @description `open`, `won`, `lost`. */
                    outcome?: components["schemas"]["Outcome"][];
                    /** @description Came to this activity again after another one; stages and closings count among themselves. */
                    returned?: string;
                    /** @description The stage the deal is in, or was in when it closed, as the data names it. */
                    stage?: string[];
                    /** @description Has exactly this sequence of stages and closings, whatever else happened. */
                    stage_variant?: string[];
                    /** @description The first step is this activity; among stages and closings only where it is such and `among` is not given. */
                    starts?: string;
                    /** @description Length of a step: `week`, `month` (if left out), `quarter`. */
                    step?: components["schemas"]["Step"];
                    /** @description Text in key, name, account or owner. */
                    text?: string;
                    /** @description Its end. */
                    to?: string;
                    /** @description Has exactly this sequence of activities. */
                    variant?: string[];
                    /** @description Has an event of this activity. */
                    visited?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/meetings/unqualified": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Demonstrations held with deals that were not qualified then, by the answers given until then, and the hours they took. */
        get: {
            parameters: {
                query?: {
                    /** @description Held at this moment or later. */
                    from?: string;
                    /** @description Name of who owns the deals; everybody's if left out. */
                    owner?: string;
                    /** @description Held before this moment. */
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Demonstrations"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my-day": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is to be done today and in the days ahead: whom to answer, what is due, what has lapsed, which deals are late. */
        get: {
            parameters: {
                query?: {
                    /** @description Days ahead, 0 to 60. */
                    ahead?: number;
                    /** @description Name of who owns the deals; `*` for everybody. Who asks, if left out. */
                    owner?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MyDay"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What who asks is told of. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Notices"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notices/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How who asks is told. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChosenNotices"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Chooses how who asks is told. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NoticeChoices"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChosenNotices"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notices/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Marks notices as read, or as not read. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NoticesRead"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/price-lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The price lists. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PriceListLine"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Adds a price list. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PriceList"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PriceListLine"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/price-lists/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes a price list. Quotes that were written stay as they are. */
        put: {
            parameters: {
                query?: never;
                header: {
                    "if-match": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PriceList"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PriceListLine"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Removes a price list. */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "if-match": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/process": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process that deals begin with. */
        get: {
            parameters: {
                query?: {
                    /** @description Its id; the first one if left out. */
                    process?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CurrentProcess"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Saves the process as a new version and makes it active at once. `If-Match` bears the active version it is based on,
         *     once there is one. Where it has no more a stage that open deals are in, go by `/process/versions`.
         */
        put: {
            parameters: {
                query?: {
                    /** @description Its id; the first one if left out. */
                    process?: string;
                };
                header?: {
                    "if-match"?: string | null;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedProcess"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/process.bpmn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process as BPMN 2.0, with its diagram. */
        get: {
            parameters: {
                query?: {
                    /** @description Its id; the first one if left out. */
                    process?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/bpmn+xml": string;
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/process.toml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process as a file. */
        get: {
            parameters: {
                query?: {
                    /** @description Its id; the first one if left out. */
                    process?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/toml": string;
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/process/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Checks a process. Nothing is saved. */
        post: {
            parameters: {
                query?: {
                    /** @description Its id; the first one if left out. */
                    process?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Checked"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/process/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Compares two versions, or a version with the draft. */
        get: {
            parameters: {
                query: {
                    /** @description The number of the older version. */
                    from: number;
                    /** @description The process's id; the first one if left out. */
                    process?: string;
                    /** @description The number of the newer one; the draft if left out. */
                    to?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Comparison"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/process/criterion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tests a criterion on history: of the closed deals that moved on from its stage, how many had met it by then, won
         *     against lost; and the open deals that it would hold.
         */
        post: {
            parameters: {
                query?: {
                    /** @description Activities that alone count as steps for `moved_from`, `moved_to`, `starts` and `ends`, as on a map of these. */
                    among?: string[];
                    /** @description Closed at this moment or later. */
                    closed_from?: string;
                    /** @description Closed before this moment. */
                    closed_to?: string;
                    /** @description Created at this moment or later. */
                    created_from?: string;
                    /** @description Created before this moment. */
                    created_to?: string;
                    /** @description The last step is this activity; as `starts`. */
                    ends?: string;
                    /**
                     * @description `name:value` of a field (`owner`, `team`, `product`, `account`) or attribute; values of one name are
                     *     alternatives. An empty value stands for deals that have none.
                     */
                    field?: string[];
                    /** @description True: activities whose names differ in numbers only are one, called as the first of them. */
                    grouped?: boolean;
                    /**
                     * @description True: `moved_from` and `moved_to` follow each other with all activities counted; else only stages and closings
                     *     are, where both are such.
                     */
                    moved_directly?: boolean;
                    /** @description Went directly from this activity to the one in `moved_to`. */
                    moved_from?: string;
                    /** @description See `moved_from`. */
                    moved_to?: string;
                    /** @description `open`, `won`, `lost`. */
                    outcome?: components["schemas"]["Outcome"][];
                    /** @description Its id; the first one if left out. */
                    process?: string;
                    /** @description Came to this activity again after another one; stages and closings count among themselves. */
                    returned?: string;
                    /** @description The stage the deal is in, or was in when it closed, as the data names it. */
                    stage?: string[];
                    /** @description Has exactly this sequence of stages and closings, whatever else happened. */
                    stage_variant?: string[];
                    /** @description The first step is this activity; among stages and closings only where it is such and `among` is not given. */
                    starts?: string;
                    /** @description Text in key, name, account or owner. */
                    text?: string;
                    /** @description Has exactly this sequence of activities. */
                    variant?: string[];
                    /** @description Has an event of this activity. */
                    visited?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TestedCriterion"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CriterionHistory"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/process/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The draft of a process; what is active, where nobody changed anything. */
        get: {
            parameters: {
                query?: {
                    /** @description Its id; the first one if left out. */
                    process?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProcessDraft"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Keeps a draft, sound or not, as text or as the editor has it; of the latter the comments and the order of the text
         *     stay. `If-Match` bears the draft's version that it rests on; where somebody else was faster nothing is kept.
         */
        put: {
            parameters: {
                query?: {
                    /** @description Its id; the first one if left out. */
                    process?: string;
                };
                header: {
                    "if-match": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProcessDraft"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Throws a draft away. */
        delete: {
            parameters: {
                query?: {
                    /** @description Its id; the first one if left out. */
                    process?: string;
                };
                header: {
                    "if-match": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProcessDraft"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/process/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shows what making this the active version would mean for the open deals. Nothing is saved. */
        post: {
            parameters: {
                query?: {
                    /** @description Its id; the first one if left out. */
                    process?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Preview"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/process/proposal/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The choices in the proposal, as the team left them. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProposalDraft"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Keeps the choices in the proposal, at most 256 KiB of them. `If-Match` bears the version they rest on; where somebody
         *     else was faster nothing is kept. Choices without any entry begin anew.
         */
        put: {
            parameters: {
                query?: never;
                header: {
                    "if-match": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ProposalChoices"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProposalDraft"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/process/propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Proposes a process from what the data shows. Nothing is saved. */
        post: {
            parameters: {
                query?: {
                    /** @description Activities that alone count as steps for `moved_from`, `moved_to`, `starts` and `ends`, as on a map of these. */
                    among?: string[];
                    /** @description Closed at this moment or later. */
                    closed_from?: string;
                    /** @description Closed before this moment. */
                    closed_to?: string;
                    /** @description Created at this moment or later. */
                    created_from?: string;
                    /** @description Created before this moment. */
                    created_to?: string;
                    /** @description The last step is this activity; as `starts`. */
                    ends?: string;
                    /**
                     * @description `name:value` of a field (`owner`, `team`, `product`, `account`) or attribute; values of one name are
                     *     alternatives. An empty value stands for deals that have none.
                     */
                    field?: string[];
                    /** @description True: activities whose names differ in numbers only are one, called as the first of them. */
                    grouped?: boolean;
                    /**
                     * @description True: `moved_from` and `moved_to` follow each other with all activities counted; else only stages and closings
                     *     are, where both are such.
                     */
                    moved_directly?: boolean;
                    /** @description Went directly from this activity to the one in `moved_to`. */
                    moved_from?: string;
                    /** @description See `moved_from`. */
                    moved_to?: string;
                    /** @description `open`, `won`, `lost`. */
                    outcome?: components["schemas"]["Outcome"][];
                    /** @description Came to this activity again after another one; stages and closings count among themselves. */
                    returned?: string;
                    /** @description The stage the deal is in, or was in when it closed, as the data names it. */
                    stage?: string[];
                    /** @description Has exactly this sequence of stages and closings, whatever else happened. */
                    stage_variant?: string[];
                    /** @description The first step is this activity; among stages and closings only where it is such and `among` is not given. */
                    starts?: string;
                    /** @description Text in key, name, account or owner. */
                    text?: string;
                    /** @description Has exactly this sequence of activities. */
                    variant?: string[];
                    /** @description Has an event of this activity. */
                    visited?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Proposed"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/process/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rules of the linter. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LintRule"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/process/schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The JSON Schema of `process.toml`. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/process/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The acts of the prospect that best parted won from lost deals at a stage, as criteria to take. */
        get: {
            parameters: {
                query: {
                    /** @description The process's id; the first one if left out. */
                    process?: string;
                    /** @description The stage's id. */
                    stage: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Suggestion"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/process/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The templates, in the reader's language. Each is written in English, German, Spanish and Japanese. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TemplateInfo"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/process/templates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One template. */
        get: {
            parameters: {
                query?: {
                    /** @description `en`, `de`, `es` or `ja`; the reader's if left out. */
                    language?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Template"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/process/use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * How often the content and the objections of a process came up in the deals, and how these ended: of what is sent, else
         *     of the active version.
         */
        post: {
            parameters: {
                query?: {
                    /** @description Activities that alone count as steps for `moved_from`, `moved_to`, `starts` and `ends`, as on a map of these. */
                    among?: string[];
                    /** @description Closed at this moment or later. */
                    closed_from?: string;
                    /** @description Closed before this moment. */
                    closed_to?: string;
                    /** @description Created at this moment or later. */
                    created_from?: string;
                    /** @description Created before this moment. */
                    created_to?: string;
                    /** @description The last step is this activity; as `starts`. */
                    ends?: string;
                    /**
                     * @description `name:value` of a field (`owner`, `team`, `product`, `account`) or attribute; values of one name are
                     *     alternatives. An empty value stands for deals that have none.
                     */
                    field?: string[];
                    /** @description True: activities whose names differ in numbers only are one, called as the first of them. */
                    grouped?: boolean;
                    /**
                     * @description True: `moved_from` and `moved_to` follow each other with all activities counted; else only stages and closings
                     *     are, where both are such.
                     */
                    moved_directly?: boolean;
                    /** @description Went directly from this activity to the one in `moved_to`. */
                    moved_from?: string;
                    /** @description See `moved_from`. */
                    moved_to?: string;
                    /** @description `open`, `won`, `lost`. */
                    outcome?: components["schemas"]["Outcome"][];
                    /** @description Its id; the first one if left out. */
                    process?: string;
                    /** @description Came to this activity again after another one; stages and closings count among themselves. */
                    returned?: string;
                    /** @description The stage the deal is in, or was in when it closed, as the data names it. */
                    stage?: string[];
                    /** @description Has exactly this sequence of stages and closings, whatever else happened. */
                    stage_variant?: string[];
                    /** @description The first step is this activity; among stages and closings only where it is such and `among` is not given. */
                    starts?: string;
                    /** @description Text in key, name, account or owner. */
                    text?: string;
                    /** @description Has exactly this sequence of activities. */
                    variant?: string[];
                    /** @description Has an event of this activity. */
                    visited?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PlaybookUse"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/process/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The versions of the process, the latest first. */
        get: {
            parameters: {
                query?: {
                    /** @description The last so many versions, 1 to 100. */
                    limit?: number;
                    /** @description The process's id; the first one if left out. */
                    process?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VersionLine"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Proposes a version, to be looked over and made active: what is sent, or the draft, which is then gone. */
        post: {
            parameters: {
                query?: {
                    /** @description Its id; the first one if left out. */
                    process?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedProcess"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/process/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One version of the process. */
        get: {
            parameters: {
                query?: {
                    /** @description Its id; the first one if left out. */
                    process?: string;
                };
                header?: never;
                path: {
                    version: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedProcess"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/process/versions/{version}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a version active: deals begin with it from now on. `If-Match` bears the version that is active so far. */
        post: {
            parameters: {
                query?: {
                    /** @description Its id; the first one if left out. */
                    process?: string;
                };
                header: {
                    "if-match": string;
                };
                path: {
                    version: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Activation"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Activated"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/process/versions/{version}/deals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The open deals that go by a version, to choose those that are moved. */
        get: {
            parameters: {
                query?: {
                    /** @description Its id; the first one if left out. */
                    process?: string;
                };
                header?: never;
                path: {
                    version: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DealsOfVersion"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Lets open deals go by the active version from now on. `If-Match` bears the version. */
        post: {
            parameters: {
                query?: {
                    /** @description Its id; the first one if left out. */
                    process?: string;
                };
                header?: {
                    "if-match"?: string | null;
                };
                path: {
                    version: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MoveDeals"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MovedDeals"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/process/versions/{version}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Declines a proposed version. */
        post: {
            parameters: {
                query?: {
                    /** @description Its id; the first one if left out. */
                    process?: string;
                };
                header?: never;
                path: {
                    version: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Declining"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/processes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The processes that have an active version. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProcessName"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Begins another process. Its first version is active at once. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewProcess"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedProcess"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the team sells, by name. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProductLine"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Adds a product. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProductLine"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/products/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes a product. Quotes that were written stay as they are. */
        put: {
            parameters: {
                query?: never;
                header: {
                    "if-match": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProductLine"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Takes a product out of the catalogue. */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "if-match": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quotas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The quotas. Of persons, whoever does not lead sees their own. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QuotaLine"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Adds a quota, which holds from its day on until another one of theirs. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Quota"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QuotaLine"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quotas/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes a quota. */
        put: {
            parameters: {
                query?: never;
                header: {
                    "if-match": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Quota"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QuotaLine"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Removes a quota; the one before it holds again. */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "if-match": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The quote that a link opens. That it was opened is noted. */
        get: {
            parameters: {
                query?: never;
                header: {
                    "x-quote": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PublicQuote"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quote.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The quote that a link opens, as PDF. */
        get: {
            parameters: {
                query?: never;
                header: {
                    "x-quote": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": number[];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quote/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepts the quote: name and time are kept, and its price is the negotiated price of the deal. */
        post: {
            parameters: {
                query?: never;
                header: {
                    "x-quote": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ProspectWords"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PublicQuote"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quote/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Declines the quote, with a reason if they give one. */
        post: {
            parameters: {
                query?: never;
                header: {
                    "x-quote": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ProspectWords"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PublicQuote"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quote/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks something about the quote. */
        post: {
            parameters: {
                query?: never;
                header: {
                    "x-quote": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ProspectWords"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PublicQuote"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Finds deals, people, accounts, content and pages of the manual by name, at most six of each. */
        get: {
            parameters: {
                query?: {
                    /** @description Words, also begun or misspelt. */
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SearchHits"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sequences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sequences by name. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SequenceLine"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Adds a sequence. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Sequence"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SequenceLine"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sequences/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes a sequence, for who is taken in from now on. */
        put: {
            parameters: {
                query?: never;
                header: {
                    "if-match": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Sequence"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SequenceLine"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Removes a sequence: nobody is taken in any more. Who is in it goes on to its end. */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "if-match": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sequences/{id}/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a sequence does: who was taken in, what was sent, who answered, with whom a meeting was agreed. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SequenceReport"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Signs in. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SignIn"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["User"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Signs out. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs in by a link, which works once. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Link"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["User"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settings/currency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** In which currency sums are told. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WorkspaceCurrency"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Chooses the currency in which sums are told. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WorkspaceCurrency"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WorkspaceCurrency"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settings/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** From when on a fact about a customer is a matter of concern. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HealthLimits"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Says from when on a fact about a customer is a matter of concern. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["HealthLimits"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HealthLimits"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settings/discounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may give which discount alone. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QuoteDiscountPolicy"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Says who may give which discount alone. Quotes that were sent stay as they are. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["QuoteDiscountPolicy"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QuoteDiscountPolicy"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settings/work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When and where the team works: tasks are due on its days. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WorkSettings"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Says when and where the team works. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WorkSettings"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WorkSettings"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Creates the first owner and signs them in. Works only as long as there is nobody. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["FirstOwner"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["User"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The teams. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TeamLine"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Adds a team. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TeamLine"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teams/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes a team. Deals keep the team that they have. */
        put: {
            parameters: {
                query?: never;
                header: {
                    "if-match": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TeamLine"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Removes a team. Deals keep its name. */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "if-match": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/touchpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The common touchpoints, for forms. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Touchpoint"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/unsubscribe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whose address a link is for. Looking ends nothing. */
        get: {
            parameters: {
                query?: never;
                header: {
                    "x-unsubscribe": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Unsubscribing"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Ends all mails to the address of a link. */
        post: {
            parameters: {
                query?: never;
                header: {
                    "x-unsubscribe": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Unsubscribing"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/unsubscribe/click": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Leads a person to the page: opening a link ends nothing, as programs open links too. */
        get: {
            parameters: {
                query: {
                    /** @description The token of the link. */
                    token: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                303: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** One click of a mail program (RFC 8058): ends all mails to the address of a link. */
        post: {
            parameters: {
                query: {
                    /** @description The token of the link. */
                    token: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes files and tells how they would be read. Nothing is imported yet. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": components["schemas"]["Files"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Upload"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/uploads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the files are read. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Upload"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/uploads/{id}/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins the import. It goes on by itself; follow its progress, leave, come back, cancel. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Begun"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/uploads/{id}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Corrects how the files are read; joins and questions are worked out again. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Upload"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All users. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["User"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Adds a user. The answer holds a link that signs them in once. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewUserForm"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Added"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes a user. The last owner stays one. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["UserId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["UserPatch"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["User"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/users/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a new link that signs a user in once, for somebody who lost theirs. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["UserId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignInLink"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your own views and those that are shared. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Views"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Keeps a view. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["View"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ViewLine"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes a view: your own, or as a manager a shared one. */
        put: {
            parameters: {
                query?: never;
                header: {
                    "if-match": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["View"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ViewLine"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Removes a view. */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "if-match": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/views/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Says with which views you begin. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ViewDefaults"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ViewDefaults"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The webhooks. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Webhooks"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Adds a webhook. Its secret is in the answer, this once. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookLine"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks-private": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Says whether webhooks may be in private networks. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PrivateWebhooks"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PrivateWebhooks"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes a webhook; its secret stays. */
        put: {
            parameters: {
                query?: never;
                header: {
                    "if-match": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookLine"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Removes a webhook. */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "if-match": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The latest 50 deliveries to a webhook. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookDelivery"][];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends something signed to a webhook, so that one sees whether it is taken. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookTest"];
                    };
                };
                /** @description What is wrong, and what helps. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
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
        /** @description An account in a list. */
        AccountLine: {
            /** @description Lost. */
            lost: number;
            /** @description Its name. */
            name: string;
            /** @description All names that stand for it, as deals have them. */
            names: string[];
            /** @description Its deals: open, won, lost. */
            open: number;
            /** @description Won. */
            won: number;
            /** @description What the won ones are worth. */
            won_value: components["schemas"]["Sum"];
        };
        /** @description A name that was put to an account. */
        AccountMerge: {
            /** @description Who put them together. */
            by?: string | null;
            /** @description The names that stand for the account. */
            from: string[];
            /**
             * Format: uuid
             * @description The record, to part them again.
             */
            id: string;
            /** @description The name they stand for. */
            to: string;
            /**
             * Format: int64
             * @description Its version, for `If-Match`.
             */
            version: number;
        };
        /** @description Accounts. */
        Accounts: {
            /** @description Those asked for, most deals first; at most 200. */
            accounts: components["schemas"]["AccountLine"][];
            /** @description Names that may be of one account: alike but for the form of the firm. */
            alike: string[][];
            /** @description How many there are in all. */
            total: number;
        };
        /** @description What is known of a mailbox but its passwords. */
        AccountSettings: {
            /** @description The address that mails come from and that answers go to. */
            address: string;
            /** @description Certificates in PEM to trust beside the usual ones; may be empty. */
            authority?: string;
            /** @description The folder that is read. */
            folder?: string;
            imap?: components["schemas"]["MailServer"] | null;
            /** @description The name beside it. */
            name: string;
            /** @description The server that takes mails. */
            smtp: components["schemas"]["MailServer"];
        };
        /** @description The page of an account. */
        AccountView: components["schemas"]["AccountLine"] & {
            /** @description Names of other accounts that may be the same. */
            alike: string[];
            /** @description What was put together or renamed, to take it back. */
            merges: components["schemas"]["AccountMerge"][];
            /** @description What the open ones are worth. */
            open_value: components["schemas"]["Sum"];
            /** @description People on its deals, those that acted most first. */
            people: components["schemas"]["DealPerson"][];
        };
        /** @description What was forecast at a moment, and what came. */
        Accuracy: {
            /**
             * Format: date-time
             * @description The moment.
             */
            at: string;
            /**
             * Format: double
             * @description Brier score.
             */
            brier: number;
            /**
             * Format: int64
             * @description Deals that were open.
             */
            deals: number;
            /**
             * Format: double
             * @description Expected to be won.
             */
            forecast: number;
            /**
             * Format: double
             * @description Upper bound at 95 %.
             */
            forecast_high: number;
            /**
             * Format: double
             * @description Lower bound at 95 %.
             */
            forecast_low: number;
            /**
             * Format: int64
             * @description Expected value in minor units.
             */
            forecast_minor: number;
            /**
             * Format: int64
             * @description Upper bound at 95 %.
             */
            high_minor: number;
            /**
             * Format: int64
             * @description Lower bound at 95 %.
             */
            low_minor: number;
            /**
             * Format: double
             * @description That of the weights of stages.
             */
            naive_brier: number;
            /**
             * Format: double
             * @description By the weights of stages.
             */
            naive_forecast: number;
            /**
             * Format: int64
             * @description By the weights of stages.
             */
            naive_minor: number;
            /**
             * Format: int64
             * @description Of these, deals that are open still where they had for ever; they are left out of everything else.
             */
            undecided: number;
            /**
             * Format: int64
             * @description Won in time.
             */
            won: number;
            /**
             * Format: int64
             * @description Value won in time.
             */
            won_minor: number;
        };
        /** @description A version that became active. */
        Activated: {
            /**
             * Format: int64
             * @description Open deals that were moved to it.
             */
            moved: number;
            /** @description It. A version that was active before comes back as a new one. */
            saved: components["schemas"]["SavedProcess"];
        };
        /** @description How a version becomes active. */
        Activation: {
            /** @description True: all open deals of the process go by this version from now on; else each stays on the one it began with. */
            move_deals?: boolean;
            /** @description Why. */
            note?: string;
            /**
             * @description Where open deals go whose stage the version has no more: its id, and the id of a stage of the version, or `stay`
             *     for deals that go on by their own version.
             */
            stages?: {
                [key: string]: string;
            };
        };
        /** @description How much of something is shown. */
        Activities: {
            /**
             * Format: double
             * @description The least share that could be asked for with an effect, for a slider: the drawing always holds together.
             */
            least: number;
            /**
             * Format: int64
             * @description Of how many.
             */
            of: number;
            /**
             * Format: double
             * @description Share, 0 to 1, of all occurrences that those shown hold.
             */
            share: number;
            /**
             * Format: int64
             * @description Shown.
             */
            shown: number;
        };
        /** @description What was done at one place of the deals. */
        ActList: {
            /** @description The acts, most frequent first, at most 12. */
            acts: components["schemas"]["ActShare"][];
            /** @description Days between it and the close (after it: since winning); for the first: days since the deal began. */
            days: components["schemas"]["Summary"];
            /**
             * Format: int64
             * @description Deals that have such an act.
             */
            deals: number;
            /**
             * Format: int64
             * @description Deals with an act that is not listed.
             */
            others: number;
            /**
             * Format: int64
             * @description Deals that have none.
             */
            without: number;
        };
        /** @description How many deals have one act at that place. */
        ActShare: {
            /** @description Its name, as the data has it. */
            activity: string;
            /** @description Of all. */
            all: components["schemas"]["Proportion"];
            /** @description Its channel. */
            channel: components["schemas"]["Channel"];
            lost?: components["schemas"]["Proportion"] | null;
            /**
             * Format: double
             * @description p of won against lost (Fisher, two-sided), adjusted for the acts listed (Benjamini–Hochberg).
             */
            p_adjusted?: number | null;
            /** @description Whose act. */
            side: components["schemas"]["Side"];
            /** @description True where that is below 0.05. */
            supported: boolean;
            won?: components["schemas"]["Proportion"] | null;
        };
        /** @description A user just added. */
        Added: {
            /** @description Path of a link that signs them in once. */
            link: string;
            /** @description The user. */
            user: components["schemas"]["User"];
        };
        /** @description A lead that was added. */
        AddedLead: {
            /** @description The deal that it is. */
            id: components["schemas"]["DealId"];
            /** @description True where it was known already: what is new about it is noted there. */
            known: boolean;
        };
        /** @description What came after the sale of a deal, and what is next. */
        AfterView: {
            /** @description Who looks after the customer, once the hand-over was accepted. */
            account_manager?: string | null;
            /** @description Whom we asked for referrals. */
            asked: components["schemas"]["ReferralAsked"][];
            /** @description What was bought: the lines of the accepted quote, else the product. */
            bought: components["schemas"]["DeliveryLine"][];
            churn?: components["schemas"]["Churn"] | null;
            contract?: components["schemas"]["Contract"] | null;
            delivery?: components["schemas"]["Delivery"] | null;
            /** @description Files. */
            files: components["schemas"]["DealFile"][];
            handover?: components["schemas"]["HandoverOfDeal"] | null;
            /** @description The role that the process hands customers over to; empty where it does not say. */
            handover_to: string;
            health?: components["schemas"]["Health"] | null;
            /** @description What is to be handed over, with what was ticked. */
            items: components["schemas"]["HandoverItem"][];
            /** @description Deals that came from this one. */
            linked: components["schemas"]["LinkedDeal"][];
            /** @description Whether who asks may change it. */
            may_change: boolean;
            /** @description Whether who asks may accept or return the hand-over. */
            may_decide: boolean;
            next_review?: components["schemas"]["NextReview"] | null;
            parent?: components["schemas"]["LinkedDeal"] | null;
            /** @description What we promised. */
            promises: components["schemas"]["Promise"][];
            /** @description Referrals that came, each with the deal it became. */
            received: components["schemas"]["Referral"][];
            /** @description Hand-overs that were returned before it. */
            returned: components["schemas"]["HandoverOfDeal"][];
            /**
             * Format: double
             * @description Days between reviews, by the process.
             */
            review_days?: number | null;
            /** @description Reviews held. */
            reviews: components["schemas"]["ValueReview"][];
            /** @description The stages after the sale with how much of them is done. */
            steps: components["schemas"]["StepsOfStage"][];
            /** @description What may have been promised, from the deal: terms of the accepted quote, what we answered, notes. */
            suggested: components["schemas"]["SuggestedPromise"][];
        };
        /** @description A part of the meeting. */
        AgendaItem: {
            /** @description When it begins, where the team is: `10:05`; empty where no meeting is planned. */
            from?: string;
            /**
             * Format: int32
             * @description How long.
             */
            minutes: number;
            /** @description What. */
            what: string;
        };
        /** @description Names that stand for another one. */
        Alias: {
            /** @description The names, as deals have them. */
            from: string[];
            /** @description The name they stand for. */
            to: string;
        };
        /** @description A message or meeting that could belong to several deals. */
        Ambiguity: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Keys of the deals, at most five. */
            deals: string[];
            /** @description With whom. */
            with: string;
        };
        /**
         * @description Which closed deals are compared, and at which moment.
         * @enum {string}
         */
        Among: "moved-on" | "left";
        /** @description Answers that took a time within bounds. */
        AnswerBin: {
            /**
             * Format: int64
             * @description Answers.
             */
            count: number;
            /**
             * Format: double
             * @description More than so many hours (at least, for 0).
             */
            from_hours: number;
            /**
             * Format: double
             * @description At most so many hours; none for any time.
             */
            to_hours?: number | null;
        };
        /**
         * @description How a question is answered.
         * @enum {string}
         */
        AnswerKind: "choice" | "many" | "text" | "pairs" | "people" | "amount" | "percent" | "duration";
        /**
         * @description `answer = { question }`, or `answer = { scheme, at_least }`: the answers to a qualification scheme's questions bring
         *     points enough.
         */
        AnswerTest: {
            /**
             * Format: double
             * @description Points that the scheme has to reach; its threshold if left out.
             */
            at_least?: number | null;
            /** @description The question's id. */
            question?: string;
            /** @description The id of a qualification scheme, instead of a question. */
            scheme?: string;
            /**
             * Format: double
             * @description Answered not longer ago than this.
             */
            within_days?: number | null;
        };
        /** @description How soon one side answers the other. */
        AnswerTimes: {
            /**
             * Format: int64
             * @description Of these, answered before the close.
             */
            answered: number;
            /**
             * Format: int64
             * @description Messages that asked for an answer.
             */
            asked: number;
            /** @description Hours to the answer, of those answered. */
            hours: components["schemas"]["Summary"];
            /** @description Answers by how long they took. */
            spread: components["schemas"]["AnswerBin"][];
            /** @description Answered within 24 hours, of those that were, or that waited longer than that. */
            within_day: components["schemas"]["Proportion"];
        };
        /** @description An answer to an objection in use. */
        AnswerUse: {
            /** @description Deals with this answer, against others that raised the objection. */
            endings: components["schemas"]["Endings"];
            /** @description It was given. */
            given: components["schemas"]["Uses"];
            /** @description Its id. */
            id: string;
        };
        /** @description A deal that is asked about. */
        AskedAbout: {
            /** @description The prospect's organisation. */
            account?: string | null;
            /** @description Screens with an answer. */
            answered: number;
            /** @description Whether the rep said that this is all. */
            done: boolean;
            /** @description Its id. */
            id: components["schemas"]["DealId"];
            /** @description Its name. */
            name: string;
            /** @description Screens there are. */
            of: number;
            /** @description Won, lost or open. */
            outcome: components["schemas"]["Outcome"];
            /** @description Why it was chosen. */
            why: string;
        };
        /** @description That a referral was asked for. */
        AskedReferral: {
            /** @description What was said. */
            note?: string;
            /** @description Who was asked. */
            person: string;
        };
        /** @description An interview with a link to it, which is shown this once. */
        AskedRep: {
            /** @description The interview. */
            interview: components["schemas"]["Interview"];
            /** @description Path of the link below the server's address. */
            link: string;
        };
        /** @description Which deals to ask about. */
        Asking: {
            /** @description The deals, 1 to 50. */
            deals: components["schemas"]["WhyAsked"][];
            /** @description Whom to ask about all of them; if left out every deal's owner, and who asks where a deal has none. */
            rep?: string | null;
        };
        /** @description Somebody goes by a plan. */
        AssignmentLine: components["schemas"]["CommissionAssignment"] & {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * Format: int64
             * @description Its version, for `If-Match`.
             */
            version: number;
        };
        /** @description Which leads go to which reps. */
        AssignmentRule: {
            /** @description Its id, unique among the rules; turns are counted by it. */
            id: string;
            /** @description What people call it. */
            name: string;
            /** @description Among whom. */
            reps: components["schemas"]["LeadRepShare"][];
            /** @description How its leads are shared out. */
            sharing: components["schemas"]["LeadSharing"];
            /** @description What has to hold of the lead, all of it; a rule without conditions fits every lead. */
            when?: components["schemas"]["LeadCondition"][];
        };
        /** @description All rules, the first that fits counts. */
        AssignmentRules: {
            /** @description In order. */
            rules: components["schemas"]["AssignmentRule"][];
        };
        /** @description The deal that a message belongs to. */
        Attached: {
            /** @description The deal. */
            deal: components["schemas"]["DealId"];
        };
        /** @description What a holder won in a period. */
        Attained: {
            /** @description ISO 4217. */
            currency: string;
            /**
             * Format: date
             * @description Its first day.
             */
            from: string;
            /** @description Its name. */
            name: string;
            /** @description Whether it is over. */
            over: boolean;
            /** @description How long periods are. */
            per: components["schemas"]["QuotaPeriod"];
            /** @description The period: `2026-03`, `2026-Q1`. */
            period: string;
            /**
             * Format: int64
             * @description What was to be won, in minor units.
             */
            quota_minor: number;
            /** @description In words. */
            says: string;
            /**
             * Format: double
             * @description `won_minor` / `quota_minor`: 1 is the quota.
             */
            share: number;
            /**
             * Format: date
             * @description Its last day.
             */
            until: string;
            /** @description Person or team. */
            who: components["schemas"]["QuotaHolder"];
            /**
             * Format: int64
             * @description Of these, deals without a value, or in a currency without a rate: not in `won_minor`.
             */
            without_value: number;
            /**
             * Format: int64
             * @description Deals won.
             */
            won: number;
            /**
             * Format: int64
             * @description What was won, in minor units.
             */
            won_minor: number;
        };
        /** @description What was won of the quotas. */
        Attainment: {
            /**
             * Format: date-time
             * @description The moment up to which it is counted.
             */
            as_of?: string | null;
            /** @description By holder, teams first, and period, the latest first; at most 12 of each holder. */
            rows: components["schemas"]["Attained"][];
            /** @description In one sentence. */
            sentence: string;
        };
        /** @description Somebody of the prospect who was there. */
        Attendee: {
            /** @description Their name. */
            name: string;
            /** @description What they are in the decision, if that was known then. */
            role?: string | null;
        };
        /** @description A part of the trail. */
        AuditTrail: {
            /**
             * Format: int64
             * @description Cursor of those before; none at the end.
             */
            next?: number | null;
            /** @description The latest first. */
            refusals: components["schemas"]["RefusedRequest"][];
        };
        /** @description One step on the way to a won deal. */
        BackStep: {
            /** @description Its name, as the data has it. */
            activity: string;
            /**
             * Format: int64
             * @description Of these, deals in which this one came first later than the other one.
             */
            after_previous?: number | null;
            /**
             * Format: int64
             * @description Events by the prospect.
             */
            by_prospect: number;
            /**
             * Format: int64
             * @description Events by us.
             */
            by_rep: number;
            channel?: components["schemas"]["Channel"] | null;
            /**
             * Format: int64
             * @description Deals that have it.
             */
            deals: number;
            /** @description Days before the close when it came first. */
            first_before: components["schemas"]["Summary"];
            /**
             * Format: double
             * @description Upper bound.
             */
            high?: number | null;
            /** @description `stage` for entering one, else `activity`. */
            kind: string;
            /** @description Days before the close when it came last. */
            last_before: components["schemas"]["Summary"];
            /**
             * Format: double
             * @description Lower bound of the Wilson interval at 95 %.
             */
            low?: number | null;
            /**
             * Format: int64
             * @description Of so many.
             */
            of: number;
            /**
             * Format: double
             * @description Median place on the way when it came first: 0 the beginning, 1 the close.
             */
            place?: number | null;
            /**
             * Format: double
             * @description deals / of.
             */
            share?: number | null;
            /** @description Whose act it was most often. */
            side: components["schemas"]["Side"];
            /** @description The stage in which most deals had it first; none before the first stage, and for stages. */
            stage?: string | null;
            /** @description How often, in the deals that have it. */
            times: components["schemas"]["Summary"];
            /**
             * Format: int64
             * @description Deals that have this and the step before it in the list; none for the first.
             */
            with_previous?: number | null;
        };
        /** @description A stay in a stage on the time line. */
        Band: {
            /**
             * Format: double
             * @description Day it was entered.
             */
            from_day: number;
            /** @description The stage. */
            stage: string;
            /**
             * Format: double
             * @description Day it was left.
             */
            to_day: number;
        };
        /** @description What a proposal rests on. */
        Basis: {
            /**
             * Format: int64
             * @description Closed deals.
             */
            closed: number;
            /** @description False where there are too few closed deals to propose from: then it is the template. */
            enough: boolean;
            /**
             * Format: int64
             * @description Deals about which reps answered an interview.
             */
            interviews?: number;
            /** @description The same in a sentence. */
            sentence: string;
            /** @description Where its stages come from. */
            stages: components["schemas"]["StagesFrom"];
            /**
             * Format: int64
             * @description Of these, won.
             */
            won: number;
        };
        /** @description What those who began before had by the end of a week. */
        Before: {
            /**
             * Format: double
             * @description Upper quartile.
             */
            high?: number | null;
            /**
             * Format: double
             * @description Lower quartile; none of fewer than four people.
             */
            low?: number | null;
            /**
             * Format: double
             * @description Median.
             */
            median: number;
            /**
             * Format: int64
             * @description How many had come so far; others are left out from here on.
             */
            people: number;
            /**
             * Format: int64
             * @description The week.
             */
            week: number;
        };
        /** @description An import that was begun. */
        Begun: {
            /** @description Its id. */
            id: components["schemas"]["ImportId"];
        };
        /** @description What the log says beside an answer. */
        Beside: {
            /** @description Whether the two agree; none where one cannot tell. */
            agrees?: boolean | null;
            /** @description What the log says, in a few words. */
            log: string;
            /** @description Both in one sentence. */
            sentence: string;
        };
        /** @description The board. */
        Board: {
            /** @description Columns in the order of the stages. */
            columns: components["schemas"]["Column"][];
            /** @description ISO 4217; empty where unknown. */
            currency: string;
            /**
             * Format: int64
             * @description Version of the process; none: the columns are the stages that the data has.
             */
            process_version?: number | null;
            /** @description Values in currencies that could not be changed into this one; they are in no sum. */
            unconverted: components["schemas"]["Unconverted"][];
        };
        /** @description A part of a column. */
        BoardColumnPage: {
            /** @description Its cards in the order asked for. */
            cards: components["schemas"]["Card"][];
            /** @description Open deals in the whole column. */
            count: number;
            /** @description Cursor of what follows; none at the end. */
            next?: string | null;
            /**
             * Format: int64
             * @description Sum of their values in minor units.
             */
            value_minor: number;
        };
        /** @description What one stage costs. */
        Bottleneck: {
            /** @description Days in it of each won deal that was in it, all stays together. */
            days: components["schemas"]["Summary"];
            /**
             * Format: int64
             * @description Won deals with a dated stay in it.
             */
            deals: number;
            /**
             * @description Of the stays with a gap of a day or more, those in which we had acted last before the longest one: the deal waited
             *     for the prospect. Of those of which the data says who had.
             */
            for_prospect: components["schemas"]["Proportion"];
            /**
             * Format: double
             * @description Days of those gaps that began with an act of ours.
             */
            gap_days_prospect: number;
            /**
             * Format: double
             * @description Days of those gaps that began with an act of the prospect: the deal waited for us.
             */
            gap_days_us: number;
            /**
             * Format: double
             * @description Median days of all won deals as they are.
             */
            median_days?: number | null;
            /**
             * Format: double
             * @description The same if no deal had stayed in this stage longer than the lower quartile of `days`.
             */
            median_days_then?: number | null;
            /**
             * Format: int64
             * @description Place in the order of stages, 0 the first.
             */
            place: number;
            /** @description In words. */
            sentence: string;
            /**
             * Format: double
             * @description total_days of the days of all won deals; 0 to 1.
             */
            share?: number | null;
            /**
             * Format: double
             * @description The difference: how much shorter the median sale would be.
             */
            shorter_days?: number | null;
            /** @description The stage. */
            stage: string;
            /**
             * Format: double
             * @description Days that they spent in it, added up.
             */
            total_days: number;
            /** @description Waiting time of all deals, won or not, with open ones as not ended. */
            waiting: components["schemas"]["Waiting"];
        };
        /** @description Where the time of the won deals goes, and what a shorter stay would make of it. */
        Bottlenecks: {
            /**
             * Format: date-time
             * @description As of.
             */
            as_of?: string | null;
            /** @description Days from beginning to close of these. */
            days: components["schemas"]["Summary"];
            /** @description What to bear in mind. Sentences. */
            notes: string[];
            /** @description What costs most, in a sentence. */
            sentence: string;
            /** @description The stages, most costly first. */
            stages: components["schemas"]["Bottleneck"][];
            /**
             * Format: double
             * @description Their days added up.
             */
            total_days: number;
            /**
             * Format: int64
             * @description Won deals with both dates.
             */
            won: number;
        };
        /** @description The brief of a meeting. */
        Brief: {
            /** @description How the time is spent. */
            agenda: components["schemas"]["AgendaItem"][];
            /** @description What was answered so far. */
            answers: components["schemas"]["BriefAnswer"][];
            /** @description Who we are; empty where nobody has named the company. */
            company: string;
            /** @description Whom else they look at. */
            competitors: string[];
            /** @description The deal's name. */
            deal: string;
            meeting?: components["schemas"]["BriefMeeting"] | null;
            /** @description Anything else that somebody wants said. */
            note: string;
            /** @description What they may say, and what to say to it. */
            objections: components["schemas"]["BriefObjection"][];
            /** @description Who comes of us. */
            ours: components["schemas"]["BriefPerson"][];
            /** @description What hurts them. */
            pains: string[];
            persona?: components["schemas"]["BriefPersona"] | null;
            /** @description What to show. */
            proof: components["schemas"]["BriefProof"][];
            /** @description Whom we meet. */
            prospect: string;
            /** @description The stage it is in. */
            stage: string;
            /** @description Who comes of them. */
            theirs: components["schemas"]["BriefPerson"][];
            /** @description What they would use it for. */
            use_cases: string[];
            /** @description What it is worth, for reading: `EUR 12,000`; empty where unknown. */
            worth: string;
        };
        /** @description A question that was answered. */
        BriefAnswer: {
            /** @description The last answer. */
            answer: string;
            /** @description The question. */
            asks: string;
        };
        /** @description Choices for a brief. What is left out is filled in; an empty list stays empty. */
        BriefChoices: {
            /**
             * @description How the time is spent.
             * @default null
             */
            agenda: components["schemas"]["AgendaItem"][] | null;
            /**
             * @description The meeting that it is for: its id.
             * @default null
             */
            meeting: string | null;
            /**
             * @description Anything else.
             * @default
             */
            note: string;
            /**
             * @description What they may say.
             * @default null
             */
            objections: components["schemas"]["ChosenObjection"][] | null;
            /**
             * @description Who comes of us.
             * @default null
             */
            ours: components["schemas"]["BriefPerson"][] | null;
            /**
             * @description What hurts them.
             * @default null
             */
            pains: string[] | null;
            /**
             * @description The persona: its id; empty for none.
             * @default null
             */
            persona: string | null;
            /**
             * @description What to show: ids of content of the library.
             * @default null
             */
            proof: string[] | null;
            /**
             * @description Who comes of them.
             * @default null
             */
            theirs: components["schemas"]["BriefPerson"][] | null;
            /**
             * @description What they would use it for.
             * @default null
             */
            use_cases: string[] | null;
        };
        /** @description The meeting that a brief is for. */
        BriefMeeting: {
            /** @description Its id. */
            id: string;
            /**
             * Format: int32
             * @description How long.
             */
            minutes: number;
            /** @description Where. */
            place: string;
            /** @description What it is called. */
            title: string;
            /** @description When, where the team is: `Monday, 2 March 2026, 10:00 to 10:45 (Europe/Berlin)`. */
            when: string;
        };
        /** @description Something they may say. */
        BriefObjection: {
            /** @description What to say; empty where nobody has written it down. */
            answer: string;
            /** @description Id of the answer. */
            answer_id: string;
            /** @description Why to expect it: `raised, not answered`, `found out`, `usual for the persona`, `usual in the stage`. */
            because: string;
            /** @description Id of the objection of the process; empty where it is none of these. */
            id: string;
            /** @description How the answer did: `given in 12 deals, 7 of 10 closed ones won`; empty where it was never given. */
            known: string;
            /** @description What proves it. */
            proof: string;
            /** @description What they say. */
            says: string;
        };
        /** @description A brief and what was chosen for it. */
        BriefPage: {
            /**
             * Format: date-time
             * @description When.
             */
            at?: string | null;
            /** @description The brief. */
            brief: components["schemas"]["Brief"];
            /** @description Who chose last. */
            by?: string | null;
            /** @description What somebody chose; what is left out is filled in. */
            choices: components["schemas"]["BriefChoices"];
            /** @description Whether who asks may choose. */
            may_change: boolean;
            /**
             * Format: int64
             * @description Counts the changes of the choices, for `If-Match`; 0 where nobody has chosen.
             */
            version: number;
        };
        /** @description Somebody who comes. */
        BriefPerson: {
            /** @description Their name. */
            name: string;
            /** @description What they are there for: `engineer`, `executive`; on their side title and role. */
            part?: string;
        };
        /** @description What the playbook says of people such as those we talk to. */
        BriefPersona: {
            /** @description What they want to reach. */
            goals: string[];
            /** @description Id of the persona. */
            id: string;
            /** @description What the team calls them. */
            name: string;
            /** @description What hurts such people. */
            pains: string[];
            /** @description What they do and decide. */
            role: string;
            /** @description What they believe. */
            trusts: string[];
        };
        /** @description Something to show. */
        BriefProof: {
            /** @description Id of the content. */
            id: string;
            /** @description What kind of content it is. */
            kind: string;
            /** @description How it did: as [`BriefObjection::known`]. */
            known: string;
            /** @description Its title. */
            name: string;
        };
        /** @description One change to many deals. */
        BulkChange: {
            /** @description Changes no deal if one of them is held. */
            all_or_none?: boolean;
            /** @description The deals, at most 1,000. */
            deals: components["schemas"]["BulkDeal"][];
            /** @description New values of fields and attributes, as for one deal. */
            fields?: {
                [key: string]: string;
            };
            move?: components["schemas"]["Move"] | null;
            /** @description Tags to put on, with commas between. */
            tags_add?: string;
            /** @description Tags to take off. */
            tags_remove?: string;
        };
        /** @description A deal that is to be changed. */
        BulkDeal: {
            /** @description Which. */
            id: components["schemas"]["DealId"];
            /**
             * Format: int64
             * @description The version that was seen; a deal that is at another one is held. Any if left out.
             */
            version?: number | null;
        };
        /** @description A deal that was changed. */
        BulkDone: {
            /** @description Which. */
            id: components["schemas"]["DealId"];
            /**
             * Format: int64
             * @description Its version now.
             */
            version: number;
        };
        /** @description A deal that was not changed. */
        BulkHeld: {
            /** @description The criteria that are not met. */
            errors: components["schemas"]["FieldError"][];
            /** @description Which. */
            id: components["schemas"]["DealId"];
            /** @description Its name; empty for one that is gone. */
            name: string;
            /** @description Why, in a sentence. */
            says: string;
            /** @description Why. */
            why: components["schemas"]["HeldBy"];
        };
        /** @description What came of a change to many deals. */
        BulkResult: {
            /** @description Those that were changed. */
            done: components["schemas"]["BulkDone"][];
            /** @description Those that were not, each with the reason. */
            held: components["schemas"]["BulkHeld"][];
            /**
             * Format: uuid
             * @description The change, for taking it back; none if nothing was changed.
             */
            id?: string | null;
        };
        /** @description A decision maker whose word is not certain, and why. */
        BuyInGap: {
            /** @description What is not certain, in a sentence. */
            says: string;
            /** @description Their name, address or role; empty where no decision maker is known at all. */
            who: string;
        };
        /** @description Whether somebody has a calendar that can be followed. */
        CalendarFeed: {
            /** @description Its path, with its token, which is shown this once. */
            path?: string | null;
            /**
             * Format: date-time
             * @description Since when; none where there is none.
             */
            since?: string | null;
        };
        /** @description A question that was answered in a call. */
        CallAnswer: {
            /** @description The answer. */
            answer: string;
            /** @description The question's id. */
            question: string;
        };
        /** @description A commitment of the process that the prospect agreed to in a call. */
        CallCommitment: {
            /** @description The commitment's id. */
            commitment: string;
            /** @description The day that was agreed on: `2026-03-31`; by the process if left out. */
            due?: string;
            /** @description The stage's id. */
            stage: string;
        };
        /** @description Why a meeting is cancelled. */
        Cancelling: {
            /** @description In words. */
            note?: string;
        };
        /** @description A deal on the board. */
        Card: {
            /** @description Account. */
            account?: string | null;
            /**
             * Format: double
             * @description days / target days of the stage; above 1 it is late.
             */
            age?: number | null;
            /** @description ISO 4217; empty where unknown. */
            currency: string;
            /**
             * Format: double
             * @description Days in the stage.
             */
            days?: number | null;
            /** @description Its id. */
            id: components["schemas"]["DealId"];
            /** @description Whether who asks may change it. */
            may_change: boolean;
            /** @description Required exit criteria met. */
            met: number;
            /** @description The first thing that is missing, in a sentence. */
            missing?: string | null;
            /** @description Its name. */
            name: string;
            /** @description The criterion that asks for it, in the words of the process. */
            next?: string | null;
            /** @description What the rep noted down as next. */
            next_step: string;
            /** @description Owner. */
            owner?: string | null;
            /** @description Product. */
            product?: string | null;
            /** @description Required exit criteria in all. */
            required: number;
            /** @description Tags, with a comma and a blank between. */
            tags: string;
            /**
             * Format: int64
             * @description Value in minor units.
             */
            value_minor?: number | null;
            /**
             * Format: int64
             * @description Version, for moving it.
             */
            version: number;
        };
        /**
         * @description How sure the data lets one be.
         * @enum {string}
         */
        Certainty: "supported" | "hint" | "no-difference" | "cannot-tell";
        /** @description What happened in a period. */
        Changes: {
            /**
             * Format: int64
             * @description Deals that began.
             */
            created: number;
            /**
             * Format: int64
             * @description Deals lost.
             */
            lost: number;
            /**
             * Format: int64
             * @description Moves to an earlier stage.
             */
            moved_back: number;
            /**
             * Format: int64
             * @description Moves to a later stage.
             */
            moved_on: number;
            /**
             * Format: int64
             * @description Deals won.
             */
            won: number;
        };
        /**
         * @description The way by which two sides met or wrote.
         * @enum {string}
         */
        Channel: "email" | "message" | "phone" | "meeting" | "content" | "document" | "note" | "other";
        /** @description What the linter says. */
        Checked: {
            /** @description Flaws, in the order of the text. */
            findings: components["schemas"]["Finding"][];
            /** @description The ground of every criterion. */
            grounds: components["schemas"]["CriterionGround"][];
            process?: components["schemas"]["Process"] | null;
            /** @description Its text. */
            toml: string;
        };
        /** @description A deal to ask about. */
        ChosenDeal: {
            /** @description The prospect's organisation. */
            account?: string | null;
            /**
             * Format: date-time
             * @description When it closed.
             */
            closed?: string | null;
            /**
             * Format: double
             * @description Days from created to closed.
             */
            days?: number | null;
            /** @description Its id. */
            id: components["schemas"]["DealId"];
            /** @description Its name. */
            name: string;
            /** @description Won or lost. */
            outcome: components["schemas"]["Outcome"];
            /** @description The rep to ask. */
            owner?: string | null;
            /** @description Why it was chosen: `lost, quick: 9 days`. */
            why: string;
        };
        /** @description How somebody is told. */
        ChosenNotices: {
            /** @description Whether mails can be sent: the workspace has a mailbox. */
            can_mail: boolean;
            /**
             * Format: int32
             * @description The hour of the daily mail where the team is, 0 to 23.
             */
            digest_hour: number;
            /** @description Each kind. */
            kinds: components["schemas"]["KindChoice"][];
        };
        /** @description An objection that was chosen, with what to say. */
        ChosenObjection: {
            /**
             * @description Id of its answer; empty for the one that did best.
             * @default
             */
            answer: string;
            /**
             * @description Id of the objection of the process; empty for words of one's own.
             * @default
             */
            id: string;
            /**
             * @description Words of one's own.
             * @default
             */
            says: string;
        };
        /** @description That a customer left. */
        Churn: {
            /** @description Who wrote it down. */
            by?: string | null;
            /**
             * Format: date
             * @description The day.
             */
            day: string;
            /** @description Why. */
            reason: string;
        };
        /**
         * @description How a deal was closed.
         * @enum {string}
         */
        ClosedAs: "won" | "lost";
        /** @description Why a deal is won or lost, and what lay behind it. */
        Closing: {
            /** @description What moved the prospect. */
            motive?: string | null;
            /** @description What hurt them most. */
            pain?: string | null;
            /** @description Id of one of the reasons of the process. */
            reason_id?: string | null;
        };
        /** @description Why a deal is closed: one of the answers to choose from. */
        ClosingReason: {
            /** @description Short id, unique in the process. */
            id: string;
            outcome?: components["schemas"]["ClosedAs"] | null;
            /** @description The reason, in words. */
            says: string;
        };
        /** @description Names of activities, stages and outcomes that close a deal, beside the usual words for won and lost. */
        Closings: {
            /**
             * @description Those that mean that it was lost: `Went elsewhere`.
             * @default []
             */
            lost: string[];
            /**
             * @description Names in the files to choose from, the commonest first; found when the files are looked at.
             * @default []
             */
            names: string[];
            /**
             * @description Those that mean that a deal was won: `Contract signed`.
             * @default []
             */
            won: string[];
        };
        /** @description A stage with its open deals. */
        Column: {
            /** @description Those that are here longest, at most 50. */
            cards: components["schemas"]["Card"][];
            /** @description Open deals in it. */
            count: number;
            /** @description What it means for a deal to be here. */
            kind: components["schemas"]["StageKind"];
            /** @description Its name. */
            name: string;
            /** @description Cursor of what follows, for `/board/column`; none where these are all. */
            next?: string | null;
            /** @description The names by which the data knows it. */
            observed: string[];
            /** @description Id of the stage; its name in the data where there is no process. */
            stage_id: string;
            /**
             * Format: int64
             * @description Sum of their values in minor units.
             */
            value_minor: number;
        };
        /** @description How a column is read. */
        ColumnPlan: {
            /**
             * Format: double
             * @description How sure the guess is, 0 to 1.
             */
            confidence: number;
            dates?: components["schemas"]["DateOrder"] | null;
            /** @description `.` or `,` where it has decimal numbers. */
            decimal?: string | null;
            /** @description For a date with another meaning: the stage that a deal entered on it, as well. */
            enters?: string | null;
            /** @description What it means. */
            meaning: components["schemas"]["Meaning"];
            /** @description True if some of its dates are day first and others month first: what can be read both ways is rejected. */
            mixed_dates?: boolean;
            /** @description The header as the file has it. */
            name: string;
            /** @description Of a further attribute in a file of events: true if it is the deal's, and not the event's. */
            of_deal?: boolean;
            /** @description Why that was guessed, in a few words. */
            why: string;
        };
        /** @description The price that an accelerator applied to. */
        CommissionAccelerated: {
            /** @description What the rate was multiplied by. */
            factor: components["schemas"]["Decimal"];
            /**
             * Format: int64
             * @description Price in minor units.
             */
            price_minor: number;
        };
        /** @description A factor on the rate for the part of the cumulated negotiated price that lies above a share of the target. */
        CommissionAccelerator: {
            /** @description Share of the target from which it holds: `1` is the target, `1.2` a fifth more. */
            above: components["schemas"]["Decimal"];
            /** @description What the rate is multiplied by. */
            factor: components["schemas"]["Decimal"];
        };
        /** @description Someone goes by a plan from a day on, until their next assignment. */
        CommissionAssignment: {
            /**
             * Format: date
             * @description First day.
             */
            from: string;
            /** @description Who. */
            person: string;
            /** @description Id of the plan; the version that holds on a day counts. */
            plan: string;
            /**
             * Format: int64
             * @description Their own target in place of the plan's, in minor units of the plan's currency.
             */
            target_minor?: number | null;
            /**
             * Format: date
             * @description Last day; until the next assignment if left out.
             */
            until?: string | null;
        };
        /** @description What is taken back when the customer of a deal leaves. */
        CommissionClawback: {
            /** @description How much is taken back. */
            takes: components["schemas"]["CommissionClawbackShare"];
            /**
             * Format: int32
             * @description Days after the close within which a leaving counts, the last included.
             */
            within_days: number;
        };
        /** @description Commission taken back. */
        CommissionClawbackLine: {
            /**
             * Format: int64
             * @description What is taken back, below 0.
             */
            amount_minor: number;
            /**
             * Format: date
             * @description The day on which the customer left.
             */
            day: string;
            /** @description The deal's key. */
            deal: string;
            /**
             * Format: int64
             * @description What had been paid for the deal.
             */
            paid_minor: number;
            /**
             * Format: int64
             * @description Days from the close until then.
             */
            stayed_days: number;
            /** @description How much it takes. */
            takes: components["schemas"]["CommissionClawbackShare"];
            /**
             * Format: int32
             * @description Days within which the plan takes back.
             */
            within_days: number;
        };
        /**
         * @description How much of a commission is taken back.
         * @enum {string}
         */
        CommissionClawbackShare: "full" | "pro-rata";
        /** @description A correction on a statement. */
        CommissionCorrectionLine: {
            /**
             * Format: int64
             * @description What it adds.
             */
            amount_minor: number;
            /**
             * Format: date
             * @description Its day.
             */
            day: string;
            /** @description Key of the deal it is about. */
            deal?: string | null;
            /** @description Why. */
            reason: string;
        };
        /** @description An amount added or taken off by hand. */
        CommissionDealCorrection: {
            /** @description Currency of the amount. */
            currency: string;
            /** @description The correction. */
            line: components["schemas"]["CommissionCorrectionLine"];
            /** @description Who. */
            person: string;
        };
        /** @description A deal by name. */
        CommissionDealName: {
            /** @description Its id. */
            id: components["schemas"]["DealId"];
            /** @description Its name. */
            name: string;
        };
        /** @description What a person gets for a deal. */
        CommissionDealShare: {
            amount?: components["schemas"]["Money"] | null;
            /** @description The period has ended. */
            ended: boolean;
            /** @description Name of the period that it counts in. */
            period?: string | null;
            /** @description Who. */
            person: string;
            /** @description Where the amount comes from, in a sentence. */
            says?: string | null;
            /** @description Their share of the deal's commission. */
            share: components["schemas"]["Decimal"];
        };
        /** @description The advance of a period. */
        CommissionDraw: {
            /**
             * Format: int64
             * @description Those days.
             */
            days: number;
            /**
             * Format: int64
             * @description For the days on which the person went by the plan, rounded half-even.
             */
            minor: number;
            /**
             * Format: int64
             * @description Days of the period.
             */
            of_days: number;
        };
        /** @description What a unit of one currency is worth in another from a day on, until a later rate. */
        CommissionExchangeRate: {
            /**
             * Format: date
             * @description First day.
             */
            day: string;
            /** @description The currency that is changed. */
            from: string;
            /** @description Units of `to` for one of `from`. */
            rate: components["schemas"]["Decimal"];
            /** @description The currency it is changed into. */
            to: string;
        };
        /** @description Deals that are on no statement for one reason. */
        CommissionHeld: {
            /** @description How many deals. */
            count: number;
            /** @description The first of them, at most 20. */
            deals: components["schemas"]["CommissionDealName"][];
            /** @description Who would be paid first. */
            person?: string | null;
            /** @description What to do, in a sentence. */
            says: string;
            /** @description Why. */
            why: components["schemas"]["CommissionWhyHeld"];
        };
        /** @description A deal on a statement. */
        CommissionLine: {
            /**
             * Format: int64
             * @description This person's part, rounded half-even; the first also has what rounding leaves.
             */
            amount_minor: number;
            /**
             * Format: date
             * @description The day on which it was won.
             */
            closed: string;
            /**
             * Format: int64
             * @description What the deal pays to all: the uncapped sum or the plan's cap per deal.
             */
            commission_minor: number;
            /**
             * Format: int64
             * @description What the cap of the period takes off.
             */
            cut_minor: number;
            /** @description The deal's key. */
            deal: string;
            exchange_rate?: components["schemas"]["Decimal"] | null;
            /** @description The person whose plan prices it. */
            first: string;
            /** @description The deal's own currency. */
            negotiated_currency: string;
            /**
             * Format: int64
             * @description The negotiated price in the deal's own currency.
             */
            negotiated_minor: number;
            /** @description Its parts by rate and factor. */
            pieces: components["schemas"]["CommissionPiece"][];
            /**
             * Format: int64
             * @description The price in the plan's currency, rounded half-even.
             */
            price_minor: number;
            /** @description This person's share. */
            share: components["schemas"]["Decimal"];
            /**
             * Format: int64
             * @description Sum of the pieces, rounded half-even.
             */
            uncapped_minor: number;
        };
        /** @description What is paid, in rows. */
        CommissionOverview: {
            /** @description Deals on no statement, and what to do about it. */
            held: components["schemas"]["CommissionHeld"][];
            /** @description Whether who asks sees everybody and keeps the plans. */
            leads: boolean;
            /** @description Who has statements. */
            people: string[];
            /** @description Names of the periods with statements, the latest first. */
            periods: string[];
            /** @description There is a plan. */
            plans: boolean;
            /** @description The statements asked for, the latest first. */
            rows: components["schemas"]["CommissionStatementRow"][];
            /**
             * Format: date
             * @description The day as of which it is.
             */
            through: string;
        };
        /** @description A month, quarter or year. */
        CommissionPeriod: {
            /**
             * Format: date
             * @description First day.
             */
            from: string;
            /**
             * Format: date
             * @description Last day.
             */
            until: string;
        };
        /**
         * @description How long prices are cumulated before tiers begin anew.
         * @enum {string}
         */
        CommissionPeriodLength: "month" | "quarter" | "year";
        /** @description A part of a deal's price to which one rate and one factor apply. */
        CommissionPiece: {
            /** @description What the rate is multiplied by; 1 below the accelerators. */
            factor: components["schemas"]["Decimal"];
            /**
             * Format: int64
             * @description Cumulated price of the period where it begins, in minor units.
             */
            from_minor: number;
            /**
             * Format: int64
             * @description The part of the price, in minor units.
             */
            price_minor: number;
            /** @description Share of it that is paid. */
            rate: components["schemas"]["Decimal"];
        };
        /** @description A commission plan, or one version of it: several with the same id may follow one another. */
        CommissionPlan: {
            /** @description Factors on the rate above a share of the target, ascending. */
            accelerators?: components["schemas"]["CommissionAccelerator"][];
            /**
             * Format: int64
             * @description The most that a deal pays, to all that share it, in minor units.
             */
            cap_per_deal_minor?: number | null;
            /**
             * Format: int64
             * @description The most that the deals of a period pay a person, in minor units. Corrections are not capped.
             */
            cap_per_period_minor?: number | null;
            clawback?: components["schemas"]["CommissionClawback"] | null;
            /** @description Currency that it pays in and counts in (ISO 4217). */
            currency: string;
            /**
             * Format: int64
             * @description Advance for a full period, in minor units: so much is paid at least, and recovered from later periods.
             */
            draw_minor?: number;
            /**
             * Format: date
             * @description First day on which it holds.
             */
            from: string;
            /** @description Short id; the one that people are assigned to. */
            id: string;
            /** @description What people call it. */
            name: string;
            /** @description How long negotiated prices are cumulated. */
            period: components["schemas"]["CommissionPeriodLength"];
            /** @description Share of the negotiated price that is paid below the first tier: `0.05`. */
            rate: components["schemas"]["Decimal"];
            /**
             * Format: int64
             * @description Cumulated negotiated price that a person is to reach in a period, in minor units.
             */
            target_minor?: number | null;
            /** @description Rates further up, ascending. */
            tiers?: components["schemas"]["CommissionTier"][];
            /**
             * Format: date
             * @description Last day on which it holds; open if left out.
             */
            until?: string | null;
        };
        /** @description One person's share of a deal's commission. */
        CommissionShare: {
            /** @description Who. */
            person: string;
            /** @description Above 0; all shares of a deal sum to exactly 1. */
            share: components["schemas"]["Decimal"];
        };
        /** @description What a person gets for a period by a plan. All amounts are in minor units of `currency`. */
        CommissionStatement: {
            /** @description Prices above the accelerators' steps, by factor. */
            accelerated: components["schemas"]["CommissionAccelerated"][];
            /**
             * Format: int64
             * @description Cumulated price of the deals of which this person is the first.
             */
            attained_minor: number;
            /**
             * Format: int64
             * @description The plan's cap for the period.
             */
            cap_minor?: number | null;
            /**
             * Format: int64
             * @description What the person owes from earlier periods.
             */
            carried_in_minor: number;
            /**
             * Format: int64
             * @description What the person then owes to later periods.
             */
            carried_out_minor: number;
            /** @description What is taken back because customers left. */
            clawbacks: components["schemas"]["CommissionClawbackLine"][];
            /** @description False while the period still runs. */
            complete: boolean;
            /** @description What was added or taken off by hand. */
            corrections: components["schemas"]["CommissionCorrectionLine"][];
            /** @description Currency (ISO 4217). */
            currency: string;
            /**
             * Format: int64
             * @description What the cap of the period takes off.
             */
            cut_minor: number;
            /** @description The advance. */
            draw: components["schemas"]["CommissionDraw"];
            /**
             * Format: int64
             * @description Subtotal less cut, clawbacks and corrections included; can be below 0.
             */
            earned_minor: number;
            /** @description The deals, in the order in which they were won. */
            lines: components["schemas"]["CommissionLine"][];
            /** @description The period. */
            period: components["schemas"]["CommissionPeriod"];
            /** @description Who. */
            person: string;
            /** @description Id of the plan. */
            plan: string;
            /**
             * Format: date
             * @description First day of the plan's version.
             */
            plan_from: string;
            /**
             * Format: int64
             * @description Sum of the lines' amounts.
             */
            subtotal_minor: number;
            /**
             * Format: int64
             * @description The target, as it stood last.
             */
            target_minor?: number | null;
            /**
             * Format: int64
             * @description What is paid: what was earned less what was carried in, but no less than the draw.
             */
            total_minor: number;
        };
        /** @description A statement in a row. */
        CommissionStatementRow: {
            /**
             * Format: int64
             * @description What they won for, cumulated.
             */
            attained_minor: number;
            /**
             * Format: int64
             * @description What is owed to later periods.
             */
            carried_out_minor: number;
            /** @description False while the period still runs. */
            complete: boolean;
            /** @description Currency of the amounts. */
            currency: string;
            /** @description How many deals. */
            deals: number;
            /**
             * Format: int64
             * @description What the deals, corrections and clawbacks come to.
             */
            earned_minor: number;
            /**
             * Format: date
             * @description Its first day.
             */
            from: string;
            /** @description Name of the period: `2026-03`, `2026-Q1`, `2026`. */
            period: string;
            /** @description Who. */
            person: string;
            /** @description Id of the plan. */
            plan: string;
            /** @description The plan's name. */
            plan_name: string;
            /**
             * Format: int64
             * @description The target.
             */
            target_minor?: number | null;
            /**
             * Format: int64
             * @description What is paid.
             */
            total_minor: number;
            /**
             * Format: date
             * @description Its last day.
             */
            until: string;
            /** @description Deals of the period that are not counted, because something is missing. */
            waits: number;
        };
        /** @description A statement with where each figure comes from. */
        CommissionStatementView: {
            /** @description Names of the deals, by key. */
            deals: {
                [key: string]: components["schemas"]["CommissionDealName"];
            };
            /** @description Each line in a sentence, in the order of the lines. */
            lines_say: string[];
            /** @description Name of the period: `2026-03`, `2026-Q1`, `2026`. */
            name: string;
            /** @description The version of the plan. */
            plan: components["schemas"]["CommissionPlan"];
            /** @description What the plan pays, in sentences. */
            plan_says: string[];
            /** @description The figures. */
            statement: components["schemas"]["CommissionStatement"];
            /** @description What follows after the lines, down to what is paid and carried, in sentences. */
            then_says: string[];
            /** @description Deals of the period that are not counted, because something is missing: the amounts will change. At most 20. */
            waits: components["schemas"]["CommissionDealName"][];
        };
        /** @description A rate for the part of the period's cumulated negotiated price that lies above an amount. */
        CommissionTier: {
            /**
             * Format: int64
             * @description Where it begins, in minor units.
             */
            from_minor: number;
            /** @description Share of the negotiated price that is paid. */
            rate: components["schemas"]["Decimal"];
        };
        /**
         * @description Why something is on no statement.
         * @enum {string}
         */
        CommissionWhyHeld: "no-rate" | "no-price" | "price-off" | "no-currency" | "no-owner" | "no-day" | "no-plan" | "correction";
        /** @description Something the prospect agrees to do, and what shows that they did it. */
        Commitment: (components["schemas"]["Predicate"] | null) & {
            /**
             * Format: double
             * @description Days after entering the stage by which they do it.
             */
            due_days?: number | null;
            /** @description Evidence, in a sentence. */
            evidence?: string;
            /** @description Short id, unique in the stage. */
            id: string;
            /** @description What the prospect agrees to. */
            says: string;
        };
        /** @description Something became of a commitment. */
        CommitmentNews: {
            /** @description Who said so on the prospect's side. */
            actor?: string | null;
            /** @description What. */
            became: components["schemas"]["CommitmentWord"];
            /** @description The day that was agreed on: `2026-03-31`; by the process if left out. */
            due?: string | null;
        };
        /**
         * @description How a commitment stands.
         * @enum {string}
         */
        CommitmentState: "open" | "agreed" | "kept" | "lapsed";
        /** @description A commitment of a stage with how it stands. */
        CommitmentVerdict: {
            /**
             * Format: date-time
             * @description When they agreed.
             */
            agreed?: string | null;
            /** @description The events that show that it is kept. */
            by: components["schemas"]["EventId"][];
            /**
             * Format: date-time
             * @description By when they do it.
             */
            due?: string | null;
            /** @description The commitment's id. */
            id: string;
            /** @description What is missing, as a sentence; empty when kept, or where no predicate says. */
            missing: string;
            /** @description What the prospect agrees to. */
            says: string;
            /** @description Whether its predicate shows when it is kept; else somebody has to say so. */
            shown: boolean;
            /** @description How it stands. */
            state: components["schemas"]["CommitmentState"];
        };
        /**
         * @description What became of a commitment.
         * @enum {string}
         */
        CommitmentWord: "agreed" | "kept" | "dropped";
        /** @description Of the deals that went on from a box to anything but a closing, how many went this way: won against lost. */
        Compared: {
            /**
             * Format: double
             * @description Share of the won less share of the lost, −1 to 1.
             */
            difference: number;
            /**
             * Format: double
             * @description Upper bound.
             */
            high: number;
            /**
             * Format: int64
             * @description Lost deals that take this line.
             */
            lost: number;
            /**
             * Format: int64
             * @description Lost deals that went on from the box.
             */
            lost_of: number;
            /**
             * Format: double
             * @description Lower bound of the difference at 95 % (Newcombe).
             */
            low: number;
            /**
             * Format: double
             * @description p of Fisher's exact test (of the chi-square test above 2,000 deals), adjusted for all lines of the map that are
             *     compared (Benjamini–Hochberg); none where fewer than five closed deals take the line or leave it.
             */
            p_adjusted?: number | null;
            /** @description True where it is below 0.05. */
            supported: boolean;
            /**
             * Format: int64
             * @description Won deals that take this line.
             */
            won: number;
            /**
             * Format: int64
             * @description Won deals that went on from the box.
             */
            won_of: number;
        };
        /** @description Two versions side by side. */
        Comparison: {
            /** @description What changed, in sentences. */
            changes: string[];
            /** @description The older one. */
            from: components["schemas"]["Process"];
            /** @description Its text. */
            from_toml: string;
            to?: components["schemas"]["Process"] | null;
            /** @description Its text. */
            to_toml: string;
        };
        /**
         * @description How writing to an address stands.
         * @enum {string}
         */
        Consent: "unknown" | "given" | "withdrawn" | "blocked";
        /** @description How writing to an address stands, and since when. */
        ConsentStanding: {
            /**
             * Format: date-time
             * @description Since when; none where nobody said anything.
             */
            since?: string | null;
            /** @description What counts. */
            word: components["schemas"]["Consent"];
        };
        /**
         * @description What somebody on a deal said of being written to.
         * @enum {string}
         */
        ConsentWord: "given" | "withdrawn" | "blocked";
        /** @description How a column is read. */
        ContactColumn: {
            /** @description What it means. */
            meaning: components["schemas"]["ContactMeaning"];
            /** @description The header as the file has it. */
            name: string;
        };
        /** @description What a column of a list means. */
        ContactMeaning: {
            /** @enum {string} */
            is: "name";
        } | {
            /** @enum {string} */
            is: "first-name";
        } | {
            /** @enum {string} */
            is: "last-name";
        } | {
            /** @enum {string} */
            is: "email";
        } | {
            /** @enum {string} */
            is: "phone";
        } | {
            /** @enum {string} */
            is: "title";
        } | {
            /** @enum {string} */
            is: "company";
        } | {
            /** @enum {string} */
            is: "website";
        } | {
            /** @enum {string} */
            is: "attribute";
            /** @description Under which name it is kept. */
            name: string;
        } | {
            /** @enum {string} */
            is: "ignored";
        };
        /** @description How a list is read. */
        ContactPlan: {
            /**
             * Format: int64
             * @description Size in bytes.
             */
            bytes: number;
            /** @description Its columns in order. */
            columns: components["schemas"]["ContactColumn"][];
            /** @description Of what format it is. */
            format: components["schemas"]["Format"];
            /** @description The name of the file. */
            name: string;
            /** @description The first rows, as text. */
            sample: string[][];
            /** @description Of a workbook: its sheets. */
            sheets?: string[];
        };
        /** @description How writing to an address stands. */
        ContactStanding: {
            /** @description What they said, and since when. */
            consent: components["schemas"]["ConsentStanding"];
            /** @description The address. */
            contact: string;
            /** @description Why nobody may write to them; none where somebody may. */
            forbidden?: string | null;
        };
        /** @description A piece of content of the library. */
        Content: {
            /** @description Name of a file of the library. */
            file?: string;
            /** @description Short id, unique in the library. */
            id: string;
            /** @description `case-study`, `testimonial`, `deck`, `email-template`, `call-script`, `question-list`, … */
            kind: string;
            /** @description Its language (BCP 47). */
            language?: string;
            /** @description Where it is on the web. */
            link?: string;
            /** @description Title. */
            name: string;
            /** @description The role or person that keeps it true. */
            owner?: string;
            /** @description Ids of the personas it is for. */
            personas?: string[];
            /** @description Day by which it must be looked over again: `2027-01-31`. */
            review_by?: string;
            /** @description Ids of the stages it is for. */
            stages?: string[];
            /** @description Its text, of a template, script or list. `{{deal.account}}` stands for a value of the deal. */
            text?: string;
        };
        /** @description The table of contents. */
        Contents: {
            /** @description Whose manual it is. */
            company: string;
            /**
             * Format: date-time
             * @description As of.
             */
            date: string;
            /** @description The one person responsible. */
            editor?: string | null;
            /** @description Said where the data is not the reader's own. */
            note?: string | null;
            /** @description The sections in order. */
            sections: components["schemas"]["ContentsSection"][];
            /** @description Title. */
            title: string;
        };
        /** @description A page in the table of contents. */
        ContentsPage: {
            /** @description Its id. */
            id: string;
            /** @description Whether a person wrote it. */
            kind: components["schemas"]["PageKind"];
            /** @description `3P`; empty where it has not been printed yet. */
            number: string;
            /** @description Title. */
            title: string;
            written?: components["schemas"]["WrittenBy"] | null;
        };
        /** @description A section in the table of contents. */
        ContentsSection: {
            /** @description `#rrggbb`. */
            colour: string;
            /** @description Colour of text on `colour`. */
            ink: string;
            /** @description What is found in it. */
            intro: string;
            /** @description `P`. */
            letter: string;
            /** @description Its pages in order. */
            pages: components["schemas"]["ContentsPage"][];
            /** @description Its title. */
            title: string;
        };
        /** @description `content = { kind, viewed_by, within_days }`. */
        ContentTest: {
            /** @description `testimonial`, `case-study`, … found in the event's attribute `content`. */
            kind: string;
            viewed_by?: components["schemas"]["Side"] | null;
            /**
             * Format: double
             * @description Not longer ago than this.
             */
            within_days?: number | null;
        };
        /** @description A piece of content in use. */
        ContentUse: {
            /** @description Deals with either, against other deals that were in a stage it is for (all others where it names none). */
            endings: components["schemas"]["Endings"];
            /** @description Its id. */
            id: string;
            /** @description We shared it. */
            shared: components["schemas"]["Uses"];
            /** @description The prospect looked at it. */
            viewed: components["schemas"]["Uses"];
        };
        /** @description A contract and when to renew it. */
        Contract: components["schemas"]["ContractTerm"] & {
            /**
             * Format: date
             * @description The last working day on which notice can be given.
             */
            notice_by: string;
            /** @description How it stands. */
            standing: components["schemas"]["ContractStanding"];
        };
        /**
         * @description How a contract stands.
         * @enum {string}
         */
        ContractStanding: "running" | "due" | "notice-passed" | "ended" | "renewing";
        /** @description The time that a contract runs. */
        ContractTerm: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who wrote it down. */
            by?: string | null;
            /**
             * Format: date
             * @description Its first day.
             */
            from?: string | null;
            /**
             * Format: int32
             * @description Days before its end by which notice has to be given.
             */
            notice_days: number;
            /**
             * Format: date
             * @description Its last day.
             */
            until: string;
        };
        /** @description Conversion from stage to stage, of deals that entered the first in the period. */
        Conversion: {
            /** @description One a value. */
            groups: components["schemas"]["ConversionGroup"][];
            period?: components["schemas"]["Period"] | null;
        };
        /** @description Conversion of one group. */
        ConversionGroup: {
            /** @description Every ordered pair of stages, winning as the last one included, in order. */
            steps: components["schemas"]["ConversionStep"][];
            /** @description The value of the field grouped by. */
            value?: string | null;
        };
        /** @description Deals that came from one stage to another, later, directly or not. */
        ConversionStep: {
            /** @description True for neighbours in the order of stages, and for winning from the stage that most deals are won in. */
            adjacent: boolean;
            /**
             * Format: int64
             * @description Deals that entered `from`.
             */
            entered: number;
            /** @description The stage entered first. */
            from: string;
            /**
             * Format: double
             * @description Upper bound.
             */
            high?: number | null;
            /**
             * Format: int64
             * @description Deals that have not, and are lost.
             */
            lost: number;
            /**
             * Format: double
             * @description Lower bound of the Wilson interval at 95 %.
             */
            low?: number | null;
            /**
             * Format: double
             * @description Median days from entering `from` to reaching `to`.
             */
            median_days?: number | null;
            /**
             * Format: int64
             * @description Deals that have not, and are open: they may still.
             */
            open: number;
            /**
             * Format: double
             * @description reached / (entered − open).
             */
            rate?: number | null;
            /**
             * Format: int64
             * @description Of these, deals that reached `to` later.
             */
            reached: number;
            /** @description The stage reached later; or the activity of winning. */
            to: string;
        };
        /**
         * @description An exit criterion: an id, a sentence, and exactly one predicate.
         *
         *     Reading one from JSON goes by the rules of [`super::parse_json`]: two predicates in one criterion are refused.
         */
        Criterion: components["schemas"]["Predicate"] & {
            /** @description Evidence, in a sentence. */
            evidence?: string;
            /** @description Short id, unique in the stage. */
            id: string;
            /** @description False: wished for, not needed. */
            required?: boolean;
            /** @description The sentence a rep reads. */
            says: string;
        };
        /** @description On what a criterion rests, and its predicate in words. */
        CriterionGround: {
            /** @description The criterion's id. */
            criterion: string;
            /** @description On what it rests. */
            ground: components["schemas"]["Ground"];
            /** @description Its predicate as a sentence. */
            says: string;
            /** @description The stage's id. */
            stage: string;
        };
        /** @description A criterion on history: how many deals had met it when they moved on, won against lost. */
        CriterionHistory: {
            /** @description Which closed deals are compared. */
            among: components["schemas"]["Among"];
            gain?: components["schemas"]["Effect"] | null;
            /** @description On what it rests. */
            ground: components["schemas"]["Ground"];
            /** @description Lost deals that had met it by then. */
            lost: components["schemas"]["Proportion"];
            /** @description Lost deals that had met it, the last closed first, at most 20. */
            lost_with: components["schemas"]["ExampleDeal"][];
            /** @description What to bear in mind. Sentences. */
            notes: string[];
            /** @description Open deals in the stage now. */
            open: components["schemas"]["OpenDeals"];
            /**
             * Format: double
             * @description Fisher's exact p of no difference; none where there is too little data.
             */
            p?: number | null;
            /** @description The criterion as a sentence. */
            says: string;
            /** @description That in words, never as a cause. */
            sentence: string;
            /** @description The stage's id. */
            stage: string;
            /** @description What history says of it. */
            verdict: components["schemas"]["HistoryVerdict"];
            /** @description Deals won, of those that had met it. */
            with: components["schemas"]["Proportion"];
            /** @description Deals won, of those that had not. */
            without: components["schemas"]["Proportion"];
            /** @description Won deals that had met it by then. */
            won: components["schemas"]["Proportion"];
            /** @description Won deals that had not met it, the last closed first, at most 20. */
            won_without: components["schemas"]["ExampleDeal"][];
        };
        /** @description A criterion with its verdict, as the page of a deal shows it. */
        CriterionVerdict: {
            /** @description The events that show it. */
            by: components["schemas"]["EventId"][];
            /** @description On what it rests. */
            ground: components["schemas"]["Ground"];
            /** @description The criterion's id. */
            id: string;
            /** @description It holds. */
            met: boolean;
            /** @description What is missing, as a sentence; empty when met. */
            missing: string;
            /** @description False: wished for, not needed. */
            required: boolean;
            /** @description The criterion's sentence. */
            says: string;
        };
        /** @description Most of the deals are of one owner. */
        Crowd: {
            /**
             * Format: int64
             * @description How many are theirs.
             */
            deals: number;
            /**
             * Format: int64
             * @description Of so many.
             */
            of: number;
            /**
             * Format: int64
             * @description How many others have deals that could be shown.
             */
            others: number;
            /** @description Whose. */
            owner: string;
        };
        /** @description What the workspace has. */
        CurrentProcess: {
            saved?: components["schemas"]["SavedProcess"] | null;
        };
        /** @description A customer. */
        Customer: {
            churn?: components["schemas"]["Churn"] | null;
            contract?: components["schemas"]["Contract"] | null;
            /** @description Their won deals, the last first. */
            deals: components["schemas"]["CustomerDeal"][];
            /** @description How they are doing: the worst of their deals. */
            health: components["schemas"]["Health"];
            /** @description The account; the deal's name where it has none. */
            name: string;
            next_review?: components["schemas"]["NextReview"] | null;
            /** @description Who looks after them: account managers, else owners. */
            people: string[];
            /** @description What their won deals are worth, by currency. */
            values: components["schemas"]["Money"][];
        };
        /** @description A won deal of a customer. */
        CustomerDeal: {
            /** @description The deal. */
            deal: components["schemas"]["DealId"];
            /** @description Its name. */
            name: string;
            /**
             * Format: date
             * @description The day on which it was won.
             */
            won?: string | null;
        };
        /** @description The customers. */
        Customers: {
            /** @description At most 500. */
            customers: components["schemas"]["Customer"][];
            /**
             * Format: int64
             * @description Won deals.
             */
            deals: number;
            /**
             * Format: int64
             * @description Of these, how many were looked at: those won last, at most 5,000.
             */
            looked_at: number;
            /**
             * Format: int64
             * @description How many there are in all.
             */
            total: number;
        };
        /** @description A field that a team defines. */
        CustomField: {
            /** @description What can be chosen. */
            choices?: string[];
            /** @description What to write, for who fills it in. */
            help?: string;
            /** @description What it takes. */
            kind: components["schemas"]["FieldKind"];
            /** @description Its name, which is that of the deals' attribute: `renewal_date`. */
            name: string;
            /** @description Id of the stage from which on it should be filled in. */
            needed_from?: string | null;
        };
        /** @description Days from created to closed. */
        CycleDays: {
            /** @description Of lost deals. */
            lost: components["schemas"]["Summary"];
            /** @description Of won deals. */
            won: components["schemas"]["Summary"];
        };
        /**
         * @description Order of day, month and year.
         * @enum {string}
         */
        DateOrder: "year-first" | "day-first" | "month-first" | "epoch" | "serial";
        /** @description Quartiles of days. */
        DayQuartiles: {
            /**
             * Format: double
             * @description Half is below.
             */
            median: number;
            /**
             * Format: int64
             * @description How many values.
             */
            n: number;
            /**
             * Format: double
             * @description A quarter is below.
             */
            q25: number;
            /**
             * Format: double
             * @description Three quarters are below.
             */
            q75: number;
        };
        /** @description The state of a deal after a sequence of events. */
        Deal: {
            /** @description The prospect's organisation. */
            account?: string | null;
            /** @description Everything else the source told (sector, source, persona, …). */
            attributes: {
                [key: string]: string;
            };
            /**
             * Format: date-time
             * @description When it closed.
             */
            closed?: string | null;
            /**
             * Format: date-time
             * @description Its first dated moment, closings aside; `None` where it began at an unknown time.
             */
            created?: string | null;
            /** @description Its id. */
            id: components["schemas"]["DealId"];
            /** @description The source's own id, or one given here; unique. */
            key: string;
            lead?: components["schemas"]["Lead"] | null;
            /** @description Its name; the key where the source has none. */
            name: string;
            /** @description Open, won or lost. */
            outcome: components["schemas"]["Outcome"];
            /** @description The rep who owns it. */
            owner?: string | null;
            /** @description What is sold. */
            product?: string | null;
            /** @description The stage it is in, or was in when it closed. */
            stage?: string | null;
            /**
             * Format: date-time
             * @description Since when; `None` where unknown.
             */
            stage_since?: string | null;
            /** @description The owner's team. */
            team?: string | null;
            value?: components["schemas"]["Money"] | null;
            /**
             * Format: int64
             * @description Counts its events; the guard of optimistic concurrency.
             */
            version: number;
        };
        /** @description The commission of a deal. */
        DealCommission: {
            /**
             * Format: date
             * @description The day on which it was won.
             */
            closed?: string | null;
            /** @description What was added or taken off by hand, of those whose pay one may see. */
            corrections: components["schemas"]["CommissionDealCorrection"][];
            /** @description Why it pays nobody, and what to do; none where it pays. */
            held?: string | null;
            /** @description Whether who asks may split and correct. */
            may_change: boolean;
            /** @description There is a plan of commission. */
            plans: boolean;
            price?: components["schemas"]["Money"] | null;
            /** @description Number of the quote that the prospect accepted for this price; none where it is the deal's value. */
            quote?: string | null;
            /** @description Who shares it, the first one first. */
            shares: components["schemas"]["CommissionDealShare"][];
        };
        /** @description How many deals. */
        DealCounts: {
            /**
             * Format: int64
             * @description Lost.
             */
            lost: number;
            /**
             * Format: int64
             * @description Neither.
             */
            open: number;
            /**
             * Format: int64
             * @description All.
             */
            total: number;
            /**
             * Format: int64
             * @description Won.
             */
            won: number;
        };
        /** @description Somebody of a deal in a sequence. */
        DealEnrolment: components["schemas"]["Enrolment"] & {
            letter?: components["schemas"]["MailPreview"] | null;
            next?: components["schemas"]["NextStep"] | null;
            /** @description How many steps the sequence has. */
            of: number;
        };
        /** @description A field of a deal. */
        DealField: components["schemas"]["CustomField"] & {
            /** @description It should be filled in where the deal stands, and is not. */
            missing: boolean;
            /** @description What is wrong with the value, as an import may bring it. */
            problem?: string | null;
            /** @description Its value; empty for none. */
            value: string;
        };
        /** @description A file of a deal. */
        DealFile: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who attached it. */
            by?: string | null;
            /** @description True for a contract. */
            contract: boolean;
            /** @description Its id. */
            id: string;
            /** @description Its name. */
            name: string;
            /**
             * Format: int64
             * @description Bytes.
             */
            size: number;
        };
        /** @description Something that was found out about a prospect. */
        DealFinding: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who noted it. */
            by?: string | null;
            /** @description Its id. */
            id: string;
            /** @description What it is about. */
            kind: components["schemas"]["DealFindingKind"];
            /** @description Where: an address on the web; empty for none. */
            link: string;
            /** @description Of an objection: the id of the one of the process; empty where it is none of these. */
            objection: string;
            /** @description Whether it was struck out. */
            struck: boolean;
            /** @description Who struck it out; none while it stands. */
            struck_by?: string | null;
            /** @description What was found out. */
            text: string;
        };
        /**
         * @description What a finding is about.
         * @enum {string}
         */
        DealFindingKind: "use-case" | "pain" | "competitor" | "objection" | "other";
        /**
         * Format: uuid
         * @description A deal.
         */
        DealId: string;
        /** @description Deals. */
        DealList: {
            /** @description These. */
            deals: components["schemas"]["Deal"][];
            /** @description Cursor of the next page; none at the end. */
            next?: string | null;
            /** @description The same with its currency, and what could not be changed into it. */
            sum: components["schemas"]["Sum"];
            /** @description How many there are in all. */
            total: number;
            /**
             * Format: int64
             * @description Sum of their values in minor units, in the currency of `sum`.
             */
            value_minor: number;
        };
        /** @description The mails of a deal. */
        DealMails: {
            /** @description How writing to each address on the deal stands. */
            contacts: components["schemas"]["ContactStanding"][];
            /** @description The address that mails of who asks come from; none where no mailbox is set up. */
            from?: string | null;
            /** @description What came in, the oldest first. */
            incoming: components["schemas"]["IncomingMail"][];
            /** @description What went out or is to, the oldest first. */
            outgoing: components["schemas"]["OutgoingMail"][];
        };
        /** @description An objection that came up in a deal. */
        DealObjection: {
            /**
             * Format: date-time
             * @description When it was last raised; else when it first came up.
             */
            at: string;
            /** @description Id of the objection of the process; empty where it is none of these. */
            id: string;
            /** @description What they said. */
            says: string;
            /** @description How it stands. */
            state: components["schemas"]["ObjectionState"];
        };
        /** @description An open deal that goes by a version. */
        DealOfVersion: components["schemas"]["OpenDeal"] & {
            /** @description The id of the stage it is in, by this version; none where the version does not know it. */
            stage?: string | null;
            /** @description What this stage is called. */
            stage_name: string;
        };
        /** @description New values of fields and attributes; an empty text takes a value away. */
        DealPatch: {
            /** @description Name of the field (`name`, `account`, `owner`, `team`, `product`, `value`, `currency`) or attribute, and its value. */
            fields: {
                [key: string]: string;
            };
        };
        /** @description Somebody on the prospect's side. */
        DealPerson: {
            /** @description They accepted a quote. */
            accepted: boolean;
            /**
             * Format: int64
             * @description How often they acted: wrote, attended, opened, accepted.
             */
            acts: number;
            /** @description E-mail address. */
            email?: string | null;
            /** @description How much their word counts. */
            influence: components["schemas"]["PersonInfluence"];
            /**
             * Format: date-time
             * @description When they last did.
             */
            last?: string | null;
            /** @description They took part in a meeting, a call or a visit. */
            met: boolean;
            /** @description Their name; empty where only an address or a role is known. */
            name: string;
            /** @description What they are in the decision: `decision-maker`, `champion`, `blocker`, `user`, … */
            role?: string | null;
            /** @description Where they stand. */
            stand: components["schemas"]["PersonStand"];
            /** @description What they are in their organisation. */
            title?: string | null;
        };
        /** @description The open deals that go by a version. */
        DealsOfVersion: {
            /** @description The most valuable first, then those longest in their stage; at most 500. */
            deals: components["schemas"]["DealOfVersion"][];
            /**
             * Format: int64
             * @description So many.
             */
            total: number;
        };
        /** @description A deal's page. */
        DealView: {
            asked?: components["schemas"]["MoveAsked"] | null;
            /** @description Of those who decide, whose word is not certain. */
            buy_in: components["schemas"]["BuyInGap"][];
            /** @description The commitments to secure in the stage it stands in. */
            commitments: components["schemas"]["CommitmentVerdict"][];
            /** @description The deal. */
            deal: components["schemas"]["Deal"];
            /** @description What happened, oldest first. */
            events: components["schemas"]["Event"][];
            /** @description The exit criteria of the stage it stands in. */
            exit: components["schemas"]["CriterionVerdict"][];
            /** @description Whether who asks may change it. */
            may_change: boolean;
            next_stage?: components["schemas"]["StageName"] | null;
            /** @description The stages of the process, with where the deal is. */
            path: components["schemas"]["PathStep"][];
            /** @description Who is on the prospect's side, in the order in which they became known. */
            people: components["schemas"]["DealPerson"][];
            /** @description The process it goes by; none before there is one. */
            process_id?: string | null;
            /**
             * Format: int64
             * @description The version it goes by: the one it began with, until it is moved.
             */
            process_version?: number | null;
            stage?: components["schemas"]["StageHere"] | null;
            /** @description The tasks of the stage it stands in. */
            tasks: components["schemas"]["TaskState"][];
        };
        /**
         * @description A decimal number of at most [`Decimal::PLACES`] places, exact. In JSON and TOML it is text (`"0.08"`): a number of
         *     JSON passes through binary fractions on its way.
         * @example 0.08
         */
        Decimal: string;
        /** @description Why a version is not wanted. */
        Declining: {
            /** @description The reason, for who proposed it. */
            note?: string;
        };
        /** @description What was delivered. */
        Delivered: {
            /** @description What; all that was bought if left out. */
            lines?: components["schemas"]["DeliveredLine"][];
            /** @description What to say to the customer on their page. */
            note?: string;
        };
        /** @description Something that was delivered. */
        DeliveredLine: {
            /** @description What. */
            product: string;
            quantity?: components["schemas"]["Decimal"] | null;
        };
        /** @description A delivery. */
        Delivery: {
            /** @description What was delivered. */
            lines: components["schemas"]["DeliveryLine"][];
            /** @description What they said to the customer. */
            note: string;
            /**
             * Format: date-time
             * @description When, for the last time.
             */
            sent: string;
            /** @description Who said that it was delivered. */
            sent_by?: string | null;
            /** @description How it stands. */
            standing: components["schemas"]["DeliveryStanding"];
        };
        /** @description What the customer says of a delivery. */
        DeliveryAnswer: {
            /** @description Line by line. */
            lines: components["schemas"]["LineAnswer"][];
            /** @description Their name. */
            name: string;
            /**
             * Format: date-time
             * @description When the delivery that they read was sent.
             */
            sent: string;
        };
        /** @description Something that was delivered, and what was last said about it. */
        DeliveryLine: {
            /**
             * Format: date-time
             * @description When.
             */
            at?: string | null;
            /** @description Who said so. */
            by?: string | null;
            /** @description How it was told: `page`, `mail`, `call`, `visit`. */
            how: string;
            /** @description Short id, unique in the delivery. */
            id: string;
            /** @description What is missing or wrong. */
            note: string;
            /** @description What. */
            product: string;
            quantity?: components["schemas"]["Decimal"] | null;
            /** @description How it stands. */
            state: components["schemas"]["LineState"];
            /** @description True if that was the customer on their page; false for what we wrote down. */
            theirs: boolean;
        };
        /**
         * @description How a delivery stands.
         * @enum {string}
         */
        DeliveryStanding: "waiting" | "confirmed" | "disputed";
        /** @description What a customer told us about a delivery. */
        DeliveryTold: {
            /** @description How. */
            how: components["schemas"]["ToldHow"];
            /** @description Line by line. */
            lines: components["schemas"]["LineAnswer"][];
            /** @description Who told it. */
            name: string;
        };
        /** @description A demonstration to a prospect who was not qualified. */
        Demonstration: {
            /** @description The prospect. */
            account?: string | null;
            /**
             * Format: int64
             * @description How many of the prospect were there.
             */
            attended: number;
            /** @description The deal. */
            deal: components["schemas"]["DealId"];
            /** @description Id of the meeting. */
            meeting: string;
            /**
             * Format: int64
             * @description What our people spent on it, in minutes.
             */
            minutes: number;
            /** @description Its name. */
            name: string;
            /** @description Who owns the deal. */
            owner?: string | null;
            /**
             * Format: double
             * @description Points of the best scheme when it was held.
             */
            points: number;
            /**
             * Format: date-time
             * @description When it began.
             */
            start: string;
            /**
             * Format: double
             * @description Points that this scheme asks for.
             */
            threshold: number;
            /** @description What it was called. */
            title: string;
        };
        /** @description Demonstrations and their time. */
        Demonstrations: {
            /**
             * Format: int64
             * @description Demonstrations held whose deals could be judged.
             */
            held: number;
            /** @description Those to prospects who were not qualified, the last first; at most 500. */
            list: components["schemas"]["Demonstration"][];
            /**
             * Format: int64
             * @description What our people spent on them, in minutes.
             */
            minutes: number;
            /**
             * Format: int64
             * @description Demonstrations held of deals whose process has no qualification scheme: nobody can tell.
             */
            unknown: number;
            /**
             * Format: int64
             * @description Of these, those to prospects who were not qualified when they were held.
             */
            unqualified: number;
            /**
             * Format: int64
             * @description What our people spent on these, in minutes.
             */
            unqualified_minutes: number;
        };
        /** @description Whether the data supports that the values of a field differ in win rate. */
        Difference: {
            /** @description Field or attribute. */
            field: string;
            /**
             * Format: double
             * @description p of the chi-square test of independence, adjusted over all fields (Benjamini–Hochberg).
             */
            p_adjusted?: number | null;
            /** @description In words, never as a cause. */
            sentence: string;
            /** @description True where it is below 0.05. */
            supported: boolean;
            /**
             * Format: int64
             * @description Values compared.
             */
            values: number;
        };
        /** @description Everything that discovery finds. */
        Discovery: components["schemas"]["Findings"] & {
            /**
             * Format: date-time
             * @description The last dated moment in the data; figures are as of then.
             */
            as_of?: string | null;
            /** @description Win rate by field or attribute (`owner`, `team`, `product`, `sector`, …); most closed deals first. */
            breakdowns: {
                [key: string]: components["schemas"]["Group"][];
            };
            /** @description Seconds from the first to the last event of each deal, whatever its outcome. */
            case_seconds: components["schemas"]["Summary"];
            /** @description Days from created (or first engaged) to closed. */
            cycle_days: components["schemas"]["CycleDays"];
            /** @description How many deals. */
            deals: components["schemas"]["DealCounts"];
            /** @description One entry a breakdown: whether the data supports that its values differ. */
            differences: components["schemas"]["Difference"][];
            /** @description The last ten won deals. */
            look_back: components["schemas"]["LookBack"];
            /** @description Directly-follows graph of all activities. */
            map: components["schemas"]["ProcessMap"];
            /** @description What became of the rows. */
            rows: components["schemas"]["Rows"];
            /**
             * Format: int32
             * @description Version of this contract: 1.
             */
            schema: number;
            /** @description The whole in one sentence: `You won 63 % of 6,711 closed deals; half of the won ones took 57 days or less.` */
            sentence: string;
            /** @description Directly-follows graph of stages and closings only; equal to `map` where there is nothing else. */
            stage_map: components["schemas"]["ProcessMap"];
            /** @description Sequences of stages and closings only. */
            stage_variants: components["schemas"]["Variants"];
            /** @description The stages in the order of the way most deals take. */
            stages: components["schemas"]["StageTimes"][];
            /** @description Value of the won deals. */
            value: components["schemas"]["ValueSummary"];
            /** @description Sequences of all activities. */
            variants: components["schemas"]["Variants"];
            /** @description Won of closed. */
            win_rate: components["schemas"]["WinRate"];
        };
        /** @description An address or a domain nobody is to write to. */
        DoNotContact: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who said so. */
            by?: string | null;
            /** @description `ann@acme.com`, or `@acme.com` for everybody there. */
            contact: string;
            /** @description Why. */
            why: string;
        };
        /** @description One thing that was looked at. */
        Driver: {
            /** @description Activity that it is about, where it is about one. */
            activity?: string | null;
            /** @description Which deals are compared: `deals that entered Presenting`. */
            among: string;
            /** @description How sure the data lets one be. */
            certainty: components["schemas"]["Certainty"];
            deals_with?: components["schemas"]["Selection"] | null;
            /** @description What is held equal: `time in Presenting`, `source`, … */
            held_equal: string[];
            /** @description Stable name: `act:prospect:Demo attended`, `field:source`, … */
            id: string;
            /** @description What sort of thing it is. */
            kind: components["schemas"]["DriverKind"];
            /** @description The same counted plainly, among all closed deals. */
            naive: components["schemas"]["Naive"];
            odds_ratio?: components["schemas"]["Effect"] | null;
            /**
             * Format: double
             * @description p among comparable deals; none where nothing was tested.
             */
            p?: number | null;
            /**
             * Format: double
             * @description p adjusted for all that was tested (Benjamini–Hochberg).
             */
            p_adjusted?: number | null;
            points?: components["schemas"]["Effect"] | null;
            /** @description What was found, in words, never as a cause. */
            sentence: string;
            /** @description Stage in which it is compared; none where deals are compared as wholes. */
            stage?: string | null;
            /** @description A short name: `Engineer at Demo`, `Reply sent within a day`. */
            title: string;
            /** @description The value of an attribute that stands out most; none for others. */
            value?: string | null;
            /** @description Every value of an attribute that has several, against all others. */
            values: components["schemas"]["ValueEffect"][];
            /** @description That in words. */
            verdict: string;
            /** @description Deals with it, among those compared. For an attribute with several values, those with `value`. */
            with: components["schemas"]["WonLost"];
            /** @description Deals without it, among those compared. */
            without: components["schemas"]["WonLost"];
        };
        /**
         * @description What sort of thing a driver is.
         * @enum {string}
         */
        DriverKind: "prospect-act" | "rep-act" | "act" | "timing" | "people" | "attribute";
        /** @description What distinguishes won from lost deals, as far as the data supports it. */
        Drivers: {
            /**
             * Format: date-time
             * @description The last dated moment in the data; figures are as of then.
             */
            as_of?: string | null;
            /**
             * Format: int64
             * @description Closed deals looked at.
             */
            closed: number;
            /** @description All closed deals, last closed first, where there are few. */
            deals: components["schemas"]["FewDeal"][];
            /** @description Supported ones first, then hints, then the others, each by p. */
            drivers: components["schemas"]["Driver"][];
            /** @description What could not be compared fairly, and why not. */
            excluded: components["schemas"]["Excluded"][];
            /** @description True where there are too few closed deals for any test: then `deals` has them all, and the drivers are counts. */
            few: boolean;
            /** @description Attributes known from the beginning that go with the outcome; they are held equal in every other comparison. */
            held_equal: string[];
            lesson?: components["schemas"]["Lesson"] | null;
            /** @description Reasons and pain points recorded with the deals, most frequent first. */
            reasons: components["schemas"]["Reasons"][];
            /** @description The whole in one or two sentences. */
            sentence: string;
            /**
             * Format: int64
             * @description How many things were tested; the adjusted p of each is for this many.
             */
            tested: number;
            /**
             * Format: int64
             * @description Of these, won.
             */
            won: number;
        };
        /** @description An effect with its interval at 95 %. */
        Effect: {
            /**
             * Format: double
             * @description Upper bound.
             */
            high?: number | null;
            /**
             * Format: double
             * @description Lower bound; none where one side has no won or no lost deal.
             */
            low?: number | null;
            /**
             * Format: double
             * @description The effect.
             */
            value: number;
        };
        /** @description How the deals ended that had something, against comparable ones that had not. */
        Endings: {
            gain?: components["schemas"]["Effect"] | null;
            /**
             * Format: int64
             * @description Deals with it that are open.
             */
            open: number;
            /**
             * Format: double
             * @description Fisher's exact p, adjusted for all of its kind (Benjamini–Hochberg); none as above.
             */
            p_adjusted?: number | null;
            /** @description True if the difference is larger than chance would make it. It is no cause. */
            supported: boolean;
            /** @description Deals won, of the closed ones with it. */
            with: components["schemas"]["Proportion"];
            /** @description Deals won, of the closed ones without it. */
            without: components["schemas"]["Proportion"];
        };
        /**
         * @description Why somebody is in a sequence no more.
         * @enum {string}
         */
        EndReason: "finished" | "reply" | "meeting" | "stage" | "closed" | "unsubscribed" | "bounced" | "by-hand";
        /** @description Somebody who goes, or went, through a sequence. */
        Enrolment: {
            /**
             * Format: date-time
             * @description Since when.
             */
            begun: string;
            /** @description Who took them in. */
            by?: string | null;
            /** @description The address of who goes through it. */
            contact: string;
            /**
             * Format: date-time
             * @description When it ended.
             */
            ended?: string | null;
            /** @description Its id. */
            id: string;
            /** @description Its name. */
            name: string;
            reason?: components["schemas"]["EndReason"] | null;
            /** @description The sequence. */
            sequence: string;
            /** @description The steps that are behind them, by number from 1, with when and how. */
            steps: components["schemas"]["StepTaken"][];
            /**
             * Format: int64
             * @description The version of it that counts here.
             */
            version: number;
        };
        /** @description One fact about one deal. Append-only: a correction is another event. */
        Event: {
            /** @description What a map calls it: the stage's name, `Won`, `Call`, … */
            activity: string;
            /** @description Who did it, as the source names them. */
            actor?: string | null;
            /**
             * Format: date-time
             * @description When it happened, UTC. Same-instant events keep the order in which they were recorded.
             */
            at: string;
            /** @description Further attributes, as text. */
            attributes?: {
                [key: string]: string;
            };
            /** @description The deal it belongs to. */
            deal: components["schemas"]["DealId"];
            /** @description Its id; derived from the source's key for imported events. */
            id: components["schemas"]["EventId"];
            import?: components["schemas"]["ImportId"] | null;
            /** @description One of [`kind`] or a touchpoint's own kind. */
            kind: string;
            /** @description Whose act it was. */
            side: components["schemas"]["Side"];
            /** @description The stage entered, for [`kind::STAGE`]; for others the stage the source named, if any. */
            stage?: string | null;
            /** @description True where the source gave no time: `at` is then the day of the import's data. */
            undated?: boolean;
        };
        /**
         * Format: uuid
         * @description An event.
         */
        EventId: string;
        /** @description `event = { kind, tag, by, at_least, within_days }`. */
        EventTest: {
            /**
             * Format: int32
             * @description How often, at least; 1 if left out.
             */
            at_least?: number | null;
            by?: components["schemas"]["Side"] | null;
            /** @description The event's kind, or a prefix up to a dot (`meeting` matches `meeting.attended`), or the activity's name. */
            kind: string;
            /** @description Needed in the event's attribute `tag` (comma separated list there). */
            tag?: string | null;
            /**
             * Format: double
             * @description Not longer ago than this.
             */
            within_days?: number | null;
        };
        /** @description A deal to look at. */
        ExampleDeal: {
            /** @description Its id. */
            id: components["schemas"]["DealId"];
            /** @description Its name. */
            name: string;
        };
        /** @description Something that was left out of the comparison. */
        Excluded: {
            /** @description What sort of thing. */
            kind: components["schemas"]["DriverKind"];
            /** @description Counted plainly. */
            naive: components["schemas"]["Naive"];
            /** @description Why it was left out, with counts. */
            reason: string;
            /** @description What it is. */
            title: string;
        };
        /** @description Won deals that are to be expected. */
        Expected: {
            /**
             * Format: int64
             * @description Open deals.
             */
            deals: number;
            /**
             * Format: int64
             * @description Upper bound at 95 %.
             */
            high_minor: number;
            /**
             * Format: int64
             * @description Lower bound at 95 %.
             */
            low_minor: number;
            /**
             * Format: int64
             * @description Their value if all are won, in minor units.
             */
            open_minor: number;
            /**
             * Format: int64
             * @description Expected value in minor units.
             */
            value_minor: number;
            /**
             * Format: double
             * @description Of these, expected to be won.
             */
            won: number;
            /**
             * Format: double
             * @description Upper bound at 95 %.
             */
            won_high: number;
            /**
             * Format: double
             * @description Lower bound at 95 %.
             */
            won_low: number;
        };
        /** @description What is to be expected in a month of the deals that are open now. */
        ExpectedIn: components["schemas"]["Expected"] & {
            /**
             * Format: date-time
             * @description Its first moment; of the month that is running now.
             */
            from: string;
            /**
             * Format: date-time
             * @description The first moment after it.
             */
            to: string;
        };
        /** @description What is to be expected of an owner's open deals. */
        ExpectedOf: components["schemas"]["Expected"] & {
            /** @description The owner; empty for nobody. */
            owner: string;
        };
        /** @description A closed deal where there are few. */
        FewDeal: {
            /** @description Ids of the drivers that it has. */
            has: string[];
            /** @description The source's id. */
            key: string;
            /** @description Its name. */
            name: string;
            /** @description Won or lost. */
            won: boolean;
        };
        /** @description One part of the input and what is wrong with it. */
        FieldError: {
            /** @description Name of the field, id of the criterion, … */
            field: string;
            /** @description What is wrong with it. */
            message: string;
        };
        /**
         * @description What a field takes.
         * @enum {string}
         */
        FieldKind: "text" | "number" | "money" | "date" | "choice" | "yes-no" | "link";
        /** @description A field that the team defined. */
        FieldLine: components["schemas"]["CustomField"] & {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * Format: int64
             * @description Its version, for `If-Match`.
             */
            version: number;
        };
        /** @description A field or attribute with its values, for a choice of filters. */
        FieldSummary: {
            /**
             * Format: int64
             * @description How many distinct values, "none" not counted.
             */
            distinct: number;
            /** @description Field or attribute. */
            name: string;
            /** @description The most frequent values with counts of deals (at most 100); the empty text stands for deals that have none. */
            values: [
                string,
                number
            ][];
        };
        /** @description `field = { name, is }`; without `is` any value will do. */
        FieldTest: {
            /** @description One of these values. */
            is?: string[];
            /** @description Field or attribute. */
            name: string;
            /**
             * Format: double
             * @description Set not longer ago than this.
             */
            within_days?: number | null;
        };
        /** @description A field with how the deals fill it in. */
        FieldUse: components["schemas"]["FieldLine"] & {
            /**
             * Format: int64
             * @description Deals that have a value.
             */
            filled: number;
            /**
             * Format: int64
             * @description Deals whose value it would not take, as an import may bring them.
             */
            unfit: number;
            /** @description Some of these values, the most frequent first. */
            unfit_values: string[];
        };
        /** @description How one file is read. */
        FilePlan: {
            /** @description What every row of a file of events is, where no column says it: `Call` for an export of calls. */
            activity?: string | null;
            /**
             * Format: int64
             * @description Size in bytes.
             */
            bytes: number;
            /** @description Its columns in order. */
            columns: components["schemas"]["ColumnPlan"][];
            /** @description The commonest activities, where there are very many; found when the file is looked at. */
            common?: string[];
            /** @description Of what format it is. */
            format: components["schemas"]["Format"];
            /** @description The name shown to people. */
            name: string;
            /** @description Of a ZIP archive: the name of the file in it. */
            part?: string | null;
            /** @description True: activities that are not among the commonest are one, called `Other`. */
            rare_as_one?: boolean;
            /** @description What its rows are. */
            role: components["schemas"]["FileRole"];
            /** @description The first rows, as text. */
            sample: string[][];
            /** @description Index of the source among those given (the sheets of one workbook share it). */
            source?: number;
            /** @description True: names of activities that differ in nothing but numbers are one: `Call with #4711` is `Call with #`. */
            strip_numbers?: boolean;
        };
        /** @description What became of the rows of one file. */
        FileReport: {
            /** @description The name shown to people. */
            name: string;
            /** @description Its rows. */
            rows: components["schemas"]["Rows"];
        };
        /**
         * @description What the rows of a file are.
         * @enum {string}
         */
        FileRole: "deals" | "events" | "lookup" | "people" | "touchpoints" | "ignored";
        /** @description Files to import together. */
        Files: {
            /** @description One part a file. */
            file: string[];
        };
        /** @description One thing found. */
        Finding: {
            /** @description The same by ids, which stay when things move: `presenting.exit.demo-attended`; empty for the whole. */
            at: string;
            /** @description Stable code: `P0..` the file cannot be read as a process, `P1..` the process has a flaw. */
            code: string;
            /** @description Column in characters, from 1. */
            column?: number | null;
            /** @description How much it matters. */
            level: components["schemas"]["Level"];
            /** @description Line in the text, from 1; `None` where there is no text. */
            line?: number | null;
            /** @description What is wrong and what to do. */
            message: string;
            /** @description Where in the process: `stages[2].exit[0]`; empty for the whole. */
            path: string;
        };
        /** @description How deals are won: none of it is there where only the counts were asked for. */
        Findings: {
            bottlenecks?: components["schemas"]["Bottlenecks"] | null;
            drivers?: components["schemas"]["Drivers"] | null;
            first_and_last?: components["schemas"]["FirstAndLast"] | null;
            touchpoints?: components["schemas"]["Touchpoints"] | null;
            work_backward?: components["schemas"]["WorkBackward"] | null;
        };
        /** @description The first thing done to connect, the last before the sale, the first after it. */
        FirstAndLast: {
            /** @description The first touchpoint after winning. */
            after: components["schemas"]["ActList"];
            /**
             * Format: date-time
             * @description As of.
             */
            as_of?: string | null;
            /** @description Closed deals that the prospect began: their touchpoint is the first, of those whose first one has a side. */
            begun_by_prospect: components["schemas"]["Proportion"];
            /** @description The first thing that we did, of closed deals. */
            first: components["schemas"]["ActList"];
            /** @description The last touchpoint before winning, of either side. */
            last: components["schemas"]["ActList"];
            /** @description The last one of the prospect. */
            last_prospect: components["schemas"]["ActList"];
            /** @description The last one of ours. */
            last_rep: components["schemas"]["ActList"];
            /** @description What to bear in mind. Sentences. */
            notes: string[];
            /** @description The whole in a few sentences. */
            sentence: string;
            /**
             * Format: int64
             * @description Touchpoints in the data; 0 where it has none.
             */
            touches: number;
        };
        /** @description When somebody began. */
        FirstDay: {
            /**
             * Format: date
             * @description Their first day; none where nobody says.
             */
            day?: string | null;
            /** @description Name, as users and owners of deals are named. */
            person: string;
        };
        /** @description The first owner. */
        FirstOwner: {
            /** @description Address. */
            email: string;
            /** @description Name. */
            name: string;
            /** @description Password, of ten characters at least. */
            password: string;
        };
        /** @description Moves into and out of each stage in a period. */
        Flow: {
            /** @description One a value. */
            groups: components["schemas"]["FlowGroup"][];
            /** @description The period. */
            period: components["schemas"]["Period"];
        };
        /** @description Flow of one group. */
        FlowGroup: {
            /** @description The stages in order. */
            stages: components["schemas"]["StageFlow"][];
            /** @description The value of the field grouped by. */
            value?: string | null;
        };
        /** @description What is to be expected of the open deals. */
        Forecast: {
            /**
             * Format: date-time
             * @description The moment up to which everything is known.
             */
            as_of?: string | null;
            /** @description By calendar month in UTC: this one and the five after it. */
            by_month: components["schemas"]["ExpectedIn"][];
            /** @description By owner, most expected first, at most 100; empty for deals that nobody owns. */
            by_owner: components["schemas"]["ExpectedOf"][];
            /**
             * Format: int64
             * @description Deals that had closed, on which the chances rest.
             */
            closed: number;
            /** @description ISO 4217 of all values; empty where no deal says. */
            currency: string;
            /** @description The open deals, those of whom most is expected first; as many as asked for. */
            deals: components["schemas"]["ForecastDeal"][];
            held_back?: components["schemas"]["HeldBack"] | null;
            /** @description What was left undone in forecasting, or is to be known of the data; one sentence each. */
            notes: string[];
            /**
             * Format: int64
             * @description Open deals.
             */
            open: number;
            /** @description In one sentence. */
            sentence: string;
            /** @description Shares of the past that the chances are. */
            shares: components["schemas"]["StageShare"][];
            total?: components["schemas"]["Expected"] | null;
            /** @description Open deals of currencies without a rate; they count among deals and not in values. */
            unconverted: components["schemas"]["Unconverted"][];
            /**
             * Format: date-time
             * @description Until when deals are to be won; none for ever.
             */
            until?: string | null;
            /**
             * Format: int64
             * @description Open deals without a value; they count among deals and not in values.
             */
            without_value: number;
        };
        /** @description An open deal and its chances. */
        ForecastDeal: components["schemas"]["ReviewedDeal"] & {
            /**
             * Format: int64
             * @description Deals of the past that stood so and have closed since.
             */
            alike: number;
            /**
             * Format: double
             * @description Chance that it is won by then; the others likewise. None where too few deals have closed.
             */
            chance?: number | null;
            /**
             * Format: double
             * @description Days in it; none where nobody knows since when.
             */
            days?: number | null;
            /**
             * Format: double
             * @description At all.
             */
            ever?: number | null;
            /**
             * Format: int64
             * @description Chance times value, in minor units of the forecast's currency; none without a value.
             */
            expected_minor?: number | null;
            /** @description Its stage; none where the data names none. */
            stage?: string | null;
            /**
             * Format: double
             * @description Within 30 days.
             */
            within_30?: number | null;
            /**
             * Format: double
             * @description Within 90 days.
             */
            within_90?: number | null;
        };
        /** @description Of what format a file is. */
        Format: {
            /** @description `,`, `;`, tab or `|`. */
            delimiter: string;
            /** @description WHATWG label of the encoding: `utf-8`, `utf-16le`, `windows-1252`, … */
            encoding: string;
            /** @enum {string} */
            type: "delimited";
        } | {
            /** @description Its name. */
            sheet: string;
            /** @enum {string} */
            type: "sheet";
        } | {
            /** @description Names of columns that hold lists, records or what is no text, and are not read. */
            skipped?: string[];
            /** @enum {string} */
            type: "parquet";
        } | {
            /** @enum {string} */
            type: "xes";
        } | {
            /** @enum {string} */
            type: "mbox";
        } | {
            /** @enum {string} */
            type: "calendar";
        } | {
            /** @description The type of the objects that are the deals. */
            object_type: string;
            /** @description All types, the likeliest first. */
            object_types?: string[];
            /** @enum {string} */
            type: "ocel";
        };
        /** @description A deal to tell about. */
        FormDeal: {
            /** @description The prospect's organisation. */
            account?: string | null;
            /** @description The answers so far, by question. */
            answers: {
                [key: string]: components["schemas"]["Reply"];
            };
            /**
             * Format: date-time
             * @description When it closed.
             */
            closed?: string | null;
            /** @description Whether the rep said that this is all. */
            done: boolean;
            /** @description Its id. */
            id: components["schemas"]["DealId"];
            /** @description Its name. */
            name: string;
            /** @description Won, lost or open. */
            outcome: components["schemas"]["Outcome"];
        };
        /** @description Four weeks in a row. */
        FourWeeks: {
            /**
             * Format: int64
             * @description Won in them, in the measure.
             */
            amount: number;
            /**
             * Format: double
             * @description Of the target of that time; none without one.
             */
            share?: number | null;
            /**
             * Format: int64
             * @description The last of them: 4, 8, …
             */
            week: number;
        };
        /** @description Somebody who is taken off a deal. */
        GonePerson: {
            /** @description Their name or address. */
            who: string;
        };
        /**
         * @description On what a criterion rests.
         * @enum {string}
         */
        Ground: "opinion" | "rep" | "prospect";
        /** @description Win rate of the deals with one value. */
        Group: {
            /**
             * Format: int64
             * @description Won and lost.
             */
            closed: number;
            /**
             * Format: double
             * @description Upper bound.
             */
            high?: number | null;
            /**
             * Format: double
             * @description Lower bound of the Wilson interval at 95 %.
             */
            low?: number | null;
            /**
             * Format: double
             * @description Median days from created to closed of the won ones.
             */
            median_days?: number | null;
            /**
             * Format: int64
             * @description Open.
             */
            open: number;
            /**
             * Format: double
             * @description p of this value against all others together (Fisher, two-sided), adjusted for the number of values looked at in
             *     all breakdowns (Benjamini–Hochberg).
             */
            p_adjusted?: number | null;
            /**
             * Format: double
             * @description won / closed.
             */
            rate?: number | null;
            /** @description True where `p_adjusted` is below 0.05. */
            supported: boolean;
            /** @description The value; empty for deals that have none. */
            value: string;
            /**
             * Format: int64
             * @description Won.
             */
            won: number;
            /**
             * Format: int64
             * @description Sum of the won ones' value in minor units.
             */
            won_minor: number;
        };
        /** @description A deal goes into other hands. */
        Handover: {
            /** @description The role that takes it over. */
            to?: string;
            /** @description What they have to be told or given. */
            with?: string[];
        };
        /** @description The receiver's word. */
        HandoverDecision: {
            /** @description True: they look after the customer from now on. */
            accepted: boolean;
            /** @description What they want before, where they return it. */
            reason?: string;
        };
        /** @description One thing to hand over. */
        HandoverItem: {
            /**
             * Format: date-time
             * @description When.
             */
            at?: string | null;
            /** @description Who said so last. */
            by?: string | null;
            /** @description Told or given. */
            done: boolean;
            /** @description The thing. */
            says: string;
        };
        /** @description A hand-over that was offered. */
        HandoverOfDeal: {
            /**
             * Format: date-time
             * @description When.
             */
            decided?: string | null;
            /** @description Who accepted or returned it. */
            decided_by?: string | null;
            /** @description The event that offered it. */
            event: components["schemas"]["EventId"];
            /** @description What there was to hand over then. */
            items: string[];
            /** @description What the seller said. */
            note: string;
            /**
             * Format: date-time
             * @description When.
             */
            offered: string;
            /** @description Who offered it. */
            offered_by?: string | null;
            /** @description Why it was returned. */
            reason: string;
            /** @description How it stands. */
            standing: components["schemas"]["HandoverStanding"];
            /** @description The receiver's name. */
            to: string;
            user?: components["schemas"]["UserId"] | null;
        };
        /** @description To whom a deal is handed over. */
        HandoverOffer: {
            /** @description What else there is to say. */
            note?: string;
            /** @description Promises that they need to know of and that are not among the deal's yet. */
            promises?: components["schemas"]["PromiseDue"][];
            /** @description The receiver. */
            to: components["schemas"]["UserId"];
        };
        /**
         * @description How a hand-over stands.
         * @enum {string}
         */
        HandoverStanding: "offered" | "accepted" | "returned";
        /** @description A thing to hand over. */
        HandoverTick: {
            /** @description True: told or given. */
            done: boolean;
            /** @description The thing, in the words of the list. */
            item: string;
        };
        /** @description How a customer is doing. */
        Health: {
            /** @description The worst light of the reasons. */
            light: components["schemas"]["Light"];
            /** @description The reasons, the worst first. */
            reasons: components["schemas"]["HealthReason"][];
        };
        /**
         * @description What a reason rests on.
         * @enum {string}
         */
        HealthFact: "contact" | "promises" | "delivery" | "reviews" | "value" | "churn";
        /** @description From when on a fact is a matter of concern. All are days. */
        HealthLimits: {
            /**
             * Format: int32
             * @description That something of a delivery is missing: amber from the first day, red from here on.
             * @default 7
             */
            dispute_days: number;
            /**
             * Format: int32
             * @description That a promise of ours is late: amber from the first day, red from here on.
             * @default 14
             */
            promise_days: number;
            /**
             * Format: int32
             * @description Without any act of the customer: amber from here on.
             * @default 60
             */
            quiet_days: number;
            /**
             * Format: int32
             * @description Before the last day of notice from which on a renewal is due.
             * @default 60
             */
            renewal_days: number;
            /**
             * Format: int32
             * @description That a review of the value is late: amber from the first day, red from here on.
             * @default 30
             */
            review_days: number;
            /**
             * Format: int32
             * @description Red from here on.
             * @default 120
             */
            silent_days: number;
            /**
             * Format: int32
             * @description That a delivery has not been confirmed: amber from here on.
             * @default 14
             */
            unconfirmed_days: number;
        };
        /** @description Why a light is what it is. */
        HealthReason: {
            /** @description What it rests on. */
            fact: components["schemas"]["HealthFact"];
            /** @description The light that this fact alone would give. */
            light: components["schemas"]["Light"];
            /** @description The fact, in a sentence. */
            says: string;
        };
        /** @description How the same forecast did when it knew no more than what was known then. */
        HeldBack: {
            /**
             * Format: double
             * @description By how much the Brier score is lower than that of the weights of stages, mean of the moments.
             */
            better?: number | null;
            /**
             * Format: double
             * @description Its upper bound.
             */
            better_high?: number | null;
            /**
             * Format: double
             * @description Its lower bound at 95 %; none with fewer than four moments.
             */
            better_low?: number | null;
            /**
             * Format: double
             * @description Brier score of the forecast: 0 is best.
             */
            brier: number;
            /** @description Does it come as often as it says? In a sentence. */
            calibration: string;
            /**
             * Format: int64
             * @description Deals forecast at all of them; a deal that was open at several counts at each.
             */
            deals: number;
            /**
             * Format: double
             * @description How many were forecast to be.
             */
            forecast: number;
            /**
             * @description Whether sums are told in value; false where no open deal has one, as values that come with closing would tell then
             *     what nobody knew.
             */
            in_value: boolean;
            /** @description The moments at which it was made, the oldest first; at most 12. */
            moments: components["schemas"]["Accuracy"][];
            /**
             * Format: double
             * @description Brier score of the weights of stages.
             */
            naive_brier: number;
            /**
             * Format: double
             * @description How many by the weights of stages.
             */
            naive_forecast: number;
            /** @description The same of the weights of stages. */
            naive_reliability: components["schemas"]["Reliability"][];
            /** @description Forecasts of nearly the same chance, and how many came, in ten classes. */
            reliability: components["schemas"]["Reliability"][];
            /**
             * Format: double
             * @description 1 − `brier` / `naive_brier`: above 0 better than the weights of stages, 1 perfect; none where these never erred.
             */
            skill?: number | null;
            /** @description How the sums did, in a sentence. */
            sums: string;
            /** @description Is it better than the weights of stages, or noise? In a sentence. */
            verdict: string;
            /**
             * Format: double
             * @description Days within which deals were to be won; none for ever.
             */
            within_days?: number | null;
            /**
             * Format: int64
             * @description Moments at which what was won lay within the interval of the forecast: in value, or in deals where open deals have no
             *     value.
             */
            within_interval: number;
            /**
             * Format: int64
             * @description Of these, won in time.
             */
            won: number;
        };
        /**
         * @description Why a deal was not changed.
         * @enum {string}
         */
        HeldBy: "gone" | "not-yours" | "stale" | "process" | "same";
        /** @description An open deal that is held, and by what. */
        HeldDeal: components["schemas"]["OpenDeal"] & {
            /** @description Ids of the required criteria that it does not meet. */
            missing: string[];
        };
        /**
         * @description What history says of a criterion.
         * @enum {string}
         */
        HistoryVerdict: "supported" | "won-less-often" | "no-difference" | "too-little-data" | "always-met" | "never-met" | "not-in-data";
        /**
         * @description What a hit is.
         * @enum {string}
         */
        HitKind: "deal" | "person" | "account" | "content" | "page";
        /** @description How a meeting went. */
        Holding: {
            /** @description What came of it. */
            note?: string;
            /** @description What our people spent on it, the way there and the preparation included. */
            spent?: components["schemas"]["TimeSpent"][];
            /** @description Who of the prospect was there, by name. */
            theirs: string[];
        };
        /** @description An import. */
        Import: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who began it. */
            by?: string | null;
            /**
             * Format: int64
             * @description Deals added or changed.
             */
            deals: number;
            /** @description Why it failed. */
            error?: string | null;
            /**
             * Format: int64
             * @description Events added.
             */
            events: number;
            /** @description The names of its files. */
            files: string[];
            /** @description Its id. */
            id: components["schemas"]["ImportId"];
            report?: components["schemas"]["Report"] | null;
            /** @description `running`, `done`, `failed`, `undone`. */
            status: string;
        };
        /**
         * Format: uuid
         * @description One run of an import.
         */
        ImportId: string;
        /** @description What stands on the cover. */
        Imprint: {
            /**
             * @description Whose manual it is.
             * @default
             */
            company: string;
            /**
             * @description The one person responsible.
             * @default null
             */
            editor: string | null;
            /**
             * @description Title.
             * @default Sales manual
             */
            title: string;
        };
        /** @description A mail that came in. */
        IncomingMail: {
            /**
             * Format: uuid
             * @description The mail of ours that it is about.
             */
            answers?: string | null;
            /**
             * Format: date-time
             * @description When it was written.
             */
            at: string;
            /** @description The text, at most 20,000 bytes of it. */
            body: string;
            /** @description What it is: `reply`, `unmatched`, `automatic`, `bounce`, … */
            class: string;
            deal?: components["schemas"]["DealId"] | null;
            /** @description Who wrote it. */
            from: string;
            /** @description Their name; may be empty. */
            from_name: string;
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description The subject; may be empty. */
            subject: string;
            /** @description Why it belongs to no deal; may be empty. */
            why: string;
        };
        /** @description An interview: a rep, and the deals to ask about. */
        Interview: {
            /**
             * Format: date-time
             * @description When the last answer came.
             */
            answered?: string | null;
            /**
             * Format: date-time
             * @description Since when.
             */
            at: string;
            /** @description Who asks. */
            by?: string | null;
            /** @description The deals; without those that are gone. */
            deals: components["schemas"]["AskedAbout"][];
            /** @description The rep's address, where a user bears their name. */
            email?: string | null;
            /**
             * Format: date-time
             * @description Until when its links work.
             */
            expires: string;
            /** @description Its id. */
            id: components["schemas"]["InterviewId"];
            /**
             * Format: date-time
             * @description When it was first opened.
             */
            opened?: string | null;
            /**
             * Format: date-time
             * @description When the rep was last reminded.
             */
            reminded?: string | null;
            /** @description The rep asked. */
            rep: string;
            /** @description How far it is. */
            state: components["schemas"]["InterviewState"];
        };
        /** @description The deals chosen, and what they were chosen from. */
        InterviewChoice: {
            /**
             * Format: int64
             * @description How many closed deals were looked at: the last ones of the selection.
             */
            candidates: number;
            /** @description The deals, those that were kept first. */
            chosen: components["schemas"]["ChosenDeal"][];
            /**
             * Format: int64
             * @description Owners of the candidates.
             */
            reps: number;
            /** @description How they were chosen, in words. */
            sentence: string;
        };
        /** @description What is asked, about which deals, and what was answered so far. */
        InterviewForm: {
            /** @description Who asks. */
            by?: string | null;
            /** @description The deals. */
            deals: components["schemas"]["FormDeal"][];
            /**
             * Format: date-time
             * @description Until when the link works.
             */
            expires: string;
            /** @description The rep asked. */
            rep: string;
            /** @description The screens; those for deals of one outcome say so. */
            screens: components["schemas"]["InterviewScreen"][];
        };
        /**
         * Format: uuid
         * @description An interview: the questions about some deals, put to one rep.
         */
        InterviewId: string;
        /** @description A link to an interview, which is shown this once. */
        InterviewLink: {
            /** @description Its path below the server's address. */
            link: string;
        };
        /** @description One question. */
        InterviewQuestion: {
            /** @description An example of an answer in one's own words. */
            example: string;
            /** @description Its id; begins with [`PREFIX`]. */
            id: string;
            /** @description How it is answered. */
            kind: components["schemas"]["AnswerKind"];
            /** @description The answers to choose from; of people their roles. */
            options: string[];
            /** @description What a table calls it. */
            short: string;
            /** @description What is asked; empty where the screen asks it. */
            text: string;
        };
        /** @description What is asked at once: on a phone one screen. */
        InterviewScreen: {
            /** @description What is asked. */
            asks: string;
            /** @description One line of help; may be empty. */
            help: string;
            /** @description Its id. */
            id: string;
            only?: components["schemas"]["Outcome"] | null;
            /** @description The questions. */
            questions: components["schemas"]["InterviewQuestion"][];
        };
        /**
         * @description How far an interview is.
         * @enum {string}
         */
        InterviewState: "not-opened" | "begun" | "done" | "expired" | "withdrawn";
        /** @description What was said about the selected deals. Counts are deals, never rates: an interview is about a handful of them. */
        InterviewSummary: {
            /** @description Deals with an answer. */
            deals: components["schemas"]["DealCounts"];
            /** @description Objections with what answered them; most deals first. */
            objections: components["schemas"]["ObjectionCount"][];
            /** @description The questions that somebody answered, in the order in which they are asked. */
            questions: components["schemas"]["QuestionSummary"][];
            /**
             * Format: int64
             * @description Owners of these deals.
             */
            reps: number;
            /** @description The whole in one sentence. */
            sentence: string;
        };
        /** @description How far a job is. */
        JobProgress: {
            /**
             * Format: int64
             * @description Bytes done.
             */
            done: number;
            /** @description What it does now, in a word or two. */
            phase: string;
            /** @description `running`, `done`, `failed`. */
            status: string;
            /**
             * Format: int64
             * @description Bytes in all.
             */
            total: number;
        };
        /** @description `from.column` names rows of `to` by its key column. */
        Join: {
            /** @description Its column. */
            column: string;
            /** @description Index of the file that names. */
            from: number;
            /** @description Its key column. */
            key: string;
            /**
             * Format: int64
             * @description Distinct values that were found as they are.
             */
            matched: number;
            /** @description Values that were not, with what they probably mean. */
            near: components["schemas"]["NearMatch"][];
            /** @description Index of the file that is named. */
            to: number;
        };
        /** @description The way of buyers from noticing a problem to recommending us. */
        Journey: {
            /** @description Short id, unique in the process. */
            id: string;
            /** @description Name. */
            name: string;
            /** @description Whose it is: ids of personas; everybody's if left out. */
            personas?: string[];
            /** @description Its steps in order. */
            steps?: components["schemas"]["JourneyStep"][];
        };
        /** @description A step that buyers take. */
        JourneyStep: {
            /** @description What they ask themselves. */
            asks?: string;
            /** @description What they do. */
            does?: string;
            /** @description How they feel. */
            feels?: string;
            /** @description Short id, unique in the journey. */
            id: string;
            /** @description Name. */
            name: string;
            /** @description What they need. */
            needs?: string;
            /** @description Before, during or after the purchase. */
            phase?: components["schemas"]["Phase"];
            /** @description Ids of the stages that serve it. */
            stages?: string[];
            /** @description Where they meet us. */
            touchpoint?: string;
        };
        /** @description How somebody is told of one kind of thing. */
        KindChoice: components["schemas"]["NoticeChoice"] & {
            /** @description What kind of thing. */
            kind: components["schemas"]["NoticeKind"];
        };
        /** @description A commitment whose day has passed. */
        LapsedCommitment: components["schemas"]["ReviewedDeal"] & {
            /**
             * Format: date-time
             * @description By when.
             */
            due: string;
            /** @description What they agreed to. */
            says: string;
            /** @description The stage that asks for it. */
            stage: string;
        };
        /** @description What is known of a deal that began as a lead, beside its fields. */
        Lead: {
            /**
             * Format: date-time
             * @description When it was last assigned.
             */
            assigned?: string | null;
            /** @description Id of the deal that goes on in its place. */
            into?: string | null;
            /** @description Why it was dropped. */
            reason?: string | null;
            /**
             * Format: date-time
             * @description When it came in.
             */
            received?: string | null;
            /** @description Id of the rule that assigned it last; none where a person did. */
            rule?: string | null;
            /**
             * Format: date-time
             * @description Since when it is in this state.
             */
            since?: string | null;
            /** @description What became of it. */
            state: components["schemas"]["LeadState"];
        };
        /** @description What is to be done. */
        LeadAct: {
            /** @enum {string} */
            do: "take";
        } | {
            /** @enum {string} */
            do: "drop";
            /** @description Why. */
            reason: string;
        } | {
            /** @enum {string} */
            do: "reopen";
        } | {
            /** @enum {string} */
            do: "assign";
            /** @description Whose they are; empty for nobody's. */
            owner: string;
        };
        /** @description A lead with which it was not done. */
        LeadActRefused: {
            /** @description The lead. */
            id: components["schemas"]["DealId"];
            /** @description Why not, in a sentence. */
            why: string;
        };
        /** @description What is to be done with which leads. */
        LeadActs: {
            /** @description This. */
            act: components["schemas"]["LeadAct"];
            /** @description These, at most 500. */
            leads: components["schemas"]["DealId"][];
        };
        /** @description What was done. */
        LeadActsDone: {
            /** @description With these. */
            done: components["schemas"]["DealId"][];
            /** @description Not with these, and why. */
            refused: components["schemas"]["LeadActRefused"][];
        };
        /** @description One of a pair. */
        LeadAlike: {
            /** @description The company. */
            account?: string | null;
            /** @description Address, number, source, country, … of those that are known. */
            attributes: {
                [key: string]: string;
            };
            /**
             * Format: date-time
             * @description Since when.
             */
            created?: string | null;
            /** @description The deal or lead. */
            id: components["schemas"]["DealId"];
            /** @description What it is called. */
            name: string;
            /** @description Whose it is. */
            owner?: string | null;
            state?: components["schemas"]["LeadState"] | null;
        };
        /** @description A field has one of some values. */
        LeadCondition: {
            /** @description Name of a field or an attribute: `country`, `source`, `employees`. */
            field: string;
            /** @description One of these, whatever the case; an empty text stands for leads that have none. */
            is: string[];
        };
        /**
         * @description How a field is filled in.
         * @enum {string}
         */
        LeadFieldKind: "line" | "email" | "phone" | "text" | "choice";
        /** @description By what leads can be selected. */
        LeadFilters: {
            /** @description Campaigns, the commonest first. */
            campaigns: components["schemas"]["LeadValue"][];
            /**
             * Format: int64
             * @description Pairs that may be one, to be decided on.
             */
            doubts: number;
            /** @description Owners of open leads, in lower case. */
            owners: components["schemas"]["LeadValue"][];
            /** @description Sources, the commonest first. */
            sources: components["schemas"]["LeadValue"][];
        };
        /** @description A form that others put on their pages. */
        LeadForm: {
            /** @description As part of which campaign, unless the page's address says otherwise. */
            campaign?: string;
            /** @description It is closed: nobody can send it any more. */
            closed?: boolean;
            /** @description What people agree to by ticking; empty: there is nothing to tick. */
            consent?: string;
            /** @description What it asks, in order. */
            fields: components["schemas"]["LeadFormField"][];
            /** @description A sentence below it. */
            intro?: string;
            /** @description What the team calls it. */
            name: string;
            /** @description Sites on whose pages it may stand, such as `https://www.example.com`; none: everywhere. */
            sites?: string[];
            /** @description The source of its leads. */
            source: string;
            /** @description Said after sending. */
            thanks: string;
            /** @description The heading that visitors see. */
            title?: string;
        };
        /** @description Something that a form asks. */
        LeadFormField: {
            /** @description What there is to choose from. */
            choices?: string[];
            /** @description What it becomes: `contact`, `email`, `phone`, `account`, `title`, `website`, `note`, or an attribute of any name. */
            id: string;
            /** @description How it is filled in. */
            kind?: components["schemas"]["LeadFieldKind"];
            /** @description What visitors read. */
            label: string;
            /** @description It has to be. */
            required?: boolean;
        };
        /** @description What others put on their pages. */
        LeadFormSnippets: {
            /** @description HTML that shows the form in a frame. */
            frame: string;
            /** @description The address of the form's own page. */
            link: string;
            /** @description HTML of a form of their own looks, which is looked over here before it is sent. */
            plain: string;
        };
        /** @description A lead. */
        LeadLine: {
            /** @description Their organisation. */
            account?: string | null;
            /** @description As part of which campaign. */
            campaign?: string | null;
            /** @description The person. */
            contact?: string | null;
            /** @description Country. */
            country?: string | null;
            /** @description E-mail address. */
            email?: string | null;
            /** @description The deal that it is, or will be. */
            id: components["schemas"]["DealId"];
            /** @description Whether who asks may take it up, drop it and so on. */
            may_change: boolean;
            /** @description False where the licence of its list has ended before anybody was in touch. */
            may_contact: boolean;
            /** @description What it is called. */
            name: string;
            /** @description Whose it is. */
            owner?: string | null;
            /** @description Telephone number. */
            phone?: string | null;
            /** @description Why it was dropped. */
            reason?: string | null;
            /**
             * Format: date-time
             * @description When it came in.
             */
            received?: string | null;
            /** @description Where it came from. */
            source?: string | null;
            /** @description What became of it. */
            state: components["schemas"]["LeadState"];
            /** @description What they are in it. */
            title?: string | null;
            /** @description Somebody has been in touch. */
            touched: boolean;
            /**
             * Format: int64
             * @description Its version.
             */
            version: number;
        };
        /** @description A bought list. */
        LeadList: components["schemas"]["LeadListTerms"] & {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who brought it. */
            by?: string | null;
            cost_per_lead?: components["schemas"]["Money"] | null;
            /** @description Why it failed. */
            error?: string | null;
            /** @description The name of its file. */
            file: string;
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description The import that read it last. */
            import: components["schemas"]["ImportId"];
            /**
             * Format: int64
             * @description Leads of it.
             */
            leads: number;
            /** @description False where the licence has ended: untouched leads of it may not be contacted any more. */
            may_contact: boolean;
            /** @description What the import has to say. */
            notes: string[];
            /**
             * Format: int64
             * @description Rows that could not be read.
             */
            rejected: number;
            /** @description `running`, `done`, `failed`, `undone`. */
            status: string;
            /**
             * Format: int64
             * @description Deals by now.
             */
            taken: number;
            /**
             * Format: int64
             * @description Those of them that are open and nobody has been in touch with.
             */
            untouched: number;
            /**
             * Format: int64
             * @description Its version, for `If-Match`.
             */
            version: number;
            /**
             * Format: int64
             * @description Won.
             */
            won: number;
        };
        /** @description What is known of a bought list. */
        LeadListTerms: {
            /**
             * Format: date
             * @description When it was bought.
             */
            bought?: string | null;
            /** @description As part of which campaign. */
            campaign?: string;
            /** @description What allows you to contact these people, in words. */
            licence?: string;
            price?: components["schemas"]["Money"] | null;
            /** @description Who sold it, or where it is from: the source of its leads. */
            source: string;
            /**
             * Format: date
             * @description Last day on which those may be contacted with whom nobody has been in touch before; none for no end.
             */
            valid_until?: string | null;
        };
        /** @description A list that was brought, and how it would be read. */
        LeadListUpload: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description How it is read. */
            plan: components["schemas"]["ContactPlan"];
        };
        /** @description Leads. */
        LeadPageView: {
            /**
             * Format: int64
             * @description Dropped ones.
             */
            dropped: number;
            /** @description These. */
            leads: components["schemas"]["LeadLine"][];
            /** @description Cursor of the next page; none at the end. */
            next?: string | null;
            /**
             * Format: int64
             * @description Open ones of this selection.
             */
            open: number;
            /**
             * Format: int64
             * @description Those taken up.
             */
            taken: number;
        };
        /** @description Two that may be one. */
        LeadPair: {
            /** @description Who said so. */
            by?: string | null;
            /** @description `same` or `different`; none while it waits. */
            decided?: string | null;
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description The one that came later. */
            lead: components["schemas"]["LeadAlike"];
            /** @description Whether who asks may decide. */
            may_decide: boolean;
            /** @description The other one. */
            other: components["schemas"]["LeadAlike"];
            /** @description What speaks for it: `name` (the same company and a similar name) or `phone` (the same number). */
            why: string;
        };
        /** @description A word on a pair. */
        LeadPairDecision: {
            keep?: components["schemas"]["DealId"] | null;
            /** @description Whether they are one. */
            says: components["schemas"]["LeadPairWord"];
        };
        /**
         * @description Whether two are one.
         * @enum {string}
         */
        LeadPairWord: "same" | "different" | "open";
        /** @description A share with its interval. */
        LeadRate: {
            /**
             * Format: double
             * @description Upper end.
             */
            high: number;
            /**
             * Format: double
             * @description Lower end of the interval.
             */
            low: number;
            /**
             * Format: double
             * @description Of 1.
             */
            share: number;
        };
        /** @description A rep who gets leads. */
        LeadRepShare: {
            /**
             * Format: date
             * @description They get none up to and including this day.
             */
            away_until?: string | null;
            /** @description Their name, which the lead's owner bears then. */
            name: string;
            /**
             * Format: int32
             * @description How many they get for one of a rep of weight 1; 1 to 100.
             */
            weight?: number;
        };
        /** @description What a run of the rules did. */
        LeadRulesRun: {
            /**
             * Format: int64
             * @description Leads that have somebody now.
             */
            assigned: number;
            /**
             * Format: int64
             * @description Leads that no rule fits, or whose people are all away.
             */
            left: number;
        };
        /**
         * @description How leads are shared out.
         * @enum {string}
         */
        LeadSharing: "round-robin" | "least-load";
        /**
         * @description What became of a lead.
         * @enum {string}
         */
        LeadState: "open" | "dropped" | "taken" | "merged";
        /** @description A value and how many leads have it. */
        LeadValue: {
            /**
             * Format: int64
             * @description So many.
             */
            leads: number;
            /** @description The value; empty for none. */
            value: string;
        };
        /** @description Where counting plainly misleads, with this data's own figures. */
        Lesson: {
            /** @description Odds ratio among comparable deals. */
            comparable: components["schemas"]["Effect"];
            /** @description The driver that it is about. */
            driver: string;
            /**
             * Format: double
             * @description Odds ratio counted plainly.
             */
            naive: number;
            /** @description In words. */
            sentence: string;
        };
        /** @description A place in letters. */
        LetterPlace: {
            /** @description Its name, written `{{name}}`. */
            name: string;
            /** @description What stands there. */
            says: string;
        };
        /**
         * @description How much a finding matters.
         * @enum {string}
         */
        Level: "info" | "warning" | "error";
        /** @description A file of the library. */
        LibraryFile: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who brought it. */
            by?: string | null;
            /** @description Media type, by its name: `application/pdf`. */
            media: string;
            /** @description Its name; content names it as `file`. */
            name: string;
            /**
             * Format: int64
             * @description Bytes.
             */
            size: number;
            /**
             * Format: int64
             * @description Counts its replacements; for `If-Match`.
             */
            version: number;
        };
        /**
         * @description A light, from the one without concern to the worst.
         * @enum {string}
         */
        Light: "unknown" | "green" | "amber" | "red";
        /** @description What is said of one line. */
        LineAnswer: {
            /** @description Its id. */
            id: string;
            /** @description What is missing or wrong. */
            note?: string;
            /** @description True: it arrived. */
            received: boolean;
        };
        /**
         * @description How a line of a delivery stands.
         * @enum {string}
         */
        LineState: "waiting" | "confirmed" | "disputed";
        /** @description The token of a sign-in link. */
        Link: {
            /** @description What stands behind `#token=`. */
            token: string;
        };
        /** @description A deal that belongs to another. */
        LinkedDeal: {
            /** @description ISO 4217. */
            currency?: string | null;
            /** @description That deal. */
            deal: components["schemas"]["DealId"];
            /** @description Its name. */
            name: string;
            /** @description Open, won or lost. */
            outcome: components["schemas"]["Outcome"];
            /** @description Who owns it. */
            owner?: string | null;
            /** @description How they belong together. */
            relation: components["schemas"]["Relation"];
            /** @description The stage it is in. */
            stage?: string | null;
            /**
             * Format: int64
             * @description Value in minor units.
             */
            value_minor?: number | null;
        };
        /** @description What the link is for. */
        LinkWish: {
            /** @description True: the rep is reminded with it. */
            remind?: boolean;
        };
        /** @description A rule of the linter. */
        LintRule: {
            /** @description A part of a process with the flaw; where it has no first line `schema`, the stages `won` and `lost` follow. */
            example: string;
            /** @description The same without it. */
            fixed: string;
            /** @description Stable id: `P106`. */
            id: string;
            /** @description How much breaking it matters. */
            level: components["schemas"]["Level"];
            /** @description The flaw in a few words. */
            title: string;
            /** @description Why it is one. */
            why: string;
        };
        /** @description A list as a file. */
        ListFile: {
            /**
             * Format: binary
             * @description CSV, XLSX or Parquet.
             */
            file: string;
        };
        /** @description The price of a product in a list. */
        ListPrice: {
            /** @description The product's name in the catalogue. */
            product: string;
            /** @description Prices of one from a quantity on, ascending. */
            tiers?: components["schemas"]["QuotePriceTier"][];
            /**
             * Format: int64
             * @description Price of one in minor units.
             */
            unit_minor: number;
        };
        /** @description The last closed deals side by side. */
        LookBack: {
            crowd?: components["schemas"]["Crowd"] | null;
            /** @description The deals, last closed first. */
            deals: components["schemas"]["LookBackDeal"][];
            /**
             * Format: double
             * @description Longest duration in days.
             */
            longest_days: number;
            /**
             * Format: int64
             * @description Distinct owners.
             */
            owners: number;
            /** @description What they have in common, in a sentence: `6 of 10 took between five and nine weeks.` */
            sentence: string;
            /** @description The stages of these and neighbouring deals, in order. */
            stages?: string[];
        };
        /** @description One deal from beginning to end. */
        LookBackDeal: {
            /** @description Account. */
            account?: string | null;
            /**
             * Format: double
             * @description Day of the close, counted as the marks are.
             */
            close_day?: number | null;
            /**
             * Format: date-time
             * @description Closed.
             */
            closed?: string | null;
            /**
             * Format: date-time
             * @description First dated moment.
             */
            created?: string | null;
            /**
             * Format: double
             * @description Whole duration in days.
             */
            days?: number | null;
            /** @description Its id. */
            id: components["schemas"]["DealId"];
            /** @description The source's id. */
            key: string;
            /** @description Its dated events in order. */
            marks: components["schemas"]["Mark"][];
            /** @description Its name. */
            name: string;
            /** @description Outcome. */
            outcome: components["schemas"]["Outcome"];
            /** @description Owner. */
            owner?: string | null;
            /** @description Product. */
            product?: string | null;
            /** @description Its stays in stages, in order. */
            stages?: components["schemas"]["Band"][];
            /** @description The owner's team. */
            team?: string | null;
            /**
             * Format: int64
             * @description Value in minor units.
             */
            value_minor?: number | null;
        };
        /** @description A stage that a version has no more. */
        LostStage: {
            /**
             * Format: int64
             * @description Open deals in it.
             */
            deals: number;
            /** @description Its name. */
            name: string;
            /** @description Its id. */
            stage_id: string;
        };
        /** @description A deal that was made of another. */
        MadeDeal: {
            /** @description The one it came from, after that. */
            after: components["schemas"]["AfterView"];
            deal?: components["schemas"]["DealId"] | null;
        };
        /** @description A mailbox as it is shown. */
        MailAccount: components["schemas"]["AccountSettings"] & {
            /** @description A password for reading is kept. */
            has_imap_password: boolean;
            /** @description A password for sending is kept. */
            has_smtp_password: boolean;
            /**
             * Format: date-time
             * @description When the folder was last looked into.
             */
            looked?: string | null;
            /** @description What went wrong then. */
            trouble?: string | null;
        };
        /** @description A mailbox as it is set up. A password that is left out stays; an empty one is taken away. */
        MailAccountForm: components["schemas"]["AccountSettings"] & {
            /** @description The password for reading; that for sending, if it was never given. */
            imap_password?: string | null;
            /** @description The password for sending. */
            smtp_password?: string | null;
        };
        /** @description How mailboxes and calendars are read. */
        MailPlan: {
            /**
             * @description Keep the text of messages, shortened.
             * @default false
             */
            bodies: boolean;
            /**
             * @description Keep the subject of a message and the title of a meeting.
             * @default true
             */
            subjects: boolean;
            /**
             * @description Domains (`ourco.com`) and addresses of your own side, in lower case; guessed where it is empty.
             * @default []
             */
            team: string[];
        };
        /** @description How the workspace writes. */
        MailPolicy: {
            /**
             * @description Where prospects reach this server: `https://sales.ourco.com`. Links to unsubscribe need it.
             * @default
             */
            address: string;
            /**
             * @description Only who agreed is written to.
             * @default false
             */
            consent_needed: boolean;
            /**
             * @description Stands below every mail to a prospect, above the link to unsubscribe.
             * @default
             */
            footer: string;
            /**
             * Format: int32
             * @description Most in a day.
             * @default 300
             */
            per_day: number;
            /**
             * Format: int32
             * @description Most mails to prospects in an hour, by each mailbox.
             * @default 60
             */
            per_hour: number;
        };
        /** @description A mail as it would be sent. */
        MailPreview: {
            /** @description The text. */
            body: string;
            /** @description Why nobody may write there; none where somebody may. */
            forbidden?: string | null;
            /** @description Places that nothing is known for; such a mail is not sent. */
            missing: string[];
            /** @description The subject. */
            subject: string;
        };
        /**
         * @description What became of messages and meetings. Every one that could be read is counted in one of `linked`, `repeated` and the
         *     following counts up to `unconfirmed`.
         */
        MailReport: {
            /** @description The first 100 ambiguous ones. */
            ambiguities: components["schemas"]["Ambiguity"][];
            /**
             * Format: int64
             * @description Could belong to several deals.
             */
            ambiguous: number;
            /**
             * Format: int64
             * @description Written by machines: answers out of office, bounces, newsletters.
             */
            automatic: number;
            /**
             * Format: int64
             * @description Meetings that were called off or declined.
             */
            called_off: number;
            /**
             * Format: int64
             * @description Deals that they belong to.
             */
            deals: number;
            /**
             * Format: int64
             * @description Deleted, junk or drafts.
             */
            discarded: number;
            /**
             * Format: int64
             * @description Nobody but your own side takes part.
             */
            internal: number;
            /**
             * Format: int64
             * @description Messages and meetings that belong to a deal.
             */
            linked: number;
            /**
             * Format: int64
             * @description Meetings read, each occurrence of a recurring one by itself.
             */
            meetings: number;
            /**
             * Format: int64
             * @description Messages read.
             */
            messages: number;
            /**
             * Format: int64
             * @description The people are known, but no deal of theirs was open then.
             */
            out_of_time: number;
            /**
             * Format: int64
             * @description Were there already, in another mailbox or calendar.
             */
            repeated: number;
            /** @description People outside who are on no deal, most messages first, at most 100: perhaps deals that the CRM does not know. */
            strangers: components["schemas"]["Stranger"][];
            /**
             * Format: int64
             * @description How many such people there are.
             */
            strangers_in_all: number;
            /** @description Your own side, as the plan has it. */
            team: string[];
            /**
             * Format: int64
             * @description Meetings still to come.
             */
            to_come: number;
            /** @description Touchpoints made, by kind. */
            touchpoints: {
                [key: string]: number;
            };
            /**
             * Format: int64
             * @description Past meetings to which nobody of the other side agreed.
             */
            unconfirmed: number;
            /**
             * Format: int64
             * @description Nobody who takes part is on a deal.
             */
            unknown: number;
        };
        /**
         * @description How a connection is secured.
         * @enum {string}
         */
        MailSecurity: "tls" | "starttls" | "plain";
        /** @description A server. */
        MailServer: {
            /** @description Its name: `mail.ourco.com`. */
            host: string;
            /**
             * Format: int32
             * @description Its port.
             */
            port: number;
            /** @description How the connection is secured. */
            security: components["schemas"]["MailSecurity"];
            /** @description Who signs in there; empty for a server that asks nobody. */
            user?: string;
        };
        /** @description How mail is set up. */
        MailSettings: {
            /** @description Whether who asks may change what belongs to the workspace. */
            may_change: boolean;
            own?: components["schemas"]["MailAccount"] | null;
            /** @description How the workspace writes. */
            policy: components["schemas"]["MailPolicy"];
            shared?: components["schemas"]["MailAccount"] | null;
        };
        /** @description A letter to begin with. */
        MailTemplate: {
            /** @description The text, with places to be filled. */
            body: string;
            /** @description Its name, unique. */
            name: string;
            /** @description The subject, with places to be filled. */
            subject: string;
        };
        /** @description A letter as it is kept. */
        MailTemplateLine: components["schemas"]["MailTemplate"] & {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * Format: int64
             * @description Its version, for `If-Match`.
             */
            version: number;
        };
        /** @description The letters, and the places that can be filled in each. */
        MailTemplates: {
            /** @description Places; also each attribute of a deal by its name. */
            places: components["schemas"]["LetterPlace"][];
            /** @description By name. */
            templates: components["schemas"]["MailTemplateLine"][];
        };
        /** @description Whether a mailbox works. */
        MailTest: {
            /** @description What is wrong with reading; none where it works or where nothing is read. */
            imap?: string | null;
            /** @description What is wrong with sending, in words; none where it works. */
            smtp?: string | null;
        };
        /** @description A move. */
        MapEdge: {
            /**
             * Format: int64
             * @description How often.
             */
            count: number;
            /** @description Activity before. */
            from: string;
            /**
             * Format: double
             * @description Mean of the time between; 0 where no pair is dated.
             */
            mean_seconds: number;
            /**
             * Format: double
             * @description Median of the time between; 0 where no pair is dated.
             */
            median_seconds: number;
            /** @description Points of the line to draw, in px; two at least. */
            points: [
                number,
                number
            ][];
            /**
             * Format: double
             * @description First quartile of the time between; 0 where no pair is dated.
             */
            q25_seconds?: number;
            /**
             * Format: double
             * @description Third quartile of the time between; 0 where no pair is dated.
             */
            q75_seconds?: number;
            /** @description Activity directly after. */
            to: string;
        };
        /** @description An activity. */
        MapNode: {
            /** @description Its name. */
            activity: string;
            /**
             * Format: int64
             * @description Events.
             */
            count: number;
            /**
             * Format: int64
             * @description Deals that have it.
             */
            deals: number;
            /** @description `stage`, `won`, `lost` or `activity`. */
            kind: string;
            /**
             * Format: double
             * @description Centre of its box, in px from the left.
             */
            x: number;
            /**
             * Format: double
             * @description Centre of its box, in px from the top.
             */
            y: number;
        };
        /** @description A map with its drawing. */
        MapView: {
            /** @description Activities shown, of how many, and the share of all events that they hold. */
            activities: components["schemas"]["Activities"];
            /** @description True where the data has both stages and other activities, so that the view can be chosen. */
            both: boolean;
            /** @description The deals it is about. */
            deals: components["schemas"]["DealCounts"];
            /** @description Lines, between places in `nodes`. */
            edges: components["schemas"]["ViewEdge"][];
            /** @description True if they are. */
            grouped: boolean;
            /**
             * Format: int64
             * @description Different names there would be if those that differ in numbers only were one.
             */
            groups: number;
            /**
             * Format: double
             * @description Height of the drawing, in px.
             */
            height: number;
            /** @description Width and height of the room that each label has, in px. */
            label_size: [
                number,
                number
            ];
            /** @description The main way: places in `nodes`, in one straight line. */
            main: number[];
            /** @description Boxes. */
            nodes: components["schemas"]["ViewNode"][];
            /** @description Lines shown, of how many, and the share of all moves between the shown activities that they hold. */
            paths: components["schemas"]["Activities"];
            /**
             * Format: int64
             * @description Deals that went on to a stage after they were won or lost.
             */
            reopened: number;
            /** @description What the map shows, in sentences. */
            sentences: string[];
            /** @description What the steps are: `stages` or `all`, as far as the data has it. */
            view: components["schemas"]["Wanted"];
            /**
             * Format: double
             * @description Width of the drawing, in px.
             */
            width: number;
        };
        /** @description One event on the time line. */
        Mark: {
            /** @description Its name. */
            activity: string;
            channel?: components["schemas"]["Channel"] | null;
            /**
             * Format: double
             * @description Days since the deal's first dated moment.
             */
            day: number;
            /** @description `stage`, `won`, `lost` or `activity`. */
            kind: string;
            /** @description Whose act. */
            side: components["schemas"]["Side"];
        };
        /** @description What a column means. */
        Meaning: {
            /** @enum {string} */
            is: "deal-id";
        } | {
            /** @enum {string} */
            is: "name";
        } | {
            /** @enum {string} */
            is: "account";
        } | {
            /** @enum {string} */
            is: "owner";
        } | {
            /** @enum {string} */
            is: "team";
        } | {
            /** @enum {string} */
            is: "product";
        } | {
            /** @enum {string} */
            is: "value";
        } | {
            /** @enum {string} */
            is: "currency";
        } | {
            /** @enum {string} */
            is: "stage";
        } | {
            /** @enum {string} */
            is: "created";
        } | {
            /** @enum {string} */
            is: "closed";
        } | {
            /** @enum {string} */
            is: "won-at";
        } | {
            /** @enum {string} */
            is: "lost-at";
        } | {
            /** @enum {string} */
            is: "outcome";
        } | {
            /** @enum {string} */
            is: "stage-entered";
            /** @description The stage. */
            stage: string;
        } | {
            /** @enum {string} */
            is: "stage-left";
            /** @description The stage. */
            stage: string;
        } | {
            /** @description The activity. */
            activity: string;
            /** @enum {string} */
            is: "activity-at";
        } | {
            /** @enum {string} */
            is: "activity";
        } | {
            /** @enum {string} */
            is: "timestamp";
        } | {
            /** @enum {string} */
            is: "event-id";
        } | {
            /** @enum {string} */
            is: "event-kind";
        } | {
            /** @enum {string} */
            is: "side";
        } | {
            /** @enum {string} */
            is: "actor";
        } | {
            /** @enum {string} */
            is: "other-time";
        } | {
            /** @enum {string} */
            is: "direction";
        } | {
            /** @enum {string} */
            is: "result";
        } | {
            /** @enum {string} */
            is: "done";
        } | {
            /** @enum {string} */
            is: "field";
        } | {
            /** @enum {string} */
            is: "old-value";
        } | {
            /** @enum {string} */
            is: "new-value";
        } | {
            /** @enum {string} */
            is: "modified";
        } | {
            /** @enum {string} */
            is: "stage-since";
        } | {
            /** @enum {string} */
            is: "pipeline";
        } | {
            /** @enum {string} */
            is: "person";
        } | {
            /** @enum {string} */
            is: "person-role";
        } | {
            /** @enum {string} */
            is: "email";
        } | {
            /** @enum {string} */
            is: "job-title";
        } | {
            /** @enum {string} */
            is: "first-name";
        } | {
            /** @enum {string} */
            is: "last-name";
        } | {
            /** @enum {string} */
            is: "key";
        } | {
            /** @enum {string} */
            is: "attribute";
            /** @description Under which name it is kept. */
            name: string;
        } | {
            /** @enum {string} */
            is: "ignored";
        };
        /** @description A meeting of a deal. */
        Meeting: {
            /** @description Who of the prospect was there. */
            attended: components["schemas"]["Attendee"][];
            /** @description Who planned it. */
            by?: string | null;
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            changed: string;
            /** @description Its id. */
            id: string;
            /**
             * Format: int64
             * @description The same in all, in minutes.
             */
            minutes_spent: number;
            /** @description What came of it, or why it was cancelled. */
            note: string;
            /** @description What is planned, or was. */
            plan: components["schemas"]["MeetingPlan"];
            /**
             * Format: int32
             * @description Counts its changes from 0, as calendars ask.
             */
            sequence: number;
            /** @description What our people spent on it. */
            spent: components["schemas"]["TimeSpent"][];
            /** @description How it stands. */
            state: components["schemas"]["MeetingState"];
        };
        /** @description What is planned. */
        MeetingPlan: {
            /**
             * Format: int32
             * @description How long it takes.
             */
            minutes: number;
            /** @description Who comes of us. */
            ours?: string[];
            /** @description Where: a place, or the address of a call. */
            place?: string;
            /**
             * Format: date-time
             * @description When it begins.
             */
            start: string;
            /** @description What kind of meeting it is, in one word that criteria can look for: `demo`, `discovery`, … */
            tag?: string;
            /** @description Who comes of the prospect. */
            theirs?: string[];
            /** @description What it is called. */
            title: string;
        };
        /**
         * @description How a meeting stands.
         * @enum {string}
         */
        MeetingState: "planned" | "held" | "cancelled";
        /** @description An amount of money. `minor` counts the smallest unit, taken as 1/100 of the currency. */
        Money: {
            /** @description ISO 4217 code, upper case; empty where the source did not say. */
            currency: string;
            /**
             * Format: int64
             * @description Minor units: 12.34 USD is 1234.
             */
            minor: number;
        };
        /** @description A wish to move a deal. */
        Move: components["schemas"]["Closing"] & {
            /** @description Why, needed where required criteria are not met. */
            reason?: string | null;
            /** @description The stage to go to: its id, or any name that [`Process::stage_of`] knows. */
            to: string;
        };
        /** @description A move without the required criteria that waits for approval. */
        MoveAsked: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who asks, by name. */
            by?: string | null;
            /** @description Why it should move all the same. */
            reason: string;
            /** @description Id of the stage to go to. */
            to: string;
            /** @description Its name. */
            to_name: string;
            /** @description What is not met, in sentences. */
            unmet: string[];
            user?: components["schemas"]["UserId"] | null;
        };
        /** @description A move without an act of the prospect. */
        MovedAlone: components["schemas"]["ReviewedDeal"] & {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description The stage that was left. */
            from: string;
            /** @description The stage that was entered; none where it was won. */
            to?: string | null;
        };
        /** @description How many deals were moved. */
        MovedDeals: {
            /**
             * Format: int64
             * @description So many.
             */
            moved: number;
        };
        /** @description Which deals go by the version. */
        MoveDeals: {
            /** @description These alone; all open deals of the process if left out. */
            deals?: components["schemas"]["DealId"][] | null;
            /** @description Where deals go whose stage the version has no more; see [`super::versions::Activation`]. */
            stages?: {
                [key: string]: string;
            };
        };
        /** @description A decision on a move that is asked for. */
        MoveDecision: {
            /** @description Whether it may move all the same. */
            granted: boolean;
            /** @description Why, for who asked. */
            note?: string;
        };
        /** @description What is to be done. */
        MyDay: {
            /** @description Today, where the team is: `2026-03-11`. */
            day: string;
            /**
             * Format: int64
             * @description Open deals of theirs.
             */
            deals: number;
            /** @description Why the team does not work today: the holiday's name, or empty for a free day of the week; none on a working day. */
            free?: string | null;
            /**
             * Format: int64
             * @description Of these, how many were looked at: those longest in their stage, at most 1,000.
             */
            looked_at: number;
            /** @description Whose deals; none for everybody's. */
            owner?: string | null;
            /** @description Owners of open deals, by name; to look at a colleague's day. */
            owners: string[];
            /** @description What waits first, then by day; at most 500. */
            to_do: components["schemas"]["ToDo"][];
            /**
             * Format: int64
             * @description How many there are in all.
             */
            total: number;
            /** @description IANA name of the zone. */
            zone: string;
        };
        /** @description Counted plainly among all closed deals, whatever else differs. */
        Naive: {
            /**
             * Format: double
             * @description Odds ratio; none where a count is 0.
             */
            odds_ratio?: number | null;
            /** @description Deals with it. */
            with: components["schemas"]["WonLost"];
            /** @description Deals without it. */
            without: components["schemas"]["WonLost"];
        };
        /** @description A value that no row has as its key, but one nearly has. */
        NearMatch: {
            /** @description True: joined to that key. The value itself stays as the file has it. */
            accepted: boolean;
            /** @description The key that it probably means: `GTX Pro`; none if none is near. */
            key?: string | null;
            /**
             * Format: int64
             * @description In how many rows.
             */
            rows: number;
            /** @description The value: `GTXPro`. */
            value: string;
        };
        /** @description One thing of a list that a stage keeps. */
        Need: {
            /** @description Evidence, in a sentence. */
            evidence?: string;
            /** @description Short id, unique in its list. */
            id: string;
            /** @description Id of the content of the library that it is. */
            item?: string;
            /** @description What it is, in words. */
            name: string;
            /** @description The role that sees to it. */
            owner?: string;
        };
        /** @description An answer to a question of the process. */
        NewAnswer: {
            /** @description The answer; an empty one takes an earlier one back. */
            answer: string;
            /** @description The question's id. */
            question: string;
        };
        /** @description People who are to go by a plan. */
        NewAssignments: {
            /**
             * Format: date
             * @description First day.
             */
            from: string;
            /** @description Their names. */
            people: string[];
            /** @description The short id of the plan. */
            plan: string;
            /**
             * Format: int64
             * @description Their own target in place of the plan's, in minor units.
             */
            target_minor?: number | null;
            /**
             * Format: date
             * @description Last day; until their next assignment if left out.
             */
            until?: string | null;
        };
        /** @description A call and what was said in it. */
        NewCall: {
            /** @description What was answered. */
            answers?: components["schemas"]["CallAnswer"][];
            /**
             * Format: date-time
             * @description When; now if left out.
             */
            at?: string | null;
            commitment?: components["schemas"]["CallCommitment"] | null;
            /** @description Anything else. */
            note?: string;
            /** @description How it ended: `talked`, `no-answer`, `voicemail`, `call-back`, or words of one's own. */
            outcome?: string;
            /** @description What it was about, in a word that criteria can look for: `budget`. */
            tag?: string;
            /** @description Who of the prospect took part, by name. Each is an act of theirs. */
            theirs?: string[];
        };
        /** @description That a customer left. */
        NewChurn: {
            /**
             * Format: date
             * @description The day; today if left out.
             */
            day?: string | null;
            /** @description Why, as they gave it. */
            reason: string;
        };
        /** @description A word on consent. */
        NewConsent: {
            /** @description Their address. */
            contact: string;
            /** @description How: `by phone`, `form on the fair`, … */
            note?: string;
            /** @description What was said. */
            word: components["schemas"]["ConsentWord"];
        };
        /** @description An amount to be added or taken off. */
        NewCorrection: {
            /**
             * Format: int64
             * @description Minor units; below 0 to take off.
             */
            amount_minor: number;
            /** @description Currency (ISO 4217), of a plan that the person goes by or went by. */
            currency: string;
            /**
             * Format: date
             * @description The day whose period it counts in; today if left out.
             */
            day?: string | null;
            /** @description Who. */
            person: string;
            /** @description Why: whoever reads the statement reads it. */
            reason: string;
        };
        /** @description A new deal. */
        NewDeal: {
            /** @description The prospect's organisation. */
            account?: string | null;
            /** @description Attributes, those of fields that the team defined among them. */
            attributes?: {
                [key: string]: string;
            };
            /** @description ISO 4217. */
            currency?: string | null;
            /** @description Its name. */
            name: string;
            /** @description The rep who owns it; who creates it if left out. */
            owner?: string | null;
            /** @description What is sold. */
            product?: string | null;
            /** @description The stage to begin in; the first one if left out. */
            stage?: string | null;
            /** @description The owner's team. */
            team?: string | null;
            /** @description Value, decimal text with a point: `1200.50`. */
            value?: string | null;
        };
        /** @description A mail about a deal, with places to be filled. */
        NewDealMail: {
            /**
             * Format: uuid
             * @description The mail that it answers: one that came in.
             */
            answers?: string | null;
            /**
             * Format: date-time
             * @description Not before this; at once if left out.
             */
            at?: string | null;
            /** @description The text. */
            body: string;
            /** @description The subject. */
            subject: string;
            /** @description The reader's address. */
            to: string;
        };
        /** @description A new entry. */
        NewDoNotContact: {
            /** @description `ann@acme.com`, or `acme.com` for everybody there. */
            contact: string;
            /** @description Why. */
            why?: string;
        };
        /** @description Who is to be taken into which sequence. */
        NewEnrolment: {
            /** @description The address of somebody on the deal. */
            contact: string;
            /**
             * Format: uuid
             * @description The sequence.
             */
            sequence: string;
        };
        /** @description Something that was found out. */
        NewFinding: {
            /** @description What it is about. */
            kind: components["schemas"]["DealFindingKind"];
            /** @description Where: an address on the web. */
            link?: string;
            /** @description Of an objection: the id of the one of the process, if it is one of these. */
            objection?: string;
            /** @description What was found out. */
            text: string;
        };
        /** @description A lead to be. */
        NewLeadForm: {
            /**
             * @description Their organisation.
             * @default
             */
            account: string;
            /**
             * @description As part of which campaign.
             * @default
             */
            campaign: string;
            /**
             * @description The person's name.
             * @default
             */
            contact: string;
            /**
             * @description Country.
             * @default
             */
            country: string;
            /**
             * @description E-mail address.
             * @default
             */
            email: string;
            /**
             * @description Whose it is; by the rules, or nobody's, if left out. A rep's own, whatever it says.
             * @default
             */
            owner: string;
            /**
             * @description Telephone number.
             * @default
             */
            phone: string;
            /**
             * @description Where it came from.
             * @default
             */
            source: string;
            /**
             * @description What they are in their organisation.
             * @default
             */
            title: string;
            /**
             * @description Its website.
             * @default
             */
            website: string;
        };
        /** @description A new deal with the same customer. */
        NewLinked: {
            /** @description ISO 4217. */
            currency?: string | null;
            /** @description Its name. */
            name: string;
            /** @description The rep who owns it; who creates it if left out. */
            owner?: string | null;
            /** @description What is sold. */
            product?: string | null;
            /** @description How it belongs to this one. */
            relation: components["schemas"]["Relation"];
            /** @description Value, decimal text with a point: `1200.50`. */
            value?: string | null;
        };
        /** @description Somebody on the prospect's side. What is left out stays as it is, an empty text takes a value away. */
        NewPerson: {
            /** @description E-mail address; who bears it already on this deal is changed. */
            email?: string | null;
            influence?: components["schemas"]["PersonInfluence"] | null;
            /** @description Their name. */
            name: string;
            /** @description What they are in the decision: `decision-maker`, `champion`, `blocker`, `user`, … */
            role?: string | null;
            stand?: components["schemas"]["PersonStand"] | null;
            /** @description What they are in their organisation. */
            title?: string | null;
            /** @description By which name or address they were known on this deal, of somebody who is changed. */
            was?: string | null;
        };
        /** @description A process to begin: written, or made from a template. */
        NewProcess: {
            /** @description Another id than the text or the template has. */
            id?: string | null;
            /** @description The template's language: `en`, `de`, `es` or `ja`. */
            language?: string | null;
            /** @description Another name. */
            name?: string | null;
            /** @description The template instead; see `/process/templates`. */
            template?: string | null;
            /** @description The text of a `process.toml`. */
            toml?: string | null;
        };
        /** @description A referral. */
        NewReferral: {
            /** @description Of which company. */
            company?: string;
            /** @description How to reach them. */
            contact?: string;
            /** @description Whether to create a deal of it. */
            create_deal?: boolean;
            /** @description Who was named. */
            name: string;
        };
        /** @description A review that was held. */
        NewReview: {
            /** @description Who was there on the customer's side; with anybody it counts as their act. */
            attended?: string[];
            /** @description What else was said. */
            note?: string;
            /**
             * Format: date
             * @description The day; today if left out.
             */
            on?: string | null;
            /** @description Goal by goal: what was wanted, and what became of it. */
            results: components["schemas"]["ReviewResult"][];
        };
        /** @description Something that pages want to know of. */
        News: {
            /** @enum {string} */
            event: "log";
            /** @description `building` or `ready`. */
            state: string;
            /**
             * Format: int64
             * @description Counts its changes.
             */
            version: number;
        } | {
            /** @enum {string} */
            event: "deal";
            /** @description Which. */
            id: components["schemas"]["DealId"];
            /**
             * Format: int64
             * @description Its version now.
             */
            version: number;
        } | {
            /** @enum {string} */
            event: "import";
            /** @description Which. */
            id: components["schemas"]["ImportId"];
            /** @description `running`, `done`, `failed`, `undone`. */
            status: string;
        } | {
            /** @enum {string} */
            event: "process";
            /**
             * Format: int64
             * @description Which.
             */
            version: number;
        } | {
            /** @enum {string} */
            event: "draft";
            /** @description Id of the process. */
            process: string;
            /**
             * Format: int64
             * @description The draft's version.
             */
            version: number;
        } | {
            /** @enum {string} */
            event: "proposal";
            /**
             * Format: int64
             * @description Their version.
             */
            version: number;
        } | {
            /** @enum {string} */
            event: "notices";
        } | {
            /** @enum {string} */
            event: "missed";
        };
        /** @description How long a contract runs. */
        NewTerm: {
            /**
             * Format: date
             * @description Its first day.
             */
            from?: string | null;
            /**
             * Format: int32
             * @description Days before its end by which notice has to be given.
             */
            notice_days?: number;
            /**
             * Format: date
             * @description Its last day.
             */
            until: string;
        };
        /** @description A touchpoint that took place. */
        NewTouchpoint: {
            /** @description Who did it; of a rep's act who logs it, if left out. */
            actor?: string | null;
            /**
             * Format: date-time
             * @description When; now if left out.
             */
            at?: string | null;
            /**
             * @description `tag`, `role`, `content`, `objection`, `answer`, `note`, … What names content of the library by its id or title is
             *     kept with its kind.
             */
            attributes?: {
                [key: string]: string;
            };
            /** @description Its kind: one of `/touchpoints`, or a team's own. */
            kind: string;
            /** @description Whose act. */
            side: components["schemas"]["Side"];
        };
        /** @description A new user. */
        NewUserForm: {
            /** @description Address. */
            email: string;
            /** @description Name. */
            name: string;
            /** @description Password, of ten characters at least; without one they sign in by a link. */
            password?: string | null;
            /** @description What they are. */
            role: components["schemas"]["Role"];
        };
        /** @description The review that comes next. */
        NextReview: {
            /**
             * Format: int64
             * @description Days by which it is late; 0 if it is not.
             */
            late_days: number;
            /**
             * Format: date
             * @description The day, a working day unless somebody chose it.
             */
            on: string;
            /** @description True if somebody chose the day; false if it follows from the process. */
            planned: boolean;
        };
        /** @description The step that comes next. */
        NextStep: {
            /**
             * Format: date-time
             * @description When it is due: never on a free day.
             */
            due: string;
            /** @description Its number, from 1. */
            number: number;
            /** @description What is done. */
            step: components["schemas"]["SequenceStep"];
        };
        /** @description Something that somebody is told of. */
        Notice: {
            /**
             * Format: date-time
             * @description When it happened.
             */
            at: string;
            deal?: components["schemas"]["DealId"] | null;
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description What kind of thing. */
            kind: string;
            /** @description It was read. */
            read: boolean;
            /** @description In words. */
            says: string;
        };
        /** @description How somebody wants to be told of one kind of thing. */
        NoticeChoice: {
            /** @description By mail. */
            mail: components["schemas"]["NoticeMail"];
            /** @description In the program. */
            shown: boolean;
        };
        /** @description How somebody wants to be told. */
        NoticeChoices: {
            /**
             * Format: int32
             * @description The hour of the daily mail where the team is, 0 to 23.
             * @default 7
             */
            digest_hour: number;
            /**
             * @description By kind; what is not named is shown in the program and not mailed.
             * @default {}
             */
            kinds: {
                [key: string]: components["schemas"]["NoticeChoice"];
            };
        };
        /**
         * @description What somebody can be told of.
         * @enum {string}
         */
        NoticeKind: "reply" | "undelivered" | "quote-viewed" | "quote-asked" | "quote-accepted" | "quote-declined" | "approval-asked" | "approval-decided" | "assigned" | "commitment-lapsed" | "unsubscribed";
        /**
         * @description Whether and how something is mailed.
         * @enum {string}
         */
        NoticeMail: "none" | "at-once" | "digest";
        /** @description What somebody is told of. */
        Notices: {
            /** @description The latest first; at most 100. */
            notices: components["schemas"]["Notice"][];
            /**
             * Format: int64
             * @description How many are not read, in all.
             */
            unread: number;
        };
        /** @description What was read. */
        NoticesRead: {
            /** @description Which; all of them if left out. */
            ids?: string[] | null;
            /** @description False: they are not read after all. */
            read: boolean;
        };
        /** @description A step of the curve. */
        NotYet: {
            /**
             * Format: int64
             * @description People just before.
             */
            at_risk: number;
            /**
             * Format: double
             * @description Upper bound at 95 %.
             */
            high: number;
            /**
             * Format: double
             * @description Lower bound at 95 %.
             */
            low: number;
            /**
             * Format: double
             * @description Share that has not reached the target just after.
             */
            share: number;
            /**
             * Format: double
             * @description Weeks.
             */
            weeks: number;
        };
        /** @description What a prospect may have against buying. */
        Objection: {
            /** @description What can be said to it. */
            answers?: components["schemas"]["ObjectionReply"][];
            /** @description Short id, unique in the process. */
            id: string;
            /** @description `cost`, `onboarding`, `contract`, `timing`, `competitor`, or a kind of the team's own. */
            kind: string;
            /** @description What the prospect says. */
            says: string;
        };
        /** @description An objection, and what answered it. */
        ObjectionCount: {
            /** @description What answered it, and in how many deals; most won deals first. */
            answers: components["schemas"]["SaidCount"][];
            /** @description The objection and in how many deals it came. */
            objection: components["schemas"]["SaidCount"];
        };
        /** @description An answer to an objection. */
        ObjectionReply: {
            /** @description Short id, unique among the answers. */
            id: string;
            /** @description Id of the content that proves it. */
            proof?: string;
            /** @description What to say. */
            says: string;
        };
        /** @description Objections of a deal, and what to expect. */
        Objections: {
            /**
             * Format: int64
             * @description Closed deals that the figures rest on.
             */
            closed: number;
            /** @description Those that came up and are not settled: what is open when the deal is to be closed. */
            open: components["schemas"]["DealObjection"][];
            /** @description The persona whose deals the figures are of; none where they are of all deals. */
            persona?: string | null;
            /** @description What came up or is to be expected, the open ones first, each with what can be said. */
            suggested: components["schemas"]["SuggestedObjection"][];
        };
        /**
         * @description How an objection stands.
         * @enum {string}
         */
        ObjectionState: "open" | "answered" | "settled";
        /** @description An objection as it came. */
        ObjectionUse: {
            /** @description By answer, in the order of the process. */
            answers: components["schemas"]["AnswerUse"][];
            /** @description Deals that raised it, against all others. */
            endings: components["schemas"]["Endings"];
            /** @description Its id. */
            id: string;
            /** @description A prospect raised it; where it was answered or settled and nobody noted that it was raised, once. */
            raised: components["schemas"]["Uses"];
            /**
             * Format: int64
             * @description Deals in which the prospect said that it is settled.
             */
            settled: number;
        };
        /** @description What is to be offered. Prices and taxes come from the catalogue. */
        Offer: {
            discount?: components["schemas"]["QuoteDiscount"] | null;
            /** @description What is offered, in order. */
            lines: components["schemas"]["OfferLine"][];
            /**
             * Format: uuid
             * @description The price list it is written at; the prices of the catalogue if left out.
             */
            price_list?: string | null;
            /**
             * Format: int32
             * @description The version that was seen, of a quote that is written anew.
             */
            seen?: number;
            /** @description Terms, in words. */
            terms?: string;
            /**
             * Format: date
             * @description Last day on which it can be accepted; 30 days from today if left out.
             */
            valid_until?: string | null;
        };
        /** @description A product that is offered. */
        OfferLine: {
            discount?: components["schemas"]["QuoteDiscount"] | null;
            /** @description Its name in the catalogue. */
            product: string;
            /** @description How much of it. */
            quantity: components["schemas"]["Decimal"];
        };
        /** @description An open deal. */
        OpenDeal: {
            /** @description The prospect's organisation. */
            account?: string | null;
            /** @description ISO 4217; none where the source names none. */
            currency?: string | null;
            /**
             * Format: double
             * @description Days in its stage; none where unknown since when.
             */
            days?: number | null;
            /** @description Its id. */
            id: components["schemas"]["DealId"];
            /** @description The source's id. */
            key: string;
            /** @description Its name. */
            name: string;
            /** @description The rep who owns it. */
            owner?: string | null;
            /**
             * Format: int64
             * @description Value in minor units.
             */
            value_minor?: number | null;
        };
        /** @description The open deals of a stage. */
        OpenDeals: {
            /**
             * Format: int64
             * @description Deals in the stage.
             */
            deals: number;
            /**
             * Format: int64
             * @description Of these, those that the criterion would hold: they do not meet it now.
             */
            held: number;
            /** @description These, the most valuable first, then those longest in the stage; at most 100. */
            list: components["schemas"]["OpenDeal"][];
        };
        /** @description Moves on from a stage without an act of the prospect since it was entered. */
        Opinion: {
            /** @description True if the data supports that most of them were: the lower bound is above one half. */
            opinion: boolean;
            /** @description The stage. */
            stage: string;
            /** @description Moves to a later stage, or to winning, without an act of the prospect, of all such moves. */
            without: components["schemas"]["Proportion"];
        };
        /** @description A name that events bear and the process does not have. */
        OtherName: {
            /** @description As the source has it. */
            name: string;
            /**
             * Format: int64
             * @description Events.
             */
            times: number;
        };
        /**
         * @description How a deal stands.
         * @enum {string}
         */
        Outcome: "open" | "won" | "lost";
        /** @description A mail of ours. */
        OutgoingMail: {
            /** @description The text. */
            body: string;
            /** @description Who wrote it. */
            by?: string | null;
            /**
             * Format: date-time
             * @description When it was written.
             */
            created: string;
            deal?: components["schemas"]["DealId"] | null;
            /**
             * Format: date-time
             * @description When it is to go, or is tried next.
             */
            due: string;
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description It is a step of a sequence. */
            is_step: boolean;
            /** @description Why. */
            reason?: string | null;
            /**
             * Format: date-time
             * @description When the server took it.
             */
            sent?: string | null;
            /** @description What became of it. */
            state: components["schemas"]["OutgoingState"];
            /** @description The subject. */
            subject: string;
            /** @description To whom. */
            to: string;
            /** @description Their name; may be empty. */
            to_name: string;
            /**
             * Format: int64
             * @description How often it was tried.
             */
            tries: number;
        };
        /**
         * @description What became of a mail.
         * @enum {string}
         */
        OutgoingState: "queued" | "sending" | "sent" | "failed" | "refused" | "uncertain" | "cancelled";
        /** @description An open deal that is in its stage longer than any that was won. */
        Outlived: components["schemas"]["ReviewedDeal"] & {
            /**
             * Format: double
             * @description Days in it.
             */
            days: number;
            /**
             * Format: double
             * @description Days of the won deal that was in it longest.
             */
            longest_won: number;
            /** @description Its stage. */
            stage: string;
            /**
             * Format: int64
             * @description Stays of won deals that were compared.
             */
            won: number;
        };
        /** @description A page to be written. */
        PageForm: {
            /** @description Text in Markdown. */
            markdown: string;
            /**
             * Format: double
             * @description Place in its section: generated pages stand at 1, 2, 3, …; left out, a new page comes first and a changed one
             *     stays where it is.
             */
            position?: number | null;
            /** @description Letter of its section; one the manual does not have yet goes to the section of hand-written pages. */
            section: string;
            /** @description Title. */
            title: string;
        };
        /**
         * Format: uuid
         * @description A page of the manual.
         */
        PageId: string;
        /**
         * @description Where a page comes from.
         * @enum {string}
         */
        PageKind: "written" | "generated";
        /** @description A page to show. */
        PageView: {
            /** @description Its content as safe HTML, without the title. */
            html: string;
            /** @description Its id. */
            id: string;
            /** @description Whether a person wrote it. */
            kind: components["schemas"]["PageKind"];
            /** @description The text of a written page. */
            markdown?: string | null;
            /** @description Letter of its section. */
            section: string;
            /** @description Where the content comes from, in words. */
            source: string;
            /** @description Title. */
            title: string;
            /**
             * Format: int64
             * @description Version of a written page.
             */
            version?: number | null;
        };
        /** @description One stage of the path. */
        PathStep: {
            /** @description What it means for a deal to be there. */
            kind: components["schemas"]["StageKind"];
            /** @description Its name. */
            name: string;
            /** @description Its id in the process. */
            stage_id: string;
            /** @description Where it is from the deal's place. */
            state: components["schemas"]["StepState"];
        };
        /** @description A stretch of time: `from` is in it, `to` is not. */
        Period: {
            /**
             * Format: date-time
             * @description Its beginning.
             */
            from: string;
            /**
             * Format: date-time
             * @description Its end.
             */
            to: string;
        };
        /** @description A kind of person on the prospect's side. */
        Persona: {
            /** @description How they are reached. */
            channels?: string[];
            /** @description Who else decides: ids of personas, or roles in words. */
            decides_with?: string[];
            /** @description What they want to reach. */
            goals?: string[];
            /** @description Short id, unique in the process. */
            id: string;
            /** @description What the team calls them. */
            name: string;
            /** @description Ids of the objections they raise. */
            objections?: string[];
            /** @description What hurts them. */
            pains?: string[];
            /** @description Why they need what we sell. */
            reasons?: string[];
            /** @description What they do and decide in their organisation. */
            role?: string;
            /** @description What they believe: kinds of content, sources. */
            trusts?: string[];
        };
        /**
         * @description How much somebody's word counts.
         * @enum {string}
         */
        PersonInfluence: "high" | "medium" | "low" | "unknown";
        /**
         * @description Where somebody stands on buying.
         * @enum {string}
         */
        PersonStand: "for" | "neutral" | "against" | "unknown";
        /** @description `person = { role, engaged, within_days }`. */
        PersonTest: {
            /** @description True: must have acted themselves (an event by the prospect whose attribute `role` names them). */
            engaged?: boolean;
            /** @description `decision-maker`, `champion`, … */
            role: string;
            /**
             * Format: double
             * @description Not longer ago than this.
             */
            within_days?: number | null;
        };
        /**
         * @description Where a step of a journey lies from the purchase.
         * @enum {string}
         */
        Phase: "before" | "during" | "after";
        /** @description A part of a text that was found. */
        Piece: {
            /** @description Whether it is what was searched for. */
            hit: boolean;
            /** @description The part. */
            text: string;
        };
        /** @description How a set of files that belong together is read. */
        Plan: {
            /** @description What means that a deal was won or lost, beside the usual words. */
            closings?: components["schemas"]["Closings"];
            /** @description ISO 4217 code for values whose file names no currency; empty if unknown. */
            currency: string;
            /** @description One entry a file (of a workbook: one a sheet), in the order given. */
            files: components["schemas"]["FilePlan"][];
            /** @description Which column of one file names rows of another. */
            joins: components["schemas"]["Join"][];
            /** @description How mailboxes and calendars are read. */
            mail?: components["schemas"]["MailPlan"];
            /** @description What a person should look at before the import; empty where everything is clear. */
            questions: components["schemas"]["Question"][];
            /** @description IANA time zone of times that bear none. */
            zone: string;
        };
        /** @description A plan with its versions. */
        PlanLine: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description What people call it now. */
            name: string;
            /** @description Who goes by it or went by it. */
            people: string[];
            /** @description The short id that assignments name. */
            plan: string;
            /**
             * Format: int64
             * @description Its version, for `If-Match`.
             */
            version: number;
            /** @description Its versions, in order of their first days. */
            versions: components["schemas"]["PlanVersion"][];
        };
        /** @description What a plan, or a version of it, says. */
        PlanTerms: {
            /** @description Factors on the rate above a share of the target, ascending. */
            accelerators?: components["schemas"]["CommissionAccelerator"][];
            /**
             * Format: int64
             * @description The most that a deal pays, in minor units.
             */
            cap_per_deal_minor?: number | null;
            /**
             * Format: int64
             * @description The most that the deals of a period pay a person, in minor units.
             */
            cap_per_period_minor?: number | null;
            clawback?: components["schemas"]["CommissionClawback"] | null;
            /** @description Currency that it pays in and counts in (ISO 4217). */
            currency: string;
            /**
             * Format: int64
             * @description Advance for a full period, in minor units.
             */
            draw_minor?: number;
            /**
             * Format: date
             * @description First day on which it holds.
             */
            from: string;
            /** @description What people call it. */
            name: string;
            /** @description How long negotiated prices are cumulated. */
            period: components["schemas"]["CommissionPeriodLength"];
            /** @description Share of the negotiated price that is paid below the first tier: `0.05`. */
            rate: components["schemas"]["Decimal"];
            /**
             * Format: int64
             * @description Cumulated negotiated price that a person is to reach in a period, in minor units.
             */
            target_minor?: number | null;
            /** @description Rates further up, ascending. */
            tiers?: components["schemas"]["CommissionTier"][];
            /**
             * Format: date
             * @description Last day on which it holds; open if left out.
             */
            until?: string | null;
        };
        /** @description A version of a plan. */
        PlanVersion: {
            /** @description Statements of periods that have ended and are made by it. */
            ended: number;
            /** @description The same in sentences. */
            says: string[];
            /** @description What it says. */
            terms: components["schemas"]["CommissionPlan"];
        };
        /** @description How the content and the objections of a process were used, and how the deals ended that had to do with them. */
        PlaybookUse: {
            /** @description Deals won, of all closed ones: what the others are to be held against. */
            closed: components["schemas"]["Proportion"];
            /** @description By piece of content, in the order of the library. */
            content: components["schemas"]["ContentUse"][];
            /** @description By objection, in the order of the process. */
            objections: components["schemas"]["ObjectionUse"][];
            /** @description Content that events name and the library does not have, the most frequent first, at most 20. */
            other_content: components["schemas"]["OtherName"][];
            /** @description The same of objections. An empty name: the event does not say which. */
            other_objections: components["schemas"]["OtherName"][];
        };
        /**
         * @description The closed set of predicates over a deal's facts. In TOML the key names the predicate:
         *     `event = { kind = "meeting.attended", by = "prospect" }`.
         */
        Predicate: {
            /** @description An event of a kind happened. */
            event: components["schemas"]["EventTest"];
        } | {
            /** @description A field has a value. */
            field: components["schemas"]["FieldTest"];
        } | {
            /** @description Somebody with a role has taken part. */
            person: components["schemas"]["PersonTest"];
        } | {
            /** @description Content was seen. */
            content: components["schemas"]["ContentTest"];
        } | {
            /** @description A question was answered, or a qualification scheme has points enough. */
            answer: components["schemas"]["AnswerTest"];
        } | {
            /** @description A quote reached a state. */
            quote: components["schemas"]["StateTest"];
        } | {
            /** @description An approval reached a state. */
            approval: components["schemas"]["StateTest"];
        } | {
            /** @description All hold. */
            all: components["schemas"]["Predicate"][];
        } | {
            /** @description At least one holds. */
            any: components["schemas"]["Predicate"][];
        } | {
            /** @description Does not hold. */
            not: components["schemas"]["Predicate"];
        };
        /** @description What a version would mean for the open deals. */
        Preview: {
            /** @description What it changes of the active version, in sentences. */
            changes: string[];
            /** @description What the linter says. */
            findings: components["schemas"]["Finding"][];
            /** @description By stage, the open deals that its required criteria would hold. */
            held: components["schemas"]["StageHeld"][];
            /** @description The same by the active version. */
            held_now: components["schemas"]["StageHeld"][];
            /** @description Stages that it has no more and that open deals are in: one has to say where they go. */
            lost_stages: components["schemas"]["LostStage"][];
            /**
             * Format: int64
             * @description Open deals that go by this process.
             */
            open_deals: number;
        };
        /** @description Prices of products. */
        PriceList: {
            /** @description ISO 4217, of all its prices. */
            currency: string;
            /**
             * Format: date
             * @description First day; none: since ever.
             */
            from?: string | null;
            /** @description Its name, unique. */
            name: string;
            /** @description The prices. */
            prices?: components["schemas"]["ListPrice"][];
            /** @description For which segment of prospects; empty for any. */
            segment?: string;
            /** @description For which territory; empty for any. */
            territory?: string;
            /**
             * Format: date
             * @description Last day; none: for ever.
             */
            until?: string | null;
        };
        /** @description A price list, kept. */
        PriceListLine: components["schemas"]["PriceList"] & {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description Whether it holds today. */
            valid: boolean;
            /**
             * Format: int64
             * @description Its version, for `If-Match`.
             */
            version: number;
        };
        /** @description Whether webhooks may be in private networks. */
        PrivateWebhooks: {
            /** @description True: also in the network that this server stands in, and unencrypted. */
            private: boolean;
        };
        /** @description A problem and what to do about it. */
        Problem: {
            /** @description What is wrong here, and what helps. */
            detail: string;
            /** @description The parts of the input at fault. */
            errors?: components["schemas"]["FieldError"][];
            /** @description What a process file has wrong, where the problem is one of those. */
            findings?: components["schemas"]["Finding"][];
            /** @description The number to quote when asking for help; it stands in the server's log. */
            number?: string | null;
            /**
             * @description What happened to the deal since the version that the request rests on, in the order of recording; where somebody
             *     else was faster.
             */
            since?: components["schemas"]["Event"][] | null;
            /**
             * Format: int32
             * @description The HTTP status.
             */
            status: number;
            /** @description The kind in words. */
            title: string;
            /** @description Stable name of the kind of problem: `urn:stagecraft:problem:unmet`. */
            type: string;
        };
        /** @description A process. Stages are in order; every stage of kind `open` may be followed by the next one. */
        Process: {
            /** @description Why deals are won and lost, to choose from when one is closed. */
            closing_reasons?: components["schemas"]["ClosingReason"][];
            deals?: components["schemas"]["FieldTest"] | null;
            /** @description Short id, lower case with hyphens. */
            id: string;
            /** @description How they buy. */
            journeys?: components["schemas"]["Journey"][];
            /** @description Language of its words (BCP 47): `en` if left out. */
            language?: string;
            /** @description What the team sells with. */
            library?: components["schemas"]["Content"][];
            /** @description Name. */
            name: string;
            /** @description What prospects may have against buying. */
            objections?: components["schemas"]["Objection"][];
            /** @description Whom the team sells to. */
            personas?: components["schemas"]["Persona"][];
            /** @description What it is for. */
            purpose?: string;
            /**
             * Format: int32
             * @description Version of this file format: 1.
             */
            schema: number;
            /** @description How it is judged whether a deal is worth the work. */
            schemes?: components["schemas"]["Scheme"][];
            /** @description Rules of the linter that do not hold here. */
            silence?: components["schemas"]["Silence"][];
            /** @description The stages in order. */
            stages?: components["schemas"]["Stage"][];
        };
        /** @description The draft of a process. */
        ProcessDraft: {
            /**
             * Format: int64
             * @description The version that is active now.
             */
            active: number;
            /**
             * Format: date-time
             * @description When.
             */
            at?: string | null;
            /**
             * Format: int64
             * @description The active version that it was begun from.
             */
            based_on: number;
            /** @description Who changed it last. */
            by?: string | null;
            /** @description False while it says what the active version says. */
            changed: boolean;
            /** @description What it changes of the active version, in sentences; empty while it cannot be read. */
            changes: string[];
            /** @description Its text, its process where it can be read, and what the linter says. */
            checked: components["schemas"]["Checked"];
            /**
             * Format: int64
             * @description Counted with every change; 0 before the first. The next change bears it in `If-Match`.
             */
            version: number;
        };
        /** @description A directly-follows graph. */
        ProcessMap: {
            /** @description Moves, most frequent first. */
            edges: components["schemas"]["MapEdge"][];
            /** @description Last activities with counts of deals. */
            end: {
                [key: string]: number;
            };
            /**
             * Format: double
             * @description Height of the drawing, in px.
             */
            height: number;
            /** @description Activities, most frequent first. */
            nodes: components["schemas"]["MapNode"][];
            /** @description First activities with counts of deals. */
            start: {
                [key: string]: number;
            };
            /**
             * Format: double
             * @description Width of the drawing, in px.
             */
            width: number;
        };
        /** @description A process by name. */
        ProcessName: {
            /** @description True for the one that deals go by which no process is for in particular. */
            first: boolean;
            /** @description Its id, as its file has it. */
            id: string;
            /** @description Its name. */
            name: string;
            /**
             * Format: int64
             * @description Its active version.
             */
            version: number;
        };
        /** @description What is known of a product. */
        Product: {
            /** @description Its name, unique. */
            name: string;
            /** @description Tax in percent: `19`. */
            tax_percent?: components["schemas"]["Decimal"];
            /** @description Prices of one from a quantity on, ascending. */
            tiers?: components["schemas"]["QuotePriceTier"][];
            /** @description Price of one, before any discount and tax. */
            unit: components["schemas"]["Money"];
        };
        /** @description A product of the catalogue. */
        ProductLine: components["schemas"]["Product"] & {
            /**
             * Format: uuid
             * @description Its id; none for one that a file alone names.
             */
            id?: string | null;
            /**
             * Format: int64
             * @description Its version, for `If-Match`; 0 for one that a file alone names.
             */
            version: number;
        };
        /** @description Something we promised. */
        Promise: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who last said so. */
            by?: string | null;
            /**
             * Format: date
             * @description By which day.
             */
            due?: string | null;
            /** @description Its id. */
            id: string;
            /** @description What. */
            says: string;
            /** @description How it stands. */
            state: components["schemas"]["PromiseState"];
        };
        /** @description What is to be promised. */
        PromiseDue: {
            /**
             * Format: date
             * @description By which day.
             */
            due?: string | null;
            /** @description What. */
            says: string;
        };
        /** @description What became of a promise. */
        PromiseNews: {
            /** @description How it stands now; `open` takes earlier news back. */
            became: components["schemas"]["PromiseState"];
        };
        /**
         * @description How a promise stands.
         * @enum {string}
         */
        PromiseState: "open" | "kept" | "dropped";
        /** @description A count out of a number, with its interval. */
        Proportion: {
            /**
             * Format: int64
             * @description So many …
             */
            count: number;
            /**
             * Format: double
             * @description Upper bound.
             */
            high?: number | null;
            /**
             * Format: double
             * @description Lower bound of the Wilson interval at 95 %.
             */
            low?: number | null;
            /**
             * Format: int64
             * @description … of so many.
             */
            of: number;
            /**
             * Format: double
             * @description count / of.
             */
            share?: number | null;
        };
        /**
         * @description What is dropped and changed of a proposal. A line is named by ids, which stay when the data grows: `presenting`,
         *     `presenting.target`, `presenting.tasks.call`, `presenting.exit.demo-attended`, `presenting.content.offer`,
         *     `presenting.questions.pain`. Names of lines that the proposal has no more are kept and mean nothing.
         */
        ProposalChoices: {
            /**
             * @description Lines that are not taken.
             * @default []
             */
            dropped: string[];
            /**
             * @description Other target days, by line.
             * @default {}
             */
            targets: {
                [key: string]: number;
            };
            /**
             * @description Other words for a task, a criterion, or something needed, by line.
             * @default {}
             */
            words: {
                [key: string]: string;
            };
        };
        /** @description The choices in the proposal, as the team left them. */
        ProposalDraft: {
            /**
             * Format: date-time
             * @description When.
             */
            at?: string | null;
            /** @description Who made the last change. */
            by?: string | null;
            /** @description The choices. */
            choices: components["schemas"]["ProposalChoices"];
            /**
             * Format: int64
             * @description Counted with every change; 0 before the first. The next change bears it in `If-Match`.
             */
            version: number;
        };
        /** @description A process made from the data. */
        Proposed: {
            /** @description What it rests on. */
            basis: components["schemas"]["Basis"];
            /** @description What the linter says. */
            findings: components["schemas"]["Finding"][];
            /** @description The ground of every criterion. */
            grounds: components["schemas"]["CriterionGround"][];
            /** @description What should be known of it, in sentences. */
            notes: string[];
            /** @description What the data does not tell and the team has to say. */
            open_questions: string[];
            /** @description The process. */
            process: components["schemas"]["Process"];
            /** @description The same as text. */
            toml: string;
        };
        /** @description What the prospect says. */
        ProspectWords: {
            /** @description Their name. */
            name: string;
            /** @description A question, or a reason. */
            note?: string;
            /**
             * Format: int32
             * @description The version that they read.
             */
            version: number;
        };
        /** @description A delivery as the customer sees it. */
        PublicDelivery: {
            /** @description The customer. */
            account?: string | null;
            /** @description Who delivers; empty where nobody has named the company. */
            company: string;
            /** @description What was delivered, and how it stands. */
            delivery: components["schemas"]["Delivery"];
        };
        /** @description A quote as the prospect sees it. */
        PublicQuote: {
            /** @description Who offers; empty where nobody has named the company. */
            company: string;
            decided?: components["schemas"]["QuoteSaid"] | null;
            /** @description What is offered. */
            quote: components["schemas"]["Quote"];
            /** @description Who sent it. */
            sent_by?: string | null;
            /** @description How it stands. */
            standing: components["schemas"]["QuoteStanding"];
            /** @description Questions and answers, in order of time. */
            talk: components["schemas"]["QuoteSaid"][];
            /** @description What it comes to. */
            total: components["schemas"]["QuoteTotal"];
        };
        /** @description How a deal does by the schemes of its process. */
        Qualification: {
            /** @description Whether it has the points that one of the schemes asks for; none where the process has no scheme. */
            qualified?: boolean | null;
            /** @description By scheme, in the order of the process. */
            schemes: components["schemas"]["SchemeScore"][];
        };
        /** @description Something that a person should look at. */
        Question: {
            /** @description The column, where it is about one. */
            column?: string | null;
            /** @description Index of the file. */
            file: number;
            /** @description The question, in a sentence. */
            text: string;
        };
        /** @description One question of a scheme, answered or not. */
        QuestionScore: {
            /** @description The last answer; none while it is open. */
            answer?: string | null;
            /** @description Answers that the scheme names, the one with most points first. */
            answers: string[];
            /** @description The question. */
            asks: string;
            /** @description Who gave it. */
            by?: string | null;
            /** @description The question's id. */
            id: string;
            /**
             * Format: double
             * @description The most that an answer can give.
             */
            most: number;
            /**
             * Format: double
             * @description Its points.
             */
            points: number;
        };
        /** @description One question. */
        QuestionSummary: {
            /**
             * Format: int64
             * @description Deals with an answer.
             */
            answered: number;
            /**
             * Format: int64
             * @description Deals where the answer is "I don't remember"; not among `answered`.
             */
            forgotten: number;
            /** @description Its id. */
            id: string;
            /** @description What a table calls it. */
            name: string;
            /** @description The numbers said, ascending, where numbers are asked for: days of a duration, amounts, shares of a hundred. */
            numbers: number[];
            /** @description What was said; of people their roles. Most deals first. */
            said: components["schemas"]["SaidCount"][];
        };
        /** @description What a person or a team is to win in every month or quarter, from a day on until another quota of theirs replaces it. */
        Quota: {
            /**
             * Format: int64
             * @description In minor units, above 0.
             */
            amount_minor: number;
            /** @description ISO 4217. */
            currency: string;
            /**
             * Format: date
             * @description The first day on which it holds.
             */
            from: string;
            /** @description Name, as deals name their owners or teams. */
            name: string;
            /** @description In each of these. */
            per: components["schemas"]["QuotaPeriod"];
            /** @description Who. */
            who: components["schemas"]["QuotaHolder"];
        };
        /**
         * @description Who has a quota.
         * @enum {string}
         */
        QuotaHolder: "person" | "team";
        /** @description A quota, kept. */
        QuotaLine: components["schemas"]["Quota"] & {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * Format: int64
             * @description Its version, for `If-Match`.
             */
            version: number;
        };
        /**
         * @description How long the periods of a quota are.
         * @enum {string}
         */
        QuotaPeriod: "month" | "quarter";
        /** @description One version of a quote. */
        Quote: {
            /** @description Currency of all its prices (ISO 4217). */
            currency: string;
            discount?: components["schemas"]["QuoteDiscount"] | null;
            /**
             * Format: date
             * @description The day on which it was made.
             */
            issued: string;
            /** @description What is offered. */
            lines: components["schemas"]["QuoteLine"][];
            /** @description Its number, the same for all versions. */
            number: string;
            /** @description Terms, in words. */
            terms?: string;
            /**
             * Format: date
             * @description Last day on which it can be accepted.
             */
            valid_until: string;
            /**
             * Format: int32
             * @description 1 for the first.
             */
            version: number;
        };
        /** @description A discount that needs someone's approval. */
        QuoteApprovalNeeded: {
            /**
             * Format: int64
             * @description The discount, in minor units.
             */
            discount_minor: number;
            /** @description What the one who asks may give. */
            limit_percent: components["schemas"]["Decimal"];
            /**
             * Format: int64
             * @description The list price that it comes off, in minor units.
             */
            list_minor: number;
            /** @description The discount in percent of the list price, rounded half-even to two places. */
            percent: components["schemas"]["Decimal"];
            /** @description The product with the discount; `None` for the whole quote. */
            product?: string | null;
            /** @description The lowest role that may give it. */
            role: string;
        };
        /** @description An approval of a discount. */
        QuoteApprovalState: {
            /** @description Who asked. */
            asked_by?: string | null;
            /** @description Who decided; none as long as nobody has. */
            by?: string | null;
            /** @description Whether they agreed. */
            granted?: boolean | null;
            /** @description What needs approval, and by whom. */
            needed: components["schemas"]["QuoteApprovalNeeded"];
            /** @description What they said. */
            note: string;
        };
        /** @description A decision on a discount. */
        QuoteDecision: {
            /** @description Whether the discount may be given. */
            granted: boolean;
            /** @description Why, for who asked. */
            note?: string;
        };
        /** @description What comes off a price: `{ "percent": "5" }` or `{ "amount_minor": 5000 }`. */
        QuoteDiscount: {
            /** @description Percent of the price, 0 to 100. */
            percent: components["schemas"]["Decimal"];
        } | {
            /**
             * Format: int64
             * @description An amount in minor units, no more than the price.
             */
            amount_minor: number;
        };
        /** @description The discount that a role may give alone. */
        QuoteDiscountLimit: {
            /** @description The role: `rep`. */
            role: string;
            up_to_percent?: components["schemas"]["Decimal"] | null;
        };
        /** @description Limits of discount by role. */
        QuoteDiscountPolicy: {
            /** @description True if no line alone may have a larger discount either. */
            each_line?: boolean;
            /** @description Ascending; the last has no limit. */
            limits: components["schemas"]["QuoteDiscountLimit"][];
        };
        /** @description A product at a price. */
        QuoteLine: {
            discount?: components["schemas"]["QuoteDiscount"] | null;
            /** @description Short id, unique in the quote and the same in all its versions. */
            id: string;
            /** @description What is sold. */
            product: string;
            /** @description How much of it, above 0. */
            quantity: components["schemas"]["Decimal"];
            /** @description Tax in percent: `19`. */
            tax_percent?: components["schemas"]["Decimal"];
            /** @description Prices of one from a quantity on, ascending. */
            tiers?: components["schemas"]["QuotePriceTier"][];
            /** @description Price of one, before any discount and tax. */
            unit: components["schemas"]["Money"];
        };
        /** @description What a line comes to. */
        QuoteLineTotal: {
            /**
             * Format: int64
             * @description The discount, rounded half-even.
             */
            discount_minor: number;
            /** @description The discount in percent of the list price, rounded half-even to two places; 0 for a list price of 0. */
            discount_percent: components["schemas"]["Decimal"];
            /** @description The line's id. */
            id: string;
            /**
             * Format: int64
             * @description Quantity × price of one, rounded half-even.
             */
            list_minor: number;
            /**
             * Format: int64
             * @description List price less discount.
             */
            net_minor: number;
            /** @description What is sold. */
            product: string;
            /**
             * Format: int64
             * @description Price of one at this quantity.
             */
            unit_minor: number;
        };
        /** @description Something that happened to a quote. */
        QuoteNews: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who. */
            by?: string | null;
            /** @description The event. */
            event: components["schemas"]["EventId"];
            /** @description Its kind: `quote.sent`, `quote.asked`, … */
            kind: string;
            /** @description Whose act. */
            side: components["schemas"]["Side"];
            /**
             * Format: int32
             * @description The version that it is about.
             */
            version: number;
            /** @description What they said: a question, an answer, a reason. */
            words: string;
        };
        /** @description A quote of a deal. */
        QuoteOfDeal: {
            approval?: components["schemas"]["QuoteApprovalState"] | null;
            /** @description Its versions, from the first: the negotiation down to its price. */
            history: components["schemas"]["QuoteRevision"][];
            /** @description Its id, the same for all versions. */
            id: string;
            /** @description What happened to it, in order of time. */
            news: components["schemas"]["QuoteNews"][];
            /** @description The version that counts. */
            quote: components["schemas"]["Quote"];
            /** @description How it stands. */
            standing: components["schemas"]["QuoteStanding"];
            /** @description What it comes to. */
            total: components["schemas"]["QuoteTotal"];
        };
        /** @description A price for those who buy more. */
        QuotePriceTier: {
            /** @description The quantity from which it holds, for the whole quantity. */
            from: components["schemas"]["Decimal"];
            /**
             * Format: int64
             * @description Price of one, in minor units of the line's currency.
             */
            unit_minor: number;
        };
        /** @description A step of the negotiation. */
        QuoteRevision: {
            /** @description What changed from the version before; `None` for the first, or if nothing did. */
            changed?: string | null;
            /** @description Currency (ISO 4217). */
            currency: string;
            /** @description All discounts in percent of the list price. */
            discounted_percent: components["schemas"]["Decimal"];
            /**
             * Format: date
             * @description The day on which it was made.
             */
            issued: string;
            /**
             * Format: int64
             * @description Price before tax, in minor units.
             */
            net_minor: number;
            /**
             * Format: int32
             * @description The version.
             */
            version: number;
        };
        /** @description Something that was said. */
        QuoteSaid: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description By whom. */
            by?: string | null;
            /** @description True for the prospect. */
            theirs: boolean;
            /** @description The words. */
            words: string;
        };
        /**
         * @description How a quote stands.
         * @enum {string}
         */
        QuoteStanding: "draft" | "awaits-approval" | "refused" | "sent" | "expired" | "accepted" | "declined" | "withdrawn";
        /** @description The tax of one rate. */
        QuoteTaxTotal: {
            /**
             * Format: int64
             * @description Net price of the lines with it, less their part of the discount on the whole.
             */
            net_minor: number;
            /** @description The rate in percent. */
            percent: components["schemas"]["Decimal"];
            /**
             * Format: int64
             * @description The tax, rounded half-even.
             */
            tax_minor: number;
        };
        /** @description What a quote comes to, in minor units of its currency. */
        QuoteTotal: {
            /** @description Currency (ISO 4217). */
            currency: string;
            /**
             * Format: int64
             * @description The discount on the whole.
             */
            discount_minor: number;
            /**
             * Format: int64
             * @description All discounts together.
             */
            discounted_minor: number;
            /** @description All discounts in percent of the list price, rounded half-even to two places; 0 for a list price of 0. */
            discounted_percent: components["schemas"]["Decimal"];
            /** @description Its lines, in order. */
            lines: components["schemas"]["QuoteLineTotal"][];
            /**
             * Format: int64
             * @description List price of all lines.
             */
            list_minor: number;
            /**
             * Format: int64
             * @description The negotiated price: the subtotal less the discount on the whole, before tax.
             */
            net_minor: number;
            /**
             * Format: int64
             * @description What is left after the discounts on lines.
             */
            subtotal_minor: number;
            /**
             * Format: int64
             * @description Sum of the taxes.
             */
            tax_minor: number;
            /** @description Tax by rate, ascending. */
            taxes: components["schemas"]["QuoteTaxTotal"][];
            /**
             * Format: int64
             * @description What is to be paid.
             */
            total_minor: number;
        };
        /** @description Words about a quote. */
        QuoteWords: {
            /** @description What is said. */
            note?: string;
        };
        /** @description How people grew into selling from their first day on. */
        Ramp: {
            /**
             * Format: date-time
             * @description The moment up to which it is counted.
             */
            as_of?: string | null;
            /** @description ISO 4217 of amounts in value; empty where no deal says. */
            currency: string;
            /**
             * Format: double
             * @description What half of the four weeks of people more than half a year in came to at most; none where too few are known.
             */
            experienced?: number | null;
            /** @description What all amounts are. */
            measure: components["schemas"]["RampMeasure"];
            /** @description What is to be known of the data; one sentence each. */
            notes: string[];
            /** @description Who began last comes first; at most 100. */
            people: components["schemas"]["RampPerson"][];
            /** @description In one sentence. */
            sentence: string;
            /** @description Whether the data tells of any task that was done. */
            tasks_known: boolean;
            /** @description Weeks until the target was reached. */
            time_to_target: components["schemas"]["TimeToTarget"];
        };
        /**
         * @description What is counted.
         * @enum {string}
         */
        RampMeasure: "value" | "deals";
        /** @description Who has won deals, or has a first day. */
        RampPerson: {
            /**
             * Format: int64
             * @description What they won since then, in the measure.
             */
            amount: number;
            /** @description Whether the data supports that somebody should ask what would help. */
            ask: boolean;
            /** @description What those who began before had by the end of the same week. */
            before: components["schemas"]["Before"][];
            /** @description What they had won by the end of each whole week, in the measure; at most 52. */
            by_week: number[];
            /** @description Whether too little is known to say. */
            early: boolean;
            /** @description The same every four weeks by itself, with the share of the target; at most 13. */
            four_weeks: components["schemas"]["FourWeeks"][];
            /** @description Whether somebody said so; else it is the day of the first event of a deal of theirs. */
            given: boolean;
            /** @description Name, as deals name their owners. */
            name: string;
            /** @description True where it is not given and lies so near the beginning of the data that they may have been there before. */
            perhaps_before: boolean;
            /**
             * Format: int64
             * @description The week by whose end four weeks in a row had come to the target for the first time.
             */
            reached_week?: number | null;
            /** @description How it goes, in words. */
            says: string;
            /**
             * Format: date
             * @description First day.
             */
            start: string;
            /**
             * Format: double
             * @description What they are to win in four weeks now, in the measure; none where nobody can say.
             */
            target?: number | null;
            /** @description Where the target comes from. */
            target_from: components["schemas"]["TargetFrom"];
            /**
             * Format: int64
             * @description Tasks ticked since the first day.
             */
            tasks: number;
            /**
             * Format: double
             * @description The same a week; none before the first week is over.
             */
            tasks_a_week?: number | null;
            /**
             * Format: int64
             * @description Whole weeks since then.
             */
            weeks: number;
            /**
             * Format: int64
             * @description Of deals won since then, those without a value, or in a currency without a rate.
             */
            without_value: number;
            /**
             * Format: int64
             * @description Deals won since then.
             */
            won: number;
        };
        /** @description An exchange rate. */
        RateLine: components["schemas"]["CommissionExchangeRate"] & {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * Format: int64
             * @description Its version, for `If-Match`.
             */
            version: number;
        };
        /**
         * @description Whether a goal was reached.
         * @enum {string}
         */
        Reached: "yes" | "partly" | "no";
        /** @description A reason with its counts. */
        Reason: {
            /** @description Closed deals that have it. */
            deals: components["schemas"]["WonLost"];
            /** @description These deals. */
            selection: components["schemas"]["Selection"];
            /** @description As most deals spell it. */
            text: string;
        };
        /** @description What was recorded as reason or pain point. */
        Reasons: {
            /**
             * Format: int64
             * @description How many different ones.
             */
            distinct: number;
            /** @description The attribute. */
            field: string;
            /**
             * Format: int64
             * @description Closed deals that have one.
             */
            given: number;
            /** @description The most frequent ones; texts that differ in capitals, spaces or punctuation at the end are one. */
            values: components["schemas"]["Reason"][];
        };
        /** @description A referral and what became of it. */
        Referral: components["schemas"]["ReferralReceived"] & {
            became?: components["schemas"]["LinkedDeal"] | null;
        };
        /** @description That we asked for a referral. */
        ReferralAsked: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who asked. */
            by?: string | null;
            /** @description What was said. */
            note: string;
            /** @description Whom. */
            person: string;
        };
        /** @description A referral that came. */
        ReferralReceived: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who wrote it down. */
            by?: string | null;
            /** @description Of which company. */
            company: string;
            /** @description How to reach them. */
            contact: string;
            deal?: components["schemas"]["DealId"] | null;
            /** @description The event. */
            event: components["schemas"]["EventId"];
            /** @description Who was named. */
            name: string;
        };
        /** @description A request that was refused. */
        RefusedRequest: {
            /** @description What it would have done, in words. */
            action: string;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who was signed in; none for a stranger. */
            by?: string | null;
            /** @description `POST`, … */
            method: string;
            /** @description The network it came from, without the last part of the address. */
            network: string;
            /**
             * Format: int64
             * @description Grows with every one.
             */
            no: number;
            /** @description The path as it was asked for; secrets are not part of paths. */
            path: string;
            /** @description What they were. */
            role?: string | null;
            /**
             * Format: int32
             * @description The HTTP status of the answer.
             */
            status: number;
            /** @description The kind of problem: `forbidden`, `link-over`, `wrong-password`, `too-fast`, … */
            why: string;
        };
        /** @description A row that could not be read. */
        RejectedRow: {
            /** @description The column at fault; empty if it is the row as a whole. */
            column: string;
            /** @description The file. */
            file: string;
            /**
             * Format: int64
             * @description Its line, from 1.
             */
            line: number;
            /** @description What is wrong, and what helps. */
            reason: string;
            /**
             * Format: int64
             * @description Its number in the list.
             */
            seq: number;
            /** @description The value at fault. */
            value: string;
        };
        /**
         * @description How a deal belongs to the one that it came from.
         * @enum {string}
         */
        Relation: "upsell" | "cross-sell" | "renewal" | "referral";
        /** @description Forecasts of nearly the same probability, and how many came. */
        Reliability: {
            /**
             * Format: int64
             * @description How many of them came.
             */
            came: number;
            /**
             * Format: double
             * @description Mean forecast.
             */
            forecast: number;
            /**
             * Format: double
             * @description Share that came: upper bound at 95 %.
             */
            high: number;
            /**
             * Format: double
             * @description Share that came: lower bound at 95 %.
             */
            low: number;
            /**
             * Format: int64
             * @description How many.
             */
            n: number;
        };
        /** @description The deal that was added. */
        Remembered: {
            /** @description Its id. */
            id: components["schemas"]["DealId"];
        };
        /** @description A deal as somebody remembers it. */
        RememberedDeal: {
            /** @description The prospect's organisation. */
            account?: string | null;
            /** @description When it began, about: `2026-03` or `2026-03-14`; none if nobody knows. */
            began?: string | null;
            /** @description When it closed, about: `2026-03` or `2026-03-14`; none if nobody knows. */
            closed?: string | null;
            /** @description ISO 4217. */
            currency?: string | null;
            /** @description Its name. */
            name: string;
            /** @description Won or lost. */
            outcome: components["schemas"]["Outcome"];
            /** @description The rep who owned it; who remembers it if left out. */
            owner?: string | null;
            /** @description What was sold. */
            product?: string | null;
            /** @description What happened in between, as far as it is remembered. */
            steps?: components["schemas"]["RememberedStep"][];
            /** @description Value, decimal text with a point. */
            value?: string | null;
        };
        /** @description A touchpoint that somebody remembers. */
        RememberedStep: {
            /** @description Its kind: one of `/touchpoints`. */
            kind: string;
            /** @description When, about: `2026-03` or `2026-03-14`; none if nobody knows. */
            on?: string | null;
            /** @description Whose act. */
            side: components["schemas"]["Side"];
        };
        /** @description A sample of deals with the moments of their steps. */
        Replay: {
            /** @description Names of the activities that steps count by place. */
            activities: string[];
            /** @description The deals in the order in which they begin: every so-manieth of all that are dated. */
            deals: components["schemas"]["ReplayDeal"][];
            /**
             * Format: date-time
             * @description The first moment; none where nothing is dated.
             */
            from?: string | null;
            /**
             * Format: int64
             * @description Of how many dated deals.
             */
            of: number;
            /**
             * Format: int64
             * @description Seconds from the first moment to the last.
             */
            seconds: number;
            /**
             * Format: int64
             * @description Deals without any dated step.
             */
            undated: number;
        };
        /** @description A deal. */
        ReplayDeal: {
            /** @description Its id. */
            id: components["schemas"]["DealId"];
            /** @description How it ended. */
            outcome: components["schemas"]["Outcome"];
            /** @description Its dated steps: place in `activities`, seconds since `from`. The first 200. */
            steps: [
                number,
                number
            ][];
        };
        /** @description An answer. Nothing said and nothing forgotten takes an earlier answer back. */
        Reply: {
            /** @description True: "I don't remember". */
            forgotten?: boolean;
            /** @description What was said. */
            said?: components["schemas"]["Said"][];
        };
        /** @description What an import did. */
        Report: {
            /** @description Each file. */
            files: components["schemas"]["FileReport"][];
            mail?: components["schemas"]["MailReport"] | null;
            /** @description What a person should know, in sentences. */
            notes: string[];
            /** @description All files together. */
            rows: components["schemas"]["Rows"];
        };
        /** @description What a manager looks at each week. */
        Review: {
            /** @description What happened in it. */
            changes: components["schemas"]["Changes"];
            /** @description Whether the data tells of any act of a prospect; where it does not, `without_act` is empty. */
            knows_acts: boolean;
            /**
             * @description Open deals that are in their stage longer than any deal that was won in the end, the most valuable first; at most
             *     100.
             */
            outlived: components["schemas"]["Outlived"][];
            /**
             * Format: int64
             * @description How many there are.
             */
            outlived_total: number;
            /** @description The period that is looked at. */
            period: components["schemas"]["Period"];
            /**
             * @description Moves on in the period without an act of the prospect in the stage that was left, those of the most valuable deals
             *     first; at most 100.
             */
            without_act: components["schemas"]["MovedAlone"][];
            /**
             * Format: int64
             * @description How many there are.
             */
            without_act_total: number;
        };
        /** @description When the next review is to be held. */
        ReviewDay: {
            /**
             * Format: date
             * @description The day; by the process if left out.
             */
            on?: string | null;
        };
        /** @description A deal as lists show it. */
        ReviewedDeal: {
            /** @description The prospect's organisation. */
            account?: string | null;
            /** @description ISO 4217. */
            currency?: string | null;
            /** @description Its id. */
            deal: components["schemas"]["DealId"];
            /** @description Its name. */
            name: string;
            /** @description Who owns it. */
            owner?: string | null;
            /**
             * Format: int64
             * @description Value in minor units.
             */
            value_minor?: number | null;
        };
        /** @description What was wanted, and what became of it. */
        ReviewResult: {
            /** @description How much that was before. */
            before?: string;
            /** @description What the customer wants to achieve. */
            goal: string;
            /** @description By what it is measured. */
            measure?: string;
            /** @description How much it is now. */
            now?: string;
            /** @description Whether the customer says that it is reached. */
            reached: components["schemas"]["Reached"];
            /** @description How much it should become. */
            wanted?: string;
        };
        /**
         * @description What somebody who can sign in is in the workspace.
         * @enum {string}
         */
        Role: "owner" | "manager" | "editor" | "rep" | "viewer";
        /** @description What became of the rows of an import. */
        Rows: {
            /**
             * Format: int64
             * @description Rows that were there already.
             */
            duplicates: number;
            /**
             * Format: int64
             * @description Rows taken.
             */
            imported: number;
            /**
             * Format: int64
             * @description Rows that can be read but are nothing that happened to a deal: planned, or of no deal. Notes say which.
             */
            left_out?: number;
            /**
             * Format: int64
             * @description Rows of data read, of all files that are not ignored.
             */
            read: number;
            /**
             * Format: int64
             * @description Rows that cannot be read.
             */
            rejected: number;
        };
        /** @description One thing said. */
        Said: {
            /** @description What belongs to it: what answered an objection; a person's roles, with commas between. */
            note?: string;
            /** @description The option, the words, the name, the objection, the number. */
            text: string;
        };
        /** @description In how many deals something was said. */
        SaidCount: {
            /**
             * Format: int64
             * @description Deals.
             */
            deals: number;
            /**
             * Format: int64
             * @description Lost ones of them.
             */
            lost: number;
            /** @description Which. */
            of: components["schemas"]["DealId"][];
            /** @description What, in the words in which it first came. */
            text: string;
            /**
             * Format: int64
             * @description Won ones of them.
             */
            won: number;
        };
        /** @description How far the telling of a deal is. */
        Saved: {
            /** @description Screens with an answer. */
            answered: number;
            /** @description Screens there are. */
            of: number;
        };
        /** @description A form with its id. */
        SavedLeadForm: components["schemas"]["LeadForm"] & {
            /**
             * Format: uuid
             * @description Its id, which is the token of its page: `/f/{id}`.
             */
            id: string;
            /**
             * Format: int64
             * @description Its version, for `If-Match`.
             */
            version: number;
        };
        /** @description The rules with their version. */
        SavedLeadRules: components["schemas"]["AssignmentRules"] & {
            /**
             * Format: date-time
             * @description When; turns are counted from then on.
             */
            at?: string | null;
            /** @description Who wrote them. */
            by?: string | null;
            /**
             * Format: int64
             * @description Counted from 1; 0 before there are any.
             */
            version: number;
        };
        /** @description A page just written. */
        SavedPage: {
            /** @description Its id, as in the contents. */
            id: components["schemas"]["PageId"];
            /**
             * Format: int64
             * @description Its version.
             */
            version: number;
        };
        /** @description A saved process. */
        SavedProcess: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description By whom. */
            by?: string | null;
            /** @description What the linter says. */
            findings: components["schemas"]["Finding"][];
            /** @description The ground of every criterion. */
            grounds: components["schemas"]["CriterionGround"][];
            /** @description What was changed and why. */
            note: string;
            /** @description The process. */
            process: components["schemas"]["Process"];
            /** @description The same as text, with the comments of its authors. */
            toml: string;
            /**
             * Format: int64
             * @description Its version.
             */
            version: number;
        };
        /** @description A way to judge whether a deal is worth the work: BANT, MEDDIC, CHAMP, or one's own. */
        Scheme: {
            /** @description Short id, unique in the process. */
            id: string;
            /** @description Name. */
            name: string;
            /** @description Its questions. */
            questions?: components["schemas"]["SchemeQuestion"][];
            /**
             * Format: double
             * @description Points from which a deal counts as qualified.
             */
            threshold: number;
        };
        /** @description A question of a qualification scheme. */
        SchemeQuestion: {
            /** @description The question. */
            asks: string;
            /** @description Short id; the one that answers are given under. */
            id: string;
            /**
             * Format: double
             * @description Points for an answer that `scores` does not name; 1 if left out.
             */
            points?: number | null;
            /** @description Points by answer: `{ yes = 2, partly = 1, no = 0 }`. */
            scores?: {
                [key: string]: number;
            };
        };
        /** @description How a deal does by one scheme. */
        SchemeScore: {
            /** @description The scheme's id. */
            id: string;
            /** @description Whether the points are enough. */
            met: boolean;
            /**
             * Format: double
             * @description The most that answers can give.
             */
            most: number;
            /** @description Its name. */
            name: string;
            /**
             * Format: double
             * @description Points of the answers given.
             */
            points: number;
            /** @description What the points are made of. */
            questions: components["schemas"]["QuestionScore"][];
            /**
             * Format: double
             * @description Points from which a deal counts as qualified.
             */
            threshold: number;
        };
        /** @description Something that was found. */
        SearchHit: {
            /** @description What stands beside it: account and stage, address, kind of content, section. */
            beside: string;
            /** @description Which. */
            id: string;
            /** @description What it is. */
            kind: components["schemas"]["HitKind"];
            /** @description Its name in pieces, with what was searched for marked. */
            name: components["schemas"]["Piece"][];
        };
        /** @description What was found, by kind, the best first. */
        SearchHits: {
            /** @description All kinds in the order in which they are shown. */
            hits: components["schemas"]["SearchHit"][];
        };
        /** @description Deals that meet all that is given; everything left out is no condition. */
        Selection: {
            /**
             * @description Activities that count as steps for `moved`, `moved_directly`, `starts` and `ends`, as on a map of these alone;
             *     all where empty.
             */
            among?: string[];
            /**
             * Format: date-time
             * @description Closed at this moment or later.
             */
            closed_from?: string | null;
            /**
             * Format: date-time
             * @description Closed before this moment.
             */
            closed_to?: string | null;
            /**
             * Format: date-time
             * @description Created at this moment or later.
             */
            created_from?: string | null;
            /**
             * Format: date-time
             * @description Created before this moment.
             */
            created_to?: string | null;
            /** @description The last step is this activity; as `starts`. */
            ends?: string | null;
            /**
             * @description Field (`owner`, `team`, `product`, `account`) or attribute, with the values that will do. The empty text stands
             *     for deals that have none.
             */
            fields?: {
                [key: string]: string[];
            };
            /** @description Activities whose names differ in numbers only are one, called as the first of them. */
            grouped?: boolean;
            /** @description Went directly from the first activity to the second; among stages and closings only where both are such. */
            moved?: [
                string,
                string
            ] | null;
            /** @description Went directly from the first activity to the second, with all activities counted. */
            moved_directly?: [
                string,
                string
            ] | null;
            /** @description Open, won, lost. */
            outcome?: components["schemas"]["Outcome"][];
            /** @description Came to this activity again after another one; stages and closings count among themselves. */
            returned?: string | null;
            /** @description The stage the deal is in, or was in when it closed. */
            stage?: string[];
            /** @description Has exactly this sequence of stages and closings, whatever else happened. */
            stage_variant?: string[] | null;
            /** @description The first step is this activity; among stages and closings only where it is such and `among` is empty. */
            starts?: string | null;
            /** @description Text found in key, name, account or owner, whatever the case. */
            text?: string | null;
            /** @description Has exactly this sequence of activities. */
            variant?: string[] | null;
            /** @description Has an event of this activity. */
            visited?: string | null;
        };
        /** @description A delivery with the link for the customer. */
        SentDelivery: {
            /** @description The deal after that. */
            after: components["schemas"]["AfterView"];
            /** @description The path of the page on which the customer confirms it, with its token, which is shown this once. */
            link: string;
        };
        /** @description A quote that was sent, or waits for approval. */
        SentQuote: {
            /** @description The path of the page that the prospect sees, with its token, which is shown this once; none while it waits. */
            link?: string | null;
            /** @description The quote. */
            quote: components["schemas"]["QuoteOfDeal"];
            /** @description Whose approval it waits for, and why, in a sentence. */
            waits?: string | null;
        };
        /** @description Planned touches. */
        Sequence: {
            /** @description Its name, unique. */
            name: string;
            /** @description Id of the way of selling that it belongs to; empty: of all of them. */
            process?: string;
            /** @description What is done, in order. */
            steps: components["schemas"]["SequenceStep"][];
            /** @description What ends it early. */
            stop?: components["schemas"]["StopRules"];
        };
        /**
         * @description Over what a touch goes.
         * @enum {string}
         */
        SequenceChannel: "email" | "call" | "linkedin" | "other";
        /** @description A sequence as it is kept. */
        SequenceLine: components["schemas"]["Sequence"] & {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * Format: int64
             * @description Who is in it now.
             */
            running: number;
            /**
             * Format: int64
             * @description Its version, for `If-Match`. Who is in it goes by the version they began with.
             */
            version: number;
        };
        /** @description How a sequence does, over all of its versions. */
        SequenceReport: {
            /**
             * Format: int64
             * @description Who went through it or does.
             */
            enrolled: number;
            /** @description With whom a meeting was agreed. */
            meeting: components["schemas"]["SequenceShare"];
            /** @description Who answered. */
            reply: components["schemas"]["SequenceShare"];
            /**
             * Format: int64
             * @description Who is in it now.
             */
            running: number;
            /** @description By step, in order. */
            steps: components["schemas"]["StepReport"][];
            /**
             * Format: int64
             * @description Who does not want to be written to.
             */
            unsubscribed: number;
        };
        /** @description A share of those enrolled, with its interval at 95 % (Wilson). */
        SequenceShare: {
            /**
             * Format: int64
             * @description How many.
             */
            count: number;
            /**
             * Format: double
             * @description Upper end.
             */
            high?: number | null;
            /**
             * Format: double
             * @description Lower end of the interval, as a fraction; none of nobody.
             */
            low?: number | null;
            /**
             * Format: int64
             * @description Of how many.
             */
            of: number;
        };
        /** @description One planned touch. */
        SequenceStep: {
            /** @description A mail that goes by itself; one that does not waits for the rep. */
            automatic?: boolean;
            /** @description Text of a mail; notes for what is said for other channels. With places to be filled. */
            body?: string;
            /** @description Over what it goes. */
            channel: components["schemas"]["SequenceChannel"];
            /** @description Subject of a mail; what it is about for other channels. With places to be filled. */
            subject: string;
            /**
             * Format: int32
             * @description Working days after the step before it, or after the beginning.
             */
            wait_days: number;
        };
        /** @description Who is signed in. */
        Session: {
            /** @description What every page says of the workspace's data; see [`NOTICE`]. */
            notice?: string | null;
            /** @description True as long as the workspace has no owner. */
            setup_needed: boolean;
            user?: components["schemas"]["User"] | null;
            /** @description Version of the program. */
            version: string;
        };
        /** @description What became of a mail that may have been sent. */
        Settled: {
            /** @description True: it arrived. False: it did not, and is sent again. */
            arrived: boolean;
        };
        /**
         * @description Whose act an event was.
         * @enum {string}
         */
        Side: "prospect" | "rep" | "system" | "unknown";
        /** @description An address and a password. */
        SignIn: {
            /** @description The address. */
            email: string;
            /** @description The password. */
            password: string;
        };
        /** @description A link that signs in once. */
        SignInLink: {
            /** @description Its path below the server's address. */
            link: string;
        };
        /** @description A rule of the linter that does not hold here, and why. */
        Silence: {
            /** @description Where, by ids: `presenting`, `presenting.tasks.tailor-demo`; everywhere if left out. */
            at?: string;
            /** @description Why. */
            reason: string;
            /** @description The rule's id: `P108`. */
            rule: string;
        };
        /** @description What became of the leads of a source. */
        SourceYield: {
            /** @description What its lists cost, by currency. */
            cost: components["schemas"]["Money"][];
            cost_per_lead?: components["schemas"]["Money"] | null;
            cost_per_won?: components["schemas"]["Money"] | null;
            /**
             * Format: int64
             * @description Given up.
             */
            dropped: number;
            /**
             * Format: int64
             * @description Leads.
             */
            leads: number;
            /**
             * Format: int64
             * @description Lost.
             */
            lost: number;
            /** @description The source; empty for none. */
            source: string;
            /**
             * Format: int64
             * @description Deals by now.
             */
            taken: number;
            taken_rate?: components["schemas"]["LeadRate"] | null;
            /**
             * Format: int64
             * @description Won.
             */
            won: number;
            won_rate?: components["schemas"]["LeadRate"] | null;
            /** @description Values of what was won, by currency. */
            won_value: components["schemas"]["Money"][];
        };
        /** @description Sources of leads. */
        SourceYields: {
            /** @description What the intervals are. */
            level: string;
            /** @description Each with what became of its leads, the one with most leads first. */
            sources: components["schemas"]["SourceYield"][];
        };
        /** @description A span of whole units with the times in it, both ends included. */
        Span: {
            /**
             * Format: int64
             * @description Deals in it.
             */
            deals: number;
            /**
             * Format: int64
             * @description Whole units, 0 or more.
             */
            from: number;
            /**
             * Format: double
             * @description The same in days.
             */
            from_days: number;
            /**
             * Format: int64
             * @description Of so many.
             */
            of: number;
            /**
             * Format: int64
             * @description Whole units.
             */
            to: number;
            /**
             * Format: double
             * @description The same in days.
             */
            to_days: number;
            /** @description Unit of `from` and `to`. */
            unit: components["schemas"]["SpanUnit"];
        };
        /**
         * @description The unit in which a span is counted and told.
         * @enum {string}
         */
        SpanUnit: "hour" | "day" | "week" | "month";
        /** @description Who is to share a deal. */
        Split: {
            /** @description Why. */
            reason?: string;
            /** @description Everybody with their share, the first one first; shares sum to 1. None gives the deal back to its owner. */
            shares: components["schemas"]["CommissionShare"][];
        };
        /** @description A stage. */
        Stage: {
            /** @description What to secure from the prospect. */
            commitments?: components["schemas"]["Commitment"][];
            /** @description Content to have at hand: what is shown or sent here. */
            content?: components["schemas"]["Need"][];
            /** @description Evidence for the figures above, in a sentence. */
            evidence?: string;
            /** @description What must hold before a deal leaves forward. */
            exit?: components["schemas"]["Criterion"][];
            handover?: components["schemas"]["Handover"] | null;
            /** @description Short id, unique in the process. */
            id: string;
            /** @description What it means for a deal to be here. */
            kind?: components["schemas"]["StageKind"];
            /**
             * @description Ids of the stages a deal may go to from here. Left out: onward (passing stages over too), back to an earlier
             *     one, to lost and to nurturing. Any other move needs a reason.
             */
            moves?: string[];
            /** @description Name. */
            name: string;
            /** @description Ids of the objections to be ready for here. */
            objections?: string[];
            /** @description Names of this stage in the data. */
            observed?: string[];
            /** @description What leaving it without its required criteria takes. */
            override?: components["schemas"]["Waiver"];
            /** @description Why the stage exists. */
            purpose?: string;
            /** @description Questions that every rep must be able to answer here. */
            questions?: components["schemas"]["Need"][];
            /**
             * Format: double
             * @description Days from one review of the value with the customer to the next, after the sale.
             */
            review_days?: number | null;
            /**
             * Format: double
             * @description Days a deal should need here.
             */
            target_days?: number | null;
            /** @description Key activities. */
            tasks?: components["schemas"]["Task"][];
        };
        /** @description Flow of one stage. */
        StageFlow: {
            /**
             * Format: int64
             * @description Deals in it when the period ended.
             */
            at_end: number;
            /**
             * Format: int64
             * @description Deals in it when the period began.
             */
            at_start: number;
            /**
             * Format: int64
             * @description Moves in during the period.
             */
            entered: number;
            /**
             * Format: int64
             * @description Moves out by losing.
             */
            lost: number;
            /**
             * Format: int64
             * @description Moves out to another stage.
             */
            moved_on: number;
            /**
             * Format: int64
             * @description Of these, deals that had been in it before.
             */
            returned: number;
            /** @description The stage. */
            stage: string;
            /**
             * Format: int64
             * @description Moves out by winning.
             */
            won: number;
        };
        /** @description The open deals that the required exit criteria of a stage would hold. */
        StageHeld: {
            /** @description These, the most valuable first, then those longest in the stage; at most 200. */
            deals: components["schemas"]["HeldDeal"][];
            /**
             * Format: int64
             * @description Those that do not.
             */
            held: number;
            /**
             * Format: int64
             * @description Of these, those that meet all required criteria now.
             */
            met: number;
            /** @description Its name. */
            name: string;
            /**
             * Format: int64
             * @description Open deals in it.
             */
            open: number;
            /** @description The stage's id. */
            stage: string;
        };
        /** @description The stage a deal stands in. */
        StageHere: {
            /**
             * Format: double
             * @description Days since then; of a closed deal none.
             */
            days?: number | null;
            /** @description What it means for a deal to be here. */
            kind: components["schemas"]["StageKind"];
            /** @description Its name. */
            name: string;
            /** @description Why the stage exists. */
            purpose: string;
            /**
             * Format: date-time
             * @description Since when the deal is here.
             */
            since?: string | null;
            /** @description Its id in the process. */
            stage_id: string;
            /**
             * Format: double
             * @description Days a deal should need here.
             */
            target_days?: number | null;
            won_days?: components["schemas"]["DayQuartiles"] | null;
        };
        /**
         * @description What a stage means.
         * @enum {string}
         */
        StageKind: "open" | "won" | "lost" | "nurturing" | "after-sale";
        /** @description A stage by name. */
        StageName: {
            /** @description Its name. */
            name: string;
            /** @description Its id in the process. */
            stage_id: string;
        };
        /**
         * @description Where the stages of a proposal come from.
         * @enum {string}
         */
        StagesFrom: "data" | "activities" | "template";
        /** @description What became of deals of the past that stood in a stage at an age. */
        StageShare: {
            /**
             * Format: double
             * @description Chance of the open deals that stand so, within the horizon asked for.
             */
            chance: number;
            /**
             * Format: int64
             * @description Deals that stood so and have closed since.
             */
            decided: number;
            /**
             * Format: double
             * @description At all.
             */
            ever: number;
            /**
             * Format: int64
             * @description Days in the stage, from.
             */
            from_days: number;
            /**
             * Format: int64
             * @description Open deals that stand so.
             */
            open: number;
            /** @description The stage; none where the data names none. */
            stage?: string | null;
            /**
             * Format: int64
             * @description Up to; none for the oldest.
             */
            to_days?: number | null;
            /**
             * Format: double
             * @description Within 30 days.
             */
            within_30: number;
            /**
             * Format: double
             * @description Within 90 days.
             */
            within_90: number;
            /**
             * Format: int64
             * @description Of these, won.
             */
            won: number;
        };
        /** @description How long deals stay in a stage. */
        StageSurvival: {
            /**
             * Format: int64
             * @description Visits still open: censored.
             */
            censored: number;
            /** @description The curve, thinned to at most 200 steps. */
            curve: components["schemas"]["SurvivalPoint"][];
            /**
             * Format: int64
             * @description Visits that have ended.
             */
            ended: number;
            /**
             * Format: double
             * @description Upper bound.
             */
            high?: number | null;
            /**
             * Format: double
             * @description Share that had been lost by the end of the curve.
             */
            lost?: number | null;
            /**
             * Format: double
             * @description Lower bound of the median at 95 % (Brookmeyer–Crowley, log-log).
             */
            low?: number | null;
            /**
             * Format: double
             * @description Median in days; none where more than half are still there at the end of the curve.
             */
            median_days?: number | null;
            /**
             * Format: double
             * @description Share that had moved on by the end of the curve (Aalen–Johansen), 0 to 1.
             */
            moved_on?: number | null;
            /** @description The stage. */
            stage: string;
            /**
             * Format: int64
             * @description Visits without dates, left out.
             */
            undated: number;
            /**
             * Format: int64
             * @description Dated visits.
             */
            visits: number;
        };
        /** @description Visits to a stage. */
        StageTimes: {
            /** @description Days of the visits that have ended and whose both ends are dated. */
            days: components["schemas"]["Summary"];
            /**
             * Format: int64
             * @description Distinct deals that have been in it.
             */
            deals: number;
            /**
             * Format: int64
             * @description Visits begun.
             */
            entered: number;
            /**
             * Format: int64
             * @description Visits ended by entering another stage or by closing.
             */
            left: number;
            /**
             * Format: double
             * @description The median of `days`.
             */
            median_days?: number | null;
            /** @description The stage as the data names it. */
            name: string;
            /** @description What came next, with counts: the next stage, `won`'s or `lost`'s activity. */
            next: {
                [key: string]: number;
            };
            /**
             * Format: int64
             * @description Deals in it now.
             */
            open: number;
            /** @description Days of ended visits of deals that were won in the end. */
            won_days: components["schemas"]["Summary"];
        };
        /** @description Touchpoints in one stage. */
        StageTouches: {
            /** @description As [`Touchpoints::rows`]. */
            rows: components["schemas"]["TouchRow"][];
            /** @description The stage; empty for what came before the first one. */
            stage: string;
        };
        /**
         * @description How a version stands.
         * @enum {string}
         */
        Standing: "proposed" | "active" | "replaced" | "declined";
        /** @description Something became of a version. */
        StandingMark: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description What it became. */
            became: components["schemas"]["Standing"];
            /** @description By whom. */
            by?: string | null;
            /** @description Why. */
            note: string;
        };
        /** @description `quote = { state, within_days }`, `approval = { state, within_days }`. */
        StateTest: {
            /** @description `sent`, `accepted`, `granted`, …: an event of kind `quote.<state>` or `approval.<state>`. */
            state: string;
            /**
             * Format: double
             * @description Not longer ago than this.
             */
            within_days?: number | null;
        };
        /**
         * @description Length of one step.
         * @enum {string}
         */
        Step: "week" | "month" | "quarter";
        /** @description What becomes of the next step. */
        StepDone: {
            /** @description The text of the mail, where it was written anew. */
            body?: string | null;
            /** @description Its number, from 1, as it was seen. */
            number: number;
            /** @description What becomes of it: a mail is `sent`, everything else `done`, either can be `skipped`. */
            outcome: components["schemas"]["StepOutcome"];
            /** @description The subject of the mail, where it was written anew. */
            subject?: string | null;
        };
        /** @description How a step does. */
        StepFigures: {
            /**
             * Format: int64
             * @description For whom it was sent or done.
             */
            done: number;
            /**
             * Format: int64
             * @description The same of meetings.
             */
            meetings: number;
            /**
             * Format: int64
             * @description Of those, whose answer came with this as the last step before it.
             */
            replied: number;
            /**
             * Format: int64
             * @description For whom it was left out.
             */
            skipped: number;
            /**
             * Format: int64
             * @description Its number, from 1.
             */
            step: number;
        };
        /**
         * @description What became of a step.
         * @enum {string}
         */
        StepOutcome: "sent" | "done" | "skipped";
        /** @description How a step does. */
        StepReport: components["schemas"]["StepFigures"] & {
            /** @description Meetings that were agreed then. */
            meeting: components["schemas"]["SequenceShare"];
            /** @description Answers that came after it and before the next. */
            reply: components["schemas"]["SequenceShare"];
        };
        /** @description How much of a stage after the sale is done. */
        StepsOfStage: {
            /**
             * Format: int64
             * @description Tasks that are ticked.
             */
            done: number;
            /** @description The deal is there. */
            here: boolean;
            /** @description Its name. */
            name: string;
            /** @description Id of the stage. */
            stage_id: string;
            /**
             * Format: int64
             * @description All of them.
             */
            total: number;
        };
        /**
         * @description Where a stage is from the deal's place.
         * @enum {string}
         */
        StepState: "done" | "here" | "ahead";
        /** @description A step that is behind somebody. */
        StepTaken: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description The id of the mail in the outbox. */
            mail?: string | null;
            /** @description What became of it. */
            outcome: components["schemas"]["StepOutcome"];
            /** @description Its number, from 1. */
            step: number;
        };
        /** @description What ends a sequence early. That the deal is closed and that they do not want to be written to always do. */
        StopRules: {
            /**
             * @description A meeting was agreed or took place.
             * @default true
             */
            meeting: boolean;
            /**
             * @description They answered.
             * @default true
             */
            reply: boolean;
            /**
             * @description The deal moved to another stage.
             * @default true
             */
            stage: boolean;
        };
        /** @description Somebody outside who is on no deal. */
        Stranger: {
            /** @description The address. */
            address: string;
            /**
             * Format: date-time
             * @description The first.
             */
            first: string;
            /**
             * Format: date-time
             * @description The last.
             */
            last: string;
            /**
             * Format: int64
             * @description Messages and meetings they take part in.
             */
            messages: number;
            /** @description The name in the messages; may be empty. */
            name: string;
        };
        /** @description An answer and how it did. */
        SuggestedAnswer: {
            endings?: components["schemas"]["Endings"] | null;
            /** @description Its id. */
            id: string;
            /** @description How it did, in words; empty where it was never given. */
            known: string;
            /** @description Id of the content that proves it; empty for none. */
            proof: string;
            /** @description What to say. */
            says: string;
        };
        /** @description An objection and what can be said to it. */
        SuggestedObjection: {
            /** @description What can be said, what did best first. */
            answers: components["schemas"]["SuggestedAnswer"][];
            /** @description Why to expect it. */
            because: string;
            /** @description Id of the objection of the process; empty where it is none of these. */
            id: string;
            /** @description What they say. */
            says: string;
            state?: components["schemas"]["ObjectionState"] | null;
        };
        /** @description Something that may have been promised. */
        SuggestedPromise: {
            /** @description Where they stand: `terms`, `answer`, `note`. */
            from: string;
            /** @description The words. */
            says: string;
        };
        /** @description An act of the prospect that parts won from lost deals, ready to be taken as an exit criterion. */
        Suggestion: {
            /** @description Which closed deals are compared. */
            among: components["schemas"]["Among"];
            /** @description The criterion; its id is free in the stage, its evidence says what was found. */
            criterion: components["schemas"]["Criterion"];
            /** @description Share won with it less share won without it, with Newcombe's interval at 95 %. */
            gain: components["schemas"]["Effect"];
            /**
             * Format: int64
             * @description How many acts were looked at.
             */
            looked_at: number;
            /** @description Lost deals that had it by then. */
            lost: components["schemas"]["Proportion"];
            /**
             * Format: double
             * @description Fisher's exact p, adjusted for all acts looked at (Benjamini–Hochberg).
             */
            p_adjusted: number;
            /** @description Deals won, of those that had it. */
            with: components["schemas"]["Proportion"];
            /** @description Deals won, of those that had not. */
            without: components["schemas"]["Proportion"];
            /** @description Won deals that had it by then. */
            won: components["schemas"]["Proportion"];
        };
        /** @description A sum in one currency, and what could not be changed into it. */
        Sum: {
            /** @description ISO 4217; empty where no deal says. */
            currency: string;
            /**
             * Format: int64
             * @description In minor units. What names no currency counts as being in this one.
             */
            minor: number;
            /** @description Currencies for which there is no rate, with their own sums; these are not in `minor`. */
            unconverted: components["schemas"]["Unconverted"][];
        };
        /** @description Quantiles are linear (Hyndman–Fan type 7); all but `n` are none where `n` is 0. */
        Summary: {
            /**
             * Format: double
             * @description Largest.
             */
            max?: number | null;
            /**
             * Format: double
             * @description Mean.
             */
            mean?: number | null;
            /**
             * Format: double
             * @description Median.
             */
            median?: number | null;
            /**
             * Format: double
             * @description Smallest.
             */
            min?: number | null;
            /**
             * Format: int64
             * @description How many.
             */
            n: number;
            /**
             * Format: double
             * @description First quartile.
             */
            q25?: number | null;
            /**
             * Format: double
             * @description Third quartile.
             */
            q75?: number | null;
        };
        /** @description A step of a survival curve. */
        SurvivalPoint: {
            /**
             * Format: int64
             * @description Visits at risk just before.
             */
            at_risk: number;
            /**
             * Format: double
             * @description Days since entering.
             */
            days: number;
            /**
             * Format: double
             * @description Upper bound.
             */
            high: number;
            /**
             * Format: double
             * @description Lower bound at 95 % (log-log, Greenwood).
             */
            low: number;
            /**
             * Format: double
             * @description Share still there just after, 0 to 1.
             */
            share: number;
        };
        /**
         * @description Where a target comes from.
         * @enum {string}
         */
        TargetFrom: "quota" | "experienced" | "nothing";
        /** @description A key activity. */
        Task: {
            /** @description How it is done: `call`, `email`, `meeting`, `visit`, … */
            channel?: string;
            /**
             * Format: double
             * @description Days after entering the stage by which it is due.
             */
            due_days?: number | null;
            /** @description Evidence, in a sentence. */
            evidence?: string;
            /** @description Short id, unique in the stage. */
            id: string;
            /** @description What to do. */
            name: string;
            /** @description The role that does it. */
            owner?: string;
            /** @description Id of the content of the library that it is done with. */
            template?: string;
        };
        /** @description A task of the stage, ticked or not. */
        TaskState: {
            /** @description How it is done. */
            channel: string;
            /** @description It is ticked. */
            done: boolean;
            /**
             * Format: date-time
             * @description When that is; none for a closed deal, or where unknown since when the deal is here.
             */
            due?: string | null;
            /**
             * Format: double
             * @description Working days after entering the stage by which it is due.
             */
            due_days?: number | null;
            /** @description Its id, unique in the stage. */
            id: string;
            /** @description What to do. */
            name: string;
            /** @description The role that does it. */
            owner: string;
            /** @description Id of the content of the library that it is done with. */
            template: string;
        };
        /** @description People who sell together. */
        Team: {
            /** @description Names of who is in it, as deals name their owners. */
            members?: string[];
            /** @description Its name, unique. */
            name: string;
        };
        /** @description A team, kept. */
        TeamLine: components["schemas"]["Team"] & {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * Format: int64
             * @description Its version, for `If-Match`.
             */
            version: number;
        };
        /** @description A template whole. */
        Template: {
            /** @description The process. */
            process: components["schemas"]["Process"];
            /** @description Its text. */
            toml: string;
        };
        /** @description A template as a list shows it, in one language. */
        TemplateInfo: {
            /** @description Whom it is for, in a line. */
            about: string;
            /** @description Its id, the same in every language. */
            id: string;
            /** @description Name. */
            name: string;
        };
        /** @description A criterion to test. */
        TestedCriterion: {
            /** @description It. */
            criterion: components["schemas"]["Criterion"];
            process?: components["schemas"]["Process"] | null;
            /** @description The id of its stage. */
            stage: string;
        };
        /** @description A tick, or its taking back. */
        Tick: {
            /** @description True: done. */
            done: boolean;
        };
        /** @description Time in stage of one group. */
        TimeGroup: {
            /** @description The stages in order. */
            stages: components["schemas"]["StageSurvival"][];
            /** @description The value of the field grouped by. */
            value?: string | null;
        };
        /** @description Time in stage by Kaplan–Meier; visits that have not ended are censored. */
        TimeInStage: {
            /**
             * Format: date-time
             * @description As of.
             */
            as_of?: string | null;
            /** @description One a value. */
            groups: components["schemas"]["TimeGroup"][];
        };
        /** @description What somebody of us spent on a meeting, the way there and the preparation included. */
        TimeSpent: {
            /**
             * Format: int32
             * @description How long.
             */
            minutes: number;
            /** @description Who. */
            name: string;
        };
        /** @description Weeks until the target was reached; who has not reached it yet is censored. */
        TimeToTarget: {
            /** @description Share that has not reached it; empty for fewer than ten people. */
            curve: components["schemas"]["NotYet"][];
            /**
             * Format: double
             * @description Its upper bound.
             */
            high?: number | null;
            /**
             * Format: double
             * @description Its lower bound at 95 %.
             */
            low?: number | null;
            /**
             * Format: double
             * @description Kaplan–Meier's median in weeks; none of fewer than ten people, or where more than half have not reached it.
             */
            median_weeks?: number | null;
            /**
             * Format: int64
             * @description People with a target.
             */
            people: number;
            /**
             * Format: int64
             * @description Of these, those who reached it.
             */
            reached: number;
            /** @description In words. */
            says: string;
        };
        /** @description Something to be done about a deal. */
        ToDo: {
            /** @description The prospect's organisation. */
            account?: string | null;
            /** @description How it is done: `call`, `email`, … */
            channel: string;
            /** @description ISO 4217. */
            currency?: string | null;
            /**
             * Format: double
             * @description Days in the stage, and days that it should be; for [`ToDoKind::Late`].
             */
            days?: number | null;
            /** @description The deal. */
            deal: components["schemas"]["DealId"];
            /**
             * Format: date-time
             * @description When it is due; since when it waits for what has no day.
             */
            due?: string | null;
            /** @description Id of the task or the commitment; for [`ToDoKind::Touch`] of the enrolment, with the number of the step behind a `/`. */
            item: string;
            /** @description What kind of thing. */
            kind: components["schemas"]["ToDoKind"];
            /** @description Whether who asks may do it. */
            may_change: boolean;
            /** @description Its name. */
            name: string;
            /** @description The day was before today, or it waits since before today. */
            overdue: boolean;
            /** @description Who owns it. */
            owner?: string | null;
            /** @description The stage it is in. */
            stage: string;
            /** @description The id of this stage. */
            stage_id: string;
            /**
             * Format: double
             * @description See there.
             */
            target_days?: number | null;
            /** @description Id of the content of the library that it is done with. */
            template: string;
            /**
             * Format: int64
             * @description Value in minor units.
             */
            value_minor?: number | null;
            /** @description What to do: the subject of a sequence's step, a task's or commitment's name, an objection's or message's words. Empty for [`ToDoKind::Late`]. */
            what: string;
        };
        /**
         * @description What kind of thing is to be done.
         * @enum {string}
         */
        ToDoKind: "reply" | "objection" | "approval" | "handover" | "commitment" | "promise" | "touch" | "task" | "review" | "renewal" | "late";
        /** @description A deal that was told about. */
        Told: {
            /** @description The prospect's organisation. */
            account?: string | null;
            /**
             * Format: int64
             * @description Screens with an answer.
             */
            answered: number;
            /** @description The answers, in the order in which they are asked. */
            answers: components["schemas"]["ToldAnswer"][];
            /**
             * Format: date-time
             * @description When it closed.
             */
            closed?: string | null;
            /**
             * Format: int64
             * @description How many answers differ from the log.
             */
            differing: number;
            /** @description The deal. */
            id: components["schemas"]["DealId"];
            /** @description Its name. */
            name: string;
            /**
             * Format: int64
             * @description Screens there are.
             */
            of: number;
            /** @description Won, lost or open. */
            outcome: components["schemas"]["Outcome"];
            /** @description The rep who owns it. */
            owner?: string | null;
        };
        /** @description An answer, and what the log says beside it. */
        ToldAnswer: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            beside?: components["schemas"]["Beside"] | null;
            /** @description Who answered. */
            by?: string | null;
            /** @description What a table calls it. */
            name: string;
            /** @description The question's id. */
            question: string;
            /** @description The answer. */
            reply: components["schemas"]["Reply"];
            /** @description The answer in one line. */
            text: string;
        };
        /**
         * @description How somebody told us.
         * @enum {string}
         */
        ToldHow: "mail" | "call" | "visit";
        /** @description Touchpoints of the deals with one outcome. */
        TouchCount: {
            /** @description Deals with any, of those that were in the stage. */
            any: components["schemas"]["Proportion"];
            /**
             * Format: double
             * @description Median number a deal.
             */
            median?: number | null;
            /**
             * Format: double
             * @description Mean number a deal.
             */
            per_deal?: number | null;
            /**
             * Format: double
             * @description Touchpoints for each week that the deals were in the stage (or under way): the figure to compare by, since
             *     deals that live longer have more of them.
             */
            per_week?: number | null;
            /**
             * Format: int64
             * @description Touchpoints.
             */
            touches: number;
        };
        /** @description Touchpoints a deal, by side. */
        Touches: {
            /** @description All. */
            all: components["schemas"]["Summary"];
            /** @description The prospect's. */
            prospect: components["schemas"]["Summary"];
            /** @description Ours. */
            rep: components["schemas"]["Summary"];
        };
        /** @description A common kind of touchpoint. */
        Touchpoint: {
            /** @description Attributes that a form should ask for: `tag`, `role`, `content`, `objection`, `answer`, `note`. */
            asks: string[];
            /** @description `phone`, `email`, `meeting`, `content`, `document` or `note`. */
            channel: string;
            /** @description What somebody did, to follow their name in a sentence: `attended a meeting`. */
            done: string;
            /** @description The event's kind. */
            kind: string;
            /** @description What a form and a map call it. */
            label: string;
            /** @description True where nobody but the prospect can do it. */
            only_prospect: boolean;
            /** @description Whose act it usually is. */
            side: components["schemas"]["Side"];
            /** @description The same as something to do: `Get them to attend a meeting`. */
            task: string;
            /** @description What one has not done, to follow `has not`: `attended a meeting`. */
            undone: string;
        };
        /**
         * @description Touchpoints by stage, channel and side; how soon each side answers; moves without an act of the prospect. Notes and
         *     tasks of our own are no touchpoints, nor is what comes after the close.
         */
        Touchpoints: {
            /**
             * Format: date-time
             * @description As of.
             */
            as_of?: string | null;
            /**
             * Format: int64
             * @description Touchpoints by the prospect.
             */
            by_prospect: number;
            /**
             * Format: int64
             * @description Touchpoints by us.
             */
            by_rep: number;
            /**
             * Format: int64
             * @description Deals.
             */
            deals: number;
            /**
             * Format: int64
             * @description Of these, lost.
             */
            lost: number;
            /** @description What to bear in mind. Sentences. */
            notes: string[];
            /** @description By stage: moves on without an act of the prospect in it. Empty where the data names no act of the prospect. */
            opinion: components["schemas"]["Opinion"][];
            /** @description How soon we answer the prospect. */
            ours: components["schemas"]["AnswerTimes"];
            /** @description Over all stages: all touchpoints, each channel, each side, each channel and side. */
            rows: components["schemas"]["TouchRow"][];
            /** @description The whole in one sentence. */
            sentence: string;
            /** @description The same by stage, in order; at most 60 stages. */
            stages: components["schemas"]["StageTouches"][];
            /** @description How soon the prospect answers us. */
            theirs: components["schemas"]["AnswerTimes"];
            /**
             * Format: int64
             * @description Touchpoints; 0 where the data has none.
             */
            touches: number;
            /**
             * Format: int64
             * @description Of these, won.
             */
            won: number;
        };
        /** @description Touchpoints of one channel, of one side, of both, or all. */
        TouchRow: {
            channel?: components["schemas"]["Channel"] | null;
            /** @description Lost deals. */
            lost: components["schemas"]["TouchCount"];
            /** @description Open deals. */
            open: components["schemas"]["TouchCount"];
            side?: components["schemas"]["Side"] | null;
            /** @description Won deals. */
            won: components["schemas"]["TouchCount"];
        };
        /** @description A plan to be tried. */
        Trial: {
            /** @description Negotiated prices of deals won one after the other in one period, in minor units of the plan's currency. */
            prices_minor: number[];
            /** @description What the plan would say. */
            terms: components["schemas"]["PlanTerms"];
        };
        /** @description What a plan would pay. */
        Tried: {
            /** @description What each deal pays, in minor units. */
            amounts_minor: number[];
            /** @description Currency of the amounts. */
            currency: string;
            /** @description Each deal in a sentence. */
            lines_say: string[];
            /** @description What the plan says, in sentences. */
            plan_says: string[];
            /** @description What follows, in sentences. */
            then_says: string[];
            /**
             * Format: int64
             * @description What is paid for the period, in minor units.
             */
            total_minor: number;
        };
        /** @description Values in a currency for which there is no rate. */
        Unconverted: {
            /** @description ISO 4217. */
            currency: string;
            /** @description How many deals. */
            deals: number;
            /**
             * Format: int64
             * @description Their sum in minor units.
             */
            minor: number;
        };
        /** @description What somebody sees who does not want mails. */
        Unsubscribing: {
            /** @description Who writes; empty where nobody has named the company. */
            company: string;
            /** @description The address that is written to. */
            contact: string;
            /** @description It is not written to any more. */
            ended: boolean;
        };
        /** @description Files that belong together, and how they are to be read. */
        Upload: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description How the files are read. */
            plan: components["schemas"]["Plan"];
        };
        /** @description Somebody who can sign in. */
        User: {
            /** @description True for somebody who may not sign in any more. */
            disabled: boolean;
            /** @description Address. */
            email: string;
            /** @description Id. */
            id: components["schemas"]["UserId"];
            /** @description Name; a rep's own deals are those whose owner bears it. */
            name: string;
            /** @description What they are. */
            role: components["schemas"]["Role"];
        };
        /**
         * Format: uuid
         * @description Somebody who can sign in.
         */
        UserId: string;
        /** @description What to change of a user. */
        UserPatch: {
            /** @description Whether they may not sign in any more. */
            disabled?: boolean | null;
            /** @description Name. */
            name?: string | null;
            /** @description New password. */
            password?: string | null;
            role?: components["schemas"]["Role"] | null;
        };
        /** @description How often something happened. */
        Uses: {
            /**
             * Format: int64
             * @description Deals that have at least one of them.
             */
            deals: number;
            /**
             * Format: date-time
             * @description The last one with a date.
             */
            last?: string | null;
            /**
             * Format: int64
             * @description Events.
             */
            times: number;
        };
        /** @description A value of an attribute against all others. */
        ValueEffect: {
            /** @description Deals that have it. */
            deals: components["schemas"]["WonLost"];
            odds_ratio?: components["schemas"]["Effect"] | null;
            points?: components["schemas"]["Effect"] | null;
            selection?: components["schemas"]["Selection"] | null;
            /** @description The value; empty for deals that have none. */
            value: string;
        };
        /** @description A review that was held. */
        ValueReview: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who was there on the customer's side. */
            attended: string[];
            /** @description Who wrote it down. */
            by?: string | null;
            /** @description The event. */
            event: components["schemas"]["EventId"];
            /** @description What else was said. */
            note: string;
            /**
             * Format: date
             * @description The day.
             */
            on: string;
            /** @description Goal by goal. */
            results: components["schemas"]["ReviewResult"][];
        };
        /** @description Value of won deals, in the currency most of them have; `others` counts deals in other currencies, left out. */
        ValueSummary: {
            /** @description ISO 4217; empty where the source names none. */
            currency: string;
            /**
             * Format: int64
             * @description Value of open deals in minor units.
             */
            open_total_minor: number;
            /**
             * Format: int64
             * @description Deals in other currencies.
             */
            others: number;
            /** @description Per won deal, in major units. */
            won: components["schemas"]["Summary"];
            /**
             * Format: int64
             * @description Sum in minor units.
             */
            won_total_minor: number;
        };
        /** @description A sequence of activities. */
        Variant: {
            /**
             * Format: int64
             * @description Deals.
             */
            count: number;
            /**
             * Format: int64
             * @description Of these, lost.
             */
            lost: number;
            /** @description The activities in order. */
            path: string[];
            /**
             * Format: int64
             * @description Of these, won.
             */
            won: number;
        };
        /** @description A page of ways, the most frequent first. */
        VariantPage: {
            /**
             * Format: int64
             * @description Different ways of all selected deals.
             */
            all: number;
            /**
             * Format: int64
             * @description Deals with at least one step.
             */
            deals: number;
            /**
             * Format: int64
             * @description Different ways that meet the search.
             */
            found: number;
            /**
             * Format: int64
             * @description Deals whose way meets the search.
             */
            found_deals: number;
            /**
             * Format: int64
             * @description Where the next page begins; none on the last.
             */
            next?: number | null;
            /** @description The stages of the selected deals, in the order that gives each its colour and letter. */
            stages: string[];
            /** @description The ways. */
            variants: components["schemas"]["VariantRow"][];
            /** @description What the steps are. */
            view: components["schemas"]["Wanted"];
        };
        /** @description A way. */
        VariantRow: {
            /**
             * Format: int64
             * @description Deals.
             */
            count: number;
            /**
             * Format: double
             * @description Share of all deals on this way and those before it in the list.
             */
            cumulative: number;
            /** @description Days from first to last dated step. */
            days: components["schemas"]["Summary"];
            /**
             * Format: int64
             * @description Of these, open.
             */
            open: number;
            /** @description The activities in order. */
            path: string[];
            /**
             * Format: int64
             * @description Its place in the list, from 1.
             */
            place: number;
            /**
             * Format: double
             * @description Share of all deals.
             */
            share: number;
            /** @description Won of closed. */
            win_rate: components["schemas"]["WinRate"];
        };
        /** @description Sequences of activities. */
        Variants: {
            /**
             * Format: int64
             * @description Distinct sequences.
             */
            count: number;
            /** @description The most frequent ones (at most 50). */
            top: components["schemas"]["Variant"][];
        };
        /** @description A version among others. */
        VersionLine: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description By whom. */
            by?: string | null;
            /** @description What it changes of the version before, in sentences. */
            changes: string[];
            /** @description What became of it, in order of time. */
            marks: components["schemas"]["StandingMark"][];
            /** @description What was changed and why. */
            note: string;
            /**
             * Format: int64
             * @description Open deals that go by it.
             */
            open_deals: number;
            /** @description How it stands. */
            standing: components["schemas"]["Standing"];
            /**
             * Format: int64
             * @description Its number.
             */
            version: number;
        };
        /** @description A way to look at deals. */
        View: {
            /** @description The columns of the list, in order; those of old if empty. */
            columns?: string[];
            /** @description Which deals: parameters of the list of deals by name, with their values. */
            filters?: {
                [key: string]: string[];
            };
            /** @description Its name. */
            name: string;
            /** @description Of which page. */
            page: components["schemas"]["ViewPage"];
            /** @description Whether others see it. */
            shared?: boolean;
            /** @description By what deals are in order; a minus in front turns it round. */
            sort?: string;
        };
        /** @description With which views somebody begins. */
        ViewDefaults: {
            /**
             * Format: uuid
             * @description The board; none: all open deals.
             */
            board?: string | null;
            /**
             * Format: uuid
             * @description The list; none: all deals.
             */
            list?: string | null;
        };
        /** @description A line. */
        ViewEdge: {
            /** @description It leads back to an earlier box. */
            back: boolean;
            compared?: components["schemas"]["Compared"] | null;
            /**
             * Format: int64
             * @description How often.
             */
            count: number;
            /**
             * Format: int64
             * @description Deals that take it.
             */
            deals: number;
            /**
             * Format: int32
             * @description Place in `nodes` of the activity before.
             */
            from: number;
            /** @description Middle of its label. */
            label: [
                number,
                number
            ];
            /**
             * Format: int64
             * @description How often in lost deals.
             */
            lost_count: number;
            /**
             * Format: int64
             * @description Lost deals that take it.
             */
            lost_deals: number;
            /**
             * Format: double
             * @description Its median in lost deals, where won and lost are compared.
             */
            lost_median_seconds?: number | null;
            /**
             * Format: double
             * @description Its mean.
             */
            mean_seconds?: number | null;
            /**
             * Format: double
             * @description Its median.
             */
            median_seconds?: number | null;
            /**
             * Format: int64
             * @description The most often that one deal takes it.
             */
            most: number;
            /** @description The line as an SVG path. */
            path: string;
            /** @description Corners of the line, in px. */
            points: [
                number,
                number
            ][];
            /**
             * Format: double
             * @description First quartile of the time between, in seconds; none where no pair is dated.
             */
            q25_seconds?: number | null;
            /**
             * Format: double
             * @description Its third quartile.
             */
            q75_seconds?: number | null;
            /** @description It leads from a closing on to a stage. */
            reopens: boolean;
            /**
             * Format: int32
             * @description Place in `nodes` of the activity directly after.
             */
            to: number;
            /**
             * Format: int64
             * @description How often in won deals.
             */
            won_count: number;
            /**
             * Format: int64
             * @description Won deals that take it.
             */
            won_deals: number;
            /**
             * Format: double
             * @description Its median in won deals, where won and lost are compared.
             */
            won_median_seconds?: number | null;
        };
        /** @description A view, kept. */
        ViewLine: components["schemas"]["View"] & {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description Whether who asks may change it. */
            may_change: boolean;
            /** @description Whose it is. */
            owner: components["schemas"]["UserId"];
            /** @description Their name, as it was. */
            owner_name: string;
            /**
             * Format: int64
             * @description Its version, for `If-Match`.
             */
            version: number;
        };
        /** @description A box. */
        ViewNode: {
            /** @description Its activity; empty for `start` and `end`. */
            activity: string;
            /**
             * Format: int64
             * @description Different names taken together in it; 1 as a rule.
             */
            alike: number;
            /**
             * Format: int64
             * @description Events.
             */
            count: number;
            /**
             * Format: int64
             * @description Deals that have it.
             */
            deals: number;
            /**
             * Format: double
             * @description Height of its box.
             */
            height: number;
            /** @description `start`, `end`, `stage`, `won`, `lost` or `activity`. */
            kind: string;
            /**
             * Format: int64
             * @description Lost deals that have it.
             */
            lost_deals: number;
            /**
             * Format: int64
             * @description The most often that one deal has it.
             */
            most: number;
            /**
             * Format: int64
             * @description Deals that came to it again after something else; stages count among stages.
             */
            returned: number;
            /**
             * Format: double
             * @description Width of its box.
             */
            width: number;
            /**
             * Format: int64
             * @description Won deals that have it.
             */
            won_deals: number;
            /**
             * Format: double
             * @description Middle of its box, in px from the left.
             */
            x: number;
            /**
             * Format: double
             * @description Middle of its box, in px from the top.
             */
            y: number;
        };
        /**
         * @description The page that a view is of.
         * @enum {string}
         */
        ViewPage: "board" | "list";
        /** @description The views that somebody sees. */
        Views: {
            /** @description With which they begin. */
            begin: components["schemas"]["ViewDefaults"];
            /** @description Their own and the shared ones, by name. */
            views: components["schemas"]["ViewLine"][];
        };
        /** @description Time in a stage by Kaplan–Meier. */
        Waiting: {
            /**
             * Format: double
             * @description Upper bound.
             */
            high?: number | null;
            /**
             * Format: double
             * @description Lower bound at 95 %.
             */
            low?: number | null;
            /**
             * Format: double
             * @description Median days; none where more than half are still there.
             */
            median?: number | null;
            /**
             * Format: int64
             * @description Of these, not ended.
             */
            open: number;
            /**
             * Format: int64
             * @description Dated stays.
             */
            visits: number;
        };
        /**
         * @description What leaving a stage without its required criteria takes.
         * @enum {string}
         */
        Waiver: "reason" | "approval";
        /**
         * @description Which activities are steps.
         * @enum {string}
         */
        Wanted: "stages" | "all";
        /** @description Where another program is told of what. */
        Webhook: {
            /** @description False: it is told nothing for the time being. */
            active: boolean;
            /** @description Of what. */
            kinds: components["schemas"]["NoticeKind"][];
            /** @description Where: `https://example.com/hook`. */
            url: string;
        };
        /** @description Something that went, or goes, to a webhook. */
        WebhookDelivery: {
            /** @description What was answered last, or what was in the way. */
            answer?: string | null;
            /**
             * Format: date-time
             * @description Since when.
             */
            at: string;
            /**
             * Format: date-time
             * @description When it is tried next.
             */
            due: string;
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description What kind of thing. */
            kind: string;
            /** @description `waiting`, `done` or `failed`. */
            state: string;
            /**
             * Format: int64
             * @description How often it was tried.
             */
            tries: number;
        };
        /** @description A webhook as it is shown. */
        WebhookLine: components["schemas"]["Webhook"] & {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description What signs what is sent there; told once, when it is added. */
            secret?: string | null;
            /**
             * Format: int64
             * @description Its version, for `If-Match`.
             */
            version: number;
        };
        /** @description The webhooks. */
        Webhooks: {
            /** @description Whether they may be in private networks. */
            private: boolean;
            /** @description The first added first. */
            webhooks: components["schemas"]["WebhookLine"][];
        };
        /** @description What a webhook answered to a test. */
        WebhookTest: {
            /**
             * Format: int32
             * @description The status; none where nothing was answered.
             */
            status?: number | null;
            /** @description What was in the way; none where it was taken. */
            trouble?: string | null;
        };
        /** @description What the weekly meeting looks at. */
        WeeklyReview: components["schemas"]["Review"] & {
            /**
             * Format: date-time
             * @description The last moment that the data tells of.
             */
            as_of?: string | null;
            /** @description Commitments of open deals that the prospect agreed to, whose day has passed, the oldest first; at most 100. */
            lapsed: components["schemas"]["LapsedCommitment"][];
            /**
             * Format: int64
             * @description How many there are.
             */
            lapsed_total: number;
        };
        /** @description A deal to ask about. */
        WhyAsked: {
            /** @description Which. */
            id: components["schemas"]["DealId"];
            /** @description Why it was chosen. */
            why?: string;
        };
        /** @description Won of closed, with a Wilson interval at 95 %. */
        WinRate: {
            /**
             * Format: int64
             * @description Won and lost.
             */
            closed: number;
            /**
             * Format: double
             * @description Upper bound.
             */
            high?: number | null;
            /**
             * Format: double
             * @description Lower bound.
             */
            low?: number | null;
            /** @description `wilson-95`. */
            method: string;
            /**
             * Format: double
             * @description won / closed, 0 to 1; none where nothing is closed.
             */
            rate?: number | null;
            /**
             * Format: int64
             * @description Won.
             */
            won: number;
        };
        /** @description Win rate of one group. */
        WinRateGroup: {
            /** @description In order of time, steps without deals included. */
            points: components["schemas"]["WinRatePoint"][];
            /** @description The value of the field grouped by. */
            value?: string | null;
        };
        /** @description Win rate over time, by the date of closing. */
        WinRateOverTime: {
            /** @description One a value. */
            groups: components["schemas"]["WinRateGroup"][];
            /** @description Whether the rates differ by more than chance would make them, in words. */
            sentence: string;
            /** @description `week`, `month` or `quarter`. */
            step: components["schemas"]["Step"];
        };
        /** @description Win rate in one step. */
        WinRatePoint: {
            /**
             * Format: int64
             * @description Won and lost.
             */
            closed: number;
            /**
             * Format: date-time
             * @description Beginning of the step, UTC.
             */
            from: string;
            /**
             * Format: double
             * @description Upper bound.
             */
            high?: number | null;
            /**
             * Format: double
             * @description Lower bound of the Wilson interval at 95 %.
             */
            low?: number | null;
            /**
             * Format: double
             * @description Median days of the won deals.
             */
            median_days?: number | null;
            /**
             * Format: double
             * @description won / closed.
             */
            rate?: number | null;
            /**
             * Format: date-time
             * @description Its end.
             */
            to: string;
            /**
             * Format: int64
             * @description Won.
             */
            won: number;
            /**
             * Format: int64
             * @description Value won, minor units.
             */
            won_minor: number;
        };
        /** @description Won and lost deals. */
        WonLost: {
            /**
             * Format: int64
             * @description Lost.
             */
            lost: number;
            /**
             * Format: int64
             * @description Won.
             */
            won: number;
        };
        /** @description The typical time to close, the won deals that took it, and their steps counted back from the close. */
        WorkBackward: {
            /**
             * Format: date-time
             * @description As of.
             */
            as_of?: string | null;
            /** @description Days from beginning to close of the won deals looked at. */
            days: components["schemas"]["Summary"];
            /**
             * Format: int64
             * @description Deals that the steps are of: those in the span; all of them where there are five or fewer.
             */
            deals: number;
            /** @description The groups that the times fall into, two or more, each with the span of most of it; empty where they are one. */
            groups: components["schemas"]["Span"][];
            /**
             * Format: int64
             * @description How many of the last ones were asked for; none for all.
             */
            last?: number | null;
            /** @description True where so few deals are in the span that they are shown rather than averaged. */
            little: boolean;
            /** @description What to bear in mind: few deals, times that differ widely, groups. Sentences. */
            notes: string[];
            /**
             * Format: int64
             * @description Their distinct owners.
             */
            owners: number;
            /**
             * Format: int64
             * @description Steps left out.
             */
            rare: number;
            /** @description `6 of the last 10 won deals closed in five to seven weeks.` */
            sentence: string;
            /** @description The deals themselves, last closed first, at most 25. */
            shown: components["schemas"]["LookBackDeal"][];
            span?: components["schemas"]["Span"] | null;
            /** @description The stages of the deals, in order. */
            stages: string[];
            /** @description Their steps in order. Those that fewer than one in ten of the deals have are left out. */
            steps: components["schemas"]["BackStep"][];
            /** @description Touchpoints a deal: all, by the prospect, by us. */
            touches: components["schemas"]["Touches"];
            /** @description True if the data has touchpoints; without them the steps are stages alone. */
            touchpoints: boolean;
            /**
             * Format: int64
             * @description Won deals of the selection without both dates, left out.
             */
            undated: number;
            /**
             * Format: int64
             * @description Won deals looked at: those with both dates, the last ones if so many were asked for.
             */
            won: number;
        };
        /** @description When a team works. */
        WorkCalendar: {
            /** @description Days on which it does not work all the same. */
            holidays?: components["schemas"]["WorkHoliday"][];
            /** @description The days of the week on which it works. */
            week: components["schemas"]["WorkWeekday"][];
        };
        /** @description A day of the year on which nobody works. */
        WorkHoliday: {
            /** @description What it is called. */
            name: string;
            /**
             * @description When: `12-25` every year, `2026-04-06` once.
             * @example 12-25
             */
            on: string;
        };
        /** @description When and where the team works. */
        WorkSettings: {
            /** @description Days of the week and holidays. */
            calendar: components["schemas"]["WorkCalendar"];
            /** @description IANA name of the time zone whose days count: `Europe/Berlin`. */
            zone: string;
        };
        /** @description In which currency sums are told. */
        WorkspaceCurrency: {
            /** @description ISO 4217; that of the first deal that names one, if empty. */
            currency?: string;
        };
        /**
         * @description A day of the week.
         * @enum {string}
         */
        WorkWeekday: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
        /** @description A process as text or as JSON; one of the two. */
        Written: {
            /** @description What was changed and why. */
            note?: string;
            process?: components["schemas"]["Process"] | null;
            /** @description The text of a `process.toml`. */
            toml?: string | null;
        };
        /** @description What is known of a written page. */
        WrittenBy: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who wrote this version. */
            by?: string | null;
            /** @description The section its author named. */
            section: string;
            /**
             * Format: int64
             * @description Counts its changes.
             */
            version: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
