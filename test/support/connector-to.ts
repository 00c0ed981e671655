import { createConnector } from '../../src/teams/connector.ts';
import type { CallConnector } from '../../src/teams/connector.ts';
import type { Outside } from '../../src/teams/outside.ts';
import { isMicrosoftConnector } from '../../src/teams/service-url.ts';

/** The bot's way out to Teams, its login done. */
export const connectorTo = (outside: Outside, botToken = loggedIn): CallConnector =>
  createConnector({ botToken, isAllowedServiceUrl: isMicrosoftConnector }, outside);

const loggedIn = (): Promise<string> => Promise.resolve('the-bots-own-token');

/** A login that never answers. */
export const silentLogin = (): Promise<string> => new Promise(() => {});
