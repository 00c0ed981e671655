import type { Outage } from '../domain/outage.ts';
import { toldOn } from '../domain/outage-recipients.ts';

const nobody = 'Ingen kanal är ansluten: ingen får meddelandet i Teams. Ring enheterna.';

/** How many channels a message goes to, said before it is sent. */
export function channelsText(channels: number): string {
  return channels === 0 ? nobody : `Meddelandet går till ${counted(channels)} när du sparar.`;
}

/** The same of a form in which the organisations are still to be chosen: `channels` are all that there are. */
export function channelsChosenText(channels: number): string {
  if (channels === 0) return nobody;
  return `Meddelandet går till högst ${counted(channels)}: de som är anslutna i de organisationer ni kryssar. Kryssar ni ingen går det till alla.`;
}

/** The same of a form in which they may be changed: `channels` are those of the present ones. */
export function channelsKeptText(channels: number): string {
  if (channels === 0) return nobody;
  return `Meddelandet går till ${counted(channels)} om ni inte ändrar vilka det gäller.`;
}

/** Of a plan only those hear who have been told of it: the others hear of it as it then is. */
export function toldOfPlanText({ outbox }: Outage): string {
  return toldOn(outbox, 'planned').size === 0
    ? 'Ingen enhet har fått besked om det än, så inget meddelande skickas nu.'
    : 'De enheter som redan har fått besked om det får ett meddelande när du sparar.';
}

function counted(channels: number): string {
  return channels === 1 ? '1 kanal' : `${channels} kanaler`;
}
