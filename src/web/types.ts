import type { OutputOf } from '../contract/operations.ts';

export type Page = OutputOf<'purchases.get'>;
export type JobView = Page['jobs'][number];
export type Cell = JobView['cells'][number];
export type SignKind = Cell['sign'];
export type Stakeholder = Page['people'][number];
export type Ring = Page['rings'][number];
export type Interval = Page['held'][number];
export type LedgerEntry = OutputOf<'purchases.events'>['events'][number];
export type Row = OutputOf<'purchases.list'>['rows'][number];
export type Person = OutputOf<'people.list'>['people'][number];
export type Workspace = OutputOf<'workspaces.list'>['workspaces'][number];
export type Template = OutputOf<'templates.list'>['templates'][number];
export type ImportRecord = OutputOf<'imports.get'>;
export type Preview = OutputOf<'uploads.get'>;
export type TrialReport = OutputOf<'previews.create'>;
export type JourneyGraph = OutputOf<'journeys.get'>;
