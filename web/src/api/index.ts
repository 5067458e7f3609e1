import type { Readable } from 'openapi-typescript-helpers';
import type { components } from './schema';

export { api, BASE, CSRF, got, ifMatch } from './client';
export { asProblem, isBuilding, isSignedOut, problemOf, ProblemError, type Problem } from './problem';

/** A type of the API as the client returns it. */
type Read<Name extends keyof components['schemas']> = Readable<components['schemas'][Name]>;

export type Outcome = Read<'Outcome'>;
export type Role = Read<'Role'>;
export type Session = Read<'Session'>;
export type User = Read<'User'>;
export type FieldValues = Read<'FieldValues'>;
export type Upload = Read<'Upload'>;
export type Plan = Read<'Plan'>;
export type FilePlan = Read<'FilePlan'>;
export type FileRole = Read<'FileRole'>;
export type ColumnPlan = Read<'ColumnPlan'>;
export type Meaning = Read<'Meaning'>;
export type Join = Read<'Join'>;
export type NearMatch = Read<'NearMatch'>;
export type Import = Read<'Import'>;
export type Reject = Read<'Reject'>;
export type JobProgress = Read<'JobProgress'>;
export type Discovery = Read<'Discovery'>;
export type Summary = Read<'Summary'>;
export type StageTimes = Read<'StageTimes'>;
export type ProcessMap = Read<'ProcessMap'>;
export type MapNode = Read<'MapNode'>;
export type MapEdge = Read<'MapEdge'>;
export type Group = Read<'Group'>;
export type Difference = Read<'Difference'>;
export type LookBack = Read<'LookBack'>;
export type LookBackDeal = Read<'LookBackDeal'>;
export type Mark = Read<'Mark'>;
