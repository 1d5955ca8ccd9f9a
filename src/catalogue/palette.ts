import { texts } from './texts.ts';

export const paletteWords = texts('palette', 'paletteWords', {
  title: 'Search and commands',
  placeholder: 'Find a purchase, a page, a person …',
  nothing: 'Nothing found. Try part of a name.',
  in_purchase: 'In this purchase',
  purchases: 'Purchases',
  unnamed: 'Purchase without a name',
  go_to: 'Go to',
  pages: {
    portfolio: 'Portfolio',
    help: 'Portfolio: what needs help',
    journeys: 'Journeys',
    import: 'Import a file',
    templates: 'Settings: job templates',
    people: 'Settings: sellers',
    keys: 'Settings: keyboard',
  },
  act_as: 'Act as',
  sides: { seller: 'seller', buyer: 'buyer' },
  workspaces: 'Workspaces',
  theme: 'Theme',
  themes: { light: 'Light', dark: 'Dark', system: 'As the machine' },
});
