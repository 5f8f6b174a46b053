// A certified OpenID provider on loopback, with people who can prove who they are in
// two clicks. It is honest until a test asks it, at /test/forge, for one false token.
//
// usage: node provider.mjs PORT; writes "ready" when it answers.

import { createServer } from 'node:http';
import { createHmac, createPublicKey, createSign, generateKeyPairSync }
  from 'node:crypto';
import Provider from 'oidc-provider';

const port = Number(process.argv[2]);
const issuer = `http://127.0.0.1:${port}`;
const LEVEL_3 = 'http://id.elegnamnden.se/loa/1.0/loa3';
const NUMBER = 'https://id.oidc.se/claim/personalIdentityNumber';

const people = new Map(); // what is claimed of each, by their name with the provider
let forgery = null; // how the next ID token is to be false
let silent = false; // whether the ID token leaves the claims to userinfo

let signing = signingKey('first');
const strangers = signingKey('strangers');
let provider = providerWith([signing]);

createServer((request, response) => provider.callback()(request, response))
  .listen(port, '127.0.0.1', () => console.log('ready'));

// What providers with different keys remember is one: the in-memory adapter is shared.
function providerWith(keys) {
  const made = new Provider(issuer, configuration(keys.map((key) => key.jwk)));
  made.use(aside);
  return made;
}

function configuration(keys) {
  return {
    jwks: { keys },
    cookies: { keys: ['only-for-tests'] },
    pkce: { required: () => true },
    responseTypes: ['code'],
    acrValues: [LEVEL_3, 'http://id.elegnamnden.se/loa/1.0/loa2'],
    claims: {
      openid: ['sub'], acr: null, auth_time: null, sid: null, amr: null, iss: null,
      people: [NUMBER, 'employeeHsaId', 'healthCareUnitHsaId'],
    },
    scopes: ['openid', 'people'],
    conformIdTokenClaims: false,
    clientDefaults: { id_token_signed_response_alg: 'RS256' },
    clientAuthMethods: ['client_secret_basic', 'private_key_jwt'],
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    features: {
      devInteractions: { enabled: false },
      registration: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource: askToLeave },
      backchannelLogout: { enabled: true },
      userinfo: { enabled: true },
    },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: (use) => ({ sub: id, ...(silent && use === 'id_token' ? {} : people.get(id)) }),
    }),
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({
        clientId: context.oidc.client.clientId,
        accountId: context.oidc.session.accountId,
      });
      grant.addOIDCScope('openid people');
      await grant.save();
      return grant;
    },
  };
}

async function aside(context, next) {
  const [, first, second] = context.path.split('/');
  if (first === 'favicon.ico') return nothing(context);
  if (first === 'test') return control(context, second);
  if (first === 'interaction') return interact(context);
  await next();
  if (context.path === '/token' && forgery && context.body?.id_token) {
    context.body = { ...context.body, id_token: forged(context.body.id_token, forgery) };
    forgery = null;
  }
}

async function control(context, verb) {
  const asked = JSON.parse((await body(context)) || '{}');
  if (verb === 'people') people.set(asked.name, asked.claims);
  if (verb === 'forge') forgery = asked;
  if (verb === 'silent') silent = asked.silent;
  if (verb === 'rotate') rotate(asked.name, asked.keep);
  if (verb === 'logout-token') {
    context.body = { token: signed({ alg: 'RS256', typ: 'logout+jwt', kid: signing.jwk.kid },
      asked.claims) };
    return;
  }
  context.body = {};
}

// A new key to sign with; the one before it is still published, or is not.
function rotate(name, keep) {
  const before = signing;
  signing = signingKey(name);
  provider = providerWith(keep ? [signing, before] : [signing]);
}

// The page where somebody shows who they are: by name, at a level, or not at all.
async function interact(context) {
  const details = await provider.interactionDetails(context.req, context.res);
  if (context.method === 'GET') {
    context.type = 'html';
    context.body = page(details.uid);
    return;
  }
  const form = new URLSearchParams(await body(context));
  const result = form.has('cancel')
    ? { error: 'access_denied' }
    : { login: { accountId: form.get('name'), acr: form.get('acr') || undefined } };
  const to = await provider.interactionResult(context.req, context.res, result);
  context.redirect(to);
}

function page(uid) {
  const buttons = [...people.keys()]
    .map((name) => `<button name="name" value="${name}">${name}</button>`).join('');
  return `<!DOCTYPE html><html lang="sv"><title>Legitimera dig</title>
    <h1>Legitimera dig</h1><form method="post" action="/interaction/${uid}">
    <input type="hidden" name="acr" value="${LEVEL_3}">${buttons}
    <button name="cancel" value="1">Avbryt</button></form></html>`;
}

// The provider's own page asks before it signs anybody out; `form` is its form.
async function askToLeave(context, form) {
  context.body = `<!DOCTYPE html><html lang="sv"><title>Logga ut</title>
    <h1>Logga ut</h1>${form}
    <button form="op.logoutForm" name="logout" value="yes">Logga ut överallt</button></html>`;
}

// Browsers ask for an icon and complain aloud when there is none.
function nothing(context) {
  context.status = 204;
}

function forged(token, how) {
  if (how.token !== undefined) return how.token;
  const [head, payload] = token.split('.').slice(0, 2).map(read);
  const header = { ...head, ...how.header };
  const claims = { ...payload, ...how.claims };
  for (const name of how.without ?? []) delete claims[name];
  if (how.signed === 'not') return `${unsigned(header, claims)}.`;
  if (how.signed === 'with the public key') return withPublicKey(header, claims);
  if (how.signed === 'by a stranger') return signed(header, claims, strangers.private);
  if (how.signed === 'before it was changed') {
    return `${unsigned(header, claims)}.${token.split('.')[2]}`;
  }
  return signed(header, claims);
}

// HS256 over the public key: passes wherever the token may choose its own algorithm.
function withPublicKey(header, claims) {
  const input = unsigned(header, claims);
  const pem = createPublicKey({ key: signing.jwk, format: 'jwk' })
    .export({ type: 'spki', format: 'pem' });
  return `${input}.${createHmac('sha256', pem).update(input).digest('base64url')}`;
}

function signed(header, claims, key = signing.private) {
  const input = unsigned(header, claims);
  return `${input}.${createSign('RSA-SHA256').update(input).sign(key, 'base64url')}`;
}

function unsigned(header, claims) {
  return [header, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
}

function read(part) {
  return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
}

function signingKey(kid) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...privateKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' };
  return { jwk, private: privateKey };
}

async function body(context) {
  const parts = [];
  for await (const part of context.req) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}
