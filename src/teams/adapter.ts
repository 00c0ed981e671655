import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { Activity, TurnContext } from 'botbuilder';
import type { TeamsActivity } from './activity.ts';
import type { CallConnector } from './connector.ts';

type SdkOptions = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[4]>;
type SdkHttpClient = NonNullable<SdkOptions['httpClient']>;

/** Tokens are shown by the connector call itself, after its host is checked; the SDK has none to show. */
const noCredentials = {
  isValidAppId: () => Promise.resolve(true),
  isAuthenticationDisabled: () => Promise.resolve(false),
  createCredentials: () =>
    Promise.resolve({ signRequest: <Request>(request: Request) => Promise.resolve(request) }),
};

const audience = 'https://api.botframework.com';

/**
 * botbuilder's adapter behind our own doors: activities come in admitted (`admit`), calls go out through
 * `CallConnector`. What it has of its own for either is not used.
 */
export class TeamsAdapter extends CloudAdapter {
  readonly #appId: string;

  constructor(appId: string, callConnector: CallConnector) {
    const sdkOptions = { httpClient: sdkHttpClient(callConnector) };
    super(
      new ConfigurationBotFrameworkAuthentication(
        { MicrosoftAppId: appId },
        noCredentials,
        undefined,
        undefined,
        sdkOptions,
      ),
    );
    this.#appId = appId;
  }

  /** Runs one turn for an admitted activity. Rejects with what the turn rejects with. */
  async turn(activity: TeamsActivity, logic: (context: TurnContext) => Promise<void>): Promise<void> {
    const claimsIdentity = this.createClaimsIdentity(this.#appId);
    const connectorFactory = this.botFrameworkAuthentication.createConnectorFactory(claimsIdentity);
    const { value: _value, entities: _entities, ...addressed } = activity;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the SDK's type names every field of every channel; a turn reads the address alone
    const sdkActivity = addressed as unknown as Activity;
    await this.processActivity({ audience, claimsIdentity, connectorFactory }, sdkActivity, logic);
  }
}

/** The SDK's seam for HTTP, older than `fetch`. It reads status, headers and text of what it is given. */
function sdkHttpClient(callConnector: CallConnector): SdkHttpClient {
  return {
    async sendRequest(request) {
      const body: unknown = request.body;
      const { status, body: bodyAsText } = await callConnector({
        method: request.method,
        url: request.url,
        body: typeof body === 'string' ? body : undefined,
      });
      const headers = request.headers.clone();
      headers.headerNames().forEach((name) => headers.remove(name));
      headers.set('content-type', 'application/json');
      return { request, headers, status, bodyAsText };
    },
  };
}
