/** Who the bot is to Microsoft; `anonymous` only on a developer's own machine. */
export type BotIdentity =
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'registered';
      readonly appId: string;
      /** The tenant that issues the bot's own tokens. */
      readonly loginTenant: string;
      readonly credential:
        | { readonly kind: 'secret'; readonly secret: string }
        | {
            readonly kind: 'certificate';
            /** Of the certificate: SHA-1 as 40 hexadecimal characters, or SHA-256 as 64. */
            readonly thumbprint: string;
            readonly privateKey: string;
          }
        | { readonly kind: 'managed-identity' };
    };
