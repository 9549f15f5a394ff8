import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { allowKey } from '../src/access/actor.js';
import { type Permission, type Role, roles, scopeOf } from '../src/access/permissions.rules.js';
import { openKey } from '../src/http/open.js';
import { type App, type Caller, anApp } from './app.js';

interface Route {
  method: string;
  url: string;
  permission: Permission | null;
}

let khou: App;
let routes: Route[];
const callers = new Map<Role, Caller>();

beforeAll(async () => {
  khou = await anApp();
  routes = everyRoute();
  for (const role of roles) callers.set(role, await khou.signedIn([role]));
});
afterAll(() => khou.close());

/** Every route that the program has, from what the program itself was wired with. */
function everyRoute(): Route[] {
  const scanner = new MetadataScanner();
  return khou.app
    .get(DiscoveryService, { strict: false })
    .getControllers()
    .flatMap(({ instance }) => {
      const prototype = Object.getPrototypeOf(instance);
      const base = Reflect.getMetadata(PATH_METADATA, prototype.constructor);
      return scanner
        .getAllMethodNames(prototype)
        .filter((name) => Reflect.hasMetadata(PATH_METADATA, prototype[name]))
        .map((name) => ({
          method: RequestMethod[Reflect.getMetadata(METHOD_METADATA, prototype[name])]!,
          url: `/${base}/${Reflect.getMetadata(PATH_METADATA, prototype[name])}`
            .replace(/\/+/g, '/')
            .replace(/\/$/, '')
            .replace(/:\w+/g, '0199f4a0-0000-7000-8000-000000000000'),
          permission: Reflect.getMetadata(openKey, prototype[name])
            ? null
            : Reflect.getMetadata(allowKey, prototype[name]),
        }));
    });
}

describe('every route', () => {
  it('refuses whoever is not signed in, unless it is open', async () => {
    const wrong = [];
    for (const { method, url } of routes.filter((route) => route.permission !== null)) {
      const { status, body } = await khou.anonymous.send(method, url, { body: method === 'GET' ? undefined : {} });
      if (status !== 401 || body?.code !== 'access.session_missing')
        wrong.push(`${method} ${url}: ${status} ${body?.code}`);
    }
    expect(wrong).toEqual([]);
  });

  it('refuses each role that lacks its permission', async () => {
    const wrong = [];
    for (const { method, url, permission } of routes)
      for (const role of roles.filter((one) => permission !== null && scopeOf([one], permission) === null)) {
        const { status, body } = await callers
          .get(role)!
          .send(method, url, { body: method === 'GET' ? undefined : {} });
        if (status !== 403 || body?.code !== 'access.not_allowed')
          wrong.push(`${role} ${method} ${url}: ${status} ${body?.code}`);
      }
    expect(wrong).toEqual([]);
  });

  it('never answers a stranger to the thing with its content, or with a fault of ours', async () => {
    const wrong = [];
    for (const { method, url, permission } of routes.filter(
      (route) => route.url.includes('0199f4a0') && route.permission !== null,
    ))
      for (const role of roles.filter((one) => scopeOf([one], permission!) !== null)) {
        const { status, body } = await callers
          .get(role)!
          .send(method, url, { body: method === 'GET' ? undefined : {} });
        if (status < 400 || status >= 500) wrong.push(`${role} ${method} ${url}: ${status} ${body?.code ?? ''}`);
      }
    expect(wrong).toEqual([]);
  });

  it('that changes something refuses a request from another site', async () => {
    const wrong = [];
    for (const { method, url } of routes.filter((route) => route.method !== 'GET')) {
      const { status, body } = await callers
        .get('administrator')!
        .send(method, url, { body: {}, headers: { 'sec-fetch-site': 'cross-site' } });
      if (status !== 403 || body?.code !== 'http.cross_site') wrong.push(`${method} ${url}: ${status} ${body?.code}`);
    }
    expect(wrong).toEqual([]);
  });
});
