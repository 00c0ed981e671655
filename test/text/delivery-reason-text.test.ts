import { describe, expect, test } from 'vitest';
import { deliveryReasonText } from '../../src/text/delivery-reason-text.ts';

type Failed = Parameters<typeof deliveryReasonText>[0];

const failed = (overrides: Partial<Failed> = {}): Failed => ({
  recipient: 'unit:u1',
  state: 'given-up',
  awaitsInstallation: false,
  isUnclear: false,
  ...overrides,
});

describe('why a notice did not come through', () => {
  test.each([
    ['BotNotInConversationRoster', 'Appen är borttagen ur teamet.'],
    ['app-removed', 'Appen är borttagen ur teamet.'],
    ['ConversationNotFound', 'Kanalen är borttagen.'],
    ['channel-deleted', 'Kanalen är borttagen.'],
    ['disconnected', 'Kanalen är bortkopplad.'],
    ['no-chat', 'Appen finns inte i teamet.'],
    ['ForbiddenOperationException', 'Appen finns inte i teamet.'],
    ['ConversationBlockedByUser', 'Boten får inte skriva i kanalen.'],
    ['NotEnoughPermissions', 'Boten får inte skriva i kanalen.'],
    ['BotDisabledByAdmin', 'Appen är avstängd i organisationens Teams.'],
    ['BotNotRegistered', 'Boten kommer inte in i Teams.'],
    ['login', 'Boten kommer inte in i Teams.'],
    ['host', 'Teams tog inte emot meddelandet.'],
    ['MessageSizeTooBig', 'Meddelandet är för långt för Teams.'],
    ['ActivityNotFoundInConversation', 'Det förra meddelandet är borttaget.'],
    ['Throttled', 'Teams har mycket att göra just nu.'],
    ['PreconditionFailed', 'Teams har mycket att göra just nu.'],
    ['ServiceError', 'Teams har ett fel.'],
    ['timeout', 'Teams svarade inte i tid.'],
    ['unreachable', 'Boten når inte Teams.'],
    ['broken-off', 'Förbindelsen med Teams bröts.'],
    ['unclear', 'Det är oklart om meddelandet kom fram.'],
  ])('%s: %s', (reason, why) => {
    expect(deliveryReasonText(failed({ reason })).why).toBe(why);
  });

  test.each([
    [400, 'Teams tog inte emot meddelandet.'],
    [401, 'Boten kommer inte in i Teams.'],
    [403, 'Boten får inte skriva i kanalen.'],
    [404, 'Kanalen är borttagen.'],
    [413, 'Meddelandet är för långt för Teams.'],
    [429, 'Teams har mycket att göra just nu.'],
    [503, 'Teams har ett fel.'],
    [418, 'Det gick inte att skicka.'],
  ])('a code that is not known is said by its status %d: %s', (status, why) => {
    expect(deliveryReasonText(failed({ reason: 'none', status })).why).toBe(why);
  });

  test.each(['SomethingNew', 'toString', '__proto__', '<b>'])('%s is never shown', (reason) => {
    expect(deliveryReasonText(failed({ reason }))).toEqual({
      why: 'Det gick inte att skicka.',
      advice: 'Det skickas inte igen: ring enheten.',
    });
  });
});

describe('what to do about it', () => {
  test('what waits for its first try goes by itself', () => {
    expect(deliveryReasonText(failed({ state: 'waiting' }))).toEqual({
      why: 'Det är inte skickat än.',
      advice: 'Det skickas av sig självt.',
    });
  });

  test('a removed app is added again, and what waits for it is sent then', () => {
    const waiting = failed({ reason: 'app-removed', state: 'waiting', awaitsInstallation: true });
    expect(deliveryReasonText(waiting).advice).toBe(
      'Be enheten lägga till appen i teamet igen. Då skickas meddelandet. Ring enheten så länge.',
    );
  });

  test('what was given up and may have come through all the same is not sent again', () => {
    expect(deliveryReasonText(failed({ reason: 'timeout', isUnclear: true })).advice).toBe(
      'Det kan ha kommit fram ändå. Det skickas inte igen: ring enheten.',
    );
  });

  test('a person is rung, and reached in the own chat', () => {
    expect(deliveryReasonText(failed({ recipient: 'person:p1', reason: 'no-chat' }))).toEqual({
      why: 'Personen har ingen chatt med boten.',
      advice: 'Be personen öppna Avbrottsboten i Teams och skriva hej. Det skickas inte igen: ring personen.',
    });
  });
});
