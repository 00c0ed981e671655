import { generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';

/** A key pair as Microsoft would have it on its key page. */
export type TestKey = {
  readonly keyId: string;
  readonly publicJwk: Readonly<Record<string, unknown>>;
  readonly sign: (claims: Claims, header?: Readonly<Record<string, string>>) => Promise<string>;
};
export type Claims = Readonly<Record<string, unknown>>;

/** Makes an RSA key for tests; `endorsements` are the channels it may sign for. */
export function createTestKey(keyId: string, endorsements: readonly string[] = ['msteams']): TestKey {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    keyId,
    publicJwk: { ...publicKey.export({ format: 'jwk' }), use: 'sig', kid: keyId, endorsements },
    sign: (claims, header = {}) =>
      new SignJWT({ ...claims }).setProtectedHeader({ alg: 'RS256', kid: keyId, ...header }).sign(privateKey),
  };
}
