// Written by hand until the server's OpenAPI document is there.
type Timestamp = string;
export interface components {
  schemas: {
    Outcome: 'open' | 'won' | 'lost';
    Role: 'owner' | 'manager' | 'editor' | 'rep' | 'viewer';
    User: { id: string; name: string; email: string; role: components['schemas']['Role'] };
    Session: { user?: components['schemas']['User'] | null; setup_needed: boolean; version: string };
    Problem: {
      type: string; title: string; status: number; detail: string;
      errors?: { field: string; message: string }[];
      findings?: { [key: string]: unknown }[];
      number?: string | null;
    };
    Rows: { read: number; imported: number; rejected: number; duplicates: number };
    FieldValues: { name: string; distinct: number; values: [string, number][] };
    Upload: { id: string; plan: components['schemas']['Plan'] };
    Plan: {
      files: components['schemas']['FilePlan'][]; joins: components['schemas']['Join'][];
      questions: components['schemas']['Question'][]; zone: string; currency: string;
    };
    FilePlan: {
      name: string; format: components['schemas']['Format']; role: components['schemas']['FileRole'];
      columns: components['schemas']['ColumnPlan'][]; sample: string[][]; bytes: number;
    };
    Format: { type: 'delimited'; encoding: string; delimiter: string } | { type: 'sheet'; sheet: string } | { type: 'xes' };
    FileRole: 'deals' | 'events' | 'lookup' | 'ignored';
    ColumnPlan: {
      name: string; meaning: components['schemas']['Meaning']; why: string; confidence: number;
      dates?: components['schemas']['DateOrder'] | null; decimal?: string | null;
    };
    DateOrder: 'year-first' | 'day-first' | 'month-first' | 'epoch' | 'serial';
    Meaning:
      | { is: 'deal-id' } | { is: 'name' } | { is: 'account' } | { is: 'owner' } | { is: 'team' } | { is: 'product' }
      | { is: 'value' } | { is: 'currency' } | { is: 'stage' } | { is: 'created' } | { is: 'closed' } | { is: 'won-at' }
      | { is: 'lost-at' } | { is: 'outcome' } | { is: 'stage-entered'; stage: string } | { is: 'stage-left'; stage: string }
      | { is: 'activity-at'; activity: string } | { is: 'activity' } | { is: 'timestamp' } | { is: 'event-id' }
      | { is: 'event-kind' } | { is: 'side' } | { is: 'actor' } | { is: 'key' } | { is: 'attribute'; name: string } | { is: 'ignored' };
    Join: { from: number; column: string; to: number; key: string; matched: number; near: components['schemas']['NearMatch'][] };
    NearMatch: { value: string; rows: number; key?: string | null; accepted: boolean };
    Question: { file: number; column?: string | null; text: string };
    Report: {
      rows: components['schemas']['Rows'];
      files: { name: string; rows: components['schemas']['Rows'] }[];
      notes: string[];
    };
    Reject: { seq: number; file: string; line: number; column: string; value: string; reason: string };
    Import: {
      id: string; status: string; files: string[]; by?: string | null; at: Timestamp; events: number; deals: number;
      report?: components['schemas']['Report'] | null; error?: string | null;
    };
    JobProgress: { phase: string; done: number; total: number; status: string };
    Summary: {
      n: number; q25?: number | null; median?: number | null; q75?: number | null; mean?: number | null;
      min?: number | null; max?: number | null;
    };
    DealCounts: { total: number; won: number; lost: number; open: number };
    WinRate: { won: number; closed: number; rate?: number | null; low?: number | null; high?: number | null; method: string };
    Discovery: {
      schema: number; as_of?: Timestamp | null; sentence: string; deals: components['schemas']['DealCounts'];
      win_rate: components['schemas']['WinRate'];
      cycle_days: { won: components['schemas']['Summary']; lost: components['schemas']['Summary'] };
      value: {
        currency: string; won_total_minor: number; open_total_minor: number; won: components['schemas']['Summary']; others: number;
      };
      case_seconds: components['schemas']['Summary'];
      stages: components['schemas']['StageTimes'][];
      map: components['schemas']['ProcessMap']; stage_map: components['schemas']['ProcessMap'];
      variants: components['schemas']['Variants']; stage_variants: components['schemas']['Variants'];
      breakdowns: { [key: string]: components['schemas']['Group'][] };
      differences: components['schemas']['Difference'][];
      look_back: components['schemas']['LookBack']; rows: components['schemas']['Rows'];
    };
    StageTimes: {
      name: string; entered: number; left: number; open: number; deals: number; days: components['schemas']['Summary'];
      median_days?: number | null; won_days: components['schemas']['Summary']; next: { [key: string]: number };
    };
    ProcessMap: {
      nodes: components['schemas']['MapNode'][]; edges: components['schemas']['MapEdge'][];
      start: { [key: string]: number }; end: { [key: string]: number }; width: number; height: number;
    };
    MapNode: { activity: string; count: number; deals: number; kind: string; x: number; y: number };
    MapEdge: {
      from: string; to: string; count: number; median_seconds: number; mean_seconds: number; points: [number, number][];
    };
    Variants: { count: number; top: { path: string[]; count: number; won: number; lost: number }[] };
    Group: {
      value: string; won: number; closed: number; open: number; rate?: number | null; low?: number | null; high?: number | null;
      median_days?: number | null; won_minor: number; p_adjusted?: number | null; supported: boolean;
    };
    Difference: { field: string; values: number; p_adjusted?: number | null; supported: boolean; sentence: string };
    LookBack: { sentence: string; deals: components['schemas']['LookBackDeal'][]; longest_days: number; owners: number };
    LookBackDeal: {
      id: string; key: string; name: string; account?: string | null; owner?: string | null; product?: string | null;
      value_minor?: number | null; outcome: components['schemas']['Outcome']; created?: Timestamp | null; closed?: Timestamp | null;
      days?: number | null; marks: components['schemas']['Mark'][];
    };
    Mark: { day: number; activity: string; kind: string; side: string };
  };
}
type S = components['schemas'];
type Json<T> = { content: { 'application/json': T } };
interface SelectionQuery {
  field?: string[]; outcome?: S['Outcome'][]; stage?: string[]; created_from?: string; created_to?: string;
  closed_from?: string; closed_to?: string; visited?: string; moved_from?: string; moved_to?: string; variant?: string[]; text?: string;
}
interface Op<R, Q = never, P = never> {
  parameters: ([Q] extends [never] ? { query?: never } : { query?: Q }) & ([P] extends [never] ? { path?: never } : { path: P }) & { header?: never; cookie?: never };
  responses: { 200: Json<R> };
}
type With<B, O> = O & { requestBody: { content: { 'application/json': B } } };
type Id = { id: string };
export interface paths {
  '/session': {
    get: Op<S['Session']>; post: With<{ email: string; password: string }, Op<S['User']>>; delete: Op<unknown>;
  };
  '/session/link': { post: With<{ token: string }, Op<S['User']>> };
  '/setup': { post: With<{ name: string; email: string; password: string }, Op<S['User']>> };
  '/uploads': { post: With<{ file: string[] }, Op<S['Upload']>> };
  '/uploads/{id}': { get: Op<S['Upload'], never, Id> };
  '/uploads/{id}/plan': { put: With<S['Plan'], Op<S['Upload'], never, Id>> };
  '/uploads/{id}/import': { post: Op<Id, never, Id> };
  '/imports': { get: Op<S['Import'][]> };
  '/imports/{id}': { get: Op<S['Import'], never, Id> };
  '/imports/{id}/cancel': { post: Op<unknown, never, Id> };
  '/imports/{id}/undo': { post: Op<S['Import'], never, Id> };
  '/imports/{id}/rejects': { get: Op<S['Reject'][], { after?: number; limit?: number }, Id> };
  '/discover': { get: Op<S['Discovery'], SelectionQuery> };
  '/discover/look-back': { get: Op<S['LookBack'], SelectionQuery & { n?: number; ended?: S['Outcome'] }> };
  '/fields': { get: Op<S['FieldValues'][]> };
}
