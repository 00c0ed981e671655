import { createServer } from 'node:http';
import { createRemoteJWKSet, jwtVerify } from 'jose';

/** The least that a bot can do in Node: verify the token, parse the activity, post an echo with the bot's token. */
const { PORT, clientId, tenantId, clientSecret } = process.env;
const keys = createRemoteJWKSet(new URL('https://login.botframework.com/v1/.well-known/keys'));

const login = await fetch(`https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`, {
  method: 'POST',
  body: new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    scope: 'https://api.botframework.com/.default',
  }),
});
const { access_token: token } = await login.json();

async function answer(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const jwt = (request.headers.authorization ?? '').replace(/^Bearer /, '');
  const { payload } = await jwtVerify(jwt, keys, {
    algorithms: ['RS256'],
    issuer: 'https://api.botframework.com',
    audience: clientId,
  });
  const activity = JSON.parse(Buffer.concat(chunks).toString());
  if (payload.serviceurl !== activity.serviceUrl) throw new Error('another service URL');
  const { serviceUrl, conversation, id, from, recipient } = activity;
  const url = `${serviceUrl.replace(/\/$/, '')}/v3/conversations/${encodeURIComponent(conversation.id)}/activities/${encodeURIComponent(id)}`;
  const echo = {
    type: 'message',
    text: `Echo: ${activity.text}`,
    from: recipient,
    recipient: from,
    conversation,
  };
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(echo) });
  await response.text();
  if (!response.ok) throw new Error(`The connector answered ${response.status}`);
}

createServer((request, response) => {
  answer(request).then(
    () => response.writeHead(200).end(),
    (error) => response.writeHead(500).end(error.message),
  );
}).listen(Number(PORT), '127.0.0.1');
