import { linkOptions } from '@tanstack/react-router';
import type {
  AnswersSearch,
  ClaimsSearch,
  DatedSearch,
  FilesSearch,
  PlanSearch,
  PortfolioSearch,
  PurchaseSearch,
  RisksSearch,
  SenseSearch,
  SettingsTab,
} from './searches.ts';

/** Every link of the client is built here, so that an address changes in one place. */
export const links = {
  start: () => linkOptions({ to: '/' }),
  signIn: (back?: string) => linkOptions({ to: '/sign-in', search: back === undefined ? {} : { back } }),
  signUp: (back?: string) => linkOptions({ to: '/sign-up', search: back === undefined ? {} : { back } }),
  forgot: () => linkOptions({ to: '/forgot' }),
  account: () => linkOptions({ to: '/account' }),
  rooms: () => linkOptions({ to: '/rooms' }),
  portfolio: (workspace_id: string, search: PortfolioSearch = {}) =>
    linkOptions({ to: '/w/$workspace_id/purchases', params: { workspace_id }, search }),
  purchase: (workspace_id: string, purchase_id: string, search: PurchaseSearch = {}) =>
    linkOptions({ to: '/w/$workspace_id/purchases/$purchase_id', params: { workspace_id, purchase_id }, search }),
  value: (workspace_id: string, purchase_id: string, search: DatedSearch = {}) =>
    linkOptions({ to: '/w/$workspace_id/purchases/$purchase_id/value', params: { workspace_id, purchase_id }, search }),
  recorded: (workspace_id: string, purchase_id: string, person?: string) =>
    linkOptions({
      to: '/w/$workspace_id/purchases/$purchase_id/recorded',
      params: { workspace_id, purchase_id },
      search: person === undefined ? {} : { person },
    }),
  buyerLog: (workspace_id: string, purchase_id: string) =>
    linkOptions({
      to: '/w/$workspace_id/purchases/$purchase_id/log',
      params: { workspace_id, purchase_id },
      search: {},
    }),
  options: (workspace_id: string, purchase_id: string, search: DatedSearch = {}) =>
    linkOptions({
      to: '/w/$workspace_id/purchases/$purchase_id/options',
      params: { workspace_id, purchase_id },
      search,
    }),
  purchaseStart: (workspace_id: string, purchase_id: string) =>
    linkOptions({ to: '/w/$workspace_id/purchases/$purchase_id/start', params: { workspace_id, purchase_id } }),
  purchaseBrief: (workspace_id: string, purchase_id: string) =>
    linkOptions({ to: '/w/$workspace_id/purchases/$purchase_id/brief', params: { workspace_id, purchase_id } }),
  plan: (workspace_id: string, purchase_id: string, search: PlanSearch = {}) =>
    linkOptions({ to: '/w/$workspace_id/purchases/$purchase_id/plan', params: { workspace_id, purchase_id }, search }),
  claims: (workspace_id: string, purchase_id: string, search: ClaimsSearch = {}) =>
    linkOptions({
      to: '/w/$workspace_id/purchases/$purchase_id/claims',
      params: { workspace_id, purchase_id },
      search,
    }),
  answers: (workspace_id: string, purchase_id: string, search: AnswersSearch = {}) =>
    linkOptions({
      to: '/w/$workspace_id/purchases/$purchase_id/answers',
      params: { workspace_id, purchase_id },
      search,
    }),
  risks: (workspace_id: string, purchase_id: string, search: RisksSearch = {}) =>
    linkOptions({ to: '/w/$workspace_id/purchases/$purchase_id/risks', params: { workspace_id, purchase_id }, search }),
  search: (workspace_id: string, purchase_id: string, q?: string) =>
    linkOptions({
      to: '/w/$workspace_id/purchases/$purchase_id/search',
      params: { workspace_id, purchase_id },
      search: q === undefined ? {} : { q },
    }),
  memo: (workspace_id: string, purchase_id: string) =>
    linkOptions({
      to: '/w/$workspace_id/purchases/$purchase_id/memo',
      params: { workspace_id, purchase_id },
      search: {},
    }),
  files: (workspace_id: string, purchase_id: string, search: FilesSearch = {}) =>
    linkOptions({ to: '/w/$workspace_id/purchases/$purchase_id/files', params: { workspace_id, purchase_id }, search }),
  sense: (workspace_id: string, purchase_id: string, search: SenseSearch = {}) =>
    linkOptions({ to: '/w/$workspace_id/purchases/$purchase_id/sense', params: { workspace_id, purchase_id }, search }),
  imports: (workspace_id: string) => linkOptions({ to: '/w/$workspace_id/import', params: { workspace_id } }),
  upload: (workspace_id: string, upload_id: string) =>
    linkOptions({ to: '/w/$workspace_id/import/files/$upload_id', params: { workspace_id, upload_id } }),
  import: (workspace_id: string, import_id: string) =>
    linkOptions({ to: '/w/$workspace_id/import/$import_id', params: { workspace_id, import_id } }),
  journeys: (workspace_id: string, import_id?: string) =>
    linkOptions({
      to: '/w/$workspace_id/journeys',
      params: { workspace_id },
      search: import_id === undefined ? {} : { import_id },
    }),
  settings: (workspace_id: string, tab: SettingsTab = 'templates') =>
    linkOptions({ to: '/w/$workspace_id/settings', params: { workspace_id }, search: { tab } }),
};
