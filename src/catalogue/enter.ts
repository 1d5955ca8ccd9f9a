import { texts } from './texts.ts';

export const words = texts('enter', 'words', {
  title: (supplier: string) => `The room with ${supplier}`,
  about: 'You need no account. One press, and you see what is settled, what is open and who is missing.',
  hello: (name: string) => `Hello ${name}.`,
  enter: 'Come in',
  used: 'This link was used already.',
  expired: 'This link is too old.',
  closed: 'This room is closed; nobody new comes in.',
  renew: 'Mail me a new link',
  renewed: 'If the link was yours, a new one is on its way to the same address.',
  my_rooms: 'My rooms',
  waiting: 'You are at the door. The buyer side’s administrators let people in, and they see that you are waiting.',
  mails: 'Mails you will get:',
  mailed: 'Look into your mail: if this address is let in, a link is on its way.',
  runs_it: (who: string) => `This machine is run by ${who}, who could read its database.`,
  name: 'Your name',
  email: 'Your e-mail',
  password: 'Password of the room',
  unknown: 'This link opens nothing. Ask who sent it for a new one.',
});
