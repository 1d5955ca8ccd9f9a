import { formatNumber } from './format.ts';
import { texts } from './texts.ts';

/** Every sentence of the page of files. */
export const words = texts('files', 'words', {
  tab: 'Files',
  about: 'Documents and links that belong to this purchase, by the job they are for.',
  put: 'Put a file here',
  drop: 'Drop files here, or choose them',
  choose: 'Choose files',
  most: (size: string): string =>
    `Up to ${size} each. PDF, pictures and Markdown are shown here; everything else can be saved.`,
  too_large: (name: string, size: string): string =>
    `“${name}” is larger than ${size}, the most that is taken here. Make it smaller, or put a link to where it stands.`,
  for_job: 'For which job',
  no_job: 'No job in particular',
  sending: (name: string): string => `Sending ${name}`,
  cancel: 'Stop sending',
  stopped: (name: string): string => `${name} was not sent; nothing of it is here.`,
  sent: (name: string): string => `${name} is here`,
  link: 'Or a link to one elsewhere',
  link_name: 'Name',
  link_address: 'Address, beginning with https://',
  link_hint: 'Only the address is kept: nothing is fetched from there.',
  link_add: 'Add the link',
  link_added: 'The link is here',
  none: 'No file is here yet',
  none_about:
    'Put the offer, the data sheet or the draft contract here, and say for which job it is: then nobody looks for it in their mail.',
  none_locked: 'When somebody puts a file here, it stands in this place.',
  folder_none: 'Other files',
  versions: 'Versions',
  versions_count: (n: number): string => `${formatNumber(n)} versions`,
  version_of: (name: string, by: string): string => `${name}, from ${by}`,
  newest: 'newest',
  linked: 'link',
  save: 'Save',
  save_version: (name: string, at: string): string => `Save ${name} of ${at}`,
  open_link: 'Open the link',
  elsewhere: (host: string): string => `This stands at ${host}, outside of this room.`,
  new_version: 'Put a new version',
  rename: 'Name',
  rename_do: 'Rename',
  renamed: 'Renamed',
  moved: 'Put to another job',
  all_versions: (count: number): string =>
    count === 1 ? 'Its one version:' : `With all ${count} versions, also the earlier ones:`,
  back_versions:
    'All versions that your side put here go along. From now on the other side can neither see nor save them here.',
  no_folder:
    'Its job stands on your side only and is not shown to them: for both sides it will be among the other files.',
  remove: 'Take it out',
  removed: (name: string): string => `${name} is taken out`,
  close: 'Close',
  preview: (name: string): string => `Preview of ${name}`,
  page: (page: number, of: number): string => `Page ${page} of ${of}`,
  pages_more: 'Show more pages',
  loading: 'Opening …',
  no_preview: 'This kind of file is not shown here. Save it to open it.',
  big: 'It is too large to be shown here. Save it to open it.',
  broken:
    'It cannot be shown: the file is damaged, locked with a password, or not what it says. Save it and try there.',
  picture: (alt: string): string => `[picture: ${alt}]`,
});
