// A certified OpenID Connect provider for the tests, on a port of its own choosing. It prints {"issuer": …} when it
// answers. Whoever is named in ?login_hint= of the first request is signed in without being asked: the people are invented.
//
//   node oidc.mjs REDIRECT_URI        URASILTA_TEST_PEERS names the folder of the packages
import http from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const packages = process.env.URASILTA_TEST_PEERS;
const { default: Provider } = await import(pathToFileURL(path.join(packages, 'oidc-provider/lib/index.js')).href);

const server = http.createServer();
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: [{ client_id: 'urasilta', client_secret: 'hush-hush-hush-hush-hush-hush-hush', redirect_uris: [process.argv[2]] }],
  claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'] },
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  findAccount: async (_, id) => ({
    accountId: id,
    claims: async () => ({ sub: id, email: `${id.replace(/^(unproved|mfa)-/, '')}@example.invalid`, email_verified: !id.startsWith('unproved-') }),
  }),
  // Consent is the organisation's, not the person's: everything that is asked for is given.
  loadExistingGrant: async (context) => {
    const grant = new provider.Grant({ clientId: context.oidc.client.clientId, accountId: context.oidc.session.accountId });
    grant.addOIDCScope('openid email');
    await grant.save();
    return grant;
  },
});

const answer = provider.callback();
server.on('request', async (request, response) => {
  if (!request.url.startsWith('/interaction/')) return answer(request, response);
  const { params } = await provider.interactionDetails(request, response);
  await provider.interactionFinished(request, response, { login: { accountId: params.login_hint, amr: params.login_hint.startsWith('mfa-') ? ['pwd', 'mfa'] : ['pwd'] } });
});

console.log(JSON.stringify({ issuer }));
